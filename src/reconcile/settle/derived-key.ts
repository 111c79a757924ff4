import { formatDigits, type Turunan } from '#mapping';
import { parseNip } from '#rules/nip.ts';
import type { PersonKey } from './person-key.ts';

/**
 * A key with what its own NIP says where the delivery has no such column. It serves to find people by NIK or by birth date, TMT
 * CPNS, sex and name, after their number found nobody; it is no value of the delivery, and so never compared and never written.
 */
export function deriveFromNip(key: PersonKey, turunan: readonly Turunan['kanonik'][]): PersonKey {
  if (turunan.length === 0 || key.nipHigh === 0) return key;
  const nip = parseNip(formatDigits(key.nipHigh, key.nipLow, 18));
  if (!nip.ok || nip.value === undefined) return key;
  const { value } = nip;
  return {
    ...key,
    tanggalLahir: turunan.includes('tanggal_lahir') ? value.tanggalLahir : key.tanggalLahir,
    tmtCpns: turunan.includes('tmt_cpns') && value.jenis === 'pns' ? value.tmtCpns : key.tmtCpns,
    jenisKelamin: turunan.includes('jenis_kelamin') ? value.jenisKelamin : key.jenisKelamin,
  };
}
