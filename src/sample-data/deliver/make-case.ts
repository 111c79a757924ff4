import { addMonths, formatIsoDate, type LocalDate } from '#kernel/local-date.ts';
import { dice, diceBits, seedOf } from '../dice.ts';
import { type Case, falls, sideOf } from '../defects/case.ts';
import { dayBefore } from '../defects/stale.ts';
import type { Assigner } from '../defects/assign.ts';
import type { OfficeProfile } from '../offices/profiles.ts';
import type { Facts, Person } from '../person.ts';
import { visibleRows } from './visible-rows.ts';

/** Why a row of a Simpeg counts for nothing, or that it counts. */
export type RowKind = 'sama' | 'hanya_simpeg' | 'saring' | 'non_asn';

export interface PreparedCase {
  readonly subject: Case;
  readonly kind: RowKind | undefined;
}

/** Standing of people who left, in BKN's codes: they stand in no export of active people. */
const GONE: ReadonlySet<string> = new Set(['52', '66', '77', '88', '98', '99']);

/** One person in a hundred keeps a clean identity, so that a second office can claim him or her without doubt. */
export function isReserved(orangId: string): boolean {
  return Number(orangId.slice(4)) % 97 === 5;
}

/** What both sides know of a person: lag first, then the defects of presence, then those of content and form. */
export function prepareCase(
  person: Person,
  profile: OfficeProfile,
  per: LocalDate,
  benih: number,
  assigner: Assigner,
  keepsFormer: boolean,
  earlier?: ReadonlySet<string>,
): PreparedCase | undefined {
  const { family, lagMonths } = profile;
  if (person.jenisAsn === 'non_asn' && family !== 'A' && family !== 'C' && family !== 'H') return undefined;
  if (person.jenisAsn === 'pppk' && family !== 'A' && family !== 'E') return undefined;
  if (person.masuk > per) return undefined;
  const now = addMonths(per, -lagMonths);
  const seed = diceBits(benih, seedOf(person.orangId));
  const subject: Case = {
    person,
    seed,
    truth: person.factsAt(per),
    simpeg: undefined,
    bkn: undefined,
    touches: [],
    defects: 0,
    presence: undefined,
    copies: [],
    proposal: undefined,
    untidy: false,
    earlier,
  };
  if (person.jenisAsn === 'non_asn') {
    subject.simpeg = sideOf(subject.truth);
    return { subject, kind: 'non_asn' };
  }
  let kind = placeOnSides(subject, { now, per }, keepsFormer, assigner);
  if (kind === 'sama' || kind === 'hanya_simpeg' || subject.bkn) {
    kind = dropFromOneSide(subject, kind, assigner);
    assigner.dirty(subject, { now, per }, isReserved(person.orangId));
    addCopies(subject, kind, assigner);
    propose(subject, now, assigner);
    if (assigner.keepsRanks && subject.simpeg) {
      const ranks = visibleRows(subject, 'pangkat', now).length;
      subject.untidy = falls(subject, 'D22', assigner.quota('D22'), ranks > 2);
    }
  }
  // Gone, and listed nowhere: of no interest to anybody.
  if (kind === undefined && !subject.bkn && !keepsFormer && !subject.simpeg && person.leaving) return undefined;
  return { subject, kind };
}

function placeOnSides(
  subject: Case,
  { now, per }: { readonly now: LocalDate; readonly per: LocalDate },
  keepsFormer: boolean,
  assigner: Assigner,
): RowKind | undefined {
  const { person } = subject;
  const bkn = person.factsOfBkn(per);
  const atBkn = !GONE.has(bkn.kedudukan_hukum_id ?? '');
  const known = person.masuk <= now;
  const { leaving } = person;
  // The old office may not close the row at once.
  const left = leaving !== undefined && (leaving.ditutup ?? leaving.tmt) <= now;
  if (atBkn) subject.bkn = sideOf(bkn);
  if (known && !left)
    subject.simpeg = sideOf(leaving && leaving.tmt <= now ? lastFacts(person, now) : factsOn(person, now));
  if (atBkn !== (known && !left)) {
    subject.presence = 'tertinggal';
    assigner.quota(leaving && leaving.tmt <= per ? 'D13' : 'D14').spend();
  }
  if (falls(subject, 'D13', assigner.quota('D13'), left && !atBkn) && left && !atBkn)
    return keepAlive(subject, assigner, keepsFormer, now);
  const overdue = left && !atBkn && leaving.jenis === 'pensiun';
  if (assigner.weaknesses.keepsOverdue(subject, overdue) && overdue) {
    subject.presence = 'TIM_5';
    subject.bkn = sideOf(lastFacts(person, now));
  }
  if (known && left) return keepsFormer ? asFormer(subject, now) : undefined;
  if (!known) return undefined;
  return atBkn ? 'sama' : 'hanya_simpeg';
}

function asFormer(subject: Case, now: LocalDate): RowKind {
  subject.simpeg = sideOf(factsOn(subject.person, now));
  return 'saring';
}

/** The office's row as of a day, with the standing of that day. */
function factsOn(person: Person, date: LocalDate): Facts {
  return person.factsAt(date);
}

/** D13: one side has not heard of the leaving. */
function keepAlive(subject: Case, assigner: Assigner, keepsFormer: boolean, now: LocalDate): RowKind | undefined {
  const { person } = subject;
  subject.presence = 'D13';
  if (assigner.sideFor(subject, 'D13') === 'simpeg') {
    subject.simpeg = sideOf(lastFacts(person, now));
    return 'hanya_simpeg';
  }
  subject.bkn = sideOf(lastFacts(person, now));
  return keepsFormer ? asFormer(subject, now) : undefined;
}

/** The record on the last day before the person left. */
function lastFacts(person: Person, now: LocalDate): Facts {
  return factsOn(person, person.leaving ? dayBefore(person.leaving.tmt) : now);
}

/** D14: two thirds are missing in the Simpeg, one third at BKN. */
function dropFromOneSide(subject: Case, kind: RowKind | undefined, assigner: Assigner): RowKind | undefined {
  const eligible = kind === 'sama' && !isReserved(subject.person.orangId);
  if (!falls(subject, 'D14', assigner.quota('D14'), eligible) || kind !== 'sama') return kind;
  subject.presence = 'D14';
  if (dice(subject.seed, 210) < 2 / 3) {
    subject.simpeg = undefined;
    return undefined;
  }
  subject.bkn = undefined;
  return 'hanya_simpeg';
}

/** D12, within one office: the same person under the old and the new number. */
function addCopies(subject: Case, kind: RowKind | undefined, assigner: Assigner): void {
  const written = subject.simpeg?.written;
  const old = subject.simpeg?.meaning.nip_lama;
  const eligible = kind === 'sama' && old !== undefined && !isReserved(subject.person.orangId);
  if (falls(subject, 'D12', assigner.quota('D12'), eligible) && eligible && written && old !== undefined)
    subject.copies.push({ ...written, nip: old });
}

/** D25: a transfer that waits for its check. */
function propose(subject: Case, now: LocalDate, assigner: Assigner): void {
  const written = subject.simpeg?.written;
  if (!written || !assigner.keepsProposals || !falls(subject, 'D25', assigner.quota('D25'), true)) return;
  const earlier = subject.person.riwayat.jabatan.find(({ tmt }) => tmt <= now);
  const change: Facts = earlier ? { ...earlier.facts } : {};
  subject.proposal = {
    ...written,
    ...change,
    alamat: `${written.alamat ?? ''} BARU`.trim(),
    tmt_jabatan: formatIsoDate(now),
  };
}
