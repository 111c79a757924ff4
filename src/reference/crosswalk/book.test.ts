import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readCrosswalk, readCrosswalkBook } from './book.ts';

const folder = mkdtempSync(join(tmpdir(), 'silang-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the book of crosswalks on disk', () => {
  it('is empty only where it is absent: what cannot be read is refused, so that no decision overwrites it', () => {
    expect(readCrosswalkBook(join(folder, 'tidak-ada')).size).toBe(0);
    expect(readCrosswalk(folder, '6410')).toEqual([]);
    mkdirSync(join(folder, '6411.json'));
    expect(() => readCrosswalk(folder, '6411')).toThrow(/rusak/);
    const file = join(folder, 'berkas');
    writeFileSync(file, '');
    expect(() => readCrosswalkBook(file)).toThrow(/rusak/);
  });

  it.each([
    ['{"versi":1,\n"silang":[}', 2, 'belum ditulis'],
    ['{"versi":9,"silang":[]}', 1, '"versi" seharusnya 1'],
    ['{"versi":1,"silang":{}}', 1, 'daftar "silang" tidak ada'],
    ['{"versi":1,"silang":[\n{"kolom":"jabatan"}]}', 2, 'keputusan ke-1 tidak lengkap'],
  ])('that was spoilt by hand is refused with the place: %s', (text, baris, sebab) => {
    writeFileSync(join(folder, '6412.json'), text);
    expect(() => readCrosswalk(folder, '6412')).toThrow(`6412.json rusak pada baris ${baris}, huruf ke-`);
    expect(() => readCrosswalk(folder, '6412')).toThrow(sebab);
  });
});
