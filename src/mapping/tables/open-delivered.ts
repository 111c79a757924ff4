import { basename } from 'node:path';
import { closeSource, openSource, pickTable, type Source, tableNames } from '#formats';
import { type Problem, problem } from '#kernel/problem.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import { isSecretName } from '../sample/secret-columns.ts';
import { stackPeople } from './stack-people.ts';

/**
 * Opens a file or a live database as `openSource` does, its people in one table (`stackPeople`), or with the one table that was named; a
 * database is not even asked for its secret columns. Whoever opens a database closes it (`closeSource`).
 */
export async function openDelivered(path: string, tabel?: string): Promise<Result<Source, Problem>> {
  const opened = await openSource(path, { isSecret: isSecretName });
  if (!opened.ok) return opened;
  const source = stackPeople(opened.value);
  if (tabel === undefined) return ok(source);
  const picked = pickTable(source, tabel);
  if (picked) return ok(picked);
  await closeSource(source);
  return fail(problem('TABEL_TIDAK_ADA', { tabel, berkas: basename(path), ada: tableNames(source, tabel) }));
}
