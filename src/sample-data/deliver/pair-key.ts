import { foldNama } from '#rules/nama.ts';
import { readable } from '../defects/compare-meaning.ts';
import type { Facts } from '../person.ts';

export type Cara = 'pns_id' | 'nip' | 'nip_lama' | 'nik' | 'kunci' | 'probabilistik';

/** The easiest key that still finds the pair, over the fields that the Simpeg's file carries. */
export function easiestKey(simpeg: Facts, bkn: Facts, carried: ReadonlySet<string>, nipLost: boolean): Cara {
  const equal = (
    field: 'pns_id_bkn' | 'nip' | 'nip_lama' | 'nik' | 'tanggal_lahir' | 'tmt_cpns' | 'jenis_kelamin',
  ): boolean => {
    const value = readable(field, simpeg[field]);
    return carried.has(field) && typeof value === 'string' && value === bkn[field];
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
