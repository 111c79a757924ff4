import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DifferenceLog, TextArena } from './difference-log.ts';

describe('differences that wait to be written', () => {
  it.each([8_191, 8_192, 8_193, 30_000])('come back as %d were added', (count) => {
    const log = new DifferenceLog();
    for (let i = 0; i < count; i++) {
      if (i % 3 === 0) log.addDigits(i, i % 90, i % 8, i * 11, -1 - i);
      else log.add(i, i % 90, i % 8, i * 7 - 3);
    }
    expect(log.count).toBe(count);
    for (let i = 0; i < count; i += 7) {
      const value = i % 3 === 0 ? log.digits(i) : log.value(i);
      const added = i % 3 === 0 ? [i * 11, -1 - i] : i * 7 - 3;
      expect([log.pair(i), log.slot(i), log.verdict(i), value]).toEqual([i, i % 90, i % 8, added]);
      log.setVerdict(i, 5);
      expect([log.slot(i), log.verdict(i)]).toEqual([i % 90, 5]);
    }
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
