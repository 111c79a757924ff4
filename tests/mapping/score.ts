import { foldIdentifier } from '../../src/kernel/text.ts';
import { createUnderstand } from '../../src/mapping/plan/understand.ts';
import { findField } from '../../src/canonical/index.ts';
import { openReference } from '../../src/reference/index.ts';
import { columnNames } from '../../src/mapping/column-names.ts';
import type { ColumnMapping, Recipe } from '../../src/mapping/recipe.ts';
import type { FilledTable } from './fill.ts';
import { LISTED, textHalf } from './score-crosswalk.ts';
import type { ColumnTruth } from './write-values.ts';

/** Counts over columns; shares are made of them at the end, so that tables may be added up. */
export interface MappingScore {
  readonly columns: number;
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
  readonly inTopThree: number;
  readonly mappable: number;
  readonly sureRight: number;
  readonly sure: number;
  /** Columns of numbers taken for the other kind. */
  readonly nipConfused: number;
  readonly sexes: Tally;
  readonly orders: Tally;
  readonly secretsMapped: number;
  /** Codes of short lists that at least 20 rows hold: rows proposed and right, codes there were. */
  readonly codes: Tally & { readonly there: number };
  readonly faults: readonly string[];
}

export interface Tally {
  readonly right: number;
  readonly all: number;
}

const FEWEST_ROWS = 20;

export function scoreTable(recipe: Recipe, filled: FilledTable): MappingScore {
  const names = columnNames(filled.truths.map(({ name }) => name));
  const count = { right: 0, wrong: 0, missed: 0, inTopThree: 0, mappable: 0, sureRight: 0, sure: 0 };
  const [sexes, orders] = [
    { right: 0, all: 0 },
    { right: 0, all: 0 },
  ];
  const codes = { right: 0, all: 0, there: 0 };
  let [nipConfused, secretsMapped] = [0, 0];
  const faults: string[] = [];
  filled.truths.forEach((truth, index) => {
    const own = recipe.kolom.filter((column) => column.sumber === names[index]);
    const columns = own.length > 0 ? own : recipe.kolom.filter((column) => isReadWith(column, names[index] ?? ''));
    const want = textHalf(truth.canonical);
    const isWanted = ({ kanonik }: ColumnMapping): boolean => textHalf(kanonik) === want;
    const column = (truth.further ? columns.find(isWanted) : undefined) ?? columns[0];
    const have = withoutFurther(truth, textHalf(column?.kanonik ?? null));
    const isRight = want === have || isInOneText(want, have, column);
    scoreFurther(truth, columns, column, count, faults);
    if (want !== null) count.mappable++;
    if (want !== null && isRight) count.right++;
    if (!isRight && have !== null) count.wrong++;
    if (!isRight && want !== null) count.missed++;
    const isOffered = want !== null && isOfferedBy(truth.further ? columns : columns.slice(0, 1), want);
    if (isOffered) count.inTopThree++;
    if (column?.tingkat === 'pasti') {
      count.sure++;
      if (isRight) count.sureRight++;
    }
    if ((want === 'nip' && have === 'nip_lama') || (want === 'nip_lama' && have === 'nip')) nipConfused++;
    if (truth.secret && have !== null) secretsMapped++;
    if (truth.secret && !recipe.rahasia.includes(names[index] ?? ''))
      faults.push(`${truth.name}: rahasia tidak dikenali`);
    if (!isRight)
      faults.push(
        `${truth.name}: ${want ?? '-'} < ${have ?? '-'} (${column?.tingkat ?? ''} ${column?.keyakinan ?? ''}; ${column?.bukti ?? ''})${want === null || isOffered ? '' : ' TIDAK DITAWARKAN'}`,
      );
    if (!isRight || want === null || !column) return;
    if (truth.sexes) {
      sexes.all++;
      if (Object.entries(truth.sexes).every(([value, sex]) => sexOf(value, column) === sex)) sexes.right++;
      else faults.push(`${truth.name}: jenis kelamin ${JSON.stringify(column.pembaca)}`);
    }
    if (truth.order !== undefined) {
      orders.all++;
      if (isOrder(truth.order, columns.find(({ pembaca }) => pembaca.jenis === 'teks_tanggal') ?? column))
        orders.right++;
      else faults.push(`${truth.name}: urutan ${truth.order} < ${JSON.stringify(column.pembaca)} ${column.bukti}`);
    }
    if (LISTED.has(want)) scoreCodes(truth, column, filled.support.get(truth.name), codes, faults);
  });
  return { columns: names.length, ...count, nipConfused, sexes, orders, secretsMapped, codes, faults };
}

const isOfferedBy = (columns: readonly ColumnMapping[], want: string): boolean =>
  columns.some(({ kandidat }) => kandidat.some(({ kanonik }) => textHalf(kanonik) === want));

/** A value in several columns may be told at one of them, which names the others. */
const isReadWith = ({ pembaca }: ColumnMapping, name: string): boolean =>
  pembaca.jenis === 'sambung'
    ? pembaca.kolom.includes(name)
    : pembaca.jenis === 'tanggal_terpisah' && [pembaca.hari, pembaca.bulan, pembaca.tahun].includes(name);

/** Where the field that counts first was not found, another of the same cells is no mistake. */
const withoutFurther = ({ canonical, further = [] }: ColumnTruth, have: string | null): string | null =>
  have !== textHalf(canonical) && further.some(({ field }) => textHalf(field) === have) ? null : have;

/** The other fields of a cell that several share: those that must be found, and no others. */
function scoreFurther(
  { name, canonical, further }: ColumnTruth,
  columns: readonly ColumnMapping[],
  main: ColumnMapping | undefined,
  count: { right: number; wrong: number; missed: number; inTopThree: number; mappable: number },
  faults: string[],
): void {
  if (!further) return;
  const found = new Set(columns.map(({ kanonik }) => textHalf(kanonik)));
  for (const { field, isNeeded } of further) {
    const want = textHalf(field);
    if (!isNeeded || want === null) continue;
    count.mappable++;
    if (isOfferedBy(columns, want)) count.inTopThree++;
    if (found.has(want)) count.right++;
    else {
      count.missed++;
      faults.push(`${name}: ${want} < - (satu dari beberapa isian satu kolom)`);
    }
  }
  const allowed = new Set([canonical, ...further.map(({ field }) => field)].map(textHalf));
  for (const column of columns) {
    const have = textHalf(column.kanonik);
    if (column === main || have === null || allowed.has(have)) continue;
    count.wrong++;
    faults.push(`${name}: - < ${have} (satu dari beberapa isian satu kolom)`);
  }
}

/** Years and months in one text feed the years and the months. */
const isInOneText = (want: string | null, have: string | null, column: ColumnMapping | undefined): boolean =>
  want === 'masa_kerja_teks' && have === 'masa_kerja_tahun' && column?.pembaca.jenis === 'masa_kerja';

function sexOf(value: string, column: ColumnMapping): string | undefined {
  const { pembaca } = column;
  if (pembaca.jenis === 'kode') return pembaca.tabel[value];
  if (/^(?:l|m|laki.*|pria|male)$/i.test(value)) return 'M';
  if (/^(?:p|f|perempuan|wanita|female)$/i.test(value)) return 'F';
  return meaningOf(value, column);
}

/** A year in front is read month first unless the reader says that day and month were swapped. */
function isOrder(order: NonNullable<ColumnTruth['order']>, { pembaca }: ColumnMapping): boolean {
  if (pembaca.jenis !== 'tanggal' && pembaca.jenis !== 'teks_tanggal') return false;
  if (order === 'ymd') return pembaca.urutan !== 'ydm';
  if (order === 'dmy') return pembaca.urutan === 'dmy' || pembaca.urutan === 'ymd';
  return pembaca.urutan === order;
}

function scoreCodes(
  { name, codes = new Map() }: ColumnTruth,
  column: ColumnMapping,
  support: ReadonlyMap<string, number> | undefined,
  tally: { right: number; all: number; there: number },
  faults: string[],
): void {
  for (const [code, { id, label }] of codes) {
    if ((support?.get(code) ?? 0) < FEWEST_ROWS) continue;
    tally.there++;
    const meaning = meaningOf(code, column);
    if (meaning === undefined) continue;
    tally.all++;
    if ([id, label].some((right) => foldIdentifier(right) === foldIdentifier(meaning))) tally.right++;
    else faults.push(`${name}: kode ${code} = ${label} < ${meaning}`);
  }
}

const understand = createUnderstand(openReference());

/** What a code means by the recipe, or read as it is; undefined where nothing is told: the value will be set aside or learned. */
function meaningOf(code: string, { pembaca, kanonik }: ColumnMapping): string | undefined {
  if (pembaca.jenis === 'kode') return pembaca.tabel[code];
  const field = pembaca.jenis === 'langsung' ? findField(textHalf(kanonik) ?? '') : undefined;
  if (!field) return undefined;
  const entry = understand(field, { delivered: code, label: code, id: '', isKnown: true });
  return entry.problem === undefined && entry.code !== '' ? entry.code : undefined;
}

export function addScores(scores: readonly MappingScore[]): MappingScore {
  const sum = (of: (score: MappingScore) => number): number => scores.reduce((total, score) => total + of(score), 0);
  const tally = (of: (score: MappingScore) => Tally): Tally => ({
    right: sum((s) => of(s).right),
    all: sum((s) => of(s).all),
  });
  return {
    columns: sum((s) => s.columns),
    right: sum((s) => s.right),
    wrong: sum((s) => s.wrong),
    missed: sum((s) => s.missed),
    inTopThree: sum((s) => s.inTopThree),
    mappable: sum((s) => s.mappable),
    sureRight: sum((s) => s.sureRight),
    sure: sum((s) => s.sure),
    nipConfused: sum((s) => s.nipConfused),
    sexes: tally((s) => s.sexes),
    orders: tally((s) => s.orders),
    secretsMapped: sum((s) => s.secretsMapped),
    codes: { ...tally((s) => s.codes), there: sum((s) => s.codes.there) },
    faults: scores.flatMap(({ faults }) => faults),
  };
}

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

export const f1Of = ({ right, wrong, missed }: MappingScore): number => share(2 * right, 2 * right + wrong + missed);
export const topThreeOf = ({ inTopThree, mappable }: MappingScore): number => share(inTopThree, mappable);
export const surenessOf = ({ sureRight, sure }: MappingScore): number => share(sureRight, sure);
