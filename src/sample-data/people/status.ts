import type { LocalDate } from '#kernel/local-date.ts';
import type { Pause } from '../career/kgb.ts';
import type { Career } from '../career/career.ts';
import type { Facts, Person } from '../person.ts';
import { type Month, monthIndex } from '../plan/horizon.ts';
import { nameOfKedudukan } from './codes.ts';
import { type Context, type Slot, STREAM, streamOf } from './context.ts';
import { isoDate, isoMonth } from './decrees.ts';

/** A standing other than active, with its beginning and end. */
export interface Status {
  readonly kode: string;
  readonly from: Month;
  readonly until: Month;
  /** Months without periodic raises and, for leave without pay, without service. */
  readonly pause: Pause | undefined;
}

const AKTIF = '01';
/**
 * Leave without pay, study, suspension, sanction: code, chance, longest time since the beginning, length in months. The chance is
 * greater than the share that comes of it, for many have had a raise too lately.
 */
const EVENTS: readonly (readonly [kode: string, share: number, since: number, length: number])[] = [
  ['02', 0.003, 24, 36],
  ['03', 0.0125, 24, 48],
  ['04', 0.001, 6, 12],
  ['15', 0.0044, 10, 12],
];
const PREPARING_PENSION = '20';
/** Share of those within a year of retirement, so that it comes to 0.3% of all. */
const PREPARING = 0.055;

/** The standing of an active person at the cut-off; nobody has one whose raises contradict it. */
export function drawStatus(career: Career, pensiun: LocalDate, context: Context, slot: Slot): Status | undefined {
  const random = streamOf(context, slot, STREAM.status);
  const { month } = context.horizon;
  const leaves = monthIndex(pensiun);
  if (leaves - month <= 12 && random.chance(PREPARING)) {
    return { kode: PREPARING_PENSION, from: Math.min(month, leaves - 12), until: leaves - 1, pause: undefined };
  }
  let chance = random.unit();
  for (const [kode, share, since, length] of EVENTS) {
    chance -= share;
    if (chance >= 0) continue;
    const from = month - 1 - random.below(since);
    const last = career.rankMonths.at(-1) ?? career.cpns;
    if (from < career.pns + 24 || last >= from || leaves <= from + length) return undefined;
    const until = from + length - 1;
    return { kode, from, until, pause: kode === '02' || kode === '15' ? { from, until } : undefined };
  }
  return undefined;
}

const AFTER_LEAVING = { pensiun: '99', meninggal: '88', berhenti: '66', pindah: '52' } as const;

/** Legal standing in a month. */
export function statusFacts(status: Status | undefined, leaving: Person['leaving'], month: Month, cpns: Month): Facts {
  if (leaving && monthIndex(leaving.tmt) <= month) return leavingFacts(leaving);
  const holds = status && status.from <= month && month <= status.until ? status : undefined;
  const kode = holds?.kode ?? AKTIF;
  return {
    kedudukan_hukum_id: kode,
    kedudukan_hukum: nameOfKedudukan(kode),
    tmt_kedudukan_hukum: isoMonth(holds?.from ?? cpns),
    status_hidup: 'true',
  };
}

function leavingFacts({ tmt, jenis }: NonNullable<Person['leaving']>): Facts {
  const kode = AFTER_LEAVING[jenis];
  return {
    kedudukan_hukum_id: kode,
    kedudukan_hukum: nameOfKedudukan(kode),
    tmt_kedudukan_hukum: isoDate(tmt),
    status_hidup: jenis === 'meninggal' ? 'false' : 'true',
    ...(jenis === 'meninggal' ? { tgl_meninggal: isoDate(tmt) } : {}),
    ...(jenis === 'pensiun' ? { no_sk_pensiun: `882/${isoDate(tmt).slice(0, 7)}`, tgl_sk_pensiun: isoDate(tmt) } : {}),
  };
}
