import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldNomor } from './nomor.ts';
import { SINGKATAN } from './singkatan.ts';
import { compareTeks, compileSingkatan, foldTeksLonggar } from './teks.ts';
import { foldTempat } from './tempat.ts';

describe('foldTeksLonggar', () => {
  it.each([
    ['Ka. Sub Bag. Umum & Kepeg.', 'KEPALA SUBBAGIAN UMUM DAN KEPEGAWAIAN'],
    ['KASUBBAG UMUM', 'KEPALA SUBBAGIAN UMUM'],
    ['--- Sie Pelayanan', 'SEKSI PELAYANAN'],
    ['SDN 1 KUDUS', 'SD NEGERI 1 KUDUS'],
    ['SD N 1 KUDUS', 'SD NEGERI 1 KUDUS'],
    ['TK PERTIWI', 'TK PERTIWI'],
    ['PENGELOLA TK. I', 'PENGELOLA TINGKAT I'],
    ['UPTD PUSK. JATI', 'UNIT PELAKSANA TEKNIS DAERAH PUSKESMAS JATI'],
    ['', ''],
  ])('spells out "%s"', (text, expected) => {
    expect(foldTeksLonggar(text)).toBe(expected);
  });

  it('does not change what is spelt out already', () => {
    const words = SINGKATAN.flatMap((line) => line.split(' = ')).concat('UMUM', 'JATI', '1', 'I');
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 6 }), (list) => {
        const once = foldTeksLonggar(list.join(' '));
        expect(foldTeksLonggar(once)).toBe(once);
      }),
      { numRuns: 500 },
    );
  });

  it('takes another list of abbreviations', () => {
    const own = compileSingkatan(['POL PP = SATUAN POLISI', 'not a line']);
    expect(foldTeksLonggar('Ka. Pol. PP', own)).toBe('KA SATUAN POLISI');
  });
});

describe('compareTeks', () => {
  it.each([
    ['Kepala Seksi Umum', 'KEPALA  SEKSI UMUM', 'sama'],
    ['KA. SIE UMUM', 'KEPALA SEKSI UMUM', 'sama'],
    ['SUB BAG KEUANGAN', 'Subbagian Keuangan', 'sama'],
    ['PERTAMA GURU AHLI', 'GURU AHLI PERTAMA', 'sama'],
    ['KERJASAMA DALAM NEGERI', 'KERJA SAMA DALAM NEGERI', 'sama'],
    ['DINKES', 'DINAS KESEHATAN', 'sama'],
    ['', '', 'sama'],
    ['PENGADMINSTRASI UMUM', 'PENGADMINISTRASI UMUM', 'mirip'],
    ['ANALIS KEPEGAWIAN', 'ANALIS KEPEGAWAIAN', 'mirip'],
    ['SD NEGERI 1 KUDUS', 'SD NEGERI 2 KUDUS', 'beda'],
    ['SD NEGERI 1 1 KUDUS', 'SD NEGERI 11 KUDUS', 'beda'],
    ['PENGELOLA TK I', 'PENGELOLA TK II', 'beda'],
    ['GURU AHLI MUDA', 'GURU AHLI MADYA', 'beda'],
    ['KEPALA SEKSI UMUM', 'KEPALA SEKSI', 'beda'],
    [
      'UPTD KESATUAN BANGSA DAN POLITIK DALAM WILAYAH KOTA LAMA 4',
      'UPTD KESATUAN BANGSA DAN POLITIK DALAM WILAYAH KOTA LAMA',
      'beda',
    ],
    ['UMUM', '', 'beda'],
  ])('%s and %s: %s', (a, b, kelas) => {
    expect(compareTeks(a, b).kelas).toBe(kelas);
    expect(compareTeks(b, a).kelas).toBe(kelas);
  });

  it('judges alike from both sides, and every text equal to itself', () => {
    const word = fc.constantFrom('KA', 'SEKSI', 'SEKSY', 'UMUM', 'UMUN', 'BAGIAN', 'BAGAIN', '1', 'I', 'DAN');
    const text = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(compareTeks(a, a).kelas).toBe('sama');
        expect(compareTeks(a, b)).toEqual(compareTeks(b, a));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('foldNomor', () => {
  it.each([
    ['No. 821.2/123/2020', '821.2/123/2020'],
    ['NOMOR : 821.2 / 123 / 2020', '821.2/123/2020'],
    ['Nomor.821.2/123/2020', '821.2/123/2020'],
    ['no 12', '12'],
    ['№ 12', '12'],
    ['NOTA-12', 'NOTA-12'],
    ['SK.12-b', 'SK.12-B'],
    ['', ''],
  ])('folds "%s"', (text, expected) => {
    expect(foldNomor(text)).toBe(expected);
  });

  it('does not change what is folded already', () => {
    const text = fc.string({ unit: fc.constantFrom(...'NOMR. :/12'.split('')), maxLength: 20 });
    fc.assert(
      fc.property(text, (number) => {
        expect(foldNomor(foldNomor(number))).toBe(foldNomor(number));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('places', () => {
  it.each([
    ['KAB. SEMARANG', 'SEMARANG', 'kabupaten'],
    ['Kabupaten Semarang', 'SEMARANG', 'kabupaten'],
    ['KOTA SEMARANG', 'SEMARANG', 'kota'],
    ['Kodya Semarang', 'SEMARANG', 'kota'],
    ['Semarang (Kab.)', 'SEMARANG', 'kabupaten'],
    ['Semarang, Kota', 'SEMARANG', 'kota'],
    ['Kota Adm. Jakarta Selatan', 'JAKARTA SELATAN', 'kota'],
    ['Kab. Dati II Kudus', 'KUDUS', 'kabupaten'],
    ['semarang', 'SEMARANG', undefined],
    ['SOLO', 'SOLO', undefined],
    ['KOTABUMI', 'KOTABUMI', undefined],
    ['KOTA', 'KOTA', undefined],
    ['', '', undefined],
  ])('folds "%s"', (text, nama, jenis) => {
    expect(foldTempat(text)).toEqual({ nama, jenis });
  });
});
