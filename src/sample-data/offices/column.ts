import type { CodeTable } from './codes.ts';
import type { Facts } from '../person.ts';
import type { Reader } from './reader.ts';

/** What is known while one row is being written. */
export interface RowInfo {
  /** Local surrogate key of the person. */
  readonly key: number;
  /** Seed of the row's own throws. */
  readonly seed: number;
  /** Facts of the person, also where a row of a history is written. */
  readonly person: Facts;
  /** Running number inside the table, from 1. */
  readonly number: number;
  /** The row of a history that counts now, and its number in the history, from 0. */
  readonly latest: boolean;
  readonly step: number;
  /** Kind of row of a table that mixes histories. */
  readonly kind: HistoryKind | undefined;
  /** Numbers of the newest history rows, for offices that point at them. */
  readonly pointers: Readonly<Partial<Record<HistoryKind, number>>>;
  /** A change that waits for its check, where the office keeps such changes in the person's row. */
  readonly proposal: Facts | undefined;
}

export type HistoryKind = 'pangkat' | 'jabatan' | 'kgb' | 'pendidikan';

/** The delivered text of a cell; null is the container's own "no value". */
export type Encode = (facts: Facts, row: RowInfo) => string | null;

export interface Column {
  readonly name: string;
  /** As declared in a dump: 'varchar(18)', 'date', 'int'. */
  readonly type: string;
  /** Canonical field it feeds, or null: must stay unmapped. */
  readonly canonical: string | null;
  /** The field of a person that the current value of the column means. */
  readonly field: string | null;
  /** Further fields that the same column feeds (titles inside the name, months beside years). */
  readonly also?: readonly string[];
  readonly reader: Reader;
  readonly encode: Encode;
  /** The local code table behind it. */
  readonly codes?: CodeTable;
  /** Free text that typing may dirty. */
  readonly text?: true;
  readonly secret?: true;
  /** Holds a change that waits for its check. */
  readonly pending?: true;
  readonly optional?: true;
  /** Only in a flat CSV: the label beside a local id that has no table there. */
  readonly csvOnly?: true;
  /** Not in a flat CSV. */
  readonly dumpOnly?: true;
}

export interface TableLayout {
  readonly name: string;
  readonly entitas: string;
  /** Runs of columns that an office keeps together. */
  readonly blocks: readonly (readonly Column[])[];
}

export interface HistoryLayout extends TableLayout {
  /** Histories that stand in the table, one row each. */
  readonly kinds: readonly HistoryKind[];
  /** The current row is laid beside the person in a flat file: the person's own row does not hold it. */
  readonly joined: boolean;
}

/** A small table that stands in a dump for its codes. */
export interface ReferenceLayout {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: () => Iterable<readonly string[]>;
}

export interface FamilyLayout {
  readonly people: TableLayout;
  readonly histories: readonly HistoryLayout[];
  readonly references: readonly ReferenceLayout[];
  /** Nothing but its TMT tells the newest row of a history: a row without TMT would be lost among the old ones. */
  readonly newestByTmt?: true;
  /** Table of proposals, same columns as the people's. */
  readonly staging?: string;
  /** Local spelling of people who have left. */
  readonly keepsFormer: boolean;
}
