import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, daysInMonth, formatIsoDate, makeDate } from '#kernel/local-date.ts';
import { appendSerial, DATE, DATE_TIME, numberKind, PLAIN, serialOf } from './serial-dates.ts';

function dateText(serial: number, mode1904 = false): string | undefined {
  const sink = { bytes: new Uint8Array(32), length: 0 };
  const written = appendSerial(sink, serial, DATE_TIME, mode1904);
  return written ? Buffer.from(sink.bytes.subarray(0, sink.length)).toString() : undefined;
}

describe('a number format shows a date where it has days, months or years', () => {
  it.each([
    ['dd/mm/yyyy', DATE],
    ['m/d/yy', DATE],
    ['[$-421]dd mmmm yyyy;@', DATE],
    ['mmm-yy', DATE],
    ['mmmm', DATE],
    ['yyyy', DATE],
    ['"tanggal" d', DATE],
    ['dd\\-mm\\-yyyy', DATE],
    ['yyyy-mm-dd hh:mm:ss', DATE_TIME],
    ['d/m/yy h:mm AM/PM', DATE_TIME],
    ['General', PLAIN],
    ['0.00E+00', PLAIN],
    ['#,##0 "hari"', PLAIN],
    ['"Rp"\\ #,##0;[Red]-"Rp"\\ #,##0', PLAIN],
    ['[$Rp-421]#,##0', PLAIN],
    ['[h]:mm', PLAIN],
    ['[mm]:ss', PLAIN],
    ['mm:ss.0', PLAIN],
    ['h:mm', PLAIN],
    ['@', PLAIN],
    ['00\\.000\\.000', PLAIN],
    ['_-* #,##0_-;-* "d"_-', PLAIN],
  ])('%s', (code, kind) => {
    expect(numberKind(164, code)).toBe(kind);
  });

  it('also under a built-in id, unless the workbook gives that id a code of its own', () => {
    expect([14, 17, 22, 20, 46, 2, 49].map((id) => numberKind(id, undefined))).toEqual([1, 1, 2, 0, 0, 0, 0]);
    expect(numberKind(14, '0.00')).toBe(PLAIN);
  });
});

describe('a serial', () => {
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [25_569, '1970-01-01'],
    [36_525, '1999-12-31'],
    [36_585, '2000-02-29'],
    [2_958_465, '9999-12-31'],
    [44_196.999_999, '2021-01-01'],
    [44_196.5, '2020-12-31 12:00:00'],
    [0, undefined],
    [60, undefined],
    [-1, undefined],
    [2_958_466, undefined],
    [1e300, undefined],
    [Number.NaN, undefined],
    [Number.POSITIVE_INFINITY, undefined],
  ])('%f is %s', (serial, text) => {
    expect(dateText(serial)).toBe(text);
  });

  it('counts from 1 January 1904 in 1904 mode', () => {
    expect(dateText(0, true)).toBe('1904-01-01');
    expect(dateText(60, true)).toBe('1904-03-01');
  });

  it('gives back every date that it was made from', () => {
    const first = makeDate(1900, 3, 1);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 * 8000 }), fc.integer({ min: 1, max: 31 }), (months, day) => {
        const month = first && addMonths(first, months);
        const [year = 0, number = 0] = month ? [Math.trunc(month / 10_000), Math.trunc(month / 100) % 100] : [];
        const date = makeDate(year, number, Math.min(day, daysInMonth(year, number)));
        expect(date && dateText(serialOf(date))).toBe(date && formatIsoDate(date));
      }),
    );
  });
});
