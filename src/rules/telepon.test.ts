import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPonsel, parseTelepon, teleponAgrees } from './telepon.ts';

describe('parseTelepon', () => {
  it.each([
    '081234567890',
    '+6281234567890',
    '6281234567890',
    '81234567890',
    '+62 812-3456-7890',
    '0812-3456-7890',
    '0812 3456 7890',
    '0812Â 3456 7890',
    '0812.3456.7890',
    "'081234567890",
    '81234567890.0',
    '+62 (0)81234567890',
    '006281234567890',
    'HP. 081234567890',
    '081234567890 / 081234567890',
    '081234567890/-',
  ])('reads %s', (text) => {
    expect(parseTelepon(text)).toEqual({ ok: true, value: ['081234567890'] });
  });

  it.each([
    ['085700000001/081234567890', ['081234567890', '085700000001']],
    ['081234567890, 085700000001', ['081234567890', '085700000001']],
    ['081234567890 atau 85700000001', ['081234567890', '085700000001']],
    ['(024) 7471234', ['0247471234']],
    ['024-7471234/35', ['0247471234', '0247471235']],
    ['', undefined],
    ['0', undefined],
    ['-', undefined],
    ['tidak punya', undefined],
    ['Belum ada', undefined],
    ['0000000000', undefined],
  ])('reads "%s"', (text, value) => {
    expect(parseTelepon(text)).toEqual({ ok: true, value });
  });

  it.each([
    ['nama@contoh.id', 'TELEPON_TIDAK_TERBACA'],
    ['tanya istri', 'TELEPON_TIDAK_TERBACA'],
    ['8,12346E+10', 'DIGIT_RUSAK'],
    ['123', 'TELEPON_TIDAK_TERBACA'],
    ['081234567890085700000001', 'TELEPON_TIDAK_TERBACA'],
    ['8.12346E+10', 'DIGIT_RUSAK'],
  ])('refuses %s: %s', (text, fault) => {
    expect(parseTelepon(text)).toEqual({ ok: false, error: fault });
  });

  it('gives one form to all spellings of a mobile number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 800_000_000, max: 89_999_999_999 }), (number) => {
        const rest = String(number).startsWith('8') ? String(number) : `8${number}`;
        const expected = { ok: true, value: [`0${rest}`] };
        for (const prefix of ['', '0', '62', '+62', "'0"]) expect(parseTelepon(prefix + rest)).toEqual(expected);
      }),
    );
  });
});

describe('teleponAgrees', () => {
  it.each([
    [['081234567890'], ['081234567890', '085700000001'], true],
    [['081234567891'], ['081234567890', '085700000001'], false],
    [[], ['081234567890'], false],
  ])('%o and %o: %s', (a, b, expected) => {
    expect(teleponAgrees(a, b)).toBe(expected);
    expect(teleponAgrees(b, a)).toBe(expected);
  });
});

it('tells mobile numbers from house telephones', () => {
  expect(['081234567890', '0247471234', '08123'].map(isPonsel)).toEqual([true, false, false]);
});
