import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { tempFolder } from '../testing/files.ts';
import { CsvWriter, formatCsvRow } from './csv-writer.ts';

const folder = tempFolder();
afterAll(() => folder.remove());

describe('a written row', () => {
  it.each([
    ['plain', ['a', 'b', 3, undefined, ''], 'a,b,3,,\n'],
    ['delimiter, quote, line end', ['a,b', 'say "x"', 'p\nq', 'x;y'], '"a,b","say ""x""","p\nq","x;y"\n'],
    ['outer blanks', [' a', 'b '], '" a","b "\n'],
    ['one empty cell', [''], '""\n'],
    ['numbers, dates and dashes with a sign', ['-5', '+628123', '-', '--', '-1.234,5'], '-5,+628123,-,--,"-1.234,5"\n'],
  ])('%s', (_name, cells, expected) => {
    expect(formatCsvRow(cells)).toBe(expected);
  });

  it.each(['=1+1', '+cmd', '-x', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1', '＋1', '－1', '＠x', ' =1', '"=1', '-2+3'])(
    'never begins like a formula: %j',
    (text) => {
      expect(formatCsvRow([text])).toMatch(/^"?'/);
      expect(formatCsvRow([text], { verbatim: true })).not.toMatch(/^"?'/);
    },
  );
});

it('a file holds all rows in order, however many', async () => {
  const path = folder.write('keluar.csv', 'lama');
  const writer = new CsvWriter(path, { lineEnd: '\r\n' });
  for (let row = 0; row < 50_000; row++) await writer.row([row, `nama ${row}`]);
  await writer.close();
  const lines = readFileSync(path, 'utf8').split('\r\n');
  expect(lines).toHaveLength(50_001);
  expect(lines[49_999]).toBe('49999,nama 49999');
});

it('a file that cannot be written fails instead of losing rows', async () => {
  const writer = new CsvWriter('/tidak/ada/keluar.csv');
  await expect(writer.row(['a']).then(() => writer.close())).rejects.toThrow('ENOENT');
});
