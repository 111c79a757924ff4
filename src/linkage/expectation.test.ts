import { expect, it } from 'vitest';
import { estimateMatches, type Patterns } from './expectation.ts';
import { randomFractions } from './random.ts';

/** Probabilities by level: missing, exact, alike, different. */
const M = [
  [0, 0.9, 0.07, 0.03],
  [0, 0.8, 0.15, 0.05],
  [0, 0.7, 0.1, 0.2],
  [0, 0.95, 0.02, 0.03],
];
const U = [
  [0, 0.01, 0.02, 0.97],
  [0, 0.05, 0.05, 0.9],
  [0, 0.1, 0.1, 0.8],
  [0, 0.02, 0.08, 0.9],
];

function draw(probabilities: readonly number[], fraction: number): number {
  let sum = 0;
  const level = probabilities.findIndex((probability) => (sum += probability) > fraction);
  return level < 0 ? probabilities.length - 1 : level;
}

/** Pairs of which the given share are matches; one value in ten is missing. */
function generate(pairs: number, shareOfMatches: number): Patterns {
  const next = randomFractions(5);
  const levels = Array.from({ length: pairs }, (_, at) => {
    const truth = at < pairs * shareOfMatches ? M : U;
    return Uint8Array.from(truth.map((field) => (next() < 0.1 ? 0 : draw(field, next()))));
  });
  return { levels, counts: new Float64Array(pairs).fill(1) };
}

it.each([0.05, 0.3, 0.7])('finds the probabilities that generated the pairs, share of matches %f', (share) => {
  const found = estimateMatches(
    generate(20_000, share),
    U.map((field) => Float64Array.from(field)),
  );
  expect(found.rounds).toBeLessThan(500);
  expect(Math.abs(found.shareOfMatches - share)).toBeLessThan(0.02);
  found.m.forEach((field, at) => {
    field.forEach((m, level) => expect(Math.abs(m - (M[at]?.[level] ?? 0))).toBeLessThan(0.04));
    expect(field.reduce((sum, m) => sum + m, 0)).toBeCloseTo(1, 9);
  });
});

it('keeps every level possible, whether there are pairs or not', () => {
  const u = U.map((field) => Float64Array.from(field));
  for (const patterns of [{ levels: [], counts: new Float64Array(0) }, generate(50, 1)]) {
    for (const field of estimateMatches(patterns, u).m) {
      for (const m of field.slice(1)) expect(m).toBeGreaterThan(0);
    }
  }
});
