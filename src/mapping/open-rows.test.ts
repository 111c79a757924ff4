import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cellText, openSource, type Source } from '#formats';
import { describe, expect, it } from 'vitest';
import { loadLookups } from './load-lookups.ts';
import { joinsKey, layJoins, openRows } from './open-rows.ts';
import { proposeRecipe } from './propose.ts';
import { type Recipe, recipeSchema } from './recipe.ts';
import { openReference } from '#reference';
import { iso, makeUp } from './testing/synthetic-values.ts';
import { columnOf, withFile } from './testing/temp-file.ts';

const PEOPLE = Array.from({ length: 60 }, (_, index) => makeUp(index));
const quote = (cell: string | null): string => (cell === null ? 'NULL' : `'${cell.replaceAll("'", "''")}'`);
const insert = (table: string, rows: readonly (readonly (string | null)[])[]): string =>
  `INSERT INTO \`${table}\` VALUES\n${rows.map((row) => `(${row.map(quote).join(',')})`).join(',\n')};\n`;
const create = (table: string, columns: readonly string[]): string =>
  `CREATE TABLE \`${table}\` (\n${columns.map((column) => `  \`${column}\` varchar(100)`).join(',\n')}\n);\n`;

/** A dump with the newest rank in a history, staging beside it, code tables, and tables of no interest. */
function dump(): string {
  const people = PEOPLE.map(({ nip, lahir, isWoman, index }) => [
    String(700 + index),
    nip,
    `ORANG ${'A'.repeat(1 + (index % 30))}`,
    iso(lahir),
    isWoman ? 'P' : 'L',
    index % 20 === 0 ? '5' : '9',
    index % 30 === 7 ? '4' : '2',
    'rahasia',
  ]);
  const ranks = PEOPLE.flatMap(({ cpns, index }) =>
    [0, 4, 8].map((years, step) => [
      String(index * 3 + step + 1),
      String(700 + index),
      String(20 + step),
      `823/${index}/${step}`,
      `${cpns.year + years}-02-14`,
      `${cpns.year + years}-04-01`,
      step === 2 ? '1' : '0',
    ]),
  );
  const rankColumns = [
    'pangkat_riwayat_id',
    'pegawai_id',
    'pangkat_id',
    'no_sk',
    'tanggal_sk',
    'tmt_pangkat',
    'flag_data_terakhir',
  ];
  const personColumns = [
    'pegawai_id',
    'nip_baru',
    'nama',
    'tanggal_lahir',
    'jenis_kelamin',
    'agama_id',
    'kedudukan_id',
    'password',
  ];
  return [
    '-- MySQL dump\n',
    create('users', ['id', 'username', 'password', 'nama']),
    insert('users', [['1', 'admin', 'x', 'Admin']]),
    create('pegawai', personColumns),
    insert('pegawai', people),
    create('pegawai_temp', personColumns),
    insert('pegawai_temp', people),
    create('pangkat_riwayat', rankColumns),
    insert('pangkat_riwayat', ranks),
    create('pangkat', ['pangkat_id', 'nama']),
    insert('pangkat', [
      ['20', 'III/a'],
      ['21', 'III/b'],
      ['22', 'III/c'],
    ]),
    create('agama', ['agama_id', 'nama']),
    insert('agama', [
      ['9', 'Islam'],
      ['5', 'Kristen'],
    ]),
    create('kedudukan', ['kedudukan_id', 'nama']),
    insert('kedudukan', [
      ['2', 'Aktif'],
      ['4', 'Pensiun'],
      ['6', 'Meninggal'],
    ]),
  ].join('');
}

async function proposed(source: Source): Promise<Recipe> {
  const recipe = await proposeRecipe(source, { reference: openReference() });
  if (!recipe.ok) throw new Error(recipe.error.code);
  return recipe.value;
}

async function rowsOf(source: Source, recipe: Recipe): Promise<readonly Readonly<Record<string, string>>[]> {
  const { columns, blocks } = await openRows(source, recipe);
  const rows: Record<string, string>[] = [];
  for await (const block of blocks) {
    for (let row = 0; row < block.rows; row++) {
      rows.push(Object.fromEntries(columns.map((name, column) => [name, cellText(block, row, column)])));
    }
  }
  return rows;
}

describe('a dump with histories', () => {
  it('is read as persons with the newest row of their history beside them', async () => {
    await withFile('a.sql', dump(), async (source) => {
      const recipe = await proposed(source);
      expect(recipe.tabel).toBe('pegawai');
      expect(recipe.gabung).toMatchObject([
        { tabel: 'pangkat_riwayat', kunci: 'pegawai_id', ke: 'pegawai_id', terbesar: 'tmt_pangkat' },
      ]);
      expect(columnOf(recipe, 'pangkat_riwayat.tmt_pangkat').kanonik).toBe('tmt_golongan');
      expect(columnOf(recipe, 'pangkat_riwayat.pangkat_id')).toMatchObject({
        kanonik: 'golongan',
        pembaca: { tabel: 'pangkat' },
      });
      const rows = await rowsOf(source, recipe);
      expect(rows).toHaveLength(60);
      const [first] = rows;
      const person = makeUp(0);
      expect(first?.['nip_baru']).toBe(person.nip);
      expect(first?.['pangkat_riwayat.tmt_pangkat']).toBe(`${person.cpns.year + 8}-04-01`);
    });
  });

  it('reads the same rows where the history was laid beside the people before, once for all', async () => {
    await withFile('a.sql', dump(), async (source) => {
      const recipe = await proposed(source);
      const expected = await rowsOf(source, recipe);
      const laid = await layJoins(source, recipe);
      for (let turn = 0; turn < 2; turn++) {
        const rows = await rowsOf(laid, { ...recipe, gabung: [] });
        expect(rows).toHaveLength(expected.length);
        rows.forEach((row, at) => expect(row).toMatchObject(expected[at] ?? {}));
      }
      const [history] = recipe.gabung;
      expect(joinsKey({ ...recipe, kolom: recipe.kolom.filter(({ sumber }) => sumber.includes('tmt')) })).toBe(
        joinsKey(recipe),
      );
      expect(joinsKey({ ...recipe, gabung: history ? [{ ...history, hanya: [] }] : [] })).not.toBe(joinsKey(recipe));
    });
  });

  it("explains codes by the dump's own tables and drops whom their labels call gone", async () => {
    await withFile('a.sql', dump(), async (source) => {
      const recipe = await proposed(source);
      expect(columnOf(recipe, 'agama_id').pembaca).toEqual({
        jenis: 'rujukan',
        tabel: 'agama',
        kunci: 'agama_id',
        nilai: 'nama',
      });
      expect(recipe.saring).toEqual([
        { sumber: 'kedudukan_id', nilai: ['4', '6'], selain: false, alasan: 'tidak_aktif' },
      ]);
      expect(recipe.rahasia).toEqual(['password']);
      const lookups = await loadLookups(source, recipe);
      expect(lookups.get('agama_id')).toEqual(
        new Map([
          ['9', 'Islam'],
          ['5', 'Kristen'],
        ]),
      );
    });
  });
});

describe('a delivery in several files', () => {
  it('is read with the codes and the history of its other files', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kiriman-'));
    const write = (name: string, rows: readonly (readonly string[])[]): void =>
      writeFileSync(join(folder, name), `${rows.map((row) => row.join(';')).join('\n')}\n`);
    try {
      write('pegawai.csv', [
        ['nip', 'nama', 'tanggal_lahir', 'jenis_kelamin', 'agama_id'],
        ...PEOPLE.map(({ nip, lahir, isWoman, index }) => [
          nip,
          `ORANG ${'A'.repeat(1 + (index % 30))}`,
          iso(lahir),
          isWoman ? 'P' : 'L',
          index % 20 === 0 ? '5' : '9',
        ]),
      ]);
      write('agama.csv', [
        ['agama_id', 'nama'],
        ['9', 'Islam'],
        ['5', 'Kristen'],
      ]);
      write('riwayat_pangkat.csv', [
        ['nip', 'golongan', 'no_sk', 'tanggal_sk', 'tmt_golongan'],
        ...PEOPLE.flatMap(({ nip, cpns, index }) =>
          [0, 4].map((years) => [
            nip,
            years === 0 ? 'III/a' : 'III/b',
            `823/${index}`,
            `${cpns.year + years}-02-14`,
            `${cpns.year + years}-04-01`,
          ]),
        ),
      ]);
      const source = await openSource(folder);
      if (!source.ok) throw new Error(source.error.code);
      const recipe = await proposed(source.value);
      expect(recipe.tabel).toBe('pegawai');
      expect(columnOf(recipe, 'agama_id').pembaca).toMatchObject({ jenis: 'rujukan', tabel: 'agama' });
      expect((await loadLookups(source.value, recipe)).get('agama_id')?.get('9')).toBe('Islam');
      expect(recipe.gabung).toMatchObject([{ tabel: 'riwayat_pangkat', terbesar: 'tmt_golongan' }]);
      const [first] = await rowsOf(source.value, recipe);
      expect(first?.['riwayat_pangkat.golongan']).toBe('III/b');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('openRows', () => {
  it('gives the blocks of the table itself where nothing is joined', async () => {
    await withFile('a.csv', 'nip,nama\n1,A\n2,B\n', async (source) => {
      const rows = await rowsOf(source, {
        berkas: 'a.csv',
        tabel: 'a',
        entitas: 'pegawai',
        baris: 0,
        kolom: [],
        rahasia: [],
        saring: [],
        gabung: [],
        pilihan: [],
      });
      expect(rows).toEqual([
        { nip: '1', nama: 'A' },
        { nip: '2', nama: 'B' },
      ]);
    });
  });

  it('lays values that lie over several columns behind the others, empty levels at the end left off', async () => {
    const sambung = (kolom: string[]) => ({ jenis: 'sambung', kolom, pemisah: '.' });
    const recipe = recipeSchema.parse({
      berkas: 'a.csv',
      tabel: 'a',
      kolom: [
        { sumber: 'k1', kanonik: 'unit_kerja', pembaca: sambung(['k1', 'k2', 'k3']) },
        { sumber: 'k2', kanonik: 'unit_kerja', pembaca: sambung(['k1', 'k2', 'k3']) },
        { sumber: 'k2', kanonik: 'jabatan', pembaca: sambung(['k2', 'pin']) },
        { sumber: 'k3', kanonik: 'eselon', pembaca: sambung(['k3', 'gone']) },
      ],
      rahasia: ['pin'],
    });
    await withFile('a.csv', 'nip,k1,k2,k3,pin\n1,01,02,,\n2, 01 ,,03,\n3,,,,\n', async (source) => {
      const rows = await rowsOf(source, recipe);
      expect(Object.keys(rows[0] ?? {})).toEqual(['nip', 'k1', 'k2', 'k3', 'pin', 'k1+k2+k3']);
      expect(rows.map((row) => row['k1+k2+k3'])).toEqual(['01.02', '01..03', '']);
    });
  });
});

describe('histories of another kind of key', () => {
  const person = ({ nip, lahir, isWoman, index }: (typeof PEOPLE)[number]) => ({
    nip,
    nama: `ORANG ${'A'.repeat(1 + (index % 30))}`,
    tanggal_lahir: iso(lahir),
    jenis_kelamin: isWoman ? 'P' : 'L',
  });
  const ranksOf = ({ cpns, index }: (typeof PEOPLE)[number]) =>
    [0, 4].map((years) => ({
      golongan: years === 0 ? 'III/a' : 'III/b',
      no_sk: `823/${index}`,
      tanggal_sk: `${cpns.year + years}-02-14`,
      tmt_golongan: `${cpns.year + years}-04-01`,
    }));

  it('that lie inside the objects of JSON are laid beside their persons', async () => {
    const text = JSON.stringify(PEOPLE.map((each) => ({ ...person(each), riwayat_pangkat: ranksOf(each) })));
    await withFile('pegawai.json', text, async (source) => {
      const recipe = await proposed(source);
      const [ranks] = recipe.gabung;
      expect(ranks).toMatchObject({ kunci: 'induk.nip', ke: 'nip', terbesar: 'tmt_golongan' });
      expect(columnOf(recipe, 'riwayat_pangkat').kanonik).toBeNull();
      expect(columnOf(recipe, `${ranks?.tabel ?? ''}.golongan`).kanonik).toBe('golongan');
      const [first] = await rowsOf(source, recipe);
      expect(first?.[`${ranks?.tabel ?? ''}.golongan`]).toBe('III/b');
    });
  });

  it('that know persons by a number under a name of its own are found by the values', async () => {
    const people = PEOPLE.map((each) => [String(9_000 + each.index * 7), ...Object.values(person(each))]);
    const ranks = PEOPLE.flatMap((each) =>
      ranksOf(each).map((rank, step) => [
        String(each.index * 2 + step + 1),
        String(9_000 + each.index * 7),
        ...Object.values(rank),
      ]),
    );
    const peopleColumns = ['nomor_urut_induk', 'nip', 'nama', 'tanggal_lahir', 'jenis_kelamin'];
    const rankColumns = ['id', 'ref', 'golongan', 'no_sk', 'tanggal_sk', 'tmt_golongan'];
    const text = [
      create('pegawai', peopleColumns),
      insert('pegawai', people),
      create('riwayat_pangkat', rankColumns),
      insert('riwayat_pangkat', ranks),
    ].join('');
    await withFile('a.sql', text, async (source) => {
      expect((await proposed(source)).gabung).toMatchObject([
        { tabel: 'riwayat_pangkat', kunci: 'ref', ke: 'nomor_urut_induk', terbesar: 'tmt_golongan' },
      ]);
    });
  });
});
