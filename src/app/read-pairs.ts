import { problem } from '#kernel/problem.ts';
import type { Arguments } from './command.ts';
import { findInstansiFault } from './instansi.ts';
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

const FORM = 'bentuknya <instansi>=<berkas>, misalnya 6410=kudus.xlsx';

/** Options of the form <instansi>=<berkas>. */
function readPairs(args: Arguments, opsi: string): Pairs {
  const pairs: (readonly [string, string])[] = [];
  for (const nilai of args.list(opsi)) {
    const [, instansi = '', berkas = ''] = /^([^=]*)=(.*)$/s.exec(nilai) ?? [];
    const fault = instansi === '' || berkas === '' ? FORM : findInstansiFault(instansi);
    if (fault !== undefined) {
      return { salah: problem('OPSI_SALAH', { nilai: withoutPassword(nilai), opsi, sebab: fault }) };
    }
    const isTwice = pairs.some(([named]) => named === instansi);
    if (opsi === 'pemetaan' && isTwice) {
      const sebab = `pemetaan ${instansi} sudah disebut. Satu instansi hanya punya satu pemetaan`;
      return { salah: problem('OPSI_SALAH', { nilai, opsi, sebab }) };
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
