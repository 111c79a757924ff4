import { describe, expect, it } from 'vitest';
import { ColumnFacts } from '../sample/column-facts.ts';
import { ColumnEvidence } from './column-evidence.ts';
import { guessByValues } from './value-guesses.ts';

const guess = (values: readonly string[]) =>
  guessByValues(new ColumnEvidence(new ColumnFacts('x', 0, '', values), { column: undefined, parts: new Map() }));

const many = (...values: readonly string[]): readonly string[] => Array.from({ length: 10 }, () => values).flat();

describe('a column whose name says nothing', () => {
  it.each([
    ['provinces', many('JAWA TENGAH', 'JAWA BARAT'), 'alamat_provinsi'],
    ['names of ranks', many('Penata Muda', 'Pembina'), 'pangkat_nama'],
    ['titles before the name', many('Drs.', 'Dra.', 'dr.'), 'gelar_depan'],
    ['years', many('2001', '1999', '2010'), 'pendidikan_tahun_lulus'],
    ['retirement ages', many('58', '60'), 'bup'],
    ['golongan', many('III/a', 'IV/b', 'II/c'), 'golongan'],
  ])('is first taken for what its values look like: %s', (_, values, field) => {
    expect(guess(values)[0]?.[0]).toBe(field);
  });

  it('of numbers of decrees or short lists of codes is only shown with alternatives, never mapped', () => {
    for (const values of [many('800/12/2010', '821/7/2011'), many('1', '2', '3', '4')]) {
      const guesses = guess(values);
      expect(guesses.length).toBe(3);
      expect(guesses.every(([, score]) => score < 0.5)).toBe(true);
    }
  });

  it('that is empty suggests nothing', () => {
    expect(guess(['', ''])).toEqual([]);
  });
});
