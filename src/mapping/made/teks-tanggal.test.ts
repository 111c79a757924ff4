import { describe, expect, it } from 'vitest';
import { findTextAndDate } from './teks-tanggal.ts';

function split(cell: string): readonly [string, string] | undefined {
  const found = findTextAndDate(cell);
  return found && [cell.slice(...found.teks), cell.slice(...found.tanggal)];
}

describe('a cell with a text and a date', () => {
  it.each<readonly [cell: string, teks: string, tanggal: string]>([
    ['Kudus, 12 Maret 1980', 'Kudus', '12 Maret 1980'],
    ['KUDUS/12-03-1980', 'KUDUS', '12-03-1980'],
    ['KUDUS / 12 - 03 - 1980', 'KUDUS', '12 - 03 - 1980'],
    ['Kab. Semarang 1/3/1980', 'Kab. Semarang', '1/3/1980'],
    ['Kudus, 1980-03-12 00:00:00', 'Kudus', '1980-03-12 00:00:00'],
    ['KUDUS, 12-MAR-80', 'KUDUS', '12-MAR-80'],
    ['12-03-1980, Kudus', 'Kudus', '12-03-1980'],
    ['12 Maret 1980 / Kudus', 'Kudus', '12 Maret 1980'],
    ['III/a, 01-04-2012', 'III/a', '01-04-2012'],
    ['III/a (01-04-2012)', 'III/a', '01-04-2012'],
    ['III/a/01-04-2012', 'III/a', '01-04-2012'],
    ['III/a TMT. 1 April 2012', 'III/a', '1 April 2012'],
    ['Penata Muda (III/a), 01-04-2012', 'Penata Muda (III/a)', '01-04-2012'],
    ['Penata Muda Tk. I, III/b tmt 01.04.2012', 'Penata Muda Tk. I, III/b', '01.04.2012'],
    ['821.2/123/2012 tanggal 1 April 2012', '821.2/123/2012', '1 April 2012'],
    ['821.2/123/2012 tgl. 01-04-2012', '821.2/123/2012', '01-04-2012'],
    ['No. 821.2/123/2012; 01/04/2012', 'No. 821.2/123/2012', '01/04/2012'],
    ['Kepala Seksi Data sejak 02-01-2020', 'Kepala Seksi Data', '02-01-2020'],
    ['KUDUS', 'KUDUS', ''],
    ['KUDUS, -', 'KUDUS', ''],
    ['12-03-1980', '', '12-03-1980'],
    [', 12-03-1980', '', '12-03-1980'],
    ['KUDUS, 00-00-0000', 'KUDUS', '00-00-0000'],
  ])('%s', (cell, teks, tanggal) => {
    expect(split(cell)).toEqual([teks, tanggal]);
  });

  it.each([
    'KUDUS, 12-03-19xx',
    '800/12/04/2012',
    '821.2/123/2012',
    '01-04-2012 s.d. 31-03-2017',
    'KUDUS 12',
    `${'A'.repeat(500)}, 12-03-1980`,
  ])('is not half read: %s', (cell) => {
    expect(split(cell)).toBeUndefined();
  });

  it('takes no longer for a hostile cell', () => {
    for (const part of [' ', '1-', '1 ', 'tgl ', '1 jan', '12-03-1980 ']) {
      expect(() => findTextAndDate(part.repeat(400 / part.length))).not.toThrow();
    }
  });
});
