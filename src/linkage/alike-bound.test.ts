import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { jaroWinkler } from '#kernel/similarity.ts';
import { boundAlikeness } from './alike-bound.ts';

const text = fc.oneof(fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ') }), fc.string({ unit: 'binary' }));

it('is never below the likeness itself', () => {
  fc.assert(
    fc.property(text, text, (left, right) => {
      expect(boundAlikeness(left, right)).toBeGreaterThanOrEqual(jaroWinkler(left, right) - 1e-12);
    }),
    { numRuns: 500 },
  );
});

it('tells texts without common letters apart and claims nothing of very long ones', () => {
  expect(boundAlikeness('sutrisno', 'dewa')).toBeLessThan(0.6);
  expect(boundAlikeness('a'.repeat(300), 'b')).toBe(1);
});
