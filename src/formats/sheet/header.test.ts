import { describe, expect, it } from 'vitest';
import { findHeader, type HeadRow, type Merge } from './header.ts';

/** Rows written as "a|b||d", one after the other in the sheet; `null` is a blank line. */
function rowsOf(lines: readonly (string | null)[]): HeadRow[] {
  return lines.flatMap((line, index) => (line === null ? [] : [{ sheetRow: index + 1, cells: line.split('|') }]));
}

function across(row: number, left: number, right: number, bottom = row): Merge {
  return { top: row, bottom, left, right };
}

const PERSON = '1|198503122010012001|SITI AMINAH|III/a|01-04-2020|Guru Ahli Pertama';
const PLAIN = 'NO|NIP|NAMA|GOL|TMT|JABATAN';

describe('the header is found under any letterhead', () => {
  it.each<[string, (string | null)[], Merge[], string, number]>([
    ['none', [PLAIN, PERSON], [], PLAIN, 1],
    ['lines and blanks above', ['PEMERINTAH KABUPATEN', 'DAFTAR NOMINATIF', null, PLAIN, PERSON], [], PLAIN, 3],
    ['label and value above', ['Unit Kerja|: Dinas Contoh', 'Keadaan|: 1 Januari', PLAIN, PERSON], [], PLAIN, 3],
    [
      'label and value over a narrow table',
      ['Instansi|: Dinas', 'KODE|NAMA|UNIT', '1|Islam|A'],
      [],
      'KODE|NAMA|UNIT',
      2,
    ],
    ['title merged right above', ['DAFTAR NOMINATIF|||||', PLAIN, PERSON], [across(1, 0, 5)], PLAIN, 2],
    [
      'title right above a table whose first column has no heading',
      ['DAFTAR', '|NIP|NAMA', '1|198503122010012001|A'],
      [],
      '|NIP|NAMA',
      2,
    ],
    ['column numbers below', [PLAIN, '1|2|3|4|5|6', PERSON], [], PLAIN, 2],
    ['column numbers in brackets below', [PLAIN, '(1)|(2)|(3)|(4)|(5)|(6)', PERSON], [], PLAIN, 2],
    ['header alone', [PLAIN], [], PLAIN, 1],
    ['codes without letters', ['KODE|NAMA', '1|Islam', '2|Kristen'], [], 'KODE|NAMA', 1],
    ['data with more different texts than the header', ['A|A|A|TMT', 'x y|p q|r s|01-04-2020'], [], 'A|A|A|TMT', 1],
    ['one column', ['NIP', '198503122010012001'], [], 'NIP', 1],
    ['a column that has values but no heading', ['NIP|NAMA', '198503122010012001|SITI|catatan'], [], 'NIP|NAMA|', 1],
  ])('%s', (_, lines, merges, columns, dataRow) => {
    expect(findHeader(rowsOf(lines), merges)).toEqual({ columns: columns.split('|'), dataRow });
  });
});

describe('a header of several rows becomes one', () => {
  const joined = 'NO|NIP|PANGKAT GOL|PANGKAT TMT|JABATAN';
  const upper = 'NO|NIP|PANGKAT||JABATAN';
  const lower = '||GOL|TMT|';
  const data = '1|198503122010012001|III/a|01-04-2020|Guru';

  it.each<[string, (string | null)[], Merge[], string, number]>([
    ['by merged cells', [upper, lower, data], [across(1, 0, 0, 2), across(1, 2, 3)], joined, 2],
    ['without merged cells, by the gaps', [upper, lower, data], [], joined, 2],
    [
      'under a title and over column numbers',
      ['DAFTAR', upper, lower, '1|2|3|4|5', data],
      [across(1, 0, 4), across(2, 2, 3)],
      joined,
      4,
    ],
    [
      'every column under a parent',
      ['DIRI||PANGKAT|', 'NIP|NAMA|GOL|TMT', '198503122010012001|A|III/a|B'],
      [across(1, 0, 1), across(1, 2, 3)],
      'DIRI NIP|DIRI NAMA|PANGKAT GOL|PANGKAT TMT',
      2,
    ],
    [
      'one parent only',
      ['|||SK|', 'NIP|NAMA|UNIT|NOMOR|TANGGAL', '198503122010012001|A|B|1|2'],
      [across(1, 3, 4)],
      'NIP|NAMA|UNIT|SK NOMOR|SK TANGGAL',
      2,
    ],
    [
      'three rows',
      ['NO|RIWAYAT|||', '|PANGKAT||JABATAN|', '|GOL|TMT|NAMA|TMT', '1|III/a|01-04-2020|Guru|02-04-2020'],
      [across(1, 1, 4), across(2, 1, 2), across(2, 3, 4)],
      'NO|RIWAYAT PANGKAT GOL|RIWAYAT PANGKAT TMT|RIWAYAT JABATAN NAMA|RIWAYAT JABATAN TMT',
      3,
    ],
  ])('%s', (_, lines, merges, columns, dataRow) => {
    expect(findHeader(rowsOf(lines), merges)).toEqual({ columns: columns.split('|'), dataRow });
  });

  it('a first person with only texts is not taken for a second header row', () => {
    expect(findHeader(rowsOf(['NAMA|UNIT|KET', 'SITI|Dinas A|baik', 'BUDI|Dinas B|baik']), []).dataRow).toBe(1);
  });
});
