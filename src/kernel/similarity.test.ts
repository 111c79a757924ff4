import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { damerauLevenshtein, jaroWinkler } from './similarity.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 9 });

/** Obviously right: the full table of the restricted Damerau-Levenshtein distance. */
function slowDistance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number): number => table[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const replaced = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : replaced;
      const cells = table[i];
      if (cells) cells[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, replaced, swapped);
    }
  }
  return at(a.length, b.length);
}

describe('jaroWinkler', () => {
  it.each([
    ['MARTHA', 'MARHTA', 0.9611],
    ['DWAYNE', 'DUANE', 0.84],
    ['DIXON', 'DICKSONX', 0.8133],
    ['SUTRISNO', 'SUTRISNA', 0.95],
    ['A', 'B', 0],
    ['', 'A', 0],
    ['', '', 1],
  ])('%s and %s: %f', (a, b, expected) => {
    expect(jaroWinkler(a, b)).toBeCloseTo(expected, 4);
  });

  it('is symmetric, within 0 and 1, and 1 only for equal texts', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const likeness = jaroWinkler(a, b);
        expect(likeness).toBeCloseTo(jaroWinkler(b, a), 12);
        expect(likeness).toBeGreaterThanOrEqual(0);
        expect(likeness === 1).toBe(a === b);
      }),
    );
  });

  it('gives the same answer with a lower bound, or 0 below it', () => {
    fc.assert(
      fc.property(word, word, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, atLeast) => {
        const full = jaroWinkler(a, b);
        expect(jaroWinkler(a, b, atLeast)).toBe(full >= atLeast ? full : 0);
      }),
    );
  });
});

describe('damerauLevenshtein', () => {
  it.each([
    ['kitten', 'sitting', 3],
    ['ca', 'ac', 1],
    ['ca', 'abc', 3],
    ['', 'abc', 3],
    ['SUTRISNO', 'SUTRINSO', 1],
  ])('%s to %s: %i', (a, b, expected) => {
    expect(damerauLevenshtein(a, b)).toBe(expected);
  });

  it('equals the full table, with and without a limit', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 5 }), (a, b, limit) => {
        const distance = slowDistance(a, b);
        expect(damerauLevenshtein(a, b)).toBe(distance);
        expect(damerauLevenshtein(a, b, limit)).toBe(Math.min(distance, limit + 1));
      }),
      { numRuns: 2000 },
    );
  });

  it('judges texts of a million units by their beginning', () => {
    const long = 'a'.repeat(1_000_000);
    expect(damerauLevenshtein(`${long}b`, `c${long}`, 2)).toBeLessThanOrEqual(2);
    expect(jaroWinkler(`b${long}`, `c${long}`)).toBeGreaterThan(0.9);
  });
});
