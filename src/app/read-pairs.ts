import { type Problem, problem } from '#kernel/problem.ts';
import { nameDeliveries } from '#reconcile';
import type { Arguments } from './command.ts';
import { findInstansiFault } from './instansi.ts';
import { withoutPassword } from './passwords.ts';

type Pairs = { readonly pairs: readonly (readonly [string, string])[] } | { readonly salah: Problem };

type Deliveries =
  | {
      readonly simpeg: readonly (readonly [string, string])[];
      /** Recipe by name of its delivery. */
      readonly pemetaan: ReadonlyMap<string, string>;
    }
  | { readonly salah: Problem };

const FORM = 'bentuknya <instansi>=<berkas>, misalnya 6410=kudus.xlsx';

/** Options of the form <instansi>=<berkas>; a recipe may also name one of several deliveries: 6413-2=<json>. */
function readPairs(args: Arguments, opsi: 'simpeg' | 'pemetaan'): Pairs {
  const pairs: (readonly [string, string])[] = [];
  for (const nilai of args.list(opsi)) {
    const [, kiriman = '', berkas = ''] = /^([^=]*)=(.*)$/s.exec(nilai) ?? [];
    const instansi = opsi === 'pemetaan' ? kiriman.replace(/^(\d{4})-\d+$/, '$1') : kiriman;
    const fault = kiriman === '' || berkas === '' ? FORM : findInstansiFault(instansi);
    if (fault !== undefined) return wrong(opsi, nilai, fault);
    pairs.push([kiriman, berkas]);
  }
  return { pairs };
}

const wrong = (opsi: string, nilai: string, sebab: string): { readonly salah: Problem } => ({
  salah: problem('OPSI_SALAH', { nilai: withoutPassword(nilai), opsi, sebab }),
});

/** The deliveries of --simpeg and the recipes of --pemetaan, each of which belongs to one of them. */
export function readDeliveries(args: Arguments, perintah: string): Deliveries {
  const [simpeg, pemetaan] = [readPairs(args, 'simpeg'), readPairs(args, 'pemetaan')];
  if ('salah' in simpeg) return simpeg;
  if ('salah' in pemetaan) return pemetaan;
  if (simpeg.pairs.length === 0) return { salah: problem('OPSI_KURANG', { opsi: 'simpeg', perintah }) };
  const names = nameDeliveries(simpeg.pairs.map(([instansi]) => instansi));
  const recipes = new Map<string, string>();
  for (const [kiriman, berkas] of pemetaan.pairs) {
    const sebab = findRecipeFault(kiriman, names, recipes);
    if (sebab !== undefined) return wrong('pemetaan', `${kiriman}=${berkas}`, sebab);
    recipes.set(kiriman, berkas);
  }
  return { simpeg: simpeg.pairs, pemetaan: recipes };
}

/** Why a recipe for that delivery cannot be taken. */
function findRecipeFault(
  kiriman: string,
  names: readonly string[],
  recipes: ReadonlyMap<string, string>,
): string | undefined {
  if (recipes.has(kiriman)) return `pemetaan ${kiriman} sudah disebut; satu kiriman memakai satu pemetaan`;
  if (names.includes(kiriman)) return undefined;
  const own = names.filter((name) => name.startsWith(kiriman.slice(0, 4)));
  if (own.length === 0) return `tidak ada --simpeg ${kiriman.slice(0, 4)}=<berkas> yang dipetakannya`;
  return `sebutkan kirimannya menurut urutan --simpeg: ${own.map((name) => `${name}=<json>`).join(' atau ')}`;
}
