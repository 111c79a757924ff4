import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBilangan } from './angka.ts';
import { foldBknId } from './bkn-id.ts';
import { parseBoolean } from './boolean.ts';
import { parseDigit } from './digit.ts';
import { foldEmail, isEmail } from './email.ts';
import { compareGelar, foldGelar, splitGelar } from './gelar.ts';
import { parseGolongan, parsePangkat } from './golongan.ts';
import { parseMasaKerja } from './masa-kerja.ts';
import { compareNama, foldNama } from './nama.ts';
import { parseNik } from './nik.ts';
import { parseNip, parseNipLama } from './nip.ts';
import { foldNomor } from './nomor.ts';
import { parseNpwp } from './npwp.ts';
import { parseTahun, parseTanggal } from './tanggal.ts';
import { parseTelepon } from './telepon.ts';
import { compareTeks, foldTeksLonggar } from './teks.ts';
import { foldTempat } from './tempat.ts';

const RULES: Readonly<Record<string, (text: string) => unknown>> = {
  parseBilangan,
  foldBknId,
  parseBoolean,
  parseDigit,
  foldEmail,
  isEmail,
  foldGelar,
  splitGelar,
  parseGolongan,
  parsePangkat,
  parseMasaKerja,
  foldNama,
  parseNik,
  parseNip,
  parseNipLama,
  foldNomor,
  parseNpwp,
  parseTahun,
  parseTelepon,
  foldTeksLonggar,
  foldTempat,
  parseTanggal: (text) => [parseTanggal(text, 'dmy'), parseTanggal(text, 'mdy'), parseTanggal(text, 'ymd')],
  compareNama: (text) => compareNama(text, `${text}X`),
  compareGelar: (text) => compareGelar(text, `${text}X`),
  compareTeks: (text) => compareTeks(text, `${text}X`),
};

const MEGABYTE = 1_000_000;
const HOSTILE: Readonly<Record<string, string>> = {
  blanks: ' '.repeat(MEGABYTE),
  'letters and a mark': `${'a'.repeat(MEGABYTE)}!`,
  digits: '1'.repeat(MEGABYTE),
  dots: '.'.repeat(MEGABYTE),
  'a@ and dots': `a@${'a.'.repeat(MEGABYTE / 2)}`,
  'dashes and zeros': '0-'.repeat(MEGABYTE / 2),
  words: 'KA. '.repeat(MEGABYTE / 4),
  titles: 'S.Pd.,'.repeat(MEGABYTE / 6),
  'NO. and NO.': 'NO.'.repeat(MEGABYTE / 3),
  'blank inside blanks': `${' '.repeat(MEGABYTE / 2)}1${' '.repeat(MEGABYTE / 2)}`,
};

// Every rule is linear or looks only at the beginning: a quadratic one would run into the time limit of the test runner.
describe.each(Object.entries(RULES))('%s', (_name, rule) => {
  it.each(Object.entries(HOSTILE))('answers for a megabyte of %s', (_kind, text) => {
    expect(() => rule(text)).not.toThrow();
  });

  it('answers for any text, twice the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        expect(rule(text)).toEqual(rule(text));
      }),
      { numRuns: 50 },
    );
  });
});
