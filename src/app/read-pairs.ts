import { problem } from '#kernel/problem.ts';
import { INSTANSI_JATENG } from '#reference';
import type { Arguments } from './arguments.ts';
import { withoutPassword } from './passwords.ts';

type Pairs =
  | { readonly pairs: readonly (readonly [string, string])[] }
  | { readonly salah: ReturnType<typeof problem> };

type Deliveries =
  | {
      readonly simpeg: readonly (readonly [string, string])[];
      readonly pemetaan: ReadonlyMap<string, string>;
    }
  | { readonly salah: ReturnType<typeof problem> };

/** Options of the form <instansi>=<berkas>. */
function readPairs(args: Arguments, opsi: string): Pairs {
  const pairs: (readonly [string, string])[] = [];
  for (const nilai of args.list(opsi)) {
    const match = /^(\d{4})=(.+)$/.exec(nilai);
    if (!match)
      return {
        salah: problem('OPSI_SALAH', {
          nilai: withoutPassword(nilai),
          opsi,
          sebab: 'bentuknya <instansi>=<berkas>, dengan kode instansi empat angka',
        }),
      };
    const [, instansi = '', berkas = ''] = match;
    if (!INSTANSI_JATENG.some(({ kode }) => kode === instansi)) {
      const sebab = `tidak ada instansi berkode ${instansi} di Jawa Tengah; daftarnya di panduan baris perintah`;
      return { salah: problem('OPSI_SALAH', { nilai: withoutPassword(nilai), opsi, sebab }) };
    }
    pairs.push([instansi, berkas]);
  }
  return { pairs };
}

/** The deliveries of --simpeg and the recipes of --pemetaan, each of which belongs to one of them. */
export function readDeliveries(args: Arguments, perintah: string): Deliveries {
  const [simpeg, pemetaan] = [readPairs(args, 'simpeg'), readPairs(args, 'pemetaan')];
  if ('salah' in simpeg) return simpeg;
  if ('salah' in pemetaan) return pemetaan;
  if (simpeg.pairs.length === 0) return { salah: problem('OPSI_KURANG', { opsi: 'simpeg', perintah }) };
  for (const [instansi, berkas] of pemetaan.pairs) {
    if (simpeg.pairs.some(([delivered]) => delivered === instansi)) continue;
    const sebab = `tidak ada --simpeg ${instansi}=<berkas> yang dipetakannya`;
    return { salah: problem('OPSI_SALAH', { nilai: `${instansi}=${berkas}`, opsi: 'pemetaan', sebab }) };
  }
  return { simpeg: simpeg.pairs, pemetaan: new Map(pemetaan.pairs) };
}
