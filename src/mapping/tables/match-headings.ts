import { foldIdentifier } from '#kernel/text.ts';
import { columnNames } from '../column-names.ts';
import { readConcepts } from '../names/concepts.ts';
import { baseName } from '../structure/fingerprint.ts';

/** Fewer headings in common make no table of people. */
const FEWEST = 3;
/** Share of all headings that two tables must have in common to be parts of one delivery. */
const ALIKE = 0.7;

/**
 * Where each column of `headings` stands in another table, or -1: by the same heading in any order, else by a heading that says the
 * same in other words ("TGL LAHIR", "Tanggal Lahir"). Undefined where the two are not parts of one table.
 */
export function matchHeadings(headings: readonly string[], others: readonly string[]): readonly number[] | undefined {
  const [own, theirs] = [headings.map(foldIdentifier), others.map(foldIdentifier)];
  const isNamed = own.filter((name) => name !== '').length >= FEWEST;
  if (isNamed && own.length === theirs.length && own.every((name, at) => name === theirs[at])) {
    return own.map((_, at) => at);
  }
  const found = own.map(() => -1);
  const taken = new Set<number>();
  const pair = (keyOf: (name: string) => string): void => {
    const free = Map.groupBy(
      columnNames(others).flatMap((name, at) => (taken.has(at) ? [] : [{ key: keyOf(name), at }])),
      ({ key }) => key,
    );
    for (const [at, name] of columnNames(headings).entries()) {
      const place = found[at] === -1 ? free.get(keyOf(name)) : undefined;
      if (keyOf(name) === '' || place?.length !== 1 || place[0] === undefined || taken.has(place[0].at)) continue;
      found[at] = place[0].at;
      taken.add(place[0].at);
    }
  };
  pair((name) => (baseName(name) === '' ? '' : foldIdentifier(name)));
  pair((name) => (baseName(name) === '' ? '' : readConcepts(name).join(' ')));
  const all = own.filter((name) => name !== '').length + theirs.filter((name) => name !== '').length;
  return taken.size >= FEWEST && taken.size / Math.max(1, all - taken.size) >= ALIKE ? found : undefined;
}
