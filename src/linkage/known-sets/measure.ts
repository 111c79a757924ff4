/** How well found pairs fit the true ones. */
export interface Quality {
  readonly found: number;
  readonly right: number;
  readonly truePairs: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Judges pairs by group labels: a pair is true if both records have the same label. */
export function judgePairs(
  pairs: readonly { readonly left: number; readonly right: number }[],
  leftLabels: readonly string[],
  rightLabels: readonly string[],
): Quality {
  const right = pairs.filter((pair) => leftLabels[pair.left] === rightLabels[pair.right]).length;
  return quality(pairs.length, right, countTruePairs(leftLabels, rightLabels));
}

function countTruePairs(leftLabels: readonly string[], rightLabels: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const label of rightLabels) counts.set(label, (counts.get(label) ?? 0) + 1);
  if (leftLabels !== rightLabels) return leftLabels.reduce((sum, label) => sum + (counts.get(label) ?? 0), 0);
  return [...counts.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
}

function quality(found: number, right: number, truePairs: number): Quality {
  const precision = found === 0 ? 1 : right / found;
  const recall = truePairs === 0 ? 1 : right / truePairs;
  const f1 = right === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { found, right, truePairs, precision, recall, f1 };
}
