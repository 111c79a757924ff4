import { describe, expect, it } from 'vitest';
import { isPeriodeKenaikanPangkat, nextPeriodeKenaikanPangkat } from './periode-kenaikan-pangkat.ts';

const month = (year: number, number: number): number => year * 12 + number - 1;

describe('the periods of raises', () => {
  it.each([
    [2023, [4, 10]],
    [2012, [4, 10]],
    [2024, [2, 4, 6, 8, 10, 12]],
    [2025, [2, 4, 6, 8, 10, 11, 12]],
    [2026, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
  ])('of %d', (year, expected) => {
    const months = Array.from({ length: 12 }, (_, at) => at + 1);
    expect(months.filter((number) => isPeriodeKenaikanPangkat(month(year, number)))).toEqual(expected);
  });

  it('come next after any month', () => {
    expect(nextPeriodeKenaikanPangkat(month(2023, 11))).toBe(month(2024, 2));
    expect(nextPeriodeKenaikanPangkat(month(2024, 2))).toBe(month(2024, 2));
  });
});
