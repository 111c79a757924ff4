/**
 * What a value holds at all, as a set of bits: one walk over its characters tells which tests could pass. Characters beyond
 * ASCII count as letter and as digit, for they may stand for either.
 */
export const LETTER = 1;
export const DIGIT = 2;
export const DIGIT_FIRST = 4;
/** No letter but the E of a floating number: all that a spreadsheet makes of digits. */
export const BARE = 8;
export const AT = 16;
/** Exactly so many digits, as an old NIP and a NIK have. */
export const NINE_DIGITS = 32;
export const SIXTEEN_DIGITS = 64;
/** As long as an id of BKN. */
export const LONG = 128;

const ZERO = 48;
const NINE = 57;
const SMALL_A = 97;
const SMALL_E = 101;
const SMALL_Z = 122;

export function signsOf(value: string): number {
  let signs = value.length >= 32 ? BARE | LONG : BARE;
  let digits = 0;
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    const small = code | 0x20;
    if (code > 0x7f) signs |= LETTER | DIGIT | NINE_DIGITS | SIXTEEN_DIGITS;
    else if (code >= ZERO && code <= NINE) {
      digits++;
      if (i === 0) signs |= DIGIT_FIRST;
    } else if (code === 0x40) signs |= AT;
    else if (small >= SMALL_A && small <= SMALL_Z) {
      signs |= LETTER;
      if (small !== SMALL_E) signs &= ~BARE;
    }
  }
  if (digits > 0) signs |= DIGIT;
  if (digits === 9) signs |= NINE_DIGITS;
  if (digits === 16) signs |= SIXTEEN_DIGITS;
  return signs;
}
