import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvBytes } from './csv-bytes.ts';
import { formatCsvRow } from './csv-writer.ts';

const textOf = (csv: CsvBytes): string => Buffer.from(csv.take()).toString();

function rowOf(...fills: readonly ((csv: CsvBytes) => void)[]): string {
  const csv = new CsvBytes(4);
  for (const fill of fills) fill(csv);
  csv.endRow();
  return textOf(csv);
}

const NASTY = [
  '',
  ' ',
  'a ',
  ' a',
  'a b',
  '=1+1',
  '-',
  '-5',
  '+62 811',
  '@x',
  'a,b',
  'a"b',
  'a\nb',
  'é',
  '＝1',
  'S.Pd., M.M.',
];

describe('rows as bytes', () => {
  it.each(NASTY)('writes %j as the writer of strings does', (text) => {
    const bytes = Buffer.from(`x${text}x`);
    expect(rowOf((csv) => csv.text(text))).toBe(formatCsvRow([text]));
    expect(rowOf((csv) => csv.utf8(bytes, 1, bytes.length - 1))).toBe(formatCsvRow([text]));
  });

  it('writes any rows as the writer of strings does, a row larger than its memory too', () => {
    const cell = fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary' }), fc.string());
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 5 })), (rows) => {
        const csv = new CsvBytes(8);
        for (const row of rows) {
          for (const text of row) csv.text(text);
          csv.endRow();
        }
        const expected = Buffer.from(rows.map((row) => formatCsvRow(row)).join('')).toString();
        expect(csv.size).toBe(Buffer.byteLength(expected));
        expect(textOf(csv)).toBe(expected);
      }),
    );
  });

  it('writes numbers, digits and dates without strings', () => {
    expect(
      rowOf(
        (csv) => csv.number(0),
        (csv) => csv.number(2_147_483_647),
        (csv) => csv.digits(198001052, 10_011_901, 18),
        (csv) => csv.digits(0, 7, 9),
        (csv) => csv.digits(12, 3, 16),
        (csv) => csv.date(19800105),
      ),
    ).toBe('0,2147483647,198001052010011901,000000007,0000012000000003,1980-01-05\n');
  });

  it('hands over whole rows only, each once', () => {
    const csv = new CsvBytes(4);
    csv.text('a');
    expect(csv.size).toBe(0);
    csv.endRow();
    expect(textOf(csv)).toBe('a\n');
    csv.text('b');
    csv.endRow();
    expect(textOf(csv)).toBe('b\n');
  });
});
