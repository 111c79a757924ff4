/**
 * The figures of the population: shares by birth, appointment, post, golongan and education of one kota's PNS, counted in 2025, and
 * BKN's figures for the whole country. Years are those of a cut-off in October 2025; another cut-off moves them along.
 */
export const BASE_YEAR = 2025;

type Bin = readonly [firstYear: number, share: number, withinBin: readonly number[]];

const EVEN = [1, 1, 1, 1, 1] as const;

/** Year of birth; whoever was born before October 1965 is over sixty. */
const BIRTH_BINS: readonly Bin[] = [
  [1965, 16.6, [0.25, 1, 1, 1, 1]],
  [1970, 17.0, EVEN],
  [1975, 16.3, EVEN],
  [1980, 18.1, EVEN],
  [1985, 17.0, EVEN],
  [1990, 9.3, [1.3, 1.2, 1, 0.8, 0.7]],
  [1995, 5.0, [1.4, 1.2, 1, 0.8, 0.6]],
  [2000, 0.8, [1, 0.5, 0.25]],
];

/** Year of appointment as CPNS: few of the oldest cohort are still there; recruiting stood still in 2015 to 2017 but for small groups. */
const CPNS_BINS: readonly Bin[] = [
  [1985, 4.5, [0.3, 0.8, 1.1, 1.3, 1.5]],
  [1990, 10.6, EVEN],
  [1995, 6.0, EVEN],
  [2000, 3.2, EVEN],
  [2005, 32.2, [0.8, 0.9, 1, 1.1, 1.2]],
  [2010, 25.5, [1.3, 1, 0.6, 0.6, 1.5]],
  [2015, 11.2, [0.6, 0.3, 0.3, 0.5, 3.3]],
  [2020, 6.0, [1.5, 1.3, 0.8, 0.5, 0.9]],
  [2025, 0.7, [1]],
];

/** Month of TMT CPNS, January first. */
export const CPNS_MONTHS: readonly number[] = [33, 6, 33, 11, 0.8, 6, 0.8, 0.8, 0.9, 0.9, 0.8, 6];

/** Golongan from I/a to IV/e, the outcome of the careers. */
export const GOLONGAN_SHARES: readonly number[] = [
  0.05, 0.05, 0.05, 0.05, 0.3, 0.3, 4.4, 5.2, 9.6, 16.3, 19.3, 22.5, 10.3, 8.9, 2.8, 0.05, 0.01,
];

/** Highest education from SD to S-3, as in the table of levels; D-IV within S-1. */
export const PENDIDIKAN_SHARES: readonly number[] = [0.3, 0.6, 9.5, 0.4, 0.9, 13, 64, 11, 0.3];

/** Year and share, moved by whole years. */
export type YearShare = readonly [year: number, share: number];

export function birthShares(shift: number): YearShare[] {
  return spreadBins(BIRTH_BINS, shift);
}

export function cpnsShares(shift: number): YearShare[] {
  return spreadBins(CPNS_BINS, shift);
}

function spreadBins(bins: readonly Bin[], shift: number): YearShare[] {
  return bins.flatMap(([first, share, within]) => {
    const sum = within.reduce((all, part) => all + part, 0);
    return within.map((part, at): YearShare => [first + at + shift, (share * part) / sum]);
  });
}
