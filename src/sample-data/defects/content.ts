import { formatIsoDate, type LocalDate, parseIsoDate } from '#kernel/local-date.ts';
import { parseNip } from '#rules/nip.ts';
import { dice, diceBelow, diceBits, dicePick } from '../dice.ts';
import type { Facts } from '../person.ts';
import { type Case, changeContent, fallsOn, isTouched, loseContent, type SideName } from './case.ts';
import { misspell } from './name-variants.ts';
import type { Quota } from './quota.ts';
import { beforeLast, JOB_FIELDS, RANK_FIELDS } from './stale.ts';

/** Makes one defect of content on one side; false where the person offers no place for it. */
export type ContentDefect = (subject: Case, side: SideName, now: LocalDate) => boolean;

/** D04: the name spelled otherwise. */
export const misspellName: ContentDefect = (subject, side) => {
  const name = subject[side]?.meaning.nama;
  const variant = name === undefined ? undefined : misspell(name, subject.seed);
  return variant !== undefined && changeContent(subject, side, 'D04', { nama: variant });
};

/** D05: a typing error in the birth date: one digit, day and month swapped, or the 1st of January. */
export const mistypeBirthDate: ContentDefect = (subject, side) => {
  const iso = subject[side]?.meaning.tanggal_lahir;
  if (iso === undefined) return false;
  const [year = '', month = '', day = ''] = iso.split('-');
  const kind = diceBelow(subject.seed, 110, 10);
  const slip = String((Number(day[1]) + 1 + diceBelow(subject.seed, 111, 8)) % 10);
  const candidates =
    kind < 5
      ? [`${year}-${month}-${day.slice(0, 1)}${slip}`, `${year.slice(0, 3)}${slip}-${month}-${day}`]
      : kind < 8
        ? [`${year}-${day}-${month}`, `${year}-01-01`]
        : [`${year}-01-01`, `${year}-${month}-${day.slice(0, 1)}${slip}`];
  const wrong = candidates.find((text) => text !== iso && parseIsoDate(text) !== undefined);
  return wrong !== undefined && changeContent(subject, side, 'D05', { tanggal_lahir: wrong });
};

/** D08: the last raise of rank is not recorded. */
export const staleRank: ContentDefect = (subject, side, now) => {
  const changes = beforeLast(subject.person, subject.person.riwayat.pangkat, now, RANK_FIELDS);
  return changes !== undefined && changes.golongan !== undefined && changeContent(subject, side, 'D08', changes);
};

/** D09: the position before the present one. */
export const stalePosition: ContentDefect = (subject, side, now) => {
  const changes = beforeLast(subject.person, subject.person.riwayat.jabatan, now, JOB_FIELDS);
  return changes !== undefined && changes.jabatan !== undefined && changeContent(subject, side, 'D09', changes);
};

/** D16: a number that is no NIP, another one, or that of somebody else in the office. */
export const spoilNip =
  (nipOfAnother: () => string | undefined): ContentDefect =>
  (subject, side) => {
    const nip = subject[side]?.meaning.nip;
    if (nip === undefined || nip.length !== 18) return false;
    const changed = spoil(nip, nipOfAnother(), subject.seed);
    return changed !== nip && changeContent(subject, side, 'D16', { nip: changed });
  };

function spoil(nip: string, nipOfAnother: string | undefined, seed: number): string {
  const put = (at: number, text: string): string => nip.slice(0, at) + text + nip.slice(at + text.length);
  switch (diceBelow(seed, 120, 6)) {
    case 0:
      return put(14, nip[14] === '1' ? '3' : '9');
    case 1:
      return put(12, '00');
    case 2:
      return put(12, '13');
    case 3:
      return put(6, '00');
    case 4:
      return nipOfAnother ?? put(12, '13');
    default: {
      // One digit typed wrong: the last but one of the serial, so that the number stays in the range of the sample.
      const digit = String((Number(nip[16]) + 1 + diceBelow(seed, 121, 8)) % 10);
      const wrong = put(16, digit);
      return parseNip(wrong).ok && !wrong.endsWith('900') ? wrong : put(14, '3');
    }
  }
}

/** D17: no NIK, one digit too few or too many, or that of the spouse. */
export const spoilNik: ContentDefect = (subject, side) => {
  const facts = subject[side]?.meaning;
  const nik = facts?.nik;
  if (nik === undefined || facts === undefined) return false;
  const kind = dice(subject.seed, 130);
  const wrong =
    kind < 0.7
      ? undefined
      : kind < 0.8
        ? nik.slice(0, 15)
        : kind < 0.9
          ? `${nik}${diceBelow(subject.seed, 131, 10)}`
          : spouseNik(facts, nik, subject.seed);
  return changeContent(subject, side, 'D17', { nik: wrong });
};

const two = (value: number): string => String(value).padStart(2, '0');

/** A number of the same kecamatan for a person of the other sex, some years older or younger, in the sample's serials. */
function spouseNik(facts: Facts, nik: string, seed: number): string {
  const birth = parseIsoDate(facts.tanggal_lahir ?? '');
  const iso = birth === undefined ? '1980-01-15' : formatIsoDate(birth);
  const day = 1 + diceBelow(seed, 132, 28) + (facts.jenis_kelamin === 'M' ? 40 : 0);
  const month = 1 + diceBelow(seed, 133, 12);
  const year = (Number(iso.slice(2, 4)) + diceBelow(seed, 134, 5)) % 100;
  return `${nik.slice(0, 6)}${two(day)}${two(month)}${two(year)}9${String(diceBelow(seed, 135, 1000)).padStart(3, '0')}`;
}

/** D26: the deduction of years at a change of golongan group missed, or taken twice. */
export const miscountService: ContentDefect = (subject, side) => {
  const years = Number(subject[side]?.meaning.masa_kerja_tahun);
  if (Number.isNaN(years)) return false;
  const step = dicePick(subject.seed, 140, [5, 6, 11]);
  const twice = diceBits(subject.seed, 141) % 3 === 0 && years >= step;
  return changeContent(subject, side, 'D26', { masa_kerja_tahun: String(twice ? years - step : years + step) });
};

/** D11, the part that changes meaning: the name of the unit before a reorganisation, where only the name is kept. */
export const oldUnitName =
  (formerName: (unitId: string | undefined) => string | undefined): ContentDefect =>
  (subject, side) => {
    const name = formerName(subject[side]?.meaning.unit_kerja_id);
    return name !== undefined && changeContent(subject, side, 'D11', { unit_kerja: name, unit_kerja_id: undefined });
  };

/** D07: one date is missing. Which of them is decided cell by cell, so it is no case of its own. */
export const DATE_FIELDS = [
  'tmt_kgb',
  'tmt_jabatan',
  'tgl_sk_golongan',
  'tgl_sk_jabatan',
  'tgl_sk_kgb',
  'tgl_sk_cpns',
  'tgl_sk_pns',
] as const;

export function loseDates(subject: Case, quota: Quota, losable: ReadonlySet<string>): void {
  const facts = subject.simpeg?.meaning;
  if (!facts) return;
  const lost: Partial<Record<(typeof DATE_FIELDS)[number], undefined>> = {};
  DATE_FIELDS.forEach((field, i) => {
    if (facts[field] === undefined || !losable.has(field)) return;
    if (!fallsOn(subject, 'D07', field, quota, dice(subject.seed, 150 + i))) return;
    if (isTouched(subject, 'simpeg', field, false)) return;
    lost[field] = undefined;
    quota.take();
  });
  // Of itself no case of its own: it may meet three others.
  if (Object.keys(lost).length > 0) loseContent(subject, 'simpeg', 'D07', lost);
}
