import type { Comparison } from './comparison.ts';
import { EXACT, levelNames, MISSING } from './comparison.ts';

/** Probability of a level given that a value is there on both sides: `m` among matches, `u` among other pairs. */
export interface LevelWeight {
  readonly level: string;
  readonly m: number;
  readonly u: number;
}

/** Trained weights by field; plain data, so that they can be stored with a version and used again. */
export type Weights = Readonly<Record<string, readonly LevelWeight[]>>;

/** Evidence of a level in bits: log2(m / u). */
export function bitsOf({ m, u }: LevelWeight): number {
  return Math.log2(m / u);
}

/** Bits of every level of a comparison by its number, 0 for missing. */
export function bitsByLevel(comparison: Comparison, weights: Weights): Float64Array {
  const trained = new Map(weights[comparison.field]?.map((weight) => [weight.level, weight]));
  const bits = levelNames(comparison).map((level, number) => {
    if (number === MISSING) return 0;
    const weight = trained.get(level);
    if (!weight) throw new Error(`No weight for level ${level} of field ${comparison.field}`);
    return bitsOf(weight);
  });
  return Float64Array.from(bits);
}

/** Probability that two other records agree exactly in a field, on average over its values. */
export function chanceOfAgreement(comparison: Comparison, weights: Weights): number {
  return weights[comparison.field]?.[EXACT - 1]?.u ?? 1;
}
