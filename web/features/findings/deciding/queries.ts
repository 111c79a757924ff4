import { queryOptions, useMutation, useQueries, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import {
  caseCounts,
  type CaseRow,
  casesAnswer,
  type ChosenDifferences,
  decisionList,
  type DecisionRequest,
  type DecisionRow,
  decisionRow,
  effectAnswer,
} from '#decisions/contract';
import type { DifferenceRow } from '#findings/contract';
import { ask } from '../../../api/request.ts';

export const decisionsQuery = (instansi: number | undefined) =>
  queryOptions({
    queryKey: ['keputusan', instansi ?? 'semua'],
    queryFn: async ({ signal }) => ask(decisionList, 'keputusan', { query: { instansi }, signal }),
  });

/** Decisions that wait for a second pair of eyes; the list of all holds only the newest. */
export const waitingQuery = (instansi: number) =>
  queryOptions({
    queryKey: ['keputusan', instansi, 'menunggu'],
    queryFn: async ({ signal }) => ask(decisionList, 'keputusan', { query: { instansi, keadaan: 'menunggu' }, signal }),
  });

export const caseCountsQuery = (instansi: number | undefined) =>
  queryOptions({
    queryKey: ['hitungan-perkara', instansi ?? 'semua'],
    queryFn: async ({ signal }) => ask(caseCounts, `perkara/${instansi}/hitungan`, { signal }),
    enabled: instansi !== undefined,
  });

export const previewQuery = (instansi: number, pilihan: DecisionRequest['pilihan'], pilih: ChosenDifferences) =>
  queryOptions({
    queryKey: ['pratinjau-keputusan', instansi, pilihan, pilih],
    queryFn: async ({ signal }) =>
      ask(effectAnswer, `keputusan/${instansi}/pratinjau`, { method: 'POST', body: { pilih, pilihan }, signal }),
    gcTime: 0,
    staleTime: 0,
    retry: false,
  });

/** Rows of a page of a list; their cases are asked for together. */
const PAGE = 100;

/** Where a difference of a list stands, and the publication that tells it. */
export type SeenCase = CaseRow & { readonly terbitan: number };

/** Where the differences of a list stand, by their rows; one that is not in it is not known yet. */
export function useCases(
  instansi: number | undefined,
  rows: readonly Pick<DifferenceRow, 'orang' | 'bidang'>[],
): ReadonlyMap<string, SeenCase> {
  const pages = Array.from({ length: Math.ceil(rows.length / PAGE) }, (_, at) =>
    rows.slice(at * PAGE, (at + 1) * PAGE).map(({ orang, bidang }) => ({ orang, bidang })),
  );
  const found = useQueries({
    queries: pages.map((perkara) => ({
      queryKey: ['perkara', instansi, perkara],
      queryFn: async ({ signal }: { signal: AbortSignal }) =>
        ask(casesAnswer, `perkara/${instansi}`, { method: 'POST', body: { perkara }, signal }),
      enabled: instansi !== undefined,
    })),
    combine: (results) => results.map(({ data }) => data),
  });
  return useMemo(
    () =>
      new Map(
        found.flatMap((page) =>
          (page?.perkara ?? []).map((each) => [
            `${each.orang}-${each.bidang}`,
            { ...each, terbitan: page?.terbitan ?? 0 },
          ]),
        ),
      ),
    [found],
  );
}

/** What decisions change on the screen: where cases stand, how many do, and the decisions themselves. */
function useRefresh(): () => void {
  const client = useQueryClient();
  return () => {
    for (const key of ['perkara', 'keputusan', 'hitungan-perkara']) void client.invalidateQueries({ queryKey: [key] });
  };
}

export function useDecide(instansi: number) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async (request: Omit<DecisionRequest, 'catatan'> & { readonly catatan?: string }) =>
      ask(effectAnswer, `keputusan/${instansi}`, { method: 'POST', body: request }),
    onSettled: refresh,
  });
}

export function useStep() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async ({ instansi, keputusan, langkah }: StepAsked) =>
      ask(decisionRow, `keputusan/${instansi}/${keputusan}/${langkah}`, { method: 'POST' }),
    onSettled: refresh,
  });
}

interface StepAsked {
  readonly instansi: number;
  readonly keputusan: string;
  readonly langkah: DecisionRow['boleh'][number];
}
