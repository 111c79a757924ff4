import { expect, it } from 'vitest';
import { listMisses } from './bars.ts';
import type { Scores } from './format-table.ts';
import type { MappingScore } from './score.ts';

const whole = { right: 100, all: 100 };
const GOOD: MappingScore = {
  columns: 100,
  right: 95,
  wrong: 5,
  missed: 5,
  inTopThree: 98,
  mappable: 100,
  sureRight: 60,
  sure: 60,
  nipConfused: 0,
  sexes: { right: 3, all: 3 },
  orders: { right: 9, all: 9 },
  secretsMapped: 0,
  codes: { ...whole, there: 100 },
  faults: [],
};
const SCORES: Scores = {
  withBkn: GOOD,
  without: GOOD,
  silang: { short: whole, byId: whole, proposed: 100, left: 0, faults: [] },
};

it('no bar is missed where all hold', () => {
  expect(listMisses(SCORES)).toEqual([]);
});

it.each<[string, Partial<MappingScore>]>([
  ['F1 dengan BKN', { wrong: 20 }],
  ['tiga teratas dengan BKN', { inTopThree: 94 }],
  ['pasti dengan BKN', { sureRight: 59 }],
  ['1 kolom NIP tertukar', { nipConfused: 1 }],
  ['jenis kelamin dengan BKN', { sexes: { right: 2, all: 3 } }],
  ['urutan tanggal dengan BKN', { orders: { right: 8, all: 9 } }],
  ['1 kolom rahasia dipetakan', { secretsMapped: 1 }],
])('a miss is told: %s', (words, change) => {
  expect(listMisses({ ...SCORES, withBkn: { ...GOOD, ...change } })).toEqual([expect.stringContaining(words)]);
});

it('a miss is told: F1 without BKN, and of crosswalks', () => {
  const without = { ...GOOD, wrong: 60 };
  expect(listMisses({ ...SCORES, without })).toEqual([expect.stringContaining('F1 tanpa BKN')]);
  const silang = { ...SCORES.silang, short: { right: 98, all: 100 }, byId: { right: 94, all: 100 } };
  expect(listMisses({ ...SCORES, silang })).toHaveLength(2);
});
