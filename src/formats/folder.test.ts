import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { describeProblem } from '#kernel/problem.ts';
import { cellText } from './cell-text.ts';
import { openSource } from './open-source.ts';
import { readTable } from './read-table.ts';

const root = mkdtempSync(join(tmpdir(), 'folder-'));
afterAll(() => rmSync(root, { recursive: true }));

function folderOf(name: string, files: Readonly<Record<string, string>>): string {
  const folder = join(root, name);
  mkdirSync(join(folder, 'lain'), { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return folder;
}

describe('a folder', () => {
  it('is one source: its files are tables under their names, letters and hidden files are passed over', async () => {
    const folder = folderOf('kudus', {
      'pegawai.csv': 'nip,agama\n1,9\n',
      'agama.csv': 'kode;nama\n9;Islam\n',
      'surat.pdf': '%PDF-1.4 surat',
      '.DS_Store': 'x',
      '~$pegawai.csv': 'x',
      'lain/r_kgb.csv': 'nip;tmt\n1;2020\n',
    });
    const source = await openSource(folder);
    if (!source.ok) throw new Error(source.error.code);
    expect(source.value.tables.map(({ name, columns }) => [name, columns])).toEqual([
      ['agama', ['kode', 'nama']],
      ['r_kgb', ['nip', 'tmt']],
      ['pegawai', ['nip', 'agama']],
    ]);
    for await (const block of readTable(source.value, 'agama')) expect(cellText(block, 0, 1)).toBe('Islam');
  });

  it('with a link in it is refused by the name of the link: what it leads to would be missed in silence', async () => {
    const folder = folderOf('tautan', { 'pegawai.csv': 'nip,agama\n1,9\n' });
    symlinkSync(join(root, 'kudus', 'agama.csv'), join(folder, 'agama.csv'));
    const source = await openSource(folder);
    expect(source.ok ? '' : describeProblem(source.error)).toContain('memuat agama.csv, yang hanya tautan');
  });

  it.each<readonly [files: Readonly<Record<string, string>>, code: string]>([
    [{ 'surat.pdf': '%PDF-1.4 surat', 'lain.pdf': '%PDF-1.4' }, 'FOLDER_TANPA_TABEL'],
    [{}, 'FOLDER_TANPA_TABEL'],
  ])('without a table is refused', async (files, code) => {
    const source = await openSource(folderOf(`kosong-${Object.keys(files).length}`, files));
    expect(source.ok ? '' : source.error.code).toBe(code);
  });
});
