import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IntList, TextArena } from './difference-log.ts';

describe('growing lists', () => {
  it.each([0, 1, 16_383, 16_384, 16_385, 50_000])('hold %d integers in their order', (count) => {
    const list = new IntList();
    for (let i = 0; i < count; i++) list.push(i * 7 - 3);
    expect(list.length).toBe(count);
    expect([...list.toArray()]).toEqual(Array.from({ length: count }, (_, i) => i * 7 - 3));
    if (count > 0) {
      list.set(count - 1, 42);
      expect(list.at(count - 1)).toBe(42);
    }
  });

  it('hold groups of four', () => {
    const list = new IntList();
    for (let i = 0; i < 5000; i++) list.push4(i, -1 - i, i * 2, 1);
    for (const i of [0, 1, 4095, 4096, 4999])
      expect([0, 1, 2, 3].map((k) => list.at(i * 4 + k))).toEqual([i, -1 - i, i * 2, 1]);
  });

  it('give every text back, cut at the longest that a length can tell', () => {
    const lengths = fc.array(fc.oneof(fc.nat(40), fc.constantFrom(0, 65_534, 65_535, 70_000)), { maxLength: 60 });
    fc.assert(
      fc.property(lengths, (all) => {
        const arena = new TextArena();
        const source = Uint8Array.from({ length: 70_000 }, (_, i) => i % 251);
        const places = all.map((length, i) => arena.keep(source, i % 5, (i % 5) + Math.min(length, 69_990)));
        all.forEach((length, i) => {
          const kept = Math.min(length, 69_990, 0xffff);
          expect(Buffer.compare(arena.get(places[i] as number), source.subarray(i % 5, (i % 5) + kept))).toBe(0);
        });
      }),
      { numRuns: 30 },
    );
  });
});
