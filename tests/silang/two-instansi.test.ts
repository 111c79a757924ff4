import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fingerprint } from '../../src/app/silang/proposal-file.ts';
import { runPortal as portal, type Told } from '../support/portal.ts';
import { makeSample } from '../support/sample-run.ts';

/** A word of BKN's list, and what two offices say for it. */
const NATIONAL = /Guru Ahli Muda/gi;
const LOCAL = 'Pendidik Jenjang Kedua';

const folder = mkdtempSync(join(tmpdir(), 'uji-silang-'));
const contoh = join(folder, 'contoh');
const buku = join(folder, 'buku');
let [a, b] = ['', ''];
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  await makeSample(contoh, { pegawai: 2000, benih: 'silang', wadah: 'csv' });
  const offices = readdirSync(join(contoh, 'simpeg'))
    .filter((name) => /^\d{4}\.csv$/.test(name))
    .toSorted()
    .filter((name) => (textOf(name).match(NATIONAL) ?? []).length >= 6);
  const [first = '', second = ''] = offices;
  for (const name of [first, second]) {
    writeFileSync(join(contoh, 'simpeg', name), textOf(name).replace(NATIONAL, LOCAL));
  }
  [a, b] = [first.slice(0, 4), second.slice(0, 4)];
}, 120_000);

const textOf = (name: string): string => readFileSync(join(contoh, 'simpeg', name), 'latin1');
const simpegOf = (instansi: string): readonly string[] => [
  '--simpeg',
  `${instansi}=${join(contoh, 'simpeg', `${instansi}.csv`)}`,
];

const isLocal = (line: string): boolean =>
  line.includes(',jabatan,') && line.toUpperCase().includes(LOCAL.toUpperCase());

let runs = 0;
/** Lines of selisih.csv of both offices, with or without the book. */
async function differences(...more: readonly string[]): Promise<readonly string[]> {
  const keluar = join(folder, `hasil-${runs++}`);
  const bkn = ['--bkn', join(contoh, 'bkn.csv')];
  const { status } = await portal('rekonsiliasi', ...bkn, ...simpegOf(a), ...simpegOf(b), ...more, '--keluar', keluar);
  expect(status).toBe(0);
  return readFileSync(join(keluar, 'selisih.csv'), 'utf8').trimEnd().split('\n').slice(1);
}

/** Proposes for an office, writes a decision into every line that bears the local word, and carries it out. */
async function settle(instansi: string, keputusan: string, ...more: readonly string[]): Promise<Told> {
  const usulan = join(folder, `usul-${instansi}.csv`);
  const bkn = ['--bkn', join(contoh, 'bkn.csv')];
  await portal('silang', 'usul', ...bkn, ...simpegOf(instansi), '--silang', buku, '--keluar', usulan);
  const lines = readFileSync(usulan, 'utf8').split('\n');
  const marked = lines.map((line) => (isLocal(line) ? line.replace(/,([^,]*)$/, `${keputusan},$1`) : line));
  writeFileSync(usulan, marked.join('\n'));
  return portal('silang', 'putuskan', '--dari', usulan, '--silang', buku, '--oleh', 'Admin', ...more);
}

const of = (instansi: string, lines: readonly string[]): readonly string[] =>
  lines.filter((line) => line.startsWith(`${instansi},`));
/** Lines of the word, with whatever signs stand around it: those are one value. */
const explained = (line: string): boolean => /,jabatan,\W*Pendidik Jenjang Kedua\W*,Guru Ahli Muda,/i.test(line);

describe('a crosswalk that one instansi confirmed', () => {
  it('settles its own differences, is offered to another, and acts there only once that one accepts it', async () => {
    const before = await differences();
    expect(of(a, before).filter(explained).length).toBeGreaterThan(0);
    expect(of(b, before).filter(explained).length).toBeGreaterThan(0);
    const bkn = ['--bkn', join(contoh, 'bkn.csv')];
    const mistyped = [...bkn, ...simpegOf(a), '--silang', `${buku}x`, '--keluar', join(folder, 'salah-eja')];
    const refused = await portal('rekonsiliasi', ...mistyped);
    expect([refused.status, refused.said]).toEqual([1, expect.stringContaining(`${buku}x tidak ada`)]);
    expect(existsSync(join(folder, 'salah-eja'))).toBe(false);
    for (const kerja of ['daftar', 'periksa']) {
      expect((await portal('silang', kerja, '--instansi', a, '--silang', `${buku}x`)).status).toBe(1);
    }
    mkdirSync(buku);
    expect(await differences('--silang', buku)).toEqual(before);

    const accepted = await settle(a, 'terima');
    expect(accepted.status).toBe(0);
    expect(accepted.said).toContain('1 diterima');
    const afterA = await differences('--silang', buku);
    expect(afterA).toEqual(before.filter((line) => !(line.startsWith(`${a},`) && explained(line))));

    const offered = await portal('silang', 'tawaran', '--instansi', b, '--silang', buku);
    expect(offered.out.split('\n')[1]).toContain(`jabatan,${LOCAL},`);
    expect(offered.out).not.toContain('Admin');
    const taken = await settle(b, 'terima', '--mulai', '2020-01-01');
    expect(taken.said).toMatch(/= [1-9]\d* diterima \+ 0 ditolak \+ 0 gagal/);
    expect(await differences('--silang', buku)).toEqual(before.filter((line) => !explained(line)));
    expect(await differences('--silang', buku, '--per', '2019-12-31')).toEqual(afterA);

    const nothingLeft = await portal('silang', 'tawaran', '--instansi', b, '--silang', buku);
    expect(nothingLeft.out.trimEnd().split('\n')).toHaveLength(1);
  }, 120_000);

  it('ends when it is rejected', async () => {
    const entries = (await portal('silang', 'daftar', '--silang', buku, '--instansi', b)).out.trimEnd().split('\n');
    const id = entries[1]?.split(',')[4] ?? '';
    const words = ['--instansi', b, '--kolom', 'jabatan', '--label', LOCAL.toUpperCase(), '--id', id];
    const rejected = await portal('silang', 'tolak', ...words, '--silang', buku, '--oleh', 'Admin');
    expect(rejected.said).toContain('1 ditolak');
    expect(of(b, await differences('--silang', buku)).filter(explained).length).toBeGreaterThan(0);
  }, 60_000);
});

describe('a row that cannot be carried out', () => {
  it.each([
    ['a code that lost its zero', '6410,agama,1,,1,terima,00000000', 'Excel'],
    ['an unknown decision', '6410,agama,1,,1,mungkin,', 'mungkin'],
    ['an unknown field', '6410,nama,1,,1,terima,', 'nama'],
    ['an unknown instansi', '9999,agama,1,,1,terima,', '9999'],
    ['a code that the closed list lacks', '6410,agama,1,,77,terima,', '77'],
    ['a long number', '6410,jabatan,198001012010011901,,8AE483A570E6758B01710BA2C7527D80,terima,', 'seseorang'],
  ])('%s is told with its line, and the good rows go on', async (_what, line, told) => {
    const path = join(folder, 'keputusan.csv');
    const good = '6410,agama,01,,1,terima,';
    writeFileSync(path, `instansi,kolom,kode,label,id_bkn,keputusan,sidik\n${good}\n${line}\n6410,agama,2,,2,,\n`);
    const { said, status } = await portal(
      'silang',
      'putuskan',
      '--dari',
      path,
      '--silang',
      join(folder, 'lain'),
      '--oleh',
      'Admin',
    );
    expect(status).toBe(1);
    expect(said).toContain('3 baris dibaca = 1 diterima + 0 ditolak + 1 gagal + 1 tanpa keputusan');
    expect(said).toContain('baris 2:');
    expect(said).toContain(told);
  });
});

describe('a number of people that was raised by hand', () => {
  it('lets no words wander: the decision holds, the number does not', async () => {
    const [path, book] = [join(folder, 'dinaikkan.csv'), join(folder, 'dinaikkan')];
    const [value, proposed] = [
      { kolom: 'jabatan', kode: '77', label: 'AJUDAN PRIBADI BUPATI CONTOH' },
      { id_bkn: 'F'.repeat(32), dukungan: '1', bertentangan: '0' },
    ];
    const sidik = fingerprint('6410', value, proposed);
    const row = ['6410', ...Object.values(value), proposed.id_bkn, '900', '0', 'terima', sidik].join(',');
    writeFileSync(path, `instansi,kolom,kode,label,id_bkn,dukungan,bertentangan,keputusan,sidik\n${row}\n`);
    const decided = await portal('silang', 'putuskan', '--dari', path, '--silang', book, '--oleh', 'Admin');
    expect(decided.said).toMatch(/1 diterima(?:.|\n)*1 baris diterima tanpa jumlah pegawainya/);
    const offered = await portal('silang', 'tawaran', '--instansi', '6411', '--silang', book);
    expect(offered.out.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('words about one person', () => {
  it('reach nobody else, even where the proposal bears them as the name of an id that no list has', async () => {
    const [path, book] = [join(folder, 'satu-orang.csv'), join(folder, 'satu-orang')];
    const words = 'AJUDAN PRIBADI BUPATI CONTOH';
    const head = 'instansi,kolom,kode,label,id_bkn,nama_bkn,dukungan,keputusan,sidik';
    writeFileSync(path, `${head}\n6410,jabatan,77,${words},${'F'.repeat(32)},${words},1,terima,\n`);
    const decided = await portal('silang', 'putuskan', '--dari', path, '--silang', book, '--oleh', 'Nama Pemutus');
    expect(decided.said).toContain('1 diterima');
    const offered = await portal('silang', 'tawaran', '--instansi', '6411', '--silang', book);
    expect(offered.out.trimEnd().split('\n')).toHaveLength(1);

    const everybody = await portal('silang', 'daftar', '--silang', book);
    expect([everybody.status, everybody.out]).toEqual([2, '']);
    expect(everybody.said).toContain('--instansi');
    const own = await portal('silang', 'daftar', '--silang', book, '--instansi', '6410');
    expect(own.out).toContain('Nama Pemutus');
  });
});
