import { damerauLevenshtein, jaroWinkler } from '#kernel/similarity.ts';
import { foldName } from '#kernel/text.ts';
import { splitGelar } from './gelar.ts';
import { BEDA, type Comparison, mirip, SAMA } from './reading.ts';

/** Jaro-Winkler likeness from which two names count as alike. A setting, not a law. */
export const NAMA_MIRIP = 0.92;

/** Names are cut at 50 characters in several systems; what is longer than this is not looked at. */
const LONGEST = 200;

/**
 * The form in which names are compared: titles and marks of courtesy off, upper case, apostrophes dropped (MA'RUF = MARUF),
 * other punctuation to blanks, blanks collapsed.
 */
export function foldNama(text: string): string {
  const short = text.slice(0, LONGEST);
  return foldName(splitGelar(short).nama) || foldName(short);
}

/**
 * Whether two names are the same, alike or different. Alike, with the first of these as the reason: a word joined or split,
 * the same words in another order, known variants (Muhammad, Moh., M.; oe and u, dj and j, tj and c, dh and d, kh and h, y
 * and i), initials, one word left out, one edit a word, Jaro-Winkler 0.92 or more.
 */
export function compareNama(a: string, b: string): Comparison {
  return compareFoldedNama(foldNama(a), foldNama(b));
}

/** As `compareNama`, for names that are folded already. */
export function compareFoldedNama(a: string, b: string): Comparison {
  return compareSpeltNama(new SpeltNama(a), new SpeltNama(b));
}

/** A word or a name with its form in one spelling, which is made when it is first asked for. */
class Word {
  readonly text: string;
  #spelt: string | undefined;

  constructor(text: string) {
    this.text = text;
  }

  get spelt(): string {
    this.#spelt ??= oldSpelling(this.text);
    return this.#spelt;
  }
}

/** A folded name taken apart, so that it is done once for a name that is compared with many. */
export class SpeltNama {
  readonly text: string;
  readonly words: readonly Word[];
  #joined: Word | undefined;

  constructor(folded: string) {
    this.text = folded;
    this.words = folded.split(' ').map((word) => new Word(word));
  }

  /** Letters without the blanks between the words. */
  get letters(): number {
    return this.text.length - this.words.length + 1;
  }

  /** The words run together. */
  get joined(): Word {
    this.#joined ??= new Word(this.text.replaceAll(' ', ''));
    return this.#joined;
  }
}

/** As `compareFoldedNama`, for names that are taken apart already. */
export function compareSpeltNama(a: SpeltNama, b: SpeltNama): Comparison {
  if (a.text === b.text) return SAMA;
  if (a.text === '' || b.text === '') return BEDA;
  if (a.letters === b.letters && a.joined.text === b.joined.text) return mirip('kata digabung atau dipisah');
  const words = a.words.length === b.words.length ? compareSameCount(a, b) : compareOtherCount(a, b);
  if (words) return mirip(words);
  return jaroWinkler(a.text, b.text, NAMA_MIRIP) > 0 ? mirip('ejaan mirip') : BEDA;
}

type WordLikeness = 'sama' | 'varian' | 'inisial' | 'satu huruf';

const REASONS: Readonly<Record<Exclude<WordLikeness, 'sama'>, string>> = {
  varian: 'ejaan lain dari nama yang sama',
  inisial: 'nama disingkat',
  'satu huruf': 'satu huruf berbeda',
};

function compareSameCount(a: SpeltNama, b: SpeltNama): string | undefined {
  if (isSameSet(a, b)) return 'urutan kata';
  let weakest: WordLikeness = 'sama';
  for (let index = 0; index < a.words.length; index++) {
    const likeness = compareWord(a.words[index], b.words[index]);
    if (likeness === undefined) return undefined;
    if (rankOf(likeness) > rankOf(weakest)) weakest = likeness;
  }
  return weakest === 'sama' ? undefined : REASONS[weakest];
}

const ORDER: readonly WordLikeness[] = ['sama', 'varian', 'inisial', 'satu huruf'];
const rankOf = (likeness: WordLikeness): number => ORDER.indexOf(likeness);

function isSameSet(a: SpeltNama, b: SpeltNama): boolean {
  const sorted = ({ words }: SpeltNama): string =>
    words
      .map(({ text }) => text)
      .toSorted()
      .join(' ');
  return a.text.length === b.text.length && sorted(a) === sorted(b);
}

/** The shorter name lacks words of the longer: left out, or run together into initials or one word. */
function compareOtherCount(a: SpeltNama, b: SpeltNama): string | undefined {
  const [shorter, longer] = a.words.length < b.words.length ? [a, b] : [b, a];
  if (isRunOfInitials(shorter.words, longer.words)) return REASONS.inisial;
  if (shorter.joined.spelt === longer.joined.spelt) return 'kata digabung atau dipisah';
  if (longer.words.length - shorter.words.length !== 1) return undefined;
  return lacksOneWord(shorter.words, longer.words) ? 'satu kata hilang' : undefined;
}

/** All words of the shorter stand in the longer in order, beginning with the first. */
function lacksOneWord(shorter: readonly Word[], longer: readonly Word[]): boolean {
  let missing = 0;
  for (let index = 0; index < longer.length; index++) {
    if (compareWord(longer[index], shorter[index - missing]) !== undefined) continue;
    missing++;
    if (missing > 1 || index === 0) return false;
  }
  return missing === 1;
}

/** "AGUS SBW" and "AGUS SETYO BUDI WIBOWO", "AS WIBOWO" and "AGUS SETYO WIBOWO". */
function isRunOfInitials(shorter: readonly Word[], longer: readonly Word[]): boolean {
  const extra = longer.length - shorter.length;
  const at = shorter.findIndex(({ text }, index) => text !== longer[index]?.text);
  const run = shorter[at]?.text;
  if (run === undefined || run.length !== extra + 1) return false;
  const spelt = longer.slice(at, at + run.length);
  const rest = longer.slice(at + run.length);
  return (
    spelt.map(({ text }) => text.charAt(0)).join('') === run &&
    rest.every(({ text }, index) => text === shorter[at + 1 + index]?.text)
  );
}

/** How a word stands to the one at its place; undefined where they are unlike, or the name has ended. */
function compareWord(one: Word | undefined, other: Word | undefined): WordLikeness | undefined {
  if (!one || !other) return undefined;
  const [a, b] = [one.text, other.text];
  if (a === b) return 'sama';
  if (one.spelt === other.spelt) return 'varian';
  if ((a.length === 1 || b.length === 1) && a.charCodeAt(0) === b.charCodeAt(0)) return 'inisial';
  const isLongEnough = a.length > 1 && b.length > 1 && Math.max(a.length, b.length) > 2;
  return isLongEnough && damerauLevenshtein(a, b, 1) === 1 ? 'satu huruf' : undefined;
}

const MUHAMMAD = 'MUHAMAD';
/** Short and long forms of names that are written both ways on decrees. */
const SAME_NAME: ReadonlyMap<string, string> = new Map(
  [
    [
      MUHAMMAD,
      'MUHAMMAD MOHAMMAD MOHAMAD MUHAMED MUHAMMED MOHAMED MUCHAMMAD MUCHAMAD MOCHAMMAD MOCHAMAD MUH MOH MUCH MOCH MOHD MUHD MHD MHMD MD',
    ],
    ['AHMAD', 'ACHMAD AKHMAD ACH AKH AHD'],
    ['ABDUL', 'ABD ABDOEL'],
    ['SITI', 'ST SITTI'],
    ['NUR', 'NOER NOOR NUUR'],
  ].flatMap(([name = '', forms = '']) => forms.split(' ').map((form): [string, string] => [form, name])),
);

const OLD_LETTERS: Readonly<Record<string, string>> = {
  OE: 'U',
  DJ: 'J',
  TJ: 'C',
  DH: 'D',
  KH: 'H',
  CH: 'H',
  SJ: 'SI',
  TH: 'T',
  Y: 'I',
};
const OLD_LETTER = /OE|DJ|TJ|DH|KH|CH|SJ|TH|Y/g;
const DOUBLED = /(\p{L})\1+/gu;

/** A word in one spelling: letters of the old orthography (before 1972) as today's, doubled letters once. */
function oldSpelling(word: string): string {
  const known = SAME_NAME.get(word);
  return known ?? word.replace(OLD_LETTER, (letters) => OLD_LETTERS[letters] ?? letters).replace(DOUBLED, '$1');
}
