import type { Field } from '#canonical';
import { textOf } from '#formats';
import { foldEmail } from '#rules/email.ts';
import { compareNama } from '#rules/nama.ts';
import { parseDigit } from '#rules/digit.ts';
import { parseTelepon, teleponAgrees } from '#rules/telepon.ts';
import { foldNomor } from '#rules/nomor.ts';
import { compareTeks } from '#rules/teks.ts';
import { bytesEqual, foldedEquality } from './byte-texts.ts';
import { BEDA, EQUAL, MIRIP, type Verdict } from './verdict.ts';

/** Compares two non-empty texts of a field that stand as bytes. Strings are made only where bytes do not settle it. */
export type TextJudge = (
  a: Uint8Array,
  aStart: number,
  aEnd: number,
  b: Uint8Array,
  bStart: number,
  bEnd: number,
) => Verdict;

/** Whether texts that fold alike are equal in this field: so in names, but a decree's number keeps its separators. */
const FOLDS: ReadonlySet<string> = new Set(['nama']);

export function textJudge(field: Field): TextJudge {
  const byRule = ruleOf(field);
  if (field.normalisasi === 'telepon') return phoneJudge(byRule);
  const folds = FOLDS.has(field.normalisasi);
  return (a, aStart, aEnd, b, bStart, bEnd) => {
    if (bytesEqual(a, aStart, aEnd, b, bStart, bEnd)) return EQUAL;
    if (folds && foldedEquality(a, aStart, aEnd, b, bStart, bEnd) === 'equal') return EQUAL;
    return byRule(textOf(a, aStart, aEnd), textOf(b, bStart, bEnd));
  };
}

/**
 * Most differences between telephone numbers are of form: "+62 812-0000", "62812" and "0812" are settled without a string, and so
 * is a second number behind a slash.
 */
function phoneJudge(byRule: (simpeg: string, bkn: string) => Verdict): TextJudge {
  return (a, aStart, aEnd, b, bStart, bEnd) => {
    if (bytesEqual(a, aStart, aEnd, b, bStart, bEnd)) return EQUAL;
    const number = phoneNumber(b, bStart, bEnd);
    if (number > 0 && isAmongPhones(number, a, aStart, aEnd)) return EQUAL;
    return byRule(textOf(a, aStart, aEnd), textOf(b, bStart, bEnd));
  };
}

/** Whether a cell holds nothing but mobile numbers with slashes between them, of which this is one. */
function isAmongPhones(number: number, bytes: Uint8Array, start: number, end: number): boolean {
  let isFound = false;
  for (let from = start, at = start; at <= end; at++) {
    if (at < end && bytes[at] !== SLASH) continue;
    const one = phoneNumber(bytes, from, at);
    if (one < 0) return false;
    if (one === number) isFound = true;
    from = at + 1;
  }
  return isFound;
}

const SLASH = 47;

/** Powers of ten as far as numbers of telephones go. */
const TENS = Float64Array.from({ length: 16 }, (_, index) => 10 ** index);

/** A single mobile number without country code and leading 0, or -1 for any other text. */
function phoneNumber(bytes: Uint8Array, start: number, end: number): number {
  let number = 0;
  let digits = 0;
  let zeros = 0;
  for (let i = start; i < end; i++) {
    const byte = bytes[i] as number;
    if (byte >= 48 && byte <= 57) {
      number = number * 10 + byte - 48;
      digits += 1;
      if (number === 0) zeros += 1;
    } else if (byte !== 32 && byte !== 45 && byte !== 46 && !(byte === 43 && i === start)) {
      return -1;
    }
  }
  if (digits < 9 || digits > 15 || zeros > 1) return -1;
  const country = TENS[digits - zeros - 2] as number;
  const national = zeros === 0 && Math.trunc(number / country) === 62 ? number % country : number;
  return firstDigit(national) === 8 ? national : -1;
}

function firstDigit(number: number): number {
  let power = 0;
  while (number >= (TENS[power + 1] as number)) power += 1;
  return Math.trunc(number / (TENS[power] as number));
}

/** The rule for two texts of a field, by the way the catalogue normalises and compares it. */
export function ruleOf(field: Field): (simpeg: string, bkn: string) => Verdict {
  switch (field.normalisasi) {
    case 'nama':
      return (a, b) => fromKelas(compareNama(a, b).kelas);
    case 'email':
      return (a, b) => (foldEmail(a) === foldEmail(b) ? EQUAL : BEDA);
    case 'telepon':
      return comparePhones;
    case 'nomor':
      return (a, b) => (foldNomor(a) === foldNomor(b) ? EQUAL : BEDA);
    case 'digit':
      return compareDigits;
    default:
      return (a, b) => fromKelas(compareTeks(a, b).kelas);
  }
}

function comparePhones(a: string, b: string): Verdict {
  const left = parseTelepon(a);
  const right = parseTelepon(b);
  if (!left.ok || !right.ok || !left.value || !right.value) return a.trim() === b.trim() ? EQUAL : BEDA;
  return teleponAgrees(left.value, right.value) ? EQUAL : BEDA;
}

function compareDigits(a: string, b: string): Verdict {
  const left = parseDigit(a);
  const right = parseDigit(b);
  return left.ok && right.ok && left.value === right.value ? EQUAL : BEDA;
}

function fromKelas(kelas: 'sama' | 'mirip' | 'beda'): Verdict {
  if (kelas === 'sama') return EQUAL;
  return kelas === 'mirip' ? MIRIP : BEDA;
}
