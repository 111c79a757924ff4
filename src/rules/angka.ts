import { fail, ok } from '#kernel/result.ts';
import { isEmptyText } from '#kernel/text.ts';
import { foldDigitForms } from './digit.ts';
import type { Reading } from './reading.ts';

const LONGEST = 40;
const DOTS_OF_THOUSANDS = /^-?[1-9][0-9]{0,2}(?:\.[0-9]{3})+$/;
const COMMAS_OF_THOUSANDS = /^-?[1-9][0-9]{0,2}(?:,[0-9]{3})+$/;
const NUMBER = /^-?[0-9]+(?:\.[0-9]+)?$/;

/**
 * An exact decimal in its shortest plain form ("1234.5"), compared as text and never rounded through a float. Indonesian
 * writing: comma for decimals, dot for thousands; a lone dot that cannot stand before thousands is a decimal point. With
 * `decimal` '.', as in BKN's API (angka kredit "100.000" is one hundred), the roles are exchanged.
 */
export function parseBilangan(text: string, decimal: ',' | '.' = ','): Reading<string, 'BILANGAN_TIDAK_TERBACA'> {
  if (isEmptyText(text)) return ok(undefined);
  const trimmed = text.trim();
  if (trimmed.length > LONGEST) return fail('BILANGAN_TIDAK_TERBACA');
  const plain = toDecimalPoint(foldDigitForms(trimmed).replace(/^'|\s/g, ''), decimal);
  return NUMBER.test(plain) ? ok(shorten(plain)) : fail('BILANGAN_TIDAK_TERBACA');
}

function toDecimalPoint(text: string, decimal: ',' | '.'): string {
  const lastDot = text.lastIndexOf('.');
  const lastComma = text.lastIndexOf(',');
  if (lastDot >= 0 && lastComma >= 0) {
    // The later of the two marks is the decimal one, whatever the column's habit.
    return lastComma > lastDot ? dropDots(text, lastComma) : dropCommas(text, lastDot);
  }
  if (lastComma >= 0) {
    const isThousands = COMMAS_OF_THOUSANDS.test(text) && (decimal === '.' || text.indexOf(',') !== lastComma);
    return isThousands ? text.replaceAll(',', '') : text.replace(',', '.');
  }
  const isThousands = DOTS_OF_THOUSANDS.test(text) && (decimal === ',' || text.indexOf('.') !== lastDot);
  return isThousands ? text.replaceAll('.', '') : text;
}

/** "1.234.567,8" with its dots in the right places, or text that is no number. */
function dropDots(text: string, comma: number): string {
  const whole = text.slice(0, comma);
  return DOTS_OF_THOUSANDS.test(whole) ? `${whole.replaceAll('.', '')}.${text.slice(comma + 1)}` : '';
}

function dropCommas(text: string, dot: number): string {
  const whole = text.slice(0, dot);
  return COMMAS_OF_THOUSANDS.test(whole) ? `${whole.replaceAll(',', '')}.${text.slice(dot + 1)}` : '';
}

function shorten(plain: string): string {
  const negative = plain.startsWith('-');
  const [whole = '', fraction = ''] = plain.replace('-', '').split('.');
  const shortWhole = whole.replace(/^0+(?=[0-9])/, '');
  const shortFraction = fraction.replace(/0+$/, '');
  const value = shortFraction === '' ? shortWhole : `${shortWhole}.${shortFraction}`;
  return negative && value !== '0' ? `-${value}` : value;
}
