import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runPortal } from '../support/portal.ts';

const folder = mkdtempSync(join(tmpdir(), 'uji-pemetaan-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);

/** Twenty people; each rank has a row that is in force and one that lies ahead. */
const NIPS = Array.from({ length: 20 }, (_, n) => `198001${String(n + 1).padStart(2, '0')}2010011${901 + n}`);
const LOCAL = 'Pendidik Jenjang Kedua';
mkdirSync(at('kiriman'));
writeFileSync(at('kiriman/pegawai.csv'), `nip,nama,jabatan\n${NIPS.map((nip) => `${nip},SITI,${LOCAL}`).join('\n')}\n`);
writeFileSync(
  at('kiriman/riwayat.csv'),
  `nip,gol,tmt\n${NIPS.map((nip) => `${nip},III/a,2020-04-01\n${nip},III/b,2026-04-01`).join('\n')}\n`,
);
const recipe = (name: string, terbesar: boolean): string => {
  const kolom = [
    { sumber: 'nip', kanonik: 'nip' },
    { sumber: 'nama', kanonik: 'nama' },
    { sumber: 'jabatan', kanonik: 'jabatan' },
    { sumber: 'riwayat.gol', kanonik: 'golongan' },
    { sumber: 'riwayat.tmt', kanonik: 'tmt_golongan', pembaca: { jenis: 'tanggal', urutan: 'ymd' } },
  ];
  const gabung = [{ tabel: 'riwayat', kunci: 'nip', ke: 'nip', ...(terbesar ? { terbesar: 'tmt' } : {}) }];
  writeFileSync(at(name), JSON.stringify({ berkas: 'kiriman', tabel: 'pegawai', kolom, gabung }));
  return at(name);
};
const [first, latest] = [recipe('pertama.json', false), recipe('terakhir.json', true)];

async function trial(terhadap: string, pemetaan: string, ...more: readonly string[]) {
  const keluar = at('perubahan.csv');
  const words = [
    '--terhadap',
    terhadap,
    '--pemetaan',
    pemetaan,
    '--berkas',
    `6410=${at('kiriman')}`,
    '--keluar',
    keluar,
  ];
  const { status, said } = await runPortal('uji-pemetaan', ...words, ...more);
  const lines = status === 0 ? readFileSync(keluar, 'utf8').trimEnd().split('\n').slice(1) : [];
  return { status, said, cells: lines.map((line) => line.split(',').slice(3).join(',')) };
}

describe('a trial of a recipe', () => {
  it('reads histories as of the day that is given', async () => {
    const ahead = await trial(first, latest);
    expect(ahead.cells.filter((cell) => cell.startsWith('golongan'))).toEqual(NIPS.map(() => 'golongan,31,32,berubah'));
    expect((await trial(first, latest, '--per', '2026-03-31')).cells).toEqual([]);
    expect((await trial(first, latest, '--per', 'kemarin')).status).toBe(2);
  });

  it('reads words by the crosswalk of the instansi, and tells what a crosswalk alone changes', async () => {
    const buku = at('silang');
    const id = '8AE483A570E6758B01710BA2C7527D80';
    const words = ['--instansi', '6410', '--kolom', 'jabatan', '--label', LOCAL, '--id', id, '--mulai', '2026-01-01'];
    await runPortal('silang', 'terima', ...words, '--silang', buku, '--oleh', 'Admin');
    expect((await trial(latest, latest, '--silang', buku)).cells).toEqual([]);
    mkdirSync(at('kosong'));
    const alone = await trial(latest, latest, '--silang', buku, '--silang-lama', at('kosong'));
    expect(alone.cells).toHaveLength(NIPS.length);
    expect(alone.cells[0]).toMatch(/^jabatan,/);
    const earlier = ['--silang', buku, '--silang-lama', at('kosong'), '--per', '2025-12-31'];
    expect((await trial(latest, latest, ...earlier)).cells).toEqual([]);
    expect((await trial(latest, latest, '--silang', at('salah-eja'))).said).toContain('salah-eja tidak ada');
  });
});
