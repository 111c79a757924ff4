import { remember } from '#kernel/remember.ts';
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
  const left = prepare(a, singkatan);
  const right = prepare(b, singkatan);
  if (left.folded === right.folded || left.spelt === right.spelt) return SAMA;
  if (left.words.length === right.words.length && left.sorted === right.sorted) return SAMA;
  if (left.joined === right.joined) return SAMA;
  return wordSetLikeness(left.words, right.words, TEKS_MIRIP) >= TEKS_MIRIP ? mirip('ejaan mirip') : BEDA;
}

/** A text in the forms in which it is compared, each made when it is first asked for. */
class PreparedTeks {
  readonly folded: string;
  readonly #text: string;
  readonly #singkatan: Singkatan;
  #spelt: string | undefined;
  #words: readonly string[] | undefined;
  #sorted: string | undefined;
  #joined: string | undefined;

  constructor(text: string, singkatan: Singkatan) {
    this.#text = text;
    this.#singkatan = singkatan;
    this.folded = foldText(text);
  }

  get spelt(): string {
    this.#spelt ??= this.#spell();
    return this.#spelt;
  }

  /** Only a long text, or one with "&", has to be folded anew. */
  #spell(): string {
    const isFolded = this.#text.length <= LONGEST && !this.#text.includes('&');
    return isFolded ? spellOut(this.folded, this.#singkatan) : foldTeksLonggar(this.#text, this.#singkatan);
  }

  get words(): readonly string[] {
    this.#words ??= this.spelt.split(' ').slice(0, MOST_WORDS);
    return this.#words;
  }

  /** The words in one order, whatever theirs is. */
  get sorted(): string {
    this.#sorted ??= this.words.toSorted().join(' ');
    return this.#sorted;
  }

  /** "KERJA SAMA" as "KERJASAMA"; blanks between digits stay, for SD 1 1 is not SD 11. */
  get joined(): string {
    this.#joined ??= this.spelt.replace(JOINABLE_BLANK, '');
    return this.#joined;
  }
}

const JOINABLE_BLANK = /(?<![0-9]) | (?![0-9])/g;

const prepareUsual = remember((text) => new PreparedTeks(text, DEFAULT));

/** Posts and units repeat: the texts last compared stay prepared. */
function prepare(text: string, singkatan: Singkatan): PreparedTeks {
  return singkatan === DEFAULT ? prepareUsual(text) : new PreparedTeks(text, singkatan);
}

/** Numbers and roman numbers name different things however alike they look: SD 1 and SD 2, TINGKAT I and TINGKAT II. */
const NUMBER = /[0-9]|^[IVX]+$/;

/** Room for rounding, lest a text on the very threshold be given up. */
const ROUNDING = 1e-9;

/**
 * Likeness of two lists of words, 0 to 1: each word is paired with its likest unpaired one, pairs below 0.92 do not
 * count, and the sum is divided by the number of different words in both. 0 as soon as it cannot reach `atLeast`, and where a
 * number stands on one side only.
 */
export function wordSetLikeness(a: readonly string[], b: readonly string[], atLeast = 0): number {
  const [fewer, more] = inOrder(a, b);
  if (fewer.length / more.length < atLeast - ROUNDING) return 0;
  const free = new Set(more.keys());
  let sum = 0;
  let pairs = 0;
  for (const [index, word] of fewer.entries()) {
    const left = fewer.length - index;
    if ((sum + left) / (a.length + b.length - pairs - left) < atLeast - ROUNDING) return 0;
    const { place, likeness } = findLikest(word, more, free);
    if (place === undefined) {
      if (NUMBER.test(word)) return 0;
      continue;
    }
    free.delete(place);
    sum += likeness;
    pairs++;
  }
  for (const place of free) if (NUMBER.test(more[place] ?? '')) return 0;
  return sum / (a.length + b.length - pairs);
}

/** The list of fewer words first; of two equally long ones that which comes first in the alphabet. */
function inOrder(a: readonly string[], b: readonly string[]): readonly [readonly string[], readonly string[]] {
  if (a.length !== b.length) return a.length < b.length ? [a, b] : [b, a];
  const at = a.findIndex((word, index) => word !== b[index]);
  return at < 0 || (a[at] ?? '') <= (b[at] ?? '') ? [a, b] : [b, a];
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
    const likeness = jaroWinkler(word, other, KATA_MIRIP);
    if (likeness <= highest || (word !== other && (NUMBER.test(word) || NUMBER.test(other)))) continue;
    place = candidate;
    highest = likeness;
  }
  return { place, likeness: highest };
}
