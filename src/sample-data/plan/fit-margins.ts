/** One margin of a table: the group of each cell, and what each group must add up to. */
export interface Margin {
  readonly groupOf: Int32Array;
  readonly targets: readonly number[];
}

/**
 * Iterative proportional fitting: scales the cells, in place, until every margin adds up to its targets; the last one named is met
 * exactly. Cells of weight 0 stay 0; targets are taken as shares of their own sum, and a group without any cell is left out.
 */
export function fitMargins(cells: Float64Array, margins: readonly Margin[], rounds: number): void {
  const shares = margins.map((margin) => toShares(cells, margin));
  for (let round = 0; round < rounds; round++) {
    for (const [at, margin] of margins.entries()) scaleTo(cells, margin.groupOf, shares[at] ?? []);
  }
}

function sumGroups(cells: Float64Array, groupOf: Int32Array, groups: number): Float64Array {
  const sums = new Float64Array(groups);
  for (let cell = 0; cell < cells.length; cell++) {
    const group = groupOf[cell] ?? 0;
    sums[group] = (sums[group] ?? 0) + (cells[cell] ?? 0);
  }
  return sums;
}

function toShares(cells: Float64Array, { groupOf, targets }: Margin): number[] {
  const sums = sumGroups(cells, groupOf, targets.length);
  const reachable = targets.map((target, group) => ((sums[group] ?? 0) > 0 ? target : 0));
  const total = reachable.reduce((all, target) => all + target, 0);
  return reachable.map((target) => target / total);
}

function scaleTo(cells: Float64Array, groupOf: Int32Array, shares: readonly number[]): void {
  const sums = sumGroups(cells, groupOf, shares.length);
  const factors = sums.map((sum, group) => (sum > 0 ? (shares[group] ?? 0) / sum : 0));
  for (let cell = 0; cell < cells.length; cell++) cells[cell] = (cells[cell] ?? 0) * (factors[groupOf[cell] ?? 0] ?? 0);
}
