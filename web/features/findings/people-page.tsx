import './findings.css';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { type Balance, type PersonList, STATE_LABELS } from '#findings/contract';
import { Reason } from '../../api/shown.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { type Facet, Facets } from '../../ui/facets.tsx';
import { formatNumber } from '../../ui/format.ts';
import { State } from '../../ui/glyph.tsx';
import { Empty } from '../../ui/instead.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { exportList } from './export.ts';
import { ListTools } from './list-tools.tsx';
import { PERSON_COLUMN, useInstansiNames } from './person-column.tsx';
import { homeQuery, peopleQuery, provinceQuery, useScope } from './queries.ts';
import { hiddenColumns, type PeopleSearch } from './search.ts';

type Row = PersonList['baris'][number];

/** Pegawai: everybody of both sides, searched by NIP or name. */
export function PeoplePage() {
  const scope = useScope();
  const search = useSearch({ from: '/portal/pegawai' });
  const navigate = useNavigate({ from: '/pegawai' });
  const filter = { ...scope, keadaan: search.keadaan, cari: search.cari };
  const list = useInfiniteQuery({ ...peopleQuery(filter), placeholderData: keepPreviousData });
  const first = list.data?.pages[0];
  const rows = useMemo(() => list.data?.pages.flatMap(({ baris }) => baris) ?? [], [list.data]);
  const balance = useBalance();
  const hidden = hiddenColumns(search.tanpa);
  const offered = useColumns().filter(({ key }) => key !== 'instansi' || scope.instansi === undefined);
  const columns = offered.filter(({ key }) => !hidden.includes(key));
  const change = (next: Partial<PeopleSearch>): void => {
    void navigate({ search: (before) => ({ ...before, ...next }), replace: true });
  };
  return (
    <>
      <PageHead
        title="Pegawai"
        said={
          balance === undefined
            ? undefined
            : `${formatNumber(everybody(balance))} orang: ${formatNumber(balance.berpasangan)} berpasangan, ${formatNumber(balance.hanyaSimpeg)} hanya di Simpeg, ${formatNumber(balance.hanyaBkn)} hanya di BKN.`
        }
      />
      <Sheet title="Daftar pegawai" rule="urut nama">
        {list.error !== null && first === undefined ? (
          <Reason error={list.error} onAgain={() => void list.refetch()} />
        ) : (
          <>
            <ListTools
              facets={
                balance === undefined ? null : (
                  <Facets
                    label="Saring menurut keadaan"
                    all={{ word: 'Semua', count: everybody(balance) }}
                    facets={facetsOf(balance)}
                    chosen={search.keadaan}
                    onChoose={(keadaan) => change({ keadaan: keadaan as PeopleSearch['keadaan'] })}
                  />
                )
              }
              search={search.cari}
              onSearch={(cari) => change({ cari })}
              columns={offered}
              hidden={hidden}
              onHidden={(keys) => change({ tanpa: keys.length === 0 ? undefined : keys.join(',') })}
              total={first?.jumlah ?? 0}
              onExport={async (choice) => exportList('pegawai', filter, choice)}
            />
            {first?.jumlah === 0 ? (
              <Empty>
                <p>
                  {search.cari === undefined
                    ? 'Belum ada pegawai: terbitkan kiriman pertama.'
                    : `Tidak ada orang yang cocok dengan "${search.cari}". Cari dengan 18 angka NIP atau sebagian nama.`}
                </p>
                {search.cari === undefined ? null : (
                  <button
                    type="button"
                    className="button"
                    onClick={() => change({ cari: undefined, keadaan: undefined })}
                  >
                    Hapus saringan
                  </button>
                )}
              </Empty>
            ) : (
              <DataTable
                label="Daftar pegawai"
                columns={columns}
                rows={rows}
                rowKey={(row) => `${row.instansi}-${row.orang}`}
                isLoading={list.isPending}
                more={
                  list.hasNextPage
                    ? { isLoading: list.isFetchingNextPage, load: () => void list.fetchNextPage() }
                    : undefined
                }
              />
            )}
            <p className="list-foot">
              {formatNumber(rows.length)} dari {formatNumber(first?.jumlah ?? 0)} orang ditampilkan.
            </p>
          </>
        )}
      </Sheet>
    </>
  );
}

const everybody = ({ berpasangan, hanyaSimpeg, hanyaBkn }: Balance): number => berpasangan + hanyaSimpeg + hanyaBkn;

function useBalance(): Balance | undefined {
  const { instansi } = useScope();
  const home = useQuery({ ...homeQuery(instansi ?? 0), enabled: instansi !== undefined });
  const province = useQuery({ ...provinceQuery, enabled: instansi === undefined });
  return instansi === undefined ? province.data?.neraca : home.data?.neraca;
}

const facetsOf = ({ berpasangan, hanyaSimpeg, hanyaBkn }: Balance): readonly Facet[] => [
  { nilai: 'berpasangan', label: STATE_LABELS.berpasangan, jumlah: berpasangan },
  { nilai: 'hanya-simpeg', label: STATE_LABELS['hanya-simpeg'], jumlah: hanyaSimpeg },
  { nilai: 'hanya-bkn', label: STATE_LABELS['hanya-bkn'], jumlah: hanyaBkn },
];

function useColumns(): readonly Column<Row>[] {
  const nameOf = useInstansiNames();
  return useMemo(() => columnsWith(nameOf), [nameOf]);
}

const columnsWith = (nameOf: (instansi: number) => string): readonly Column<Row>[] => [
  PERSON_COLUMN,
  { key: 'nip', head: '', name: 'NIP', isExportOnly: true, text: (row) => row.nip, cell: () => null },
  {
    key: 'golongan',
    head: 'Golongan',
    name: 'Golongan',
    text: (row) => row.golongan ?? '',
    cell: (row) => row.golongan ?? <span className="dim">kosong</span>,
  },
  {
    key: 'jabatan',
    head: 'Jabatan',
    name: 'Jabatan',
    narrow: 'whole',
    text: (row) => row.jabatan ?? '',
    cell: (row) => row.jabatan ?? <span className="dim">kosong</span>,
  },
  {
    key: 'unit',
    head: 'Unit',
    name: 'Unit',
    narrow: 'hidden',
    text: (row) => row.unit ?? '',
    cell: (row) => <span className="second">{row.unit}</span>,
  },
  {
    key: 'instansi',
    head: 'Instansi',
    name: 'Instansi',
    narrow: 'whole',
    text: (row) => nameOf(row.instansi),
    cell: (row) => <span className="second">{nameOf(row.instansi)}</span>,
  },
  {
    key: 'keadaan',
    head: 'Keadaan',
    name: 'Keadaan',
    text: (row) => STATE_LABELS[row.keadaan],
    cell: (row) => <PersonState row={row} />,
  },
  {
    key: 'selisih',
    head: 'Selisih',
    name: 'Selisih',
    isFigure: true,
    text: (row) => String(row.selisih),
    cell: (row) => <span className={row.selisih === 0 ? 'zero' : 'strong'}>{formatNumber(row.selisih)}</span>,
  },
];

function PersonState({ row }: { readonly row: Row }) {
  if (row.keadaan !== 'berpasangan') return <State state="none">{STATE_LABELS[row.keadaan]}</State>;
  return row.selisih === 0 ? <State state="ok">Selaras</State> : <State state="warn">Berselisih</State>;
}
