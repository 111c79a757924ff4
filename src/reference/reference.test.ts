import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { RefusedFile } from '#kernel/problem.ts';
import { BUILT_IN } from './built-in.ts';
import { foldInstansi } from './fold-instansi.ts';
import { type ImportSummary, importReference } from './import-reference.ts';
import { openReference } from './reference.ts';
import { listFormerImports } from './store.ts';

const root = mkdtempSync(join(tmpdir(), 'referensi-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let folders = 0;
function makeFolder(files: Readonly<Record<string, string>>): string {
  const folder = join(root, `sumber-${folders++}`);
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}
const target = (): string => join(root, `data-${folders++}`);
const bytesIn = (folder: string): readonly string[] =>
  readdirSync(folder).map((name) => `${name} ${readFileSync(join(folder, name), 'utf8')}`);
const reasons = ({ masalah }: ImportSummary): readonly string[] =>
  masalah.map(({ row, problem }) => `${row} ${problem.code}`);

const PENDIDIKAN = `id,tingkatPendidikanId,nama,status
A5EB03E20000000000000000000000A1,40,S-1 EKONOMI ,0
a5eb03e20000000000000000000000a2,40,S-1 EKONOMI,
A5EB03E20000000000000000000000A3,42,PROFESI NERS,1
A5EB03E20000000000000000000000A4,40,#DELETE#,0
A5EB03E20000000000000000000000A5,40,#DELETE#3 EKONOMI,0
,40,S-1 TANPA ID,1
A5EB03E20000000000000000000000A6,40,,1
A5EB03E20000000000000000000000A3,42,PROFESI NERS,1
A5EB03E20000000000000000000000A7,45,"S-2 ""TAFSIR"", HADITS",1
`;
const INSTANSI = `id,nama,jenis,kodeCepat,jenisInstansiId
A5EB03E23D67F6A0E040640A040252AD,TELEVISI REPUBLIK INDONESIA,P,4057,
A5EB03E23D67F6A0E040640A040252AD,Lembaga Penyiaran Publik Televisi Republik Indonesia,P,4057,
A5EB03E23C56F6A0E040640A040252AD,Pemerintah Kab. Kudus,D,6410,KAB
`;

describe('the import of code tables', () => {
  it('loses no row: read = accepted + quarantined, each quarantined one with its reason', async () => {
    const summary = await importReference(makeFolder({ 'pendidikan.csv': PENDIDIKAN }), target());
    expect(summary.tabel).toEqual([
      { tabel: 'pendidikan', berkas: 'pendidikan.csv', dibaca: 9, diterima: 4, karantina: 5 },
    ]);
    expect(reasons(summary)).toEqual([
      '4 REFERENSI_DIHAPUS',
      '5 REFERENSI_DIHAPUS',
      '6 REFERENSI_TANPA_ID',
      '7 REFERENSI_TANPA_NAMA',
      '8 REFERENSI_GANDA',
    ]);
  });

  it('keeps repeated names, blanks at ends, unknown levels and quotes findable', async () => {
    const into = target();
    await importReference(makeFolder({ 'pendidikan.csv': PENDIDIKAN }), into);
    const table = openReference(into).table('pendidikan');
    expect(table.size).toBe(4);
    expect(table.sameMeaning('A5EB03E20000000000000000000000A1', 'A5EB03E20000000000000000000000A2')).toBe(true);
    expect(table.findByName('s-1 ekonomi', { induk: '40' })).toMatchObject({
      kind: 'one',
      row: { id: 'a5eb03e20000000000000000000000a2' },
    });
    expect(table.findById('A5EB03E20000000000000000000000A3')?.induk).toBe('42');
    expect(table.findByName('S-2 TAFSIR HADITS')).toMatchObject({ row: { nama: 'S-2 "TAFSIR", HADITS' } });
  });

  it('finds both names of one id, and a body without kind', async () => {
    const into = target();
    await importReference(makeFolder({ 'instansi.csv': INSTANSI }), into);
    const table = openReference(into).table('instansi', 'instansi_jateng');
    const [short, long] = ['Televisi Republik Indonesia', 'Lembaga Penyiaran Publik Televisi Republik Indonesia'];
    expect(table.findByName(short ?? '')).toMatchObject({ kind: 'one', row: { kode: '4057' } });
    expect(table.findByName(long ?? '')).toMatchObject({ kind: 'one', row: { kode: '4057' } });
    expect(table.findByCode('6410')).toMatchObject({ kind: 'one', row: { nama: 'Pemerintah Kab. Kudus' } });
    expect(table.findByName('PEMKAB KUDUS').kind).toBe('one');
  });

  it('says which files were not read, and which tables are absent', async () => {
    const files = { 'pendidikan.csv': PENDIDIKAN, 'agama.csv': 'id,nama\n1,Islam\n', 'catatan.txt': 'x' };
    const summary = await importReference(makeFolder(files), target());
    expect(summary.dilewati).toEqual([
      { berkas: 'agama.csv', alasan: 'bawaan' },
      { berkas: 'catatan.txt', alasan: 'tidak_dikenal' },
    ]);
    expect(summary.tidakAda).toContain('jabatan_pelaksana');
    expect(summary.tidakAda).not.toContain('pendidikan');
  });

  it('refuses a table without a needed column by its name and imports the others', async () => {
    const files = { 'pendidikan.csv': 'id,nama\n1,S-1 HUKUM\n2,S-1 EKONOMI\n', 'instansi.csv': INSTANSI };
    const summary = await importReference(makeFolder(files), target());
    expect(summary.tabel.map(({ tabel }) => tabel)).toEqual(['instansi']);
    expect(reasons(summary)).toEqual(['0 REFERENSI_KOLOM_KURANG']);
    expect(summary.masalah[0]?.problem.values['kolom']).toBe('tingkatPendidikanId');
  });

  it.each([
    ['holds no known table', {}],
    ['holds only an empty one', { 'instansi.csv': '' }],
  ])('refuses a folder that %s, and leaves the former import as it was', async (_what, files) => {
    const into = target();
    await importReference(makeFolder({ 'instansi.csv': INSTANSI }), into);
    await expect(importReference(makeFolder(files), into)).rejects.toBeInstanceOf(RefusedFile);
    expect(openReference(into).table('instansi').size).toBe(3);
  });

  it('refuses a folder that is not there', async () => {
    await expect(importReference(join(root, 'tidak-ada'), target())).rejects.toBeInstanceOf(RefusedFile);
  });

  it('replaces the former import', async () => {
    const into = target();
    await importReference(makeFolder({ 'instansi.csv': INSTANSI, 'pendidikan.csv': PENDIDIKAN }), into);
    await importReference(makeFolder({ 'instansi.csv': INSTANSI.split('\n').slice(0, 2).join('\n') }), into);
    const reference = openReference(into);
    expect(reference.table('instansi').size).toBe(1);
    expect(reference.has('pendidikan')).toBe(false);
  });

  it('keeps the former imports readable, and no more than the last five of them', async () => {
    const into = target();
    const named = (nama: string): string => INSTANSI.replace('Pemerintah Kab. Kudus', nama);
    const names = Array.from({ length: 8 }, (_, n) => `Pemerintah Kab. Contoh ${n}`);
    for (const nama of names) await importReference(makeFolder({ 'instansi.csv': named(nama) }), into);
    expect(listFormerImports(into)).toEqual([7, 6, 5, 4, 3]);
    const nameIn = (impor?: number): string | undefined =>
      openReference(into, impor).table('instansi').findById('A5EB03E23C56F6A0E040640A040252AD')?.nama;
    expect(nameIn()).toBe(names[7]);
    expect(listFormerImports(into).map(nameIn)).toEqual(names.slice(2, 7).toReversed());
    expect(readdirSync(into).filter((name) => name.endsWith('.tsv'))).toHaveLength(6);
  });

  it('counts the same tables again as no new import', async () => {
    const into = target();
    for (let times = 0; times < 3; times++) await importReference(makeFolder({ 'instansi.csv': INSTANSI }), into);
    expect(listFormerImports(into)).toEqual([]);
    expect(readdirSync(into)).toHaveLength(2);
  });

  it('mends a folder whose manifest is broken', async () => {
    const into = target();
    await importReference(makeFolder({ 'instansi.csv': INSTANSI }), into);
    writeFileSync(join(into, 'manifest.json'), '{');
    await importReference(makeFolder({ 'instansi.csv': INSTANSI }), into);
    expect(openReference(into).table('instansi').size).toBe(3);
  });

  it('writes the same bytes from the same tables', async () => {
    const [one, two] = [target(), target()];
    for (const into of [one, two]) await importReference(makeFolder({ 'pendidikan.csv': PENDIDIKAN }), into);
    expect(bytesIn(one)).toEqual(bytesIn(two));
  });
});

describe('opening the tables', () => {
  it('works without any imported table, and says which are absent', () => {
    const reference = openReference();
    expect(reference.absent).toContain('lokasi_kabupaten');
    expect(reference.has('lokasi_kabupaten')).toBe(false);
    expect(reference.table('lokasi_kabupaten').findByName('KUDUS').kind).toBe('none');
    expect(reference.table('golongan_pns', 'golongan_pppk').findById('31')?.nama).toBe('III/a');
    expect(reference.table('kedudukan_hukum', 'kedudukan_hukum_tambahan').findByCode('71').kind).toBe('one');
    expect(openReference(join(root, 'belum-ada')).absent).toEqual(reference.absent);
  });

  it.each([
    ['cut', (text: string) => text.slice(0, -5)],
    ['altered', (text: string) => text.replace('KUDUS', 'KUDUZ').replace('Kudus', 'Kuduz')],
  ])('refuses a %s table when it is asked for', async (_what, damage) => {
    const into = target();
    await importReference(makeFolder({ 'instansi.csv': INSTANSI }), into);
    const file = join(into, readdirSync(into).find((name) => name.startsWith('instansi')) ?? '');
    writeFileSync(file, damage(readFileSync(file, 'utf8')));
    const reference = openReference(into);
    expect(() => reference.table('instansi')).toThrow(RefusedFile);
    expect(reference.table('agama').size).toBe(7);
  });

  it('refuses a broken manifest', async () => {
    const into = target();
    await importReference(makeFolder({ 'instansi.csv': INSTANSI }), into);
    writeFileSync(join(into, 'manifest.json'), '{"versi":1');
    expect(() => openReference(into)).toThrow(RefusedFile);
  });
});

describe('the lists of the project', () => {
  it.each([...BUILT_IN])('%s holds every code once, with a name', (tabel, rows) => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    const nameless = rows.filter(({ nama }) => nama === '').map(({ id }) => id);
    expect(nameless).toEqual(tabel === 'eselon' ? ['00'] : []);
  });

  it.each([
    ['PEMERINTAH KABUPATEN KUDUS', 'KAB KUDUS'],
    ['Pemerintah Kab. Kudus', 'KAB KUDUS'],
    ['Pemerintah Daerah Kota Tegal', 'KOTA TEGAL'],
    ['PEMPROV JAWA TENGAH', 'PROVINSI JAWA TENGAH'],
    ['Badan Kepegawaian Daerah', 'BADAN KEPEGAWAIAN DAERAH'],
    ['Kementerian Dalam Negeri', 'KEMENTERIAN DALAM NEGERI'],
    ['Pemerintah', 'PEMERINTAH'],
  ])('fold the government %s to %s', (nama, folded) => {
    expect(foldInstansi(nama)).toBe(folded);
    expect(foldInstansi(folded)).toBe(folded);
  });
});

const genuine = fileURLToPath(new URL('../../../shared/data/reference', import.meta.url));

describe.skipIf(!existsSync(genuine))('the genuine tables (the sibling folder shared)', () => {
  it('are imported whole, with all their dirt', async () => {
    const into = target();
    const { tabel, masalah, tidakAda } = await importReference(genuine, into);
    const counts = new Map(tabel.map((row) => [row.tabel, row]));
    expect(tidakAda).toEqual([]);
    expect(counts.get('jabatan_pelaksana')).toMatchObject({ dibaca: 70_899, karantina: 0 });
    expect(counts.get('lokasi_kabupaten')).toMatchObject({ dibaca: 29_230, karantina: 0 });
    expect(counts.get('pendidikan')).toMatchObject({ dibaca: 28_155, diterima: 27_897, karantina: 258 });
    expect(new Set(masalah.map(({ problem }) => problem.code))).toEqual(new Set(['REFERENSI_DIHAPUS']));

    const reference = openReference(into);
    const places = reference.table('lokasi_kabupaten');
    expect(places.findByName('SEMARANG', { jenis: ['KB'] })).toMatchObject({ kind: 'many' });
    expect(reference.table('jabatan_pelaksana').findByName('guru tk spgtk').kind).toBe('one');
    expect(reference.table('jabatan_fungsional', 'jabatan_pelaksana').findByName('Perawat Terampil').kind).not.toBe(
      'none',
    );
  });

  it.each(['agama', 'jenis_pegawai', 'kedudukan_hukum', 'jenis_pengadaan', 'tingkat_pendidikan', 'eselon'])(
    'hold the same codes and names as the list %s of the project',
    (tabel) => {
      const lines = readFileSync(join(genuine, `${tabel}.csv`), 'utf8')
        .trim()
        .split('\n')
        .slice(1);
      const codes = lines.map((line) => line.split(',')[0]);
      expect([...openReference().table(tabel).rows()].map(({ id }) => id)).toEqual(codes);
    },
  );
});
