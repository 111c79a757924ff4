import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  deductMkg,
  describeMasaKerjaDifference,
  formatMasaKerja,
  makeMasaKerja,
  masaKerjaMonths,
  mkgDeductionYears,
  parseMasaKerja,
} from './masa-kerja.ts';

describe('parseMasaKerja', () => {
  it.each([
    '12 Tahun 3 Bulan',
    '12 tahun 03 bulan',
    '12 Tahun, 3 Bulan',
    '12TAHUN 3BULAN',
    '12 th 3 bl',
    '12 Thn. 3 Bln.',
    '12 thn 3 bln',
    '12th3bl',
    '12-03',
    '12/3',
    '12.03',
    '12 - 3',
    "'12-03",
    '11 tahun 15 bulan',
    '147 bulan',
  ])('reads %s', (text) => {
    expect(parseMasaKerja(text)).toEqual({ ok: true, value: { tahun: 12, bulan: 3 } });
  });

  it.each([
    ['12', { tahun: 12, bulan: 0 }],
    ['12 tahun', { tahun: 12, bulan: 0 }],
    ['3 bulan', { tahun: 0, bulan: 3 }],
    ['0 tahun 0 bulan', { tahun: 0, bulan: 0 }],
    ['', undefined],
    ['-', undefined],
  ])('reads "%s"', (text, value) => {
    expect(parseMasaKerja(text)).toEqual({ ok: true, value });
  });

  it.each(['tahun', 'dua belas', '12 tahun 3', '99 tahun', '2012-03-01', 'x'])('refuses %s', (text) => {
    expect(parseMasaKerja(text)).toEqual({ ok: false, error: 'MASA_KERJA_TIDAK_TERBACA' });
  });

  it('reads back what is printed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 11 }), (tahun, bulan) => {
        expect(parseMasaKerja(formatMasaKerja({ tahun, bulan }))).toEqual({ ok: true, value: { tahun, bulan } });
        expect(masaKerjaMonths(makeMasaKerja(tahun, bulan + 12))).toBe(tahun * 12 + bulan + 12);
      }),
    );
  });
});

describe('change of golongan group', () => {
  it.each([
    ['14', '21', '16-01', '10-01'],
    ['24', '31', '22-07', '17-07'],
    ['14', '31', '22-07', '11-07'],
    ['34', '41', '18-02', '18-02'],
    ['31', '32', '4-00', '4-00'],
  ] as const)('from %s to %s: %s becomes %s', (from, to, before, after) => {
    const [start, end] = [parseMasaKerja(before), parseMasaKerja(after)];
    if (!start.ok || !start.value) throw new Error('unreadable case');
    expect(deductMkg(start.value, from, to)).toEqual({ masaKerja: end.ok ? end.value : undefined, clipped: false });
  });

  it('never takes more than there is', () => {
    expect(deductMkg({ tahun: 3, bulan: 2 }, '24', '31')).toEqual({ masaKerja: { tahun: 0, bulan: 0 }, clipped: true });
    expect(mkgDeductionYears('31', '24')).toBe(0);
  });
});

describe('describeMasaKerjaDifference', () => {
  it.each([
    [[17, 3], [12, 3], 'selisih 5 tahun, seperti pengurangan masa kerja golongan II ke III'],
    [[6, 3], [12, 3], 'selisih 6 tahun, seperti pengurangan masa kerja golongan I ke II'],
    [[23, 3], [12, 3], 'selisih 11 tahun, seperti pengurangan masa kerja golongan I ke III'],
    [[12, 4], [12, 3], 'hanya bulan berbeda'],
    [[14, 3], [12, 3], 'selisih tepat 2 tahun'],
    [[14, 4], [12, 3], undefined],
    [[12, 3], [12, 3], undefined],
  ] as const)('%o and %o: %s', ([tahun, bulan], [tahunBkn, bulanBkn], expected) => {
    expect(describeMasaKerjaDifference({ tahun, bulan }, { tahun: tahunBkn, bulan: bulanBkn })).toBe(expected);
  });
});
