import { afterAll, describe, expect, it } from 'vitest';
import { mustOpen, readOut, refusalOf, tempFolder } from '../testing/files.ts';
import { type Parts, writeZip } from '../testing/workbook.ts';

const folder = tempFolder();
afterAll(() => folder.remove());

const TYPE = ['mimetype', 'application/vnd.oasis.opendocument.spreadsheet'] as const;
const text = (content: string, attributes = ''): string =>
  `<table:table-cell office:value-type="string" ${attributes}><text:p>${content}</text:p></table:table-cell>`;
const row = (...cells: string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`;
const content = (tables: string, styles = ''): string =>
  `<?xml version="1.0"?><office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body>` +
  `<office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`;
const sheet = (rows: string, attributes = 'table:name="A"'): string =>
  `<table:table ${attributes}>${rows}</table:table>`;
const ods = (xml: string, more: Parts = []): Promise<string> =>
  writeZip(folder.write('a.ods', ''), [TYPE, ['content.xml', xml], ...more]);
const HEAD = row(text('NIP'), text('NAMA'));

describe('cells as LibreOffice writes them', () => {
  it.each<[string, string, string]>([
    ['text', text('a &amp; b &#233;'), 'a & b é'],
    [
      'blanks, tabs and lines',
      text('a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d</text:p><text:p>e'),
      'a   b c\nd\ne',
    ],
    ['formatted runs', text('<text:span>SI</text:span>T<text:a>I</text:a>'), 'SITI'],
    [
      'a comment is no text',
      text('SITI</text:p><office:annotation><text:p>catatan</text:p></office:annotation><text:p>A'),
      'SITI\nA',
    ],
    [
      'integer',
      '<table:table-cell office:value-type="float" office:value="12"><text:p>12,00</text:p></table:table-cell>',
      '12',
    ],
    ['binary dirt', '<table:table-cell office:value-type="float" office:value="0.30000000000000004"/>', '0.3'],
    [
      'destroyed NIP',
      '<table:table-cell office:value-type="float" office:value="1.98503122010012E+017"/>',
      '1.98503122010012E+17',
    ],
    [
      'date',
      '<table:table-cell office:value-type="date" office:date-value="1985-03-12"><text:p>12/03/85</text:p></table:table-cell>',
      '1985-03-12',
    ],
    [
      'date at midnight',
      '<table:table-cell office:value-type="date" office:date-value="1985-03-12T00:00:00"/>',
      '1985-03-12',
    ],
    [
      'date and clock',
      '<table:table-cell office:value-type="date" office:date-value="1985-03-12T10:30:00"/>',
      '1985-03-12 10:30:00',
    ],
    ['truth', '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>', 'TRUE'],
  ])('%s', async (_, cell, expected) => {
    const path = await ods(content(sheet(HEAD + row(text('1'), cell))));
    expect((await readOut(await mustOpen(path))).rows).toEqual([['1', expected]]);
  });
});

it('repeated cells and rows stand as often as they say', async () => {
  const rows = row(text('1', 'table:number-columns-repeated="2"')).replace(
    'table-row>',
    'table-row table:number-rows-repeated="9000">',
  );
  const empty =
    '<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>';
  const { rows: read, numbers } = await readOut(
    await mustOpen(await ods(content(sheet(HEAD + empty + rows + row(text('2'), text('x')))))),
  );
  expect(read.length).toBe(9_001);
  expect([read[0], read[8_999], read[9_000], numbers.at(-1)]).toEqual([['1', '1'], ['1', '1'], ['2', 'x'], 9_001]);
});

it('errors and formulas without a result are reported, the row stays', async () => {
  const error = text('#N/A', 'office:string-value="" calcext:value-type="error" table:formula="of:=VLOOKUP(1;2;3)"');
  const missing = '<table:table-cell table:formula="of:=A1"/>';
  const path = await ods(content(sheet(HEAD + row(text('1'), error) + row(text('2'), missing))));
  const { rows, problems } = await readOut(await mustOpen(path));
  expect([rows, problems]).toEqual([
    [
      ['1', ''],
      ['2', ''],
    ],
    ['1:1 XLSX_SEL_GALAT', '2:1 XLSX_SEL_TANPA_NILAI'],
  ]);
});

it('a hidden sheet is left out while another is visible', async () => {
  const style = '<style:style style:name="t2"><style:table-properties table:display="false"/></style:style>';
  const tables =
    sheet(HEAD + row(text('1'), text('a'))) + sheet(row(text('K'), text('L')), 'table:name="B" table:style-name="t2"');
  expect((await mustOpen(await ods(content(tables, style)))).tables.map(({ name }) => name)).toEqual(['A']);
});

describe('a spreadsheet is refused with its remedy', () => {
  const good = content(sheet(HEAD + row(text('1'), text('a'))));
  const manifest =
    '<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
  it.each<[string, Parts, string]>([
    ['protected by a password', [TYPE, ['content.xml', 'x'], ['META-INF/manifest.xml', manifest]], 'JENIS_BERSANDI'],
    [
      'a text document',
      [
        ['mimetype', 'application/vnd.oasis.opendocument.text'],
        ['content.xml', good],
      ],
      'JENIS_BUKAN_DATA',
    ],
    ['no content', [TYPE], 'XLSX_RUSAK'],
    ['no sheets', [TYPE, ['content.xml', content('')]], 'TANPA_TABEL'],
    ['a document type', [TYPE, ['content.xml', `<!DOCTYPE x [<!ENTITY a "b">]>${good}`]], 'XLSX_TIDAK_AMAN'],
    ['a bomb', [TYPE, ['content.xml', content(sheet(HEAD + row(text(' '.repeat(30_000_000)))))]], 'XLSX_MENGEMBANG'],
    ['201 sheets', [TYPE, ['content.xml', content(sheet(HEAD).repeat(201))]], 'XLSX_TERLALU_BANYAK'],
    [
      '5,000 columns',
      [TYPE, ['content.xml', content(sheet(row(Array.from({ length: 5_000 }, (_, at) => text(`K${at}`)).join(''))))]],
      'XLSX_KOLOM',
    ],
  ])('%s', async (_, parts, code) => {
    expect(await refusalOf(await writeZip(folder.write('b.ods', ''), parts))).toBe(code);
  });

  it('rows repeated beyond belief', async () => {
    const rows = row(text('1')).replace('table-row>', 'table-row table:number-rows-repeated="1048576">');
    const { refused } = await readOut(
      await mustOpen(await ods(content(sheet(HEAD + row(text('1')).repeat(300) + rows)))),
    );
    expect(refused).toContain('baris yang diulang');
  });
});
