import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { dice } from '../dice.ts';
import { createQuota } from './quota.ts';

it('deals out the rate exactly, whatever the start', () => {
  const rates = fc.double({ min: 0.001, max: 0.9, noNaN: true });
  const starts = fc.double({ min: 0, max: 0.999, noNaN: true });
  fc.assert(
    fc.property(rates, starts, (rate, start) => {
      const quota = createQuota(rate, start);
      for (let i = 0; i < 2000; i++) quota.hit(true);
      expect(Math.abs(quota.count.made - 2000 * rate)).toBeLessThanOrEqual(1);
    }),
  );
});

it('waits for the next eligible one, and counts cases that came about by themselves', () => {
  const quota = createQuota(0.5, 0);
  expect([quota.hit(true), quota.hit(false), quota.hit(true)]).toEqual([false, false, true]);
  quota.spend();
  expect([quota.hit(true), quota.hit(true)]).toEqual([false, false]);
  expect(quota.count).toEqual({ units: 5, asked: 2.5, made: 1, byLag: 1 });
});

it('gives a case that could not be made to the next one, and forgets one that has no place at all', () => {
  const quota = createQuota(0.5, 0.5);
  expect(quota.hit(true)).toBe(true);
  quota.giveBack();
  expect(quota.hit(true)).toBe(true);
  quota.drop();
  expect([quota.hit(true), quota.hit(true)]).toEqual([true, false]);
  expect(quota.count).toEqual({ units: 4, asked: 1, made: 1, byLag: 0 });
});

it('keeps the rate of cells of which only a few have a place', () => {
  const quota = createQuota(0.05, 0);
  for (let i = 0; i < 20_000; i++) if (quota.wants(dice(7, i)) && i % 10 === 3) quota.take();
  expect(Math.abs(quota.count.made - 1000)).toBeLessThanOrEqual(100);
});

it('never hits at a rate of nothing', () => {
  const quota = createQuota(0, 0.99);
  expect(Array.from({ length: 100 }, () => quota.hit(true) || quota.wants(0)).some(Boolean)).toBe(false);
});
