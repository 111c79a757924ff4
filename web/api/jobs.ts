import { queryOptions } from '@tanstack/react-query';
import { jobList } from '#findings/contract';
import { ask } from './request.ts';

export const jobsKey = ['pekerjaan'] as const;

/** Milliseconds between two looks: while something is being done, and else. */
const LIVELY = 1_500;
const CALM = 20_000;

/** What is being done in one's instansi, and what came of one's own jobs; asked anew while the page is in sight. */
export const jobsQuery = queryOptions({
  queryKey: jobsKey,
  queryFn: async ({ signal }) => ask(jobList, 'pekerjaan', { signal }),
  staleTime: 1_000,
  refetchInterval: ({ state }) => ((state.data?.berjalan.length ?? 0) > 0 ? LIVELY : CALM),
});
