import { EXACT, MISSING } from './comparison.ts';

/** How often each combination of levels occurs: row p of `levels` (one number a field) `counts[p]` times. */
export interface Patterns {
  readonly levels: readonly Uint8Array[];
  readonly counts: Float64Array;
}

/** Two classes of candidates: probabilities of each field's levels among matches and among the others. */
export interface Classes {
  readonly m: readonly Float64Array[];
  readonly others: readonly Float64Array[];
  readonly shareOfMatches: number;
  readonly rounds: number;
}

const MOST_ROUNDS = 500;
const SETTLED = 1e-6;
/** Pairs added to each level among matches, so that a level which no match shows keeps a small probability. */
const SMOOTHING = 0.5;
/** Random pairs added to the others, which holds that class where few candidates belong to it. */
const CHANCE_PAIRS = 5;

/**
 * Probabilities of the levels among matches, by expectation-maximisation: in each round every pattern is shared out between
 * matches and others by the present probabilities, and these are counted anew. The others are learnt as well, from `u` on:
 * candidates share a block and so agree more than chance, which must not be taken for a sign of a match. Fields are taken to
 * err independently. No labels are needed.
 */
export function estimateMatches({ levels, counts }: Patterns, u: readonly Float64Array[]): Classes {
  const pairs = counts.reduce((sum, count) => sum + count, 0);
  let classes: Classes = { m: u.map(firstGuess), others: u, shareOfMatches: 0.1, rounds: 0 };
  for (let moved = 1; moved > SETTLED && classes.rounds < MOST_ROUNDS; ) {
    const matchSums = u.map((field) => field.map(() => SMOOTHING));
    const otherSums = u.map((field) => field.map((chance) => CHANCE_PAIRS * chance));
    const evidence = classes.m.map((field, at) => field.map((m, level) => logRatio(m, classes.others[at]?.[level])));
    const priorOdds = Math.log(classes.shareOfMatches / (1 - classes.shareOfMatches));
    let matches = 0;
    levels.forEach((pattern, number) => {
      const count = counts[number] as number;
      const share = count * matchProbability(pattern, evidence, priorOdds);
      matches += share;
      addTo(matchSums, pattern, share);
      addTo(otherSums, pattern, count - share);
    });
    const next: Classes = {
      m: matchSums.map(toShares),
      others: otherSums.map(toShares),
      shareOfMatches: Math.min(Math.max(matches / Math.max(pairs, 1), 1e-9), 1 - 1e-9),
      rounds: classes.rounds + 1,
    };
    moved = Math.max(
      Math.abs(next.shareOfMatches - classes.shareOfMatches),
      ...next.m.map((field, at) => furthest(field, classes.m[at])),
    );
    classes = next;
  }
  return classes;
}

function logRatio(m: number, other: number | undefined): number {
  return m > 0 && other !== undefined && other > 0 ? Math.log(m / other) : 0;
}

function matchProbability(pattern: Uint8Array, evidence: readonly Float64Array[], priorOdds: number): number {
  let odds = priorOdds;
  for (let at = 0; at < pattern.length; at++) odds += evidence[at]?.[pattern[at] as number] ?? 0;
  return 1 / (1 + Math.exp(-odds));
}

function addTo(sums: readonly Float64Array[], pattern: Uint8Array, share: number): void {
  for (let at = 0; at < pattern.length; at++) {
    const sum = sums[at];
    const level = pattern[at] as number;
    if (sum) sum[level] = (sum[level] as number) + share;
  }
}

/** Matches agree mostly: equality nine times in ten, the rest spread over the other levels. */
function firstGuess(u: Float64Array): Float64Array {
  const others = Math.max(u.length - EXACT - 1, 1);
  return u.map((_, level) => (level === MISSING ? 0 : level === EXACT ? 0.9 : 0.1 / others));
}

function toShares(sums: Float64Array): Float64Array {
  const total = sums.reduce((sum, count, level) => (level === MISSING ? sum : sum + count), 0);
  return sums.map((sum, level) => (level === MISSING ? 0 : sum / total));
}

function furthest(one: Float64Array, other: Float64Array | undefined): number {
  return one.reduce((most, value, at) => Math.max(most, Math.abs(value - (other?.[at] ?? 0))), 0);
}
