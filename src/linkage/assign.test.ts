import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignOneToOne, byScore } from './assign.ts';

const pair = (left: number, right: number, score: number) => ({ left, right, score });

describe('one-to-one assignment', () => {
  it('takes the highest score first', () => {
    expect(assignOneToOne([pair(0, 0, 5), pair(0, 1, 9), pair(1, 1, 8), pair(1, 0, 2)], 0)).toEqual({
      pairs: [pair(0, 1, 9), pair(1, 0, 2)],
      ambiguous: [],
    });
  });

  it('leaves equal answers to a person, all of them', () => {
    expect(assignOneToOne([pair(0, 0, 9), pair(0, 1, 9), pair(2, 2, 9)], 0)).toEqual({
      pairs: [pair(2, 2, 9)],
      ambiguous: [pair(0, 0, 9), pair(0, 1, 9)],
    });
    const twins = [pair(0, 0, 9), pair(0, 1, 9), pair(1, 0, 9), pair(1, 1, 9)];
    expect(assignOneToOne(twins, 0)).toEqual({ pairs: [], ambiguous: twins });
  });

  it('takes a rival with a better partner of its own for no rival', () => {
    const pairs = [pair(0, 0, 9), pair(0, 1, 9), pair(1, 1, 20)];
    expect(assignOneToOne(pairs, 0)).toEqual({ pairs: [pair(1, 1, 20), pair(0, 0, 9)], ambiguous: [] });
  });

  it('widens doubt by the margin and has none where it is negative', () => {
    const pairs = [pair(0, 0, 9), pair(0, 1, 8)];
    expect(assignOneToOne(pairs, 0).pairs).toEqual([pair(0, 0, 9)]);
    expect(assignOneToOne(pairs, 1)).toEqual({ pairs: [], ambiguous: pairs });
    expect(assignOneToOne([pair(0, 0, 9), pair(0, 1, 9)], -1).pairs).toEqual([pair(0, 0, 9)]);
  });

  it('uses each record at most once, in no order but the scores’', () => {
    const index = fc.integer({ min: 0, max: 6 });
    const pairs = fc.uniqueArray(fc.record({ left: index, right: index, score: fc.integer({ min: 0, max: 5 }) }), {
      selector: ({ left, right }) => `${left}-${right}`,
    });
    fc.assert(
      fc.property(pairs, fc.integer({ min: -1, max: 2 }), (candidates, margin) => {
        const found = assignOneToOne(candidates, margin);
        expect(new Set(found.pairs.map(({ left }) => left)).size).toBe(found.pairs.length);
        expect(new Set(found.pairs.map(({ right }) => right)).size).toBe(found.pairs.length);
        expect(found.pairs.some((one) => found.ambiguous.includes(one))).toBe(false);
        const reversed = assignOneToOne(candidates.toReversed(), margin);
        expect(reversed.pairs.toSorted(byScore)).toEqual(found.pairs.toSorted(byScore));
        expect(reversed.ambiguous).toEqual(found.ambiguous);
      }),
    );
  });
});
