import { existsSync } from 'node:fs';
import { problem } from '#kernel/problem.ts';
import { hasImport } from '#reference';
import type { Arguments } from './command.ts';
import { ACUAN_FOLDER } from './folders.ts';
import type { Terminal } from './terminal.ts';

/** The folder of imported tables: the one that was named, else the program's own where something was imported. */
export function findAcuan(args: Arguments, terminal: Terminal): string | undefined {
  const named = args.text('acuan');
  if (named === undefined) return existsSync(ACUAN_FOLDER) ? ACUAN_FOLDER : undefined;
  // named in vain it would act as if nothing had been named
  if (!hasImport(named)) terminal.sayProblem(problem('ACUAN_BUKAN', { folder: named }));
  return named;
}
