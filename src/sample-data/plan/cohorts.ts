import { daysInMonth, type LocalDate } from '#kernel/local-date.ts';
import { findAbove, makeSpread, mix32, randomOf, type Spread, spreadAt } from '../random.ts';
import { fitMargins } from './fit-margins.ts';
import { dateIn, type Horizon, type Month } from './horizon.ts';
import { KELAS_COUNT, womenShare } from './kelas.ts';
import { birthShares, CPNS_MONTHS, cpnsShares, type YearShare } from './margins.ts';
import { AGE_BANDS, makePlans, type PlanDraw, type Row } from './plans.ts';

/** Kinds of people beside the classes of active PNS. Those who left are counted by what they were. */
export const MANTAN_GURU = KELAS_COUNT;
export const MANTAN_PELAKSANA = KELAS_COUNT + 1;
export const MANTAN_LAIN = KELAS_COUNT + 2;
export const PPPK = KELAS_COUNT + 3;
export const NON_ASN = KELAS_COUNT + 4;
/** CPNS of the intakes after the cut-off. */
export const BARU = KELAS_COUNT + 5;
export const KINDS = KELAS_COUNT + 6;

/** Places beside the twelve months in which somebody may begin: numbers of PPPK and of non-ASN know no month. */
const PPPK_SLOT = 12;
const NON_ASN_SLOT = 13;
const SLOTS = 14;
/** Serials 901 to 999. */
const SERIALS = 99;
const OLDER_SHARE = 0.2;
const ROUNDS = 60;
/** Weight of a row that only former staff have. */
const RARE = 1e-9;

/** What the number of a person says: unique with its serial over the whole population. */
export interface Origin {
  readonly tanggalLahir: LocalDate;
  readonly birthMonth: Month;
  readonly birthYear: number;
  readonly cpnsYear: number;
  /** 0 to 11; 12 for PPPK, 13 for others. */
  readonly slot: number;
  readonly perempuan: boolean;
  /** From 0: the serial of the NIP counts on from 901. */
  readonly serial: number;
  /** Number shared by all who have the birth date and sex: spreads them over kecamatan without a clash. */
  readonly salt: number;
  /** Row of the plans, or -1 for those without a career as PNS. */
  readonly row: number;
}

export interface Cohorts {
  /** The person of a kind by number, 0 to the count of that kind. */
  origin(kind: number, number: number): Origin;
  readonly drawPlan: PlanDraw;
  readonly rows: readonly Row[];
}

interface Cell {
  readonly birth: number;
  readonly cpns: number;
  readonly slot: number;
  readonly woman: number;
  readonly weight: number;
  readonly row: number;
}

interface Kind {
  readonly cells: readonly Cell[];
  /** Rank of the first person of each cell. */
  readonly starts: Int32Array;
  /** How many of earlier kinds carry the same number up to the serial. */
  readonly bases: Int32Array;
  readonly spread: Spread;
}

/**
 * Birth, appointment and sex of everybody. People of a kind are laid along its cells (appointment, birth, sex) in the exact
 * proportions of the figures, so a person is a function of a number, and nobody needs to be kept to make numbers unique.
 */
export function makeCohorts(
  counts: readonly number[],
  horizon: Horizon,
  benih: string,
  intakes: readonly Month[] = [],
): Cohorts {
  const births = birthShares(horizon.shift);
  const joint = fitCareers(counts.slice(0, KELAS_COUNT), births, horizon, intakes);
  const frame: Frame = { horizon, firstBirth: (births[0]?.[0] ?? 0) - 10, births: births.length + 10 };
  const taken = new Int32Array(70 * SLOTS * frame.births * 2);
  const kinds = Array.from({ length: KINDS }, (_, kind) => {
    return layOut(joint.cells[kind] ?? [], counts[kind] ?? 0, taken, frame, `${benih}/${kind}`);
  });
  return {
    rows: joint.rows,
    drawPlan: joint.drawPlan,
    origin: (kind, number) => originOf(kinds[kind], number, frame),
  };
}

interface Frame {
  readonly horizon: Horizon;
  readonly firstBirth: number;
  readonly births: number;
}

function keyOf({ birth, cpns, slot, woman }: Cell, frame: Frame): number {
  const years = cpns - (frame.horizon.shift + 1965);
  return ((years * SLOTS + slot) * frame.births + birth - frame.firstBirth) * 2 + woman;
}

function layOut(cells: readonly Cell[], count: number, taken: Int32Array, frame: Frame, key: string): Kind {
  const random = randomOf(key);
  const total = cells.reduce((sum, cell) => sum + cell.weight, 0);
  const offset = random.unit();
  const starts = new Int32Array(cells.length + 1);
  const bases = new Int32Array(cells.length);
  let sum = 0;
  for (const [at, cell] of cells.entries()) {
    sum += cell.weight / total;
    starts[at + 1] = at === cells.length - 1 ? count : Math.min(count, Math.floor(sum * count + offset));
    const place = keyOf(cell, frame);
    bases[at] = taken[place] ?? 0;
    taken[place] = (taken[place] ?? 0) + (starts[at + 1] ?? 0) - (starts[at] ?? 0);
  }
  return { cells, starts, bases, spread: makeSpread(count, random) };
}

function originOf(kind: Kind | undefined, number: number, frame: Frame): Origin {
  if (!kind) throw new Error('Unknown kind of person');
  const place = spreadAt(kind.spread, number);
  const at = findAbove(kind.starts, place) - 1;
  const cell = kind.cells[at];
  if (!cell) throw new Error(`Person ${number} lies outside its kind`);
  const rank = place - (kind.starts[at] ?? 0) + (kind.bases[at] ?? 0);
  const days = listDays(cell.birth, frame.horizon);
  const serial = Math.trunc(rank / days.count);
  if (serial >= SERIALS) throw new Error(`Serials of NIP run out at ${cell.birth}, ${cell.cpns}: too many people`);
  const key = keyOf(cell, frame);
  const tanggalLahir = dayInYear(cell.birth, days.first + ((rank * 139 + mix32(key)) % days.count));
  return {
    tanggalLahir,
    birthMonth: cell.birth * 12 + (Math.trunc(tanggalLahir / 100) % 100) - 1,
    birthYear: cell.birth,
    cpnsYear: cell.cpns,
    slot: cell.slot,
    perempuan: cell.woman === 1,
    serial,
    salt: mix32(tanggalLahir * 2 + cell.woman),
    row: cell.row,
  };
}

/** Days of birth of a year: of the year of those who turn sixty only the end. 139 and the counts share no factor. */
function listDays(year: number, { born60 }: Horizon): { readonly first: number; readonly count: number } {
  const all = 365;
  if (year !== Math.trunc(born60 / 12)) return { first: 0, count: all };
  const first = dayBeforeMonth(year, born60 % 12);
  return { first, count: all - first };
}

function dayBeforeMonth(year: number, month: number): number {
  let days = 0;
  for (let at = 1; at <= month; at++) days += daysInMonth(year, at);
  return days;
}

function dayInYear(year: number, day: number): LocalDate {
  let month = 1;
  let left = day;
  while (left >= daysInMonth(year, month)) {
    left -= daysInMonth(year, month);
    month++;
  }
  return dateIn(year * 12 + month - 1, left + 1);
}

interface Joint {
  readonly rows: readonly Row[];
  readonly cells: readonly (readonly Cell[])[];
  readonly drawPlan: PlanDraw;
}

type RowOf = (kelas: number, cpns: number, birth: number, over58: boolean) => number;

interface YearCell {
  readonly kelas: number;
  readonly cpns: number;
  readonly birth: number;
  readonly older: boolean;
  readonly row: number;
}

/** Fits class, appointment and birth together, then the plans to what came out. */
function fitCareers(
  classCounts: readonly number[],
  births: readonly YearShare[],
  horizon: Horizon,
  intakes: readonly Month[],
): Joint {
  const appointments = cpnsShares(horizon.shift).filter(([year]) => year * 12 <= horizon.month);
  const { rows, cells, rowOf } = listYearCells(appointments, births, horizon);
  const others = Array.from({ length: KINDS - KELAS_COUNT }, (_, at) =>
    KELAS_COUNT + at === BARU ? listNewcomers(intakes, births) : listOthers(KELAS_COUNT + at, horizon, rowOf),
  );
  const plans = makePlans(rows, horizon);
  const weights = Float64Array.from(cells, ({ row, cpns, birth }) => {
    const affinity = plans.affinity[row] ?? 0;
    return affinity > 0 ? (0.02 + affinity) * ageWeight(cpns - birth) : 0;
  });
  const groups = (of: (cell: YearCell) => number): Int32Array => Int32Array.from(cells, of);
  const firstCpns = appointments[0]?.[0] ?? 0;
  const firstBirth = births[0]?.[0] ?? 0;
  const margins = [
    { groupOf: groups(({ birth }) => birth - firstBirth), targets: births.map(([, share]) => share) },
    {
      groupOf: groups(({ cpns, older }) => (cpns - firstCpns) * 2 + (older ? 1 : 0)),
      targets: appointments.flatMap(([year, share]) => splitOlder(year - horizon.shift, share)),
    },
    { groupOf: groups(({ kelas }) => kelas), targets: classCounts },
  ];
  fitMargins(weights, margins, ROUNDS);
  const rowWeights = rows.map(() => RARE);
  for (const [at, cell] of cells.entries()) rowWeights[cell.row] = (rowWeights[cell.row] ?? 0) + (weights[at] ?? 0);
  return { rows, drawPlan: plans.fit(rowWeights), cells: [...splitCells(cells, weights, horizon), ...others] };
}

function splitOlder(year: number, share: number): number[] {
  const older = year >= 2005 && year <= 2014 ? OLDER_SHARE : 0;
  return [share * (1 - older), share * older];
}

/** Most begin at 23 to 30. */
function ageWeight(age: number): number {
  if (age < 22) return 0.15;
  return age > 36 ? 1 - (age - 36) * 0.05 : 1.2 - Math.abs(age - 26) * 0.06;
}

function listYearCells(appointments: readonly YearShare[], births: readonly YearShare[], horizon: Horizon) {
  const rows: Row[] = [];
  const cells: YearCell[] = [];
  const known = new Map<string, number>();
  const rowOf: RowOf = (kelas, cpns, birth, over58) => {
    const age = AGE_BANDS.findLast((band) => band <= cpns - birth) ?? 0;
    const key = `${kelas}/${cpns}/${age}/${over58}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    known.set(key, rows.length);
    return rows.push({ kelas, cpnsYear: cpns, age, over58 }) - 1;
  };
  for (let kelas = 0; kelas < KELAS_COUNT; kelas++) {
    for (const [cpns] of appointments) {
      for (const [birth] of births) {
        const older = isOlder(cpns, birth, horizon);
        if (older !== undefined && birth * 12 + 11 >= horizon.born60)
          cells.push({ kelas, cpns, birth, older, row: rowOf(kelas, cpns, birth, birth * 12 < horizon.born58) });
      }
    }
  }
  return { rows, cells, rowOf };
}

/** Within the ages of appointment: 18 to 35, and up to 46 for those who had served without appointment before 2005. */
function isOlder(cpns: number, birth: number, { shift }: Horizon): boolean | undefined {
  const age = cpns - birth;
  if (age >= 19 && age <= 35) return false;
  const year = cpns - shift;
  return age >= 37 && age <= 46 && year >= 2005 && year <= 2014 ? true : undefined;
}

/** Each cell of years becomes cells of month and sex, in order, class by class. */
function splitCells(cells: readonly YearCell[], weights: Float64Array, horizon: Horizon): readonly (readonly Cell[])[] {
  const split: Cell[][] = Array.from({ length: KELAS_COUNT }, () => []);
  for (const [at, { kelas, cpns, birth, row }] of cells.entries()) {
    const weight = weights[at] ?? 0;
    if (weight === 0) continue;
    const women = womenShare(kelas);
    for (const [slot, share] of monthsOf(cpns, horizon).entries()) {
      if (share === 0) continue;
      split[kelas]?.push({ birth, cpns, slot, woman: 0, weight: weight * share * (1 - women), row });
      split[kelas]?.push({ birth, cpns, slot, woman: 1, weight: weight * share * women, row });
    }
  }
  return split;
}

/** Shares of the months of a year, of the year of the cut-off only those that have come. */
function monthsOf(cpns: number, { month }: Horizon): number[] {
  const open = CPNS_MONTHS.map((share, at) => (cpns * 12 + at <= month ? share : 0));
  const sum = open.reduce((all, share) => all + share, 0);
  return open.map((share) => share / sum);
}

/** 23 to 34 years old when they begin, born no later than the youngest that the figures know. */
function listNewcomers(intakes: readonly Month[], births: readonly YearShare[]): Cell[] {
  const youngest = births.at(-1)?.[0] ?? 0;
  return intakes.flatMap((month) => {
    const cpns = Math.trunc(month / 12);
    return range(cpns - 34, Math.min(cpns - 24, youngest)).flatMap((birth) =>
      [0, 1].map((woman) => ({ birth, cpns, slot: month % 12, woman, weight: woman === 1 ? 0.66 : 0.34, row: -1 })),
    );
  });
}

/** Former staff of the last years, PPPK appointed from 2021 on, and staff without a status. */
function listOthers(kind: number, horizon: Horizon, rowOf: RowOf): Cell[] {
  const year = Math.trunc(horizon.month / 12);
  if (kind === PPPK) return listYears(range(year - 4, year - 1), range(year - 55, year - 24), PPPK_SLOT, () => -1);
  if (kind === NON_ASN) return listYears([year - 5], range(year - 50, year - 22), NON_ASN_SLOT, () => -1);
  const rowFor = (kelas: number) => (cpns: number, birth: number) => rowOf(kelas, cpns, birth, false);
  const early = range(1985, 2004).map((cpns) => cpns + horizon.shift);
  if (kind === MANTAN_GURU) return listYears(early, range(year - 65, year - 61), 2, rowFor(0));
  if (kind === MANTAN_PELAKSANA) return listYears(early, range(year - 63, year - 59), 2, rowFor(3));
  return listYears(range(year - 25, year - 11), range(year - 52, year - 36), 2, rowFor(3));
}

function listYears(
  cpnsYears: number[],
  births: number[],
  slot: number,
  rowFor: (c: number, b: number) => number,
): Cell[] {
  const cells: Cell[] = [];
  for (const cpns of cpnsYears) {
    for (const birth of births) {
      if (cpns - birth < 20 || (slot === 2 && cpns - birth > 35)) continue;
      for (const woman of [0, 1]) cells.push({ birth, cpns, slot, woman, weight: 1, row: rowFor(cpns, birth) });
    }
  }
  return cells;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}
