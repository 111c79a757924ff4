import './identity.css';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { FormEvent, ReactNode } from 'react';
import { type AuditList, auditList, describeEvent, EVENT_GROUPS } from '#identity/contract';
import { ask } from '../../api/request.ts';
import { useCan, useInstansiName } from '../../api/session.ts';
import { Reason } from '../../api/shown.tsx';
import { SavedViews, SaveView } from '../../lists/saved-views.tsx';
import { ColumnPicker } from '../../ui/column-picker.tsx';
import { arrange, formatPlaces, placesOf, widenPlace } from '../../ui/columns.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { formatInstant, formatNumber } from '../../ui/format.ts';
import { Empty } from '../../ui/instead.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { type AuditSearch, auditSearch } from './search.ts';
import { useVerification, VerificationSheet } from './verification.tsx';

type Event = AuditList['peristiwa'][number];

/** Audit: who did what to whose data, and whether the chain of events is whole. */
export function AuditPage() {
  const search = useSearch({ from: '/portal/audit' });
  const navigate = useNavigate({ from: '/audit' });
  // what the portal is asked; the rest of the address is how the list looks
  const { tampilan: _, kolom, urut: __, cari: ___, ...filter } = search;
  const list = useInfiniteQuery({
    queryKey: ['audit', filter],
    queryFn: async ({ pageParam, signal }) =>
      ask(auditList, 'audit', { query: { ...filter, sesudah: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ lanjut }) => lanjut ?? undefined,
    placeholderData: keepPreviousData,
  });
  const columns = useColumns();
  const maySee = useCan()('audit.lihat');
  const check = useVerification();
  const events = list.data?.pages.flatMap(({ peristiwa }) => peristiwa) ?? [];
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  const change = (next: Readonly<Record<string, string | undefined>>): void => {
    void navigate({ search: (before) => auditSearch.parse({ ...before, ...next }), replace: true });
  };
  const views = {
    daftar: 'audit',
    search,
    onOpen: (next: Readonly<Record<string, string>>, isFirst: boolean) =>
      void navigate({ search: auditSearch.parse(next), replace: isFirst }),
  } as const;
  const places = placesOf(columns, kolom);
  return (
    <>
      <PageHead
        title="Audit"
        said="Tiap tindakan dan tiap pembukaan data pegawai, terbaru di atas. Isi data tidak ikut tercatat."
        actions={
          maySee ? (
            <>
              <Link to="/audit/kepala" className="button">
                Kepala harian
              </Link>
              <button type="button" className="button" disabled={check.isPending} onClick={() => check.mutate()}>
                {check.isPending ? 'Memeriksa rantai' : 'Verifikasi rantai'}
              </button>
            </>
          ) : undefined
        }
      />
      <VerificationSheet check={check} />
      <Sheet title="Peristiwa" rule="urut waktu">
        {maySee ? (
          <>
            <SavedViews {...views} />
            <Filters key={JSON.stringify(filter)} search={search} onFilter={change}>
              <ColumnPicker columns={columns} places={kolom} onPlaces={(next) => change({ kolom: next })} />
              <SaveView {...views} />
            </Filters>
          </>
        ) : null}
        {list.error !== null && list.data === undefined ? (
          <Reason error={list.error} onAgain={() => void list.refetch()} />
        ) : list.data !== undefined && events.length === 0 ? (
          <Empty>
            <p>{isFiltered ? 'Tidak ada peristiwa yang cocok dengan saringan.' : 'Belum ada peristiwa.'}</p>
            {isFiltered ? (
              <button type="button" className="button" onClick={() => void navigate({ search: {} })}>
                Hapus saringan
              </button>
            ) : null}
          </Empty>
        ) : (
          <DataTable
            label="Peristiwa"
            columns={arrange(columns, places)}
            onWidth={(key, width) => change({ kolom: formatPlaces(widenPlace(places, key, width), columns) })}
            rows={events}
            rowKey={(row) => `${row.instansi}-${row.nomor}`}
            isLoading={list.isPending}
            style="plain"
            more={
              list.hasNextPage
                ? { isLoading: list.isFetchingNextPage, load: () => void list.fetchNextPage() }
                : undefined
            }
          />
        )}
      </Sheet>
    </>
  );
}

interface FiltersProps {
  readonly search: AuditSearch;
  readonly onFilter: (search: Pick<AuditSearch, FilterName>) => void;
  /** Tools beside the filter. */
  readonly children: ReactNode;
}

function Filters({ search, onFilter, children }: FiltersProps) {
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const given = (name: FilterName): string | undefined => {
      const value = form.get(name);
      return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
    };
    onFilter({
      pelaku: given('pelaku'),
      tindakan: given('tindakan'),
      sasaran: given('sasaran'),
      dari: given('dari'),
      sampai: given('sampai'),
    });
  };
  return (
    <form className="table-tools audit-filters" onSubmit={submit} role="search">
      <Filter name="pelaku" label="Pelaku" value={search.pelaku} />
      <label>
        <span className="dim small">Tindakan</span>
        <select className="field-like" name="tindakan" defaultValue={search.tindakan ?? ''}>
          <option value="">semua</option>
          {Object.entries(EVENT_GROUPS).map(([group, word]) => (
            <option key={group} value={group}>
              {word}
            </option>
          ))}
        </select>
      </label>
      <Filter name="sasaran" label="Sasaran" value={search.sasaran} />
      <Filter name="dari" label="Dari" value={search.dari} type="date" />
      <Filter name="sampai" label="Sampai" value={search.sampai} type="date" />
      <button type="submit" className="button small-button">
        Saring
      </button>
      <div className="tools">{children}</div>
    </form>
  );
}

type FilterName = 'pelaku' | 'tindakan' | 'sasaran' | 'dari' | 'sampai';

interface FilterProps {
  readonly name: FilterName;
  readonly label: string;
  readonly value: string | undefined;
  readonly type?: 'text' | 'date';
}

function Filter({ name, label, value, type = 'text' }: FilterProps) {
  return (
    <label>
      <span className="dim small">{label}</span>
      <input className="field-like" type={type} name={name} defaultValue={value ?? ''} maxLength={120} />
    </label>
  );
}

function useColumns(): readonly Column<Event>[] {
  const nameOf = useInstansiName();
  return [
    {
      key: 'pada',
      head: 'Waktu',
      name: 'Waktu',
      cell: (row) => <span className="nowrap">{formatInstant(row.pada)}</span>,
    },
    {
      key: 'pelaku',
      head: 'Pelaku',
      name: 'Pelaku',
      cell: (row) => row.namaPelaku ?? ACTORS[row.pelaku] ?? row.pelaku,
    },
    {
      key: 'tindakan',
      head: 'Yang dilakukan',
      name: 'Yang dilakukan',
      narrow: 'whole',
      cell: (row) => describeEvent(row.tindakan, row.rincian),
    },
    { key: 'sasaran', head: 'Terhadap', name: 'Terhadap', cell: targetOf },
    { key: 'instansi', head: 'Instansi', name: 'Instansi', cell: (row) => nameOf(row.instansi) },
    {
      key: 'nomor',
      head: 'Nomor',
      name: 'Nomor',
      isFigure: true,
      narrow: 'hidden',
      cell: (row) => <span className="dim">{formatNumber(row.nomor)}</span>,
    },
  ];
}

/** Those who act and are no users. */
const ACTORS: Readonly<Record<string, string>> = {
  sistem: 'Portal sendiri',
  'baris-perintah': 'Baris perintah',
  'tidak-dikenal': 'Tidak dikenal',
};

const TARGETS: Readonly<Record<string, string>> = {
  orang: 'Pegawai',
  kiriman: 'Kiriman',
  ekspor: 'Ekspor',
  pengguna: 'Pengguna',
};

/** What it was done to: a user's name, or the kind of thing and its number. */
function targetOf({ sasaran, namaSasaran, pelaku }: Event) {
  const [kind = '', id = ''] = sasaran.split('/');
  if (kind === 'pengguna' && id === pelaku) return <span className="dim">akun sendiri</span>;
  if (namaSasaran !== null) return namaSasaran;
  const word = TARGETS[kind];
  if (word === undefined)
    return <span className="dim">{kind === 'sesi' ? 'sesi' : kind === 'jejak' ? 'jejak audit' : kind}</span>;
  return (
    <>
      {word} <span className="mono anywhere">{id.slice(0, 8)}</span>
    </>
  );
}
