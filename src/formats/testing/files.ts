import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeProblem, RefusedFile } from '#kernel/problem.ts';
import { cellText } from '../cell-text.ts';
import { openSource } from '../open-source.ts';
import { readTable } from '../read-table.ts';
import type { Source } from '../types.ts';

/** A temporary folder for the files of one test file; `remove` belongs into afterAll. */
export interface TempFolder {
  write(name: string, content: string | Uint8Array): string;
  remove(): void;
}

export function tempFolder(): TempFolder {
  const folder = mkdtempSync(join(tmpdir(), 'formats-'));
  return {
    write(name, content) {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** All that a table gave, for comparing in tests. */
export interface Readout {
  readonly rows: string[][];
  readonly numbers: number[];
  /** "row:column CODE" of every problem. */
  readonly problems: string[];
  /** The sentence of the refusal, where reading stopped. */
  refused?: string;
}

/** The source of a file that a test takes for readable. */
export async function mustOpen(path: string): Promise<Source> {
  const result = await openSource(path);
  if (!result.ok) throw new Error(describeProblem(result.error));
  return result.value;
}

/** Reads one table (by default the first) to its end. A refusal on the way is part of the answer, any other error is not. */
export async function readOut(source: Source, table = source.tables[0]?.name ?? ''): Promise<Readout> {
  const out: Readout = { rows: [], numbers: [], problems: [] };
  try {
    for await (const block of readTable(source, table)) {
      for (let row = 0; row < block.rows; row++) {
        out.numbers.push(block.rowNumbers[row] ?? 0);
        out.rows.push(Array.from({ length: block.columns }, (_, column) => cellText(block, row, column)));
      }
      for (const { row, column, problem } of block.problems) out.problems.push(`${row}:${column} ${problem.code}`);
    }
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    out.refused = error.message;
  }
  return out;
}

/** The reason why a file is not opened. */
export async function refusalOf(path: string): Promise<string> {
  const result = await openSource(path);
  return result.ok ? 'opened' : result.error.code;
}
