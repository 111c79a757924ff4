import { afterAll, describe, expect, it } from 'vitest';
import { makeDbf, type TestDbf } from '../testing/dbf.ts';
import { mustOpen, readOut, refusalOf, tempFolder } from '../testing/files.ts';

const folder = tempFolder();
afterAll(() => folder.remove());

let serial = 0;
async function read(bytes: Buffer) {
  const source = await mustOpen(folder.write(`gaji-${++serial}.dbf`, bytes));
  return { table: source.tables[0], source, ...(await readOut(source)) };
}

const nip = { name: 'NIP', type: 'C', length: 18 };
const nama = { name: 'NAMA', type: 'C', length: 12 };
const people: TestDbf = {
  fields: [nip, nama, { name: 'GAPOK', type: 'N', length: 10, decimals: 2 }, { name: 'TGLLHR', type: 'D', length: 8 }],
  records: [
    { cells: ['199201012018011901', 'SITI', '   2660700', '19920101'] },
    { cells: ['199302022019022902', 'BUDI', '', ''] },
  ],
};

describe('a DBF file', () => {
  it('gives its columns, types and records as text', async () => {
    const out = await read(makeDbf(people));
    expect(out.source.container).toBe('dbf');
    expect(out.table?.columns).toEqual(['NIP', 'NAMA', 'GAPOK', 'TGLLHR']);
    expect(out.table?.types).toEqual(['C(18)', 'C(12)', 'N(10,2)', 'D(8)']);
    expect(out.rows).toEqual([
      ['199201012018011901', 'SITI', '2660700', '19920101'],
      ['199302022019022902', 'BUDI', '', ''],
    ]);
    expect(out.problems).toEqual([]);
  });

  it.each([
    ['CP850', 0x02, [0x82, 0x99]],
    ['CP437', 0x01, [0x82, 0x99]],
    ['Windows-1252', 0x03, [0xe9, 0xd6]],
    ['UTF-8 of a modern writer', 0x00, [0xc3, 0xa9, 0xc3, 0x96]],
  ])('reads letters in %s', async (_name, language, bytes) => {
    const out = await read(makeDbf({ language, fields: [nama], records: [{ cells: [Buffer.from(bytes)] }] }));
    expect(out.rows).toEqual([['éÖ']]);
  });

  it('reports deleted records and keeps the numbers of the others', async () => {
    const [first, second] = people.records;
    if (!first || !second) throw new Error('no records');
    const out = await read(makeDbf({ ...people, records: [first, { ...first, deleted: true }, second] }));
    expect(out.numbers).toEqual([1, 3]);
    expect(out.problems).toEqual(['2:-1 BARIS_TERHAPUS']);
  });

  it('reads the binary values of FoxPro', async () => {
    const money = Buffer.alloc(8);
    money.writeBigInt64LE(-26_607_005_000n);
    const time = Buffer.alloc(8);
    time.writeInt32LE(2_448_623);
    const out = await read(
      makeDbf({
        version: 0x30,
        fields: [
          { name: 'ID', type: 'I', length: 4 },
          { name: 'GAJI', type: 'Y', length: 8 },
          { name: 'LAHIR', type: 'T', length: 8 },
          { name: 'AKTIF', type: 'L', length: 1 },
          { name: '_NullFlags', type: '0', length: 1 },
        ],
        records: [{ cells: [Buffer.from([255, 255, 255, 255]), money, time, '?', ''] }],
      }),
    );
    expect(out.table?.columns).toEqual(['ID', 'GAJI', 'LAHIR', 'AKTIF']);
    expect(out.rows).toEqual([['-1', '-2660700.5000', '1992-01-01', '']]);
  });

  it('says once that memos are elsewhere', async () => {
    const memo = { name: 'KET', type: 'M', length: 10 };
    const records = [{ cells: ['a', '         1'] }, { cells: ['b', ''] }, { cells: ['c', '         2'] }];
    const out = await read(makeDbf({ fields: [nama, memo], records }));
    expect(out.rows).toEqual([
      ['a', ''],
      ['b', ''],
      ['c', ''],
    ]);
    expect(out.problems).toEqual(['1:1 SEL_MEMO']);
  });

  it.each([
    ['cut inside a record', makeDbf({ ...people, tail: '' }).subarray(0, -7), 1, ['2:-1 BERKAS_TERPOTONG']],
    ['cut between records', makeDbf({ ...people, promised: 5, tail: '' }), 2, ['3:-1 BERKAS_TERPOTONG']],
    [
      'ended before its time',
      makeDbf({ ...people, promised: 5, tail: `\x1a${'x'.repeat(100)}` }),
      2,
      ['3:-1 BERKAS_TERPOTONG'],
    ],
    ['without the last mark', makeDbf({ ...people, tail: '' }), 2, []],
    ['with more records than promised', makeDbf({ ...people, promised: 1 }), 2, []],
    ['with bytes behind its end', makeDbf({ ...people, tail: `\x1a${'x'.repeat(100)}` }), 2, []],
  ])('%s gives its whole records and says what is missing', async (_name, bytes, rows, problems) => {
    const out = await read(bytes);
    expect({ rows: out.rows.length, problems: out.problems }).toEqual({ rows, problems });
  });

  it('with a damaged mark loses only that record, and says so', async () => {
    const bytes = makeDbf(people);
    bytes[32 + 4 * 32 + 1] = 0x99;
    const out = await read(bytes);
    expect({ numbers: out.numbers, problems: out.problems }).toEqual({ numbers: [2], problems: ['1:-1 BARIS_RUSAK'] });
  });

  it('whose fields do not fit its records is refused', async () => {
    const bytes = makeDbf(people);
    bytes.writeUInt16LE(20, 10);
    expect(await refusalOf(folder.write('rusak.dbf', bytes))).toBe('TANPA_TABEL');
  });
});
