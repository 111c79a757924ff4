import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readCsvRecords } from '../support/csv-records.ts';
import { sharedSample } from '../support/sample-run.ts';
import { formatRates, judgeRates, type RateLine } from './rates.ts';

const LINE: RateLine = { cacat: 'D04', profil: 'biasa', satuan: 100_000, diminta: 2000, dibuat: 2000, tertinggal: 0 };

it.each([
  ['as asked for', {}, true],
  ['a tenth too few', { dibuat: 1750 }, false],
  ['a tenth too many', { dibuat: 2250 }, false],
  ['too few, but the lag made up for it', { dibuat: 100, tertinggal: 2500 }, true],
  ['added on top of what the lag made', { dibuat: 2500, tertinggal: 2500 }, false],
  ['small numbers', { diminta: 20, dibuat: 9 }, true],
] as const)('judges a rate: %s', (_, change, expected) => {
  expect(judgeRates([{ ...LINE, ...change }])[0]?.tercapai).toBe(expected);
});

it('reaches the rates in a small sample, luck allowed for, and says so truly', { timeout: 240_000 }, async () => {
  const folder = await sharedSample('campuran');
  const { tercapai } = JSON.parse(readFileSync(join(folder, 'kebenaran', 'parameter.json'), 'utf8')) as {
    readonly tercapai: readonly RateLine[];
  };
  const sums = judgeRates(tercapai);
  expect(sums.filter((sum) => !sum.tercapai).map((sum) => formatRates([sum]))).toEqual([]);
  const rows = readCsvRecords(join(folder, 'kebenaran', 'cacat.csv'));
  for (const id of ['D04', 'D05', 'D08', 'D26']) {
    const people = new Set(rows.filter(({ cacat }) => cacat === id).map(({ orang_id }) => orang_id));
    expect([id, people.size]).toEqual([id, sums.find(({ cacat }) => cacat === id)?.dibuat]);
  }
});
