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
});
