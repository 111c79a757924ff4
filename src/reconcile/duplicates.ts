import type { IntList } from './int-list.ts';

/**
 * Rows of one file that share a NIP, from a list of (data row, high, low) of all accepted rows. Three integers each, in the
 * order of the numbers and then of the rows.
 */
export function findDuplicates(rows: IntList): Int32Array {
  const shared = sharedNumbers(rows);
  const found: (readonly [row: number, high: number, low: number])[] = [];
  for (let i = 0; i < rows.length && shared.size > 0; i += 3) {
    const [high, low] = [rows.at(i + 1), rows.at(i + 2)];
    if (shared.get(high)?.has(low)) found.push([rows.at(i), high, low]);
  }
  return Int32Array.from(found.toSorted((a, b) => a[1] - b[1] || a[2] - b[2]).flat());
}

/** The numbers that several rows bear, by their first digits. As whole numbers of 64 bits they are sorted without callbacks. */
function sharedNumbers(rows: IntList): ReadonlyMap<number, ReadonlySet<number>> {
  const halves = new Int32Array((rows.length / 3) * 2);
  let used = 0;
  for (let i = 0; i < rows.length; i += 3) {
    if (rows.at(i + 1) <= 0) continue;
    halves[used++] = rows.at(i + 1);
    halves[used++] = rows.at(i + 2);
  }
  new BigInt64Array(halves.buffer, 0, used / 2).sort();
  const shared = new Map<number, Set<number>>();
  for (let at = 2; at < used; at += 2) {
    const [high, low] = [halves[at] as number, halves[at + 1] as number];
    if (halves[at - 2] !== high || halves[at - 1] !== low) continue;
    const lows = shared.get(high) ?? new Set();
    shared.set(high, lows.add(low));
  }
  return shared;
}
