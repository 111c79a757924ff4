import type { Entitas } from '#canonical';
import { guessWord, isOwnWord } from './abbreviations.ts';
import { HISTORY_WORDS } from './history-words.ts';
import { LEXICON } from './lexicon.ts';
import { shortenWords } from './written-out.ts';

/** Two concepts that stand side by side and mean one. */
const PAIRS: ReadonlyMap<string, string> = new Map([
  ['kartu pegawai', 'karpeg'],
  // words in English order
  ['pegawai kartu', 'karpeg'],
  // TH_ of Oracle systems marks a table of histories
  ['tahun pegawai', 'riwayat'],
  ['induk pegawai', 'nip'],
  ['induk kependudukan', 'nik'],
  ['jab gelar', 'jab'],
  ['sekolah ~tinggi', 'sekolah'],
  ['tmt tgl', 'tmt'],
  ['masa tahun', 'mk tahun'],
  ['masa bulan', 'mk bulan'],
  ['?keadaan kawin', 'status kawin'],
  ['kerja lokasi', 'lokasi kerja'],
  ['kerja unit', 'unit'],
  ['unit skpd', 'skpd'],
  ['masa kerja', 'mk'],
  ['mk gol', 'mk'],
  ['angka kredit', 'kredit'],
  ['satuan kerja', 'skpd'],
  ['unit kerja', 'unit'],
  ['unit organisasi', 'unit'],
  ['unit unit', 'unit'],
  ['perangkat daerah', 'skpd'],
  ['organisasi induk', 'induk'],
  ['id pos', 'pos'],
  ['alamat rumah', 'alamat'],
  ['usul lahir', 'tempat lahir'],
  ['tgl tmt', 'tmt'],
  ['gol ruang', 'gol'],
  ['program jurusan', 'jurusan'],
  ['pejabat sk', 'pejabat'],
  ['jenis desa', 'kelamin'],
  ['pegawai asn', 'asn'],
  ['unit induk', 'unit induk'],
  ['unit kecamatan', 'kecamatan'],
  ['ortu unit', 'unit induk'],
  ['ortu skpd', 'unit induk'],
  ['email ?kantor', 'email dinas'],
  ['skpd email', 'email dinas'],
  ['email skpd', 'email dinas'],
  ['?dinas ~badan', 'skpd'],
  ['skpd kecamatan', 'skpd'],
]);

/** Share of a word's letters that known short words must cover before it is taken apart. */
const COVERED = 0.6;

/** Names and words repeat from file to file and within one, so answers are kept. */
const MOST_CACHED = 20_000;
const nameCache = new Map<string, readonly string[]>();
const cutCache = new Map<string, readonly string[]>();

/** What the rows of a table are: in a history some words mean something else. */
export type RowsOf = 'pegawai' | 'riwayat';

export const rowsOf = (entitas: Entitas): RowsOf => (entitas.startsWith('riwayat') ? 'riwayat' : 'pegawai');

/**
 * The concepts that a column name is made of, in order and without repeats: "tmtcpn" = tmt, cpns; "idgolrupkt" = id, gol,
 * pangkat. A word that nobody knows stays whole, marked with ?.
 */
export function readConcepts(name: string, rows: RowsOf = 'pegawai'): readonly string[] {
  const key = `${rows} ${name}`;
  const known = nameCache.get(key);
  if (known) return known;
  const concepts = cutName(name, rows === 'riwayat' ? HISTORY_WORDS : NO_WORDS);
  if (nameCache.size >= MOST_CACHED) nameCache.clear();
  nameCache.set(key, concepts);
  return concepts;
}

const NO_WORDS: ReadonlyMap<string, readonly string[]> = new Map();

function cutName(name: string, ownWords: ReadonlyMap<string, readonly string[]>): readonly string[] {
  if (NUMBERED_ONLY.test(name)) return [];
  const words = splitWords(withoutRemarks(name));
  const cut = words.length >= SENTENCE ? cutWordOfSentence : cutWord;
  const concepts = words.flatMap((word) => ownWords.get(word) ?? cut(word));
  const joined = joinPairs(concepts);
  // "tmt_sk" is the TMT that a decree grants, not a date of the decree
  const meant = joined.includes('tmt') ? joined.filter((concept) => concept !== 'sk') : joined;
  return [...new Set(meant)];
}

/** A place instead of a name: "Kolom AB", "field_07", "Unnamed: 3", "B_02B". */
const NUMBERED_ONLY =
  /^(?:kolom|kol|column|col|field|fld|var|atribut|attr?|data|f|c|x|unnamed)[\s_:.-]*(?:\d{1,3}|[A-Z]{1,2})$|^[a-z]_\d{1,2}[a-z]?$/i;

/** What a heading adds for the person who fills it in, and how that person is spoken to. */
function withoutRemarks(name: string): string {
  const short = name
    .replace(/\([^()]*\s[^()]*\)/g, ' ')
    .replace(/[,;:]\s*(?:contoh|kosongkan|bila|jika|apabila|isi|misal|cth)\b.*$/i, '')
    .replace(/\b(?:bapak\s*\/\s*ibu|ibu\s*\/\s*bapak|anda|saudara)\b/gi, ' ')
    .replace(/(?:\b|_)tanpa[\s_]+\p{L}+/giu, ' ');
  return /\p{L}/u.test(short) ? short : name;
}

/** Words from which a heading is a sentence: most of its words are no nouns of personnel. */
const SENTENCE = 6;

/** Only words that are known count in a sentence. */
function cutWordOfSentence(word: string): readonly string[] {
  const known = LEXICON.get(word);
  if (known || word.length < SHORTEST_CHAIN) return known ?? [];
  const plain = chain(word, false);
  return plain.letters === '' && isMeaning(plain) ? plain.concepts : [];
}
const SHORTEST_CHAIN = 6;

/** Words of an identifier: at punctuation, blanks and changes of case; what is written out in full is shortened. */
export function splitWords(name: string): readonly string[] {
  const words = name
    .normalize('NFKC')
    .replace(/L\s*\/\s*P/i, 'sex')
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !/^\d+$/.test(word));
  return shortenWords(joinLetters(words));
}

/** Letters with signs or blanks between them are one word: "N.I.P", "n i p". */
const joinLetters = (words: readonly string[]): readonly string[] =>
  words.every((word) => word.length > 1)
    ? words
    : words
        .join(' ')
        .replace(/(?<!\S)\p{L}(?: \p{L}(?!\S))+/gu, (letters) => letters.replaceAll(' ', ''))
        .split(' ');

/** Words that are too short to be looked for inside others. */
const ALONE_ONLY: ReadonlyMap<string, readonly string[]> = new Map([
  ['dt', ['tgl']],
  ['cd', ['id']],
  ['gr', ['gol']],
  ['di', ['dan']],
  ['ke', ['dan']],
]);

function cutWord(word: string): readonly string[] {
  const known = LEXICON.get(word) ?? ALONE_ONLY.get(word);
  if (known) return known;
  const cached = cutCache.get(word);
  if (cached) return cached;
  if (cutCache.size >= MOST_CACHED) cutCache.clear();
  const cut = LEXICON.get(withoutAffixes(word)) ?? cutUnknown(word.slice(0, 60));
  cutCache.set(word, cut);
  return cut;
}

/** The noun within its usual affixes: "kepangkatan" speaks of pangkat. */
const withoutAffixes = (word: string): string => /^(?:ke|per|pe)(\p{L}{4,})an$/u.exec(word)?.[1] ?? '';

/** A word that only a guess explains, as a whole or in part; such a name is never certain. */
export const isGuessed = (name: string): boolean =>
  splitWords(name).some(
    (word) =>
      !LEXICON.has(word) &&
      !ALONE_ONLY.has(word) &&
      !LEXICON.has(withoutAffixes(word)) &&
      chain(word.slice(0, 60), false).letters.replace(/\d+$/, '') !== '',
  );

interface Cut {
  readonly cost: number;
  readonly concepts: readonly string[];
  /** Letters that no form covers, those of one gap together. */
  readonly letters: string;
  readonly covered: number;
  /** Forms of the lexicon among its pieces. */
  readonly known: number;
}

const NO_CUT: Cut = { cost: 0, covered: 0, concepts: [], letters: '', known: 0 };

/** Guesses that fit at least so well are taken for a whole word. */
const GOOD = 0.7;

/**
 * A word that is no form itself: a chain of forms where they cover it, else one contracted or misspelt word, else a chain in which
 * pieces may be contracted too. What remains unexplained weighs on the name.
 */
function cutUnknown(word: string): readonly string[] {
  const bare = word.replace(/\d+$/, '');
  if (isOwnWord(bare)) return [`?${bare}`];
  const plain = chain(word, false);
  if (plain.letters.replace(/\d+$/, '') === '' && isMeaning(plain)) return plain.concepts;
  const guess = guessWord(bare);
  if (guess && guess.quality >= GOOD) return guess.concepts;
  const cut = chain(word, true);
  // guesses alone would make a chain of any word
  if (cut.known === 0 || !isMeaning(cut) || cut.covered < bare.length * COVERED) return [`?${bare}`];
  const rest = cut.letters.replace(/\d+$/, '');
  return rest.length >= 2 ? [...cut.concepts, `?${rest}`] : cut.concepts;
}

const isMeaning = ({ concepts }: Cut): boolean => concepts.some((concept) => concept !== 'id' && concept !== 'no');

/** Longest form or contraction inside a word. */
const LONGEST = 14;

/** The cheapest way to read the word as a chain of known forms; letters between them cost more than any form. */
function chain(word: string, guessing: boolean): Cut {
  const best: Cut[] = [NO_CUT];
  for (let end = 1; end <= word.length; end++) {
    const before = best[end - 1] ?? NO_CUT;
    let choice: Cut = { ...before, cost: before.cost + 1.4, letters: before.letters + word.charAt(end - 1) };
    for (let start = Math.max(0, end - LONGEST); start <= end - 2; start++) {
      const from = best[start];
      const piece = word.slice(start, end);
      const form = LEXICON.get(piece);
      const guess = form === undefined && guessing ? guessPiece(piece) : undefined;
      const concepts = form ?? guess?.concepts;
      if (!concepts || !from) continue;
      const cost = from.cost + (guess ? 2.6 - guess.quality : end - start === 2 ? 1.15 : 1);
      if (cost >= choice.cost) continue;
      choice = {
        cost,
        covered: from.covered + end - start,
        concepts: [...from.concepts, ...concepts],
        letters: from.letters,
        known: from.known + (form ? 1 : 0),
      };
    }
    best.push(choice);
  }
  return best.at(-1) ?? NO_CUT;
}

const LONGEST_PIECE = 6;
const guessPiece = (piece: string) => (piece.length < 3 || piece.length > LONGEST_PIECE ? undefined : guessWord(piece));

function joinPairs(concepts: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const concept of concepts) {
    const pair = PAIRS.get(`${joined.at(-1) ?? ''} ${concept}`);
    if (pair === undefined) joined.push(concept);
    else joined.splice(-1, 1, ...pair.split(' '));
  }
  return joined;
}
