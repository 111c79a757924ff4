import { describe, expect, it } from 'vitest';
import { findLikelyPairs } from './likely-pairs.ts';
import type { PersonKey } from './person-key.ts';

const PERSON: PersonKey = {
  nipHigh: 196_404_151,
  nipLow: 992_032_901,
  nipLama: 900_064_736,
  nikHigh: 3_371_015,
  nikLow: 504_649_330,
  tanggalLahir: 19_640_415,
  tmtCpns: 19_920_301,
  tmtNip: 19_920_301,
  jenisKelamin: 'F',
  nama: 'PRIHATINI',
  instansi: ['6400'],
};

/** Whether the last rung pairs the two by itself, or leaves them to a person. */
const outcome = (simpeg: Partial<PersonKey>, bkn: Partial<PersonKey> = {}): string => {
  const { pairs, review } = findLikelyPairs([{ ...PERSON, tmtNip: 0, ...simpeg }], [{ ...PERSON, ...bkn }]);
  if (pairs.length === 1) return 'pasangan';
  return review.length === 1 ? 'periksa' : 'bukan';
};

describe('two sound NIPs that differ', () => {
  const slip = { nipLow: 992_032_961 };
  it.each<readonly [name: string, simpeg: Partial<PersonKey>, expected: string]>([
    ['a slip', slip, 'pasangan'],
    ['a slip, and another birth date', { ...slip, tanggalLahir: 19_640_412, nikHigh: 0 }, 'periksa'],
    ['a slip and another birth date, but one NIK', { ...slip, tanggalLahir: 19_640_412 }, 'pasangan'],
    ['the NIP of somebody else, but one NIK and name', { nipHigh: 197_806_072, nipLow: 8_031_901 }, 'pasangan'],
    ['the NIP of somebody else, one NIK, another name', { nipHigh: 197_806_072, nama: 'SUPRAPTI' }, 'periksa'],
    [
      'a slip, a likely name and one birth date, but every other number is another',
      { nipLow: 995_032_901, nipLama: 900_064_442, nikLow: 504_649_438, nama: 'PRIHATIN', tmtCpns: 19_950_301 },
      'periksa',
    ],
    [
      'a slip, a likely name and one birth date, another old NIP, and no NIK',
      { nipLow: 995_032_901, nipLama: 900_064_442, nikHigh: 0, nikLow: 0, nama: 'PRIHATIN', tmtCpns: 19_950_301 },
      'periksa',
    ],
    ['a slip and another old NIP, but one NIK', { ...slip, nipLama: 900_064_442 }, 'pasangan'],
  ])('%s', (_name, simpeg, expected) => {
    expect(outcome(simpeg)).toBe(expected);
  });

  it('with a row of its own that bears the right NIP and is no longer in service: a person decides', () => {
    expect(findLikelyPairs([{ ...PERSON, ...slip, nikHigh: 0 }], [PERSON]).pairs.length).toBe(1);
    const held = findLikelyPairs([{ ...PERSON, ...slip, nikHigh: 0 }], [PERSON], () => true);
    expect([held.pairs.length, held.review.length]).toEqual([0, 1]);
  });
});

describe('what a rounded NIP tells', () => {
  const rounded = { nipHigh: 0, nipLow: 0, nikHigh: 0, nipLama: 0, tmtCpns: 0, tmtNip: 19_920_301, nama: 'PRIHATNI' };
  it.each<readonly [name: string, bkn: Partial<PersonKey>, expected: string]>([
    ['is in the other NIP as well, whatever BKN has as TMT CPNS', { tmtCpns: 19_911_201 }, 'pasangan'],
    ['is not in the other NIP', { tmtNip: 20_051_101 }, 'periksa'],
  ])('%s', (_name, bkn, expected) => {
    expect(outcome(rounded, bkn)).toBe(expected);
  });
});
