import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { mustOpen, readOut, refusalOf, tempFolder } from '../testing/files.ts';
import { formatCsvRow } from './csv-writer.ts';

const folder = tempFolder();
afterAll(() => folder.remove());

let serial = 0;
async function read(content: string | Uint8Array) {
  const source = await mustOpen(folder.write(`berkas-${++serial}.csv`, content));
  return { columns: source.tables[0]?.columns, source, ...(await readOut(source)) };
}

const utf16be = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();

describe('a CSV file', () => {
  it.each([
    ['comma', 'a,b\n1,2\n3,4\n'],
    ['semicolon', 'a;b\n1;2\n3;4\n'],
    ['tab', 'a\tb\n1\t2\n3\t4\n'],
    ['pipe', 'a|b\n1|2\n3|4\n'],
    ['CRLF', 'a,b\r\n1,2\r\n3,4\r\n'],
    ['CR', 'a,b\r1,2\r3,4\r'],
    ['no line end at the end', 'a,b\n1,2\n3,4'],
    ['UTF-8 with mark', '\uFEFFa,b\n1,2\n3,4\n'],
    ['UTF-16LE with mark', Buffer.from('\uFEFFa,b\n1,2\n3,4\n', 'utf16le')],
    ['UTF-16LE without mark', Buffer.from('a,b\n1,2\n3,4\n', 'utf16le')],
    ['UTF-16BE with mark', utf16be('a,b\n1,2\n3,4\n')],
    ['gzip', gzipSync('a,b\n1,2\n3,4\n')],
    ['gzip in two members', Buffer.concat([gzipSync('a,b\n1,'), gzipSync('2\n3,4\n')])],
    ['gzip over UTF-16', gzipSync(Buffer.from('\uFEFFa,b\n1,2\n3,4\n', 'utf16le'))],
    ['quoted cells', '"a","b"\r\n"1","2"\r\n"3","4"\r\n'],
    ['quoted with blanks behind', '"a" ,b\n"1"  ,2\n3,"4" \n'],
    ['empty lines and lines of delimiters only', '\na,b\n\n1,2\n,\n  \n3,4\n\n'],
    ['empty cells behind the last column', 'a,b\n1,2,\n3,4,,\n'],
    ['letterhead', 'PEMERINTAH KOTA\nDAFTAR NOMINATIF,\n\na,b\n1,2\n3,4\n'],
    ['separator line of Excel', 'sep=;\na;b\n1;2\n3;4\n'],
  ])('reads: %s', async (_name, content) => {
    const { columns, rows, numbers, problems } = await read(content);
    expect({ columns, rows, numbers, problems }).toEqual({
      columns: ['a', 'b'],
      rows: [
        ['1', '2'],
        ['3', '4'],
      ],
      numbers: [1, 2],
      problems: [],
    });
  });

  it.each([
    ['doubled quotes', 'a,b\n"x ""y"" z",1\n', [['x "y" z', '1']]],
    [
      'line ends inside quotes',
      'a,b\n"x\ny",1\n2,"p\r\nq"\n',
      [
        ['x\ny', '1'],
        ['2', 'p\r\nq'],
      ],
    ],
    [
      'a quote as a letter',
      'a,b\n5" pipa,1\n"MA"RUF",2\n',
      [
        ['5" pipa', '1'],
        ['MA"RUF', '2'],
      ],
    ],
    ['Windows-1252', Buffer.from('a,b\ncaf\xe9 \x96 \x93x\x94,1\n', 'latin1'), [['café – “x”', '1']]],
    [
      'UTF-8 and Windows-1252 in one file',
      Buffer.concat([Buffer.from('a,b\nDési,'), Buffer.from('D\xe9si\n', 'latin1')]),
      [['Dési', 'Dési']],
    ],
    ['a long number untouched', "a,b\n'199201012018011001,1.99E+17\n", [["'199201012018011001", '1.99E+17']]],
    ['outer blanks', 'a,b\n  x  , \n', [['x', '']]],
    ['one column', 'nip\n123\n\n456\n', [['123'], ['456']]],
  ])('keeps the content of cells: %s', async (_name, content, rows) => {
    const out = await read(content);
    expect({ rows: out.rows, problems: out.problems }).toEqual({ rows, problems: [] });
  });

  it.each([
    ['too few cells', 'a,b,c\n1,2,3\n1,2\n4,5,6\n', ['2:-1 BARIS_KURANG_KOLOM'], [1, 3]],
    ['too many cells', 'a,b,c\n1,2,3\n1,2,3,4\n4,5,6\n', ['2:-1 BARIS_LEBIH_KOLOM'], [1, 3]],
    ['a quote that is never closed', 'a,b\n"x,1\n2,3\n4,5\n', ['1:-1 BARIS_KUTIP_TERBUKA'], [2, 3]],
    ['an open quote before quoted rows', 'a,b\n1,"x\n2,"y"\n3,"z"\n', ['1:-1 BARIS_KUTIP_TERBUKA'], [2, 3]],
    ['an open quote in the last row', 'a,b\n1,2\n3,"4\n', ['2:-1 BARIS_KUTIP_TERBUKA'], [1]],
    ['NUL', 'a,b\n1,x\0y\n2,3\n', ['1:1 SEL_NUL'], [1, 2]],
    ['half a surrogate', Buffer.from('a,b\n1,x\xed\xa0\x80y\n2,3\n', 'latin1'), ['1:1 SEL_PENYANDIAN'], [1, 2]],
    ['a cell over 1 MB', `a,b\n1,${'x'.repeat(1_100_000)}\n2,3\n`, ['1:1 SEL_TERLALU_BESAR'], [1, 2]],
    ['a row over 16 MB', `a,b\n1,${'x'.repeat(17_500_000)}\n2,3\n`, ['1:-1 BARIS_TERLALU_PANJANG'], [2]],
  ])('reports and reads on: %s', async (_name, content, problems, numbers) => {
    const out = await read(content);
    expect({ problems: out.problems, numbers: out.numbers }).toEqual({ problems, numbers });
  });

  it('without a heading keeps its first row', async () => {
    const out = await read('199201012018011001,SITI\n199201012018012002,BUDI\n');
    expect(out.columns).toEqual(['Kolom 1', 'Kolom 2']);
    expect(out.rows).toHaveLength(2);
  });

  it('passes over a line of column numbers under the heading', async () => {
    const out = await read('no,nip,nama,gol,unit\n1,2,3,4,5\n1,19,SITI,III/a,DINAS\n');
    expect({ rows: out.rows, numbers: out.numbers }).toEqual({
      rows: [['1', '19', 'SITI', 'III/a', 'DINAS']],
      numbers: [1],
    });
  });

  it('keeps headings as delivered: repeated, empty, with the names of object members', async () => {
    const out = await read('__proto__,Nomor,Nomor ,,constructor\n5,4,3,2,1\n');
    expect(out.columns).toEqual(['__proto__', 'Nomor', 'Nomor ', '', 'constructor']);
    expect(out.rows).toEqual([['5', '4', '3', '2', '1']]);
  });

  it('with only a heading has a table without rows', async () => {
    const out = await read('nip,nama\n');
    expect({ columns: out.columns, rows: out.rows }).toEqual({ columns: ['nip', 'nama'], rows: [] });
  });

  it('of many blocks numbers its rows through', async () => {
    const lines = Array.from({ length: 40_000 }, (_, row) => `${row + 1},"nama ${row + 1}",${'x'.repeat(row % 50)}`);
    const out = await read(`no,nama,isi\n${lines.join('\n')}\n`);
    expect(out.problems).toEqual([]);
    expect(out.rows.every((row, at) => row[0] === String(at + 1) && row[1] === `nama ${at + 1}`)).toBe(true);
    expect(out.numbers).toEqual(lines.map((_, row) => row + 1));
    expect(out.source.tables[0]?.sample).toHaveLength(200);
  });

  it('that was cut inside gzip gives its whole rows and names the cut', async () => {
    const lines = Array.from({ length: 20_000 }, (_, row) => `${row + 1},${(row * 7919) % 10_007}`);
    const packed = gzipSync(`a,b\n${lines.join('\n')}\n`);
    const out = await read(packed.subarray(0, packed.length / 2));
    expect(out.rows.length).toBeGreaterThan(5_000);
    expect(out.rows.every((row, at) => row.join(',') === lines[at])).toBe(true);
    expect(out.problems).toEqual([`${out.rows.length + 1}:-1 BERKAS_TERPOTONG`]);
  });

  it.each([
    ['20,000 columns', Array.from({ length: 20_000 }, (_, at) => `k${at}`).join(','), 'BATAS_KOLOM'],
    ['nothing', '', 'BERKAS_KOSONG'],
    ['blank lines', '\n\n  \n', 'TANPA_TABEL'],
    ['a bomb', gzipSync(Buffer.alloc(64 * 1024 ** 2, 'a,b\n')), 'BATAS_RASIO'],
    ['gzip in gzip', gzipSync(gzipSync('a,b\n1,2\n')), 'GZIP_BERLAPIS'],
    ['a gzip head alone', gzipSync('a,b\n1,2\n').subarray(0, 12), 'BERKAS_TERPOTONG'],
  ])('is refused: %s', async (_name, content, code) => {
    const path = folder.write(`ditolak-${++serial}.csv`, content);
    const opened = await refusalOf(path);
    expect(opened === 'opened' ? (await readOut(await mustOpen(path))).refused : opened).toContain(
      opened === 'opened' ? 'mengembang' : code,
    );
  });

  it('gives back what the writer wrote', async () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replaceAll('\0', ''));
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n'),
        async (rows, delimiter, lineEnd) => {
          const options = { delimiter, lineEnd, verbatim: true } as const;
          const head = ['kolom_a', 'kolom_b', 'kolom_c'];
          const text = [head, ...rows.map((row) => ['-', ...row.slice(1)])]
            .map((row) => formatCsvRow(row, options))
            .join('');
          const out = await read(text);
          expect(out.rows).toEqual(rows.map((row) => ['-', ...row.slice(1).map((value) => value.trim())]));
          expect(out.problems).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
