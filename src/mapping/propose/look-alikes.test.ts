import { describe, expect, it } from 'vitest';
import { getField } from '#canonical';
import { ColumnFacts } from '../sample/column-facts.ts';
import { ColumnEvidence } from './column-evidence.ts';
import { listLookAlikes, rankOffers } from './look-alikes.ts';

const evidence = (values: readonly string[]): ColumnEvidence =>
  new ColumnEvidence(new ColumnFacts('x', 0, '', values), { column: undefined, parts: new Map() });

/** Each value as often as it says, of a hundred people. */
const shares = (counts: Readonly<Record<string, number>>): readonly string[] =>
  Object.entries(counts).flatMap(([value, count]) => Array.from({ length: count }, () => value));

const three = (values: readonly string[]): readonly string[] =>
  listLookAlikes(evidence(values), 'pegawai')
    .slice(0, 3)
    .map(([nama]) => nama);

describe('a column that is left to a person is offered', () => {
  it.each([
    ['five codes, one for nearly everybody', 'agama', { 1: 92, 2: 4, 3: 2, 4: 1, 5: 1 }],
    ['two-digit codes, one for nearly everybody', 'agama', { '01': 92, '02': 4, '03': 2, '04': 1, '05': 1 }],
    ["four words of nobody's list", 'status_perkawinan', { Sampun: 80, Dereng: 12, Randha: 5, Pegat: 3 }],
    ['letters of two', 'status_perkawinan', { K: 82, TK: 18 }],
    ['ten codes, spread', 'pendidikan_tingkat', { A: 2, B: 3, C: 20, D: 5, E: 2, F: 8, G: 12, H: 4, I: 40, J: 4 }],
    [
      'eleven codes, spread',
      'golongan',
      { 5: 3, 6: 4, 7: 6, 8: 9, 9: 18, 10: 17, 11: 15, 12: 14, 13: 8, 14: 4, 15: 2 },
    ],
  ])('what has %s: %s', (_, field, counts) => {
    expect(three(shares(counts))).toContain(field);
  });

  it('the number of the person, where whole numbers are all different', () => {
    expect(three(Array.from({ length: 60 }, (_, i) => String(5_000 + 3 * i)))).toContain('@pegawai_key');
  });

  it('in a history the fields of that history only', () => {
    const offers = listLookAlikes(evidence(shares({ '2020-01-01': 50, '2021-04-01': 50 })), 'riwayat_pangkat');
    expect(offers.length).toBeGreaterThanOrEqual(3);
    expect(offers.every(([nama]) => nama.startsWith('riwayat_pangkat.'))).toBe(true);
  });

  it('nothing where it is empty or tells when a row was typed', () => {
    expect(three(['', ''])).toEqual([]);
    expect(three(Array.from({ length: 40 }, (_, i) => `2024-01-${10 + (i % 18)} 08:1${i % 6}:30`))).toEqual([]);
  });
});

describe('alternatives', () => {
  const offer = (nama: 'agama' | 'agama_id' | 'golongan', score: number) => ({ field: getField(nama), score });

  it('of a pair of id and name are one', () => {
    const ranked = rankOffers([offer('agama', 0.4), offer('agama_id', 0.3), offer('golongan', 0.2)], () => false);
    expect(ranked.map(({ field }) => field.nama)).toEqual(['agama', 'golongan']);
  });

  it('that another column holds already come after free ones', () => {
    const ranked = rankOffers([offer('agama', 0.38), offer('golongan', 0.3)], ({ nama }) => nama === 'agama');
    expect(ranked.map(({ field }) => field.nama)).toEqual(['golongan', 'agama']);
  });
});
