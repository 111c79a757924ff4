import type { ColumnFacts } from '../sample/column-facts.ts';

/** Share of rows in which a value of one column stands beside its usual value of the other. */
export function determines(from: ColumnFacts, to: ColumnFacts): number {
  const beside = new Map<string, Map<string, number>>();
  let rows = 0;
  from.values.forEach((value, row) => {
    const other = to.values[row] ?? '';
    if (value === '' || other === '') return;
    rows++;
    const counts = beside.get(value) ?? new Map<string, number>();
    counts.set(other, (counts.get(other) ?? 0) + 1);
    beside.set(value, counts);
  });
  let usual = 0;
  for (const counts of beside.values()) usual += Math.max(...counts.values());
  return rows === 0 ? 0 : usual / rows;
}

/** Share of the rows outside of the commonest value that must be told for two columns to be forms of one thing. */
const TELLING = 0.5;

/** Whether one column tells the other beyond what the commonest value tells by itself: a code and its words do. */
export const goTogether = (a: ColumnFacts, b: ColumnFacts): boolean => tells(a, b) || tells(b, a);

function tells(from: ColumnFacts, to: ColumnFacts): boolean {
  const usual = Math.max(0, ...to.distinct.values()) / Math.max(1, to.filled);
  return usual < 1 && (determines(from, to) - usual) / (1 - usual) >= TELLING;
}
