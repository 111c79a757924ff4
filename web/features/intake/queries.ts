import { queryOptions } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { deliveryDetail, deliveryList } from '#intake/contract';
import { ask } from '../../api/request.ts';
import { useMe } from '../../api/session.ts';
import { isAtWork, isRunning } from './words.ts';

/** Whose deliveries are shown: those of the instansi in the bar, of all for who sees all, else the own ones. */
export function useDeliveryScope(): number | undefined {
  const me = useMe();
  const { instansi } = useSearch({ strict: false });
  return me.hak['kiriman.lihat'] === 'semua' ? instansi : me.instansi.instansi;
}

export const deliveriesQuery = (instansi: number | undefined) =>
  queryOptions({
    queryKey: ['kiriman', instansi ?? 'semua'],
    queryFn: async ({ signal }) => ask(deliveryList, 'kiriman', { query: { instansi }, signal }),
    refetchInterval: ({ state }) =>
      state.data?.kiriman.some(({ keadaan }) => isAtWork(keadaan)) === true ? 2_000 : 30_000,
  });

export const deliveryPath = (instansi: number | string, kiriman: string): string =>
  `kiriman/${instansi}/${encodeURIComponent(kiriman)}`;

export const deliveryQuery = (instansi: number | string, kiriman: string) =>
  queryOptions({
    queryKey: ['kiriman', String(instansi), kiriman],
    queryFn: async ({ signal }) => ask(deliveryDetail, deliveryPath(instansi, kiriman), { signal }),
    staleTime: 0,
    refetchInterval: ({ state }) => {
      const { data } = state;
      return data !== undefined && (isAtWork(data.keadaan) || isRunning(data.pekerjaan)) ? 700 : false;
    },
  });
