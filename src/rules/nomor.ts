import { mendEncoding } from '#kernel/mojibake.ts';

const LONGEST = 200;
const BLANKS_AND_COLONS = /[\s:]+/g;
const PREFIX = /^(?:(?:NOMOR|NOMER|NO(?![A-Z]))\.*)+/;

/**
 * The number of a decree or card as it is compared: upper case, "NOMOR", "NO.", colons and blanks dropped, the separators
 * / - . kept.
 */
export function foldNomor(text: string): string {
  return mendEncoding(text.slice(0, LONGEST))
    .normalize('NFKC')
    .toUpperCase()
    .replace(BLANKS_AND_COLONS, '')
    .replace(PREFIX, '');
}
