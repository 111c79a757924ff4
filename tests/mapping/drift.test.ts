import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseIsoDate } from '#kernel/local-date.ts';
import { generateSampleData } from '#sample-data';
import { runPortal as portal } from '../support/portal.ts';
import { open, type Renaming, scoreRenames } from './drift-score.ts';

/** Offices whose structures differ most, and how many of their columns are renamed. */
const OFFICES = ['6400', '6402', '6406', '6410', '6424', '6429'];
const STEP = 9;
/** Another one, which has no recipe. */
const STRANGER = '6411';

let folder = '';
const at = (...parts: readonly string[]): string => join(folder, ...parts);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'geser-'));
  const per = parseIsoDate('2025-10-01');
  if (per === undefined) throw new Error('No such day');
  await generateSampleData(
    {
      pegawai: 2_000,
      benih: 'geser',
      per,
      kiriman: 1,
      wadah: 'csv',
      instansi: [...OFFICES, STRANGER],
      keluar: at('contoh'),
    },
    () => undefined,
  );
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const delivery = (instansi: string, month?: string): string =>
  month === undefined
    ? at('contoh', 'simpeg', `${instansi}.csv`)
    : at('contoh', 'kiriman', month, 'simpeg', `${instansi}.csv`);

describe('columns of sample deliveries renamed one at a time, a month later', () => {
  it.each<[Renaming, number]>([
    ['bisu', 0.7],
    ['singkat', 0.6],
  ])('%s: never one taken for another, the others all used, most found again', async (renaming, share) => {
    let [renamed, found] = [0, 0];
    for (const office of OFFICES) {
      const score = await scoreRenames(
        await open(delivery(office)),
        await open(delivery(office, '2025-11')),
        renaming,
        STEP,
      );
      expect(score.wrong).toEqual([]);
      expect(score.unsettled).toEqual([]);
      renamed += score.renamed;
      found += score.found;
    }
    expect(found / renamed).toBeGreaterThan(share);
  });
});

describe('the recipe book on the command line', () => {
  it('confirms, recognises, adapts, tries and reconciles', async () => {
    const [json, buku, hasil, csv] = [at('6410.json'), at('buku'), at('hasil'), at('uji.csv')];
    const berkas = delivery('6410');
    const inBook = ['--buku', buku, '--instansi', '6410'];
    expect(await portal('petakan', berkas, '--keluar', json)).toMatchObject({ status: 0 });
    const unknown = await portal('petakan', berkas, ...inBook);
    expect(JSON.parse(unknown.out)).toMatchObject({ buku: { keadaan: 'tidak_dikenal', versi: null } });
    const simpan = ['pemetaan', 'simpan', json, ...inBook, '--berkas', berkas, '--oleh', 'Uji'];
    expect((await portal(...simpan)).said).toMatch(/^Pemetaan 6410 tersimpan sebagai versi 1 /);
    expect((await portal(...simpan)).said).toMatch(/^Tidak ada yang berubah/);
    const known = await portal('petakan', berkas, ...inBook);
    expect(JSON.parse(known.out)).toMatchObject({
      buku: { keadaan: 'dikenal', versi: 1 },
      perubahan: [],
      ditanyakan: [],
    });
    expect(known.said).toMatch(/^6410: struktur dikenal, pemetaan versi 1 dipakai seluruhnya/);
    expect((await portal('pemetaan', 'daftar', '--buku', buku)).out).toMatch(/^instansi,versi,.*\n6410,1,/);
    expect((await portal('pemetaan', 'banding', '6410@1', json, '--buku', buku)).said).toMatch(/membaca hal yang sama/);
    expect(await portal('pemetaan', 'banding', '6410@1', '6410@7', '--buku', buku)).toMatchObject({
      status: 1,
      codes: ['BUKU_TANPA_VERSI'],
    });
    const tried = await portal(
      'uji-pemetaan',
      '--pemetaan',
      json,
      '--terhadap',
      '6410@1',
      '--buku',
      buku,
      '--keluar',
      csv,
      '--berkas',
      `6410=${berkas}`,
      '--berkas',
      delivery('6410', '2025-11'),
    );
    expect(JSON.parse(tried.out)).toMatchObject({ berkas: [{ instansi: '6410', sel_berubah: 0 }, { sel_berubah: 0 }] });
    expect(readFileSync(csv, 'utf8')).toBe('instansi,berkas,baris,isian,sebelum,sesudah,jenis\n');
    const bkn = at('contoh', 'kiriman', '2025-11', 'bkn.csv');
    const run = await portal(
      'rekonsiliasi',
      '--bkn',
      bkn,
      '--simpeg',
      `6410=${delivery('6410', '2025-11')}`,
      '--simpeg',
      `${STRANGER}=${delivery(STRANGER, '2025-11')}`,
      '--buku',
      buku,
      '--keluar',
      hasil,
    );
    expect(run.said).toMatch(
      /^6410: struktur (?:dikenal|bergeser), .*pemetaan versi 1 dipakai.*\n6411: struktur belum dikenal/,
    );
    expect(JSON.parse(readFileSync(join(hasil, 'pemetaan', '6410.json'), 'utf8'))).toMatchObject({
      buku: { versi: 1 },
    });
    expect(JSON.parse(readFileSync(join(hasil, 'ringkasan.json'), 'utf8'))).toMatchObject({
      buku: [
        { instansi: '6410', versi: 1 },
        { instansi: '6411', versi: null },
      ],
    });
    expect(existsSync(join(buku, '6411'))).toBe(false);
  });

  it.each([
    [['pemetaan'], 'PERINTAH_TANPA_KERJA'],
    [['pemetaan', 'simpan'], 'KATA_KURANG'],
    [['pemetaan', 'daftar'], 'OPSI_KURANG'],
    [['petakan', 'x.csv', '--buku', 'b'], 'OPSI_KURANG'],
    [['uji-pemetaan', '--pemetaan', 'a', '--terhadap', 'b', '--keluar', 'c'], 'OPSI_KURANG'],
  ])('%s says what is missing', async (words, code) => {
    expect((await portal(...words)).codes).toEqual([code]);
  });
});
