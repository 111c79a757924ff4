const HEX_32 = /^[0-9A-F]{32}$/;
const SHORTEST = 32;
const LONGEST = 64;

/**
 * The one form of an id: BKN writes the same 32 hexadecimal digits in upper case, in lower case and as a UUID with dashes, so
 * all three become upper case without dashes. Other ids ("2521", "01") only lose outer blanks.
 */
export function foldBknId(text: string): string {
  if (text.length === SHORTEST) {
    const upper = text.toUpperCase();
    if (HEX_32.test(upper)) return upper;
  }
  const trimmed = text.trim();
  if (trimmed.length < SHORTEST || trimmed.length > LONGEST) return trimmed;
  const hex = trimmed.replace(/^['{]+|\}$|-/g, '').toUpperCase();
  return HEX_32.test(hex) ? hex : trimmed;
}

/** Whether the text is an id of BKN's long kind, in any of its styles. */
export function isBknId(text: string): boolean {
  return HEX_32.test(foldBknId(text));
}
