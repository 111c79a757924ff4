import type { PegawaiField } from '#canonical';
import type { LocalDate } from '#kernel/local-date.ts';
import { dice } from '../dice.ts';
import type { Facts } from '../person.ts';
import { type Case, type CauseId, type Changes, falls, loseContent } from './case.ts';
import { failedIndicators, IKD_DEFECTS } from './ikd-defects.ts';
import { createQuota, type Quota, type QuotaCount } from './quota.ts';
import { pickFields } from './stale.ts';

/** Weakens BKN's records for the index until so many fail as the figures say; who fails already counts. */
export interface Weaknesses {
  /** Each change is a true difference like any other. */
  apply(subject: Case, per: LocalDate): void;
  /** TIM_5: whether a person past the age limit is to be left among the active ones. */
  keepsOverdue(subject: Case, retired: boolean): boolean;
  /** TIM_4: numbers of all who hold a seat that another holds too. */
  sharedSeats(): Iterable<string>;
  counts(): Iterable<readonly [CauseId, QuotaCount]>;
}

const RARE = 0.001;
const TIM_4_RATE = 0.004;
const TIM_5_RATE = 0.004;
const IDENTITY: ReadonlySet<CauseId> = new Set(['D04', 'D05', 'D16']);
const SEAT: readonly PegawaiField[] = [
  'jabatan',
  'jabatan_id',
  'eselon',
  'eselon_id',
  'unit_kerja',
  'unit_kerja_id',
  'unit_organisasi_induk',
  'unit_organisasi_induk_id',
];

/** With `isEarly` the rare weaknesses befall the first people whom they can, one each, so that small samples know them too. */
export function createWeaknesses(active: boolean, seed: number, isEarly: boolean): Weaknesses {
  const start = (at: number): number => dice(seed, at);
  const quotas = IKD_DEFECTS.map(({ rate }, i) =>
    createQuota(active ? rate : 0, isEarly && rate <= RARE ? 1 - rate * (1 + (i % 3)) : start(i)),
  );
  const overdue = createQuota(active ? TIM_5_RATE : 0, start(90));
  // One change makes two people share a seat.
  const doubled = createQuota(active ? TIM_4_RATE / 2 : 0, start(91));
  const holders = new Map<string, string[]>();
  let lastSeat: Facts | undefined;

  const shareSeat = (subject: Case): void => {
    const facts = subject.bkn?.meaning;
    if (facts?.jenis_jabatan_id !== '1') return;
    const seat = lastSeat;
    lastSeat = facts;
    if (!falls(subject, 'TIM_4', doubled, seat !== undefined && seat.eselon_id === facts.eselon_id)) return;
    if (!seat || !loseContent(subject, 'bkn', 'TIM_4', pickFields(seat, SEAT))) doubled.giveBack();
  };
  const weaken = (subject: Case, per: LocalDate): void => {
    const failing = new Set(subject.bkn ? failedIndicators(subject.bkn.meaning, subject.person.jenisAsn, per) : []);
    if (failing.has('TIM_5')) overdue.spend();
    IKD_DEFECTS.forEach(({ indikator, change }, i) => {
      const facts = subject.bkn?.meaning;
      const changes = facts && change(facts, subject.person.jenisAsn, per);
      const quota = quotas[i];
      if (quota) meet(subject, quota, indikator, changes, failing.has(indikator));
    });
  };
  return {
    apply: (subject, per) => {
      if (!subject.bkn) return;
      if (active) {
        weaken(subject, per);
        shareSeat(subject);
      }
      const { jenis_jabatan_id, unit_kerja_id, nip = '' } = subject.bkn.meaning;
      if (jenis_jabatan_id !== '1' || unit_kerja_id === undefined) return;
      const known = holders.get(unit_kerja_id);
      if (known) known.push(nip);
      else holders.set(unit_kerja_id, [nip]);
    },
    keepsOverdue: (subject, retired) => falls(subject, 'TIM_5', overdue, retired),
    sharedSeats: () => [...holders.values()].flatMap((nips) => (nips.length > 1 ? nips : [])),
    counts: () => [
      ...IKD_DEFECTS.map(({ indikator }, i) => [indikator, (quotas[i] ?? doubled).count] as const),
      ['TIM_4', doubled.count],
      ['TIM_5', overdue.count],
    ],
  };
}

/** Makes the case where one is due; concerned is whom it could befall, or who fails already. */
function meet(subject: Case, quota: Quota, id: CauseId, changes: Changes | undefined, fails: boolean): void {
  if (!changes && !fails) return;
  if (fails) quota.spend();
  // A number that is wrong too must not be all that is left to find the person by.
  const barred = changes?.nip !== undefined && subject.touches.some(({ cacat }) => IDENTITY.has(cacat));
  if (!falls(subject, id, quota, !fails && !barred)) return;
  if (!changes || !loseContent(subject, 'bkn', id, changes)) quota.giveBack();
}
