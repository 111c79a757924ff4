import { describe, expect, it } from 'vitest';
import { firstGajiStep, gajiPokok, isGajiPokok, isGajiStep, lastGajiStep } from './gaji-pokok.ts';

const month = (year: number, number = 1): number => year * 12 + number - 1;
const LADDER = Array.from({ length: 17 }, (_, golongan) => golongan);
const stepsOf = (golongan: number): number[] =>
  Array.from({ length: 34 }, (_, years) => years).filter((years) => isGajiStep(golongan, years));

describe('gajiPokok', () => {
  it.each([
    ['III/a, 2 years, 2021', 8, 2, 2021, 2_660_700],
    ['II/a, 3 years, 2022', 4, 3, 2022, 2_118_800],
    ['II/c, 5 years, 2024', 6, 5, 2024, 2_564_200],
    ['II/d, 23 years, 2024', 7, 23, 2024, 3_533_100],
    ['III/b, 8 years, 2023', 9, 8, 2023, 3_043_600],
    ['I/c, 27 years, 2019', 2, 27, 2019, 2_577_500],
    ['IV/e, 40 years, 2025: the last step', 16, 40, 2025, 6_373_200],
    ['III/a, 5 years, 2025: the step that was reached', 8, 5, 2025, 2_964_000],
  ])('%s', (_name, golongan, years, year, expected) => {
    expect(gajiPokok(golongan, years, month(year))).toBe(expected);
  });

  it('changes on 1 January 2024', () => {
    expect(gajiPokok(8, 0, month(2023, 12))).toBe(2_579_400);
    expect(gajiPokok(8, 0, month(2024))).toBe(2_785_700);
  });

  it('is unknown before 2019 and below the first step', () => {
    expect(gajiPokok(8, 0, month(2018, 12))).toBeUndefined();
    expect(gajiPokok(6, 2, month(2024))).toBeUndefined();
  });

  it('holds 272 figures a table, the newer 1.0799 to 1.0800 times the older', () => {
    let cells = 0;
    for (const golongan of LADDER) {
      for (const years of stepsOf(golongan)) {
        cells++;
        const ratio = (gajiPokok(golongan, years, month(2024)) ?? 0) / (gajiPokok(golongan, years, month(2019)) ?? 1);
        expect(ratio).toBeGreaterThan(1.0799);
        expect(ratio).toBeLessThan(1.08004);
      }
    }
    expect(cells).toBe(272);
  });

  it('rises by 1.0315 with every two years', () => {
    for (const golongan of LADDER) {
      for (const years of stepsOf(golongan).slice(golongan === 4 ? 2 : 1)) {
        const ratio =
          (gajiPokok(golongan, years, month(2024)) ?? 0) / (gajiPokok(golongan, years - 2, month(2024)) ?? 1);
        expect(ratio).toBeGreaterThan(1.0314);
        expect(ratio).toBeLessThan(1.0316);
      }
    }
  });

  it('knows amounts that a table holds', () => {
    expect([2_785_700, 1_560_800, 2_785_800, 0].map(isGajiPokok)).toEqual([true, true, false, false]);
  });

  it('begins and ends where the law says', () => {
    expect(LADDER.map(firstGajiStep)).toEqual([0, 3, 3, 3, 0, 3, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(LADDER.map(lastGajiStep)).toEqual([26, 27, 27, 27, 33, 33, 33, 33, 32, 32, 32, 32, 32, 32, 32, 32, 32]);
    expect(stepsOf(4).slice(0, 4)).toEqual([0, 1, 3, 5]);
  });
});
