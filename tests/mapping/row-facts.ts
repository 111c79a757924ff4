import type { Facts } from '../../src/sample-data/person.ts';
import type { Filling } from './people.ts';

/** One row to be written: the person, and the facts of the event where the table is a history. */
export interface RowFacts {
  readonly filling: Filling;
  readonly facts: Facts;
  /** Of several rows of one person the one that counts now. */
  readonly isLatest: boolean;
  /** Kind of decree, where the table mixes them. */
  readonly kind?: string;
  readonly key: string;
}

export const seedOf = (salt: string, row: RowFacts): string => `${salt}/${row.filling.number}/${row.key}`;
