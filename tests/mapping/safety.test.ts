import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openSource } from '../../src/formats/index.ts';
import { proposeRecipe } from '../../src/mapping/index.ts';
import { openReference } from '../../src/reference/index.ts';
import { fillStructure } from './fill.ts';
import { type Filling, makePeople } from './people.ts';
import { addScores, scoreTable } from './score.ts';
import type { Structure } from './structures.ts';
import { VENDORS_HELD_OUT, VENDORS_TO_TUNE } from './vendors/read-vendors.ts';

const folder = mkdtempSync(join(tmpdir(), 'aman-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function score(structure: Structure, office: readonly Filling[], seed: string) {
  const filled = fillStructure(structure, office, seed);
  const path = join(folder, `${structure.slug}.csv`);
  writeFileSync(path, filled.csv);
  const source = await openSource(path);
  if (!source.ok) throw new Error(source.error.code);
  const recipe = await proposeRecipe(source.value, {
    reference: openReference(),
    whole: true,
    ...(structure.entity === 'pegawai' ? {} : { tabel: source.value.tables[0]?.name ?? '' }),
  });
  if (!recipe.ok) throw new Error(recipe.error.code);
  return scoreTable(recipe.value, filled);
}

describe('what must not happen, whatever the vendor and however few the rows', () => {
  it.each([
    [3, 'aman'],
    [10, 'aman'],
    [30, 'aman'],
    [100, 'aman'],
    [10, 'lain'],
    [30, 'lain'],
  ])(
    '%i people, seed %s: nothing wrong is certain, no number, sex, date order or secret is taken for another',
    async (people, seed) => {
      const office = makePeople(seed, 120).office.slice(0, people);
      const scores = [];
      for (const structure of [...VENDORS_TO_TUNE, ...VENDORS_HELD_OUT])
        scores.push(await score(structure, office, seed));
      const { sure, sureRight, nipConfused, sexes, orders, secretsMapped, faults } = addScores(scores);
      expect(sure - sureRight).toBe(0);
      expect(nipConfused).toBe(0);
      expect(sexes.right).toBe(sexes.all);
      expect(orders.right).toBe(orders.all);
      expect(secretsMapped).toBe(0);
      expect(faults.filter((fault) => fault.includes('rahasia tidak dikenali'))).toEqual([]);
    },
  );
});
