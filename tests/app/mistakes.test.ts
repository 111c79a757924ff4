import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { FIELDS } from '#canonical';
import { formatCsvRow } from '#formats';
import { makePerson, toExport } from '../../src/reconcile/testing/deliveries.ts';
import { runPortal } from '../support/portal.ts';

/** Ordinary mistakes at the command line end in a sentence with a remedy and leave earlier results alone. */

const folder = mkdtempSync(join(tmpdir(), 'keliru-'));
const file = (name: string): string => join(folder, name);
const PEOPLE = Array.from({ length: 40 }, (_, n) => makePerson(n, n < 20 ? '6410' : '6411'));
const COLUMNS = ['nip', 'nama', 'tmt_cpns', 'golongan'] as const;

function delivery(name: string, from: number): string {
  const rows = PEOPLE.slice(from, from + 20).map((person) => COLUMNS.map((nama) => person[nama] ?? ''));
  const headings = COLUMNS.map((nama) => FIELDS.find((field) => field.nama === nama)?.label ?? nama);
  writeFileSync(file(name), [headings, ...rows].map((row) => formatCsvRow(row)).join(''));
  return file(name);
}

writeFileSync(file('bkn.csv'), toExport(PEOPLE));
writeFileSync(file('bukan-folder'), 'isi');
const KUDUS = `6410=${delivery('kudus.csv', 0)}`;
const JEPARA = `6411=${delivery('jepara.csv', 20)}`;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const reconcile = (keluar: string, ...words: readonly string[]) =>
  runPortal('rekonsiliasi', '--bkn', file('bkn.csv'), '--keluar', file(keluar), ...words);

describe('wrong usage', () => {
  const whole = ['rekonsiliasi', '--bkn', 'bkn.csv', '--simpeg', '6410=a.csv', '--keluar', 'hasil'];
  it.each<readonly [readonly string[], string]>([
    [['rekonsilasi'], '"rekonsilasi" tidak dikenal (maksud Anda "rekonsiliasi"?)'],
    [['usul'], 'maksud Anda "silang usul"?'],
    [['hapus'], 'Daftar perintah: npm run -s portal -- bantuan'],
    [['bantuan', 'petkan'], 'maksud Anda "petakan"?'],
    [['silang'], 'salah satu dari usul, putuskan'],
    [['silang', 'usull'], 'maksud Anda "usul"?'],
    [['referensi'], 'salah satu dari impor'],
    [['referensi', 'impor'], 'sebutkan <folder>'],
    [['petakan'], 'sebutkan <berkas>'],
    [['petakan', 'data', 'asn.csv'], 'apit seluruhnya dengan tanda kutip'],
    [['pemetaan', 'banding', '6410@1'], 'sebutkan <instansi>@<versi>'],
    [['petakan', 'a.csv', '--buku', 'buku'], '--instansi wajib'],
    [[...whole, '--bnk', 'x'], '"--bnk" tidak dikenal untuk perintah rekonsiliasi (maksud Anda "--bkn"?)'],
    [['rekonsiliasi', '-bkn', 'x'], 'maksud Anda "--bkn"?'],
    [['rekonsiliasi', '–bkn', 'x'], 'dua tanda hubung'],
    [['rekonsiliasi', '--bkn'], 'nilainya belum diisi'],
    [['rekonsiliasi', '--bkn', '--simpeg', '6410=a.csv'], 'nilainya belum diisi'],
    [['rekonsiliasi', '--bkn', ''], '--bkn wajib diisi'],
    [['rekonsiliasi', '--bkn', 'a.csv', '--simpeg', '6410=b.csv'], '--keluar wajib diisi'],
    [[...whole, '6411=b.csv'], 'Tulis --simpeg 6411=b.csv'],
    [[...whole, '--keluar', 'lain'], 'ditulis dua kali'],
    [[...whole, '--timpa=ya'], 'tidak diberi nilai'],
    [[...whole, '--per', '1-10-2025'], 'misalnya 2026-10-01'],
    [[...whole, '--per', '2025-02-30'], 'ada di kalender'],
    [[...whole, '--simpeg', 'kudus=a.csv'], '6410 untuk Kab. Kudus'],
    [[...whole, '--simpeg', 'a.csv'], 'bentuknya <instansi>=<berkas>'],
    [[...whole, '--simpeg', '6599=a.csv'], 'instansi berkode 6599'],
    [[...whole, '--pemetaan', '6411=x.json'], '--simpeg 6411='],
    [[...whole, '--simpeg', '6410=b.csv', '--pemetaan', '6410=x.json'], '6410-1=<json> atau 6410-2=<json>'],
    [[...whole, '--pemetaan', '6410=x.json', '--pemetaan', '6410=y.json'], 'sudah disebut'],
    [[...whole, '--acuan', file('acaun')], 'folder itu tidak ada'],
    [['ikd', '--bkn', 'a.csv', '--format', 'cvs'], 'maksud Anda "csv"?'],
    [['perbaikan', '--bentuk', 'excel'], 'pilihannya csv, xlsx, sql'],
    [['silang', 'daftar', '--silang', 'x', '--instansi', 'Kab. Tegal'], '6407 untuk Kab. Tegal, 6474 untuk Kota Tegal'],
    [['silang', 'daftar', '--silang', 'x', '--instansi', '6410', '--bkn', 'a'], 'hanya oleh silang usul'],
    [['data-contoh', '--pegawai', 'sepuluh', '--benih', 'a', '--keluar', 'b'], 'isi dengan 2000 sampai 5000000'],
    [['data-contoh', '--pegawai', '5000', '--benih', 'a', '--keluar', 'b', '--cacat', 'D99'], 'D01 sampai D28'],
  ])('is refused before anything is read, with the right form: %j', async (words, sentence) => {
    const { status, said, out } = await runPortal(...words);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(said).toContain(sentence);
    expect(said).toContain('npm run -s portal --');
    expect(said.split('\n', 1)[0]).not.toMatch(/undefined|\{\w+\}/);
  });

  it.each([['bantuan'], ['--help'], ['-h'], ['petakan', '--help'], ['bantuan', 'silang'], ['silang', 'usul', '-h']])(
    'is helped by %s %s',
    async (...words) => {
      const { status, out, said } = await runPortal(...words);
      expect({ status, said }).toEqual({ status: 0, said: '' });
      expect(out).toContain('Status keluar:');
    },
  );

  it.each([
    ['--buku', 'buk'],
    ['--silang', 'silnag'],
  ])('is said of a folder that does not exist: %s', async (opsi, name) => {
    const { status, said } = await reconcile('salah', '--simpeg', KUDUS, opsi, file(name));
    expect(status).not.toBe(0);
    expect(said).toContain(name);
  });
});

describe('a file or folder that cannot be used', () => {
  it.each(['u.xlsx', 'u.csv'])('is named where proposals cannot be written: %s', async (name) => {
    const words = ['--bkn', file('bkn.csv'), '--simpeg', KUDUS, '--silang', file('buku-silang')];
    const { status, said } = await runPortal('silang', 'usul', ...words, '--keluar', file(join('tiada', name)));
    expect(status).toBe(1);
    expect(said).toContain(join('tiada', name));
    expect(said).not.toMatch(/ENOENT|node:|kesalahan di dalam/);
  });

  it('refuses only the delivery whose recipe is missing', async () => {
    const words = ['--simpeg', KUDUS, '--simpeg', JEPARA, '--pemetaan', `6410=${file('tidak-ada.json')}`];
    const { status, said } = await reconcile('satu-ditolak', ...words);
    expect(status).toBe(1);
    expect(said).toMatch(/6410: .*tidak-ada\.json tidak ditemukan/);
    expect(said).not.toContain('kesalahan di dalam aplikasi');
    const summary: unknown = JSON.parse(readFileSync(join(file('satu-ditolak'), 'ringkasan.json'), 'utf8'));
    expect(summary).toMatchObject({ berkas: [{}, { instansi: '6411', dibaca: 20 }] });
  });

  it.each([
    ['a result in the place of a file', ['--keluar', file('bukan-folder')], 'adalah berkas'],
    ['a result below a file', ['--keluar', join(file('bukan-folder'), 'hasil')], 'adalah berkas'],
  ])('is named: %s', async (_name, words, sentence) => {
    const { status, said } = await runPortal('rekonsiliasi', '--bkn', file('bkn.csv'), '--simpeg', KUDUS, ...words);
    expect({ status, said }).toMatchObject({ status: 1, said: expect.stringContaining(sentence) as string });
  });

  it('is named where a recipe is to be written', async () => {
    const { status, said } = await runPortal(
      'petakan',
      file('kudus.csv'),
      '--keluar',
      join(file('belum-ada'), 'p.json'),
    );
    expect({ status, said }).toMatchObject({ status: 1, said: expect.stringContaining('buat foldernya') as string });
  });
});

describe('a file whose own name holds a #', () => {
  it('is read by every command that takes a table behind a #', async () => {
    const kudus = delivery('kudus#2024.csv', 0);
    const bkn = file('bkn#2024.csv');
    writeFileSync(bkn, toExport(PEOPLE));
    const commands = [
      ['rekonsiliasi', '--bkn', bkn, '--simpeg', `6410=${kudus}`, '--keluar', file('pagar')],
      ['petakan', kudus, '--keluar', file('pagar.json')],
      ['ikd', '--bkn', bkn, '--per', '2025-10-01'],
      [
        'pemetaan',
        'simpan',
        file('pagar.json'),
        '--buku',
        file('buku'),
        '--instansi',
        '6410',
        '--berkas',
        kudus,
        '--oleh',
        'uji',
      ],
    ];
    for (const words of commands) {
      const { status, said } = await runPortal(...words);
      expect({ status, said }).toMatchObject({ status: 0 });
    }
  });
});

describe('a run without a readable delivery', () => {
  it('leaves the earlier result as it was', async () => {
    expect((await reconcile('tetap', '--simpeg', KUDUS)).status).toBe(0);
    const before = readFileSync(join(file('tetap'), 'ringkasan.json'), 'utf8');
    const { status, said } = await reconcile('tetap', '--timpa', '--simpeg', `6410=${file('hilang.csv')}`);
    expect(status).toBe(1);
    expect(said).toMatch(/hasil sebelumnya tetap ada\. 6410: .*hilang\.csv tidak ditemukan/);
    expect(readFileSync(join(file('tetap'), 'ringkasan.json'), 'utf8')).toBe(before);
    expect(existsSync(join(file('tetap'), '.bagian'))).toBe(false);
  });
});

describe('rows that ikd cannot read', () => {
  it('are told with their row, up to a number, and counted', async () => {
    const [heading = '', ...rows] = toExport(PEOPLE).split('\n');
    const broken = Array.from({ length: 25 }, () => 'putus,di,tengah');
    writeFileSync(file('cacat.csv'), [heading, ...rows.slice(0, 40), ...broken, ''].join('\n'));
    const { status, said, out } = await runPortal('ikd', '--bkn', file('cacat.csv'), '--per', '2025-10-01');
    expect(status).toBe(0);
    expect(said.match(/^Baris \d+: /gm)).toHaveLength(20);
    expect(said).toContain('Baris 41: ');
    expect(said).toContain('dan 5 masalah lain');
    expect(said).toContain('Baris dibaca 65 = diterima 40 + karantina 25.');
    expect(JSON.parse(out)).toMatchObject({ baris: { dibaca: 65, diterima: 40, karantina: 25 } });
  });
});

describe('a name out of a file', () => {
  it('cannot write on the screen of the operator', async () => {
    const title = '\u001b]0;milik saya\u0007';
    mkdirSync(file('jahat'));
    const sql = `CREATE TABLE \`catatan${title}\` (a int, b int);\nINSERT INTO \`catatan${title}\` VALUES (1, 2);\n`;
    writeFileSync(file('jahat/jahat.sql'), sql);
    const { said } = await reconcile('layar', '--simpeg', `6410=${file('jahat/jahat.sql')}`);
    expect(said).toContain('catatan');
    for (const sign of ['\u001b', '\u0007']) expect(said).not.toContain(sign);
  });
});

describe('a name that is nearly right', () => {
  it.each<readonly [readonly string[], string]>([
    [['petakan', file('kuduss.csv')], '(maksud Anda "kudus.csv"?)'],
    [['petakan', file('kudus.xlsx')], '(maksud Anda "kudus.csv"?)'],
    [['petakan', join(file('tiada'), 'a.csv')], `(folder ${file('tiada')} tidak ada)`],
    [['petakan', join(file('kudus.csv'), 'a.csv')], 'tidak ditemukan'],
    [['petakan', `“${file('kudus.csv')}”`], 'ketik ulang tanda kutipnya'],
    [['petakan', '~/tidak-ada-di-sini.csv'], 'tidak ditemukan'],
    [['petakan', file('kudus.csv'), '--bkn', file('kudus.csv')], 'bukan ekspor "Data ASN" BKN'],
    [['petakan', file('kudus.csv'), '--acuan', folder], 'tidak memuat hasil referensi impor'],
    [['petakan', file('kudus.csv'), '--keluar', folder], 'adalah folder, padahal yang diperlukan berkas'],
    [['pemetaan', 'banding', '6410@1', '6410@2'], 'Sebutkan bukunya dengan --buku'],
    [['referensi', 'impor', file('kudus.csv')], 'adalah berkas, padahal yang diperlukan folder'],
    [['silang', 'daftar', '--instansi', '6410', '--silang', file('kudus.csv')], 'adalah berkas'],
    [['silang', 'putuskan', '--dari', file('kudus.csv'), '--silang', file('s'), '--oleh', 'x'], 'bukan usulan silang'],
    [['perbaikan', '--selisih', 'x', '--pemetaan', folder, '--bentuk', 'csv', '--keluar', file('p')], 'adalah folder'],
  ])('is told with what stands there: %j', async (words, sentence) => {
    const { said } = await runPortal(...words);
    expect(said).toContain(sentence);
    expect(said).not.toMatch(/undefined|\{\w+\}|""|\bE[A-Z]{4,}\b|kesalahan di dalam/);
  });

  it.skipIf(sep !== '/')('is told where Windows parts folders otherwise', async () => {
    expect((await runPortal('petakan', 'C:\\data\\kudus.csv')).said).toContain('garis miring biasa');
  });

  it.skipIf(!existsSync('/dev/full'))('is told where the disk is full', async () => {
    const { status, said } = await runPortal('petakan', file('kudus.csv'), '--keluar', '/dev/full');
    expect({ status, said }).toMatchObject({ status: 1, said: expect.stringContaining('penuh') as string });
  });
});

describe('what was written', () => {
  it('is told by petakan with the command that comes next', async () => {
    const { status, said, out } = await runPortal('petakan', file('kudus.csv'), '--keluar', file('peta kudus.json'));
    expect({ status, out }).toEqual({ status: 0, out: '' });
    expect(said).toMatch(/4 dari 4 kolom dipakai/);
    expect(said).toContain(`Pemetaan tersimpan di ${file('peta kudus.json')}.`);
    expect(said).toContain(`--pemetaan "<instansi>=${file('peta kudus.json')}"`);
  });

  it('is told by referensi impor: equal problems once, all of them in a file', async () => {
    mkdirSync(file('daftar'));
    const rows = Array.from({ length: 30 }, (_, n) => `${n},${n % 2 === 0 ? '#DELETE#' : `JENIS ${n}`}`);
    writeFileSync(file('daftar/profesi.csv'), ['id,nama', ...rows, ''].join('\n'));
    const { status, said } = await runPortal('referensi', 'impor', file('daftar'), '--ke', file('acuan'));
    expect(status).toBe(0);
    expect(said.match(/ditandai hapus/g)).toHaveLength(1);
    expect(said).toContain('15 baris seperti ini, yang pertama baris 1:');
    const problems = readFileSync(file('acuan/masalah-impor.csv'), 'utf8').trimEnd().split('\n');
    expect(problems).toHaveLength(16);
    expect(said).toContain(file('acuan/masalah-impor.csv'));
  });
});
