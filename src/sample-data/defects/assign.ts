import type { LocalDate } from '#kernel/local-date.ts';
import { compareTeks } from '#rules/teks.ts';
import { dice, seedOf } from '../dice.ts';
import type { OfficeProfile } from '../offices/profiles.ts';
import { fullNameOf } from '../offices/full-name.ts';
import type { UnitCodes } from '../offices/unit-codes.ts';
import { type Case, type CauseId, changeForm, falls, fallsOn, MOST_DEFECTS, type SideName } from './case.ts';
import {
  type ContentDefect,
  loseDates,
  miscountService,
  misspellName,
  mistypeBirthDate,
  oldUnitName,
  spoilNik,
  spoilNip,
  stalePosition,
  staleRank,
} from './content.ts';
import { disagree } from './disagree.ts';
import { createQuota, type Quota, type QuotaCount } from './quota.ts';
import { DEFECT_IDS, type DefectChoice, type DefectId, defectOf, rateOf } from './rates.ts';
import { respellPhone, respellPost, respellTitles, respellUnit } from './spelling.ts';
import { createWeaknesses, type Weaknesses } from './weaknesses.ts';

/** The office with the most people, and the one with the most PPPK at BKN. */
const LARGEST: ReadonlySet<string> = new Set(['6400', '6408']);

/** What the defects of one office need to know of its structure. */
export interface AssignOptions {
  readonly profile: OfficeProfile;
  readonly benih: string;
  readonly choice: DefectChoice;
  /** Fractions of cases left over from the offices before. */
  readonly starts: ReadonlyMap<DefectId, number>;
  /** Fields that the office's file carries. */
  readonly carried: ReadonlySet<string>;
  /** Fields that stand in the file as text, without a code beside them. */
  readonly textOnly: ReadonlySet<string>;
  /** Fields that some column writes as free text. */
  readonly asText: ReadonlySet<string>;
  /** Fields that the file carries as an id of BKN's and as text. */
  readonly pairedFields: ReadonlySet<string>;
  /** The column of names holds the titles of everybody. */
  readonly mixedNames: boolean;
  /** The newest row of a history is known by its TMT alone. */
  readonly newestByTmt: boolean;
  readonly units: UnitCodes;
  /** Offices whose NIP column is lost must keep name and birth date. */
  readonly nipLost: boolean;
  /** The file has a place for changes that wait for their check. */
  readonly keepsProposals: boolean;
  /** The file has a history of ranks. */
  readonly keepsRanks: boolean;
}

export interface Assigner {
  readonly nipLost: boolean;
  readonly keepsProposals: boolean;
  readonly keepsRanks: boolean;
  readonly quota: (id: DefectId) => Quota;
  /** Of BKN's weaknesses for the index. */
  readonly weaknesses: Weaknesses;
  readonly sideFor: (subject: Case, id: DefectId) => SideName;
  /** What became of the rates. */
  counts(): Iterable<readonly [CauseId, QuotaCount]>;
  /** All defects that change what one of the two records of a present person says, then those that change its spelling. */
  dirty(subject: Case, days: Days, reserved: boolean): void;
}

/** The day whose state the Simpeg shows, and the cut-off of the delivery. */
export interface Days {
  readonly now: LocalDate;
  readonly per: LocalDate;
}

const CONTENT: readonly (readonly [DefectId, string, ContentDefect])[] = [
  ['D08', 'golongan', staleRank],
  ['D09', 'jabatan', stalePosition],
  ['D26', 'masa_kerja_tahun', miscountService],
  ['D05', 'tanggal_lahir', mistypeBirthDate],
  ['D04', 'nama', misspellName],
  ['D17', 'nik', spoilNik],
];

/** Defects that may make a person hard to find, which people that a second office claims must not have. */
const IDENTITY: ReadonlySet<CauseId> = new Set(['D04', 'D05', 'D16']);

/** A side by lot: three quarters in the Simpeg. */
function sideFor(subject: Case, id: DefectId): SideName {
  const atBkn = defectOf(id).both && dice(subject.seed, 300 + DEFECT_IDS.indexOf(id)) >= 0.75;
  return atBkn ? 'bkn' : 'simpeg';
}

export function createAssigner(options: AssignOptions): Assigner {
  const { profile, choice, starts, carried } = options;
  const quotas = new Map(DEFECT_IDS.map((id) => [id, createQuota(rateOf(id, profile, choice), starts.get(id) ?? 0)]));
  const none = createQuota(0, 0);
  const weaknesses = createWeaknesses(
    choice === 'semua',
    seedOf(`${options.benih}/ikd/${profile.kode}`),
    LARGEST.has(profile.kode),
  );
  const quota = (id: DefectId): Quota => quotas.get(id) ?? none;
  const losable = new Set([...carried].filter((field) => !(options.newestByTmt && field.startsWith('tmt_'))));
  const oldName = oldUnitName((id) => formerName(options.units, id));
  let lastNip: string | undefined;
  const contents: typeof CONTENT = [...CONTENT, ['D16', 'nip', spoilNip(() => lastNip)]];

  const content = (subject: Case, now: LocalDate, reserved: boolean): void => {
    for (const [id, field, make] of contents) {
      const due = quota(id);
      if (countsByLag(subject, id)) due.spend();
      if (!falls(subject, id, due, !isBarred(subject, id, reserved, options.nipLost))) continue;
      const side = sideFor(subject, id);
      if (side === 'simpeg' && !carried.has(field)) due.drop();
      else if (!make(subject, side, now)) due.giveBack();
    }
    loseDates(subject, quota('D07'), losable);
    lastNip = subject.bkn && !reserved ? (soundNip(subject) ?? lastNip) : lastNip;
  };
  /** D11: a former name where there is one and no code beside it, else a variant of the present one. */
  const spoilUnit = (subject: Case, now: LocalDate): void => {
    if (subject.simpeg?.meaning.unit_kerja === undefined || !options.asText.has('unit_kerja')) return;
    const due = quota('D11');
    if (!falls(subject, 'D11', due, true)) return;
    const old = options.textOnly.has('unit_kerja') && dice(subject.seed, 320) < 0.75;
    if (!(old && oldName(subject, 'simpeg', now)) && !respellUnitOf(subject)) due.giveBack();
  };
  return {
    nipLost: options.nipLost,
    keepsProposals: options.keepsProposals,
    keepsRanks: options.keepsRanks,
    quota,
    weaknesses,
    sideFor,
    counts: () => [...[...quotas].map(([id, each]) => [id, each.count] as const), ...weaknesses.counts()],
    dirty: (subject, { now, per }, reserved) => {
      content(subject, now, reserved);
      weaknesses.apply(subject, per);
      spoilUnit(subject, now);
      respell(subject, options, quota);
    },
  };
}

/** The number of a person who is who he or she seems: another may be given it by mistake. */
function soundNip({ simpeg, truth }: Case): string | undefined {
  return simpeg?.meaning.nip === truth.nip ? truth.nip : undefined;
}

function isBarred(subject: Case, id: DefectId, reserved: boolean, nipLost: boolean): boolean {
  if (subject.defects >= MOST_DEFECTS) return true;
  if (!IDENTITY.has(id)) return false;
  return reserved || (nipLost ? isSecondLoss(subject, id) : isThirdLoss(subject, id));
}

/** Name, birth date and NIP are never wrong all at once. */
function isThirdLoss({ touches }: Case, id: DefectId): boolean {
  return new Set(touches.flatMap(({ cacat }) => (IDENTITY.has(cacat) && cacat !== id ? [cacat] : []))).size > 1;
}

/** Without a NIP, name and birth date may not both be wrong, and the birth date only where the old number is left. */
function isSecondLoss(subject: Case, id: DefectId): boolean {
  if (id === 'D05' && subject.truth.nip_lama === undefined) return true;
  const other = id === 'D04' ? 'D05' : 'D04';
  return IDENTITY.has(id) && subject.touches.some(({ cacat }) => cacat === other);
}

/** A rank or position that the lag of a side has made stale already. */
function countsByLag({ simpeg, bkn }: Case, id: DefectId): boolean {
  if (!simpeg || !bkn) return false;
  if (id === 'D08') return simpeg.meaning.tmt_golongan !== bkn.meaning.tmt_golongan;
  return id === 'D09' && simpeg.meaning.tmt_jabatan !== bkn.meaning.tmt_jabatan;
}

function formerName(units: UnitCodes, id: string | undefined): string | undefined {
  const unit = units.find(id);
  if (unit?.namaLama === undefined) return undefined;
  return compareTeks(unit.namaLama, unit.nama).kelas === 'beda' ? unit.namaLama : undefined;
}

function respell(
  subject: Case,
  { carried, asText, pairedFields, mixedNames, units }: AssignOptions,
  quota: (id: DefectId) => Quota,
): void {
  const facts = subject.simpeg?.meaning;
  const titled = facts?.gelar_belakang !== undefined || facts?.gelar_depan !== undefined;
  if (titled && falls(subject, 'D02', quota('D02'), true) && !respellTitle(subject, sideFor(subject, 'D02')))
    quota('D02').giveBack();
  if (facts?.jabatan !== undefined && asText.has('jabatan') && falls(subject, 'D10', quota('D10'), true)) {
    const form = respellPost(facts.jabatan, subject.seed);
    if (form === undefined || !changeForm(subject, 'simpeg', 'D10', { jabatan: form })) quota('D10').giveBack();
  }
  if (
    facts?.no_hp !== undefined &&
    carried.has('no_hp') &&
    fallsOn(subject, 'D18', 'no_hp', quota('D18'), dice(subject.seed, 331))
  ) {
    if (changeForm(subject, 'simpeg', 'D18', { no_hp: respellPhone(facts.no_hp, subject.seed) })) quota('D18').take();
  }
  disagree(subject, quota('D20'), pairedFields, units);
  if (facts && !mixedNames && carried.has('gelar_belakang') && falls(subject, 'D03', quota('D03'), titled))
    titlesInName(subject);
}

function respellUnitOf(subject: Case): boolean {
  const form = respellUnit(subject.simpeg?.meaning.unit_kerja ?? '', subject.seed);
  return form !== undefined && changeForm(subject, 'simpeg', 'D11', { unit_kerja: form });
}

/** D03 for single people: the titles stand in the name, their own columns are empty. */
function titlesInName(subject: Case): void {
  const written = subject.simpeg?.written;
  if (!written) return;
  changeForm(subject, 'simpeg', 'D03', {
    nama: fullNameOf(written),
    gelar_depan: undefined,
    gelar_belakang: undefined,
  });
}

function respellTitle(subject: Case, side: SideName): boolean {
  const facts = subject[side]?.meaning;
  const back = facts?.gelar_belakang === undefined ? undefined : respellTitles(facts.gelar_belakang, subject.seed);
  const front = facts?.gelar_depan === undefined ? undefined : respellTitles(facts.gelar_depan, subject.seed);
  if (back !== undefined) return changeForm(subject, side, 'D02', { gelar_belakang: back });
  return front !== undefined && changeForm(subject, side, 'D02', { gelar_depan: front });
}
