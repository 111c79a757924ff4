import { mendEncoding } from '#kernel/mojibake.ts';
import { fail, ok } from '#kernel/result.ts';
import { isEmptyText } from '#kernel/text.ts';
import type { Reading } from './reading.ts';

export type DigitFault = 'DIGIT_RUSAK' | 'DIGIT_KARAKTER';

/** Longer than any number of a person; what is longer is not looked at further. */
const LONGEST = 64;

const PLAIN = /^[0-9]+$/;
const ZEROS = /^0+$/;
const FLOATING = /^[0-9]+(?:[.,][0-9]*)?E[+-]?[0-9]+$/i;
const DECIMAL = /^([0-9]+)[.,]0{1,2}$/;
/** Up to here a floating number holds every whole number (2^53); a longer one has lost its last digits. */
const EXACT = 9_007_199_254_740_992;
/** Blanks, apostrophes, dots, dashes, slashes, ="..." of spreadsheets, and marks that cannot be seen. */
const SEPARATORS = /[\s='`’‘´"./\-‐-―−\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/g;
const APOSTROPHES = /['`’‘´\s]/g;
const FOREIGN_DIGITS = /[٠-٩۰-۹]/g;

/** Arabic and full-width digits as ASCII ones, in text whose encoding is mended. */
export function foldDigitForms(text: string): string {
  return mendEncoding(text)
    .normalize('NFKC')
    .replace(FOREIGN_DIGITS, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
}

/**
 * The digits of a number that is a name (NIP, NIK, NPWP): leading apostrophe, blanks, dots, dashes and slashes dropped,
 * leading zeros kept. A run of zeros is empty. What a spreadsheet or data frame has turned into a floating number (1.99201E+17,
 * 199201012018011008.0) is refused as damaged, for its last digits are gone; 131234567.0 is still whole.
 */
export function parseDigit(text: string): Reading<string, DigitFault> {
  if (PLAIN.test(text)) return ok(ZEROS.test(text) ? undefined : text);
  if (isEmptyText(text)) return ok(undefined);
  const trimmed = text.trim();
  if (trimmed.length > LONGEST) return fail('DIGIT_KARAKTER');
  const marked = foldDigitForms(trimmed).replace(APOSTROPHES, '');
  if (FLOATING.test(marked)) return fail('DIGIT_RUSAK');
  const whole = DECIMAL.exec(marked)?.[1];
  if (whole !== undefined && Number(whole) > EXACT) return fail('DIGIT_RUSAK');
  const digits = (whole ?? marked).replace(SEPARATORS, '');
  if (digits === '' || ZEROS.test(digits)) return ok(undefined);
  return PLAIN.test(digits) ? ok(digits) : fail('DIGIT_KARAKTER');
}

/**
 * How two numbers of equal length differ by a typing slip: one digit, or two neighbours swapped, with the place (0-based) of
 * the first differing digit. Undefined for equal numbers and for greater differences.
 */
export function findDigitSlip(
  a: string,
  b: string,
): { readonly jenis: 'satu' | 'tertukar'; readonly di: number } | undefined {
  if (a.length !== b.length || a === b) return undefined;
  let di = 0;
  while (a.charCodeAt(di) === b.charCodeAt(di)) di++;
  if (a.slice(di + 1) === b.slice(di + 1)) return { jenis: 'satu', di };
  const swapped = a[di] === b[di + 1] && a[di + 1] === b[di] && a.slice(di + 2) === b.slice(di + 2);
  return swapped ? { jenis: 'tertukar', di } : undefined;
}

/** The slip of `findDigitSlip`, or a missing or surplus digit, in words for `sebab`. */
export function describeDigitDifference(a: string, b: string): string | undefined {
  const slip = findDigitSlip(a, b);
  if (slip) return slip.jenis === 'satu' ? 'satu digit berbeda' : 'dua digit tertukar';
  if (Math.abs(a.length - b.length) !== 1) return undefined;
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
  let at = 0;
  while (at < shorter.length && shorter.charCodeAt(at) === longer.charCodeAt(at)) at++;
  return shorter.slice(at) === longer.slice(at + 1) ? 'satu digit kurang atau lebih' : undefined;
}
