import { describe, expect, it } from 'vitest';
import { overlapOfCodes, overlapOfValues } from './overlap.ts';

const people = (count: number, value: (index: number) => number): Int32Array =>
  Int32Array.from({ length: count }, (_, index) => value(index));

describe('overlapOfValues', () => {
  it('is full where all values agree, and counts people who have both only', () => {
    const own = people(100, (index) => 1 + (index % 20));
    const bkn = people(100, (index) => (index < 50 ? 0 : 1 + (index % 20)));
    expect(overlapOfValues(own, bkn)).toEqual({ people: 50, share: 1, lift: 1, isByCode: false });
  });

  it('is nothing where values agree no more often than by chance', () => {
    const own = people(400, (index) => 1 + (index % 2));
    const bkn = people(400, (index) => 1 + (Math.trunc(index / 2) % 2));
    expect(overlapOfValues(own, bkn)?.lift).toBeCloseTo(0);
  });

  it('tells nothing where nearly everybody has one value', () => {
    expect(
      overlapOfValues(
        people(100, () => 1),
        people(100, (index) => (index < 2 ? 2 : 1)),
      ),
    ).toBeUndefined();
  });

  it('tells nothing of a handful of people', () => {
    expect(
      overlapOfValues(
        people(8, (index) => index + 1),
        people(8, (index) => index + 1),
      ),
    ).toBeUndefined();
  });
});

describe('overlapOfCodes', () => {
  it('pairs codes with values in any numbering', () => {
    const own = people(200, (index) => 50 - (index % 5));
    const bkn = people(200, (index) => 1 + (index % 5));
    expect(overlapOfCodes(own, bkn)).toMatchObject({ share: 1, isByCode: true });
  });

  it('lets one value stand for one code only', () => {
    const own = people(200, (index) => 1 + (index % 10));
    const bkn = people(200, (index) => 1 + (index % 2));
    expect(overlapOfCodes(own, bkn)?.share).toBeLessThan(0.5);
  });

  it('does not take a list of numbers for codes', () => {
    expect(
      overlapOfCodes(
        people(100, (index) => index + 1),
        people(100, (index) => 1 + (index % 3)),
      ),
    ).toBeUndefined();
  });
});
