import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Recipe } from '#mapping';
import { runPortal } from '../support/portal.ts';
import { makePerson, toExport } from '../../src/reconcile/testing/deliveries.ts';

const folder = mkdtempSync(join(tmpdir(), 'uji-tawaran-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);
const buku = at('buku');

const PEOPLE = Array.from({ length: 60 }, (_, n) => {
  const [agama_id, agama] = n % 3 === 0 ? ['2', 'Kristen'] : n % 3 === 1 ? ['3', 'Katholik'] : ['1', 'Islam'];
  return makePerson(n, '6410', { agama_id, agama });
});

/** A delivery whose codes of religion are those of its office. */
function deliver(name: string, codes: Readonly<Record<string, string>>): string {
  const rows = PEOPLE.map((one, n) => [
    one.nip,
    one.nama,
    codes[one.agama ?? ''],
    one.email,
    one.no_hp,
    n % 9 === 0 ? '4' : '2',
  ]);
  writeFileSync(at(name), `nip,nama,kd_agm,email,hp,kd_duduk\n${rows.map((row) => row.join(',')).join('\n')}\n`);
  return at(name);
}

const first = deliver('6410.csv', { Islam: '9', Kristen: '5', Katholik: '7' });
const second = deliver('6411.csv', { Islam: '9', Kristen: '7', Katholik: '5' });

beforeAll(async () => {
  writeFileSync(at('bkn.csv'), toExport(PEOPLE));
  await runPortal('petakan', first, '--bkn', at('bkn.csv'), '--keluar', at('a.json'));
  const recipe = JSON.parse(readFileSync(at('a.json'), 'utf8')) as Recipe;
  const tabel = { 9: 'Islam', 5: 'Kristen', 7: 'Katholik' };
  const kolom = recipe.kolom.map((column) =>
    column.sumber === 'kd_agm' ? { ...column, kanonik: 'agama', pembaca: { jenis: 'kode', tabel } } : column,
  );
  const saring = [{ sumber: 'kd_duduk', nilai: ['4'], alasan: 'tidak_aktif' }];
  writeFileSync(at('a.json'), JSON.stringify({ ...recipe, kolom, saring }));
  const words = ['--buku', buku, '--instansi', '6410', '--berkas', first, '--oleh', 'Pengelola Kudus'];
  expect((await runPortal('pemetaan', 'simpan', at('a.json'), ...words)).status).toBe(0);
});

const map = (...words: readonly string[]) =>
  runPortal('petakan', second, '--buku', buku, '--instansi', '6411', ...words);
const read = (out: string) => JSON.parse(out) as Recipe & { tawaran?: unknown; ditanyakan: { kalimat: string }[] };
const codesOf = ({ kolom }: Recipe) => kolom.find(({ sumber }) => sumber === 'kd_agm')?.pembaca;

describe('a recipe that another instansi confirmed on the same structure', () => {
  it('is offered with who confirmed it, and not used', async () => {
    const { out, said } = await map();
    expect(said).toMatch(/Ditawarkan: .*milik 6410.*versi 1.*oleh Pengelola Kudus.*--ambil 6410@1/);
    expect(read(out).tawaran).toMatchObject([{ instansi: '6410', versi: 1, oleh: 'Pengelola Kudus' }]);
    expect(codesOf(read(out))).not.toMatchObject({ jenis: 'kode', tabel: { 9: 'Islam' } });
  });

  it('brings along only those codes that BKN bears out, and asks about the others and about filters by code', async () => {
    const { out, said } = await map('--ambil', '6410@1', '--bkn', at('bkn.csv'));
    const recipe = read(out);
    expect(said).toContain('Diambil dari 6410 versi 1');
    expect(recipe.kolom.find(({ sumber }) => sumber === 'kd_agm')?.kanonik).toBe('agama');
    expect(codesOf(recipe)).toEqual({ jenis: 'kode', tabel: { 9: 'Islam' } });
    expect(recipe.saring).toEqual([]);
    const questions = recipe.ditanyakan.map(({ kalimat }) => kalimat).join('\n');
    expect(questions).toContain('5');
    expect(questions).toContain('kd_duduk');
  });

  it('brings along no code where nothing bears it out', async () => {
    const recipe = read((await map('--ambil', '6410@1')).out);
    expect(codesOf(recipe)).toEqual({ jenis: 'kode_lokal' });
  });

  it('is not offered once the instansi has a version of its own, or for another structure', async () => {
    writeFileSync(at('lain.csv'), readFileSync(second, 'utf8').replace('kd_agm', 'agama_kode'));
    expect((await runPortal('petakan', at('lain.csv'), '--buku', buku, '--instansi', '6411')).said).not.toContain(
      'Ditawarkan',
    );
    await map('--ambil', '6410@1', '--keluar', at('b.json'));
    const words = ['--buku', buku, '--instansi', '6411', '--berkas', second, '--oleh', 'Pengelola Jepara'];
    expect((await runPortal('pemetaan', 'simpan', at('b.json'), ...words)).status).toBe(0);
    expect((await map()).said).not.toContain('Ditawarkan');
    expect((await map('--ambil', '6499@1')).said).toContain('6499@1');
  });
});
