import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeProblem } from '#kernel/problem.ts';
import { writeCorrections } from './write-corrections.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rumus-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const A = '198503122010012901';
const B = '199004052015031902';

/** The packet of two people of whom one has a number of a decree that begins like a formula, or is to get one. */
async function packetOf(bentuk: 'csv' | 'xlsx', [old, fresh]: readonly [string, string]) {
  const put = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  put('kudus.csv', `NIP;NO_SK;AGAMA\n${A};${old};1\n${B};821/7;2\n`);
  const kolom = [
    { sumber: 'NIP', kanonik: 'nip' },
    { sumber: 'NO_SK', kanonik: 'no_sk_cpns' },
    { sumber: 'AGAMA', kanonik: 'agama', pembaca: { jenis: 'kode', tabel: { '1': '1', '2': '2', '9': '3' } } },
  ];
  const lines = [
    'instansi,nip,kolom,nilai_simpeg,nilai_bkn,kelas,sebab',
    `6410,${A},no_sk_cpns,${old},${fresh},beda,`,
    `6410,${B},no_sk_cpns,821/7,821/8,beda,`,
    `6410,${B},agama,2,3,beda,`,
  ];
  const outcome = await writeCorrections({
    selisih: put('selisih.csv', `${lines.join('\n')}\n`),
    pemetaan: put('kudus.json', JSON.stringify({ berkas: 'kudus.csv', tabel: 'kudus', kolom })),
    bentuk,
    keluar: join(folder, 'paket'),
    timpa: true,
    acuan: undefined,
  });
  if (!outcome.ok) throw new Error(describeProblem(outcome.error));
  return outcome.value;
}
const text = (name: string): string => readFileSync(join(folder, 'paket', name), 'utf8');

describe('a cell that begins like a formula', () => {
  it.each<readonly [string, string]>([
    ['-/821/X', '821/9'],
    ['821/6', '=821'],
  ])('is left out of CSV with its reason, and the others are written: %s to %s', async (old, fresh) => {
    const { selisih, hasil } = await packetOf('csv', [old, fresh]);
    expect(selisih).toMatchObject({ dibaca: 3, ditulis: 2, tidak_ditulis: 1 });
    expect(text('tidak-ditulis.csv')).toMatch(/TULIS_CSV,.*--bentuk xlsx/);
    expect(text('perbaikan.csv')).toBe(`NIP,NO_SK,AGAMA\n${B},821/8,9\n`);
    expect(text('batal.csv')).toBe(`NIP,NO_SK,AGAMA\n${B},821/7,2\n`);
    expect(hasil).toContain('batal.csv');
  });

  it('is written into a workbook, which holds texts as they are', async () => {
    const { selisih } = await packetOf('xlsx', ['-/821/X', '821/9']);
    expect(selisih).toMatchObject({ ditulis: 3, tidak_ditulis: 0 });
  });
});
