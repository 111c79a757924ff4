import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Problem, problem } from '#kernel/problem.ts';
import { fail, type Result } from '#kernel/result.ts';
import { compareText } from '#kernel/text.ts';
import { MAX_MEMBERS } from './limits.ts';
import type { Opening } from './stream/byte-source.ts';
import type { Source } from './types.ts';
import { gatherFiles, LITTER, type NamedFile, PLAIN } from './zip/archive.ts';

export const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** The files of a folder as one source, as those of an archive are: one delivery whose tables came as files of their own. */
export async function openFolder(
  path: string,
  open: (file: Opening) => Promise<Result<Source, Problem>>,
): Promise<Result<Source, Problem>> {
  const berkas = basename(path);
  const entries = readdirSync(path, { withFileTypes: true }).filter(({ name }) => !LITTER.test(name));
  // a link may lead out of the delivery: neither followed nor passed over in silence, as in an archive
  const link = entries.find((entry) => entry.isSymbolicLink());
  if (link) return fail(problem('FOLDER_TAUTAN', { folder: berkas, nama: link.name }));
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ name }): NamedFile => [name, { path: join(path, name), ...PLAIN }])
    .toSorted(([a], [b]) => compareText(a, b));
  if (files.length > MAX_MEMBERS) return fail(problem('FOLDER_TERLALU_BANYAK', { folder: berkas, batas: MAX_MEMBERS }));
  return await gatherFiles(files, open, path, problem('FOLDER_TANPA_TABEL', { folder: berkas }));
}
