import type { IntList } from './compare/difference-log.ts';

/**
 * Rows of one file that share a NIP, from a list of (data row, high, low) of all accepted rows. Three integers each, in the
 * order of the numbers and then of the rows.
 */
export function findDuplicates(rows: IntList): Int32Array {
  const count = rows.length / 3;
  const order = new Uint32Array(count);
  let known = 0;
  for (let i = 0; i < count; i++) if (rows.at(i * 3 + 1) > 0) order[known++] = i;
  const sorted = order
    .subarray(0, known)
    .toSorted((a, b) => rows.at(a * 3 + 1) - rows.at(b * 3 + 1) || rows.at(a * 3 + 2) - rows.at(b * 3 + 2) || a - b);
  const same = (a: number | undefined, b: number | undefined): boolean =>
    a !== undefined &&
    b !== undefined &&
    rows.at(a * 3 + 1) === rows.at(b * 3 + 1) &&
    rows.at(a * 3 + 2) === rows.at(b * 3 + 2);
  const found: number[] = [];
  for (let i = 0; i < known; i++) {
    const row = sorted[i] as number;
    if (!same(row, sorted[i - 1]) && !same(row, sorted[i + 1])) continue;
    found.push(rows.at(row * 3), rows.at(row * 3 + 1), rows.at(row * 3 + 2));
  }
  return Int32Array.from(found);
}
