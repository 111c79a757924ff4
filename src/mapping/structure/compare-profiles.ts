import type { ColumnProfile } from './column-profile.ts';

/** Fewest people behind shares that are compared is the caller's business; these bounds are on shares. */
const OTHER_KIND = 0.6;
const OTHER_VALUES = 0.3;
const TOLD_BY_VALUES = 0.6;
const OTHER_YEARS = 8;
const EMPTIED = 0.05;

/** Shapes of which a column has one for good reason: another one means other contents, or another way of writing codes. */
const TELLING: readonly (readonly string[])[] = [
  ['nip'],
  ['nipLama'],
  ['nik'],
  ['hex'],
  ['email'],
  ['tanggal', 'serial'],
  ['romawi'],
  ['agama'],
  ['kawin'],
  ['darah'],
  ['tingkat'],
  ['uang'],
  ['tahun'],
  ['berhuruf'],
  ['masaKerjaTeks'],
  ['pohon'],
];

const shareOf = ({ bentuk }: ColumnProfile, kinds: readonly string[]): number =>
  kinds.reduce((most, kind) => Math.max(most, bentuk[kind] ?? 0), 0);

const sum = (shares: Readonly<Record<string, number>>): number =>
  Object.values(shares).reduce((total, share) => total + share, 0);

const isDates = (profile: ColumnProfile): boolean => shareOf(profile, ['tanggal', 'serial']) >= OTHER_KIND;

/** What two sets of shares have in common, 0 to 1; undefined where one of them covers too little to tell. */
function overlap(
  a: Readonly<Record<string, number>>,
  b: Readonly<Record<string, number>>,
  atLeast: number,
): number | undefined {
  const [inA, inB] = [sum(a), sum(b)];
  if (Math.min(inA, inB) < atLeast) return undefined;
  const common = Object.entries(a).reduce((total, [value, share]) => total + Math.min(share, b[value] ?? 0), 0);
  return Math.min(1, common / Math.max(inA, inB));
}

/** How much of a code list's distribution is the same; undefined where the column is no code list. */
export function sharedValues(before: ColumnProfile, now: ColumnProfile): number | undefined {
  return overlap(before.isi, now.isi, TOLD_BY_VALUES);
}

export type Contradiction =
  /** Filled before, empty now. */
  | 'kosong'
  /** Values of another kind. */
  | 'jenis_isi'
  /** Dates of another time. */
  | 'masa'
  /** Codes that occur otherwise: other contents, or codes that mean something else now. */
  | 'sebaran';

/**
 * What in the values of a column of the same name speaks against its being the same, if anything. Offices change by a few percent
 * a year, so small changes never do.
 */
export function findContradiction(before: ColumnProfile, now: ColumnProfile): Contradiction | undefined {
  if (before.terisi === 0 || now.terisi === 0)
    return before.terisi > EMPTIED && now.terisi === 0 ? 'kosong' : undefined;
  // a month in words makes a date no other thing
  const telling = isDates(before) && isDates(now) ? TELLING.filter((kinds) => !kinds.includes('berhuruf')) : TELLING;
  if (telling.some((kinds) => Math.abs(shareOf(before, kinds) - shareOf(now, kinds)) >= OTHER_KIND)) return 'jenis_isi';
  const [from, to] = [before.tahun?.[1], now.tahun?.[1]];
  if (from !== undefined && to !== undefined && Math.abs(from - to) > OTHER_YEARS) return 'masa';
  const shared = sharedValues(before, now);
  return shared !== undefined && 1 - shared >= OTHER_VALUES ? 'sebaran' : undefined;
}

/** Likeness of two profiles. */
export interface Likeness {
  /** 0 to 1 over everything that both can tell. */
  readonly total: number;
  /** The worst single part. */
  readonly worst: number;
  /** Both hold the same values of a list as often: a proof of its own where the list is telling. */
  readonly sameList: boolean;
}

/** Values that a list must hold, and share of the commonest, so that two columns hardly agree on it by chance. */
const TELLING_LIST = { values: 4, commonest: 0.8, shared: 0.9, covers: 0.8 } as const;

/** How alike the values of two columns are; undefined where one of them is empty. */
export function compareProfiles(a: ColumnProfile, b: ColumnProfile): Likeness | undefined {
  if (a.terisi === 0 || b.terisi === 0) return undefined;
  const kinds = new Set([...Object.keys(a.bentuk), ...Object.keys(b.bentuk)]);
  const furthest = Math.max(0, ...[...kinds].map((kind) => Math.abs((a.bentuk[kind] ?? 0) - (b.bentuk[kind] ?? 0))));
  const lists = overlap(a.isi, b.isi, 0.3);
  const shapes = overlap(a.pola, b.pola, 0.3);
  const years =
    a.tahun && b.tahun
      ? 1 - Math.min(1, a.tahun.reduce((far, year, i) => far + Math.abs(year - (b.tahun?.[i] ?? 0)), 0) / 30)
      : undefined;
  const firsts =
    a.tanggal_satu !== undefined && b.tanggal_satu !== undefined
      ? 1 - Math.abs(a.tanggal_satu - b.tanggal_satu)
      : undefined;
  const parts = [
    1 - furthest,
    1 - Math.abs(a.terisi - b.terisi),
    1 - Math.abs(a.ragam - b.ragam),
    Math.min(a.panjang, b.panjang) / Math.max(a.panjang, b.panjang, 1),
    lists,
    shapes,
    years,
    firsts,
  ].filter((part) => part !== undefined);
  const total = Math.exp(parts.reduce((logs, part) => logs + Math.log(Math.max(part, 0.01)), 0) / parts.length);
  return { total, worst: Math.min(...parts), sameList: isSameList(a, b) };
}

function isSameList(a: ColumnProfile, b: ColumnProfile): boolean {
  const { values, commonest, shared, covers } = TELLING_LIST;
  const isTelling = ({ isi }: ColumnProfile): boolean =>
    Object.keys(isi).length >= values && Math.max(...Object.values(isi)) <= commonest;
  return isTelling(a) && isTelling(b) && (overlap(a.isi, b.isi, covers) ?? 0) >= shared;
}
