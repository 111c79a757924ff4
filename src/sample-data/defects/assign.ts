import type { LocalDate } from '#kernel/local-date.ts';
import { compareTeks } from '#rules/teks.ts';
import { dice } from '../dice.ts';
import type { OfficeProfile } from '../offices/profiles.ts';
import { fullNameOf } from '../offices/full-name.ts';
import type { UnitCodes } from '../offices/unit-codes.ts';
import { type Case, changeForm, type SideName } from './case.ts';
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
import { createQuota, type Quota } from './quota.ts';
import { DEFECT_IDS, type DefectChoice, type DefectId, defectOf, rateOf } from './rates.ts';
import { respellPhone, respellPost, respellTitles, respellUnit } from './spelling.ts';

/** What the defects of one office need to know of its structure. */
export interface AssignOptions {
  readonly profile: OfficeProfile;
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
}

export interface Assigner {
  readonly nipLost: boolean;
  /** BKN's own record is weakened for the index too. */
  readonly weakens: boolean;
  readonly rate: (id: DefectId) => number;
  readonly quota: (id: DefectId) => Quota;
  readonly sideFor: (subject: Case, id: DefectId) => SideName;
  /** All defects that change what one of the two records of a present person says, then those that change its spelling. */
  dirty(subject: Case, now: LocalDate, reserved: boolean): void;
}

const CONTENT: readonly (readonly [DefectId, string, ContentDefect])[] = [
  ['D08', 'golongan', staleRank],
  ['D09', 'jabatan', stalePosition],
  ['D26', 'masa_kerja_tahun', miscountService],
  ['D05', 'tanggal_lahir', mistypeBirthDate],
  ['D04', 'nama', misspellName],
  ['D16', 'nip', spoilNip],
  ['D17', 'nik', spoilNik],
];

/** Defects that may make a person hard to find, which people that a second office claims must not have. */
const IDENTITY: ReadonlySet<DefectId> = new Set(['D04', 'D05', 'D16']);

/** A side by lot: three quarters in the Simpeg. */
function sideFor(subject: Case, id: DefectId): SideName {
  const atBkn = defectOf(id).both && dice(subject.seed, 300 + DEFECT_IDS.indexOf(id)) >= 0.75;
  return atBkn ? 'bkn' : 'simpeg';
}

export function createAssigner(options: AssignOptions): Assigner {
  const { profile, choice, starts, carried } = options;
  const quotas = new Map(DEFECT_IDS.map((id) => [id, createQuota(rateOf(id, profile, choice), starts.get(id) ?? 0)]));
  const quota = (id: DefectId): Quota => quotas.get(id) ?? createQuota(0, 0);
  const losable = new Set([...carried].filter((field) => !(options.newestByTmt && field.startsWith('tmt_'))));
  const rate = (id: DefectId): number => rateOf(id, profile, choice);
  const oldName = oldUnitName((id) => formerName(options.units, id));

  const content = (subject: Case, now: LocalDate, reserved: boolean): void => {
    for (const [id, field, make] of CONTENT) {
      const barred = (reserved && IDENTITY.has(id)) || (options.nipLost && isSecondLoss(subject, id));
      const due = quota(id);
      if (countsByLag(subject, id)) due.spend();
      if (!due.hit(!barred && subject.defects < 3)) continue;
      const side = sideFor(subject, id);
      if (side === 'bkn' || carried.has(field)) make(subject, side, now);
    }
    if (quota('D11').hit(true) && dice(subject.seed, 320) < 0.25 && options.textOnly.has('unit_kerja'))
      oldName(subject, 'simpeg', now);
    loseDates(subject, rate('D07'), losable);
  };

  const form = (subject: Case): void => {
    respell(subject, options, quota, rate);
  };
  return {
    nipLost: options.nipLost,
    weakens: choice === 'semua',
    rate,
    quota,
    sideFor,
    dirty: (subject, now, reserved) => {
      content(subject, now, reserved);
      form(subject);
    },
  };
}

/** Without a NIP, name and birth date may not both be wrong, and the birth date only where the old number is left. */
function isSecondLoss(subject: Case, id: DefectId): boolean {
  if (id === 'D05' && subject.truth.nip_lama === undefined) return true;
  const other = id === 'D04' ? 'D05' : 'D04';
  return IDENTITY.has(id) && subject.touches.some(({ cacat }) => cacat === other);
}

/** A rank or position that the lag of a side has made stale already. */
function countsByLag({ simpeg, bkn }: Case, id: DefectId): boolean {
  if (id === 'D08') return simpeg?.meaning.tmt_golongan !== bkn?.meaning.tmt_golongan;
  return id === 'D09' && simpeg?.meaning.tmt_jabatan !== bkn?.meaning.tmt_jabatan;
}

function formerName(units: UnitCodes, id: string | undefined): string | undefined {
  const unit = units.find(id);
  if (unit?.namaLama === undefined) return undefined;
  return compareTeks(unit.namaLama, unit.nama).kelas === 'beda' ? unit.namaLama : undefined;
}

function respell(
  subject: Case,
  { carried, asText, pairedFields, mixedNames }: AssignOptions,
  quota: (id: DefectId) => Quota,
  rate: (id: DefectId) => number,
): void {
  const facts = subject.simpeg?.meaning;
  const titled = facts?.gelar_belakang !== undefined || facts?.gelar_depan !== undefined;
  if (titled && quota('D02').hit(true)) respellTitle(subject, sideFor(subject, 'D02'));
  if (facts?.jabatan !== undefined && asText.has('jabatan') && quota('D10').hit(true)) {
    const form = respellPost(facts.jabatan, subject.seed);
    if (form !== undefined) changeForm(subject, 'simpeg', 'D10', { jabatan: form });
  }
  if (facts?.unit_kerja !== undefined && asText.has('unit_kerja') && dice(subject.seed, 330) < rate('D11') * 0.75) {
    const form = respellUnit(facts.unit_kerja, subject.seed);
    if (form !== undefined) changeForm(subject, 'simpeg', 'D11', { unit_kerja: form });
  }
  if (facts?.no_hp !== undefined && carried.has('no_hp') && dice(subject.seed, 331) < rate('D18')) {
    changeForm(subject, 'simpeg', 'D18', { no_hp: respellPhone(facts.no_hp, subject.seed) });
  }
  disagree(subject, rate('D20'), pairedFields);
  if (titled && !mixedNames && carried.has('gelar_belakang') && quota('D03').hit(true)) titlesInName(subject);
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

function respellTitle(subject: Case, side: SideName): void {
  const facts = subject[side]?.meaning;
  const back = facts?.gelar_belakang === undefined ? undefined : respellTitles(facts.gelar_belakang, subject.seed);
  const front = facts?.gelar_depan === undefined ? undefined : respellTitles(facts.gelar_depan, subject.seed);
  if (back !== undefined) changeForm(subject, side, 'D02', { gelar_belakang: back });
  else if (front !== undefined) changeForm(subject, side, 'D02', { gelar_depan: front });
}
