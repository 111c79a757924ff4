import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rawCell } from '../cell-text.ts';
import { RowCollector } from '../stream/row-collector.ts';
import { PacketBatch } from './packet-batch.ts';
import { blockOf } from './packet-rows.ts';
import { RowEncoder, textOf, touchOf } from './sqlserver-rows.ts';

describe('a cell of SQL Server', () => {
  it.each([
    ['datetime', '1985-03-12 00:00:00.000', '1985-03-12 00:00:00'],
    ['datetime', '1985-03-12 08:15:30.120', '1985-03-12 08:15:30.12'],
    ['datetime2', '2020-01-31 23:59:59.9999999', '2020-01-31 23:59:59.9999999'],
    ['datetime2', '2020-01-31 10:20:00', '2020-01-31 10:20:00'],
    ['smalldatetime', '2020-01-31 10:20:00.000', '2020-01-31 10:20:00'],
    ['datetimeoffset', '2020-01-31 10:20:00.0000000 +07:00', '2020-01-31 10:20:00 +07:00'],
    ['datetimeoffset', '2020-01-31 10:20:00.5000000 +07:00', '2020-01-31 10:20:00.5 +07:00'],
    ['time', '07:30:00.0000000', '07:30:00'],
    ['date', '1985-03-12', '1985-03-12'],
    ['decimal(12,2)', '1500.00', '1500.00'],
    ['money', '1500.5000', '1500.5000'],
    ['varchar(20)', '2020.000', '2020.000'],
    ['float', 0.1, '0.1'],
    ['float', 198503122010, '198503122010'],
    ['real', Math.fround(0.1), '0.1'],
    ['real', Math.fround(3.75), '3.75'],
    ['real', Math.fround(16777216), '16777216'],
    ['real', Math.fround(1 / 3), '0.33333334'],
  ])('of type %s is written as other servers write it: %s', (type, value, text) => {
    expect(textOf(value, touchOf(type))).toBe(text);
  });

  it('comes back as it was, among any others', () => {
    const cell = fc.oneof(fc.constant(null), fc.string({ unit: 'binary', maxLength: 40 }), fc.constant('panjang'));
    const meant = (text: string | null): string | null => (text === 'panjang' ? 'x'.repeat(70_000) : text);
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 20 }), (rows) => {
        const encoder = new RowEncoder(['nvarchar(40)', 'varchar(40)', 'nvarchar(max)']);
        const batch = new PacketBatch();
        for (const row of rows) {
          const bytes = encoder.encode(row.map((value) => ({ value: meant(value) })));
          batch.add(bytes, 0, bytes.length);
        }
        const block = blockOf(batch, new RowCollector(3));
        const read = rows.map((_, row) => [0, 1, 2].map((column) => rawCell(block, row, column)));
        // Signs that no text can hold are mended on the way, as in every reader.
        const isText = (text: string | null): boolean => text === null || !/[\0\uFFFD]/.test(text);
        for (const [row, cells] of rows.entries()) {
          for (const [column, text] of cells.entries())
            if (isText(text)) expect(read[row]?.[column] === meant(text)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
