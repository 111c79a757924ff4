import type { Candidates } from './candidates.ts';
import { chanceLevels } from './chance.ts';
import { type Comparer, makeComparer } from './comparer.ts';
import { type Comparison, MISSING } from './comparison.ts';
import { estimateMatches, type Patterns } from './expectation.ts';
import type { BothSides } from './records.ts';
import type { Weights } from './weights.ts';

export interface Training {
  /** Random pairs that tell what chance alone gives. */
  readonly randomPairs: number;
  readonly seed: number;
  /** About so many left records, evenly spaced, whose candidates tell how matches look. */
  readonly rows: number;
}

export const TRAINING: Training = { randomPairs: 100_000, seed: 20_260_101, rows: 5000 };

/** Weights for the comparisons, learnt from the files themselves; no labelled pairs are needed. */
export function trainOnCandidates(
  sides: BothSides,
  comparisons: readonly Comparison[],
  candidates: Candidates,
  training: Training,
): Weights {
  const comparers = comparisons.map((comparison) => makeComparer(comparison, sides));
  const u = chanceLevels(sides, comparers, { pairs: training.randomPairs, seed: training.seed });
  const stride = Math.max(1, Math.ceil(sides.left.size / training.rows));
  const { m } = estimateMatches(countPatterns(comparers, candidates, stride), u);
  return Object.fromEntries(
    comparers.map(({ comparison, levels }, at) => [
      comparison.field,
      levels
        .map((level, number) => ({ level, m: m[at]?.[number] ?? 0, u: u[at]?.[number] ?? 0 }))
        .filter((_, number) => number !== MISSING),
    ]),
  );
}

/** Levels of all fields of a pair as one number, counted: a few thousand combinations stand for millions of pairs. */
function countPatterns(comparers: readonly Comparer[], candidates: Candidates, stride: number): Patterns {
  const counted = new Map<number, number>();
  candidates.visit(stride, (left, right) => {
    let pattern = 0;
    for (const { compare, levels } of comparers) pattern = pattern * levels.length + compare(left, right);
    counted.set(pattern, (counted.get(pattern) ?? 0) + 1);
  });
  return {
    levels: [...counted.keys()].map((pattern) => unpack(pattern, comparers)),
    counts: Float64Array.from(counted.values()),
  };
}

function unpack(pattern: number, comparers: readonly Comparer[]): Uint8Array {
  const levels = new Uint8Array(comparers.length);
  let rest = pattern;
  for (let at = comparers.length - 1; at >= 0; at--) {
    const base = comparers[at]?.levels.length ?? 1;
    levels[at] = rest % base;
    rest = Math.floor(rest / base);
  }
  return levels;
}
