import { beforeAll, describe, expect, it } from 'vitest';
import type { ColumnMapping, Recipe } from '../recipe.ts';
import { dmy, iso, type MadeUp, makeUp } from '../testing/synthetic-values.ts';
import { columnOf, csvOf, propose } from '../testing/temp-file.ts';

const PEOPLE = Array.from({ length: 80 }, (_, index) => makeUp(index));
const RANKS = [
  ['31', 'III/a', 'Penata Muda'],
  ['32', 'III/b', 'Penata Muda Tingkat I'],
  ['33', 'III/c', 'Penata'],
  ['34', 'III/d', 'Penata Tingkat I'],
] as const;
const rankOf = ({ index }: MadeUp): (typeof RANKS)[number] => RANKS[index % 4] ?? RANKS[0];
const AGAMA = ['Islam', 'Kristen', 'Katholik'];
const agamaOf = ({ index }: MadeUp): string => AGAMA[index % 3] ?? '';

/** Columns whose names say nothing: what they hold and what they must be taken for. */
const SILENT: Readonly<Record<string, readonly [kanonik: string | null, value: (person: MadeUp) => string]>> = {
  satu: ['gaji_pokok', ({ index }) => ['2785700', '2964000', '3154400', '4168800', '5399900'][index % 5] ?? ''],
  dua: ['tmt_kgb', ({ index, cpns }) => iso({ ...cpns, year: 2023 + (index % 2) })],
  tiga: ['tmt_kgb_berikutnya', ({ index, cpns }) => iso({ ...cpns, year: 2025 + (index % 2) })],
  empat: [null, ({ index }) => `2024-0${1 + (index % 9)}-1${index % 9} 08:1${index % 6}:30`],
  gol: ['golongan', (person) => rankOf(person)[1]],
  pangkat: ['pangkat_nama', (person) => rankOf(person)[2]],
  unit_kerja: ['unit_kerja', ({ index }) => `SEKSI ${'ABCDEFGHIJKL'.charAt(index % 12)} BIDANG UMUM`],
  lima: ['unit_organisasi_induk', ({ index }) => ['DINAS PENDIDIKAN', 'DINAS KESEHATAN'][index % 2] ?? ''],
};

function deliver(columns: Readonly<Record<string, (person: MadeUp) => string>>): string {
  const names = Object.keys(columns);
  const rows = PEOPLE.map((person) => [
    person.nip,
    dmy(person.lahir),
    ...names.map((name) => columns[name]?.(person) ?? ''),
  ]);
  return csvOf(['nip', 'tgl_lahir', ...names], rows);
}

describe('rows tell what names do not', () => {
  let recipe: Recipe;
  beforeAll(async () => {
    recipe = await propose(
      'a.csv',
      deliver(Object.fromEntries(Object.entries(SILENT).map(([name, [, value]]) => [name, value]))),
    );
  });

  it.each(Object.entries(SILENT).map(([name, [kanonik]]) => [name, kanonik] as const))('%s is %s', (name, kanonik) => {
    expect(columnOf(recipe, name).kanonik).toBe(kanonik);
  });
});

describe('people in common', () => {
  const bkn = new Map(
    PEOPLE.map((person) => [
      person.nip,
      { golongan: rankOf(person)[1], golongan_id: rankOf(person)[0], agama: agamaOf(person) },
    ]),
  );
  const proposeWith = async (name: string, value: (person: MadeUp) => string): Promise<ColumnMapping> =>
    columnOf(await propose('a.csv', deliver({ [name]: value }), { evidence: (nip) => bkn.get(nip) }), name);

  it("prove BKN's two digits of golongan although BKN writes III/c", async () => {
    expect(await proposeWith('trfgr', (person) => rankOf(person)[0])).toMatchObject({
      kanonik: 'golongan',
      tingkat: 'pasti',
    });
  });

  it("explain the office's own words for a closed list", async () => {
    const { kanonik, pembaca } = await proposeWith(
      'agama',
      (person) => `${agamaOf(person).charAt(0)}x${agamaOf(person).charAt(2)}`,
    );
    expect({ kanonik, pembaca }).toEqual({
      kanonik: 'agama',
      pembaca: { jenis: 'kode', tabel: { Ixl: 'Islam', Kxi: 'Kristen', Kxt: 'Katholik' } },
    });
  });
});
