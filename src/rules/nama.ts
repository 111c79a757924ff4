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
  if (a === b) return SAMA;
  if (a === '' || b === '') return BEDA;
  if (a.replaceAll(' ', '') === b.replaceAll(' ', '')) return mirip('kata digabung atau dipisah');
  const left = a.split(' ');
  const right = b.split(' ');
  const words = left.length === right.length ? compareSameCount(left, right) : compareOtherCount(left, right);
  if (words) return mirip(words);
  return jaroWinkler(a, b, NAMA_MIRIP) > 0 ? mirip('ejaan mirip') : BEDA;
}

type WordLikeness = 'sama' | 'varian' | 'inisial' | 'satu huruf';

const REASONS: Readonly<Record<Exclude<WordLikeness, 'sama'>, string>> = {
  varian: 'ejaan lain dari nama yang sama',
  inisial: 'nama disingkat',
  'satu huruf': 'satu huruf berbeda',
};

function compareSameCount(a: readonly string[], b: readonly string[]): string | undefined {
  if (isSameSet(a, b)) return 'urutan kata';
  let weakest: WordLikeness = 'sama';
  for (const [index, word] of a.entries()) {
    const likeness = compareWord(word, b[index] ?? '');
    if (likeness === undefined) return undefined;
    if (rankOf(likeness) > rankOf(weakest)) weakest = likeness;
  }
  return weakest === 'sama' ? undefined : REASONS[weakest];
}

const ORDER: readonly WordLikeness[] = ['sama', 'varian', 'inisial', 'satu huruf'];
const rankOf = (likeness: WordLikeness): number => ORDER.indexOf(likeness);

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.toSorted().join(' ') === b.toSorted().join(' ');
}

/** The shorter name lacks words of the longer: left out, or run together into initials or one word. */
function compareOtherCount(a: readonly string[], b: readonly string[]): string | undefined {
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
  if (isRunOfInitials(shorter, longer)) return REASONS.inisial;
  if (oldSpelling(shorter.join('')) === oldSpelling(longer.join(''))) return 'kata digabung atau dipisah';
  if (longer.length - shorter.length !== 1) return undefined;
  return lacksOneWord(shorter, longer) ? 'satu kata hilang' : undefined;
}

/** All words of the shorter stand in the longer in order, beginning with the first. */
function lacksOneWord(shorter: readonly string[], longer: readonly string[]): boolean {
  let missing = 0;
  for (const [index, word] of longer.entries()) {
    const likeness = index - missing < shorter.length ? compareWord(word, shorter[index - missing] ?? '') : undefined;
    if (likeness !== undefined) continue;
    missing++;
    if (missing > 1 || index === 0) return false;
  }
  return missing === 1;
}

/** "AGUS SBW" and "AGUS SETYO BUDI WIBOWO", "AS WIBOWO" and "AGUS SETYO WIBOWO". */
function isRunOfInitials(shorter: readonly string[], longer: readonly string[]): boolean {
  const extra = longer.length - shorter.length;
  const at = shorter.findIndex((word, index) => word !== longer[index]);
  const run = shorter[at];
  if (run === undefined || run.length !== extra + 1) return false;
  const spelt = longer.slice(at, at + run.length);
  const rest = longer.slice(at + run.length).join(' ');
  return spelt.map((word) => word.charAt(0)).join('') === run && rest === shorter.slice(at + 1).join(' ');
}

function compareWord(a: string, b: string): WordLikeness | undefined {
  if (a === b) return 'sama';
  if (oldSpelling(a) === oldSpelling(b)) return 'varian';
  if ((a.length === 1 || b.length === 1) && a.charAt(0) === b.charAt(0)) return 'inisial';
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
