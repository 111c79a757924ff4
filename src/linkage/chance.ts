import type { Comparer } from './comparer.ts';
import { EXACT, MISSING } from './comparison.ts';
import { randomFractions } from './random.ts';
import { type BothSides, MISSING_CODE } from './records.ts';

/**
 * Probabilities u of the levels of each comparison (number 1 and up; 0 is missing) among pairs taken at random. Equality is
 * counted exactly from the frequencies of the values, because a sample seldom meets it; the rest comes from `pairs` random
 * pairs, each level with half a pair added, so that none is impossible.
 */
export function chanceLevels(
  sides: BothSides,
  comparers: readonly Comparer[],
  { pairs, seed }: { readonly pairs: number; readonly seed: number },
): Float64Array[] {
  const counts = comparers.map(({ levels }) => new Float64Array(levels.length).fill(0.5));
  const next = randomFractions(seed);
  const itself = sides.left === sides.right;
  const drawn = sides.left.size === 0 || sides.right.size === 0 ? 0 : pairs;
  for (let pair = 0; pair < drawn; pair++) {
    const left = Math.floor(next() * sides.left.size);
    const right = Math.floor(next() * sides.right.size);
    if (itself && left === right) continue;
    comparers.forEach(({ compare }, at) => {
      const count = counts[at] as Float64Array;
      const level = compare(left, right);
      count[level] = (count[level] as number) + 1;
    });
  }
  return comparers.map((comparer, at) => {
    const equal = chanceOfEquality(comparer, itself, sides.dictionary.values.length);
    return withEquality(counts[at] as Float64Array, equal);
  });
}

/** Counts as shares of the pairs with both values, the share of equality given. */
function withEquality(counts: Float64Array, equal: number): Float64Array {
  const others = counts.reduce((sum, count, level) => (level > EXACT ? sum + count : sum), 0);
  return counts.map((count, level) => {
    if (level === MISSING) return 0;
    return level === EXACT ? equal : ((1 - equal) * count) / others;
  });
}

function chanceOfEquality({ left, right }: Comparer, itself: boolean, size: number): number {
  const lefts = tally(left, size);
  const rights = itself ? lefts : tally(right, size);
  let equal = 0;
  let filledLeft = 0;
  let filledRight = 0;
  for (let code = MISSING_CODE + 1; code < size; code++) {
    const count = lefts[code] as number;
    filledLeft += count;
    filledRight += rights[code] as number;
    equal += count * (itself ? count - 1 : (rights[code] as number));
  }
  const pairs = filledLeft * (itself ? filledRight - 1 : filledRight);
  return Math.min(1 - 1e-9, (equal + 0.5) / (Math.max(pairs, 0) + 1));
}

function tally(codes: Int32Array, size: number): Float64Array {
  const counts = new Float64Array(size);
  for (const code of codes) counts[code] = (counts[code] as number) + 1;
  return counts;
}
