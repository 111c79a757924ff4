import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { CLASS_LABELS, type DifferenceRow } from '#findings/contract';
import { DataList } from '../../lists/data-list.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { Facets } from '../../ui/facets.tsx';
import { formatCompared, formatDay, formatNumber } from '../../ui/format.ts';
import { SourceMark } from '../../ui/source-mark.tsx';
import { TwoLines } from '../../ui/two-lines.tsx';
import { MarkedValue } from '../../ui/value.tsx';
import { useDeciding } from './deciding/use-deciding.tsx';
import { PERSON_COLUMN, useInstansiNames } from './person-column.tsx';
import { type DifferenceFilter, differencesQuery } from './queries.ts';
import { type DifferenceSearch, differenceSearch, differenceWords } from './search.ts';
import { grainOf } from './grain.ts';
import { besideField } from './person-words.ts';

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
  const segi = list.data?.pages[0]?.segi;
  const people = list.data?.pages[0]?.orang ?? 0;
  const { instansi, ...own } = filter;
  const deciding = useDeciding(
    instansi,
    own,
    list.data?.pages.flatMap(({ baris }) => baris),
  );
  const isBeside = search.susun !== 'orang' && deciding.columns.length > 0;
  const columns = [...useColumns(), ...deciding.columns]
    .filter(({ key }) => !without.includes(key))
    // beside a list of causes a laptop has no room for this one
    .map((column) => (isBeside && column.key === 'sejak' ? { ...column, isExtra: true } : column));
  const change = (next: Readonly<Record<string, string | undefined>>): void => {
    void navigate({ search: (before) => differenceSearch.parse({ ...before, ...next }), replace: true });
  };
  // What the arrangement shows beside the list is no part of its filter.
  const parts = [
    { param: 'kelas', name: 'Jenis selisih', facets: segi?.kelas ?? [], chosen: search.kelas },
    { param: 'bidang', name: 'Bidang', facets: segi?.bidang ?? [], chosen: search.bidang },
    { param: 'sebab', name: 'Sebab', facets: segi?.sebab ?? [], chosen: search.sebab },
  ].filter(({ param }) => search.susun === 'orang' || param === 'kelas');
  const filters = [...parts.map(({ param }) => param), 'cari'];
  return (
    <DataList
      daftar="selisih"
      label="Daftar selisih"
      unit="selisih"
      list={list}
      columns={columns}
      rowKey={(row) => `${row.instansi}-${row.orang}-${row.bidang}`}
      rowName={(row) => `${row.nama}, ${row.label}`}
      nipOf={(row) => row.nip}
      search={search}
      onChange={change}
      onOpen={(next, isFirst) => void navigate({ search: differenceSearch.parse(next), replace: isFirst })}
      instansi={instansi}
      filter={own}
      words={differenceWords(own, segi)}
      filters={filters}
      facets={
        segi === undefined ? null : (
          <Facets
            label="Saring menurut jenis selisih"
            all={{ word: 'Semua', count: segi.kelas.reduce((sum, { jumlah }) => sum + jumlah, 0) }}
            facets={segi.kelas}
            chosen={search.kelas}
            onChoose={(kelas) => change({ kelas })}
          />
        )
      }
      parts={search.susun === 'orang' ? parts : []}
      empty="Tidak ada selisih terbuka pada data ini. Selisih baru muncul di sini sesudah kiriman terbit."
      foot={`, pada ${formatNumber(people)} orang`}
      bulk={deciding.bulk}
      letters={deciding.letters}
    />
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
    cell: (row) => <small className="second nowrap">{nameOf(row.instansi)}</small>,
  },
  {
    key: 'bidang',
    head: 'Bidang',
    name: 'Bidang',
    narrow: 'whole',
    cell: (row) => row.label,
  },
  {
    key: 'simpeg',
    head: <SourceMark side="simpeg" />,
    name: 'Simpeg',
    isFixed: true,
    cell: (row) => <Side row={row} side="simpeg" />,
  },
  {
    key: 'bkn',
    head: <SourceMark side="bkn" />,
    name: 'BKN',
    isFixed: true,
    cell: (row) => <Side row={row} side="bkn" />,
  },
  {
    key: 'jabatan',
    head: 'Jabatan',
    name: 'Jabatan',
    narrow: 'hidden',
    cell: (row) => <TwoLines text={row.jabatan} small />,
  },
  {
    key: 'kelas',
    head: 'Jenis',
    name: 'Jenis',
    isExtra: true,
    narrow: 'hidden',
    cell: (row) => <small className="second">{CLASS_LABELS[row.kelas]}</small>,
  },
  {
    key: 'kalimat',
    head: 'Sebab',
    name: 'Sebab',
    narrow: 'whole',
    cell: (row) => <TwoLines text={row.kalimat === null ? 'belum berkelompok' : besideField(row)} small />,
  },
  {
    key: 'sejak',
    head: 'Sejak',
    name: 'Sejak',
    narrow: 'hidden',
    cell: (row) => <small className="nowrap dim">{row.sejak === null ? '' : formatDay(row.sejak)}</small>,
  },
];

function Side({ row, side }: { readonly row: DifferenceRow; readonly side: 'simpeg' | 'bkn' }) {
  const shown = (value: string | null): string | null => (value === null ? null : formatCompared(value));
  const [value, other] = side === 'simpeg' ? [row.nilaiSimpeg, row.nilaiBkn] : [row.nilaiBkn, row.nilaiSimpeg];
  return <MarkedValue side={side} value={shown(value)} other={shown(other)} grain={grainOf(row.bidang)} />;
}
