import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { describeProblem, type Problem } from '#kernel/problem.ts';
import { readVersions } from '#mapping';
import { readCrosswalk, withBookLocked } from '#reference';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'uji-buku-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Larger than any number that systems give. */
const GONE = 2 ** 30;
const TIMES = 25;
const NAMES = ['a', 'b'];
const ALL = NAMES.flatMap((name) => Array.from({ length: TIMES }, (_, i) => `${name}${i}`)).toSorted();

describe('two processes that decide at the same time', () => {
  it('lose no decision of each other, neither on crosswalks nor on recipes', async () => {
    const script = join(import.meta.dirname, 'decide-many.ts');
    await Promise.all(NAMES.map((name) => run(process.execPath, [script, folder, name, String(TIMES)])));
    expect(readCrosswalk(join(folder, 'silang'), '6410').map(({ kode }) => kode)).toEqual(ALL);
    const versions = await readVersions(join(folder, 'buku'), '6410');
    expect(versions.ok && versions.value.map(({ catatan }) => catatan).toSorted()).toEqual(ALL);
    expect(versions.ok && versions.value.map(({ nomor }) => nomor)).toEqual(ALL.map((_, i) => i + 1));
    expect(readdirSync(join(folder, 'silang'))).toEqual(['6410.json']);
  }, 60_000);

  it('are told where a lock stays behind, and which file it is', () => {
    const stuck = join(folder, 'macet');
    mkdirSync(stuck);
    writeFileSync(join(stuck, '.kunci'), '');
    expect(() => withBookLocked(stuck, () => 0, { looks: 3 })).toThrow(/macet.*belum disimpan.*\.kunci/);
    for (const holder of [
      { pid: process.pid, komputer: hostname() },
      { pid: GONE, komputer: `${hostname()}-lain` },
    ]) {
      writeFileSync(join(stuck, '.kunci'), JSON.stringify(holder));
      expect(() => withBookLocked(stuck, () => 0, { looks: 3 })).toThrow(/belum disimpan/);
    }
  });

  it('go on past the lock of a process of this computer that is gone, and say so', () => {
    const left = join(folder, 'basi');
    mkdirSync(left);
    writeFileSync(join(left, '.kunci'), JSON.stringify({ pid: GONE, komputer: hostname() }));
    const told: string[] = [];
    const onStale = (found: Problem): void => void told.push(describeProblem(found));
    expect(withBookLocked(left, () => 'selesai', { looks: 3, onStale })).toBe('selesai');
    expect(told).toEqual([expect.stringContaining(`proses ${GONE}`)]);
    expect(readdirSync(left)).toEqual([]);
  });
});
