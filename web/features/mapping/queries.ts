import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import {
  bookAnswer,
  previewAnswer,
  type RecipeEdit,
  savedAnswer,
  trialAnswer,
  workbenchAnswer,
} from '#findings/contract';
import { ask } from '../../api/request.ts';

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

export const previewQuery = (place: Place, letak: number, mulai: number, ubahan: readonly RecipeEdit[]) =>
  queryOptions({
    queryKey: ['pratinjau', place.dari, place.kiriman, letak, mulai, ubahan],
    queryFn: async ({ signal }) =>
      ask(previewAnswer, `${pathOf(place)}/pratinjau`, { method: 'POST', body: { ubahan, letak, mulai }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  });

export const bookQuery = (dari: string) =>
  queryOptions({
    queryKey: ['buku', dari],
    queryFn: async ({ signal }) => ask(bookAnswer, `pemetaan/${dari}`, { signal }),
  });

export const saveVersion = async (place: Place, ubahan: readonly RecipeEdit[], catatan: string) =>
  ask(savedAnswer, `${pathOf(place)}/simpan`, { method: 'POST', body: { ubahan, catatan } });

export const tryVersion = async (dari: string, versi: number) =>
  ask(trialAnswer, `pemetaan/${dari}/versi/${versi}/uji`, { method: 'POST' });

export const confirmVersion = async (dari: string, versi: number) =>
  ask(bookAnswer, `pemetaan/${dari}/versi/${versi}/sahkan`, { method: 'POST' });
