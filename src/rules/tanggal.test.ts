import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysInMonth, formatIsoDate, type LocalDate, makeDate } from '#kernel/local-date.ts';
import { describeDateDifference, parseTahun, parseTanggal } from './tanggal.ts';

const date = fc
  .tuple(fc.integer({ min: 1930, max: 2090 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .map(([year, month, day]) => makeDate(year, month, Math.min(day, daysInMonth(year, month))))
  .filter((made) => made !== undefined);

describe('parseTanggal', () => {
  it.each([
    '31-01-1992',
    '31/01/1992',
    '31.01.1992',
    '31 01 1992',
    '31-1-1992',
    '31 - 01 - 1992',
    '31–01–1992',
    '31Â Januari 1992',
    '1992-01-31',
    '1992/1/31',
    '19920131',
    '31011992',
    '1992-01-31T00:00:00Z',
    '1992-01-31T17:00:00.000+07:00',
    '1992-01-31 00:00:00',
    '31/01/1992 00.00.00',
    '31-01-1992 00:00',
    '31 Januari 1992',
    '31 JANUARI 1992',
    '31-Jan-1992',
    '31-Jan-92',
    '31 jan 1992',
    'Jumat, 31 Januari 1992',
    "Jum'at, 31 Januari 1992",
    'January 31, 1992',
    '31Jan1992',
    '33634',
    '33634.0',
    "'31-01-1992",
    ' 31-01-1992 ',
    '31/01/92',
  ])('reads %s', (text) => {
    expect(parseTanggal(text, 'dmy')).toEqual({ ok: true, value: 19920131 });
  });

  it.each([
    ['17 Pebruari 1990', 19900217],
    ['17 Feb 1990', 19900217],
    ['17 Maret 1990', 19900317],
    ['17 Mei 1990', 19900517],
    ['17 May 1990', 19900517],
    ['17 Agt 1990', 19900817],
    ['17 Agustus 1990', 19900817],
    ['17 Sept 1990', 19900917],
    ['17 Okt 1990', 19901017],
    ['17 Nopember 1990', 19901117],
    ['17 Des 1990', 19901217],
    ['17 December 1990', 19901217],
  ])('knows the month in %s', (text, expected) => {
    expect(parseTanggal(text, 'dmy')).toEqual({ ok: true, value: expected });
  });

  it.each([
    ['01/04/2020', 'dmy', 20200401],
    ['01/04/2020', 'mdy', 20200104],
    ['4/1/2020', 'mdy', 20200401],
    ['25/04/2020', 'mdy', 20200425],
    ['92-01-31', 'ymd', 19920131],
    ['2020-04-01', 'mdy', 20200401],
    ['04012020', 'mdy', 20200401],
    ['01042020', 'dmy', 20200401],
    ['1/2/29', 'dmy', 20290201],
    ['1/2/30', 'dmy', 19300201],
    ['59', 'dmy', 19000228],
    ['61', 'dmy', 19000301],
  ] as const)('reads %s in the order %s', (text, order, expected) => {
    expect(parseTanggal(text, order)).toEqual({ ok: true, value: expected });
  });

  it.each([
    '',
    ' ',
    '-',
    '--',
    '.',
    'null',
    'N/A',
    '0',
    '0000-00-00',
    '00-00-0000',
    '00/00/0000',
    '00000000',
    '0000-00-00 00:00:00',
    '0001-01-01',
    '0001-01-01T00:00:00Z',
    '01-01-0001',
    '1899-12-30',
    '30/12/1899',
    '1900-01-00',
    '1970-01-01',
    '25569',
  ])('takes "%s" as empty', (text) => {
    expect(parseTanggal(text, 'dmy')).toEqual({ ok: true, value: undefined });
  });

  it('keeps 1 January 1970 where it may be true', () => {
    expect(parseTanggal('1970-01-01', 'dmy', { epochIsEmpty: false })).toEqual({ ok: true, value: 19700101 });
  });

  it.each([
    ['30-02-1992', 'TANGGAL_TIDAK_ADA'],
    ['04/13/2020', 'TANGGAL_TIDAK_ADA'],
    ['1992-00-00', 'TANGGAL_TIDAK_ADA'],
    ['0000-99-99', 'TANGGAL_TIDAK_ADA'],
    ['20201301', 'TANGGAL_TIDAK_ADA'],
    ['0-45-23-2001', 'TANGGAL_TIDAK_TERBACA'],
    ['2018', 'TANGGAL_TIDAK_TERBACA'],
    ['80001', 'TANGGAL_TIDAK_TERBACA'],
    ['33634.5', 'TANGGAL_TIDAK_TERBACA'],
    ['Januari 1992', 'TANGGAL_TIDAK_TERBACA'],
    ['31 Foo 1992', 'TANGGAL_TIDAK_TERBACA'],
    ['besok', 'TANGGAL_TIDAK_TERBACA'],
  ])('refuses %s: %s', (text, fault) => {
    expect(parseTanggal(text, 'dmy')).toEqual({ ok: false, error: fault });
  });

  it('reads back every date in every form', () => {
    fc.assert(
      fc.property(date, (value) => {
        const [year, month, day] = formatIsoDate(value).split('-');
        const epochIsEmpty = false;
        expect(parseTanggal(`${year}-${month}-${day}`, 'mdy', { epochIsEmpty })).toEqual({ ok: true, value });
        expect(parseTanggal(`${day}-${month}-${year}`, 'dmy', { epochIsEmpty })).toEqual({ ok: true, value });
        expect(parseTanggal(`${month}/${day}/${year}`, 'mdy', { epochIsEmpty })).toEqual({ ok: true, value });
        expect(parseTanggal(`${year}${month}${day}`, 'dmy', { epochIsEmpty })).toEqual({ ok: true, value });
        expect(parseTanggal(`${day}${month}${year}`, 'dmy', { epochIsEmpty })).toEqual({ ok: true, value });
      }),
    );
  });
});

describe('parseTahun', () => {
  it.each([
    ['2015', 2015],
    ['2015.0', 2015],
    ['01-07-2015', 2015],
    ['42186', 2015],
    ['2015-07-01T00:00:00Z', 2015],
    ['', undefined],
    ['0', undefined],
    ['0000', undefined],
  ])('%s', (text, expected) => {
    expect(parseTahun(text)).toEqual({ ok: true, value: expected });
  });

  it.each(['15', '205', 'S1', '3015', '2015/2016'])('refuses %s', (text) => {
    expect(parseTahun(text)).toEqual({ ok: false, error: 'TAHUN_TIDAK_TERBACA' });
  });
});

describe('describeDateDifference', () => {
  it.each([
    [19920104, 19920401, 'hari dan bulan tertukar'],
    [19920131, 19920201, 'berbeda satu hari'],
    [19920101, 19920102, 'berbeda satu hari'],
    [19920115, 19920125, 'satu digit berbeda'],
    [19920115, 19290115, 'dua digit tertukar'],
    [19920101, 19920517, 'salah satu 1 Januari'],
    [19920115, 19810115, 'tahun berbeda'],
    [19920415, 19921215, 'bulan berbeda'],
    [19920404, 19920431 - 4, 'hari berbeda'],
    [19920115, 19810517, undefined],
    [19920115, 19920115, undefined],
  ])('%i and %i: %s', (a, b, expected) => {
    expect(describeDateDifference(a as LocalDate, b as LocalDate)).toBe(expected);
    expect(describeDateDifference(b as LocalDate, a as LocalDate)).toBe(expected);
  });
});
