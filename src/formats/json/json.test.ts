import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { mustOpen, readOut, refusalOf, tempFolder } from '../testing/files.ts';

const folder = tempFolder();
afterAll(() => folder.remove());

let serial = 0;
const write = (content: string | Uint8Array): string => folder.write(`data-${++serial}.json`, content);

async function read(content: string | Uint8Array, table?: string) {
  const source = await mustOpen(write(content));
  return { source, columns: source.tables[0]?.columns, ...(await readOut(source, table)) };
}

const people = [
  { nip: '199201012018011901', nama: 'SITI' },
  { nip: '199302022019022902', nama: 'BUDI' },
];
const rows = people.map(({ nip, nama }) => [nip, nama]);

describe('a JSON file', () => {
  it.each([
    ['an array of objects', JSON.stringify(people), 'json'],
    ['indented', JSON.stringify(people, null, 2), 'json'],
    ['an object that holds the array', JSON.stringify({ status: 'ok', jumlah: 2, data: people }), 'json'],
    ['deeper', JSON.stringify({ meta: { a: [1, [2]], b: '}],[{' }, hasil: { data: people } }), 'json'],
    ['one object a line', people.map((one) => JSON.stringify(one)).join('\n'), 'ndjson'],
    [
      'one object a line, CRLF and empty lines',
      `\r\n${people.map((one) => JSON.stringify(one)).join('\r\n\r\n')}\r\n`,
      'ndjson',
    ],
    ['with a byte order mark', `\uFEFF${JSON.stringify(people)}`, 'json'],
    ['UTF-16', Buffer.from(`\uFEFF${JSON.stringify(people)}`, 'utf16le'), 'json'],
    ['gzip', gzipSync(JSON.stringify(people)), 'json'],
    ['gzip of lines', gzipSync(people.map((one) => JSON.stringify(one)).join('\n')), 'ndjson'],
  ])('gives its people: %s', async (_name, content, container) => {
    const out = await read(content);
    expect(out.source.container).toBe(container);
    expect({
      columns: out.columns,
      rows: out.rows,
      sample: out.source.tables[0]?.sample,
      problems: out.problems,
    }).toEqual({
      columns: ['nip', 'nama'],
      rows,
      sample: rows,
      problems: [],
    });
  });

  it('with one object gives one row', async () => {
    const out = await read('{"nip":"1","nama":"SITI"}');
    expect({ columns: out.columns, rows: out.rows }).toEqual({ columns: ['nip', 'nama'], rows: [['1', 'SITI']] });
  });

  describe('with arrays of objects within its objects', () => {
    const [first, second] = people.map(({ nip }) => nip);
    const nested = people.map(({ nip, nama }, index) => ({
      nama,
      nip,
      riwayat: [
        { gol: 'III/a', sk: `821/${index}` },
        { gol: 'III/b', sk: 'a\nb', tmt: { tgl: '2020-04-01' } },
      ],
      anak: index === 0 ? [] : [{ nama: 'ANI' }],
      hobi: ['catur'],
    }));

    it.each([
      ['an array', JSON.stringify(nested)],
      ['lines', nested.map((one) => JSON.stringify(one)).join('\n')],
    ])('gives them as tables with the key of their owner in front: %s', async (_name, content) => {
      const { source } = await read(content);
      const [outer, ...inner] = source.tables;
      expect(outer?.columns).toEqual(['nama', 'nip', 'riwayat', 'anak', 'hobi']);
      expect(inner.map(({ name, columns }) => [name.split('.').at(-1), columns])).toEqual([
        ['riwayat', ['induk.nip', 'gol', 'sk', 'tmt.tgl']],
        ['anak', ['induk.nip', 'nama']],
      ]);
      const { rows: read1 } = await readOut(source, inner[0]?.name);
      expect(read1).toEqual([
        [first, 'III/a', '821/0', ''],
        [first, 'III/b', 'a\nb', '2020-04-01'],
        [second, 'III/a', '821/1', ''],
        [second, 'III/b', 'a\nb', '2020-04-01'],
      ]);
      expect(inner[0]?.sample).toEqual(read1);
      expect((await readOut(source, inner[1]?.name)).rows).toEqual([[second, 'ANI']]);
    });

    it('names an element that is no object as a broken row', async () => {
      const { source } = await read('[{"nip":"1","r":[{"a":1},2]},{"nip":"2","r":[{"a":3}]}]');
      const out = await readOut(source, source.tables[1]?.name);
      expect([out.rows, out.problems.length]).toEqual([
        [
          ['1', '1'],
          ['2', '3'],
        ],
        1,
      ]);
    });

    it('leaves them in their cells where nothing tells the objects apart', async () => {
      const { source } = await read('[{"a":"1","r":[{"b":1}]},{"a":"1","r":[{"b":2}]}]');
      expect(source.tables).toHaveLength(1);
    });
  });

  it('lists every array of objects by the keys that lead to it', async () => {
    const content = JSON.stringify({ acuan: { agama: [{ id: 1 }] }, pegawai: people, angka: [1, 2] });
    const out = await read(content, 'pegawai');
    expect(out.source.tables.map(({ name, columns }) => [name, columns])).toEqual([
      ['acuan.agama', ['id']],
      ['pegawai', ['nip', 'nama']],
    ]);
    expect(out.rows).toEqual(rows);
  });

  it.each([
    ['a long number keeps its digits', '199201012018011901', '199201012018011901'],
    ['a decimal keeps its writing', '-2660700.50E+2', '-2660700.50E+2'],
    ['null is empty', 'null', ''],
    ['true and false', 'true', 'true'],
    ['escapes', String.raw`"a\"b\\c\/d\n\te"`, 'a"b\\c/d\n\te'],
    ['characters by number', String.raw`"D\u00e9si \u20ac"`, 'Dési €'],
    ['a surrogate pair', String.raw`"\ud83d\ude00!"`, '😀!'],
    ['half a pair', String.raw`"a\ud83db"`, 'a\uFFFDb'],
    ['UTF-8', '"Désirée"', 'Désirée'],
    ['an array inside', '[ {"a":1}, 2 ]', '[ {"a":1}, 2 ]'],
  ])('keeps values: %s', async (_name, written, expected) => {
    const out = await read(`[{"a":${written},"b": ${written} },{"b":1}]`);
    expect({ rows: out.rows, problems: out.problems }).toEqual({
      rows: [
        [expected, expected],
        ['', '1'],
      ],
      problems: [],
    });
  });

  it.each([
    ['an array of objects', (list: readonly unknown[]) => JSON.stringify(list)],
    ['an object a line', (list: readonly unknown[]) => list.map((each) => JSON.stringify(each)).join('\n')],
    ['spread over lines', (list: readonly unknown[]) => JSON.stringify(list, null, 2)],
  ])('makes columns of the members of objects inside: %s', async (_name, put) => {
    const out = await read(
      put([
        { nip: '1', lahir: { kota: 'KUDUS', tanggal: { isi: '1980-01-02', sah: true } }, anak: [{ nama: 'A' }], x: {} },
        { nip: '2', lahir: { tanggal: { isi: '}"' }, 'k\u00e9': null }, hp: 0 },
        { lahir: null, nip: '3' },
      ]),
    );
    expect(out.columns).toEqual([
      'nip',
      'lahir.kota',
      'lahir.tanggal.isi',
      'lahir.tanggal.sah',
      'anak',
      'lahir.k\u00e9',
      'hp',
      'lahir',
    ]);
    expect(out.rows.map((row) => row.map((cell) => cell.replace(/\s/g, '')))).toEqual([
      ['1', 'KUDUS', '1980-01-02', 'true', '[{"nama":"A"}]', '', '', ''],
      ['2', '', '}"', '', '', '', '0', ''],
      ['3', '', '', '', '', '', '', ''],
    ]);
  });

  it('has the keys of all its objects, in the order in which they appear', async () => {
    const late = Array.from({ length: 300 }, (_, row) => (row === 290 ? { b: 1, baru: 'x' } : { a: row, b: 2 }));
    const out = await read(JSON.stringify([...late, { __proto__x: 1, constructor: 2, 'k\u00e9"': 3 }]));
    expect(out.columns).toEqual(['a', 'b', 'baru', '__proto__x', 'constructor', 'ké"']);
    expect(out.rows[290]).toEqual(['', '1', 'x', '', '', '']);
    expect(out.rows[300]).toEqual(['', '', '', '1', '2', '3']);
  });

  it('takes the last of a repeated key and forgets the row before', async () => {
    const out = await read('[{"a":1,"b":2},{"a":3,"a":4}]');
    expect(out.rows).toEqual([
      ['1', '2'],
      ['4', ''],
    ]);
  });

  it.each([
    ['cut inside an object', '[{"a":1},{"a":2},{"a"', [1, 2], ['3:-1 BERKAS_TERPOTONG']],
    ['cut between objects', '[{"a":1},{"a":2}', [1, 2], ['3:-1 BERKAS_TERPOTONG']],
    ['cut inside a line', '{"a":1}\n{"a":2}\n{"a"', [1, 2], ['3:-1 BERKAS_TERPOTONG']],
    ['a damaged object', '[{"a":1},{"a":x},{"a":3}]', [1, 3], ['2:-1 BARIS_RUSAK']],
    ['a lost quote', '[{"a":"1"},{"a":"2},{"a":"3"},{"a":"4"}]', [1, 3, 4], ['2:-1 BARIS_RUSAK']],
    ['a damaged line', '{"a":1}\n{"a":}\n{"a":3}\n', [1, 3], ['2:-1 BARIS_RUSAK']],
    ['an object that is open at the end of its line', '{"a":1}\n{"a":2\n{"a":3}\n', [1, 3], ['2:-1 BARIS_RUSAK']],
    [
      'elements that are no objects',
      '[{"a":1},5,"x,y",[{"b":1}],{"a":5}]',
      [1, 5],
      ['2:-1 BARIS_RUSAK', '3:-1 BARIS_RUSAK', '4:-1 BARIS_RUSAK'],
    ],
    ['NUL', '[{"a":"x\\u0000"},{"a":2}]', [1, 2], ['1:0 SEL_NUL']],
  ])('keeps its good rows and reports: %s', async (_name, content, numbers, problems) => {
    const out = await read(content);
    expect({ numbers: out.numbers, problems: out.problems }).toEqual({ numbers, problems });
  });

  it.each([
    ['an empty array', '[]'],
    ['an array of numbers', '[1,2,3]'],
    ['an array of arrays', '[[1,2],[3,4]]'],
    ['100,000 brackets', '['.repeat(100_000)],
    ['100,000 nested objects', '{"a":'.repeat(100_000)],
  ])('without a table of objects is refused: %s', async (_name, content) => {
    expect(await refusalOf(write(content))).toBe('TANPA_TABEL');
  });

  it('with too many keys is refused', async () => {
    const keys = Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`k${at}`, at]));
    expect(await refusalOf(write(JSON.stringify([keys])))).toBe('BATAS_KOLOM');
  });

  it('gives any texts back, whatever the escapes', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 10 }).map((one) => one.replaceAll('\0', '').trim());
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 20 }),
        fc.boolean(),
        async (pairs, escaped) => {
          const json = JSON.stringify(pairs.map(([a, b]) => ({ a, b })));
          const ascii = json.replace(/[^\0-~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
          const out = await read(escaped ? ascii : json);
          expect(out.rows).toEqual(pairs);
          expect(out.problems).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('of many blocks loses nothing', async () => {
    const many = Array.from({ length: 30_000 }, (_, row) => ({
      no: row + 1,
      nama: `"${row}"`,
      isi: 'x'.repeat(row % 50),
    }));
    for (const content of [JSON.stringify({ a: 1, data: many }), many.map((one) => JSON.stringify(one)).join('\n')]) {
      const out = await read(content);
      expect(out.problems).toEqual([]);
      expect(out.rows).toHaveLength(30_000);
      expect(out.rows.every((row, at) => row[0] === String(at + 1) && row[1] === `"${at}"`)).toBe(true);
    }
  });
});
