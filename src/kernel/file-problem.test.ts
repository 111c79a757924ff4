import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileProblem } from './file-problem.ts';
import { describeProblem } from './problem.ts';

const folder = mkdtempSync(join(tmpdir(), 'jalur-'));
const berkas = join(folder, 'berkas.csv');
writeFileSync(berkas, '');

function errorOf(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

describe('an error of the file system', () => {
  it.each([
    [
      'a file that is not there',
      () => readFileSync(join(folder, 'tidak-ada.json')),
      'JALUR_TIDAK_ADA',
      'tidak-ada.json',
    ],
    [
      'writing into a folder that is not there',
      () => writeFileSync(join(folder, 'a', 'b.json'), ''),
      'JALUR_TIDAK_ADA',
      'b.json',
    ],
    ['a file in the place of a folder', () => readdirSync(berkas), 'JALUR_BUKAN_FOLDER', 'berkas.csv'],
    ['a folder to be made where a file is', () => mkdirSync(berkas), 'JALUR_BUKAN_FOLDER', 'berkas.csv'],
    ['a folder in the place of a file', () => writeFileSync(folder, ''), 'JALUR_BUKAN_BERKAS', folder],
    [
      'a closed file',
      () => Object.assign(new Error('x'), { code: 'EACCES', path: 'rahasia.csv' }),
      'JALUR_TERTUTUP',
      'rahasia.csv',
    ],
    ['a full disk', () => Object.assign(new Error('x'), { code: 'ENOSPC' }), 'PENYIMPANAN_PENUH', ''],
  ])('%s has a sentence with its name', (_name, work, code, named) => {
    const found = fileProblem(errorOf(work));
    expect(found?.code).toBe(code);
    expect(found && describeProblem(found)).toContain(named);
    expect(found && describeProblem(found)).not.toContain('{');
  });

  it.each([new TypeError('x'), Object.assign(new Error('x'), { code: 'EPIPE' }), 'text', undefined])(
    'is nothing else: %s',
    (error) => expect(fileProblem(error)).toBeUndefined(),
  );
});
