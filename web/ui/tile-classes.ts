/** Lower ends of the classes 0 to 3 of five, best (greatest) first; what lies below them all is the last class. */
export type Bounds = readonly [number, number, number, number];

/** Whole lower ends of five classes with about as many values in each. */
export function boundsOfFifths(values: readonly number[]): Bounds {
  const sorted = values.toSorted((a, b) => b - a);
  const bound = (fifth: number): number => Math.floor(sorted[Math.ceil((fifth * sorted.length) / 5) - 1] ?? 0);
  return [bound(1), bound(2), bound(3), bound(4)];
}

/** Which of five classes a value falls into. */
export function classOf(value: number, bounds: Bounds): number {
  const at = bounds.findIndex((bound) => value >= bound);
  return at === -1 ? 4 : at;
}
