import { fileProblem } from '#kernel/file-problem.ts';
import { type Problem, problem, RefusedFile } from '#kernel/problem.ts';

/** What an error means to the person at the terminal; one that nobody foresaw is told by kind and place. */
export function describeFailure(error: unknown): Problem {
  if (error instanceof RefusedFile) return error.problem;
  return fileProblem(error) ?? problem('KESALAHAN_DALAM', { rincian: locate(error) });
}

/** Kind and place of an unexpected error for those who mend it; never its text, which may quote data. */
function locate(error: unknown): string {
  if (!(error instanceof Error)) return 'tidak diketahui';
  const place = /\/(src\/[^\s)]+)/.exec(error.stack ?? '')?.[1] ?? '';
  return `${error.name} ${place}`.trim();
}
