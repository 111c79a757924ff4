import { afterAll, describe, expect, it } from 'vitest';
import { mustOpen, readOut, refusalOf, tempFolder } from '../testing/files.ts';

const folder = tempFolder();
afterAll(() => folder.remove());

const read = async (page: string | Buffer): Promise<readonly [readonly string[], string[][]]> => {
  const source = await mustOpen(folder.write('pegawai.xls', page));
  return [source.tables[0]?.columns ?? [], (await readOut(source)).rows];
};
const HEAD = '<tr><th>NIP</th><th>NAMA</th><th>UNIT</th></tr>';
const ROW = ['198503122010012001', 'SITI', 'Dinas'];

const SIGN_IN = '<form><input name="u"><input class=x type="password"></form>';

describe('a page that is called .xls', () => {
  it.each<[string, string]>([
    [
      'as applications write it',
      `<table border=1>${HEAD}<tr><td>198503122010012001</td><td>SITI</td><td>Dinas</td></tr></table>`,
    ],
    [
      'in capitals, without end tags',
      `<TABLE><TR><TH>NIP<TH>NAMA<TH>UNIT<TR><TD>198503122010012001<TD>SITI<TD>Dinas</TABLE>`,
    ],
    [
      'as Excel saves it',
      `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><!--[if gte mso 9]><xml><x:Name>A</x:Name></xml><![endif]--><style>td > b { color: "<td>" }</style></head><body><table x:str><col width=64>${HEAD}<tr height=20><td class=xl24 style='mso-number-format:"\\@"'>198503122010012001</td><td>\n  SITI</td><td>Dinas</td></tr></table></body></html>`,
    ],
    [
      'behind a warning of PHP',
      `<br />\n<b>Warning</b>: mysql_connect() in <b>x.php</b><br />\n<table>${HEAD}<tr><td>198503122010012001</td><td>SITI</td><td>Dinas</td></tr></table>`,
    ],
    [
      'inside a table for layout',
      `<table><tr><td><table>${HEAD}<tr><td>198503122010012001<td>SITI<td>Dinas</table></td></tr></table>`,
    ],
    [
      'with a script',
      `<script>if (a < b) document.write("<td>")</script><table>${HEAD}<tr><td>198503122010012001</td><td><font>SI<b>TI</b></font></td><td>&nbsp;Dinas&nbsp;</td></tr></table>`,
    ],
  ])('%s', async (_, page) => {
    const [columns, rows] = await read(page);
    expect(columns).toEqual(['NIP', 'NAMA', 'UNIT']);
    expect(rows.map((row) => row.map((cell) => cell.replace(/^\u00a0|\u00a0$/g, '')))).toEqual([ROW]);
  });

  it('keeps the places of cells that span, and finds the heading of two rows under its letterhead', async () => {
    const page = `<table><tr><td colspan=5>PEMERINTAH KABUPATEN</td></tr><tr><td rowspan=2>NO</td><td rowspan=2>NIP</td>
      <td colspan=2>PANGKAT</td><td rowspan=2>UNIT</td></tr><tr><td>GOL</td><td>TMT</td></tr>
      <tr><td>1</td><td>198503122010012001</td><td>III/a</td><td>01-04-2020</td><td rowspan=2>Dinas</td></tr>
      <tr><td>2</td><td>198503122010012002</td><td>III/b</td><td>01-04-2021</td></tr></table>`;
    expect(await read(page)).toEqual([
      ['NO', 'NIP', 'PANGKAT GOL', 'PANGKAT TMT', 'UNIT'],
      [
        ['1', '198503122010012001', 'III/a', '01-04-2020', 'Dinas'],
        ['2', '198503122010012002', 'III/b', '01-04-2021', ''],
      ],
    ]);
  });

  it('in any encoding, entities resolved', async () => {
    const page = (name: string): string =>
      `<table>${HEAD}<tr><td>1</td><td>${name}</td><td>A<br>B &amp; C &eacute; &#8211; &zzz;</td></tr></table>`;
    for (const bytes of [
      Buffer.from(page('DÉSIRÉE')),
      Buffer.from(page('DÉSIRÉE'), 'latin1'),
      Buffer.from(`\uFEFF${page('DÉSIRÉE')}`, 'utf16le'),
    ]) {
      const [, rows] = await read(bytes);
      expect(rows[0]?.[1]).toBe('DÉSIRÉE');
    }
    expect((await read(page('X')))[1][0]?.[2]).toBe('A B & C é – &zzz;');
  });

  it('several tables have names of their own, a single one that of the file', async () => {
    const other = '<table><tr><td>KODE</td><td>NAMA</td></tr><tr><td>1</td><td>Islam</td></tr></table>';
    const table = `<table>${HEAD}<tr><td>1</td><td>2</td><td>3</td></tr></table>`;
    const names = async (page: string): Promise<string[]> =>
      (await mustOpen(folder.write('x.xls', page))).tables.map(({ name }) => name);
    expect([await names(table), await names(table + other)]).toEqual([['x'], ['Tabel 1', 'Tabel 2']]);
  });

  it('that is cut says so, and keeps the rows before', async () => {
    const rows = Array.from({ length: 5_000 }, (_, at) => `<tr><td>${at}</td><td>SITI</td><td>Dinas</td></tr>`);
    const page = `<table>${HEAD}${rows.join('')}</table>`;
    const out = await readOut(await mustOpen(folder.write('p.xls', page.slice(0, page.length / 2))));
    expect(out.rows.length).toBeGreaterThan(2_400);
    expect(out.problems).toEqual([`${out.rows.length + 1}:-1 BERKAS_TERPOTONG`]);
  });

  it.each([
    ['without a table', '<html><body>Halo</body></html>', 'HALAMAN_WEB'],
    ['a page behind a comment', '<!-- x --><html><body>Halo</body></html>', 'HALAMAN_WEB'],
    ['a page that signs in', `<!DOCTYPE html><html><body>${SIGN_IN}</body></html>`, 'HALAMAN_MASUK'],
    ['one that does so in a table', `<html><table><tr><td>Nama<td>${SIGN_IN}</table></html>`, 'HALAMAN_MASUK'],
    ['an empty table', '<table></table>', 'HALAMAN_WEB'],
    ['201 tables', `<table>${HEAD}<tr><td>1</td></tr></table>`.repeat(201), 'XLSX_TERLALU_BANYAK'],
    [
      '3,000 columns',
      `<table><tr>${Array.from({ length: 3_000 }, (_, at) => `<td>K${at}</td>`).join('')}</tr></table>`,
      'XLSX_KOLOM',
    ],
    ['a web archive', 'MIME-Version: 1.0\nContent-Type: multipart/related\n\n<html>', 'JENIS_BELUM_DIDUKUNG'],
    ['other XML', '<?xml version="1.0"?><pegawai><nip>1</nip></pegawai>', 'JENIS_BELUM_DIDUKUNG'],
  ])('%s is refused', async (_, page, code) => {
    expect(await refusalOf(folder.write('tolak.xls', page))).toBe(code);
  });
});
