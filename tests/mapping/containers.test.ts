import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openSource } from '../../src/formats/index.ts';
import { proposeRecipe, type Recipe } from '../../src/mapping/index.ts';
import { openReference } from '../../src/reference/index.ts';
import { fillStructure } from './fill.ts';
import { makePeople } from './people.ts';
import type { Structure } from './structures.ts';
import { VENDORS_TO_TUNE } from './vendors/read-vendors.ts';
import { type Container, CONTAINERS, writeContainer } from './write-container.ts';

const SEED = 'wadah';
const { office } = makePeople(SEED, 120);
const folder = mkdtempSync(join(tmpdir(), 'wadah-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function proposeFrom(container: Container, structure: Structure): Promise<Recipe> {
  const own = join(folder, structure.slug, container);
  mkdirSync(own, { recursive: true });
  const path = await writeContainer(container, structure, fillStructure(structure, office, SEED), own);
  const source = await openSource(path);
  if (!source.ok) throw new Error(source.error.code);
  const recipe = await proposeRecipe(source.value, {
    reference: openReference(),
    whole: true,
    ...(structure.entity === 'pegawai' ? {} : { tabel: source.value.tables[0]?.name ?? '' }),
  });
  if (!recipe.ok) throw new Error(recipe.error.code);
  return recipe.value;
}

describe('the container does not change the proposal', () => {
  const structures = VENDORS_TO_TUNE.filter(({ slug }) => /laravel|oracle|hongaria|dua-baris|delphi-kgb/.test(slug));
  for (const structure of structures) {
    const others = CONTAINERS.filter((container) => {
      // the numbers of a printed list's columns are a row more
      if (container === 'csv' || container === 'xlsx-kop') return false;
      // headings of two rows are put together with a blank between them
      return container !== 'xlsx-dua-baris' || structure.slug.includes('dua-baris');
    });
    it.each(others)(`${structure.slug} as %s`, async (container) => {
      const [plain, same] = [await proposeFrom('csv', structure), await proposeFrom(container, structure)];
      expect(same.kolom).toEqual(plain.kolom);
      expect(same.saring).toEqual(plain.saring);
      expect(same.rahasia).toEqual(plain.rahasia);
      expect(same.baris).toBe(plain.baris);
    });
  }
});
