import type { Assigned } from './assign.ts';
import type { Choice } from '../recipe.ts';
import type { ReaderFinding } from './reader-finding.ts';

/**
 * Several columns of codes feed the post and the kind of post says which counts: found where each of the columns is filled for
 * its own kinds only, or where their names speak of kinds.
 */
export function findChoices(
  assigned: readonly Assigned[],
  readers: ReadonlyMap<Assigned, ReaderFinding>,
): readonly Choice[] {
  const kinds = assigned.filter(
    ({ chosen }) => chosen?.field?.nama === 'jenis_jabatan' || chosen?.field?.nama === 'jenis_jabatan_id',
  );
  const kind = kinds.find(({ column }) => !column.facts.isEmpty && column.facts.distinct.size <= 12);
  if (!kind) return [];
  return ['jabatan', 'jabatan_id'].flatMap((kanonik) => {
    const posts = assigned.filter(({ chosen }) => chosen?.field?.nama === kanonik);
    const choice = posts.length > 1 ? chooseByKind(kanonik, posts, kind, meaningsOf(readers.get(kind))) : undefined;
    return choice ? [choice] : [];
  });
}

/** Code of a kind -> what it means, where the recipe knows. */
function meaningsOf(finding: ReaderFinding | undefined): ReadonlyMap<string, string> {
  return new Map(finding?.reader.jenis === 'kode' ? Object.entries(finding.reader.tabel) : []);
}

function chooseByKind(
  kanonik: string,
  posts: readonly Assigned[],
  kind: Assigned,
  meanings: ReadonlyMap<string, string>,
): Choice | undefined {
  const bila: Record<string, string> = {};
  const rows = kind.column.facts.values;
  // a text that is filled for everybody needs no choice
  if (posts.some(({ column }) => column.facts.filledShare > 0.9 && column.facts.share('huruf') > 0.5)) return undefined;
  const chosen = new Map<string, Assigned>();
  const filledOf = (post: Assigned, value: string): number =>
    rows.reduce((sum, of, row) => sum + (of === value && post.column.facts.values[row] ? 1 : 0), 0);
  for (const value of kind.column.facts.distinct.keys()) {
    const best = posts
      .map((post) => ({ post, filled: filledOf(post, value) }))
      .toSorted((a, b) => b.filled - a.filled || a.post.column.facts.index - b.post.column.facts.index)[0];
    if (!best || best.filled === 0) continue;
    bila[value] = best.post.named.name;
    chosen.set(value, best.post);
  }
  const columns = new Set(Object.values(bila));
  if (columns.size < 2 || !isExclusive(chosen, kind, filledOf)) return undefined;
  for (const [code, meaning] of meanings) {
    const alike = [...meanings].find(([other, same]) => same === meaning && bila[other] !== undefined)?.[0];
    if (bila[code] === undefined && alike !== undefined) bila[code] = bila[alike] ?? '';
  }
  // kinds that the sample did not hold can only mean the column that none of the others does
  const [rest, ...more] = posts.filter(({ named, column }) => !columns.has(named.name) && !column.facts.isEmpty);
  const lain = rest && more.length === 0 ? { lain: rest.named.name } : {};
  return { kanonik, menurut: kind.named.name, bila, ...lain };
}

/** Part of a kind's rows by which its own column must be fuller than those of other kinds. */
const LEAD = 0.5;

/** Columns that are filled for the same people repeat each other; there the kind chooses nothing. */
function isExclusive(
  chosen: ReadonlyMap<string, Assigned>,
  kind: Assigned,
  filledOf: (post: Assigned, value: string) => number,
): boolean {
  return [...chosen].every(([value, own]) => {
    const people = kind.column.facts.distinct.get(value) ?? 0;
    return [...chosen.values()].every(
      (other) => other === own || filledOf(own, value) - filledOf(other, value) >= LEAD * people,
    );
  });
}
