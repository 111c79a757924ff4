import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { damerauLevenshtein } from '#kernel/similarity.ts';
import { deletions, either, prefix, slice, sortedUnits, sound, suffix, through, whole, words } from './keys.ts';

describe('keys of a value', () => {
  it.each([
    ['whole', whole, 'budi', ['budi']],
    ['prefix', prefix(3), 'budi', ['bud']],
    ['prefix of a shorter value', prefix(3), 'bu', ['bu']],
    ['suffix', suffix(2), 'budi', ['di']],
    ['slice', slice(4, 8), '19920131', ['0131']],
    ['slice of a shorter value', slice(4, 8), '1992', []],
    ['words', words(3), 'siti nur al siti', ['siti', 'nur']],
    ['sorted units', sortedUnits, 'di bu', ['bdiu']],
    ['sound', sound, 'soetrisno', ['2362']],
    ['sound of another spelling', sound, 'sutrisna', ['2362']],
    ['sound of digits', sound, '123', []],
    ['through', through(words(1), prefix(1)), 'budi bayu siti', ['b', 's']],
    ['either', either(prefix(2), suffix(2), prefix(2)), 'budi', ['bu', 'di']],
  ])('%s', (_, keysOf, value, expected) => {
    expect(keysOf(value)).toEqual(expected);
  });

  it('let any two values that are one edit apart share a deletion key', () => {
    const digits = fc.string({ unit: fc.constantFrom('1', '2', '3'), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(digits, digits, (one, other) => {
        const keys = new Set(deletions(one));
        const meet = deletions(other).some((key) => keys.has(key));
        if (damerauLevenshtein(one, other) <= 1) expect(meet).toBe(true);
        if (meet) expect(damerauLevenshtein(one, other)).toBeLessThanOrEqual(2);
      }),
      { numRuns: 1000 },
    );
  });

  it('are few for a hostile long value', () => {
    expect(deletions('abc'.repeat(100_000)).length).toBeLessThanOrEqual(33);
    expect(words()('a b '.repeat(100_000)).length).toBeLessThanOrEqual(8);
  });
});
