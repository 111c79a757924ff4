import { type Problem, type ProblemCode, problem } from './problem.ts';

const CODES: ReadonlyMap<unknown, ProblemCode> = new Map<unknown, ProblemCode>([
  ['ENOENT', 'JALUR_TIDAK_ADA'],
  ['ENOTDIR', 'JALUR_BUKAN_FOLDER'],
  ['EEXIST', 'JALUR_BUKAN_FOLDER'],
  ['EISDIR', 'JALUR_BUKAN_BERKAS'],
  ['EACCES', 'JALUR_TERTUTUP'],
  ['EPERM', 'JALUR_TERTUTUP'],
  ['EROFS', 'JALUR_TERTUTUP'],
  ['ENOSPC', 'PENYIMPANAN_PENUH'],
]);

/** What an error of the file system means to the person who named the file or folder; undefined for any other error. */
export function fileProblem(error: unknown): Problem | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const code = CODES.get(error.code);
  return code && problem(code, { nama: 'path' in error ? String(error.path) : '' });
}
