import { array, assert, float, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsOfFifths, classOf } from './tile-classes.ts';

describe('classes of a map', () => {
  it('hold a fifth of the values each, the greatest in the first', () => {
    const values = Array.from({ length: 35 }, (_, at) => at * 2.5);
    const bounds = boundsOfFifths(values);
    expect(bounds).toEqual([70, 52, 35, 17]);
    expect([0, 1, 2, 3, 4].map((level) => values.filter((value) => classOf(value, bounds) === level).length)).toEqual([
      7, 7, 7, 7, 7,
    ]);
  });

  it('never put a greater value into a worse class, nor more than a fifth into the last', () => {
    assert(
      property(array(float({ min: -500, max: 100, noNaN: true }), { maxLength: 40 }), (values) => {
        const bounds = boundsOfFifths(values);
        const levels = values.toSorted((a, b) => b - a).map((value) => classOf(value, bounds));
        expect(levels).toEqual(levels.toSorted((a, b) => a - b));
        expect(levels.filter((level) => level === 4).length).toBeLessThanOrEqual(Math.ceil(values.length / 5));
      }),
    );
  });
});
