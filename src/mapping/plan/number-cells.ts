import { digitsAt, isDayOfMonth } from './cell-bytes.ts';

/** Up to 18 digits of a cell as two integers: the digits before the last nine, and the last nine. */
export interface DigitPair {
  high: number;
  low: number;
  /** How many digits stood there; -1 where the cell holds anything but digits and separators. */
  count: number;
}

const SEPARATORS = new Uint8Array(256);
for (const separator of " '.-/`") SEPARATORS[separator.charCodeAt(0)] = 1;

/** Reads the digits of a cell; blanks, dots, dashes, slashes and apostrophes between them are dropped. */
export function readDigits(bytes: Uint8Array, start: number, end: number, out: DigitPair): void {
  const length = end - start;
  if (length >= 9 && length <= 18) {
    out.low = digitsAt(bytes, end - 9, end);
    out.high = digitsAt(bytes, start, end - 9);
    out.count = length;
    if (out.low >= 0 && out.high >= 0) return;
  }
  let high = 0;
  let low = 0;
  let count = 0;
  for (let i = start; i < end; i++) {
    const byte = bytes[i] as number;
    const digit = byte - 48;
    if (digit >= 0 && digit <= 9) {
      count += 1;
      if (count > 18) break;
      high = high * 10 + Math.trunc(low / 100_000_000);
      low = (low % 100_000_000) * 10 + digit;
    } else if (SEPARATORS[byte] === 0) {
      out.count = -1;
      return;
    }
  }
  out.high = high;
  out.low = low;
  out.count = count;
}

/** The digits of a pair again, padded to a length. */
export function formatDigits(high: number, low: number, length: number): string {
  return length > 9
    ? String(high).padStart(length - 9, '0') + String(low).padStart(9, '0')
    : String(low).padStart(length, '0');
}

/**
 * Whether two integers are a plausible 18-digit NIP without asking the rule: birth date of 1930 to 2009, month of
 * appointment (or PPPK mark), sex and sequence in order, 15 years between birth and appointment. False means "ask the rule".
 */
export function isPlainNip(high: number, low: number): boolean {
  const birthYear = Math.trunc(high / 100_000);
  const birthMonth = Math.trunc(high / 1000) % 100;
  const birthDay = Math.trunc(high / 10) % 100;
  const year = (high % 10) * 1000 + Math.trunc(low / 1_000_000);
  const month = Math.trunc(low / 10_000) % 100;
  const sex = Math.trunc(low / 1000) % 10;
  const isAppointment = (month >= 1 && month <= 12) || (month >= 21 && month <= 29);
  return (
    birthYear >= 1930 &&
    birthYear <= 2009 &&
    isDayOfMonth(birthYear, birthMonth, birthDay) &&
    isAppointment &&
    year - birthYear >= 16 &&
    year - birthYear <= 65 &&
    (sex === 1 || sex === 2) &&
    low % 1000 !== 0
  );
}
