import { afterAll, describe, expect, it } from 'vitest';
import { mustOpen, type Readout, readOut, tempFolder } from '../testing/files.ts';
import { type SheetParts, textRow, type WorkbookParts, workbookParts, writeZip } from '../testing/workbook.ts';

const folder = tempFolder();
afterAll(() => folder.remove());
let files = 0;

async function write(parts: WorkbookParts): Promise<string> {
  return await writeZip(folder.write(`${files++}.xlsx`, ''), workbookParts(parts));
}

async function read(
  parts: WorkbookParts,
): Promise<Readout & { columns: readonly string[]; names: string[]; hidden: readonly string[] }> {
  const source = await mustOpen(await write(parts));
  const names = source.tables.map(({ name }) => name);
  return {
    ...(await readOut(source)),
    columns: source.tables[0]?.columns ?? [],
    names,
    hidden: source.tables[0]?.hidden ?? [],
  };
}

async function readCell(
  cell: string,
  more: Partial<WorkbookParts> = {},
): Promise<{ text?: string; problems: string[] }> {
  const sheet = { rows: `${textRow('NIP', 'NAMA')}<row><c t="inlineStr"><is><t>1</t></is></c>${cell}</row>` };
  const { rows, problems } = await read({ ...more, sheets: [sheet] });
  return { text: rows[0]?.[1] ?? 'no row', problems };
}

const STRINGS = [
  '<si><t>SITI</t></si>',
  '<si><r><rPr><b/><sz val="11"/></rPr><t>SITI </t></r><r><t xml:space="preserve">AMINAH</t></r></si>',
  '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>',
  '<si/>',
  '<si><t>A &amp; B &lt;C&gt; &quot;D&quot; &apos;E&apos; &#65;&#x42;&#x1F600;</t></si>',
  '<si><t><![CDATA[x < y & z]]><!-- note --> w</t></si>',
  '<si><t>a_x000A_b_x005F_x000A_ c_d &amp;amp; &unknown; &#xD800; &</t></si>',
  '<si><r><rPr><i></i><strike></strike></rPr><t>miring</t></r></si>',
].join('');

const STYLES =
  '<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="[h]:mm"/></numFmts>' +
  '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/>' +
  '<xf numFmtId="22"/><xf numFmtId="165"/><xf numFmtId="2"/></cellXfs><cellStyles><cellStyle/></cellStyles>';

function people(name: string, ...rows: string[]): SheetParts {
  return { name, rows: textRow('NO', 'NIP', 'NAMA', 'GOL', 'UNIT') + rows.join('') };
}

function codes(name: string): SheetParts {
  return { name, rows: textRow('KODE', 'NAMA') + textRow('1', name) };
}

describe('a cell is delivered as the text that a person would export', () => {
  it.each([
    ['shared string', '<c r="B2" t="s"><v>0</v></c>', 'SITI'],
    ['rich text, runs joined', '<c r="B2" t="s"><v>1</v></c>', 'SITI AMINAH'],
    ['phonetic guide left out', '<c r="B2" t="s"><v>2</v></c>', '東京'],
    ['empty shared string', '<c r="B2" t="s"><v>3</v></c>', ''],
    ['entities', '<c r="B2" t="s"><v>4</v></c>', 'A & B <C> "D" \'E\' AB😀'],
    ['CDATA and comment', '<c r="B2" t="s"><v>5</v></c>', 'x < y & z w'],
    [
      'escapes of Office, and what only looks like one',
      '<c t="s"><v>6</v></c>',
      'a\nb_x000A_ c_d &amp; &unknown; \uFFFD &',
    ],
    ['run with closed format tags', '<c r="B2" t="s"><v>7</v></c>', 'miring'],
    ['inline string', '<c r="B2" t="inlineStr"><is><t>SITI</t></is></c>', 'SITI'],
    ['inline rich text', '<c t="inlineStr"><is><r><t>SI</t></r><r><t>TI</t></r></is></c>', 'SITI'],
    ['formula with its text', '<c r="B2" t="str"><f>A1&amp;"x"</f><v>SITI</v></c>', 'SITI'],
    ['formula with its number', '<c r="B2"><f t="shared" si="0"/><v>42</v></c>', '42'],
    ['formula with empty text', '<c r="B2" t="str"><f>""</f><v></v></c>', ''],
    ['18 digits stay 18 digits', '<c r="B2"><v>198503122010011001</v></c>', '198503122010011001'],
    ['destroyed digits are shown as stored', '<c r="B2"><v>1.98503122010011E+17</v></c>', '1.98503122010011E+17'],
    ['digits lost before are shown so', '<c r="B2"><v>198912062014031900</v></c>', '198912062014031E+3'],
    ['a text that ends in zeros', '<c r="B2" t="str"><v>198912062014031000</v></c>', '198912062014031000'],
    ['fraction', '<c r="B2" t="n"><v>0.1</v></c>', '0.1'],
    ['true', '<c r="B2" t="b"><v>1</v></c>', 'TRUE'],
    ['false', '<c r="B2" t="b"><v>0</v></c>', 'FALSE'],
    ['ISO date', '<c r="B2" t="d"><v>1985-03-12T00:00:00</v></c>', '1985-03-12'],
    ['built-in date', '<c r="B2" s="1"><v>31118</v></c>', '1985-03-12'],
    ['own date format', '<c r="B2" s="2"><v>31118.75</v></c>', '1985-03-12'],
    ['date and time', '<c r="B2" s="3"><v>31118.75</v></c>', '1985-03-12 18:00:00'],
    ['date and time at midnight', '<c r="B2" s="3"><v>31118</v></c>', '1985-03-12'],
    ['duration is no date', '<c r="B2" s="4"><v>1.5</v></c>', '1.5'],
    ['plain number format', '<c r="B2" s="5"><v>31118</v></c>', '31118'],
    ['29 February 1900 never was', '<c r="B2" s="1"><v>60</v></c>', '60'],
    ['text under a date format', '<c r="B2" s="1" t="inlineStr"><is><t>-</t></is></c>', '-'],
    ['unknown style', '<c r="B2" s="99"><v>31118</v></c>', '31118'],
    ['single quotes and blanks in tags', "<c  r='B2'\n t='s' ><v >0</v ></c >", 'SITI'],
    ['unknown attributes and elements', '<c r="B2" cm="1" vm="2" t="s"><v>0</v><extLst><ext/></extLst></c>', 'SITI'],
    ['styled cell without value', '<c r="B2" s="1"/>', ''],
  ])('%s', async (_, cell, text) => {
    expect(await readCell(cell, { strings: STRINGS, styles: STYLES })).toEqual({ text, problems: [] });
  });

  it('counts serials from 1904 where the workbook says so', async () => {
    const cell = '<c r="B2" s="1"><v>29656</v></c>';
    expect((await readCell(cell, { styles: STYLES, properties: 'date1904="1"' })).text).toBe('1985-03-12');
  });
});

describe('a cell that cannot be delivered is empty and said, and its row goes through', () => {
  it.each([
    ['error', '<c r="B2" t="e"><v>#N/A</v></c>', 'XLSX_SEL_GALAT'],
    ['formula never calculated', '<c r="B2"><f>A1</f></c>', 'XLSX_SEL_TANPA_NILAI'],
    ['shared string that is not there', '<c r="B2" t="s"><v>99</v></c>', 'XLSX_SEL_RUSAK'],
    ['shared string without a number', '<c r="B2" t="s"><v>x</v></c>', 'XLSX_SEL_RUSAK'],
    ['more than 1 MB', `<c t="inlineStr"><is><t>${'x'.repeat(1024 ** 2 + 1)}</t></is></c>`, 'SEL_TERLALU_BESAR'],
  ])('%s', async (_, cell, code) => {
    expect(await readCell(cell)).toEqual({ text: '', problems: [`1:1 ${code}`] });
  });

  it('a cell right of the table, once a row', async () => {
    const rows = Array.from({ length: 300 }, (_, row) => `<row><c><v>${row}</v></c><c><v>1</v></c></row>`).join('');
    const stray = '<row><c><v>7</v></c><c r="D9"><v>8</v></c><c r="XFD9"><v>9</v></c></row>';
    const { rows: read1, problems } = await read({ sheets: [{ rows: `${textRow('A', 'B')}${rows}${stray}` }] });
    expect(read1.at(-1)).toEqual(['7', '']);
    expect(problems).toEqual(['301:3 XLSX_SEL_DI_LUAR']);
  });

  it('a row of more than 4 MB is left out and counted', async () => {
    const long = `<row>${`<c t="inlineStr"><is><t>${'x'.repeat(900_000)}</t></is></c>`.repeat(5)}</row>`;
    const { rows, numbers, problems } = await read({
      sheets: [{ rows: `${textRow('A', 'B')}${textRow('1', 'x')}${long}${textRow('3', 'z')}` }],
    });
    expect({ rows, numbers, problems }).toEqual({
      rows: [
        ['1', 'x'],
        ['3', 'z'],
      ],
      numbers: [1, 3],
      problems: ['2:-1 BARIS_TERLALU_PANJANG'],
    });
  });
});

describe('rows', () => {
  it('are placed by their cell references, gaps are empty, a cell without reference follows the one before', async () => {
    const rows = `${textRow('A', 'B', 'C', 'D')}<row r="5"><c r="B5"><v>2</v></c><c><v>3</v></c></row>`;
    expect((await read({ sheets: [{ rows }] })).rows).toEqual([['', '2', '3', '']]);
  });

  it('without any text are no rows, and numbers run on over them', async () => {
    const rows = `${textRow('A', 'B')}<row r="2"/><row r="3"><c r="A3" s="1"/></row>${textRow(' ', ' ')}${textRow('1', '2')}<row></row>`;
    const readout = await read({ sheets: [{ rows }] });
    expect(readout.rows).toEqual([['1', '2']]);
    expect(readout.numbers).toEqual([1]);
  });

  it('are read under a namespace prefix', async () => {
    const rows =
      '<x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>NIP</x:t></x:is></x:c></x:row><x:row r="2"><x:c r="A2" t="s"><x:v>0</x:v></x:c></x:row>';
    const parts = workbookParts({ sheets: [{ rows: '' }] }).map(([name, content]) => {
      if (name.endsWith('s0.xml'))
        return [name, `<x:worksheet xmlns:x="m"><x:sheetData>${rows}</x:sheetData></x:worksheet>`] as const;
      if (name.endsWith('Strings.xml')) return [name, '<x:sst xmlns:x="m"><x:si><x:t>1</x:t></x:si></x:sst>'] as const;
      return [name, content] as const;
    });
    const source = await mustOpen(await writeZip(folder.write('prefix.xlsx', ''), parts));
    expect((await readOut(source)).rows).toEqual([['1']]);
  });

  it('come in several blocks with running numbers, each text once', async () => {
    const rows = Array.from({ length: 20_000 }, (_, row) => textRow(`N${row}`, 'x'.repeat(row % 90))).join('');
    const { rows: texts, numbers } = await read({ sheets: [{ rows: textRow('NAMA', 'KET') + rows }] });
    expect(numbers).toEqual(Array.from({ length: 20_000 }, (_, row) => row + 1));
    expect(texts.every(([name, text], row) => name === `N${row}` && text?.length === row % 90)).toBe(true);
  });
});

describe('sheets', () => {
  it('of people under one heading are one table, rows numbered on', async () => {
    const { names, rows, numbers } = await read({
      sheets: [
        people('Dinas A', textRow('1', '11', 'SITI', 'III/a', 'A')),
        { name: 'Kode', rows: textRow('KODE', 'NAMA') + textRow('1', 'Islam') },
        people('Dinas B', textRow('1', '12', 'BUDI', 'II/a', 'B'), textRow('2', '13', 'TONO', 'II/b', 'B')),
      ],
    });
    expect(names).toEqual(['Dinas A', 'Kode']);
    expect(rows.map((row) => row[2])).toEqual(['SITI', 'BUDI', 'TONO']);
    expect(numbers).toEqual([1, 2, 3]);
  });

  it('of codes stay tables of their own even under equal headings', async () => {
    expect((await read({ sheets: [codes('Agama'), codes('Status')] })).names).toEqual(['Agama', 'Status']);
  });

  it('that are hidden or empty are no tables', async () => {
    const hidden = { ...people('Tersembunyi'), state: 'veryHidden' };
    const { names, hidden: told } = await read({
      sheets: [hidden, { name: 'Kosong', rows: '' }, people('Data &amp; lain')],
    });
    expect(told).toEqual(['Tersembunyi']);
    expect(names).toEqual(['Data & lain']);
  });

  it('with a heading and nothing below are tables without rows', async () => {
    const readout = await read({ sheets: [people('Data')] });
    expect(readout.columns).toEqual(['NO', 'NIP', 'NAMA', 'GOL', 'UNIT']);
    expect(readout.rows).toEqual([]);
  });
});

describe('headings', () => {
  it('may be names that mean something to JavaScript, equal, or empty', async () => {
    const { columns, rows } = await read({
      sheets: [{ rows: textRow('__proto__', 'constructor', 'A', 'A', undefined) + textRow('a', 'b', 'c', 'd', 'e') }],
    });
    expect(columns).toEqual(['__proto__', 'constructor', 'A', 'A', '']);
    expect(rows).toEqual([['a', 'b', 'c', 'd', 'e']]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('of two rows are joined by the merged cells that stand behind the rows', async () => {
    const { columns, rows } = await read({
      sheets: [
        {
          rows:
            textRow('DAFTAR NOMINATIF') +
            textRow('NO', 'NAMA', 'PANGKAT', undefined, 'JABATAN', undefined) +
            textRow(undefined, undefined, 'GOL', 'TMT', 'NAMA', 'TMT') +
            textRow('1', '2', '3', '4', '5', '6') +
            textRow('1', 'SITI', 'III/a', '2020-04-01', 'Guru', '2021-01-01'),
          tail: '<mergeCells count="5"><mergeCell ref="A1:F1"/><mergeCell ref="A2:A3"/><mergeCell ref="B2:B3"/><mergeCell ref="C2:D2"/><mergeCell ref="E2:F2"/></mergeCells>',
        },
      ],
    });
    expect(columns).toEqual(['NO', 'NAMA', 'PANGKAT GOL', 'PANGKAT TMT', 'JABATAN NAMA', 'JABATAN TMT']);
    expect(rows).toEqual([['1', 'SITI', 'III/a', '2020-04-01', 'Guru', '2021-01-01']]);
  });
});
