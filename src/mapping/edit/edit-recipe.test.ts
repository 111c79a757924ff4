import { describe, expect, it } from 'vitest';
import { type Recipe, recipeSchema } from '../recipe.ts';
import { type ColumnEdit, dropIdleLines, editRecipe, type RuleEdits } from './edit-recipe.ts';

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

describe('a line that is added', () => {
  const pieces = { jenis: 'potong', pemisah: ' - ', dari: 2, ambil: 2, lalu: { jenis: 'langsung' } } as const;

  it('feeds one more field from a column that is read already', () => {
    const edited = editRecipe(BASE, [{ ...edit(4, 'nama', pieces), sumber: 'NIPNEW' }]);
    expect(edited.ok && edited.value.kolom.map(({ sumber, kanonik }) => [sumber, kanonik])).toEqual([
      ['NIPNEW', 'nip'],
      ['TMTGOL', null],
      ['PASSWD', null],
      ['TGLLHR', null],
      ['NIPNEW', 'nama'],
    ]);
  });

  it('is gone from what is kept once it was taken back, and so are columns of tables that are not joined', () => {
    const edited = editRecipe(BASE, [
      { ...edit(4, null), sumber: 'NIPNEW' },
      { ...edit(5, null), sumber: 'riwayat.TMT' },
    ]);
    if (!edited.ok) throw new Error(edited.error);
    expect(dropIdleLines(edited.value, ['riwayat']).kolom).toEqual(BASE.kolom);
  });

  it('must say of which column it is', () => {
    expect(editRecipe(BASE, [edit(4, 'nama')]).ok).toBe(false);
  });
});

describe('rules about rows', () => {
  const KNOWN = new Set(['NIPNEW', 'TMTGOL', 'TGLLHR', 'STATUS', 'riwayat.NIP', 'riwayat.TMT', 'riwayat.FLAG']);
  const filter = { sumber: 'STATUS', nilai: ['9'], selain: false, alasan: 'tidak_aktif' } as const;
  const join = { tabel: 'riwayat', kunci: 'NIP', ke: 'NIPNEW', terbesar: 'TMT', hanya: [] };
  const apply = (rules: RuleEdits) => editRecipe(BASE, [], rules, KNOWN);

  it('take the place of the whole list, and leave the other lists', () => {
    const edited = apply({ saring: [{ ...filter, nilai: ['9'] }], gabung: [join] });
    expect(edited.ok && edited.value).toMatchObject({ saring: [filter], gabung: [join], pilihan: [] });
  });

  it.each<[string, RuleEdits, string]>([
    [
      'a filter by a column that is not there',
      { saring: [{ ...filter, nilai: ['9'], sumber: 'STATS' }] },
      'STATS tidak ada',
    ],
    ['a filter by a secret column', { saring: [{ ...filter, nilai: ['9'], sumber: 'PASSWD' }] }, 'rahasia'],
    ['a filter without a value', { saring: [{ ...filter, nilai: [] }] }, 'belum menyebut nilai'],
    ['a filter that drops all', { saring: [{ ...filter, nilai: [''], selain: true }] }, 'membuang semua orang'],
    ['a history by a column that it lacks', { gabung: [{ ...join, kunci: 'PEG' }] }, 'riwayat.PEG tidak ada'],
    [
      'a history that tells its latest row by a column that it lacks',
      { gabung: [{ ...join, terbesar: 'TGL' }] },
      'TGL',
    ],
    [
      'a choice of a column that does not feed the field',
      { pilihan: [{ kanonik: 'jabatan', menurut: 'STATUS', bila: { 1: 'TMTGOL' } }] },
      'belum dipetakan ke jabatan',
    ],
  ])('refuse %s', (_, rules, reason) => {
    const edited = apply(rules);
    expect(edited.ok ? '' : edited.error).toContain(reason);
  });

  it('refuse a made column of which a part is not there', () => {
    const joined: ColumnEdit['pembaca'] = { jenis: 'sambung', kolom: ['NIPNEW', 'HILANG'], pemisah: '' };
    const edited = editRecipe(BASE, [edit(1, 'nip', joined)], {}, KNOWN);
    expect(edited.ok ? '' : edited.error).toContain('kolom HILANG tidak ada');
  });
});
