import { MISSING } from './comparison.ts';

/** How often each combination of levels occurs: row p of `levels` (one number a field) `counts[p]` times. */
export interface Patterns {
  readonly levels: readonly Uint8Array[];
  readonly counts: Float64Array;
}

const MOST_ROUNDS = 500;
const SETTLED = 1e-6;
/** Pairs added to each level among matches, so that a level which no match shows keeps a small probability. */
const SMOOTHING = 0.5;

/**
 * Probabilities m of the levels among matches, by expectation-maximisation: in each round every pattern is shared out
 * between matches and others by the present probabilities, and these are counted anew. The probabilities `u` among others
 * stay as given, which keeps the two classes from changing places. Fields are taken to err independently.
 */
export function estimateMatches(
  { levels, counts }: Patterns,
  u: readonly Float64Array[],
): { readonly m: Float64Array[]; readonly shareOfMatches: number; readonly rounds: number } {
  let m = u.map(firstGuess);
  let shareOfMatches = 0.1;
  let rounds = 0;
  for (let moved = 1; moved > SETTLED && rounds < MOST_ROUNDS; rounds++) {
    const sums = u.map((levelsOfField) => new Float64Array(levelsOfField.length).fill(SMOOTHING));
    const bits = m.map((field, at) => field.map((value, level) => logRatio(value, u[at]?.[level])));
    let matches = 0;
    let pairs = 0;
    levels.forEach((pattern, number) => {
      const count = counts[number] as number;
      const share = count * matchProbability(pattern, bits, shareOfMatches);
      matches += share;
      pairs += count;
      pattern.forEach((level, at) => {
        const sum = sums[at] as Float64Array;
        sum[level] = (sum[level] as number) + share;
      });
    });
    const next = sums.map(toShares);
    const share = Math.min(Math.max(matches / Math.max(pairs, 1), 1e-9), 1 - 1e-9);
    moved = Math.max(Math.abs(share - shareOfMatches), ...next.map((field, at) => furthest(field, m[at])));
    m = next;
    shareOfMatches = share;
  }
  return { m, shareOfMatches, rounds };
}

function logRatio(m: number, u: number | undefined): number {
  return m > 0 && u !== undefined && u > 0 ? Math.log(m / u) : 0;
}

function matchProbability(pattern: Uint8Array, bits: readonly Float64Array[], shareOfMatches: number): number {
  let odds = Math.log(shareOfMatches / (1 - shareOfMatches));
  for (let at = 0; at < pattern.length; at++) odds += bits[at]?.[pattern[at] as number] ?? 0;
  return 1 / (1 + Math.exp(-odds));
}

/** Matches agree mostly: equality nine times in ten, the rest spread over the other levels. */
function firstGuess(u: Float64Array): Float64Array {
  const others = Math.max(u.length - 2, 1);
  return u.map((_, level) => (level === MISSING ? 0 : level === 1 ? 0.9 : 0.1 / others));
}

function toShares(sums: Float64Array): Float64Array {
  const total = sums.reduce((sum, count, level) => (level === MISSING ? sum : sum + count), 0);
  return sums.map((sum, level) => (level === MISSING ? 0 : sum / total));
}

function furthest(one: Float64Array, other: Float64Array | undefined): number {
  return one.reduce((most, value, at) => Math.max(most, Math.abs(value - (other?.[at] ?? 0))), 0);
}
