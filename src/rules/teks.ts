import { jaroWinkler } from '#kernel/similarity.ts';
import { foldText } from '#kernel/text.ts';
import { type Comparison, BEDA, mirip, SAMA } from './reading.ts';
import { SINGKATAN } from './singkatan.ts';

/** Likeness of the two sets of words from which two texts count as alike, and of two words. Settings, not law. */
export const TEKS_MIRIP = 0.9;
const KATA_MIRIP = 0.92;

const LONGEST = 400;
/** More words than this are compared by their beginning, for pairing words costs the square of their number. */
const MOST_WORDS = 60;

interface Abbreviation {
  readonly short: readonly string[];
  readonly long: readonly string[];
}

/** Abbreviations by their first word, longest first. */
export type Singkatan = ReadonlyMap<string, readonly Abbreviation[]>;

/** Prepares a list of "short = long" lines; lines of another shape are left out. */
export function compileSingkatan(lines: readonly string[]): Singkatan {
  const byFirstWord = new Map<string, Abbreviation[]>();
  for (const line of lines) {
    const [short = '', long = ''] = line.split('=').map(foldText);
    if (short === '' || long === '') continue;
    const words = short.split(' ');
    const group = byFirstWord.get(words[0] ?? '') ?? [];
    group.push({ short: words, long: long.split(' ') });
    byFirstWord.set(
      words[0] ?? '',
      group.toSorted((a, b) => b.short.length - a.short.length),
    );
  }
  return byFirstWord;
}

const DEFAULT = compileSingkatan(SINGKATAN);

/** Folded text with known abbreviations spelt out: "Ka. Sub Bag. Umum & Kepeg" -> "KEPALA SUBBAGIAN UMUM DAN KEPEGAWAIAN". */
export function foldTeksLonggar(text: string, singkatan: Singkatan = DEFAULT): string {
  return spellOut(foldText(text.slice(0, LONGEST).replaceAll('&', ' DAN ')), singkatan);
}

function spellOut(folded: string, singkatan: Singkatan): string {
  const words = folded.split(' ');
  if (!words.some((word) => singkatan.has(word))) return folded;
  const spelt: string[] = [];
  for (let at = 0; at < words.length; ) {
    const found = singkatan.get(words[at] ?? '')?.find(({ short }) => short.every((word, i) => words[at + i] === word));
    spelt.push(...(found?.long ?? words.slice(at, at + 1)));
    at += found?.short.length ?? 1;
  }
  return spelt.join(' ');
}

/**
 * Two free texts (posts, units, schools, places). The same when they are equal after folding, with abbreviations spelt out, in
 * another order of words, or but for blanks between letters; alike from a word-set likeness of 0.90; else different.
 */
export function compareTeks(a: string, b: string, singkatan: Singkatan = DEFAULT): Comparison {
  const [foldedA, foldedB] = [foldText(a), foldText(b)];
  if (foldedA === foldedB) return SAMA;
  const left = foldLonggarAgain(a, foldedA, singkatan);
  const right = foldLonggarAgain(b, foldedB, singkatan);
  if (left === right) return SAMA;
  const leftWords = left.split(' ').slice(0, MOST_WORDS);
  const rightWords = right.split(' ').slice(0, MOST_WORDS);
  if (isSameInAnyOrder(leftWords, rightWords) || isSameWithoutBlanks(left, right)) return SAMA;
  return wordSetLikeness(leftWords, rightWords, TEKS_MIRIP) >= TEKS_MIRIP ? mirip('ejaan mirip') : BEDA;
}

/** `foldTeksLonggar` of a text that was folded already: only a long one, or one with "&", has to be folded anew. */
function foldLonggarAgain(text: string, folded: string, singkatan: Singkatan): string {
  return text.length > LONGEST || text.includes('&') ? foldTeksLonggar(text, singkatan) : spellOut(folded, singkatan);
}

function isSameInAnyOrder(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.toSorted().join(' ') === b.toSorted().join(' ');
}

const JOINABLE_BLANK = /(?<![0-9]) | (?![0-9])/g;

/** "KERJA SAMA" and "KERJASAMA"; blanks between digits count, for SD 1 1 is not SD 11. */
function isSameWithoutBlanks(a: string, b: string): boolean {
  // Without any blanks most texts differ already, and that is cheap to see.
  if (a.replaceAll(' ', '') !== b.replaceAll(' ', '')) return false;
  return a.replace(JOINABLE_BLANK, '') === b.replace(JOINABLE_BLANK, '');
}

/** Numbers and roman numbers name different things however alike they look: SD 1 and SD 2, TINGKAT I and TINGKAT II. */
const NUMBER = /[0-9]|^[IVX]+$/;

/**
 * Likeness of two lists of words, 0 to 1: each word is paired with its likest unpaired one, pairs below 0.92 do not
 * count, and the sum is divided by the number of different words in both. A likeness below `atLeast` may be given as 0.
 */
export function wordSetLikeness(a: readonly string[], b: readonly string[], atLeast = 0): number {
  const isInOrder = a.length === b.length ? a.join(' ') <= b.join(' ') : a.length < b.length;
  const [fewer, more] = isInOrder ? [a, b] : [b, a];
  const free = new Set(more.keys());
  let sum = 0;
  let pairs = 0;
  /** Words that may still find a partner. */
  let open = fewer.length;
  if (open / (a.length + b.length - open) < atLeast) return 0;
  for (const word of fewer) {
    const { place, likeness } = findLikest(word, more, free);
    if (place === undefined) {
      open -= 1;
      if (open / (a.length + b.length - open) < atLeast) return 0;
      continue;
    }
    free.delete(place);
    sum += likeness;
    pairs++;
  }
  return sum / (a.length + b.length - pairs);
}

function findLikest(
  word: string,
  words: readonly string[],
  free: ReadonlySet<number>,
): { readonly place: number | undefined; readonly likeness: number } {
  let place: number | undefined;
  let highest = 0;
  for (const candidate of free) {
    const other = words[candidate] ?? '';
    const isNumber = NUMBER.test(word) || NUMBER.test(other);
    const likeness = isNumber ? Number(word === other) : jaroWinkler(word, other, KATA_MIRIP);
    if (likeness <= highest) continue;
    place = candidate;
    highest = likeness;
  }
  return { place, likeness: highest };
}
