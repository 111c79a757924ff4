import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { VerdictCache } from './verdict-cache.ts';
import type { Verdict } from './verdict.ts';

it('gives the verdict that was set last on the same two numbers, and none on others', () => {
  const number = fc.integer({ min: 0, max: 40 });
  fc.assert(
    fc.property(fc.array(fc.tuple(number, number, fc.integer({ min: 0, max: 6 })), { maxLength: 600 }), (verdicts) => {
      const cache = new VerdictCache();
      const known = new Map<string, number>();
      for (const [left, right, verdict] of verdicts) {
        expect(cache.get(left, right)).toBe(known.get(`${left} ${right}`));
        cache.set(left, right, verdict as Verdict);
        known.set(`${left} ${right}`, verdict);
        expect(cache.get(left, right)).toBe(verdict);
      }
      for (let left = 0; left <= 40; left++) {
        for (let right = 0; right <= 40; right++) expect(cache.get(left, right)).toBe(known.get(`${left} ${right}`));
      }
    }),
    { numRuns: 20 },
  );
});
