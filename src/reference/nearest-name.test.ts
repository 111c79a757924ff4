import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jaroWinkler } from '#kernel/similarity.ts';
import { createNameSearch, type NearestName } from './nearest-name.ts';

const NAMES = [
  'SMP NEGERI 1 KUDUS',
  'SMP NEGERI 2 KUDUS',
  'SEKSI PENDIDIKAN DASAR',
  'SEKSI PENDIDIKAN MENENGAH',
  'SUBBAGIAN UMUM DAN KEPEGAWAIAN',
  'SUBBAGIAN UMUM DAN KEUANGAN',
  'PENATA TINGKAT I',
  'PENATA TINGKAT II',
  'BIDANG ASET DAERAH',
  'BIDANG ASET DAERAHH',
];

const found = (near: NearestName): readonly string[] => {
  if (near.kind === 'none') return [];
  return (near.kind === 'one' ? [near.index] : near.indexes).map((index) => NAMES[index] ?? '');
};

describe('the nearest name', () => {
  const search = createNameSearch(NAMES);

  it.each([
    ['a dropped letter', 'SEKSI PENDIDKAN DASAR', ['SEKSI PENDIDIKAN DASAR']],
    ['two swapped letters', 'SUBBAGIAN UMUM DAN KEUAGNAN', ['SUBBAGIAN UMUM DAN KEUANGAN']],
    ['a wrong letter beside an equal number', 'SMP NEGRI 2 KUDUS', ['SMP NEGERI 2 KUDUS']],
    ['a number that no name has', 'SMP NEGERI 3 KUDUS', []],
    ['a Roman number that no name has', 'PENATA TINGKAT IV', []],
    ['an unlike text', 'DINAS KESEHATAN', []],
    ['an empty text', '', []],
    ['two names nearly as near', 'BIDANG ASET DAERAHHH', ['BIDANG ASET DAERAHH', 'BIDANG ASET DAERAH']],
  ])('of %s', (_what, text, expected) => {
    expect(found(search.nearest(text))).toEqual(expected);
  });

  it('is sought only among accepted names, which also are its only rivals', () => {
    expect(found(search.nearest('BIDANG ASET DAERAHHH', (index) => index === 8))).toEqual(['BIDANG ASET DAERAH']);
  });

  it('misses no name that is alike enough, whatever the letters counted beforehand say', () => {
    const word = fc.constantFrom('SEKSI', 'SEKSIE', 'UMUM', 'UMMU', 'DATA', 'DATAR', 'KEUANGAN', 'KEUANGN', 'ÉTÉ', 'A');
    const text = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.uniqueArray(text, { minLength: 1 }), text, (names, query) => {
        const best = Math.max(...names.map((name) => jaroWinkler(query, name)));
        expect(createNameSearch(names).nearest(query).kind !== 'none').toBe(best >= 0.92);
      }),
    );
  });
});
