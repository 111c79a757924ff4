import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { CLASS_LABELS, type DifferenceRow } from '#findings/contract';
import { Reason } from '../../api/shown.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Facets } from '../../ui/facets.tsx';
import { formatCompared, formatDay, formatNumber } from '../../ui/format.ts';
import { Empty } from '../../ui/instead.tsx';
import { SourceMark } from '../../ui/source-mark.tsx';
import { MarkedValue } from '../../ui/value.tsx';
import { exportList } from './export.ts';
import { ListTools } from './list-tools.tsx';
import { PERSON_COLUMN, useInstansiNames } from './person-column.tsx';
import { type DifferenceFilter, differencesQuery } from './queries.ts';
import { type DifferenceSearch, hiddenColumns } from './search.ts';
import { grainOf } from './grain.ts';

interface DifferenceListProps {
  readonly filter: DifferenceFilter;
  readonly search: DifferenceSearch;
  /** Columns that say the same in every row of this list. */
  readonly without: readonly string[];
}

/** People and what differs, side by side, page after page. */
export function DifferenceList({ filter, search, without }: DifferenceListProps) {
  const navigate = useNavigate({ from: '/selisih' });
  const list = useInfiniteQuery({ ...differencesQuery(filter), placeholderData: keepPreviousData });
  const first = list.data?.pages[0];
  const rows = useMemo(() => list.data?.pages.flatMap(({ baris }) => baris) ?? [], [list.data]);
  const hidden = hiddenColumns(search.tanpa);
  const offered = useColumns().filter(({ key }) => !without.includes(key));
  const columns = offered.filter(({ key }) => !hidden.includes(key));
  const change = (next: Partial<DifferenceSearch>): void => {
    void navigate({ search: (before) => ({ ...before, ...next }), replace: true });
  };
  if (list.error !== null && first === undefined)
    return <Reason error={list.error} onAgain={() => void list.refetch()} />;
  return (
    <>
      <ListTools
        facets={
          <Facets
            label="Saring menurut jenis selisih"
            all={{ word: 'Semua', count: first?.segi.kelas.reduce((sum, { jumlah }) => sum + jumlah, 0) ?? 0 }}
            facets={first?.segi.kelas ?? []}
            chosen={search.kelas}
            onChoose={(kelas) => change({ kelas })}
          />
        }
        search={search.cari}
        onSearch={(cari) => change({ cari })}
        columns={offered}
        hidden={hidden}
        onHidden={(keys) => change({ tanpa: keys.length === 0 ? undefined : keys.join(',') })}
        total={first?.jumlah ?? 0}
        onExport={async (choice) => exportList('selisih', filter, choice)}
      />
      {first?.jumlah === 0 ? (
        <Nothing search={search} onClear={() => change({ kelas: undefined, cari: undefined, bidang: undefined })} />
      ) : (
        <DataTable
          label="Daftar selisih"
          columns={columns}
          rows={rows}
          rowKey={(row) => `${row.instansi}-${row.orang}-${row.bidang}`}
          isLoading={list.isPending}
          more={
            list.hasNextPage ? { isLoading: list.isFetchingNextPage, load: () => void list.fetchNextPage() } : undefined
          }
        />
      )}
      <p className="list-foot">
        {formatNumber(rows.length)} dari {formatNumber(first?.jumlah ?? 0)} selisih ditampilkan, pada{' '}
        {formatNumber(first?.orang ?? 0)} orang.
      </p>
    </>
  );
}

function Nothing({ search, onClear }: { readonly search: DifferenceSearch; readonly onClear: () => void }) {
  const filters = [search.kelas, search.bidang, search.cari].filter((word) => word !== undefined && word !== '');
  if (filters.length === 0)
    return <Empty>Tidak ada selisih terbuka pada data ini. Selisih baru muncul di sini sesudah kiriman terbit.</Empty>;
  return (
    <Empty>
      <p>Tidak ada selisih yang cocok dengan saringan "{filters.join(', ')}".</p>
      <button type="button" className="button" onClick={onClear}>
        Hapus saringan
      </button>
    </Empty>
  );
}

/** Columns of a difference, on every list of them. */
export function useColumns(): readonly Column<DifferenceRow>[] {
  const nameOf = useInstansiNames();
  return useMemo(() => columnsWith(nameOf), [nameOf]);
}

const columnsWith = (nameOf: (instansi: number) => string): readonly Column<DifferenceRow>[] => [
  PERSON_COLUMN,
  {
    key: 'instansi',
    head: 'Instansi',
    name: 'Instansi',
    narrow: 'hidden',
    text: (row) => nameOf(row.instansi),
    cell: (row) => <small className="second">{nameOf(row.instansi)}</small>,
  },
  {
    key: 'bidang',
    head: 'Bidang',
    name: 'Bidang',
    narrow: 'whole',
    text: (row) => row.label,
    cell: (row) => row.label,
  },
  {
    key: 'simpeg',
    head: <SourceMark side="simpeg" />,
    name: 'Simpeg',
    isFixed: true,
    text: (row) => row.nilaiSimpeg ?? '',
    cell: (row) => <Side row={row} side="simpeg" />,
  },
  {
    key: 'bkn',
    head: <SourceMark side="bkn" />,
    name: 'BKN',
    isFixed: true,
    text: (row) => row.nilaiBkn ?? '',
    cell: (row) => <Side row={row} side="bkn" />,
  },
  {
    key: 'jabatan',
    head: 'Jabatan',
    name: 'Jabatan',
    narrow: 'hidden',
    text: (row) => row.jabatan ?? '',
    cell: (row) => <small className="second">{row.jabatan}</small>,
  },
  {
    key: 'kelas',
    head: 'Jenis',
    name: 'Jenis',
    isExportOnly: true,
    text: (row) => CLASS_LABELS[row.kelas],
    cell: () => null,
  },
  {
    key: 'kalimat',
    head: 'Sebab',
    name: 'Sebab',
    narrow: 'whole',
    text: (row) => row.kalimat ?? '',
    cell: (row) => <small className="second">{row.kalimat ?? 'belum berkelompok'}</small>,
  },
  {
    key: 'sejak',
    head: 'Sejak',
    name: 'Sejak',
    narrow: 'hidden',
    text: (row) => row.sejak ?? '',
    cell: (row) => <small className="nowrap dim">{row.sejak === null ? '' : formatDay(row.sejak)}</small>,
  },
  { key: 'nip', head: '', name: 'NIP', isExportOnly: true, text: (row) => row.nip, cell: () => null },
];

function Side({ row, side }: { readonly row: DifferenceRow; readonly side: 'simpeg' | 'bkn' }) {
  const shown = (value: string | null): string | null => (value === null ? null : formatCompared(value));
  const [value, other] = side === 'simpeg' ? [row.nilaiSimpeg, row.nilaiBkn] : [row.nilaiBkn, row.nilaiSimpeg];
  return <MarkedValue side={side} value={shown(value)} other={shown(other)} grain={grainOf(row.bidang)} />;
}
