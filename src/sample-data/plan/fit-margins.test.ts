import { describe, expect, it } from 'vitest';
import { fitMargins } from './fit-margins.ts';

describe('fitMargins', () => {
  it('meets both margins of a table and leaves empty cells empty', () => {
    const cells = Float64Array.of(1, 1, 1, 0, 1, 1);
    const rows = Int32Array.of(0, 0, 0, 1, 1, 1);
    const columns = Int32Array.of(0, 1, 2, 0, 1, 2);
    fitMargins(
      cells,
      [
        { groupOf: rows, targets: [60, 40] },
        { groupOf: columns, targets: [20, 30, 50] },
      ],
      100,
    );
    const sum = (...at: number[]): number => at.reduce((all, cell) => all + (cells[cell] ?? 0), 0);
    expect(sum(0, 1, 2)).toBeCloseTo(0.6, 6);
    expect(sum(0, 3)).toBeCloseTo(0.2, 6);
    expect(sum(2, 5)).toBeCloseTo(0.5, 6);
    expect(cells[3]).toBe(0);
  });

  it('leaves out a group that no cell can fill', () => {
    const cells = Float64Array.of(1, 1);
    fitMargins(cells, [{ groupOf: Int32Array.of(0, 1), targets: [1, 1, 2] }], 5);
    expect([...cells]).toEqual([0.5, 0.5]);
  });
});
