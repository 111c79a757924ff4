import { fail, ok } from '#kernel/result.ts';
import { foldDigitForms } from './digit.ts';
import type { Reading } from './reading.ts';
import { isTiada } from './tiada.ts';

export type TeleponFault = 'DIGIT_RUSAK' | 'TELEPON_TIDAK_TERBACA';

const LONGEST = 120;
const SHORTEST_NUMBER = 6;
const LONGEST_NUMBER = 15;
const FLOATING = /^[0-9]+(?:[.,][0-9]*)?E\+?[0-9]+$/i;
const LABELS = /\b(?:TELEPON|TELP|TLP|PONSEL|HP|WA|NO|RUMAH|KANTOR|FAX)\b[.:]?/gi;
const BETWEEN_NUMBERS = /[/,;|&\n]|\b(?:ATAU|DAN)\b/i;
const DECIMAL_ZERO = /^([0-9]+)\.0$/;

/**
 * The numbers in a cell in their national form (08..., 024...), each once, sorted: +62, 62 and a missing 0 restored; blanks,
 * dashes, dots and brackets dropped. Several numbers are separated by a slash, comma, semicolon, "atau" or a line break;
 * a short piece behind a slash replaces the end of the number before it (024-7471234/35).
 */
export function parseTelepon(text: string): Reading<readonly string[], TeleponFault> {
  if (isTiada(text)) return ok(undefined);
  const trimmed = text.trim();
  if (trimmed.length > LONGEST) return fail('TELEPON_TIDAK_TERBACA');
  const bare = foldDigitForms(trimmed).replace(/^'/, '').replace(DECIMAL_ZERO, '$1').replace(LABELS, ' ').trim();
  if (FLOATING.test(bare)) return fail('DIGIT_RUSAK');
  const numbers: string[] = [];
  for (const piece of bare.split(BETWEEN_NUMBERS)) {
    if (/[A-Z@]/i.test(piece)) return fail('TELEPON_TIDAK_TERBACA');
    const digits = piece.replace(/[^0-9]/g, '');
    if (digits === '' || /^0+$/.test(digits)) continue;
    const number = completeNumber(digits, numbers.at(-1));
    if (number === undefined) return fail('TELEPON_TIDAK_TERBACA');
    if (!numbers.includes(number)) numbers.push(number);
  }
  return ok(numbers.length === 0 ? undefined : numbers.toSorted());
}

function completeNumber(digits: string, before: string | undefined): string | undefined {
  if (digits.length < SHORTEST_NUMBER) {
    return before && digits.length <= 3 ? before.slice(0, -digits.length) + digits : undefined;
  }
  const national = toNationalForm(digits);
  return national.length <= LONGEST_NUMBER ? national : undefined;
}

/** A 62 is the country only where enough digits follow; +62 (0)812 carries the zero already. */
function toNationalForm(digits: string): string {
  const local = /^(?:00)?62[0-9]{7,}$/.test(digits) ? digits.replace(/^(?:00)?62/, '').replace(/^0*/, '0') : digits;
  return local.startsWith('8') ? `0${local}` : local;
}

/** Two cells agree when a number of one is among the numbers of the other: the second number is a surplus, no difference. */
export function teleponAgrees(a: readonly string[], b: readonly string[]): boolean {
  return a.some((number) => b.includes(number));
}

/** Whether a national number is a mobile one. */
export function isPonsel(number: string): boolean {
  return /^08[0-9]{8,12}$/.test(number);
}
