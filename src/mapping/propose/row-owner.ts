import { readConcepts } from '../names/concepts.ts';
import type { ColumnFacts } from '../sample/column-facts.ts';
import type { TableSample } from '../sample/table-sample.ts';
import { isNumberOfPerson } from './person-number.ts';
import { findYardstick, type Yardstick, yardstickOf } from './yardstick.ts';

/** Rows without which nothing tells whether persons come again. */
const FEWEST_ROWS = 20;
/** Different persons per row below which the rows are events of persons, not persons. */
const REPEATED = 0.9;

/** The column that tells by its NIP whose row it is, however many rows a person has; of several the one that names most people. */
export function findOwner(sample: TableSample): ColumnFacts | undefined {
  return findYardstick(sample).column ?? findRepeatedNip(sample);
}

function findRepeatedNip({ columns }: TableSample): ColumnFacts | undefined {
  const nips = columns.filter((each) => each.share('nip') > 0.9 && each.filledShare > 0.9);
  return nips.toSorted((a, b) => b.distinct.size - a.distinct.size || a.index - b.index)[0];
}

/**
 * The yardstick of a history: with many rows a person its NIP has little variety and is its key all the same, unless another number
 * tells more people apart: then it is somebody else's, the superior's or the signing official's.
 */
export function findOwnerYardstick(sample: TableSample): Yardstick {
  const known = findYardstick(sample);
  const nip = known.column ? undefined : findRepeatedNip(sample);
  const others = sample.columns.filter((column) => column !== nip && isPersonNumber(column));
  return nip && others.every(({ distinct }) => distinct.size <= nip.distinct.size) ? yardstickOf(nip) : known;
}

/** A number of the person's that comes again from row to row: "PEG_ID", "employee_no". */
export const isPersonNumber = (column: ColumnFacts): boolean =>
  isNumberOfPerson(readConcepts(column.name)) && column.shareOf(isNumber) > 0.9 && column.variety < REPEATED;

/** Digits, or a uuid. */
const isNumber = (value: string): boolean => /^\d{1,9}$|^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value);

/** Whose row of a history it is: by the NIP or, without one, by another number of the person's. */
export const findRowOwner = (sample: TableSample): ColumnFacts | undefined =>
  findOwnerYardstick(sample).column ?? sample.columns.find(isPersonNumber);

/** A person in several rows: the table is a history, whatever its name. */
export function repeatsPersons(sample: TableSample): boolean {
  const column = findOwner(sample);
  return column !== undefined && column.filled >= FEWEST_ROWS && column.variety < REPEATED;
}

/** The same of a table without a NIP, by a number of the person's. */
export const repeatsNumbers = (sample: TableSample): boolean =>
  sample.columns.some((column) => isPersonNumber(column) && column.filled >= FEWEST_ROWS);
