import type { Given, IkdPerson } from './person.ts';
import type { IkdSettings } from './settings.ts';

/**
 * What an indicator says of a person: not of its population; of it, but the data do not decide; failing; clean. The
 * undecided are never counted as clean.
 */
export type IkdVerdict = 'tidak_dikenai' | 'tak_dinilai' | 'gagal' | 'bersih';

export function judge(fails: boolean): IkdVerdict {
  return fails ? 'gagal' : 'bersih';
}

/** Whether a field is empty; undecided where the source does not carry it. */
export function judgeEmpty(value: Given<unknown>): IkdVerdict {
  return value === undefined ? 'tak_dinilai' : judge(value === 'kosong');
}

/** The value, or undefined where it is empty, unreadable or not carried. */
export function known<T>(value: Given<T>): T | undefined {
  return value === 'kosong' ? undefined : value;
}

/**
 * Whether the index counts the person: standing up to 51, or one of the listed ones. A file without the column is taken as a
 * list of active people; an empty standing is not active.
 */
export function isAktif({ kedudukanHukum }: IkdPerson, settings: IkdSettings): boolean {
  if (kedudukanHukum === undefined) return true;
  if (kedudukanHukum === 'kosong') return false;
  return kedudukanHukum <= settings.kedudukanAktifSampai || settings.kedudukanAktifLain.includes(kedudukanHukum);
}

/**
 * PPPK or not: the number says so (digits 13-14 are 21-29 there and a month for a PNS); without a readable number the standing
 * or the status. Undefined where nothing tells.
 */
export function isPppk({ nip, kedudukanHukum, statusCpnsPns }: IkdPerson, settings: IkdSettings): boolean | undefined {
  const marks = nip === undefined ? 0 : Number(nip.slice(12, 14));
  if (marks >= 21 && marks <= 29) return true;
  if (marks >= 1 && marks <= 12) return false;
  const kedudukan = known(kedudukanHukum);
  if (kedudukan !== undefined && settings.kedudukanPppk.includes(kedudukan)) return true;
  const status = known(statusCpnsPns);
  if (status?.includes('PPPK')) return true;
  return status !== undefined || kedudukan !== undefined ? false : undefined;
}

/** Applies an indicator to PNS and CPNS only. */
export function forPns(person: IkdPerson, settings: IkdSettings, indicator: () => IkdVerdict): IkdVerdict {
  const pppk = isPppk(person, settings);
  if (pppk === undefined) return 'tak_dinilai';
  return pppk ? 'tidak_dikenai' : indicator();
}

/** Applies an indicator to PPPK only. */
export function forPppk(person: IkdPerson, settings: IkdSettings, indicator: () => IkdVerdict): IkdVerdict {
  const pppk = isPppk(person, settings);
  if (pppk === undefined) return 'tak_dinilai';
  return pppk ? indicator() : 'tidak_dikenai';
}

/** Applies an indicator to the holders of these kinds of post; who has none is not concerned. */
export function forJenisJabatan(
  { jenisJabatan }: IkdPerson,
  kinds: readonly number[],
  indicator: () => IkdVerdict,
): IkdVerdict {
  if (jenisJabatan === undefined) return 'tak_dinilai';
  return jenisJabatan !== 'kosong' && kinds.includes(jenisJabatan) ? indicator() : 'tidak_dikenai';
}

export const STRUKTURAL = [1, 3] as const;
