import { FIELDS } from '#canonical';
import { LEXICON } from './lexicon.ts';
import { PHRASES } from './phrases.ts';

/** What an unknown word probably stands for. */
export interface Guess {
  readonly concepts: readonly string[];
  /** 0 to 1: how well the letters fit. */
  readonly quality: number;
}

interface FullWord {
  readonly word: string;
  /** First letter and consonants, doubled ones once: "tanggal" = tngl. */
  readonly skeleton: string;
  readonly concepts: readonly string[];
  /** How many ways to say a field hold the concept: of two words the one that is spoken of more is meant. */
  readonly use: number;
}

const SHORTEST_FULL = 5;
const SHORTEST = 3;
/** Share of a word's letters that a loose abbreviation must keep. */
const KEPT = 0.34;

let wordsByLetter: ReadonlyMap<string, readonly FullWord[]> | undefined;

function getWords(): ReadonlyMap<string, readonly FullWord[]> {
  wordsByLetter ??= Map.groupBy(listFullWords(), ({ word }) => word.charAt(0));
  return wordsByLetter;
}

function listFullWords(): readonly FullWord[] {
  const use = new Map<string, number>();
  for (const phrase of Object.values(PHRASES).flat()) {
    for (const concept of phrase.split(' ')) use.set(concept, (use.get(concept) ?? 0) + 1);
  }
  return [...LEXICON].flatMap(([word, concepts]): readonly FullWord[] => {
    const [concept = '', ...more] = concepts;
    if (word.length < SHORTEST_FULL || more.length > 0 || concept.startsWith('!')) return [];
    return [{ word, skeleton: skeletonOf(word), concepts, use: use.get(concept) ?? 0 }];
  });
}

const skeletonOf = (word: string): string =>
  (word.charAt(0) + word.slice(1).replace(/[aiueo]/g, '')).replace(/(.)\1+/g, '$1');

/** Words of databases that stand for no noun of personnel, however much they look like the beginning of one. */
const NO_ABBREVIATION: ReadonlySet<string> = new Set(
  'data dat tbl tab table tabel tb master mst ref refs list info main field kolom column record row mas ter'.split(' '),
);

/** A shorter word of the catalogue is as likely a short form of a noun. */
const SHORTEST_OWN = 5;

let ownWords: ReadonlySet<string> | undefined;

/** Words of the catalogue's own names and labels that the lexicon leaves out: written in full, they stand for themselves. */
export function isOwnWord(word: string): boolean {
  ownWords ??= new Set(
    FIELDS.flatMap(({ nama, label }) => `${nama} ${label}`.toLowerCase().split(/[^a-z]+/)).filter(
      (own) => own.length >= SHORTEST_OWN,
    ),
  );
  return ownWords.has(word);
}

const guesses = new Map<string, Guess | undefined>();
const MOST_KEPT = 20_000;

/**
 * Takes a word that the lexicon does not hold for a contracted or misspelt form of one that it does: the beginning of a word, its
 * consonants, some of its letters in their order, or one typing error. Undefined where nothing fits.
 */
export function guessWord(word: string): Guess | undefined {
  if (guesses.has(word)) return guesses.get(word);
  if (guesses.size >= MOST_KEPT) guesses.clear();
  const isWord =
    word.length >= SHORTEST && word.length <= 16 && !/\d/.test(word) && !NO_ABBREVIATION.has(word) && !isOwnWord(word);
  const guess = isWord ? findGuess(word) : undefined;
  guesses.set(word, guess);
  return guess;
}

function findGuess(word: string): Guess | undefined {
  let best: (Guess & { readonly use: number }) | undefined;
  for (const full of getWords().get(word.charAt(0)) ?? []) {
    const quality = likeness(word, full);
    if (quality === 0) continue;
    if (best && (quality < best.quality || (quality === best.quality && full.use <= best.use))) continue;
    best = { concepts: full.concepts, quality, use: full.use };
  }
  return best && { concepts: best.concepts, quality: best.quality };
}

function likeness(short: string, { word, skeleton }: FullWord): number {
  if (short.length >= SHORTEST_FULL && isOneError(short, word)) return 0.9;
  if (short.length >= word.length) return 0;
  if (word.startsWith(short)) return short.length > 3 ? 0.9 : 0.85;
  const bones = skeletonOf(short);
  if (bones.length >= SHORTEST && skeleton.startsWith(bones)) return 0.85;
  if (short.length < word.length * KEPT) return 0;
  if (bones.length >= SHORTEST && isWithin(bones, skeleton) && isWithin(short, word)) return 0.7;
  return isWithin(short, word) && short.length >= 4 ? 0.5 : 0;
}

/** Whether the letters of one occur in the other in their order. */
function isWithin(short: string, word: string): boolean {
  let at = 0;
  for (const letter of word) if (letter === short.charAt(at)) at++;
  return at === short.length;
}

/** One letter too many, too few or wrong, or two neighbours swapped. */
function isOneError(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let start = 0;
  while (start < a.length && a.charAt(start) === b.charAt(start)) start++;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return (
    restA.charAt(0) === restB.charAt(1) && restA.charAt(1) === restB.charAt(0) && restA.slice(2) === restB.slice(2)
  );
}
