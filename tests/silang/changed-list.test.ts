import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tellAlerts } from '../../src/app/silang/alerts.ts';
import { runPortal } from '../support/portal.ts';

const folder = mkdtempSync(join(tmpdir(), 'uji-periksa-'));
afterAll(() => rmSync(folder, { recursive: true }));
const [acuan, buku] = [join(folder, 'acuan'), join(folder, 'silang')];

const HEAD = 'id,kodeCepat,nama,kelompokJabatanId,jenjang,status,usiaBup';
const id = (letter: string, n: number): string => `${letter.repeat(31)}${n}`;

/** Imports a list of posts. */
async function publish(name: string, rows: readonly string[]): Promise<void> {
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, 'jabatan_fungsional.csv'), `${HEAD}\n${rows.join('\n')}\n`);
  expect((await runPortal('referensi', 'impor', join(folder, name), '--ke', acuan)).status).toBe(0);
}

const decide = (keputusan: string, n: number, of: string, ...more: readonly string[]) => {
  const words = ['--instansi', '6410', '--kolom', 'jabatan', '--label', `Jab Lokal ${n}`, '--id', of];
  return runPortal('silang', keputusan, ...words, '--silang', buku, '--acuan', acuan, '--oleh', 'Admin', ...more);
};

/** What must be looked at: label and kind, with what is said beside it. */
async function watch(...more: readonly string[]) {
  const { out, said } = await runPortal(
    'silang',
    'periksa',
    '--instansi',
    '6410',
    '--silang',
    buku,
    '--acuan',
    acuan,
    ...more,
  );
  const lines = out.trimEnd().split('\n').slice(1);
  return { said, lines, alerts: lines.map((line) => `${line.split(',')[3]} ${line.split(',')[7]}`) };
}

beforeAll(async () => {
  const names = [
    'Guru Contoh Muda',
    'Perawat Contoh Mahir',
    'Analis Contoh',
    'Penata Contoh',
    'Bidan Contoh',
    'Dokter Contoh',
  ];
  await publish(
    'awal',
    names.map((nama, i) => `${id('A', i + 1)},${i + 1},${nama},K${i + 1},AM,1,58`),
  );
  for (const n of [1, 2, 3, 4, 5, 6]) expect((await decide('terima', n, id('A', n))).status).toBe(0);
  expect((await watch()).alerts).toEqual([]);
  await publish('baru', [
    `${id('A', 1)},1,Guru Contoh Ahli Muda,K1,AM,1,60`,
    `${id('B', 2)},2,Perawat Contoh Mahir,K2,AM,1,58`,
    `${id('C', 3)},3,Analis Contoh Data,K3,AM,1,58`,
    `${id('C', 4)},3,Analis Contoh Hukum,K3,AM,1,58`,
    `${id('A', 4)},4,Penata Contoh,K9,AU,1,58`,
    `${id('A', 5)},5,Bidan Contoh,K5,AM,0,58`,
  ]);
});

describe('a national list that changed under live crosswalks', () => {
  it('is told entry by entry, with what changed and what to do', async () => {
    const { alerts, lines, said } = await watch();
    expect(alerts).toEqual([
      'Jab Lokal 1 ganti_nama',
      'Jab Lokal 2 ganti_id',
      'Jab Lokal 3 dipecah',
      'Jab Lokal 4 pindah',
      'Jab Lokal 5 tidak_dipakai',
      'Jab Lokal 6 hilang',
    ]);
    expect(lines[3]).toContain('induk: K4 menjadi K9; jenis: AM menjadi AU');
    expect(lines[4]).toContain('status: 1 menjadi 0');
    expect(said).toContain('6 silang diperiksa, 6 perlu ditinjau');
    expect(said).toContain('silang terima');
  });

  it('is counted without a word or code for who asks about all, and is told by a run that uses them', async () => {
    const { out, said } = await runPortal('silang', 'periksa', '--silang', buku, '--acuan', acuan);
    expect(out.trimEnd().split(/\r?\n/)).toEqual(['instansi,perlu_ditinjau', '6410,6']);
    expect(said).toContain('--instansi');
    const other = await runPortal('silang', 'periksa', '--instansi', '6411', '--silang', buku, '--acuan', acuan);
    expect(other.out.trimEnd().split('\n')).toHaveLength(1);
    const told = tellAlerts({ silang: buku, acuan, per: undefined, instansi: ['6410'] });
    expect(told).toMatch(/^6 silang perlu ditinjau .*\(6410: 6\).*silang periksa/);
    expect(tellAlerts({ silang: buku, acuan, per: undefined, instansi: ['6411'] })).toBeUndefined();
  });

  it('falls silent entry by entry as the advice is followed', async () => {
    await decide('terima', 1, id('A', 1));
    await decide('terima', 2, id('B', 2), '--mulai', '2026-12-01');
    await decide('tolak', 3, id('A', 3));
    await decide('terima', 4, id('A', 4));
    await decide('terima', 5, id('A', 1), '--mulai', '2026-12-01');
    expect((await watch()).alerts).toEqual(['Jab Lokal 6 hilang']);
    expect((await watch('--per', '2026-11-30')).alerts).toContain('Jab Lokal 2 ganti_id');
  });

  it('is not silenced by accepting an id that is gone once more, and its name is not lost', async () => {
    await decide('terima', 6, id('A', 6));
    const { alerts, lines } = await watch();
    expect(alerts).toEqual(['Jab Lokal 6 hilang']);
    expect(lines[0]).toContain('Dokter Contoh');
  });
});
