import { mendEncoding } from './mojibake.ts';

/** Text folding shared by rules, mapping and comparing. All functions are pure and linear in the length of the text. */

/**
 * The one form in which free text is compared: broken encoding mended, compatibility-normalised, upper case, every run of
 * anything that is not a letter or digit becomes one blank, outer blanks dropped. "Sub. Bag  Umum" and "SUB BAG UMUM" fold alike.
 */
export function foldText(text: string): string {
  return isFolded(text) ? text : foldUnfolded(text);
}

/** Capitals and digits with single blanks between them: how national lists and BKN write most names. */
function isFolded(text: string): boolean {
  let before = BLANK;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const isWord = (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
    if (!isWord && (code !== BLANK || before === BLANK)) return false;
    before = code;
  }
  return before !== BLANK || text === '';
}

const BLANK = 32;
const NOT_ASCII = /[\u0080-\uffff]/;

function foldUnfolded(text: string): string {
  // Without letters beyond ASCII there is nothing to mend or normalise.
  if (!NOT_ASCII.test(text))
    return text
      .toUpperCase()
      .replace(/[^A-Z0-9]+/g, ' ')
      .trim();
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
  if (!NOT_ASCII.test(text)) return text.toLowerCase().replace(/[^a-z0-9]+/g, '');
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
