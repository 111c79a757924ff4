import type { ProblemCode } from '#kernel/problem.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import { isEmptyText } from '#kernel/text.ts';
import type { Cells } from './cells.ts';
import type { CodeDictionary } from './code-dictionary.ts';
import type { Entry } from './entry.ts';
import type { Feed, Feeds } from './feeds.ts';
import type { Row } from './row.ts';
import type { Slot } from './slots.ts';
import type { Understand } from './understand.ts';

/** New cells by position, or why the value cannot be put back into this source's form. */
export type Written = Result<ReadonlyMap<number, string | null>, ProblemCode>;

/** The inverse of a `SlotReader`: puts a canonical value back into the cells that the reader reads. */
export interface SlotWriter {
  /** Every column that the writer may change or must see. */
  readonly columns: readonly number[];
  /** Takes note of how a row of the source is written; told of every usable row before the first `write`. */
  learn(cells: Cells, row: Row): void;
  /** `value` as it stands in selisih.csv and not empty; `row` is what the cells read as now. */
  write(value: string, cells: Cells, row: Row): Written;
  /** Of a coded field: whether an entry that was read means the value. */
  readonly means?: (value: string, entry: Entry) => boolean;
}

/** A local code whose meaning the reconciliation learned from people found on both sides. */
export interface LearnedMeaning {
  readonly kode: string;
  /** The value that BKN has for those people. */
  readonly arti: string;
}

export interface WriterInput {
  readonly slot: Slot;
  /** Columns of the field (of its text half, where it is a pair). */
  readonly feeds: readonly Feed[];
  readonly allFeeds: Feeds;
  readonly dictionary: CodeDictionary | undefined;
  readonly understand: Understand;
  /** The source's own reference tables by source column: code -> label. */
  readonly lookups: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly learned: readonly LearnedMeaning[];
  /** Declared type of a column, '' where the container has none. */
  readonly typeOf: (column: number) => string;
  /** Positions of the parts of a value that lies over several columns; undefined for any other column. */
  readonly partsOf: (column: number) => readonly number[] | undefined;
  /** Values that will be asked for: only what they need has to be remembered. */
  readonly wanted: ReadonlySet<string>;
}

/** Whether a cell holds nothing: no text, one of the ways to write none, zeros, or a date of zeros. */
export const isNone = (cell: string | null | undefined): boolean =>
  cell === null || cell === undefined || isEmptyText(cell.replace(/^\s*'/, '')) || /^[\s'0\-/.:]*$/.test(cell);

/**
 * Of several columns of one field the first that is filled is read, and so it is the one that is written; those that say
 * the same beside it go along, lest they become stale.
 */
export function writeOne(
  { feeds }: WriterInput,
  cells: Cells,
  write: (feed: Feed, index: number) => string | undefined,
): Written {
  const filled = feeds.findIndex(({ column }) => !isNone(cells[column]));
  const first = (cells[feeds[filled]?.column ?? -1] ?? '').trim();
  const written = new Map<number, string>();
  for (const [index, feed] of feeds.entries()) {
    const isTwin = filled >= 0 && (cells[feed.column] ?? '').trim() === first;
    if (index !== Math.max(filled, 0) && !isTwin) continue;
    const text = write(feed, index);
    if (text === undefined) return fail('TULIS_TANPA_BENTUK');
    written.set(feed.column, text);
  }
  return written.size === 0 ? fail('TULIS_TANPA_KOLOM') : ok(written);
}
