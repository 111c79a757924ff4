/**
 * Groups of records that are joined by pairs, directly or through others: the smallest record of each record's group. A
 * record without a pair is its own group.
 */
export function joinClusters(
  size: number,
  pairs: Iterable<{ readonly left: number; readonly right: number }>,
): Int32Array {
  const parents = Int32Array.from({ length: size }, (_, row) => row);
  const rootOf = (row: number): number => {
    let root = row;
    while (parents[root] !== root) {
      parents[root] = parents[parents[root] as number] as number;
      root = parents[root] as number;
    }
    return root;
  };
  for (const { left, right } of pairs) {
    const one = rootOf(left);
    const other = rootOf(right);
    parents[Math.max(one, other)] = Math.min(one, other);
  }
  return parents.map((_, row) => rootOf(row));
}
