import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareGelar, foldGelar, joinGelar, splitGelar } from './gelar.ts';
import { GELAR_BELAKANG, GELAR_DEPAN } from './gelar-lexicon.ts';

const titles = fc.uniqueArray(fc.constantFrom(...GELAR_BELAKANG), { maxLength: 4 });

describe('foldGelar', () => {
  it.each([
    'S.Pd',
    ' S.Pd',
    'S.Pd.',
    'S Pd',
    'S.PD',
    'S. Pd',
    'SPD',
    'S PD',
    'SPd',
    's.pd.',
    'S,Pd',
    'S.Pd.,',
    '(S.Pd)',
  ])('folds %s to SPD', (text) => {
    expect(foldGelar(text)).toEqual(['SPD']);
  });

  it.each([
    'S.Pd., M.Si',
    'M.SI, SPD',
    'S.Pd M.Si',
    'S.Pd.M.Si',
    'S.PdM.Si',
    'SPd MSi',
    'SPDMSI',
    'S. Pd. M. Si.',
    'S.Pd/M.Si',
    'Spd.,Msi',
  ])('folds %s to MSI and SPD', (text) => {
    expect(foldGelar(text)).toEqual(['MSI', 'SPD']);
  });

  it.each([
    ['Dra Hj', ['DRA']],
    ['dr.Hj', ['DR']],
    ['Drs. H', ['DRS']],
    ['R. Ir.', ['IR']],
    ['S.Pd.,Â M.Si', ['MSI', 'SPD']],
    ['Hj.', []],
    ['-', []],
    ['', []],
    ['S.H.M.H', ['MH', 'SH']],
    ['S.E., Ak.', ['AK', 'SE']],
    ['S.E.Ak', ['AK', 'SE']],
    ['S.Kep. Ns. M.Kep', ['MKEP', 'NS', 'SKEP']],
    ['A.Md., Keb.', ['AMDKEB']],
    ['Amd. Keb', ['AMDKEB']],
    ['dr. Sp.PD', ['DR', 'SPPD']],
    ['Sp.THT-KL', ['SPTHTKL']],
    ['S.Pd.I.,M.Pd.I', ['MPDI', 'SPDI']],
    ['S.Xyz', ['SXYZ']],
    ['S. Xyz', ['SXYZ']],
    ['S. R. Xyz', ['SRXYZ']],
    ['S.Xyz M.Si', ['MSI', 'SXYZ']],
  ])('folds "%s"', (text, expected) => {
    expect(foldGelar(text)).toEqual(expected);
  });

  // not of all at once: letters that are no titles may make up one in another order ("D; B" is no BD)
  it('does not change a title that is folded already', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii', maxLength: 30 }), (text) => {
        for (const title of foldGelar(text)) expect(foldGelar(title)).toEqual([title]);
      }),
    );
  });

  it('sees the same titles however they are dotted, spaced and ordered', () => {
    fc.assert(
      fc.property(titles, (list) => {
        const expected = foldGelar(list.join(', '));
        expect(foldGelar(list.toReversed().join(', '))).toEqual(expected);
        expect(foldGelar(list.map((title) => title.replaceAll('.', '').toUpperCase()).join(','))).toEqual(expected);
        expect(foldGelar(list.map((title) => title.replaceAll('.', '. ')).join(' , '))).toEqual(expected);
      }),
    );
  });

  it('knows at least 120 titles', () => {
    expect(GELAR_BELAKANG.length + GELAR_DEPAN.length).toBeGreaterThan(120);
    expect(new Set(GELAR_BELAKANG).size).toBe(GELAR_BELAKANG.length);
  });
});

describe('compareGelar', () => {
  it.each([
    ['S.Pd', 'S.Pd.', 'sama', undefined],
    ['S.Pd., M.Si', 'M.SI, SPD', 'sama', undefined],
    ['Drs. H.', 'Drs.', 'sama', undefined],
    ['Hj.', '', 'sama', undefined],
    ['S.Pd., Xyz', 'S.Pd.Xyz', 'sama', undefined],
    ['S.Kom', 'S.Komp', 'mirip', 'satu huruf gelar berbeda'],
    ['S.Pdd., M.Si', 'S.Pd., M.Si', 'mirip', 'satu huruf gelar berbeda'],
    ['S.E.', 'S.H.', 'mirip', 'gelar lain: S.E., S.H.'],
    ['S.Pd.', 'M.Kom.', 'beda', 'gelar lain: S.Pd., M.Kom.'],
    ['S.Pd.', 'S.Pd., M.Si.', 'beda', 'gelar kurang di Simpeg: M.Si.'],
    ['S.Pd., M.Si.', 'S.Pd.', 'beda', 'gelar kurang di BKN: M.Si.'],
    ['', 'S.Pd.', 'beda', 'gelar kurang di Simpeg: S.Pd.'],
    ['S.Pd., M.Si.', 'S.H., M.H.', 'beda', undefined],
  ])('%s and %s: %s', (simpeg, bkn, kelas, sebab) => {
    expect(compareGelar(simpeg, bkn)).toEqual({ kelas, sebab });
  });

  it('judges alike from both sides, and every cell equal to itself', () => {
    const cell = fc.oneof(
      titles.map((list) => list.join(', ')),
      fc.string({ maxLength: 20 }),
    );
    fc.assert(
      fc.property(cell, cell, (a, b) => {
        expect(compareGelar(a, a).kelas).toBe('sama');
        expect(compareGelar(a, b).kelas).toBe(compareGelar(b, a).kelas);
      }),
    );
  });
});

describe('splitGelar', () => {
  it.each([
    ['dr. SITI AMINAH, S.Ked., M.Kes', 'dr.', 'SITI AMINAH', 'S.Ked., M.Kes'],
    ['Drs. H. AHMAD YANI, M.Pd.', 'Drs. H.', 'AHMAD YANI', 'M.Pd.'],
    ['Dra.Hj.SITI AMINAH', 'Dra.Hj.', 'SITI AMINAH', ''],
    ['H.M. AMIN', 'H.', 'M. AMIN', ''],
    ['H AHMAD', 'H', 'AHMAD', ''],
    ['R. SUGENG', 'R.', 'SUGENG', ''],
    ['Prof. Dr. Ir. BUDI, M.Sc., Ph.D', 'Prof. Dr. Ir.', 'BUDI', 'M.Sc., Ph.D'],
    ['AHMAD YANI, Drs., M.M.', 'Drs.', 'AHMAD YANI', 'M.M.'],
    ['SITI AMINAH S.Pd', '', 'SITI AMINAH', 'S.Pd'],
    ['SITI AMINAH S. Pd', '', 'SITI AMINAH', 'S. Pd'],
    ['SITI AMINAH S PD M SI', '', 'SITI AMINAH', 'S PD M SI'],
    ['SITI AMINAH S.Pd, M.Si', '', 'SITI AMINAH', 'S.Pd, M.Si'],
    ['SITI AMINAH SE', '', 'SITI AMINAH', 'SE'],
    ['BUDI SANTOSO SH.MH', '', 'BUDI SANTOSO', 'SH.MH'],
    ['AHMAD YANI,S.Xyz', '', 'AHMAD YANI', 'S.Xyz'],
    ['AHMAD, YANI', '', 'AHMAD YANI', ''],
    ['SRI REJEKI, ', '', 'SRI REJEKI', ''],
    ['M.NUR', '', 'M.NUR', ''],
    ['ST. AMINAH', '', 'ST. AMINAH', ''],
    ['APRILIA AMA', '', 'APRILIA AMA', ''],
    ['SLAMET', '', 'SLAMET', ''],
    ['Hj.', '', 'Hj.', ''],
    ['', '', '', ''],
  ])('%s', (text, depan, nama, belakang) => {
    expect(splitGelar(text)).toEqual({ depan, nama, belakang });
  });

  it('finds again the titles that were put around a name', () => {
    const name = fc.constantFrom('SITI AMINAH', 'BUDI SANTOSO', 'SLAMET', 'SRI WAHYUNI LESTARI');
    const front = fc.constantFrom('', 'Drs.', 'dr.', 'Dr. Ir.', 'Prof. Dr.', 'Hj.');
    const behind = titles.map((list) => list.filter((title) => foldGelar(title).every((key) => key !== 'AK')));
    fc.assert(
      fc.property(front, name, behind, (depan, nama, belakang) => {
        const text = `${depan} ${nama}${belakang.length > 0 ? ', ' : ''}${belakang.join(', ')}`.trim();
        const split = splitGelar(text);
        expect(split.nama).toBe(nama);
        expect(compareGelar(split.depan, depan).kelas).toBe('sama');
        expect(compareGelar(split.belakang, belakang.join(', ')).kelas).toBe('sama');
      }),
    );
  });

  it('takes the short way of plain names to the same end as the long one, which a second blank asks for', () => {
    const word = fc.constantFrom('SITI', 'S', 'Hj', 'YANI', 'SE', "MA'RUF", 'Ir', 'PD', 'AMA', 'Drs', 'X');
    const piece = fc.constantFrom('S.Pd', ' M.Si.', 'Drs.', 'YANI', '', ' ', 'A.Md., Keb.', 'dr', 'H', ' S. E ');
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 2, maxLength: 4 }),
        fc.array(piece, { maxLength: 4 }),
        (words, pieces) => {
          const [first = '', ...more] = words;
          const ending = pieces.length === 0 ? '' : `,${pieces.join(',')}`;
          expect(splitGelar(`${words.join(' ')}${ending}`)).toEqual(splitGelar(`${first}  ${more.join(' ')}${ending}`));
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('joinGelar', () => {
  it.each([
    ['S.Pd.', 'M.Si', 'S.Pd., M.Si.'],
    ['S.Pd., M.Si', 'M.Si', 'S.Pd., M.Si'],
    ['S.Pd,', 'S.Pd., M.Si', 'S.Pd, M.Si.'],
    ['', 'M.Si', 'M.Si'],
    ['H.', 'Drs.', 'Drs.'],
    ['Dr.', 'Prof. Dr.', 'Dr., Prof.'],
  ])('%s with %s: %s', (own, more, expected) => {
    expect(joinGelar(own, more)).toBe(expected);
  });

  it('holds every title of both, once', () => {
    fc.assert(
      fc.property(titles, titles, (own, more) => {
        const [a, b] = [own.join(', '), more.join(', ')];
        const union = [...new Set([...foldGelar(a), ...foldGelar(b)])].toSorted();
        expect(foldGelar(joinGelar(a, b))).toEqual(union);
      }),
    );
  });
});
