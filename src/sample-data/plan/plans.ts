import { PANGKAT_PENDIDIKAN } from '#rules/pangkat-pendidikan.ts';
import { findAbove } from '../random.ts';
import { fitMargins } from './fit-margins.ts';
import type { Horizon } from './horizon.ts';
import { GURU, isFungsional, isStruktural, KESEHATAN, monthsInRank, PELAKSANA, rankRange } from './kelas.ts';
import { GOLONGAN_SHARES, PENDIDIKAN_SHARES } from './margins.ts';

/** What a career comes to: education at entry and now (0 SD to 8 S-3), and the rank now (0 I/a to 16 IV/e). */
export interface Plan {
  readonly entry: number;
  readonly final: number;
  readonly rank: number;
}

/** People of one kind of career who began in one year at about one age. */
export interface Row {
  readonly kelas: number;
  readonly cpnsYear: number;
  /** Lower bound of the years between birth and appointment. */
  readonly age: number;
  /** Over 58 at the cut-off: only posts with a limit of 60 will do. */
  readonly over58: boolean;
}

/** Years after birth in which the diploma of each level is earned at the earliest. */
export const GRADUATION_AGE: readonly number[] = [13, 16, 19, 20, 21, 22, 23, 25, 29];

/** Lower bounds of the bands of age at appointment. */
export const AGE_BANDS: readonly number[] = [19, 20, 22, 24, 26, 30];

const SLTA = 2;
const D3 = 5;
const S1 = 6;
const ROUNDS = 40;
/** Nobody takes a structural seat in the first years. */
const LEAST_BEFORE_SEAT = 36;
const USUAL_MONTHS = 54;
const SPREAD_MONTHS = 14;
/** Weight of what is lawful but unusual: the fitting may still use it. */
const UNUSUAL = 1e-5;

/** Shares of the education at entry (SD to S-3) by kind of career, for those appointed before 2000, until 2014, and since. */
const ENTRY: Readonly<Record<'guru' | 'kesehatan' | 'lain' | 'struktural', readonly (readonly number[])[]>> = {
  guru: [
    [0, 0, 30, 3, 32, 5, 29, 1, 0],
    [0, 0, 6, 1, 20, 4, 67, 2, 0],
    [0, 0, 0, 0, 0, 0, 96, 4, 0],
  ],
  kesehatan: [
    [0, 0, 25, 6, 0, 55, 14, 0, 0],
    [0, 0, 5, 3, 0, 67, 24, 1, 0],
    [0, 0, 0, 0, 0, 58, 40, 2, 0],
  ],
  lain: [
    [2, 4, 58, 1, 1, 12, 21, 1, 0.1],
    [1.5, 3, 50, 1, 1, 18, 24, 1.5, 0.1],
    [0, 0, 14, 0, 0, 30, 52, 4, 0.2],
  ],
  struktural: [
    [0, 0, 30, 1, 1, 12, 54, 2, 0],
    [0, 0, 20, 0, 0, 20, 55, 5, 0.1],
    [0, 0, 5, 0, 0, 20, 65, 10, 0.2],
  ],
};

/** Likelihood of every rank and education for each row, made to fit the population's shares of both. */
export interface Plans {
  readonly rows: readonly Row[];
  /** Likelihood of a row before fitting: 0 where no lawful career leads to the cut-off. */
  readonly affinity: readonly number[];
  /** Fits the plans to rows of these weights and gives the drawing function. */
  fit(rowWeights: readonly number[]): PlanDraw;
}

/** The plan of a row for a number in [0, 1). */
export type PlanDraw = (row: number, unit: number) => Plan;

export function makePlans(rows: readonly Row[], horizon: Horizon): Plans {
  const cells = rows.map((row) => listPlans(row, horizon));
  return {
    rows,
    affinity: cells.map((list) => list.reduce((sum, cell) => sum + cell.weight, 0)),
    fit: (rowWeights) => fitPlans(cells, rowWeights),
  };
}

interface WeighedPlan extends Plan {
  readonly weight: number;
}

function listPlans(row: Row, horizon: Horizon): WeighedPlan[] {
  const plans: WeighedPlan[] = [];
  for (let entry = 0; entry < PANGKAT_PENDIDIKAN.length; entry++) {
    const share = entryShare(row, entry, horizon);
    if (share === 0) continue;
    for (let final = entry; final < PANGKAT_PENDIDIKAN.length; final++) {
      const study = share * studyWeight(row, entry, final, horizon);
      if (study > 0) plans.push(...listRanks(row, entry, final, study, horizon));
    }
  }
  return plans;
}

function listRanks(row: Row, entry: number, final: number, study: number, horizon: Horizon): WeighedPlan[] {
  const range = rankRange(row.kelas, entry, final);
  if (!range) return [];
  const [lowest, highest] = range;
  const served = horizon.month - (row.cpnsYear * 12 + 11);
  if (isStruktural(row.kelas) && served < LEAST_BEFORE_SEAT) return [];
  const plans: WeighedPlan[] = [];
  for (let rank = lowest; rank <= highest; rank++) {
    if (served < leastMonths(row.kelas, entry, rank) || !isWithinAge(row, rank)) continue;
    plans.push({ entry, final, rank, weight: study * paceWeight(entry, rank, highest, served + 6) });
  }
  return plans;
}

/** Over 58 one is a teacher, in a JPT post or Ahli Madya. */
function isWithinAge({ kelas, over58 }: Row, rank: number): boolean {
  if (!over58 || kelas === GURU) return true;
  if (isStruktural(kelas)) return rank >= 13 && kelas < PELAKSANA + 3;
  return isFungsional(kelas) && rank >= 12;
}

function entryShare(row: Row, entry: number, { shift }: Horizon): number {
  if (row.age < (GRADUATION_AGE[entry] ?? 0) + 1) return 0;
  const era = row.cpnsYear - shift < 2000 ? 0 : row.cpnsYear - shift < 2015 ? 1 : 2;
  return ENTRY[entryTable(row.kelas)][era]?.[entry] ?? 0;
}

function entryTable(kelas: number): keyof typeof ENTRY {
  if (kelas === GURU) return 'guru';
  if (kelas === KESEHATAN) return 'kesehatan';
  return isStruktural(kelas) ? 'struktural' : 'lain';
}

/** Seven in ten of those who entered below S-1 study on; a few go from S-1 to S-2 and from S-2 to S-3. */
function studyWeight(row: Row, entry: number, final: number, horizon: Horizon): number {
  const served = horizon.month - (row.cpnsYear * 12 + 11);
  if (entry === final) return entry < S1 && served > 96 ? 0.3 : 1;
  const needed = entry < SLTA ? 60 : final > entry + 1 ? 72 : 48;
  if (served < needed) return 0;
  if (entry < SLTA) return final <= SLTA ? 0.5 : 0;
  if (entry < S1) return final === S1 ? 0.6 : final === D3 ? 0.08 : final === S1 + 1 ? 0.04 : 0;
  return final === entry + 1 ? (entry === S1 ? 0.12 : 0.03) : 0;
}

/** Months from appointment that the raises take at the least, with the wait for the next period. */
export function leastMonths(kelas: number, entry: number, rank: number): number {
  let months = 6;
  for (let at = PANGKAT_PENDIDIKAN[entry]?.permulaan ?? 0; at < rank; at++) months += monthsInRank(kelas, at);
  return months > 6 ? months : 0;
}

/** How usual it is to be this far after so many months: about four and a half years a step; at the top one may have waited long. */
function paceWeight(entry: number, rank: number, highest: number, served: number): number {
  const steps = rank - (PANGKAT_PENDIDIKAN[entry]?.permulaan ?? 0);
  const pace = served / (steps + 0.5);
  const slower = rank === highest ? Math.min(pace, USUAL_MONTHS) : pace;
  return UNUSUAL + Math.exp(-(((slower - USUAL_MONTHS) / SPREAD_MONTHS) ** 2) / 2);
}

function fitPlans(cells: readonly (readonly WeighedPlan[])[], rowWeights: readonly number[]): PlanDraw {
  const flat = cells.flatMap((list, row) => list.map((plan) => ({ row, plan })));
  const weights = Float64Array.from(flat, ({ row, plan }) => plan.weight * (rowWeights[row] ?? 0));
  const groups = (of: (cell: { row: number; plan: Plan }) => number): Int32Array => Int32Array.from(flat, of);
  fitMargins(
    weights,
    [
      { groupOf: groups(({ plan }) => plan.final), targets: PENDIDIKAN_SHARES },
      { groupOf: groups(({ plan }) => plan.rank), targets: GOLONGAN_SHARES },
      { groupOf: groups(({ row }) => row), targets: rowWeights },
    ],
    ROUNDS,
  );
  return makeDraw(cells, weights);
}

function makeDraw(cells: readonly (readonly WeighedPlan[])[], weights: Float64Array): PlanDraw {
  const plans: readonly Plan[] = cells.flat();
  const begins = [0];
  for (const list of cells) begins.push((begins.at(-1) ?? 0) + list.length);
  const rising = new Float64Array(weights.length);
  for (const [row, list] of cells.entries()) {
    const begin = begins[row] ?? 0;
    let sum = 0;
    for (let at = begin; at < begin + list.length; at++) rising[at] = sum += weights[at] ?? 0;
  }
  return (row, unit) => {
    const begin = begins[row] ?? 0;
    const end = begins[row + 1] ?? begin;
    const at = findAbove(rising, unit * (rising[end - 1] ?? 0), begin, end - 1);
    const plan = plans[at];
    if (!plan) throw new Error(`No career for row ${row}`);
    return plan;
  };
}
