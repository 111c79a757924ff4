import { problem } from '#kernel/problem.ts';
import type { Arguments } from './arguments.ts';
import { withoutPassword } from './passwords.ts';

type Pairs =
  | { readonly pairs: readonly (readonly [string, string])[] }
  | { readonly salah: ReturnType<typeof problem> };

/** Options of the form <instansi>=<berkas>. */
export function readPairs(args: Arguments, opsi: string): Pairs {
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
    pairs.push([match[1] ?? '', match[2] ?? '']);
  }
  return { pairs };
}
