import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNama, foldNama } from './nama.ts';

describe('foldNama', () => {
  it.each([
    ["MA'RUF  AMIN", 'MARUF AMIN'],
    ['ma`ruf amin', 'MARUF AMIN'],
    ['MAâ€™RUFÂ AMIN', 'MARUF AMIN'],
    ['Siti-Aminah', 'SITI AMINAH'],
    ['dr. Siti Aminah, M.Kes', 'SITI AMINAH'],
    ['H. AHMAD', 'AHMAD'],
    ['Hj.', 'HJ'],
    ['  ', ''],
  ])('folds "%s"', (text, expected) => {
    expect(foldNama(text)).toBe(expected);
  });

  it('does not change what is folded already', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'ABDEIMNSTUY '.split('')), maxLength: 24 });
    fc.assert(
      fc.property(letters, (text) => {
        expect(foldNama(foldNama(text))).toBe(foldNama(text));
      }),
    );
  });
});

describe('compareNama', () => {
  it.each([
    ["MA'RUF AMIN", 'Maruf  Amin', 'sama', undefined],
    ['Drs. AHMAD YANI, M.M.', 'AHMAD YANI', 'sama', undefined],
    ['NUR HAYATI', 'NURHAYATI', 'mirip', 'kata digabung atau dipisah'],
    ['YANI AHMAD', 'AHMAD YANI', 'mirip', 'urutan kata'],
    ['MUHAMMAD ARIF', 'MOH. ARIF', 'mirip', 'ejaan lain dari nama yang sama'],
    ['MUHAMMAD ARIF', 'M. ARIF', 'mirip', 'nama disingkat'],
    ['MUCHAMAD ARIF', 'MUHAMMAD ARIF', 'mirip', 'ejaan lain dari nama yang sama'],
    ['SOEKARNO', 'SUKARNO', 'mirip', 'ejaan lain dari nama yang sama'],
    ['DJOKO', 'JOKO', 'mirip', 'ejaan lain dari nama yang sama'],
    ['TJAHYO', 'CAHYO', 'mirip', 'ejaan lain dari nama yang sama'],
    ['BUDHI SANTOSO', 'BUDI SANTOSO', 'mirip', 'ejaan lain dari nama yang sama'],
    ['KHOIRUL ANAM', 'CHOIRUL ANAM', 'mirip', 'ejaan lain dari nama yang sama'],
    ['SRI WAHYUNI', 'SRI WAHIUNI', 'mirip', 'ejaan lain dari nama yang sama'],
    ['SITI AMINAH', 'SITI AMINAN', 'mirip', 'satu huruf berbeda'],
    ['SITI AMINAH', 'SITI AMNIAH', 'mirip', 'satu huruf berbeda'],
    ['SUTRISNA BUDHI', 'SUTRISNO BUDI', 'mirip', 'satu huruf berbeda'],
    ['SITI AMINAH', 'SITI', 'mirip', 'satu kata hilang'],
    ['SITI NUR AMINAH', 'SITI AMINAH', 'mirip', 'satu kata hilang'],
    ['AGUS SETYO WIBOWO', 'AGUS SW', 'mirip', 'nama disingkat'],
    ['AGUS SETYO WIBOWO', 'AGUS S WIBOWO', 'mirip', 'nama disingkat'],
    ['WAHYUNINGSIH', 'WAHYUNENGSEH', 'mirip', 'ejaan mirip'],
    ['SITI AMINAH', 'BUDI SANTOSO', 'beda', undefined],
    ['SITI AMINAH', 'SITI RAHAYU', 'beda', undefined],
    ['AMINAH', 'SITI AMINAH', 'beda', undefined],
    ['SITI AMINAH', '', 'beda', undefined],
    ['A RAHMAN', 'B RAHMAN', 'beda', undefined],
  ])('%s and %s: %s', (a, b, kelas, sebab) => {
    expect(compareNama(a, b)).toEqual({ kelas, sebab });
    expect(compareNama(b, a)).toEqual({ kelas, sebab });
  });

  it('judges alike from both sides, and every name equal to itself', () => {
    const name = fc.string({ unit: fc.constantFrom(...'AIUMDHS  '.split('')), maxLength: 14 });
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(compareNama(a, a).kelas).toBe('sama');
        expect(compareNama(a, b)).toEqual(compareNama(b, a));
      }),
      { numRuns: 1000 },
    );
  });

  it('takes every single typing slip in a word of three letters or more as alike', () => {
    const word = fc.string({ unit: fc.constantFrom(...'ABDEGINRSTU'.split('')), minLength: 4, maxLength: 9 });
    fc.assert(
      fc.property(word, word, fc.nat(3), (first, second, at) => {
        const typed = `${first.slice(0, at)}X${first.slice(at + 1)}`;
        expect(compareNama(`${first} ${second}`, `${typed} ${second}`).kelas).toBe('mirip');
      }),
    );
  });
});
