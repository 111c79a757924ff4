import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import {
  causeList,
  changeCounts,
  type ChangeKind,
  changeList,
  differenceList,
  homeAnswer,
  peopleFacets,
  personAnswer,
  personList,
  provinceAnswer,
  searchAnswer,
} from '#findings/contract';
import { ask, type Query } from '../../api/request.ts';
import { seesAll, useMe } from '../../api/session.ts';

/** Whose data the page shows; undefined for all. */
export interface Scope {
  readonly instansi: number | undefined;
}

export function useScope(): Scope {
  const me = useMe();
  const { instansi } = useSearch({ strict: false });
  return { instansi: seesAll(me) ? instansi : me.instansi.instansi };
}

export const homeQuery = (instansi: number) =>
  queryOptions({
    queryKey: ['beranda', instansi],
    queryFn: async ({ signal }) => ask(homeAnswer, 'beranda', { query: { instansi }, signal }),
  });

export const provinceQuery = queryOptions({
  queryKey: ['beranda', 'semua'],
  queryFn: async ({ signal }) => ask(provinceAnswer, 'beranda/provinsi', { signal }),
});

/** What the frame shows of the data: how many differences are open, and of which days the data are. */
interface Summary {
  readonly open: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly bkn: string | null;
}

const summaryQuery = ({ instansi }: Scope) =>
  queryOptions({
    queryKey: ['ringkasan', instansi ?? 'semua'],
    queryFn: async ({ client }) => (instansi === undefined ? summariseAll(client) : summarise(client, instansi)),
  });

async function summarise(client: QueryClient, instansi: number): Promise<Summary> {
  const { selisih, cap } = await client.fetchQuery(homeQuery(instansi));
  return { open: selisih, from: cap.simpeg, to: cap.simpeg, bkn: cap.bkn };
}

async function summariseAll(client: QueryClient): Promise<Summary> {
  const { selisih, cap, baris } = await client.fetchQuery(provinceQuery);
  const days = baris.flatMap(({ simpegPer }) => (simpegPer === null ? [] : [simpegPer])).toSorted();
  return { open: selisih, from: days[0] ?? null, to: days.at(-1) ?? null, bkn: cap.bkn };
}

export const openCountQuery = (scope: Scope) => ({ ...summaryQuery(scope), select: ({ open }: Summary) => open });
export const asOfQuery = (scope: Scope) => summaryQuery(scope);

export const causesQuery = ({ instansi }: Scope) =>
  queryOptions({
    queryKey: ['sebab', instansi ?? 'semua'],
    queryFn: async ({ signal }) => ask(causeList, 'selisih/sebab', { query: { instansi }, signal }),
  });

/** What became of an instansi's differences since its delivery before. */
export const changesQuery = (instansi: number) =>
  queryOptions({
    queryKey: ['perubahan', instansi],
    queryFn: async ({ signal }) => ask(changeCounts, `perubahan/${instansi}`, { signal }),
  });
export const changeListQuery = (instansi: number, jenis: ChangeKind) =>
  infiniteQueryOptions({
    queryKey: ['perubahan', instansi, jenis],
    queryFn: async ({ pageParam, signal }) =>
      ask(changeList, `perubahan/${instansi}/selisih`, { query: { jenis, sesudah: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ lanjut }) => lanjut ?? undefined,
  });

export interface DifferenceFilter {
  readonly instansi: number | undefined;
  readonly sebab?: string | undefined;
  readonly bidang?: string | undefined;
  readonly kelas?: string | undefined;
  readonly cari?: string | undefined;
}

const fetchDifferences = async (filter: DifferenceFilter, sesudah?: string, signal?: AbortSignal) =>
  ask(differenceList, 'selisih', { query: { ...filter, sesudah } satisfies Query, signal });

export const differencesQuery = (filter: DifferenceFilter) =>
  infiniteQueryOptions({
    queryKey: ['selisih', filter],
    queryFn: async ({ pageParam, signal }) => fetchDifferences(filter, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ lanjut }) => lanjut ?? undefined,
  });

export interface PeopleFilter {
  readonly instansi: number | undefined;
  readonly keadaan?: string | undefined;
  readonly golongan?: string | undefined;
  readonly unit?: string | undefined;
  readonly cari?: string | undefined;
  readonly urut?: string | undefined;
}

const fetchPeople = async (filter: PeopleFilter, sesudah?: string, signal?: AbortSignal) =>
  ask(personList, 'pegawai', { query: { ...filter, sesudah } satisfies Query, signal });

export const peopleQuery = (filter: PeopleFilter) =>
  infiniteQueryOptions({
    queryKey: ['pegawai', filter],
    queryFn: async ({ pageParam, signal }) => fetchPeople(filter, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ lanjut }) => lanjut ?? undefined,
  });

/** How many people have which golongan and unit. */
export const peopleFacetsQuery = (filter: Omit<PeopleFilter, 'urut'>) =>
  queryOptions({
    queryKey: ['pegawai', 'segi', filter],
    queryFn: async ({ signal }) => ask(peopleFacets, 'pegawai/segi', { query: { ...filter } satisfies Query, signal }),
  });

export const personQuery = (instansi: string, orang: string) =>
  queryOptions({
    queryKey: ['orang', instansi, orang],
    queryFn: async ({ signal }) => ask(personAnswer, `orang/${instansi}/${encodeURIComponent(orang)}`, { signal }),
    // Every read leaves an event in the audit trail: none without need.
    staleTime: 300_000,
  });

export const searchQuery = (q: string, instansi: number | undefined) =>
  queryOptions({
    queryKey: ['cari', q, instansi ?? 'semua'],
    queryFn: async ({ signal }) => ask(searchAnswer, 'cari', { query: { q, instansi }, signal }),
  });
