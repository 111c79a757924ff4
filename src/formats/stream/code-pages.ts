import { isUtf8 } from 'node:buffer';

/** The text of bytes that are not UTF-8, or undefined where they are damage. */
export type LegacyDecoder = (bytes: Uint8Array) => string | undefined;

/** Code points of the bytes 0x80 to 0x9F in Windows-1252; 0 where the code page has no character. */
const HIGH_CONTROLS = [
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0, 0,
  0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178,
] as const;

/**
 * The text of bytes that are not valid UTF-8, read as Windows-1252; undefined where they are damage rather than another
 * code page: a byte without a character, or characters of UTF-8 (or halves of surrogates) in between.
 */
export function decodeWindows1252(bytes: Uint8Array): string | undefined {
  let text = '';
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte >= 0xc2 && isSequence(bytes, i, byte)) return undefined;
    const point = byte >= 0x80 && byte < 0xa0 ? (HIGH_CONTROLS[byte - 0x80] ?? 0) : byte;
    if (point === 0) return undefined;
    text += String.fromCodePoint(point);
  }
  return text;
}

function isSequence(bytes: Uint8Array, at: number, lead: number): boolean {
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  if (length === 0 || at + length > bytes.length) return false;
  for (let i = at + 1; i < at + length; i++) if (((bytes[i] ?? 0) & 0xc0) !== 0x80) return false;
  return true;
}

const HIGH_850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐' +
  '└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';
const HIGH_437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐' +
  '└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

/** The code pages of DOS, in which every byte is a character. */
export const decodeCp850: LegacyDecoder = (bytes) => decodeDos(bytes, HIGH_850);
export const decodeCp437: LegacyDecoder = (bytes) => decodeDos(bytes, HIGH_437);

function decodeDos(bytes: Uint8Array, high: string): string {
  return Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : high[byte - 0x80])).join('');
}

/** The text of bytes in UTF-8 or Windows-1252; damage shows as U+FFFD. For headings and samples. */
export function decodeText(bytes: Buffer): string {
  return isUtf8(bytes) ? bytes.toString('utf8') : (decodeWindows1252(bytes) ?? bytes.toString('utf8'));
}
