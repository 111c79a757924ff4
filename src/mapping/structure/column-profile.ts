import { findField } from '#canonical';
import { yearOf } from '#kernel/local-date.ts';
import { foldText } from '#kernel/text.ts';
import { findDateOrder } from '../propose/date-order.ts';
import type { Yardstick } from '../propose/yardstick.ts';
import type { ColumnFacts } from '../sample/column-facts.ts';
import { type DateOrder, datesOf, readDateFacts, shapeOf } from '../sample/date-facts.ts';
import { VALUE_TESTS, type ValueKind } from '../sample/value-tests.ts';

/**
 * What the values of a column look like, without any person in it: shares, lengths, shapes with every letter and digit masked, years
 * without their rows, and values that so many people share that they tell nobody. It is kept in the recipe book.
 */
export interface ColumnProfile {
  /** Share of filled cells. */
  readonly terisi: number;
  /** Different values per filled cell. */
  readonly ragam: number;
  /** Mean length of the different values. */
  readonly panjang: number;
  /** Share of the filled cells that pass a test of shape; shares below 0.05 are left out. */
  readonly bentuk: Readonly<Record<string, number>>;
  /** Commonest shapes with their share: "813/1001/2010" is "999/9999/9999". */
  readonly pola: Readonly<Record<string, number>>;
  /** Values of code lists with their share of the filled cells, folded where they are words. */
  readonly isi: Readonly<Record<string, number>>;
  /** Years below which a tenth, a half and nine tenths of the dates lie. */
  readonly tahun?: readonly [number, number, number] | undefined;
  /** Share of dates on the first of a month. */
  readonly tanggal_satu?: number | undefined;
  /** Order of day and month, where the values decide it. */
  readonly urutan?: DateOrder | undefined;
}

/** A value or shape that fewer rows share is not kept: it could tell a person. */
export const FEWEST_SHARING = 5;
/** Fewer dates than this have no quantiles: they would be somebody's dates. */
const FEWEST_DATES = 20;
const MOST_VALUES = 64;
const MOST_SHAPES = 6;
const LONGEST_VALUE = 60;
/** A column of so few different values lists kinds, not persons. */
const FEW_VALUES = 12;
/** Where most values occur once, the few that repeat are chance, names of people for instance. */
const CODE_LIKE = 0.5;

const round = (value: number, digits = 2): number => Number(value.toFixed(digits));

const KINDS = Object.keys(VALUE_TESTS) as ValueKind[];

/** Fields whose values are a person's own, however many share one. */
const OWN: ReadonlySet<string> = new Set(['nama', 'nip', 'nik', 'npwp', 'telepon', 'email', 'tanggal', 'uang']);
/** Shapes of the same, for columns that feed nothing. */
const OWN_SHAPES: readonly ValueKind[] = ['nip', 'nipLama', 'nik', 'npwp', 'email', 'ponsel', 'tanggal', 'hash'];

export const NO_PROFILE: ColumnProfile = { terisi: 0, ragam: 0, panjang: 0, bentuk: {}, pola: {}, isi: {} };

/** The profile of a column, to compare with and to let go; see `keepableProfile`. */
export function profileColumn(facts: ColumnFacts, yardstick: Yardstick): ColumnProfile {
  if (facts.isEmpty) return NO_PROFILE;
  const bentuk = Object.fromEntries(
    KINDS.flatMap((kind) => {
      const share = facts.share(kind);
      return share >= 0.05 ? [[kind, round(share)]] : [];
    }),
  );
  return {
    terisi: round(facts.filledShare),
    ragam: round(facts.variety),
    panjang: round(facts.meanLength, 1),
    bentuk,
    pola: countShared(facts, maskValue, MOST_SHAPES),
    isi: isOwn(facts) ? {} : countShared(facts, foldCode, MOST_VALUES),
    ...((bentuk.tanggal ?? 0) + (bentuk.serial ?? 0) > 0.5 ? profileDates(facts, yardstick) : {}),
  };
}

/**
 * The profile as it may be kept: values only of columns that feed a coded field, or that hold few different ones and feed no field of a
 * person's own. A column of names that nobody mapped has more.
 */
export function keepableProfile(facts: ColumnFacts, yardstick: Yardstick, kanonik: string | null): ColumnProfile {
  const profile = profileColumn(facts, yardstick);
  const field = kanonik === null ? undefined : findField(kanonik);
  const isCoded = field?.tipe === 'kode' || field?.tipe === 'boolean';
  const mayKeep = isCoded || (facts.distinct.size <= FEW_VALUES && (field === undefined || !OWN.has(field.tipe)));
  return mayKeep ? profile : { ...profile, isi: {} };
}

function isOwn(facts: ColumnFacts): boolean {
  if (facts.variety > CODE_LIKE) return true;
  return OWN_SHAPES.some((kind) => facts.share(kind) > 0.1);
}

/** A value as it is kept and compared: words folded, codes as they stand; '' for what must not be kept. */
export function foldCode(value: string): string {
  if (value.length > LONGEST_VALUE || /\d{6}/.test(value)) return '';
  return /\p{L}/u.test(value) ? foldText(value) : value;
}

/** Every run of letters becomes A, every digit 9. */
export function maskValue(value: string): string {
  return value
    .slice(0, LONGEST_VALUE)
    .replace(/[\p{L}\p{M}]+/gu, 'A')
    .replace(/\p{N}/gu, '9');
}

/** The commonest forms that enough rows share, by share of the filled cells, in order of their text. */
function countShared(facts: ColumnFacts, form: (value: string) => string, most: number): Record<string, number> {
  const counts = new Map<string, number>();
  for (const [value, count] of facts.distinct) {
    const text = form(value);
    if (text !== '') counts.set(text, (counts.get(text) ?? 0) + count);
  }
  const shared = [...counts].filter(([, count]) => count >= FEWEST_SHARING);
  const commonest = shared.toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, most);
  return Object.fromEntries(
    commonest.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([text, count]) => [text, round(count / facts.filled, 3)]),
  );
}

function profileDates(
  facts: ColumnFacts,
  yardstick: Yardstick,
): Pick<ColumnProfile, 'tahun' | 'tanggal_satu' | 'urutan'> {
  const read = readDateFacts(facts);
  const { order, isDecided } = findDateOrder(read, yardstick);
  const dates = datesOf(read, order);
  const years = dates.flatMap((date) => (date === undefined ? [] : [yearOf(date)])).toSorted((a, b) => a - b);
  if (years.length < FEWEST_DATES) return {};
  const at = (share: number): number => years[Math.floor(share * (years.length - 1))] ?? 0;
  return {
    tahun: [at(0.1), at(0.5), at(0.9)],
    tanggal_satu: round(shapeOf(dates).firstOfMonth),
    ...(isDecided && read.loose.length > 0 ? { urutan: order } : {}),
  };
}
