import { hash } from 'node:crypto';

/** Between the values of a stored row; no delivered value holds it. */
export const SEPARATOR = '\u001f';

/** 64 bits of a text's SHA-256 as a whole number, in decimal digits as PostgreSQL reads them. */
export function fingerprintOf(text: string): string {
  return hash('sha256', text, 'buffer').readBigInt64BE(0).toString();
}

/** The same without a sign: a number of a person, which stands in addresses and so must not be the NIP itself. */
export function personNumber(text: string): string {
  return (hash('sha256', text, 'buffer').readBigUInt64BE(0) >> 1n).toString();
}

/** Values of a row as they are stored, in the order of `susunan`. */
export function joinValues(values: readonly string[]): string {
  return values.join(SEPARATOR);
}

/** The values of a stored row by their canonical names. */
export function splitValues(susunan: readonly string[], isi: string): ReadonlyMap<string, string> {
  const values = isi.split(SEPARATOR);
  return new Map(susunan.map((nama, index) => [nama, values[index] ?? '']));
}
