import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Action, BKN_INSTANSI, type Instansi, instansiList, type Me, meAnswer } from '#identity/contract';
import { ask, Refusal } from './request.ts';

export const meQuery = queryOptions({
  queryKey: ['saya'],
  queryFn: async ({ signal }) => {
    try {
      return await ask(meAnswer, 'saya', { signal });
    } catch (error) {
      if (error instanceof Refusal && error.status === 401) return null;
      throw error;
    }
  },
  staleTime: 300_000,
  retry: false,
});

/** Who is signed in; the shell draws pages only where somebody is. */
export function useMe(): Me {
  const { data } = useQuery(meQuery);
  if (data === undefined || data === null) throw new Error('a page was drawn without a session');
  return data;
}

/** Whether the user may do something at all; the portal decides again about each request. */
export function useCan(): (action: Action) => boolean {
  const { hak, wajib } = useMe();
  return (action) => wajib === null && hak[action] !== undefined;
}

export const instansiQuery = queryOptions({
  queryKey: ['instansi'],
  queryFn: async ({ signal }) => ask(instansiList, 'instansi', { signal }),
  staleTime: 3_600_000,
});

/** "Pemerintah Kab. Kudus" -> "Kab. Kudus", as people call it on a screen. */
export const shortName = (nama: string): string =>
  nama
    .replace(/^Pemerintah /, '')
    .replace(/^Kabupaten /, 'Kab. ')
    .replace(/^Provinsi /, 'Prov. ');

/** Names of instansi by their codes, as people call them. */
export function useInstansiName(): (code: number) => string {
  const { data: all = [] } = useQuery(instansiQuery);
  return (code) => shortName(all.find(({ instansi }) => instansi === code)?.nama ?? String(code));
}

/** The governments without BKN, the province first. */
export function governmentsOf(instansi: readonly Instansi[]): readonly Instansi[] {
  return instansi.filter((one) => one.instansi !== BKN_INSTANSI);
}

/** Whether the user looks at more than the own instansi, and so chooses one in the bar. */
export function seesAll({ hak }: Me): boolean {
  return Object.values(hak).includes('semua') && hak['selisih.lihat'] === 'semua';
}

/** Forgets everything that was read in this session. */
export function useForget(): () => void {
  const client = useQueryClient();
  return () => {
    client.clear();
    client.setQueryData(meQuery.queryKey, null);
  };
}
