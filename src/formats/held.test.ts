import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cellText } from './cell-text.ts';
import { holdSource, holdTable } from './held.ts';
import { openSource } from './open-source.ts';
import { readTable } from './read-table.ts';
import type { Source } from './types.ts';

async function textsOf(source: Source, name: string): Promise<readonly string[]> {
  const rows: string[] = [];
  for await (const block of readTable(source, name)) {
    for (let row = 0; row < block.rows; row++) {
      const cells = Array.from({ length: block.columns }, (_, column) => cellText(block, row, column));
      rows.push(`${block.rowNumbers[row]}: ${cells.join('|')}`);
    }
  }
  return rows;
}

it('gives the same rows again and again when the file is gone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'held-'));
  const path = join(folder, 'contoh.json');
  const orang = Array.from({ length: 3000 }, (_, i) => ({ nama: `NAMA ${i} É`, unit: i % 3 === 0 ? '' : `UNIT ${i}` }));
  writeFileSync(path, JSON.stringify({ orang, kode: [{ kode: '1', arti: 'satu' }] }));
  const opened = await openSource(path);
  if (!opened.ok) throw new Error(opened.error.code);
  const expected = await Promise.all(['orang', 'kode'].map((name) => textsOf(opened.value, name)));
  const held = await holdSource(opened.value);
  rmSync(folder, { recursive: true });
  for (let turn = 0; turn < 2; turn++) {
    expect(await Promise.all(['orang', 'kode'].map((name) => textsOf(held, name)))).toEqual(expected);
  }
  const copy = await holdTable('lain', ['NAMA', 'UNIT'], readTable(held, 'orang'));
  expect(copy.sample[1]).toEqual(['NAMA 1 É', 'UNIT 1']);
  expect(await textsOf({ ...held, tables: [copy] }, 'lain')).toEqual(expected[0]);
});
