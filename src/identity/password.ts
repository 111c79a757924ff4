import { hash, verify } from '@node-rs/argon2';
import { randomInt } from 'node:crypto';
import { isCommonPassword } from './common-passwords.ts';

/** argon2id as OWASP asks for it: 19 MiB, two passes. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 256;

/** A password as it is kept; its parameters stand inside. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), COST);
}

/** Takes as long where nobody has that name: `kept` is then undefined. */
export async function isPassword(kept: string | undefined, password: string): Promise<boolean> {
  nobody ??= hashPassword(makeOneTimePassword());
  const matches = await verify(kept ?? (await nobody), password.normalize('NFKC'));
  return matches && kept !== undefined;
}

let nobody: Promise<string> | undefined;

/** Letters and digits that nobody mistakes for another when reading aloud. */
const LEGIBLE = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A first password to be told once: 20 signs in groups, 99 bits. Drawn again where chance makes one that counts as common, 1 in 11,000. */
export function makeOneTimePassword(): string {
  for (;;) {
    const drawn = Array.from({ length: 4 }, () => randomText(5)).join('-');
    if (!isCommonPassword(drawn)) return drawn;
  }
}

/** Signs drawn evenly from the legible ones. */
export function randomText(length: number): string {
  return Array.from({ length }, () => LEGIBLE[randomInt(LEGIBLE.length)]).join('');
}

/** Why a new password is refused, as the end of a sentence; undefined where it is good. Length is what counts, not kinds of signs. */
export function judgePassword(password: string, namaPengguna: string): string | undefined {
  const folded = password.normalize('NFKC').toLowerCase();
  if (folded.length < PASSWORD_MIN) return `terlalu pendek: paling sedikit ${PASSWORD_MIN} huruf, misalnya empat kata`;
  if (folded.includes(namaPengguna)) return 'memuat nama pengguna';
  if (new Set(folded).size < 6) return 'terlalu banyak mengulang huruf yang sama';
  if (isCommonPassword(folded))
    return 'tersusun dari kata atau angka yang pertama kali ditebak orang: pakai empat kata yang tidak berkaitan';
  return undefined;
}
