import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { damerauLevenshtein, jaroWinkler } from '#kernel/similarity.ts';
import { boundAlikeness, Sketches } from './bounds.ts';
import { Dictionary } from './records.ts';

const text = fc.oneof(fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ') }), fc.string({ unit: 'binary' }));

function boundEdits(left: string, right: string): number {
  const dictionary = new Dictionary();
  const [one, other] = [dictionary.code(left), dictionary.code(right)];
  return new Sketches(dictionary).boundEdits(one, other);
}

it('never bounds the likeness too low, nor the edits too high', () => {
  fc.assert(
    fc.property(text, text, (left, right) => {
      expect(boundAlikeness(left, right)).toBeGreaterThanOrEqual(jaroWinkler(left, right));
      expect(boundEdits(left, right)).toBeLessThanOrEqual(damerauLevenshtein(left, right));
    }),
    { numRuns: 500 },
  );
});

it('tells texts without common letters apart and claims nothing of very long ones', () => {
  expect(boundAlikeness('sutrisno', 'dewa')).toBeLessThan(0.6);
  expect(boundEdits('19921203', '19654807')).toBe(5);
  expect(boundEdits('19921203', '19921230')).toBe(0);
  expect(boundAlikeness('a'.repeat(300), 'b')).toBe(1);
});
