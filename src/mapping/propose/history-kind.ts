import type { Entitas } from '#canonical';
import type { SourceTable } from '#formats';
import { isGajiPokok } from '#rules/gaji-pokok.ts';
import { readConcepts } from '../names/concepts.ts';
import type { ColumnFacts } from '../sample/column-facts.ts';
import { sampleOf } from '../sample/table-sample.ts';
import { areSchools, type TextKind, textKindOf } from './text-kinds.ts';
import { FEW } from './yardstick.ts';

type History = 'riwayat_pendidikan' | 'riwayat_pangkat' | 'riwayat_jabatan' | 'riwayat_kgb';

/** Words of columns by the history that they belong to, in the order in which equals are preferred. */
const SIGNS: readonly (readonly [History, readonly string[]])[] = [
  ['riwayat_pendidikan', ['pendidikan', 'ijazah', 'lulus', 'sekolah', 'jurusan']],
  ['riwayat_pangkat', ['pangkat', 'gol', 'kredit']],
  ['riwayat_jabatan', ['jab', 'eselon', 'unit', 'skpd', 'lantik', 'mutasi']],
  ['riwayat_kgb', ['kgb', 'gaji']],
];

const OF_TEXTS: Partial<Record<TextKind, History>> = {
  lembaga: 'riwayat_pendidikan',
  program: 'riwayat_pendidikan',
  pangkat: 'riwayat_pangkat',
  jabatan: 'riwayat_jabatan',
  unit: 'riwayat_jabatan',
};

/**
 * Which history the rows of a table are in which persons come again: decrees of all kinds, or the one that most columns speak of, by
 * their words or by what stands in them. Undefined where there is neither that nor a decree.
 */
export function kindOfRows(table: SourceTable): Entitas | undefined {
  const columns = sampleOf(table).columns.map((facts) => ({ facts, words: readConcepts(facts.name, 'riwayat') }));
  if (isOfAllKinds(columns)) return 'riwayat';
  const counts = SIGNS.map(([entitas]) => ({
    entitas,
    count: columns.filter((column) => speaksOf(column, entitas)).length,
  }));
  const [best] = counts.toSorted((a, b) => b.count - a.count);
  if (best && best.count >= 2) return best.entitas;
  const isDecree = columns.some(isDecreeNumber) && columns.some(({ facts }) => facts.share('tanggal') > 0.8);
  if (!isDecree) return undefined;
  return best && best.count === 1 && !columns.some(({ words }) => isCategory(words)) ? best.entitas : 'riwayat';
}

interface Column {
  readonly facts: ColumnFacts;
  readonly words: readonly string[];
}

function speaksOf({ facts, words }: Column, entitas: History): boolean {
  const [, signs = []] = SIGNS.find(([each]) => each === entitas) ?? [];
  return signs.some((sign) => words.includes(sign)) || historyByValues(facts) === entitas;
}

function historyByValues(facts: ColumnFacts): History | undefined {
  if (facts.isEmpty) return undefined;
  const kind = textKindOf(facts);
  const ofText = kind && !areSchools(facts) ? OF_TEXTS[kind] : undefined;
  if (ofText) return ofText;
  if (isGolongan(facts)) return 'riwayat_pangkat';
  if (facts.share('uang') > 0.9 && facts.shareOf((value) => isGajiPokok(Number(value.replace(/\D/g, '')))) > 0.8)
    return 'riwayat_kgb';
  return facts.share('tingkat') > 0.8 && facts.share('berhuruf') > 0.9 ? 'riwayat_pendidikan' : undefined;
}

const isGolongan = (facts: ColumnFacts): boolean => facts.distinct.size <= 45 && facts.share('golonganTertulis') > 0.8;

const isDecreeNumber = ({ facts, words }: Column): boolean =>
  (words.includes('sk') && words.includes('no')) || (facts.share('nomorBergaris') > 0.8 && facts.variety > 0.5);

/** A column named after the kind of decree. */
export const isCategory = (words: readonly string[]): boolean =>
  words.includes('kategori') || (words.includes('jenis') && words.includes('sk'));

/** Kinds of decree as a category says them; a rise in golongan of some sort or other is one kind. */
const KINDS: readonly RegExp[] = [
  /kgb|berkala|salary|increment/i,
  /pangkat|promotion/i,
  /jabatan|lantik|mutasi|appoint/i,
];

/** What decrees of all kinds have in common: a golongan in some rows and a post in others, or words of a category that name both. */
function isOfAllKinds(columns: readonly Column[]): boolean {
  const posts = columns.filter(({ facts, words }) => words.includes('jab') || textKindOf(facts) === 'jabatan');
  const grades = columns.filter(({ facts, words }) => isGolongan(facts) || (words.includes('gol') && !facts.isEmpty));
  if (grades.some((grade) => posts.some((post) => neverTogether(grade.facts, post.facts)))) return true;
  if (grades.some(({ facts }) => facts.filledShare > 0.9)) return false;
  return columns.some(
    ({ facts }) =>
      facts.distinct.size <= 40 &&
      KINDS.filter((kind) => [...facts.distinct.keys()].some((value) => kind.test(value))).length > 1,
  );
}

/** Each filled in a fair share of the rows, and hardly ever in the same one. */
function neverTogether(a: ColumnFacts, b: ColumnFacts): boolean {
  if (Math.min(a.filledShare, b.filledShare) < SHARE_OF_KIND) return false;
  const both = a.values.filter((value, row) => value !== '' && (b.values[row] ?? '') !== '').length;
  return both < Math.min(a.filled, b.filled) * 0.1;
}
const SHARE_OF_KIND = 0.05;

/** Share of the rows of one kind that name a golongan, or a post. */
const CLEAR = 0.9;
/** Kinds of decree are few, and each has its rows. */
const MOST_KINDS = 40;

/** Whether a column decides if a row of decrees names a golongan or a post. */
export function tellsKind(kind: ColumnFacts, golongan: ColumnFacts, jabatan: ColumnFacts): boolean {
  if (kind === golongan || kind === jabatan) return false;
  if (kind.distinct.size < 2 || kind.distinct.size > MOST_KINDS || kind.filledShare < CLEAR) return false;
  const shares = [...Map.groupBy(kind.values.keys(), (row) => kind.values[row] ?? '')].flatMap(([value, rows]) => {
    const share = ({ values }: ColumnFacts): number =>
      rows.filter((row) => (values[row] ?? '') !== '').length / rows.length;
    return value === '' || rows.length < FEW ? [] : [[share(golongan), share(jabatan)] as const];
  });
  const isClear = shares.flat().every((share) => share < 1 - CLEAR || share > CLEAR);
  return isClear && shares.some(([grade]) => grade > CLEAR) && shares.some(([, post]) => post > CLEAR);
}
