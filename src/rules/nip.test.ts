import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeNipDifference, formatNip, parseNip, parseNipLama, parseRoundedNip } from './nip.ts';

const two = (n: number): string => String(n).padStart(2, '0');

describe('parseRoundedNip', () => {
  it.each([
    '199201012018011000',
    "'19920101 201801 1 000",
    '199201012018011000.0',
    '1.99201012018011E+17',
    '1,99201012018011E+17',
    '1.99201012018011e+17',
    '1.9920101201801099E+17',
    '1.9920101201801101E+17',
    '199201012018011E+3',
    '199201012018011008.0',
    '199201012018010992.0',
    '199201012018011904.0',
  ])('reads what is left of %s', (text) => {
    expect(parseRoundedNip(text)).toMatchObject({ tanggalLahir: 19920101, tmtCpns: 20180101, jenisKelamin: 'M' });
  });

  it.each([
    ['a whole number', '199201012018011001'],
    ['too few digits left', '1.99201E+17'],
    ['a digit too few', '1.9920101201801E+17'],
    ['another magnitude', '1.99201012018011E+16'],
    ['no birth date', '199213012018011000'],
    ['no sex', '199201012018013000'],
    ['empty', ''],
    ['not a number', 'tidak ada'],
  ])('reads nothing where there is %s', (_name, text) => {
    expect(parseRoundedNip(text)).toBeUndefined();
  });
});

describe('parseNip', () => {
  it.each([
    '199201012018011001',
    "'199201012018011001",
    '1992 0101 201801 1 001',
    '19920101-201801-1-001',
    '="199201012018011001"',
  ])('reads %s as a PNS', (text) => {
    expect(parseNip(text)).toEqual({
      ok: true,
      value: {
        jenis: 'pns',
        nip: '199201012018011001',
        tanggalLahir: 19920101,
        tmtCpns: 20180101,
        tahun: 2018,
        jenisKelamin: 'M',
        urut: 1,
      },
    });
  });

  it.each([
    ['200002292022012001', { jenis: 'pns', tanggalLahir: 20000229, jenisKelamin: 'F' }],
    ['199201012018121001', { jenis: 'pns', tmtCpns: 20181201 }],
    ['200012312024211001', { jenis: 'pppk', tahun: 2024, kontrak: 1, jenisKelamin: 'M' }],
    ['199201012021292003', { jenis: 'pppk', tahun: 2021, kontrak: 9, jenisKelamin: 'F', urut: 3 }],
    ['١٩٩٢٠١٠١٢٠١٨٠١١٠٠١', { nip: '199201012018011001' }],
    ['\u200b199201012018011001\u00a0', { nip: '199201012018011001' }],
  ])('reads %s', (text, expected) => {
    expect(parseNip(text)).toMatchObject({ ok: true, value: expected });
  });

  it.each([
    ['199202302018011001', 'NIP_TANGGAL_LAHIR'],
    ['190002291930011001', 'NIP_TANGGAL_LAHIR'],
    ['199201012018131001', 'NIP_BULAN'],
    ['199201012018001001', 'NIP_BULAN'],
    ['199201012018201001', 'NIP_BULAN'],
    ['199201012018013001', 'NIP_KELAMIN'],
    ['199201012018011000', 'NIP_URUT'],
    ['19920101201801100', 'NIP_PANJANG'],
    ['1992010120180110011', 'NIP_PANJANG'],
    ['131234567', 'NIP_PANJANG'],
    ['6677', 'NIP_PANJANG'],
    ['1.99201E+17', 'DIGIT_RUSAK'],
    ['1,99201E+17', 'DIGIT_RUSAK'],
    ['199201012018011008.0', 'DIGIT_RUSAK'],
    ['200501012018012001', 'NIP_USIA'],
    ['192001012018012001', 'NIP_USIA'],
    ['123456789012345678', 'NIP_TANGGAL_LAHIR'],
    ['19920101201801100A', 'DIGIT_KARAKTER'],
  ])('refuses %s: %s', (text, fault) => {
    expect(parseNip(text)).toEqual({ ok: false, error: fault });
  });

  it.each(['', ' ', '-', 'null', "'", '0', '000000000000000000'])('takes "%s" as empty', (text) => {
    expect(parseNip(text)).toEqual({ ok: true, value: undefined });
  });

  it('reads back every number that is printed', () => {
    const nip = fc
      .record({
        birth: fc.integer({ min: 1950, max: 2000 }),
        month: fc.integer({ min: 1, max: 12 }),
        day: fc.integer({ min: 1, max: 28 }),
        age: fc.integer({ min: 18, max: 50 }),
        kind: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 21, max: 29 })),
        sex: fc.constantFrom(1, 2),
        urut: fc.integer({ min: 1, max: 999 }),
      })
      .map(({ birth, month, day, age, kind, sex, urut }) => {
        return `${birth}${two(month)}${two(day)}${birth + age}${two(kind)}${sex}${String(urut).padStart(3, '0')}`;
      });
    fc.assert(
      fc.property(nip, (digits) => {
        expect(parseNip(formatNip(digits))).toMatchObject({ ok: true, value: { nip: digits } });
      }),
    );
  });
});

describe('parseNipLama', () => {
  it.each([
    ['131234567', { ok: true, value: '131234567' }],
    ['131 234 567', { ok: true, value: '131234567' }],
    ["'050012345", { ok: true, value: '050012345' }],
    ['000000000', { ok: true, value: undefined }],
    ['13123456', { ok: false, error: 'NIP_LAMA_PANJANG' }],
    ['199201012018011001', { ok: false, error: 'NIP_LAMA_PANJANG' }],
  ])('%s', (text, expected) => {
    expect(parseNipLama(text)).toEqual(expected);
  });
});

describe('describeNipDifference', () => {
  it.each([
    ['199201012018011002', 'satu digit berbeda pada nomor urut'],
    ['199201012018012001', 'satu digit berbeda pada jenis kelamin'],
    ['199210012018011001', 'dua digit tertukar pada tanggal lahir'],
    ['199201012018031001', 'satu digit berbeda pada TMT'],
    ['199303052018011001', 'tanggal lahir di NIP berbeda'],
    ['199303052019031001', 'tanggal lahir, TMT di NIP berbeda'],
    ['199201012018011001', undefined],
    ['131234567', undefined],
  ])('%s', (other, expected) => {
    expect(describeNipDifference('199201012018011001', other)).toBe(expected);
    expect(describeNipDifference(other, '199201012018011001')).toBe(expected);
  });
});
