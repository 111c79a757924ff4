import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#kernel/local-date.ts';
import { sampleMonths } from './months.ts';

describe('the months of a portal on trial', () => {
  it.each([
    [20261127, [20261001, 20261101]],
    [20261101, [20261001, 20261101]],
    [20270115, [20261201, 20270101]],
    [20280229, [20280101, 20280201]],
  ])('on %d end with this one', (today, months) => {
    expect(sampleMonths(today as LocalDate)).toEqual(months);
  });
});
