import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openReference } from '#reference';
import type { RecipeVersion } from '../book/recipe-version.ts';
import { proposeRecipe } from '../propose.ts';
import type { Recipe } from '../recipe.ts';
import { describeStructure, lookAtTables, tablesOf } from '../structure/structure.ts';
import { dmy, type MadeUp, makeUp, mdy, valueOf } from '../testing/synthetic-values.ts';
import { csvOf, withFile } from '../testing/temp-file.ts';
import { type Recognition, recogniseRecipe } from './recognise.ts';

const reference = openReference();
const PEOPLE = Array.from({ length: 150 }, (_, index) => makeUp(index));

type Columns = Readonly<Record<string, (person: MadeUp) => string>>;

const field =
  (nama: string) =>
  (person: MadeUp): string =>
    valueOf(nama, person);

const COLUMNS: Columns = {
  nip: field('nip'),
  nama: field('nama'),
  tgl_lahir: ({ lahir }) => dmy(lahir),
  kd_kelamin: ({ isWoman }) => (isWoman ? '1' : '2'),
  agama: field('agama'),
  gol: field('golongan'),
  tmt_cpns: ({ cpns }) => dmy(cpns),
  tmt_gol: field('tmt_golongan'),
  jabatan: field('jabatan'),
  unit_kerja: field('unit_kerja'),
  no_hp: field('no_hp'),
  email: field('email'),
  nik: field('nik'),
  kedudukan_hukum: field('kedudukan_hukum'),
};

const textOf = (columns: Columns): string =>
  csvOf(
    Object.keys(columns),
    PEOPLE.map((person) => Object.values(columns).map((value) => value(person))),
  );

async function confirm(
  columns: Columns,
  change: (recipe: Recipe) => Recipe = (recipe) => recipe,
): Promise<RecipeVersion> {
  return withFile('lama.csv', textOf(columns), async (source) => {
    const proposed = await proposeRecipe(source, { reference, whole: true });
    if (!proposed.ok) throw new Error(proposed.error.code);
    const recipe = change(proposed.value);
    const struktur = describeStructure(recipe, await lookAtTables(source, tablesOf(recipe)));
    return { instansi: '6410', nomor: 1, disahkan: '', oleh: '', catatan: '', struktur, pemetaan: recipe };
  });
}

async function recognise(columns: Columns, ...versions: readonly RecipeVersion[]): Promise<Recognition> {
  return withFile('baru.csv', textOf(columns), async (source) => {
    const recognised = await recogniseRecipe(source, versions, { reference });
    if (!recognised.ok) throw new Error(recognised.error.code);
    return recognised.value;
  });
}

/** Field and reader by column. */
const readingOf = ({ recipe }: Recognition) =>
  new Map(
    recipe.kolom.flatMap(({ sumber, kanonik, pembaca }) => (kanonik === null ? [] : [[sumber, { kanonik, pembaca }]])),
  );

const kindsOf = ({ changes }: Recognition) => changes.map(({ jenis }) => jenis);
const asksOf = ({ changes }: Recognition) => changes.filter(({ ditanyakan }) => ditanyakan).map(({ jenis }) => jenis);

const VERSION = await confirm(COLUMNS);
const NAMES = Object.keys(COLUMNS);
const WHOLE = readingOf(await recognise(COLUMNS, VERSION));

const without = (name: string): Columns =>
  Object.fromEntries(Object.entries(COLUMNS).filter(([other]) => other !== name));
const renamed = (name: string, to: string): Columns =>
  Object.fromEntries(Object.entries(COLUMNS).map(([other, value]) => [other === name ? to : other, value]));

describe('a delivery of a known structure', () => {
  it('is read by its recipe as it stands', async () => {
    const recognition = await recognise(COLUMNS, VERSION);
    expect(recognition).toMatchObject({ keadaan: 'dikenal', versi: 1, changes: [] });
    expect([...WHOLE.keys()]).toEqual(NAMES);
  });

  it('is known whatever the order of its columns', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(NAMES, { minLength: NAMES.length }), async (names) => {
        const shuffled = Object.fromEntries(names.map((name) => [name, COLUMNS[name] ?? (() => '')]));
        const recognition = await recognise(shuffled, VERSION);
        expect(recognition.keadaan).toBe('dikenal');
        expect(asksOf(recognition)).toEqual([]);
        expect(readingOf(recognition)).toEqual(WHOLE);
      }),
      { numRuns: 8 },
    );
  });

  it('is read by the version of its structure, also where a newer one has another', async () => {
    const newer = { ...(await confirm(renamed('gol', 'golongan_ruang'))), nomor: 2 };
    expect((await recognise(COLUMNS, VERSION, newer)).versi).toBe(1);
    expect((await recognise(renamed('gol', 'golongan_ruang'), VERSION, newer)).versi).toBe(2);
  });

  it('of another system altogether is proposed anew', async () => {
    const other = {
      NOPEG: field('nip'),
      NMLENGKAP: field('nama'),
      LAHIR: field('tanggal_lahir'),
      SEX: field('jenis_kelamin'),
    };
    expect(await recognise(other, VERSION)).toMatchObject({ keadaan: 'tidak_dikenal', versi: undefined });
  });
});

describe('a drifted delivery', () => {
  it.each(
    NAMES.flatMap(
      (name, i) =>
        [
          [name, `KOL_${i}`],
          [name, `${name}_pegawai`],
        ] as const,
    ),
  )(
    '%s renamed to %s: the rest is used, the column is found or asked about, never taken for another',
    async (name, to) => {
      const recognition = await recognise(renamed(name, to), VERSION);
      const reading = readingOf(recognition);
      const found = reading.get(to);
      if (found) expect(found).toEqual(WHOLE.get(name));
      else expect(recognition.changes.some((change) => change.kolom === name || change.kolom === to)).toBe(true);
      for (const other of NAMES) if (other !== name) expect(reading.get(other), other).toEqual(WHOLE.get(other));
    },
  );

  it.each(NAMES.filter((name) => name !== 'nip' && name !== 'kedudukan_hukum'))(
    'without %s: the loss is told, the rest is used, nothing is asked',
    async (name) => {
      const recognition = await recognise(without(name), VERSION);
      expect(recognition).toMatchObject({ keadaan: 'bergeser', reused: NAMES.length - 1 });
      expect(kindsOf(recognition)).toEqual(['hilang']);
      expect(asksOf(recognition)).toEqual([]);
    },
  );

  it('never takes a new column for a lost one that is only alike', async () => {
    const { no_hp: _, ...rest } = COLUMNS;
    const other = { ...rest, hp_istri: ({ index }: MadeUp) => `08570000${String(3000 + index * 7)}` };
    expect(readingOf(await recognise(other, VERSION)).has('hp_istri')).toBe(false);
    const { tmt_gol: __, ...dates } = COLUMNS;
    const decree = await recognise({ ...dates, tgl_sk_gol: field('tgl_sk_golongan') }, VERSION);
    expect(readingOf(decree).has('tgl_sk_gol')).toBe(false);
  });

  it('asks about a new column that could feed a field which nothing feeds', async () => {
    const recognition = await recognise(
      { ...COLUMNS, tempat_lahir: field('tempat_lahir'), catatan: () => 'x' },
      VERSION,
    );
    expect(recognition.changes.map(({ kolom, ditanyakan, kandidat }) => [kolom, ditanyakan, kandidat])).toEqual([
      ['tempat_lahir', true, ['tempat_lahir']],
      ['catatan', false, []],
    ]);
    expect(readingOf(recognition)).toEqual(WHOLE);
  });

  it('never reads a secret column that is new', async () => {
    const { recipe } = await recognise({ ...COLUMNS, password: ({ index }) => `rahasia${index}` }, VERSION);
    expect(recipe.rahasia).toEqual(['password']);
  });

  it('says that a filter is gone with its column, since people may come in by that', async () => {
    expect(asksOf(await recognise(without('kedudukan_hukum'), VERSION))).toEqual(['saringan_hilang']);
  });

  it('asks about a new value of a filter, whose rows come in meanwhile', async () => {
    const left = ({ index }: MadeUp): string =>
      index % 10 === 3 ? 'Diperbantukan' : index % 25 === 24 ? 'Pensiun' : 'Aktif';
    const recognition = await recognise({ ...COLUMNS, kedudukan_hukum: left }, VERSION);
    expect(asksOf(recognition)).toEqual(['nilai_saringan']);
    expect(readingOf(recognition)).toEqual(WHOLE);
  });

  it('reads sex the other way round where the NIP proves that the codes were turned', async () => {
    const recognition = await recognise({ ...COLUMNS, kd_kelamin: ({ isWoman }) => (isWoman ? '2' : '1') }, VERSION);
    expect(kindsOf(recognition)).toEqual(['arti_kode']);
    expect(readingOf(recognition).get('kd_kelamin')?.pembaca).toEqual({ jenis: 'kode', tabel: { 1: 'M', 2: 'F' } });
  });

  it('reads a date the other way round where the NIP proves it, and lays aside what nothing proves', async () => {
    const turned = await recognise(
      { ...COLUMNS, tgl_lahir: ({ lahir }) => mdy(lahir), tmt_cpns: ({ cpns }) => mdy(cpns) },
      VERSION,
    );
    expect(kindsOf(turned)).toEqual(['urutan_tanggal', 'urutan_tanggal']);
    expect(readingOf(turned).get('tgl_lahir')?.pembaca).toEqual({ jenis: 'tanggal', urutan: 'mdy' });
    const day = ({ cpns, index }: MadeUp) => ({ ...cpns, year: cpns.year + 5, month: 1 + (index % 12), day: 1 });
    const known = await confirm({ ...COLUMNS, tmt_gol: (person) => dmy(day(person)) });
    const doubtful = await recognise({ ...COLUMNS, tmt_gol: (person) => mdy(day(person)) }, known);
    expect(asksOf(doubtful)).toEqual(['urutan_tanggal_ragu']);
    expect(readingOf(doubtful).has('tmt_gol')).toBe(false);
  });

  it('asks about another content under the same heading and does not use it', async () => {
    const recognition = await recognise({ ...COLUMNS, nik: field('email_dinas') }, VERSION);
    expect(asksOf(recognition)).toContain('isi_lain');
    expect(readingOf(recognition).has('nik')).toBe(false);
  });
});

describe('code tables', () => {
  const code =
    (shift: number) =>
    ({ index }: MadeUp) =>
      String([1, 1, 1, 2, 2, 3, 1, 4][index % 8] ?? 1) + (shift === 0 ? '' : String(shift));
  const table = { 1: '1', 2: '2', 3: '3', 4: '4' };
  const withTable = (recipe: Recipe): Recipe => ({
    ...recipe,
    kolom: recipe.kolom.map((column) =>
      column.sumber === 'kd_agama' ? { ...column, kanonik: 'agama', pembaca: { jenis: 'kode', tabel: table } } : column,
    ),
  });
  const { agama: _, ...rest } = COLUMNS;
  const coded = (value: (person: MadeUp) => string): Columns => ({ ...rest, kd_agama: value });

  it('keep their meaning while a new code is asked about', async () => {
    const version = await confirm(coded(code(0)), withTable);
    const recognition = await recognise(
      coded((person) => (person.index % 20 === 0 ? '7' : code(0)(person))),
      version,
    );
    expect(asksOf(recognition)).toEqual(['kode_baru']);
    expect(recognition.changes[0]?.kalimat).toContain('7 (8 baris)');
    expect(readingOf(recognition).get('kd_agama')?.pembaca).toEqual({ jenis: 'kode', tabel: table });
  });

  it('that were numbered anew are laid aside', async () => {
    const version = await confirm(coded(code(0)), withTable);
    const turned = await recognise(
      coded((person) => String(5 - Number(code(0)(person)))),
      version,
    );
    expect(asksOf(turned)).toEqual(['sebaran']);
    expect(readingOf(turned).has('kd_agama')).toBe(false);
  });
});
