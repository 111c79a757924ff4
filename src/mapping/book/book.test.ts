import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openReference } from '#reference';
import { proposeRecipe } from '../propose.ts';
import type { Recipe } from '../recipe.ts';
import { makeUp, valueOf } from '../testing/synthetic-values.ts';
import { csvOf, withFile } from '../testing/temp-file.ts';
import { listInstansi, readVersions, writeVersion } from './book-folder.ts';
import { compareRecipes } from './compare-recipes.ts';
import { confirmRecipe } from './confirm-recipe.ts';

const FIELDS = ['nip', 'nama', 'tanggal_lahir', 'agama', 'golongan'];
const TEXT = csvOf(
  FIELDS,
  Array.from({ length: 40 }, (_, index) => FIELDS.map((field) => valueOf(field, makeUp(index)))),
);

let buku = '';
beforeEach(() => {
  buku = mkdtempSync(join(tmpdir(), 'buku-'));
});
afterEach(() => rmSync(buku, { recursive: true }));

/** Confirms the proposed recipe, changed. */
async function confirm(change: (recipe: Recipe) => Recipe = (recipe) => recipe) {
  return withFile('a.csv', TEXT, async (source) => {
    const recipe = await proposeRecipe(source, { reference: openReference(), whole: true });
    if (!recipe.ok) throw new Error(recipe.error.code);
    const common = {
      buku,
      instansi: '6410',
      disahkan: '2026-01-02T03:04:05.000Z',
      oleh: 'Uji',
      catatan: 'c',
      berkas: 'a.json',
    };
    return confirmRecipe(source, change(recipe.value), common);
  });
}

const withoutAgama = (recipe: Recipe): Recipe => ({
  ...recipe,
  kolom: recipe.kolom.map((column) => (column.sumber === 'agama' ? { ...column, kanonik: null } : column)),
});

describe('the recipe book', () => {
  it('gives back what was confirmed, the oldest version first', async () => {
    const first = await confirm();
    const second = await confirm(withoutAgama);
    expect([first.ok && first.value.version.nomor, second.ok && second.value.version.nomor]).toEqual([1, 2]);
    const versions = await readVersions(buku, '6410');
    expect(versions).toEqual({ ok: true, value: [first.ok && first.value.version, second.ok && second.value.version] });
    expect(listInstansi(buku)).toEqual(['6410']);
  });

  it('writes nothing where the newest version of the structure says the same', async () => {
    await confirm();
    expect(await confirm()).toMatchObject({ ok: true, value: { isNew: false, version: { nomor: 1 } } });
    expect(readdirSync(join(buku, '6410'))).toEqual(['0001.json']);
  });

  it('never overwrites a version, also where its number is taken meanwhile', async () => {
    const first = await confirm();
    if (!first.ok) throw new Error(first.error.code);
    const before = readFileSync(join(buku, '6410', '0001.json'), 'utf8');
    const { nomor: _, ...version } = first.value.version;
    expect([writeVersion(buku, version).nomor, writeVersion(buku, version).nomor]).toEqual([2, 3]);
    rmSync(join(buku, '6410', '0002.json'));
    expect(writeVersion(buku, version).nomor).toBe(4);
    expect(readFileSync(join(buku, '6410', '0001.json'), 'utf8')).toBe(before);
    expect(readdirSync(join(buku, '6410'))).toEqual(['0001.json', '0003.json', '0004.json']);
  });

  it.each(['', '{', '{"instansi":"6410"}'])('names the file that is broken: %s', async (text) => {
    await confirm();
    writeFileSync(join(buku, '6410', '0001.json'), text);
    expect(await readVersions(buku, '6410')).toMatchObject({ ok: false, error: { code: 'BUKU_RUSAK' } });
  });

  it('refuses a recipe whose columns the delivery does not have', async () => {
    const other = (recipe: Recipe): Recipe => ({
      ...recipe,
      kolom: recipe.kolom.map((column) => (column.sumber === 'agama' ? { ...column, sumber: 'agm' } : column)),
    });
    expect(await confirm(other)).toMatchObject({
      ok: false,
      error: { code: 'BUKU_BEDA_KOLOM', values: { kolom: 'agm' } },
    });
    expect(listInstansi(buku)).toEqual([]);
  });

  it('tells what two versions read otherwise, and nothing of evidence', async () => {
    const [first, second] = [await confirm(), await confirm(withoutAgama)];
    if (!first.ok || !second.ok) throw new Error('not confirmed');
    const [before, after] = [first.value.version.pemetaan, second.value.version.pemetaan];
    expect(compareRecipes(before, after)).toEqual([{ bagian: 'kolom', nama: 'agama', sebelum: 'agama', sesudah: '' }]);
    const doubted = before.kolom.map((column) => ({ ...column, bukti: 'lain', tingkat: 'lemah' as const }));
    expect(compareRecipes(before, { ...before, kolom: doubted })).toEqual([]);
  });
});
