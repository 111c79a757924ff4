import { LEXICON } from './lexicon.ts';

/** Two concepts that stand side by side and mean one. */
const PAIRS: ReadonlyMap<string, string> = new Map([
  ['kartu pegawai', 'karpeg'],
  // TH_ of Oracle systems marks a table of histories
  ['tahun pegawai', 'riwayat'],
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
]);

/** Share of a word's letters that known short words must cover before it is taken apart. */
const COVERED = 0.6;

/** Names and words repeat from file to file and within one, so answers are kept. */
const MOST_CACHED = 20_000;
const nameCache = new Map<string, readonly string[]>();
const cutCache = new Map<string, readonly string[]>();

/**
 * The concepts that a column name is made of, in order and without repeats: "tmtcpn" = tmt, cpns; "idgolrupkt" = id, gol,
 * pangkat. A word that nobody knows stays whole, marked with ?.
 */
export function readConcepts(name: string): readonly string[] {
  const known = nameCache.get(name);
  if (known) return known;
  const concepts = cutName(name);
  if (nameCache.size >= MOST_CACHED) nameCache.clear();
  nameCache.set(name, concepts);
  return concepts;
}

function cutName(name: string): readonly string[] {
  const concepts = splitWords(name).flatMap(cutWord);
  const joined = joinPairs(concepts);
  // "tmt_sk" is the TMT that a decree grants, not a date of the decree
  const meant = joined.includes('tmt') ? joined.filter((concept) => concept !== 'sk') : joined;
  return [...new Set(meant)];
}

/** Words of an identifier: at punctuation, blanks and changes of case. */
export function splitWords(name: string): readonly string[] {
  return name
    .normalize('NFKC')
    .replace(/L\s*\/\s*P/i, 'sex')
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !/^\d+$/.test(word));
}

function cutWord(word: string): readonly string[] {
  const known = LEXICON.get(word);
  if (known) return known;
  const cached = cutCache.get(word);
  if (cached) return cached;
  const cut = cutUnknown(word.slice(0, 60));
  cutCache.set(word, cut);
  return cut;
}

interface Cut {
  readonly cost: number;
  readonly covered: number;
  readonly concepts: readonly string[];
}

/** The cheapest way to read the word as a chain of known forms; letters between them cost more than any form. */
function cutUnknown(word: string): readonly string[] {
  const best: Cut[] = [{ cost: 0, covered: 0, concepts: [] }];
  for (let end = 1; end <= word.length; end++) {
    const before = best[end - 1] ?? { cost: 0, covered: 0, concepts: [] };
    let choice: Cut = { ...before, cost: before.cost + 1.4 };
    for (let start = Math.max(0, end - 14); start <= end - 2; start++) {
      const concepts = LEXICON.get(word.slice(start, end));
      const from = best[start];
      if (!concepts || !from) continue;
      const cost = from.cost + (end - start === 2 ? 1.15 : 1);
      if (cost < choice.cost) {
        choice = { cost, covered: from.covered + end - start, concepts: [...from.concepts, ...concepts] };
      }
    }
    best.push(choice);
  }
  const last = best.at(-1);
  const letters = word.replace(/\d+$/, '').length;
  const isMeaning = last?.concepts.some((concept) => concept !== 'id' && concept !== 'no') ?? false;
  return last && isMeaning && last.covered >= letters * COVERED ? last.concepts : [`?${word.replace(/\d+$/, '')}`];
}

function joinPairs(concepts: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const concept of concepts) {
    const pair = PAIRS.get(`${joined.at(-1) ?? ''} ${concept}`);
    if (pair === undefined) joined.push(concept);
    else joined.splice(-1, 1, ...pair.split(' '));
  }
  return joined;
}
