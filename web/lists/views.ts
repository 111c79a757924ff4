import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AddView, ChangeView, ViewList } from '#identity/contract';
import { addViewAnswer, viewListAnswer } from '#identity/contract';
import { ask, tell } from '../api/request.ts';

const viewsQuery = (daftar: ViewList) =>
  queryOptions({
    queryKey: ['tampilan', daftar],
    queryFn: async ({ signal }) => ask(viewListAnswer, 'tampilan', { query: { daftar }, signal }),
    staleTime: 300_000,
  });

/** The saved views of a list, one's own and shared ones. */
export const useViews = (daftar: ViewList) => useQuery({ ...viewsQuery(daftar), select: ({ tampilan }) => tampilan });

/** Everything that can be done with the views of a list; each ends with the views as they are then. */
export function useViewChanges(daftar: ViewList) {
  const client = useQueryClient();
  const onSuccess = async (): Promise<void> => client.invalidateQueries({ queryKey: viewsQuery(daftar).queryKey });
  return {
    add: useMutation({
      mutationFn: async (view: Omit<AddView, 'daftar'>) =>
        ask(addViewAnswer, 'tampilan', { method: 'POST', body: { daftar, ...view } }),
      onSuccess,
    }),
    change: useMutation({
      mutationFn: async ({ tampilan, ...change }: ChangeView & { readonly tampilan: string }) =>
        tell(`tampilan/${tampilan}`, { method: 'PATCH', body: change }),
      onSuccess,
    }),
    remove: useMutation({
      mutationFn: async (tampilan: string) => tell(`tampilan/${tampilan}`, { method: 'DELETE' }),
      onSuccess,
    }),
    setDefault: useMutation({
      mutationFn: async (tampilan: string | null) =>
        tell('tampilan/utama', { method: 'PUT', body: { daftar, tampilan } }),
      onSuccess,
    }),
  };
}
