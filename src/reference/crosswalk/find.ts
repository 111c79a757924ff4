import type { LocalDate } from '#kernel/local-date.ts';
import { type CrosswalkEntry, isInForce, keyOf, type SourceValue } from './entry.ts';

/** The accepted entry for a value of a source; undefined for none. */
export type FindCrosswalk = (value: SourceValue) => CrosswalkEntry | undefined;

/**
 * Looks values up among the entries of one instansi that are in force on a day. An entry of code and words fits only where both stand
 * together, so that a renumbered table does not take old meanings along; one of words alone fits whatever code stands beside them.
 */
export function createCrosswalkFinder(
  entries: readonly CrosswalkEntry[],
  per: LocalDate | undefined,
): FindCrosswalk | undefined {
  const byKey = new Map(entries.filter((entry) => isInForce(entry, per)).map((entry) => [keyOf(entry), entry]));
  if (byKey.size === 0) return undefined;
  return (value) =>
    byKey.get(keyOf(value)) ??
    (value.kode !== '' && value.label !== '' ? byKey.get(keyOf({ ...value, kode: '' })) : undefined);
}
