import { fail, ok } from '#kernel/result.ts';
import { type DigitFault, parseDigit } from './digit.ts';
import type { Reading } from './reading.ts';

/**
 * Reads an NPWP as its 16 digits. A number of 15 digits is the same number with a leading 0; since PMK 112/2022 a person's
 * NPWP is the NIK.
 */
export function parseNpwp(text: string): Reading<string, DigitFault | 'NPWP_PANJANG'> {
  const digits = parseDigit(text);
  if (!digits.ok || digits.value === undefined) return digits;
  if (digits.value.length === 16) return digits;
  return digits.value.length === 15 ? ok(`0${digits.value}`) : fail('NPWP_PANJANG');
}
