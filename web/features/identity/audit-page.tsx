import './identity.css';
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { type AuditList, auditList, auditVerification } from '#identity/contract';
import { ask } from '../../api/request.ts';
import { instansiQuery, shortName } from '../../api/session.ts';
import { Reason } from '../../api/shown.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { formatInstant, formatNumber } from '../../ui/format.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { Empty } from '../../ui/instead.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import type { AuditSearch } from './search.ts';

type Event = AuditList['peristiwa'][number];

/** Audit: who did what to whose data, and whether the chain of events is whole. */
export function AuditPage() {
  const search = useSearch({ from: '/portal/audit' });
  const navigate = useNavigate({ from: '/audit' });
  const { instansi } = search;
  const list = useInfiniteQuery({
    queryKey: ['audit', search],
    queryFn: async ({ pageParam, signal }) =>
      ask(auditList, 'audit', { query: { ...search, sesudah: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ lanjut }) => lanjut ?? undefined,
    placeholderData: keepPreviousData,
  });
  const columns = useColumns();
  const events = list.data?.pages.flatMap(({ peristiwa }) => peristiwa) ?? [];
  const isFiltered = Object.values(search).some((value) => value !== undefined);
  return (
    <>
      <PageHead
        title="Audit"
        said="Tiap tindakan dan tiap pembukaan data pegawai, terbaru di atas. Isi data tidak ikut tercatat."
        actions={<Verify />}
      />
      <Sheet title="Peristiwa" rule="urut waktu">
        <Filters
          key={JSON.stringify(search)}
          search={search}
          onFilter={(next) => void navigate({ search: { ...next, ...(instansi === undefined ? {} : { instansi }) } })}
        />
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
            columns={columns}
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
  readonly onFilter: (search: AuditSearch) => void;
}

function Filters({ search, onFilter }: FiltersProps) {
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const given = (name: keyof AuditSearch): string | undefined => {
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
      <Filter name="tindakan" label="Tindakan" value={search.tindakan} />
      <Filter name="sasaran" label="Sasaran" value={search.sasaran} />
      <Filter name="dari" label="Dari" value={search.dari} type="date" />
      <Filter name="sampai" label="Sampai" value={search.sampai} type="date" />
      <button type="submit" className="button small-button">
        Saring
      </button>
    </form>
  );
}

interface FilterProps {
  readonly name: keyof AuditSearch;
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
  const { data: all = [] } = useQuery(instansiQuery);
  const nameOf = (code: number): string =>
    shortName(all.find(({ instansi }) => instansi === code)?.nama ?? String(code));
  return [
    {
      key: 'pada',
      head: 'Waktu',
      name: 'Waktu',
      cell: (row) => <span className="nowrap">{formatInstant(row.pada)}</span>,
    },
    { key: 'pelaku', head: 'Pelaku', name: 'Pelaku', cell: (row) => row.namaPelaku ?? row.pelaku },
    { key: 'tindakan', head: 'Tindakan', name: 'Tindakan', cell: (row) => row.tindakan },
    {
      key: 'sasaran',
      head: 'Sasaran',
      name: 'Sasaran',
      cell: (row) => <span className="mono anywhere">{row.sasaran}</span>,
    },
    { key: 'instansi', head: 'Instansi', name: 'Instansi', cell: (row) => nameOf(row.instansi) },
    {
      key: 'rincian',
      head: 'Rincian',
      name: 'Rincian',
      narrow: 'whole',
      cell: (row) => <small className="second">{detailOf(row)}</small>,
    },
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

const detailOf = ({ rincian }: Event): string =>
  Object.entries(rincian)
    .map(([key, value]) => `${key}: ${String(value)}`)
    .join(', ');

/** Recomputes every chain; one changed letter anywhere is found. */
function Verify() {
  const [isShown, setShown] = useState(false);
  const verify = useMutation({
    mutationFn: async () => ask(auditVerification, 'audit/periksa'),
    onMutate: () => setShown(true),
  });
  return (
    <>
      {isShown && verify.data !== undefined ? <Verdict verification={verify.data} /> : null}
      {verify.error === null ? null : <span role="alert">{verify.error.message}</span>}
      <button type="button" className="button" disabled={verify.isPending} onClick={() => verify.mutate()}>
        {verify.isPending ? 'Memeriksa rantai' : 'Verifikasi rantai'}
      </button>
    </>
  );
}

function Verdict({
  verification: { peristiwa, putus },
}: {
  readonly verification: {
    readonly peristiwa: number;
    readonly putus: readonly { readonly instansi: number; readonly nomor: number; readonly sebab: string }[];
  };
}) {
  const [first] = putus;
  return (
    <span className="state" role="status">
      <Glyph state={first === undefined ? 'ok' : 'bad'} />
      {first === undefined
        ? `Rantai utuh, ${formatNumber(peristiwa)} peristiwa`
        : `Rantai ${first.instansi} putus pada peristiwa ${formatNumber(first.nomor)}: ${first.sebab}`}
    </span>
  );
}
