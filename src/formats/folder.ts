import { readdirSync, statSync } from 'node:fs';
import { basename, join, posix } from 'node:path';
import { type Problem, problem } from '#kernel/problem.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import { compareText } from '#kernel/text.ts';
import { MAX_MEMBERS } from './limits.ts';
import type { Opening } from './stream/byte-source.ts';
import type { Source } from './types.ts';
import { gatherFiles, LITTER, type NamedFile, PLAIN } from './zip/archive.ts';

export const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/**
 * The files of a folder and of the folders in it as one source, as those of an archive are: one delivery whose tables came as files of
 * their own.
 */
export async function openFolder(
  path: string,
  open: (file: Opening) => Promise<Result<Source, Problem>>,
): Promise<Result<Source, Problem>> {
  const berkas = basename(path);
  const files = listFiles(path, '');
  if (!files.ok) return files;
  return await gatherFiles(files.value, open, path, problem('FOLDER_TANPA_TABEL', { folder: berkas }));
}

/** Files by their names from `root` on, sorted. A link may lead out of the delivery: neither followed nor passed over in silence. */
function listFiles(root: string, inside: string): Result<readonly NamedFile[], Problem> {
  const files: NamedFile[] = [];
  const entries = readdirSync(join(root, inside), { withFileTypes: true })
    .map((entry) => ({ entry, name: posix.join(inside, entry.name) }))
    .filter(({ name }) => !LITTER.test(name))
    .toSorted((a, b) => compareText(a.name, b.name));
  for (const { entry, name } of entries) {
    if (entry.isSymbolicLink()) return fail(problem('FOLDER_TAUTAN', { folder: basename(root), nama: name }));
    if (entry.isFile()) files.push([name, { path: join(root, name), ...PLAIN }]);
    const below = entry.isDirectory() ? listFiles(root, name) : ok([]);
    if (!below.ok) return below;
    files.push(...below.value);
    if (files.length > MAX_MEMBERS) {
      return fail(problem('FOLDER_TERLALU_BANYAK', { folder: basename(root), batas: MAX_MEMBERS }));
    }
  }
  return ok(files);
}
