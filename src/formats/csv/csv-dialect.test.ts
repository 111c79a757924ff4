import { describe, expect, it } from 'vitest';
import { findCsvHead } from './csv-dialect.ts';

const head = (text: string) => findCsvHead(Buffer.from(text));
const ROWS = '1;B,1\n'.repeat(100);

describe('findCsvHead', () => {
  it('looks further where the first bytes hold few rows', () => {
    const wide = `${'a'.repeat(40_000)};b\n`;
    expect(head(`no;nama\n${wide.repeat(3)}${ROWS}`)).toMatchObject({
      delimiter: 59,
      columns: ['no', 'nama'],
      dataStart: 8,
    });
  });

  it('looks further where a quoted heading is longer than the first bytes', () => {
    const long = `"${'uraian; '.repeat(15_000)}"`;
    expect(head(`no,${long},nip\n${'1,2;3,4\n'.repeat(100)}`)).toMatchObject({ delimiter: 44, columns: { length: 3 } });
  });

  it('gives places in the file behind a byte order mark', () => {
    expect(head(`\uFEFFno;nama\n${ROWS}`)).toMatchObject({ columns: ['no', 'nama'], dataStart: 11 });
  });
});
