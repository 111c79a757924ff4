import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion, findAbove, makeSpread, Random, randomOf, spreadAt } from './random.ts';

describe('random numbers', () => {
  it('are the same for the same key and others for another', () => {
    expect(drawBits('a')).toEqual(drawBits('a'));
    expect(drawBits('a')).not.toEqual(drawBits('b'));
  });

  it('fill their range evenly', () => {
    const random = new Random(1, 2);
    const counts = Array.from({ length: 10 }, () => 0);
    for (let at = 0; at < 100_000; at++) counts[random.below(10)] = (counts[random.below(10)] ?? 0) + 1;
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(600);
  });

  it('prefer the front of a list without leaving the rest out', () => {
    const random = new Random(3, 4);
    const list = Array.from({ length: 50 }, (_, at) => at);
    const picks = Array.from({ length: 5000 }, () => random.pickFront(list, 5));
    expect(picks.filter((pick) => pick < 10).length).toBeGreaterThan(2000);
    expect(new Set(picks).size).toBe(50);
  });
});

function drawBits(key: string): number[] {
  const random = randomOf(key);
  return Array.from({ length: 5 }, () => random.bits());
}

describe('shares and orders', () => {
  it('apportion: whole parts that add up and lie within one of the exact share', () => {
    fc.assert(
      fc.property(
        fc.nat(100_000),
        fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 40 }),
        (total, weights) => {
          const sum = weights.reduce((all, weight) => all + weight, 0);
          const parts = apportion(total, weights);
          if (sum === 0) return parts.every((part) => part === 0);
          expect(parts.reduce((all, part) => all + part, 0)).toBe(total);
          return parts.every((part, at) => Math.abs(part - (total * (weights[at] ?? 0)) / sum) <= 1);
        },
      ),
    );
  });

  it('a spread visits every place once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.string(), (size, key) => {
        const spread = makeSpread(size, randomOf(key));
        const places = Array.from({ length: size }, (_, at) => spreadAt(spread, at));
        return new Set(places).size === size && places.every((place) => place >= 0 && place < size);
      }),
    );
  });

  it('findAbove is the place where a value would be put behind its equals', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50)), fc.nat(60), (values, value) => {
        const rising = values.toSorted((a, b) => a - b);
        expect(findAbove(rising, value)).toBe(rising.filter((one) => one <= value).length);
      }),
    );
  });
});
