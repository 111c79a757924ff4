import { fail, ok } from '#kernel/result.ts';
import type { Reading } from './reading.ts';
import { isTiada } from './tiada.ts';

/** Longest address that mail can carry (RFC 5321). */
const LONGEST = 254;
/** Marks and zeros that fill a cell which may not stay empty. */
const NOTHING = /^[\s0._-]+$/;
const SHAPE = /^[^\s@,;:<>()"]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;

/** The address as it is compared: trimmed, lower case, without "mailto:" or angle brackets; undefined where empty. */
export function foldEmail(text: string): string | undefined {
  if (isTiada(text) || NOTHING.test(text)) return undefined;
  const folded = text.normalize('NFKC').trim().toLowerCase();
  return folded.replace(/^mailto:/, '').replace(/^<|>$/g, '');
}

/** Whether a folded text has the shape of an address. */
export function isEmail(folded: string): boolean {
  return folded.length <= LONGEST && SHAPE.test(folded);
}

/** The folded address, nothing, or a fault where the cell holds anything but one address. */
export function parseEmail(text: string): Reading<string, 'EMAIL_TIDAK_TERBACA'> {
  const folded = foldEmail(text);
  return folded === undefined || isEmail(folded) ? ok(folded) : fail('EMAIL_TIDAK_TERBACA');
}
