import { compareGelar } from '#rules/gelar.ts';
import { compareTeks } from '#rules/teks.ts';
import { dice, diceBelow, dicePick } from '../dice.ts';
import { rawByte } from '../containers/file-sink.ts';

/**
 * Other spellings of the same thing, for values that must NOT be reported as differences. Each is checked with the rule
 * that compares such values, so that the truth ledger cannot promise what the contract does not.
 */

const TITLE_FORMS: readonly [(text: string) => string, ...((text: string) => string)[]] = [
  (text) => text.replaceAll('.', ''),
  (text) => text.toUpperCase(),
  (text) => text.replaceAll('. ', '.').replaceAll(', ', ','),
  (text) => text.replaceAll('.', '. ').replaceAll(/ +/g, ' ').trim(),
  (text) => text.replaceAll('.', ' ').replaceAll(/ +/g, ' ').trim(),
  (text) => ` ${text}`,
  (text) => text.replace(/\.$/, ''),
  (text) => text.toUpperCase().replaceAll('.', ''),
  (text) => text.toLowerCase(),
  (text) => `${text} `,
];

/** A title cell in one of ten spellings: dots, blanks, case. */
export function respellTitles(text: string, seed: number): string | undefined {
  for (let attempt = 0; attempt < 4; attempt++) {
    const form = dicePick(seed, 20 + attempt, TITLE_FORMS)(text);
    if (form !== text && compareGelar(form, text).kelas === 'sama') return form;
  }
  return undefined;
}

const POST_FORMS: readonly [(text: string, seed: number) => string, ...((text: string, seed: number) => string)[]] = [
  (text) => text.toLowerCase(),
  (text) =>
    text.toLowerCase().replace(/(^|[ (/-])(\w)/g, (_, gap: string, letter: string) => gap + letter.toUpperCase()),
  (text) => text.toUpperCase(),
  (text) => text.replace(' ', '  '),
  (text) => text.replace(/\bKEPALA\b/i, 'KA.'),
  (text) => text.replace(/\bSEKSI\b/i, 'SIE'),
  (text) => text.replace(/\bSUB ?BAGIAN\b/i, 'SUB BAG'),
  (text) => `${text}.`,
  (text, seed) => {
    const words = text.split(' ');
    const at = 1 + diceBelow(seed, 30, Math.max(1, words.length - 1));
    return [...words.slice(at), ...words.slice(0, at)].join(' ');
  },
];

/** The title of a post with other case, blanks, abbreviations or order of words. */
export function respellPost(text: string, seed: number): string | undefined {
  for (let attempt = 0; attempt < 4; attempt++) {
    const form = dicePick(seed, 40 + attempt, POST_FORMS)(text, seed);
    if (form !== text && compareTeks(form, text).kelas === 'sama') return form;
  }
  return undefined;
}

const UNIT_FORMS: readonly [(text: string) => string, ...((text: string) => string)[]] = [
  (text) => text.replace(/\bSD NEGERI\b/i, 'SDN'),
  (text) => text.replace(/\bSMP NEGERI\b/i, 'SMPN'),
  (text) => text.replace(/\bSMA NEGERI\b/i, 'SMAN'),
  (text) => text.replace(/\bKECAMATAN\b/i, 'KEC.'),
  (text) => text.replace(/\bKELURAHAN\b/i, 'KEL.'),
  (text) => text.replace(/\bBAGIAN\b/i, 'BAG.'),
  (text) => text.replace(/\bBIDANG\b/i, 'BID.'),
  (text) => text.replace(/\bPUSKESMAS\b/i, 'PUSK.'),
  (text) => text.toLowerCase(),
  (text) => `- ${text}`,
];

/** The name of a unit abbreviated or with other punctuation. */
export function respellUnit(text: string, seed: number): string | undefined {
  for (let attempt = 0; attempt < 6; attempt++) {
    const form = dicePick(seed, 50 + attempt, UNIT_FORMS)(text);
    if (form !== text && compareTeks(form, text).kelas === 'sama') return form;
  }
  return undefined;
}

/** A mobile number as people write it: +62, 62, without the 0, with dashes, two in a cell. */
export function respellPhone(number: string, seed: number): string {
  const rest = number.slice(1);
  switch (diceBelow(seed, 60, 5)) {
    case 0:
      return `+62${rest}`;
    case 1:
      return `62${rest}`;
    case 2:
      return rest;
    case 3:
      return `${number.slice(0, 4)}-${number.slice(4, 8)}-${number.slice(8)}`;
    default:
      return `${number} / ${number.slice(0, -2)}${String((Number(number.slice(-2)) + 17) % 100).padStart(2, '0')}`;
  }
}

/** One or two blanks at the start, the end or inside. */
export function addBlanks(text: string, seed: number): string {
  const blank = dice(seed, 70) < 0.7 ? ' ' : '  ';
  const kind = diceBelow(seed, 71, 3);
  if (kind === 0) return blank + text;
  const at = text.indexOf(' ');
  return kind === 1 || at < 0 ? text + blank : text.slice(0, at) + blank + text.slice(at);
}

export type BreakStyle = 'utf-8' | 'bytes' | 'plain';

/**
 * Characters as they come through a wrong encoding: a non-breaking blank, a smart quote, an en dash, the same in bytes of
 * latin1 inside UTF-8, or encoded twice. Undefined where the text offers no place for it.
 */
export function breakCharacters(text: string, seed: number, style: BreakStyle): string | undefined {
  const forms: ((value: string) => string)[] = [(value) => value.replace(' ', ' ')];
  if (style !== 'plain')
    forms.push(
      (value) => value.replace(/['`]/, '’'),
      (value) => value.replace('-', '–'),
    );
  if (style !== 'plain')
    forms.push(
      (value) => value.replace(/['`]/, 'â€™'),
      (value) => value.replace(' ', 'Â '),
    );
  if (style === 'bytes')
    forms.push(
      (value) => value.replace(' ', rawByte(0xa0)),
      (value) => value.replace(/['`]/, rawByte(0x92)),
    );
  for (let attempt = 0; attempt < 4; attempt++) {
    const broken = forms[diceBelow(seed, 80 + attempt, forms.length)]?.(text) ?? text;
    if (broken !== text) return broken;
  }
  return undefined;
}
