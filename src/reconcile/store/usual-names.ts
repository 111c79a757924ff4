import type { Entry } from '#mapping';

/**
 * Where an id and the name beside it disagree, it is the name that was picked wrongly from a list: of the names that stand beside
 * one id the one that most people bear counts for all of them. Where none is borne by more than the others, all stay.
 * `peopleOf` tells how many people bear an entry.
 */
export function takeUsualNames(entries: readonly Entry[], peopleOf: (entry: number) => number): readonly Entry[] {
  const firstOf = new Map<string, number>();
  const doubtful = new Set<string>();
  entries.forEach(({ code, folded }, entry) => {
    if (code === '' || folded === '') return;
    const first = firstOf.get(code);
    if (first === undefined) firstOf.set(code, entry);
    else if (entries[first]?.folded !== folded) doubtful.add(code);
  });
  if (doubtful.size === 0) return entries;
  const usual = findUsual(entries, doubtful, peopleOf);
  return entries.map((entry) => {
    const name = entry.folded === '' ? undefined : usual.get(entry.code);
    return name === undefined || name.folded === entry.folded ? entry : { ...entry, ...name };
  });
}

type Name = Pick<Entry, 'text' | 'folded'>;

function findUsual(
  entries: readonly Entry[],
  codes: ReadonlySet<string>,
  peopleOf: (entry: number) => number,
): ReadonlyMap<string, Name> {
  const people = new Map<string, Map<string, Name & { count: number }>>();
  entries.forEach(({ code, folded, text }, entry) => {
    if (folded === '' || !codes.has(code)) return;
    const names = people.get(code) ?? new Map<string, Name & { count: number }>();
    people.set(code, names);
    const known = names.get(folded) ?? { text, folded, count: 0 };
    known.count += peopleOf(entry);
    names.set(folded, known);
  });
  const usual = new Map<string, Name>();
  for (const [code, names] of people) {
    const [first, second] = [...names.values()].toSorted((a, b) => b.count - a.count);
    if (first && second && first.count > second.count) usual.set(code, { text: first.text, folded: first.folded });
  }
  return usual;
}
