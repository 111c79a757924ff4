import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { afterAll, describe, expect, it } from 'vitest';
import { formatCsvRow } from '#formats';
import { describeProblem } from '#kernel/problem.ts';
import { confirmRecipe, openDelivered, parseRecipe } from '#mapping';
import { makePerson, type Outcome, type Person, reconcileFiles, toExport } from './testing/deliveries.ts';

/** People of one government in several files, sheets or tables of one container. */

const KUDUS = '6410';
const folder = mkdtempSync(join(tmpdir(), 'beberapa-tabel-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const people = Array.from({ length: 40 }, (_, n) => makePerson(n));
const [half, rest] = [people.slice(0, 20), people.slice(20)];
const bkn = toExport(people);

const HEADINGS = [
  ['NIP', 'nip'],
  ['NAMA', 'nama'],
  ['TGL LAHIR', 'tanggal_lahir'],
  ['AGAMA', 'agama'],
  ['GOL', 'golongan'],
  ['TMT GOL', 'tmt_golongan'],
  ['JABATAN', 'jabatan'],
  ['TMT JABATAN', 'tmt_jabatan'],
  ['TMT CPNS', 'tmt_cpns'],
] as const;
type Headings = readonly (readonly [string, keyof Person])[];
const OTHERS: Headings = [
  ['NIPPPK', 'nip'],
  ['NAMA LENGKAP', 'nama'],
  ['LAHIR', 'tanggal_lahir'],
  ['AGAMA', 'agama'],
  ['KEL', 'jenis_kelamin'],
  ['NOMOR HP', 'no_hp'],
];

const cellsOf = (own: readonly Person[], headings: Headings = HEADINGS): string[][] => [
  headings.map(([heading]) => heading),
  ...own.map((person) => headings.map(([, field]) => person[field] ?? '')),
];
const csv = (own: readonly Person[], headings: Headings = HEADINGS): string =>
  cellsOf(own, headings)
    .map((row) => formatCsvRow(row))
    .join('');
const dumpOf = (tabel: string, own: readonly Person[], headings: Headings = HEADINGS): string => {
  const [first = [], ...rows] = cellsOf(own, headings);
  const names = first.map((heading) => heading.toLowerCase().replaceAll(' ', '_'));
  const values = rows.map((row) => `(${row.map((cell) => `'${cell}'`).join(',')})`).join(',\n');
  return `CREATE TABLE ${tabel} (${names.map((name) => `${name} varchar(100)`).join(', ')});\nINSERT INTO ${tabel} VALUES ${values};\n`;
};

/** A folder of files; its path. */
function put(name: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  for (const [file, content] of Object.entries(files)) {
    const path = join(folder, name, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return join(folder, name);
}

function workbook(
  name: string,
  sheets: Readonly<Record<string, readonly (readonly string[])[]>>,
  hidden: readonly string[] = [],
): string {
  const book = utils.book_new();
  book.Workbook = { Sheets: Object.keys(sheets).map((sheet) => ({ Hidden: hidden.includes(sheet) ? 1 : 0 })) };
  for (const [sheet, rows] of Object.entries(sheets)) {
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), sheet);
  }
  const bytes: unknown = write(book, { type: 'buffer', bookType: 'xlsx' });
  return join(put(name, { 'daftar.xlsx': bytes as Uint8Array }), 'daftar.xlsx');
}

const run = (berkas: string, options: Parameters<typeof reconcileFiles>[3] = {}): Promise<Outcome> =>
  reconcileFiles(folder, bkn, [{ instansi: KUDUS, berkas }], options);
const read = ({ summary }: Outcome): number | undefined => summary.berkas[1]?.dibaca;
const paired = (outcome: Outcome): number => outcome.rows('pasangan.csv').length;
const recipeOf = (): string => readFileSync(join(folder, 'hasil', 'pemetaan', `${KUDUS}.json`), 'utf8');

describe('tables of people under one heading are one delivery', () => {
  it.each<[string, () => string]>([
    ['files of a folder', () => put('berkas', { 'dinas-a.csv': csv(half), 'dinas-b.csv': csv(rest) })],
    [
      'columns in another order, a heading in other words',
      () =>
        put('urutan', {
          'dinas-a.csv': csv(half),
          'dinas-b.csv': csv(
            rest,
            HEADINGS.map(([heading, field]) => [heading.replace('TGL', 'TANGGAL'), field] as const).toReversed(),
          ),
        }),
    ],
    ['sheets of a workbook', () => workbook('lembar', { 'DINAS A': cellsOf(half), 'DINAS B': cellsOf(rest) })],
    [
      'sheets whose columns stand in another order',
      () => workbook('lembar-urut', { 'DINAS A': cellsOf(half), 'DINAS B': cellsOf(rest, HEADINGS.toReversed()) }),
    ],
    ['tables of a dump', () => join(put('dump', { 'a.sql': dumpOf('pns', half) + dumpOf('pppk', rest) }), 'a.sql')],
  ])('%s', async (_, make) => {
    const outcome = await run(make());
    expect([read(outcome), paired(outcome), outcome.rows('selisih.csv'), outcome.rows('ganda.csv')]).toEqual([
      40,
      40,
      [],
      [],
    ]);
    expect(outcome.summary.tabel_disusun?.[0]).toMatchObject({
      bagian: [
        { dari: 1, sampai: 20 },
        { dari: 21, sampai: 40 },
      ],
      orang_berulang: 0,
    });
    expect(outcome.summary.tabel_tidak_dibaca).toBeUndefined();
  });

  it("BKN's export in several files too", async () => {
    const parts = put('bkn', { '1.csv': toExport(half), '2.csv': toExport(rest) });
    writeFileSync(join(folder, 'semua.csv'), csv(people));
    const outcome = await reconcileFiles(folder, parts, [{ instansi: KUDUS, berkas: join(folder, 'semua.csv') }], {
      bknPath: parts,
    });
    expect([outcome.summary.berkas[0]?.dibaca, paired(outcome)]).toEqual([40, 40]);
  });

  it('a person in two of them stands in ganda, and is told', async () => {
    const outcome = await run(put('ganda', { 'a.csv': csv(people.slice(0, 21)), 'b.csv': csv(rest) }));
    expect([read(outcome), paired(outcome)]).toEqual([41, 40]);
    expect(outcome.rows('ganda.csv').map(({ baris }) => baris)).toEqual(['21', '22']);
    expect(outcome.summary.tabel_disusun?.[0]?.kalimat).toContain('1 orang ada di lebih dari satu');
  });

  it('a column that one of them lacks is compared for nobody, and named', async () => {
    const more: Headings = [...HEADINGS, ['EMAIL', 'email']];
    const outcome = await run(put('kolom', { 'a.csv': csv(half, more), 'b.csv': csv(rest) }));
    expect([read(outcome), outcome.rows('selisih.csv')]).toEqual([40, []]);
    expect(outcome.summary.tabel_disusun?.[0]).toMatchObject({ kolom_ditinggal: ['EMAIL'] });
  });

  it('quarantine names sheet and row as the spreadsheet shows them; baris counts through the delivery', async () => {
    const head = [['PEMERINTAH KABUPATEN KUDUS'], [], ['DAFTAR PEGAWAI']];
    const bad = rest.map((person, n) => (n === 2 ? { ...person, tanggal_lahir: 'kemarin' } : person));
    const total = ['', 'JUMLAH', '20'];
    const berkas = workbook('karantina', {
      'DINAS A': [...cellsOf(half), total],
      'DINAS B': [...head, ...cellsOf(bad), total],
    });
    const outcome = await run(berkas);
    const lines = outcome.rows('karantina.csv').map(({ baris, kolom, pesan }) => [baris, kolom, pesan?.split(': ')[0]]);
    expect(lines).toEqual([
      ['21', '', 'Lembar "DINAS A" baris 22'],
      ['24', 'TGL LAHIR', 'Lembar "DINAS B" baris 7'],
      ['42', '', 'Lembar "DINAS B" baris 25'],
    ]);
    expect(outcome.summary.berkas[1]).toMatchObject({ dibaca: 42, diterima: 40, karantina: 2 });
  });
});

describe('a table of people that is not read is named', () => {
  it('hidden sheets are named with the remedy, those of a chosen sheet are not', async () => {
    const berkas = workbook('sembunyi', { AKTIF: cellsOf(half), LAMA: cellsOf(rest) }, ['LAMA']);
    const outcome = await run(berkas);
    expect([read(outcome), outcome.summary.lembar_tersembunyi]).toMatchObject([
      20,
      [{ instansi: KUDUS, berkas, lembar: ['LAMA'] }],
    ]);
    expect(outcome.summary.lembar_tersembunyi?.[0]?.kalimat).toContain('"LAMA". Bila memuat pegawai, tampilkan');
    expect((await run(`${berkas}#AKTIF`)).summary.lembar_tersembunyi).toBeUndefined();
  });

  it.each<[string, () => string, number, string, number]>([
    ['another heading', () => put('lain', { 'pns.csv': csv(half), 'pppk.csv': csv(rest, OTHERS) }), 20, 'pppk', 20],
    [
      'in a dump',
      () => join(put('dump-lain', { 'a.sql': dumpOf('pns', half) + dumpOf('p3k', rest, OTHERS) }), 'a.sql'),
      20,
      'p3k',
      20,
    ],
    [
      'people who have left',
      () => workbook('pensiun', { AKTIF: cellsOf(half), 'DATA PENSIUN': cellsOf(rest) }),
      20,
      'DATA PENSIUN',
      20,
    ],
    [
      'the same people a year before: nobody is doubled',
      () => put('tahun', { 'pegawai_2023.csv': csv(people.slice(0, 39)), 'pegawai_2024.csv': csv(people) }),
      40,
      'pegawai_2023',
      0,
    ],
  ])('%s', async (_, make, dibaca, tabel, lost) => {
    const berkas = make();
    const outcome = await run(berkas);
    expect([read(outcome), outcome.rows('ganda.csv')]).toEqual([dibaca, []]);
    expect(outcome.summary.tabel_tidak_dibaca).toMatchObject([{ tabel, tidak_terbaca: lost }]);
    const [unread] = outcome.summary.tabel_tidak_dibaca ?? [];
    expect(unread?.baris).toBe(lost || 39);
    if (lost > 0) expect(unread?.kalimat).toContain(`${KUDUS}=${berkas}#${tabel}`);
    // the remedy that the sentence names
    const both = [berkas, `${berkas}#${tabel}`].map((one) => ({ instansi: KUDUS, berkas: one }));
    const again = await reconcileFiles(folder, bkn, both);
    expect(again.summary.berkas.slice(1).map((file) => file.dibaca)).toEqual([dibaca, lost || 39]);
    expect(again.summary.tabel_tidak_dibaca).toBeUndefined();
  });
});

describe('berkas#lembar', () => {
  it.each([
    ['DINAS A', 20],
    ['DINAS B', 12],
    ['DINAS C', 8],
  ])('chooses %s out of sheets that are read as one', async (lembar, rows) => {
    const berkas = workbook('pilih', {
      'DINAS A': cellsOf(half),
      'DINAS B': cellsOf(people.slice(20, 32)),
      'DINAS C': cellsOf(people.slice(32), HEADINGS.toReversed()),
    });
    const outcome = await run(`${berkas}#${lembar}`);
    expect([read(outcome), outcome.summary.tabel_disusun, outcome.summary.tabel_tidak_dibaca]).toEqual([
      rows,
      undefined,
      undefined,
    ]);
    // a recipe that was made for one sheet goes on reading that one
    expect(read(await run(berkas, { recipes: { [KUDUS]: recipeOf() } }))).toBe(rows);
  });

  it('a mistyped name lists those there are, the nearest first', async () => {
    const berkas = workbook('salah', { Rekap: [['a', 'b']], 'DINAS A': cellsOf(half), 'DINAS B': cellsOf(rest) });
    const source = await openDelivered(berkas, 'dinas b');
    expect(source.ok ? '' : describeProblem(source.error)).toContain('Yang ada: DINAS B, DINAS A, Rekap.');
  });
});

describe('a recipe remembers that it reads tables of one heading', () => {
  it('and reads them in the next delivery, whatever their names and number', async () => {
    await run(put('kini', { 'dinas-a.csv': csv(half), 'dinas-b.csv': csv(rest) }));
    const recipe = recipeOf();
    expect(JSON.parse(recipe)).toMatchObject({ tabel: 'dinas-a', susun: ['dinas-a', 'dinas-b'] });
    const next = put('nanti', {
      'uptd.csv': csv(people.slice(0, 10)),
      'badan.csv': csv(people.slice(10, 30)),
      'zona.csv': csv(people.slice(30)),
    });
    const outcome = await run(next, { recipes: { [KUDUS]: recipe } });
    expect([read(outcome), paired(outcome), outcome.rows('selisih.csv')]).toEqual([40, 40, []]);
    expect(JSON.parse(recipeOf())).toMatchObject({ susun: ['badan', 'uptd', 'zona'] });
  });

  it('out of the book too: other sheet names and one more are no change of structure', async () => {
    const berkas = workbook('buku-kini', { 'DINAS A': cellsOf(half), 'DINAS B': cellsOf(rest) });
    await run(berkas);
    const [source, recipe] = [await openDelivered(berkas), await parseRecipe(recipeOf())];
    if (!source.ok || !recipe.ok) throw new Error('no recipe');
    const buku = join(folder, 'buku');
    const confirmed = { buku, instansi: KUDUS, disahkan: '2026-01-01T00:00:00Z', oleh: 'Uji', catatan: '', berkas: '' };
    expect((await confirmRecipe(source.value, recipe.value, confirmed)).ok).toBe(true);
    const next = workbook('buku-nanti', {
      'UPTD 1': cellsOf(people.slice(0, 10)),
      'UPTD 2': cellsOf(people.slice(10, 30)),
      'UPTD 3': cellsOf(people.slice(30)),
    });
    const outcome = await run(next, { buku });
    expect([read(outcome), paired(outcome), outcome.summary.buku?.[0]?.keadaan]).toEqual([40, 40, 'dikenal']);
  });
});
