import type { FileRead } from '../protocol.ts';

/** A NIP in its two halves, as a key. */
export const nipKey = ([high, low]: readonly [high: number, low: number]): string => `${high} ${low}`;

/** Whose Simpeg keeps whom as no longer in service: the instansi by `nipKey`. */
export function listInactive(reads: readonly FileRead[]): ReadonlyMap<string, string> {
  const instansiOf = new Map<string, string>();
  for (const { inactive, instansi } of reads) {
    const { nip } = inactive;
    for (let i = 0; i < nip.length; i += 2)
      if ((nip[i] as number) > 0) instansiOf.set(nipKey([nip[i] as number, nip[i + 1] as number]), instansi);
  }
  return instansiOf;
}
