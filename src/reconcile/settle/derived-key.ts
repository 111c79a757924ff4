import { formatDigits, isUnusable, type Turunan } from '#mapping';
import { parseNip, parseRoundedNip, type RoundedNip } from '#rules/nip.ts';
import type { PersonKey } from './person-key.ts';

/**
 * A key with what the row's own NIP, of two integers, says where the delivery has no such column. It serves to find people by NIK or
 * by birth date, TMT CPNS, sex and name, after their number found nobody; it is no value of the delivery, and so never compared
 * and never written. What a spreadsheet left of a number says as much, though it is no number of the person any more.
 */
export function deriveFromNip(
  key: PersonKey,
  [high, low]: readonly [number, number],
  turunan: readonly Turunan['kanonik'][],
): PersonKey {
  const nip = turunan.length === 0 ? undefined : readNip(high, low);
  if (!nip) return key;
  return {
    ...key,
    tanggalLahir: turunan.includes('tanggal_lahir') ? nip.tanggalLahir : key.tanggalLahir,
    ...(turunan.includes('tmt_cpns') && nip.tmtCpns !== undefined ? { tmtCpns: nip.tmtCpns, tmtNip: nip.tmtCpns } : {}),
    jenisKelamin: turunan.includes('jenis_kelamin') ? nip.jenisKelamin : key.jenisKelamin,
  };
}

/** What a NIP of two integers tells; nothing where it is neither sound nor rounded. */
export function readNip(
  high: number,
  low: number,
): Pick<RoundedNip, 'tanggalLahir' | 'tmtCpns' | 'jenisKelamin'> | undefined {
  if (isUnusable(high)) return parseRoundedNip(formatDigits(-high, low, 18));
  const nip = parseNip(formatDigits(high, low, 18));
  if (!nip.ok || nip.value === undefined) return undefined;
  return { ...nip.value, tmtCpns: nip.value.jenis === 'pns' ? nip.value.tmtCpns : undefined };
}
