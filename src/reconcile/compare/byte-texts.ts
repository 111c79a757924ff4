/** Comparing texts as bytes, so that equal ones never become strings. */

export function bytesEqual(
  a: Uint8Array,
  aStart: number,
  aEnd: number,
  b: Uint8Array,
  bStart: number,
  bEnd: number,
): boolean {
  if (aEnd - aStart !== bEnd - bStart) return false;
  for (let i = aStart, k = bStart; i < aEnd; i++, k++) if (a[i] !== b[k]) return false;
  return true;
}

/** What an ASCII byte becomes in folding: the upper-case letter or digit, 32 for a blank or punctuation, 0 to vanish. */
const FOLD = new Uint8Array(128).fill(32);
for (let c = 48; c <= 57; c++) FOLD[c] = c;
for (let c = 65; c <= 90; c++) {
  FOLD[c] = c;
  FOLD[c + 32] = c;
}
FOLD[0x27] = 0;
FOLD[0x60] = 0;

/** Equal, different, or not told because a byte outside ASCII stands in one of them. */
export type FoldedEquality = 'equal' | 'different' | 'unsure';

/**
 * Whether two texts fold alike (see `foldName`): case, punctuation, apostrophes and runs of blanks do not count. Only for
 * ASCII; anything else is left to the rule.
 */
export function foldedEquality(
  a: Uint8Array,
  aStart: number,
  aEnd: number,
  b: Uint8Array,
  bStart: number,
  bEnd: number,
): FoldedEquality {
  let i = aStart;
  let k = bStart;
  let isFirst = true;
  for (;;) {
    let left = 0;
    let blankLeft = false;
    for (; i < aEnd; i++) {
      const byte = a[i] as number;
      if (byte > 127) return 'unsure';
      left = FOLD[byte] as number;
      if (left > 32) break;
      if (left === 32) blankLeft = true;
      left = 0;
    }
    let right = 0;
    let blankRight = false;
    for (; k < bEnd; k++) {
      const byte = b[k] as number;
      if (byte > 127) return 'unsure';
      right = FOLD[byte] as number;
      if (right > 32) break;
      if (right === 32) blankRight = true;
      right = 0;
    }
    if (left !== right) return hasHighByte(a, i, aEnd) || hasHighByte(b, k, bEnd) ? 'unsure' : 'different';
    if (left === 0) return 'equal';
    if (!isFirst && blankLeft !== blankRight) {
      return hasHighByte(a, i, aEnd) || hasHighByte(b, k, bEnd) ? 'unsure' : 'different';
    }
    isFirst = false;
    i += 1;
    k += 1;
  }
}

function hasHighByte(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if ((bytes[i] as number) > 127) return true;
  return false;
}
