import { type Field, FIELDS } from '../../src/canonical/index.ts';
import { foldIdentifier } from '../../src/kernel/text.ts';
import { LEXICON, SECRET } from '../../src/mapping/names/lexicon.ts';
import { PHRASES, UNMAPPED_PHRASES } from '../../src/mapping/names/phrases.ts';
import type { Structure } from './structures.ts';

/** How much was forgotten. */
export interface Forgotten {
  readonly words: readonly string[];
  readonly names: number;
  readonly phrases: readonly string[];
}

/**
 * Makes this process forget what the project's word lists can only have learned from one source: words, phrases and headings that
 * occur in its column names, but neither in another source's nor among BKN's names nor in the catalogue's own Indonesian. A word
 * that no structure holds was not learned from one and stays. To be called before the first name is read: names are cached.
 */
export async function forgetSource(source: string, structures: readonly Structure[]): Promise<Forgotten> {
  const own = structures.filter((structure) => structure.source === source).flatMap(({ columns }) => columns);
  const others = structures.filter((structure) => structure.source !== source).flatMap(({ columns }) => columns);
  const names = (columns: typeof own): readonly string[] => columns.map(({ name }) => name);
  const [ownNames, otherNames] = [names(own), [...names(others), ...FIELDS.flatMap(bknNames)]];
  const phrases = forgetPhrases(await ownReader(), own, others);
  const headings = forgetHeadings(new Set(ownNames.map(foldIdentifier)), new Set(otherNames.map(foldIdentifier)));
  // words of secrets are no knowledge of a structure: not reading them must not hang on a witness
  const plain = new Set([...FIELDS.flatMap(({ label, arti }) => wordsOf(`${label} ${arti}`)), ...SECRET]);
  const [ownWords, otherWords] = [ownNames.flatMap(wordsOf), otherNames.flatMap(wordsOf)];
  const words = [...LEXICON.keys()].filter(
    (form) => !plain.has(form) && isIn(form, ownWords) && !isIn(form, otherWords),
  );
  const lexicon = LEXICON as Map<string, readonly string[]>;
  for (const form of words) lexicon.delete(form);
  return { words, names: headings, phrases };
}

const bknNames = ({ judulSiasn, apiSiasn, kolomPupns }: Field): readonly string[] => [
  ...(judulSiasn === undefined ? [] : [judulSiasn]),
  ...(apiSiasn ?? []),
  ...(kolomPupns ?? []),
];

const wordsOf = (name: string): readonly string[] =>
  name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');

/** Short forms count where a word begins or ends with them, longer ones anywhere. */
function isIn(form: string, words: readonly string[]): boolean {
  return words.some((word) => (form.length <= 3 ? word.startsWith(form) || word.endsWith(form) : word.includes(form)));
}

function forgetHeadings(own: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let count = 0;
  for (const field of FIELDS) {
    const padanan = field.padanan as string[] | undefined;
    if (!padanan) continue;
    const kept = padanan.filter((name) => !own.has(foldIdentifier(name)) || others.has(foldIdentifier(name)));
    count += padanan.length - kept.length;
    padanan.splice(0, padanan.length, ...kept);
  }
  return count;
}

type ReadConcepts = (name: string) => readonly string[];

/** The reader of names as a module of its own: the caches of the one under test must stay empty. */
async function ownReader(): Promise<ReadConcepts> {
  const url = new URL('../../src/mapping/names/concepts.ts?terpisah', import.meta.url);
  const { readConcepts } = (await import(url.href)) as { readonly readConcepts: ReadConcepts };
  return readConcepts;
}

function forgetPhrases(
  readConcepts: ReadConcepts,
  own: Structure['columns'],
  others: Structure['columns'],
): readonly string[] {
  const meaning = (name: string): string => [...readConcepts(name)].toSorted().join(' ');
  const [ownSets, otherSets] = [own, others].map((columns) => new Set(columns.map(({ name }) => meaning(name))));
  const labels = new Set(
    FIELDS.flatMap((field) => [field.label, field.nama.replace(/^.*\./, ''), ...bknNames(field)].map(meaning)),
  );
  const isLearned = (phrase: string): boolean => {
    const set = meaning(phrase);
    return (ownSets?.has(set) ?? false) && !(otherSets?.has(set) ?? false) && !labels.has(set);
  };
  const forgotten: string[] = [];
  for (const phrases of [...Object.values(PHRASES), UNMAPPED_PHRASES] as string[][]) {
    const kept = phrases.filter((phrase) => !isLearned(phrase));
    forgotten.push(...phrases.filter(isLearned));
    phrases.splice(0, phrases.length, ...kept);
  }
  return forgotten;
}
