/**
 * Telephone numbers and addresses of e-mail as nearly every cell holds them, told from their bytes. Whatever is not plain
 * here may still be one: the rule of the field decides on its text.
 */

const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57;

const AT = 64;
const DOT = 46;
const SLASH = 47;
const SHORTEST_PHONE = 6;
/** One below the longest, for a missing 0 may be restored. */
const LONGEST_PHONE = 14;

/** Numbers of 6 to 14 digits, not all zeros, with blanks, dashes, dots, brackets and a plus in them, and slashes between them. */
export function isPlainPhone(bytes: Uint8Array, start: number, end: number): boolean {
  let digits = 0;
  let zeros = 0;
  for (let i = start; i <= end; i++) {
    const byte = i === end ? SLASH : (bytes[i] as number);
    if (isDigit(byte)) {
      digits += 1;
      if (byte === 48) zeros += 1;
    } else if (byte === SLASH) {
      if (digits < SHORTEST_PHONE || digits > LONGEST_PHONE || zeros === digits) return false;
      digits = 0;
      zeros = 0;
    } else if (byte !== 32 && byte !== 45 && byte !== DOT && byte !== 43 && byte !== 40 && byte !== 41) {
      return false;
    }
  }
  return true;
}

const LONGEST_EMAIL = 254;

const isLetter = (byte: number): boolean => (byte | 32) >= 97 && (byte | 32) <= 122;

/** A name of letters, digits, dots, dashes and underscores, one @, and a domain with a dot inside. */
export function isPlainEmail(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start > LONGEST_EMAIL) return false;
  let at = -1;
  let dot = -1;
  for (let i = start; i < end; i++) {
    const byte = bytes[i] as number;
    if (byte === AT) {
      if (at >= 0 || i === start) return false;
      at = i;
      dot = i;
    } else if (byte === DOT) {
      if (at >= 0 && i - dot < 2) return false;
      if (at >= 0) dot = i;
    } else if (!isLetter(byte) && !isDigit(byte) && byte !== 45 && !(byte === 95 && at < 0)) {
      return false;
    }
  }
  return at > start && dot > at && dot < end - 1;
}
