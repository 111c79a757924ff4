import type { Reader } from '../recipe.ts';
import type { ColumnFacts } from '../sample/column-facts.ts';

/** How a column is read, and what decided it. */
export interface ReaderFinding {
  readonly reader: Reader;
  readonly bukti: string;
  /** The reading is only the usual one: the column must not be called certain. */
  readonly isGuess: boolean;
}

/** The delivered text as it is, in the field's own normal form. */
export const DIRECT: ReaderFinding = { reader: { jenis: 'langsung' }, bukti: '', isGuess: false };

export const found = (reader: Reader, bukti: string, isGuess = false): ReaderFinding => ({ reader, bukti, isGuess });

/** Whether a column holds codes rather than words: digits, or a few signs with a digit among them. */
export const isCode = (facts: ColumnFacts): boolean =>
  facts.shareOf((value) => /^[\d.]+$/.test(value) || (value.length <= 4 && /\d/.test(value))) > 0.8 &&
  facts.meanLength <= 14;

/** A code table in the order of its codes. */
export function sorted(table: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(table).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
