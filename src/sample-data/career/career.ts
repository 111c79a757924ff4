import { firstGajiStep } from '#rules/gaji-pokok.ts';
import { PANGKAT_PENDIDIKAN } from '#rules/pangkat-pendidikan.ts';
import { nextPeriodeKenaikanPangkat } from '#rules/periode-kenaikan-pangkat.ts';
import type { Month } from '../plan/horizon.ts';
import { functionalRank, GURU, isFungsional, isStruktural, monthsInRank } from '../plan/kelas.ts';
import { GRADUATION_AGE, type Plan } from '../plan/plans.ts';
import type { Random } from '../random.ts';

const S1 = 6;
const PENATA_MUDA = 8;
const PEMBINA = 12;

/** Ranks, education and appointment of one person in plain numbers. Months are year x 12 + month - 1. */
export interface Career {
  readonly kelas: number;
  readonly entry: number;
  readonly cpns: Month;
  readonly pns: Month;
  /** Service counted at appointment in months: the first step of the pay table and recognised earlier work. */
  readonly startService: number;
  /** Rank at appointment, and the month of each rank from there on. */
  readonly firstRank: number;
  readonly rankMonths: readonly Month[];
  /** Higher diploma after appointment: its level and the month of its recognition; the entry level and 0 without. */
  readonly final: number;
  readonly diplomaMonth: Month;
  readonly entryGraduation: number;
  readonly finalGraduation: number;
  /** Month from which the functional post is held; 0 without. */
  readonly functional: Month;
}

export interface CareerStart {
  readonly kelas: number;
  readonly plan: Plan;
  readonly birthYear: number;
  readonly cpns: Month;
  /** Last month of the career. */
  readonly end: Month;
  /** Months until TMT PNS, where they are not drawn. */
  readonly probation?: number | undefined;
}

/** Simulates a career that comes to its plan by lawful steps; a plan that turns out too long stops short. */
export function simulateCareer(start: CareerStart, random: Random): Career {
  const { kelas, plan, cpns, end } = start;
  const firstRank = PANGKAT_PENDIDIKAN[plan.entry]?.permulaan ?? 0;
  const pns = cpns + (start.probation ?? drawProbation(random));
  const rankMonths = simulateRaises(start, firstRank, pns, random);
  const entryGraduation = drawGraduation(start, random);
  const last = firstRank + rankMonths.length - 1;
  const reached = (rank: number): Month =>
    rank <= firstRank ? cpns : rank <= last ? (rankMonths[rank - firstRank] ?? end) : end + 1;
  const diploma = plan.final > plan.entry ? drawDiploma(start, reached, entryGraduation, random) : undefined;
  const functional = functionalFrom(kelas, pns, reached);
  return {
    kelas,
    entry: plan.entry,
    cpns,
    pns,
    startService: firstGajiStep(firstRank) * 12 + drawEarlierService(random),
    firstRank,
    rankMonths,
    final: diploma ? plan.final : plan.entry,
    diplomaMonth: diploma?.month ?? 0,
    entryGraduation,
    finalGraduation: diploma?.graduation ?? entryGraduation,
    functional: functional !== undefined && functional <= end ? functional : 0,
  };
}

/** One to two years; two in a thousand wait longer. */
function drawProbation(random: Random): number {
  return random.chance(0.002) ? random.between(25, 34) : random.between(12, 24);
}

/** One in twenty had earlier work recognised with the appointment. */
function drawEarlierService(random: Random): number {
  return random.chance(0.05) ? random.between(1, 16) * 6 : 0;
}

/**
 * Months of the raises. What the law's least times leave over is spread over the waits, so that some are late; at the top of what a
 * person can reach, most of it comes after the last raise.
 */
function simulateRaises(
  { kelas, plan, cpns, end }: CareerStart,
  firstRank: number,
  pns: Month,
  random: Random,
): Month[] {
  const months: Month[] = [cpns];
  let needed = 0;
  for (let rank = firstRank; rank < plan.rank; rank++) needed += monthsInRank(kelas, rank);
  for (let rank = firstRank; rank < plan.rank; rank++) {
    const least = monthsInRank(kelas, rank);
    const earliest = nextPeriodeKenaikanPangkat(Math.max((months.at(-1) ?? cpns) + least, pns));
    needed -= least;
    const slack = end - needed - earliest;
    if (slack < 0) break;
    const wait = Math.floor((slack / (plan.rank - rank + 1.2)) * random.unit() * 1.4);
    const month = nextPeriodeKenaikanPangkat(earliest + Math.min(wait, 40));
    months.push(month <= end - needed ? month : earliest);
  }
  return months;
}

function drawGraduation({ plan, birthYear, cpns }: CareerStart, random: Random): number {
  const earliest = birthYear + (GRADUATION_AGE[plan.entry] ?? 0);
  const latest = Math.trunc(cpns / 12) - 1;
  return Math.max(earliest, Math.min(latest, earliest + random.between(0, 2)));
}

/** The month from which a functional post is held: with the appointment as PNS, not below its lowest rank. */
function functionalFrom(kelas: number, pns: Month, reached: (rank: number) => Month): Month | undefined {
  return isFungsional(kelas) ? Math.max(pns, reached(functionalRank(kelas))) : undefined;
}

/** A diploma earned in service is recognised before the first raise that needs it. */
function drawDiploma(start: CareerStart, reached: (rank: number) => Month, entryGraduation: number, random: Random) {
  const { plan, birthYear, cpns, end } = start;
  const graduation = Math.max(
    birthYear + (GRADUATION_AGE[plan.final] ?? 0),
    entryGraduation + 2,
    Math.trunc(cpns / 12),
  );
  const from = Math.max(cpns + 24, graduation * 12 + 10);
  const until = Math.min(end, firstNeed(start, reached) - 1);
  if (until < from && from > end) return undefined;
  const month = until > from ? random.between(from, until) : from;
  return { month, graduation: Math.max(graduation, Math.trunc(month / 12) - random.between(0, 1)) };
}

/** The first month at which the higher education is needed. */
function firstNeed({ kelas, plan, end }: CareerStart, reached: (rank: number) => Month): Month {
  if (kelas === GURU && plan.entry < S1) return reached(PENATA_MUDA);
  if (isFungsional(kelas)) return plan.entry < S1 && plan.rank >= PEMBINA ? reached(PEMBINA) : end + 1;
  const beyond = (PANGKAT_PENDIDIKAN[plan.entry]?.tertinggi ?? 0) + 1;
  if (isStruktural(kelas)) return Math.min(reached(beyond), reached(11));
  return plan.rank >= beyond ? reached(beyond) : end + 1;
}

/** The rank in force in a month, as a place on the ladder from 0. */
export function rankAt({ firstRank, rankMonths }: Career, month: Month): number {
  let at = rankMonths.length - 1;
  while (at > 0 && (rankMonths[at] ?? 0) > month) at--;
  return firstRank + at;
}

/** The level of education recognised in a month. */
export function levelAt({ entry, final, diplomaMonth }: Career, month: Month): number {
  return final > entry && diplomaMonth <= month ? final : entry;
}

/**
 * Months of service counted for the rank (masa kerja golongan): since TMT CPNS and what was recognised, less six years on entering
 * golongan II and five on entering III.
 */
export function serviceAt(career: Career, month: Month): number {
  const { firstRank, cpns, startService } = career;
  const rank = rankAt(career, month);
  const deducted = (firstRank < 4 && rank >= 4 ? 72 : 0) + (firstRank < 8 && rank >= 8 ? 60 : 0);
  return startService + month - cpns - deducted;
}
