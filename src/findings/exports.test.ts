import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellText, closeSource, openSource, readTable } from '#formats';
import { exportPath, sweepExports, writeExport } from './exports.ts';

describe('exports', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'uji-ekspor-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const FORMULAS = ['=1+1', '+A1', '-A1', '@SUM(A1)', '\t=1', '＝1', ' =1', '"=1'];
  const table = {
    judul: 'pegawai',
    kepala: ['NIP', 'Nama'],
    baris: async function* () {
      for (const text of FORMULAS) yield ['197801012005011001', text];
    } as () => AsyncIterable<readonly string[]>,
    jejak: (rows: number) => `${rows} baris`,
  };
  const write = (bentuk: 'csv' | 'xlsx', signal = new AbortController().signal) =>
    writeExport(join(folder, `x.${bentuk}`), bentuk, { ...table, baris: table.baris() }, signal);

  it('hold no formula in CSV, keep long numbers whole, and end with where they came from (X1)', async () => {
    expect(await write('csv')).toBe(FORMULAS.length);
    const lines = readFileSync(join(folder, 'x.csv'), 'utf8').split('\r\n');
    expect(lines[0]).toBe('\uFEFFNIP;Nama');
    expect(lines.at(-2)).toBe('8 baris');
    for (const line of lines.slice(1, -2)) expect(line).toMatch(/^'197801012005011001;("?'|"?')/);
  });

  it('hold every text as text in a workbook (X1)', async () => {
    await write('xlsx');
    const source = await openSource(join(folder, 'x.xlsx'));
    if (!source.ok) throw new Error(source.error.code);
    const found: string[] = [];
    for await (const block of readTable(source.value, source.value.tables[0]?.name ?? ''))
      for (let row = 0; row < block.rows; row++)
        found.push(`${cellText(block, row, 0)} ${cellText(block, row, 1).trim()}`);
    await closeSource(source.value);
    expect(found.slice(0, FORMULAS.length)).toEqual(FORMULAS.map((text) => `197801012005011001 ${text.trim()}`));
  });

  it('stop where nobody waits any more', async () => {
    await expect(write('csv', AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
  });

  it('are swept away after they expired, and no sooner', () => {
    const [old, young] = [exportPath(folder, 'lama'), exportPath(folder, 'baru')];
    writeFileSync(old, '');
    writeFileSync(young, '');
    const hourAgo = Date.now() / 1000 - 3600;
    utimesSync(old, hourAgo, hourAgo);
    expect(sweepExports(folder, Date.now())).toBe(1);
    expect(readFileSync(young, 'utf8')).toBe('');
  });
});
