import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  describeGolonganDifference,
  GOLONGAN_PNS,
  GOLONGAN_PPPK,
  golonganLabel,
  golonganSteps,
  isGolongan,
  pangkatName,
  parseGolongan,
  parsePangkat,
} from './golongan.ts';

describe('parseGolongan', () => {
  it.each([
    'III/a',
    'III/A',
    'III-a',
    'III.a',
    'IIIa',
    'III / A',
    'iii/a',
    'III a',
    'lll/a',
    '3a',
    '3A',
    '3/a',
    '31',
    "'31",
    '131',
    '31.0',
    ' III/a ',
    'Gol. III/a',
    'Golongan III/a',
    'Gol.Ruang III/a',
    'Penata Muda (III/a)',
    'Penata Muda - III/a',
    'III/a - Penata Muda',
    'PENATA MUDA, III/a',
    'Penata Muda',
    'III\u2013a',
  ])('reads %s as 31', (text) => {
    expect(parseGolongan(text)).toEqual({ ok: true, value: '31' });
  });

  it.each([
    ['Penata Muda Tk. I', '32'],
    ['Penata Muda Tk.I (III/b)', '32'],
    ['Penata Muda Tingkat I, III/b', '32'],
    ['PENATA MUDA TK 1 - III/b', '32'],
    ['Pembina Utama Muda / IV c', '43'],
    ['IV/e', '45'],
    ['I/d', '14'],
    ['11', '11'],
  ])('reads %s as %s', (text, expected) => {
    expect(parseGolongan(text)).toEqual({ ok: true, value: expected });
  });

  it.each([
    ['1', { localIds: true }, '11'],
    ['9', { localIds: true }, '31'],
    ['09', { localIds: true }, '31'],
    ['11', { localIds: true }, '33'],
    ['17', { localIds: true }, '45'],
    ['31', { localIds: true }, '31'],
    ['9', { pppk: true }, 'IX'],
    ['IX', { pppk: true }, 'IX'],
    ['Golongan XVII', { pppk: true }, 'XVII'],
    ['v', { pppk: true }, 'V'],
    ['III/a', { pppk: true }, '31'],
  ])('reads %s with %o as %s', (text, options, expected) => {
    expect(parseGolongan(text, options)).toEqual({ ok: true, value: expected });
  });

  it.each([
    ['III/e', 'GOLONGAN_TIDAK_DIKENAL'],
    ['V/a', 'GOLONGAN_TIDAK_DIKENAL'],
    ['9', 'GOLONGAN_TIDAK_DIKENAL'],
    ['IX', 'GOLONGAN_TIDAK_DIKENAL'],
    ['46', 'GOLONGAN_TIDAK_DIKENAL'],
    ['135', 'GOLONGAN_TIDAK_DIKENAL'],
    ['Guru', 'GOLONGAN_TIDAK_DIKENAL'],
    ['III', 'GOLONGAN_TIDAK_DIKENAL'],
    ['Pembina (III/a)', 'GOLONGAN_BERTENTANGAN'],
  ])('refuses %s: %s', (text, fault) => {
    expect(parseGolongan(text)).toEqual({ ok: false, error: fault });
  });

  it.each(['', '-', '0', '00', 'NULL'])('takes "%s" as empty', (text) => {
    expect(parseGolongan(text)).toEqual({ ok: true, value: undefined });
  });

  it('reads back every label, code and pangkat that it prints', () => {
    for (const { kode } of GOLONGAN_PNS) {
      const pangkat = pangkatName(kode) ?? '';
      for (const text of [golonganLabel(kode), kode, pangkat, `${pangkat} (${golonganLabel(kode)})`]) {
        expect(parseGolongan(text)).toEqual({ ok: true, value: kode });
      }
      expect(parsePangkat(pangkat)).toBe(kode);
    }
    for (const kode of GOLONGAN_PPPK) {
      expect(parseGolongan(golonganLabel(kode), { pppk: true })).toEqual({ ok: true, value: kode });
      expect(pangkatName(kode)).toBeUndefined();
    }
  });
});

describe('steps', () => {
  it.each([
    ['31', '32', 1, 'Simpeg satu tingkat di bawah BKN'],
    ['24', '31', 1, 'Simpeg satu tingkat di bawah BKN'],
    ['33', '32', -1, 'Simpeg satu tingkat di atas BKN'],
    ['31', '41', 4, 'Simpeg 4 tingkat di bawah BKN'],
    ['31', '31', 0, undefined],
    ['V', 'VII', 2, 'Simpeg 2 tingkat di bawah BKN'],
    ['31', 'IX', undefined, 'golongan PNS dan PPPK'],
  ] as const)('from %s to %s: %s', (from, to, steps, words) => {
    expect(golonganSteps(from, to)).toBe(steps);
    expect(describeGolonganDifference(from, to)).toBe(words);
  });

  it('are opposite in the other direction', () => {
    const pns = fc.constantFrom(...GOLONGAN_PNS.map((row) => row.kode));
    fc.assert(
      fc.property(pns, pns, (a, b) => {
        expect((golonganSteps(a, b) ?? 0) + (golonganSteps(b, a) ?? 0)).toBe(0);
      }),
    );
  });

  it('know their own codes only', () => {
    expect(['31', 'XVII', '15', 'XVIII', 'III/a'].map(isGolongan)).toEqual([true, true, false, false, false]);
  });
});
