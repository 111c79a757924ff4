import './findings.css';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { type Balance, GROUP_LABELS, type PeopleFacets, type PeopleGroup, type PersonList } from '#findings/contract';
import { DataList } from '../../lists/data-list.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { type Facet, Facets } from '../../ui/facets.tsx';
import { formatNumber } from '../../ui/format.ts';
import { Nip } from '../../ui/nip.tsx';
import { OpenFigure } from '../../ui/opens.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { TwoLines } from '../../ui/two-lines.tsx';
import { PERSON_COLUMN, useInstansiNames } from './person-column.tsx';
import { PersonState } from './person-state.tsx';
import { homeQuery, peopleFacetsQuery, peopleQuery, provinceQuery, useScope } from './queries.ts';
import { ORDER_WORDS, peopleSearch, peopleWords } from './search.ts';

type Row = PersonList['baris'][number];

/** Pegawai: everybody of both sides, searched by NIP or name. */
export function PeoplePage() {
  const scope = useScope();
  const search = useSearch({ from: '/portal/pegawai' });
  const navigate = useNavigate({ from: '/pegawai' });
  const { keadaan, golongan, unit, cari, urut } = search;
  const narrowed = { keadaan, golongan, unit, cari };
  const filter = { ...narrowed, urut };
  const list = useInfiniteQuery({ ...peopleQuery({ ...scope, ...filter }), placeholderData: keepPreviousData });
  const { data: facets } = useQuery({
    ...peopleFacetsQuery({ ...scope, ...narrowed }),
    placeholderData: keepPreviousData,
  });
  const balance = useBalance();
  const columns = useColumns().filter(({ key }) => key !== 'instansi' || scope.instansi === undefined);
  const change = (next: Readonly<Record<string, string | undefined>>): void => {
    void navigate({ search: (before) => peopleSearch.parse({ ...before, ...next }), replace: true });
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
      <Sheet title="Daftar pegawai" rule={ORDER_WORDS[urut ?? 'nama']}>
        <DataList
          daftar="pegawai"
          label="Daftar pegawai"
          unit="orang"
          list={list}
          columns={columns}
          rowKey={(row) => `${row.instansi}-${row.orang}`}
          rowName={(row) => row.nama}
          nipOf={(row) => row.nip}
          search={search}
          onChange={change}
          onOpen={(next, isFirst) => void navigate({ search: peopleSearch.parse(next), replace: isFirst })}
          instansi={scope.instansi}
          filter={filter}
          words={peopleWords(search, facets)}
          filters={['keadaan', 'golongan', 'unit', 'cari']}
          parts={
            facets === undefined
              ? []
              : [
                  { param: 'golongan', name: 'Golongan', facets: facets.golongan.pilihan, chosen: golongan },
                  ...(facets.unit === null
                    ? []
                    : [{ param: 'unit', name: unitName(facets.unit), facets: facets.unit.pilihan, chosen: unit }]),
                ]
          }
          facets={
            balance === undefined ? null : (
              <Facets
                label="Saring menurut keadaan"
                all={{ word: 'Semua', count: everybody(balance) }}
                facets={facetsOf(balance, keadaan)}
                chosen={keadaan}
                onChoose={(chosen) => change({ keadaan: chosen })}
              />
            )
          }
          empty={
            <p>
              Belum ada pegawai. Orang dari Simpeg dan BKN muncul di sini sesudah kiriman pertama terbit; mulailah di
              Kiriman.
            </p>
          }
        />
      </Sheet>
    </>
  );
}

/** Where not all units have room among the choices, it says so. */
const unitName = ({ semua, pilihan }: NonNullable<PeopleFacets['unit']>): string =>
  semua > pilihan.length ? `Unit (${formatNumber(pilihan.length)} terbesar dari ${formatNumber(semua)})` : 'Unit';

const everybody = ({ berpasangan, hanyaSimpeg, hanyaBkn }: Balance): number => berpasangan + hanyaSimpeg + hanyaBkn;

function useBalance(): Balance | undefined {
  const { instansi } = useScope();
  const home = useQuery({ ...homeQuery(instansi ?? 0), enabled: instansi !== undefined });
  const province = useQuery({ ...provinceQuery, enabled: instansi === undefined });
  return instansi === undefined ? province.data?.neraca : home.data?.neraca;
}

/** The four groups that everybody is in one of, and the chosen one where it is another. */
function facetsOf(balance: Balance, chosen: PeopleGroup | undefined): readonly Facet[] {
  const counts: Readonly<Record<PeopleGroup, number>> = {
    selaras: balance.selaras,
    berselisih: balance.berselisih,
    'hanya-simpeg': balance.hanyaSimpeg,
    'hanya-bkn': balance.hanyaBkn,
    berpasangan: balance.berpasangan,
    simpeg: balance.simpeg,
    bkn: balance.bkn,
  };
  const shown: readonly PeopleGroup[] = ['berselisih', 'selaras', 'hanya-simpeg', 'hanya-bkn'];
  return [...shown, ...(chosen === undefined || shown.includes(chosen) ? [] : [chosen])].map((group) => ({
    nilai: group,
    label: GROUP_LABELS[group],
    jumlah: counts[group],
  }));
}

function useColumns(): readonly Column<Row>[] {
  const nameOf = useInstansiNames();
  return useMemo(() => columnsWith(nameOf), [nameOf]);
}

const columnsWith = (nameOf: (instansi: number) => string): readonly Column<Row>[] => [
  { ...PERSON_COLUMN, sort: 'nama' },
  { key: 'nip', head: 'NIP', name: 'NIP', sort: 'nip', isExtra: true, cell: (row) => <Nip value={row.nip} /> },
  {
    key: 'golongan',
    head: 'Golongan',
    name: 'Golongan',
    sort: 'golongan',
    cell: (row) => row.golongan ?? <span className="dim">kosong</span>,
  },
  {
    key: 'jabatan',
    head: 'Jabatan',
    name: 'Jabatan',
    narrow: 'whole',
    cell: (row) => (row.jabatan === null ? <span className="dim">kosong</span> : <TwoLines text={row.jabatan} />),
  },
  {
    key: 'unit',
    head: 'Unit',
    name: 'Unit',
    sort: 'unit',
    narrow: 'hidden',
    cell: (row) => <TwoLines text={row.unit} small />,
  },
  {
    key: 'instansi',
    head: 'Instansi',
    name: 'Instansi',
    narrow: 'whole',
    cell: (row) => <span className="second nowrap">{nameOf(row.instansi)}</span>,
  },
  {
    key: 'keadaan',
    head: 'Keadaan',
    name: 'Keadaan',
    cell: (row) => <PersonState keadaan={row.keadaan} selisih={row.selisih} />,
  },
  {
    key: 'selisih',
    head: 'Selisih',
    name: 'Selisih',
    sort: 'selisih',
    isFigure: true,
    cell: (row) => (
      <OpenFigure
        to="/selisih"
        search={{ instansi: row.instansi, susun: 'orang', cari: row.nip }}
        count={row.selisih}
        of={`selisih ${row.nama}`}
      />
    ),
  },
];
