import { expect, it } from 'vitest';
import { type Recipe, recipeSchema } from '../recipe.ts';
import { type ColumnEdit, editRecipe } from './edit-recipe.ts';

const DIRECT = { jenis: 'langsung' } as const;
const BASE: Recipe = recipeSchema.parse({
  berkas: 'a.csv',
  tabel: 'a',
  kolom: [
    { sumber: 'NIPNEW', kanonik: 'nip', tingkat: 'pasti', keyakinan: 1 },
    { sumber: 'TMTGOL', kanonik: null, tingkat: 'lemah', kandidat: [{ kanonik: 'tmt_golongan', keyakinan: 0.6 }] },
    { sumber: 'PASSWD', kanonik: null },
    { sumber: 'TGLLHR', kanonik: null },
  ],
  rahasia: ['PASSWD'],
  turunan: [{ kanonik: 'tanggal_lahir', dari: 'nip' }],
});
const edit = (letak: number, kanonik: string | null, pembaca: ColumnEdit['pembaca'] = DIRECT): ColumnEdit => ({
  letak,
  kanonik,
  pembaca,
});

it.each([
  ['a line that is not there', edit(9, 'nip'), 'baris 10 tidak ada'],
  ['a secret column', edit(2, 'email'), 'rahasia'],
  ['a field that nobody knows', edit(1, 'tmt_golngan'), 'tidak dapat dipilih'],
  ['a key of the engine', edit(1, '@pegawai_key'), 'tidak dapat dipilih'],
  ['a reader that does not fit the field', edit(1, 'nip', { jenis: 'tanggal', urutan: 'dmy' }), 'pembaca tanggal'],
] as const)('refuses %s', (_, change, reason) => {
  const edited = editRecipe(BASE, [change]);
  expect(edited.ok ? '' : edited.error).toContain(reason);
});

it('takes decisions as certain, and leaves all other lines as they are', () => {
  const edited = editRecipe(BASE, [edit(1, 'tmt_golongan', { jenis: 'tanggal', urutan: 'mdy' })]);
  if (!edited.ok) throw new Error(edited.error);
  expect(edited.value.kolom[1]).toMatchObject({
    kanonik: 'tmt_golongan',
    tingkat: 'pasti',
    pembaca: { urutan: 'mdy' },
  });
  expect(edited.value.kolom.toSpliced(1, 1)).toEqual(BASE.kolom.toSpliced(1, 1));
});

it('no longer tells from the NIP what a column tells', () => {
  const edited = editRecipe(BASE, [edit(3, 'tanggal_lahir', { jenis: 'tanggal', urutan: 'dmy' })]);
  expect(edited.ok && edited.value.turunan?.map(({ kanonik }) => kanonik)).toEqual(['tmt_cpns', 'jenis_kelamin']);
});
