import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createQuota } from './quota.ts';

it('deals out the rate exactly, whatever the start', () => {
  const rates = fc.double({ min: 0.001, max: 0.9, noNaN: true });
  const starts = fc.double({ min: 0, max: 0.999, noNaN: true });
  fc.assert(
    fc.property(rates, starts, (rate, start) => {
      const quota = createQuota(rate, start);
      for (let i = 0; i < 2000; i++) quota.hit(true);
      expect(Math.abs(quota.reached - 2000 * rate)).toBeLessThanOrEqual(1);
    }),
  );
});

it('waits for the next eligible one, and counts cases that came about by themselves', () => {
  const quota = createQuota(0.5, 0);
  expect([quota.hit(true), quota.hit(false), quota.hit(true)]).toEqual([false, false, true]);
  quota.spend();
  expect([quota.hit(true), quota.hit(true)]).toEqual([false, false]);
});

it('never hits at a rate of nothing', () => {
  const quota = createQuota(0, 0.99);
  expect(Array.from({ length: 100 }, () => quota.hit(true)).some(Boolean)).toBe(false);
});
