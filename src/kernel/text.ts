import { mendEncoding } from './mojibake.ts';

/** Text folding shared by rules, mapping and comparing. All functions are pure and linear in the length of the text. */

/**
 * The one form in which free text is compared: broken encoding mended, compatibility-normalised, upper case, every run of
 * anything that is not a letter or digit becomes one blank, outer blanks dropped. "Sub. Bag  Umum" and "SUB BAG UMUM" fold alike.
 */
export function foldText(text: string): string {
  return mendEncoding(text)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** As `foldText`, but apostrophes and back-ticks vanish instead of splitting the word: MA'RUF = MARUF. */
export function foldName(text: string): string {
  return foldText(mendEncoding(text).replace(/['`´‘’ʼ]/g, ''));
}

/** Lower-case letters and digits only: the form in which headings and aliases are compared ("TGL_LAHIR" = "Tgl Lahir"). */
export function foldIdentifier(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

const EMPTY_WORDS = new Set(['', '-', '--', '.', 'null', 'n/a', '\\n']);

/** Ways in which deliveries write "no value" in any field; fields add their own (0000-00-00 for dates). */
export function isEmptyText(text: string): boolean {
  return EMPTY_WORDS.has(text.trim().toLowerCase());
}

/** Order of texts by their code units: the same on every machine, whatever its language. For `toSorted`. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
