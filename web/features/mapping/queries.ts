import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import {
  type BaseRequest,
  bookAnswer,
  filterPreview,
  type FilterRule,
  previewAnswer,
  savedAnswer,
  trialAnswer,
  workbenchAnswer,
} from '#findings/contract';
import { ask } from '../../api/request.ts';
import type { Decisions } from './draft.ts';

/** One delivery whose columns are mapped. */
export interface Place {
  readonly dari: string;
  readonly kiriman: string;
}

const pathOf = ({ dari, kiriman }: Place): string => `pemetaan/${dari}/${encodeURIComponent(kiriman)}`;

export const workbenchQuery = (place: Place) =>
  queryOptions({
    queryKey: ['pemetaan', place.dari, place.kiriman],
    queryFn: async ({ signal }) => ask(workbenchAnswer, pathOf(place), { signal }),
    // what somebody works on must not change under the hands
    staleTime: Number.POSITIVE_INFINITY,
  });

const changesOf = ({ edits: ubahan, rules: aturan }: Decisions) => ({ ubahan, aturan });

export const previewQuery = (place: Place, letak: number, mulai: number, { edits, rules }: Decisions) =>
  queryOptions({
    queryKey: ['pratinjau', place.dari, place.kiriman, letak, mulai, edits, rules],
    queryFn: async ({ signal }) =>
      ask(previewAnswer, `${pathOf(place)}/pratinjau`, {
        method: 'POST',
        body: { ...changesOf({ edits, rules }), letak, mulai },
        signal,
      }),
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  });

/** Whom a filter drops. */
export const filterQuery = (place: Place, saringan: FilterRule, mulai: number, { edits, rules }: Decisions) =>
  queryOptions({
    queryKey: ['pratinjau', place.dari, place.kiriman, 'saringan', saringan, mulai, edits, rules],
    queryFn: async ({ signal }) =>
      ask(filterPreview, `${pathOf(place)}/pratinjau-saringan`, {
        method: 'POST',
        body: { ...changesOf({ edits, rules }), saringan, mulai },
        signal,
      }),
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  });

/** Begins the workbench anew from another table of the file, or from what other instansi confirmed. */
export const changeBase = async (place: Place, base: BaseRequest) =>
  ask(workbenchAnswer, `${pathOf(place)}/dasar`, { method: 'POST', body: base });

export const bookQuery = (dari: string) =>
  queryOptions({
    queryKey: ['buku', dari],
    queryFn: async ({ signal }) => ask(bookAnswer, `pemetaan/${dari}`, { signal }),
  });

export const saveVersion = async (place: Place, decisions: Decisions, catatan: string) =>
  ask(savedAnswer, `${pathOf(place)}/simpan`, { method: 'POST', body: { ...changesOf(decisions), catatan } });

export const tryVersion = async (dari: string, versi: number) =>
  ask(trialAnswer, `pemetaan/${dari}/versi/${versi}/uji`, { method: 'POST' });

export const confirmVersion = async (dari: string, versi: number) =>
  ask(bookAnswer, `pemetaan/${dari}/versi/${versi}/sahkan`, { method: 'POST' });
