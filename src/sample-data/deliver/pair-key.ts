import { formatIsoDate } from '#kernel/local-date.ts';
import { foldNama } from '#rules/nama.ts';
import { parseNip } from '#rules/nip.ts';
import { readable } from '../defects/compare-meaning.ts';
import type { Facts } from '../person.ts';

const LADDER = ['pns_id', 'nip', 'nip_lama', 'nik', 'kunci', 'probabilistik'] as const;
export type Cara = (typeof LADDER)[number];

/** Which fields the Simpeg's file carries, and whether its column of NIPs was rounded. */
export interface Carried {
  readonly carried: ReadonlySet<string>;
  readonly nipLost: boolean;
}

type KeyField = 'pns_id_bkn' | 'nip' | 'nip_lama' | 'nik' | 'tanggal_lahir' | 'tmt_cpns' | 'jenis_kelamin';

/** The easiest key that still finds the pair, over the fields that the Simpeg's file carries and what the NIP tells besides. */
export function easiestKey(simpeg: Facts, bkn: Facts, { carried, nipLost }: Carried): Cara {
  const told = toldByNip(simpeg.nip);
  const equal = (field: KeyField): boolean => {
    const value = carried.has(field) ? readable(field, simpeg[field]) : told[field];
    return typeof value === 'string' && value === bkn[field];
  };
  if (equal('pns_id_bkn')) return 'pns_id';
  if (!nipLost && equal('nip')) return 'nip';
  if (equal('nip_lama')) return 'nip_lama';
  const sameBirth = equal('tanggal_lahir');
  if (sameBirth && equal('nik')) return 'nik';
  const sameName = foldNama(simpeg.nama ?? '') === foldNama(bkn.nama ?? '');
  if (sameBirth && sameName && equal('tmt_cpns') && equal('jenis_kelamin')) return 'kunci';
  return 'probabilistik';
}

/** What a number says of its owner, also where its sequence was lost. */
function toldByNip(nip = ''): Partial<Record<KeyField, string>> {
  const parts = parseNip(nip);
  if (!parts.ok || parts.value === undefined) return {};
  const { tanggalLahir, jenisKelamin } = parts.value;
  return {
    tanggal_lahir: formatIsoDate(tanggalLahir),
    jenis_kelamin: jenisKelamin,
    ...(parts.value.jenis === 'pns' ? { tmt_cpns: formatIsoDate(parts.value.tmtCpns) } : {}),
  };
}

/**
 * D12: whether the row with the old number in the place of the new one is the pair, and the other row surplus. The ladder takes the
 * row that it meets on the higher rung; on one rung the row whose NIP is BKN's, else the first in the file.
 */
export function isPairedByCopy(simpeg: Facts, copy: Facts, bkn: Facts, file: Carried, isCopyFirst: boolean): boolean {
  // An old number in the column of the new one is read as what it is.
  const carried = file.carried.has('nip') ? new Set([...file.carried, 'nip_lama']) : file.carried;
  const [own, other] = [easiestKey(simpeg, bkn, file), easiestKey(copy, bkn, { ...file, carried })];
  if (own !== other) return LADDER.indexOf(other) < LADDER.indexOf(own);
  const isOwnNip = file.carried.has('nip') && !file.nipLost && simpeg.nip === bkn.nip;
  return isCopyFirst && !isOwnNip;
}
