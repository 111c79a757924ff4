import { describe, expect, it } from 'vitest';
import { openReference } from '#reference';
import { createUnderstand } from '../plan/understand.ts';
import { proposeRecipe } from '../propose.ts';
import type { ColumnMapping, Recipe } from '../recipe.ts';
import { dmy, type MadeUp, makeUp, valueOf } from '../testing/synthetic-values.ts';
import { csvOf, withFile } from '../testing/temp-file.ts';
import { type CellChange, tryRecipe, type TrialCounts } from './try-recipe.ts';

const reference = openReference();
const PEOPLE = Array.from({ length: 1000 }, (_, index) => makeUp(index));
const COLUMNS: Readonly<Record<string, (person: MadeUp) => string>> = {
  nip: ({ nip }) => nip,
  nama: (person) => valueOf('nama', person),
  tanggal_lahir: ({ lahir }) => dmy(lahir),
  agama: (person) => valueOf('agama', person),
  golongan: (person) => valueOf('golongan', person),
  no_hp: (person) => valueOf('no_hp', person),
  kedudukan_hukum: ({ index }) => (index % 100 === 7 ? 'Pensiun' : 'Aktif'),
};
const TEXT = csvOf(
  Object.keys(COLUMNS),
  PEOPLE.map((person) => Object.values(COLUMNS).map((value) => value(person))),
);

async function attempt(change: (recipe: Recipe) => Recipe): Promise<TrialCounts & { changes: readonly CellChange[] }> {
  return withFile('a.csv', TEXT, async (source) => {
    const recipe = await proposeRecipe(source, { reference, whole: true });
    if (!recipe.ok) throw new Error(recipe.error.code);
    const changes: CellChange[] = [];
    const tried = await tryRecipe({
      source,
      berkas: 'a.csv',
      before: recipe.value,
      after: change(recipe.value),
      understand: { before: createUnderstand(reference), after: createUnderstand(reference) },
      onChanges: async (some) => void changes.push(...some),
    });
    if (!tried.ok) throw new Error(tried.error.code);
    return { ...tried.value, changes };
  });
}

const withColumn =
  (sumber: string, part: Partial<ColumnMapping>) =>
  (recipe: Recipe): Recipe => ({
    ...recipe,
    kolom: recipe.kolom.map((column) => (column.sumber === sumber ? { ...column, ...part } : column)),
  });

describe('a trial of a recipe', () => {
  it('finds nothing where both read alike, whatever the words of their code tables', async () => {
    expect(await attempt((recipe) => recipe)).toMatchObject({ baris: 1000, sel_berubah: 0, baris_berubah: 0 });
    const tabel = { 'III/a': '31', 'III/b': 'III/b', 'III/c': '33', 'II/d': '24', 'IV/a': '41' };
    expect(await attempt(withColumn('golongan', { pembaca: { jenis: 'kode', tabel } }))).toMatchObject({
      sel_berubah: 0,
    });
  });

  it('tells every cell that another order of dates changes, with both values, and the rows that it cannot read', async () => {
    const { changes, per_isian: fields } = await attempt(
      withColumn('tanggal_lahir', { pembaca: { jenis: 'tanggal', urutan: 'mdy' } }),
    );
    const ambiguous = PEOPLE.filter(
      ({ lahir, index }) => index % 100 !== 7 && lahir.day <= 12 && lahir.day !== lahir.month,
    );
    expect(changes.filter(({ jenis }) => jenis === 'berubah').length).toBe(ambiguous.length);
    expect(Object.keys(fields)).toEqual(['tanggal_lahir']);
    const [first] = ambiguous;
    const two = (n: number): string => String(n).padStart(2, '0');
    expect(changes.find(({ baris }) => baris === (first?.index ?? 0) + 1)).toMatchObject({
      isian: 'tanggal_lahir',
      sebelum: `${first?.lahir.year}-${two(first?.lahir.month ?? 0)}-${two(first?.lahir.day ?? 0)}`,
      sesudah: `${first?.lahir.year}-${two(first?.lahir.day ?? 0)}-${two(first?.lahir.month ?? 0)}`,
    });
  });

  it('counts values that vanish, appear, or can no longer be read', async () => {
    const lost = await attempt(withColumn('no_hp', { kanonik: null }));
    expect(lost.per_isian).toEqual({ no_hp: { menjadi_kosong: 990 } });
    const unread = await attempt(
      withColumn('agama', { pembaca: { jenis: 'kode', tabel: { Islam: 'Islam', Kristen: 'Xyz' } } }),
    );
    expect(unread.per_isian).toEqual({ agama: { menjadi_tidak_terbaca: 50 } });
    expect(unread.changes[0]).toMatchObject({ sebelum: '2', sesudah: 'Kristen' });
  });

  it('tells the rows that are accepted or set aside otherwise', async () => {
    const { changes, baris_berubah: rows } = await attempt((recipe) => ({ ...recipe, saring: [] }));
    expect(rows).toBe(10);
    expect(changes[0]).toEqual({
      baris: 8,
      isian: '',
      sebelum: 'BARIS_TIDAK_AKTIF',
      sesudah: 'diterima',
      jenis: 'baris',
    });
  });

  it('names the columns that the delivery lacks', async () => {
    const { kolom_tidak_ada: missing } = await attempt(withColumn('agama', { sumber: 'agm' }));
    expect(missing).toEqual({ sebelum: [], sesudah: ['agm'] });
  });
});
