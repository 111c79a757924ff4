import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBilangan } from './angka.ts';
import { foldBknId, isBknId } from './bkn-id.ts';
import { findMeaningOfT, parseBoolean } from './boolean.ts';
import { describeDigitDifference, parseDigit } from './digit.ts';
import { foldEmail, isEmail } from './email.ts';
import { parseNpwp } from './npwp.ts';

describe('parseDigit', () => {
  it.each([
    ["'0012", '0012'],
    ['00.12-3/4', '001234'],
    ['１２３', '123'],
    ['131234567.0', '131234567'],
    ['3374010101920001.00', '3374010101920001'],
    ['12.345.678.9-012.000', '123456789012000'],
    ['000', undefined],
    ['', undefined],
  ])('reads "%s"', (text, value) => {
    expect(parseDigit(text)).toEqual({ ok: true, value });
  });

  it.each([
    ['1E5', 'DIGIT_RUSAK'],
    ['1.5E+17', 'DIGIT_RUSAK'],
    ['12a', 'DIGIT_KARAKTER'],
  ])('refuses %s: %s', (text, error) => {
    expect(parseDigit(text)).toEqual({ ok: false, error });
  });
});

describe('describeDigitDifference', () => {
  it.each([
    ['12345', '12346', 'satu digit berbeda'],
    ['12345', '12435', 'dua digit tertukar'],
    ['12345', '1235', 'satu digit kurang atau lebih'],
    ['12345', '54321', undefined],
    ['12345', '12345', undefined],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(describeDigitDifference(a, b)).toBe(expected);
    expect(describeDigitDifference(b, a)).toBe(expected);
  });
});

describe('parseNpwp', () => {
  it.each([
    ['12.345.678.9-012.345', '0123456789012345'],
    ['123456789012345', '0123456789012345'],
    ['3374010101920001', '3374010101920001'],
    ['00.000.000.0-000.000', undefined],
  ])('reads %s', (text, value) => {
    expect(parseNpwp(text)).toEqual({ ok: true, value });
  });

  it('refuses another number of digits', () => {
    expect(parseNpwp('12345')).toEqual({ ok: false, error: 'NPWP_PANJANG' });
  });
});

describe('e-mail', () => {
  it.each([
    [' Siti@Contoh.GO.ID ', 'siti@contoh.go.id'],
    ['mailto:siti@contoh.id', 'siti@contoh.id'],
    ['<siti@contoh.id>', 'siti@contoh.id'],
    ['-', undefined],
  ])('folds "%s"', (text, expected) => {
    expect(foldEmail(text)).toBe(expected);
  });

  it.each([
    ['siti.aminah+1@contoh.go.id', true],
    ['siti@contoh', false],
    ['siti@@contoh.id', false],
    ['siti contoh@x.id', false],
    ['a@b.id,c@d.id', false],
    ['081234567890', false],
  ])('%s has the shape of an address: %s', (text, expected) => {
    expect(isEmail(text)).toBe(expected);
  });
});

describe('parseBilangan', () => {
  it.each([
    ['1.234,50', '1234.5'],
    ['1,234.50', '1234.5'],
    ['1.234', '1234'],
    ['1.234.567', '1234567'],
    ['1,234,567', '1234567'],
    ['12.5', '12.5'],
    ['0.125', '0.125'],
    ['12,5', '12.5'],
    ['1,234', '1.234'],
    ['007', '7'],
    ['100,000', '100'],
    ['-3,50', '-3.5'],
    ['-0', '0'],
    ['', undefined],
  ])('reads %s as %s', (text, value) => {
    expect(parseBilangan(text)).toEqual({ ok: true, value });
  });

  it.each([
    ['100.000', '100'],
    ['1,234', '1234'],
    ['1.234.567', '1234567'],
  ])('reads %s with a decimal point as %s', (text, value) => {
    expect(parseBilangan(text, '.')).toEqual({ ok: true, value });
  });

  it.each(['1.23.4', '1.23,4,5', 'dua', '1e5', '--1', '1.2,3'])('refuses %s', (text) => {
    expect(parseBilangan(text)).toEqual({ ok: false, error: 'BILANGAN_TIDAK_TERBACA' });
  });

  it('gives one form to all writings of a number', () => {
    const parts = fc.tuple(fc.integer({ min: 0, max: 9_999_999 }), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(parts, ([whole, tenth]) => {
        const grouped = String(whole).replace(/\B(?=(?:[0-9]{3})+$)/g, '.');
        const expected = { ok: true, value: `${whole}.${tenth}` };
        expect(parseBilangan(`${grouped},${tenth}`)).toEqual(expected);
        expect(parseBilangan(`${whole}.${tenth}0`)).toEqual(expected);
        expect(parseBilangan(`${grouped.replaceAll('.', ',')}.${tenth}`)).toEqual(expected);
      }),
    );
  });
});

describe('parseBoolean', () => {
  it.each([
    ['true', true],
    ['TRUE', true],
    ['1', true],
    ['Y', true],
    ['ya', true],
    ['false', false],
    ['0', false],
    ['F', false],
    ['Tidak', false],
    ['', undefined],
  ])('reads "%s" as %s', (text, value) => {
    expect(parseBoolean(text)).toEqual({ ok: true, value });
  });

  it('reads T only as the column shows', () => {
    expect(parseBoolean('T')).toEqual({ ok: false, error: 'BOOLEAN_TIDAK_TERBACA' });
    expect(parseBoolean('T', findMeaningOfT(['T', 'F']))).toEqual({ ok: true, value: true });
    expect(parseBoolean('T', findMeaningOfT(['y', 't']))).toEqual({ ok: true, value: false });
    expect(findMeaningOfT(['T', 'T'])).toBeUndefined();
    expect(findMeaningOfT(['T', 'F', 'Y'])).toBeUndefined();
  });
});

describe('foldBknId', () => {
  it.each([
    ['a5eb03e2-3f4c-a0c8-e040-640a040252ad', 'A5EB03E23F4CA0C8E040640A040252AD'],
    ['8ae483a5812f36e801812f9e5f1c0001', '8AE483A5812F36E801812F9E5F1C0001'],
    [' A5EB03E23F4CA0C8E040640A040252AD ', 'A5EB03E23F4CA0C8E040640A040252AD'],
    ['2521', '2521'],
    [' 01 ', '01'],
    ['kode-lokal', 'kode-lokal'],
  ])('%s', (text, expected) => {
    expect(foldBknId(text)).toBe(expected);
    expect(foldBknId(expected)).toBe(expected);
    expect(isBknId(text)).toBe(expected.length === 32);
  });
});
