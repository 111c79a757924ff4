import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CellDictionary } from './cell-dictionary.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the dictionary of cells', () => {
  it('gives equal cells one entry and different cells different ones', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string(), fc.string(), fc.integer({ min: 0, max: 3 })), { maxLength: 400 }),
        (cells) => {
          const dictionary = new CellDictionary('', (first, second, mark) => JSON.stringify([first, second, mark]));
          const byKey = new Map<string, number>();
          for (const [first, second, mark] of cells) {
            const [a, b] = [bytes(first), bytes(second)];
            const buffer = new Uint8Array(a.length + b.length);
            buffer.set(a);
            buffer.set(b, a.length);
            const entry = dictionary.lookup(buffer, 0, a.length, a.length, buffer.length, mark);
            const key = JSON.stringify([[...a], [...b], mark]);
            expect(byKey.get(key) ?? entry).toBe(entry);
            byKey.set(key, entry);
          }
          expect(new Set(byKey.values()).size).toBe(byKey.size);
          expect(dictionary.entries.length).toBe(byKey.size + 1);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('understands each distinct cell once', () => {
    let asked = 0;
    const dictionary = new CellDictionary('', () => String(++asked));
    const cell = bytes('GURU AHLI MUDA');
    for (let i = 0; i < 1000; i++) dictionary.lookup(cell, 0, cell.length, 0, 0, 0);
    expect(asked).toBe(1);
  });
});
