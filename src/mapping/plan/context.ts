import type { ProblemCode } from '#kernel/problem.ts';
import type { CodeDictionary } from './code-dictionary.ts';
import type { Feeds } from './feeds.ts';
import type { RowBatch } from './row.ts';
import type { Understand } from './understand.ts';

/** Told of each value that stood in a row but could not be used. `column` is a position. */
export type ReportValue = (column: number, value: string, code: ProblemCode) => void;

/** What every reader of one file shares. */
export interface PlanContext {
  readonly feeds: Feeds;
  /** The source's own reference tables by source column: code -> label. */
  readonly lookups: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly understand: Understand;
  readonly report: ReportValue;
  /** By `Slot.dictionary`; filled while the plan is compiled. */
  readonly dictionaries: CodeDictionary[];
}

/** Reads one field of one row, whose cells begin at `base` in `cells`, into row `row` of a batch. */
export type SlotReader = (bytes: Uint8Array, cells: Int32Array, base: number, out: RowBatch, row: number) => void;
