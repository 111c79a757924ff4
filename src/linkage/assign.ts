/** Two records and the logarithm (base 2) of the odds that they are one. */
export interface ScoredPair {
  readonly left: number;
  readonly right: number;
  readonly score: number;
}

export interface Assignment {
  /** At most one pair for each left and each right record. */
  readonly pairs: readonly ScoredPair[];
  /** Pairs between which the scores do not decide; none of them is in `pairs`. */
  readonly ambiguous: readonly ScoredPair[];
}

/** Highest score first; equal scores by left, then right record, so that the order never depends on the input's. */
export function byScore(one: ScoredPair, other: ScoredPair): number {
  return other.score - one.score || one.left - other.left || one.right - other.right;
}

/**
 * One-to-one assignment by the highest score: each pair in turn is taken if both of its records are still free. Where a
 * record's other pair comes within `margin` bits of the taken one, and its far end has no better partner by more than that,
 * two answers fit equally well: such pairs go to a person with all their rivals. A negative margin turns that off.
 */
export function assignOneToOne(candidates: readonly ScoredPair[], margin: number): Assignment {
  const sorted = candidates.toSorted(byScore);
  const ofLeft = new Map<number, ScoredPair>();
  const ofRight = new Map<number, ScoredPair>();
  for (const pair of sorted) {
    if (ofLeft.has(pair.left) || ofRight.has(pair.right)) continue;
    ofLeft.set(pair.left, pair);
    ofRight.set(pair.right, pair);
  }
  const unsettled = new Set<ScoredPair>();
  for (const pair of margin < 0 ? [] : sorted) {
    const partners = [ofLeft.get(pair.left), ofRight.get(pair.right)].filter((taken) => taken !== undefined);
    const rivals = partners.filter((taken) => taken !== pair);
    if (rivals.length === 0 || rivals.some((taken) => pair.score < taken.score - margin)) continue;
    for (const one of [pair, ...rivals]) unsettled.add(one);
  }
  return {
    pairs: [...ofLeft.values()].filter((pair) => !unsettled.has(pair)),
    ambiguous: sorted.filter((pair) => unsettled.has(pair)),
  };
}
