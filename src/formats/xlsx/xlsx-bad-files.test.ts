import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSource } from '../open-source.ts';
import { readOut, tempFolder } from '../testing/files.ts';
import { type Parts, sheetXml, textRow, workbookParts, writeZip } from '../testing/workbook.ts';
import { XlsxWriter } from './xlsx-writer.ts';

const folder = tempFolder();
afterAll(() => folder.remove());

const ROWS = 400;
const HEADING = ['NO', 'NIP', 'NAMA', 'GOL', 'UNIT'];
const SHEET = { rows: textRow(...HEADING) + textRow('1', '198503122010012001', 'SITI', 'III/a', 'Dinas') };
const GOOD = workbookParts({ sheets: [SHEET], strings: '<si><t>x</t></si>' });

/** What reading came to: a code of the closed list, or the rows and problem rows. Any other error fails the test. */
async function outcome(path: string): Promise<string> {
  const source = await openSource(path);
  if (!source.ok) return source.error.code;
  const { rows, refused } = await readOut(source.value);
  return refused ?? `${rows.length} rows`;
}

function replacePart(name: string, content: string): Parts {
  return GOOD.map(([part, old]) => [part, part === name ? content : old]);
}

/** Small fixed generator: the same damage in every run. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
}

let good: Buffer;
beforeAll(async () => {
  const path = folder.write('good.xlsx', '');
  const writer = new XlsxWriter(path, { sharedStrings: true });
  await writer.startSheet('Data');
  await writer.writeRow(HEADING);
  const roll = dice(7);
  for (let row = 0; row < ROWS; row++) {
    await writer.writeRow([
      row,
      `19850312201001${roll(9000) + 1000}`,
      `NAMA ${roll(1e6)}`,
      'III/a',
      `Unit ${roll(50)}`,
    ]);
  }
  await writer.close();
  good = readFileSync(path);
  expect(await outcome(path)).toBe(`${ROWS} rows`);
});

describe('a damaged workbook is refused, never half believed', () => {
  it('cut at any of 60 places', async () => {
    const roll = dice(1);
    for (let run = 0; run < 60; run++) {
      const cut = run < 10 ? good.length - 1 - run : 4 + roll(good.length - 5);
      expect([cut, await outcome(folder.write('cut.xlsx', good.subarray(0, cut)))]).toEqual([cut, 'XLSX_RUSAK']);
    }
  });

  it('with 1 to 8 bytes changed, 80 times: refused, or not one row lost', async () => {
    const roll = dice(2);
    for (let run = 0; run < 80; run++) {
      const damaged = Buffer.from(good);
      for (let flips = 1 + (run % 8); flips > 0; flips--) damaged[4 + roll(good.length - 4)] = roll(256);
      const came = await outcome(folder.write('flip.xlsx', damaged));
      expect([run, came]).toEqual([run, expect.stringMatching(`^(XLSX_|TANPA_TABEL|Berkas |${ROWS} rows$)`)]);
    }
  });

  it('with a piece taken out, doubled or zeroed, 36 times', async () => {
    const roll = dice(3);
    for (let run = 0; run < 36; run++) {
      const at = 4 + roll(good.length - 300);
      const end = at + 1 + roll(250);
      const middle = run % 3 === 0 ? Buffer.alloc(0) : run % 3 === 1 ? Buffer.alloc(end - at) : good.subarray(at, end);
      const rest = good.subarray(run % 3 === 2 ? at : end);
      const came = await outcome(folder.write('piece.xlsx', Buffer.concat([good.subarray(0, at), middle, rest])));
      expect([run, came]).toEqual([run, expect.stringMatching(`^(XLSX_|TANPA_TABEL|Berkas |${ROWS} rows$)`)]);
    }
  });

  it.each<[string, Parts, string]>([
    [
      'sheet that ends inside a row',
      replacePart('xl/worksheets/s0.xml', sheetXml(SHEET.rows).slice(0, -90)),
      'XLSX_RUSAK',
    ],
    [
      'sheet that ends between rows',
      replacePart('xl/worksheets/s0.xml', sheetXml(SHEET.rows).split('</sheetData>')[0] ?? ''),
      'XLSX_RUSAK',
    ],
    ['empty sheet part', replacePart('xl/worksheets/s0.xml', ''), 'XLSX_RUSAK'],
    ['sheet that is no XML', replacePart('xl/worksheets/s0.xml', 'NIP;NAMA\n1;SITI\n'), 'XLSX_RUSAK'],
    [
      'sheet in UTF-16',
      replacePart('xl/worksheets/s0.xml', '<?xml version="1.0" encoding="UTF-16"?><worksheet/>'),
      'XLSX_RUSAK',
    ],
    [
      'shared strings of another root',
      workbookParts({ sheets: [{ rows: '<row><c t="s"><v>0</v></c></row>' }] }).map(([name, content]) => [
        name,
        name.includes('shared') ? '<html/>' : content,
      ]),
      'XLSX_RUSAK',
    ],
    ['missing sheet part', GOOD.filter(([name]) => !name.includes('s0')), 'XLSX_RUSAK'],
    ['no workbook part', GOOD.filter(([name]) => name !== 'xl/workbook.xml'), 'XLSX_BUKAN'],
    ['no relations of the package: the usual place', GOOD.filter(([name]) => name !== '_rels/.rels'), '1 rows'],
    ['no relations of the workbook', GOOD.filter(([name]) => !name.includes('workbook.xml.rels')), 'TANPA_TABEL'],
    [
      'binary workbook',
      [
        ['xl/workbook.bin', 'x'],
        ['_rels/.rels', '<R><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.bin"/></R>'],
      ],
      'XLSX_BUKAN',
    ],
    ['a ZIP of something else', [['surat.pdf', '%PDF-1.7']], 'JENIS_BUKAN_DATA'],
    [
      'a text document',
      [
        ['word/document.xml', '<x/>'],
        ['_rels/.rels', '<x/>'],
      ],
      'JENIS_BUKAN_DATA',
    ],
    ['an empty ZIP', [], 'ZIP_TANPA_TABEL'],
    ['no sheets', workbookParts({ sheets: [] }), 'TANPA_TABEL'],
    ['sheets without text', workbookParts({ sheets: [{ rows: '<row><c s="1"/></row>' }] }), 'TANPA_TABEL'],
  ])('%s', async (_, parts, code) => {
    expect(await outcome(await writeZip(folder.write('part.xlsx', ''), parts))).toBe(code);
  });

  it('in the bytes of one entry, with sound sizes: the checksum tells', async () => {
    const changed = Buffer.from(good);
    const at = changed.indexOf('xl/workbook.xml', changed.length - 700);
    changed.writeUInt32LE(12_345, at - 46 + 16);
    expect(await outcome(folder.write('crc.xlsx', changed))).toBe('XLSX_RUSAK');
  });
});

describe('a workbook made to harm is refused', () => {
  const blanks = ' '.repeat(20_000_000);
  const emptyRows = '<row><c><v>1</v></c></row>'.repeat(600_000);
  const payloads = [
    '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/canary">',
    '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>',
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
    '<!doctype x [<!ENTITY % p SYSTEM "x"> %p;]>',
  ];
  const doctypes = [
    'xl/workbook.xml',
    'xl/worksheets/s0.xml',
    'xl/styles.xml',
    '_rels/.rels',
    'xl/_rels/workbook.xml.rels',
  ].flatMap((name) =>
    payloads.map((payload, index) => {
      const parts = GOOD.map(([part, content]) => [part, part === name ? payload + content : content] as const);
      return [`DOCTYPE ${index} in ${name}`, parts, 'XLSX_TIDAK_AMAN'] as const;
    }),
  );

  it.each<readonly [string, Parts, string]>([
    ...doctypes,
    [
      'DOCTYPE in shared strings',
      [
        ...replacePart('xl/worksheets/s0.xml', sheetXml(`<row><c t="s"><v>0</v></c></row>`)).filter(
          ([name]) => !name.includes('shared'),
        ),
        ['xl/sharedStrings.xml', `${payloads[0]}<sst><si><t>x</t></si></sst>`],
      ],
      'XLSX_TIDAK_AMAN',
    ],
    [
      '20 MB of blanks in 20 KB',
      replacePart('xl/worksheets/s0.xml', sheetXml(`<row><c t="inlineStr"><is><t>${blanks}</t></is></c></row>`)),
      'XLSX_MENGEMBANG',
    ],
    ['600,000 rows in 20 KB', replacePart('xl/worksheets/s0.xml', sheetXml(emptyRows)), 'XLSX_MENGEMBANG'],
    ['blanks in styles', replacePart('xl/styles.xml', `<styleSheet>${blanks}</styleSheet>`), 'XLSX_TERLALU_BESAR'],
    [
      '2,001 entries',
      [...GOOD, ...Array.from({ length: 2001 }, (_, i) => [`x${i}`, ''] as const)],
      'XLSX_TERLALU_BANYAK',
    ],
    ['201 sheets', workbookParts({ sheets: Array.from({ length: 201 }, () => SHEET) }), 'XLSX_TERLALU_BANYAK'],
    [
      '20,000 columns',
      replacePart('xl/worksheets/s0.xml', sheetXml(textRow(...Array.from({ length: 20_000 }, (_, i) => `K${i}`)))),
      'XLSX_KOLOM',
    ],
    ['two entries of one name', [...GOOD, ['XL/Workbook.xml', '<workbook/>']], 'XLSX_TIDAK_AMAN'],
    ...['../../x', 'xl/../../x', '/etc/x', '\\\\host\\x', 'c:/x', 'xl/..\\..\\x', 'x\0y'].map(
      (name) => [`entry ${JSON.stringify(name)}`, [...GOOD, [name, 'x']], 'XLSX_TIDAK_AMAN'] as const,
    ),
    ['entry __proto__', [...GOOD, ['__proto__', 'x']], '1 rows'],
  ])('%s', async (_, parts, code) => {
    expect(await outcome(await writeZip(folder.write('harm.xlsx', ''), parts))).toBe(code);
  });

  it('an encrypted entry, and a link to another file', async () => {
    const path = await writeZip(folder.write('flags.xlsx', ''), GOOD);
    const bytes = readFileSync(path);
    const directory = bytes.lastIndexOf('PK\x01\x02', undefined, 'latin1');
    const encrypted = Buffer.from(bytes);
    encrypted.writeUInt16LE(0x0809, directory + 8);
    const link = Buffer.from(bytes);
    link.writeUInt32LE(0o120777 * 0x1_0000, directory + 38);
    expect(await outcome(folder.write('encrypted.xlsx', encrypted))).toBe('JENIS_BERSANDI');
    expect(await outcome(folder.write('link.xlsx', link))).toBe('XLSX_TIDAK_AMAN');
  });

  it('a part that claims to be smaller than it is', async () => {
    const bytes = readFileSync(await writeZip(folder.write('lie.xlsx', ''), GOOD));
    const at = bytes.lastIndexOf('xl/worksheets/s0.xml', undefined, 'latin1');
    bytes.writeUInt32LE(100, at - 46 + 24);
    expect(await outcome(folder.write('lie.xlsx', bytes))).toBe('XLSX_RUSAK');
  });
});
