import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { FileSink } from '../containers/file-sink.ts';
import { createSorter } from './sorter.ts';

it('gives lines in the order of their keys, equal keys as they came, whatever fits into memory', () => {
  const folder = mkdtempSync(join(tmpdir(), 'urut-'));
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '1', ' '), maxLength: 3 });
  fc.assert(
    fc.property(fc.array(word, { maxLength: 60 }), fc.integer({ min: 5, max: 400 }), (keys, size) => {
      const path = join(folder, 'x');
      const sorter = createSorter(path, size);
      keys.forEach((key, i) => sorter.add(key, `${key},${i}\n`));
      const sink = new FileSink(path);
      sorter.drainInto(sink);
      sink.close();
      const expected = keys
        .map((key, i) => ({ key, i }))
        .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.i - b.i))
        .map(({ key, i }) => `${key},${i}\n`);
      expect(readFileSync(path, 'utf8')).toBe(expected.join(''));
      expect(readdirSync(folder)).toEqual(['x']);
    }),
    { numRuns: 60 },
  );
  rmSync(folder, { recursive: true });
});
