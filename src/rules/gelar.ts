import { mendEncoding } from '#kernel/mojibake.ts';
import { remember } from '#kernel/remember.ts';
import { damerauLevenshtein } from '#kernel/similarity.ts';
import { isEmptyText } from '#kernel/text.ts';
import { GELAR_BELAKANG, GELAR_DEPAN, SAPAAN } from './gelar-lexicon.ts';
import { BEDA, type Comparison, mirip, SAMA } from './reading.ts';

/** Letters and digits of a title, upper case: "S.Pd." and "s pd" are SPD. */
const compact = remember((text) =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, ''),
);

/** Where one part of a title ends: dots, blanks, dashes, and a capital behind a small letter ("S.PdM.Si"). */
const PART = /[^\p{L}\p{N}]+|(?<=\p{Ll})(?=\p{Lu})/u;

function splitParts(text: string): string[] {
  return text
    .split(PART)
    .map(compact)
    .filter((part) => part !== '');
}

const keysOf = (titles: readonly string[]): ReadonlySet<string> => new Set(titles.map(compact));
const DEPAN = keysOf(GELAR_DEPAN);
const BELAKANG = keysOf(GELAR_BELAKANG);
const IGNORED = keysOf(SAPAAN);
const KNOWN: ReadonlySet<string> = new Set([...DEPAN, ...BELAKANG]);
const DISPLAY: ReadonlyMap<string, string> = new Map(
  [...GELAR_BELAKANG, ...GELAR_DEPAN].map((title) => [compact(title), title]),
);
const LONGEST_KEY = Math.max(...[...KNOWN].map((key) => key.length));

/** A cell of titles is short; what is longer is not looked at further. */
const LONGEST = 300;
const SEPARATOR = /[,;/&+()|]+/;

/**
 * The titles of a cell as a sorted set in the form SPD: split at commas, and inside a piece wherever its parts make up
 * several known titles ("S.Pd M.Si", "S.H.M.H", "dr.Hj"). H., Hj., R., Rr. and the like are no titles and are left out.
 * An unknown title stands as it is written, so that it can still be equal.
 */
export const foldGelar = remember((text): readonly string[] => {
  if (isEmptyText(text)) return [];
  const titles: string[] = [];
  for (const piece of mendEncoding(text.slice(0, LONGEST)).split(SEPARATOR)) addPiece(titles, splitPiece(piece));
  return [...new Set(titles)].filter((title) => !IGNORED.has(title)).toSorted();
});

/** A comma inside a title is mended: "A.Md., Keb." is AMDKEB. */
function addPiece(titles: string[], piece: readonly string[]): void {
  const [first = '', ...more] = piece;
  const joined = (titles.at(-1) ?? '') + first;
  if (more.length === 0 && titles.length > 0 && !KNOWN.has(first) && KNOWN.has(joined))
    titles[titles.length - 1] = joined;
  else titles.push(...piece);
}

const splitPiece = remember((piece): readonly string[] => {
  const whole = compact(piece);
  if (whole === '' || KNOWN.has(whole)) return whole === '' ? [] : [whole];
  const parts = splitParts(piece);
  return joinParts(parts, true) ?? joinParts(Array.from(whole), false) ?? groupWords(piece);
});

/** The fewest known titles, and with `withIgnored` marks of courtesy, that parts make up when joined in order, or undefined. */
function joinParts(parts: readonly string[], withIgnored: boolean): readonly string[] | undefined {
  const best: (readonly string[] | undefined)[] = [[]];
  for (let end = 1; end <= parts.length; end++) {
    let run = '';
    for (let start = end - 1; start >= 0 && run.length <= LONGEST_KEY; start--) {
      run = (parts[start] ?? '') + run;
      const before = best[start];
      if (before === undefined || !(KNOWN.has(run) || (withIgnored && IGNORED.has(run)))) continue;
      if (before.length + 1 <= (best[end]?.length ?? Number.POSITIVE_INFINITY)) best[end] = [...before, run];
    }
  }
  return best[parts.length];
}

/** Titles of a cell together with those of another, each title once; the first as it is written. */
export function joinGelar(text: string, more: string): string {
  const own = foldGelar(text);
  const missing = foldGelar(more).filter((title) => !own.includes(title));
  if (missing.length === 0) return text;
  return own.length === 0 ? more : `${text.trim().replace(/[,;\s]+$/, '')}, ${describeTitles(missing)}`;
}

/** Words that are known titles stand alone; unknown neighbours are taken as one title ("S. Xyz"). */
function groupWords(piece: string): readonly string[] {
  const titles: string[] = [];
  let unknown = '';
  const flush = (): void => {
    if (unknown !== '') titles.push(...(joinParts(Array.from(unknown), false) ?? [unknown]));
    unknown = '';
  };
  for (const word of piece.split(/\s+/)) {
    const key = compact(word);
    const known = KNOWN.has(key) || IGNORED.has(key) ? [key] : joinParts(splitParts(word), true);
    // A single letter behind an unknown beginning belongs to it: "S. R. Xyz" is one title.
    if (known === undefined || (unknown !== '' && key.length === 1)) {
      unknown += key;
      continue;
    }
    flush();
    titles.push(...known);
  }
  flush();
  return titles;
}

/**
 * Whether two cells of titles say the same. Equal sets are equal; one edit in one title is alike, where `sebab` tells a
 * slip of the pen from another title (S.E. and S.H.); anything else differs, a missing title too. A side without titles
 * equals one that has only marks of courtesy.
 */
export function compareGelar(simpeg: string, bkn: string): Comparison {
  if (compact(simpeg.slice(0, LONGEST)) === compact(bkn.slice(0, LONGEST))) return SAMA;
  const left = foldGelar(simpeg);
  const right = foldGelar(bkn);
  const onlyLeft = left.filter((title) => !right.includes(title));
  const onlyRight = right.filter((title) => !left.includes(title));
  const [first, ...moreLeft] = onlyLeft;
  const [second, ...moreRight] = onlyRight;
  if (first === undefined && second === undefined) return SAMA;
  if (second === undefined) return { kelas: 'beda', sebab: `gelar kurang di BKN: ${describeTitles(onlyLeft)}` };
  if (first === undefined) return { kelas: 'beda', sebab: `gelar kurang di Simpeg: ${describeTitles(onlyRight)}` };
  if (moreLeft.length > 0 || moreRight.length > 0) return BEDA;
  const sebab = `gelar lain: ${describeTitles([first, second])}`;
  if (damerauLevenshtein(first, second, 1) > 1) return { kelas: 'beda', sebab };
  return mirip(KNOWN.has(first) && KNOWN.has(second) ? sebab : 'satu huruf gelar berbeda');
}

function describeTitles(keys: readonly string[]): string {
  return keys.map((key) => DISPLAY.get(key) ?? key).join(', ');
}

export interface NamaBergelar {
  /** Titles and marks of courtesy as written; empty where there are none. */
  readonly depan: string;
  readonly nama: string;
  readonly belakang: string;
}

/**
 * Takes the titles off a full name: "dr. SITI AMINAH, S.Ked., M.Kes" -> "dr.", "SITI AMINAH", "S.Ked., M.Kes". Front titles are
 * known words before the name, or behind a comma; back titles everything else behind a comma, and known titles that end
 * the name without one. At least one word always remains as the name.
 */
export function splitGelar(fullName: string): NamaBergelar {
  const comma = fullName.indexOf(',');
  const plain = comma < 0 ? fullName : fullName.slice(0, comma);
  if (fullName.length <= LONGEST && isPlainName(plain)) {
    const { depan, belakang, hasTitles } = comma < 0 ? NOTHING : readBehind(tidy(fullName.slice(comma + 1)));
    if (comma < 0 || hasTitles) return { depan, nama: plain, belakang };
  }
  const text = tidy(fullName);
  if (text.length > LONGEST) return { depan: '', nama: text, belakang: '' };
  const [head = '', ...tail] = text.split(/\s*,\s*/);
  const behind = tail.length === 0 ? NOTHING : readBehind(tail.join(','));
  const front = takeFront(behind.hasTitles ? head : [head, ...behind.pieces].join(' '));
  const back = takeBack(front.rest);
  return {
    depan: joinFilled(' ', front.titles, behind.depan),
    nama: back.rest,
    belakang: joinFilled(', ', back.titles, behind.belakang),
  };
}

const tidy = (text: string): string => mendEncoding(text).replace(/\s+/g, ' ').trim();
const joinFilled = (between: string, ...pieces: readonly string[]): string =>
  pieces.filter((piece) => piece !== '').join(between);

/** What stands behind the first comma of a name: its pieces and, where one of them is a title, all as titles. */
interface Behind {
  readonly pieces: readonly string[];
  readonly hasTitles: boolean;
  readonly depan: string;
  readonly belakang: string;
}

const NOTHING: Behind = { pieces: [], hasTitles: false, depan: '', belakang: '' };

/** Few endings are shared by many names. */
const readBehind = remember((tail): Behind => {
  const pieces = tail.split(/\s*,\s*/).filter((piece) => piece !== '');
  if (!pieces.some(looksLikeTitle)) return { ...NOTHING, pieces };
  const [depan, belakang] = [pieces.filter(isFrontTitle), pieces.filter((piece) => !isFrontTitle(piece))];
  return { pieces, hasTitles: true, depan: depan.join(' '), belakang: belakang.join(', ') };
});

const PLAIN_NAME = /^[A-Za-z']+(?: [A-Za-z']+)*$/;

/** Words without any mark, of which neither the first nor the last is a title: most names, told without taking them apart. */
function isPlainName(name: string): boolean {
  if (name.length > LONGEST || !PLAIN_NAME.test(name)) return false;
  const last = name.lastIndexOf(' ');
  if (last < 0) return true;
  // A single letter before the last word may be a part of its title ("S Pd").
  const isLetterBefore = last === 1 || name[last - 2] === ' ';
  return (
    !isLetterBefore && !isFrontWord(name.slice(0, name.indexOf(' '))) && !BELAKANG.has(compact(name.slice(last + 1)))
  );
}

/** A known title, or a short piece with a dot in it; "YANI" behind a comma is part of a name. */
function looksLikeTitle(piece: string): boolean {
  return piece.includes('.') || splitPiece(piece).some((title) => KNOWN.has(title) || IGNORED.has(title));
}

/** Titles that belong before the name even where a list prints them behind it. */
const ONLY_FRONT = new Set(['PROF', 'DR', 'DRS', 'DRA', 'IR', 'DRG', 'DRH', 'H', 'HJ', 'KH']);

function isFrontTitle(piece: string): boolean {
  const titles = splitPiece(piece);
  return titles.length > 0 && titles.every((title) => ONLY_FRONT.has(title));
}

/** Front titles that are also words or initials of names count only with their dot. */
const NEEDS_DOT = new Set(['NS', 'BD', 'AR', 'RM', 'RA', 'RD', 'NY', 'TN', 'APT', 'FTR']);

function takeFront(head: string): { readonly titles: string; readonly rest: string } {
  const words = head.split(' ');
  let count = 0;
  let glued: { readonly title: string; readonly rest: string } | undefined;
  while (count < words.length - 1 && isFrontWord(words[count] ?? '')) count++;
  const next = words[count] ?? '';
  if (next.includes('.')) glued = splitGlued(next);
  const titles = [...words.slice(0, count), glued?.title ?? ''].join(' ').trim();
  const rest = [glued?.rest ?? next, ...words.slice(count + 1)].join(' ').trim();
  return { titles, rest };
}

const isFrontWord = remember((word): boolean => {
  const hasDot = word.includes('.');
  const parts = splitParts(word);
  if (parts.length === 0) return false;
  const whole = parts.join('');
  if (DEPAN.has(whole) || IGNORED.has(whole)) return hasDot || !NEEDS_DOT.has(whole);
  return hasDot && parts.every((part) => DEPAN.has(part) || IGNORED.has(part));
});

/** "Dra.Hj.SITI" is two titles and the beginning of a name; "M.NUR" is not. */
function splitGlued(word: string): { readonly title: string; readonly rest: string } | undefined {
  let at = 0;
  for (let dot = word.indexOf('.'); dot >= 0; dot = word.indexOf('.', at)) {
    const part = compact(word.slice(at, dot));
    if (!DEPAN.has(part) && !IGNORED.has(part)) break;
    at = dot + 1;
  }
  const rest = word.slice(at);
  const isName = compact(rest).length > 1 || compact(rest) === 'M';
  return at > 0 && isName ? { title: word.slice(0, at), rest } : undefined;
}

/** Keys that are also words of names: a title only behind a comma or with their dots. */
const ALSO_NAMES = new Set([
  'AMA',
  'MA',
  'MARS',
  'MAP',
  'SAP',
  'SIP',
  'MIP',
  'SAB',
  'SAN',
  'MAK',
  'SAK',
  'MES',
  'MEI',
  'SEI',
  'BA',
  'GR',
  'LC',
]);

function takeBack(head: string): { readonly titles: string; readonly rest: string } {
  const words = head.split(' ');
  let end = words.length;
  while (end > 1) {
    const size = sizeOfLastTitle(words, end);
    if (size === 0) break;
    end -= size;
  }
  return { titles: words.slice(end).join(' '), rest: words.slice(0, end).join(' ') };
}

/** How many of the last words make up one known back title ("S. Pd" is two), leaving at least one word of the name. */
function sizeOfLastTitle(words: readonly string[], end: number): number {
  for (let size = Math.min(4, end - 1); size >= 1; size--) {
    const run = words.slice(end - size, end);
    const key = run.map(compact).join('');
    if (size > 1 && key.length > LONGEST_KEY) continue;
    const plain = size === 1 && !(run[0] ?? '').includes('.');
    const hasEveryDot =
      size === 1 || run.slice(0, -1).every((word) => word.endsWith('.') || compact(word).length === 1);
    if (BELAKANG.has(key) && hasEveryDot && !(plain && (ALSO_NAMES.has(key) || key.length < 2))) return size;
    const several = size === 1 && !plain ? joinParts(splitParts(run[0] ?? ''), false) : undefined;
    if (several && several.length > 0 && several.every((title) => BELAKANG.has(title))) return size;
  }
  return 0;
}
