import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEmptyText } from '#kernel/text.ts';
import { parseTanggal } from '#rules/tanggal.ts';
import { type DateOrder, isEmptyCell, readDateBytes, trimCell, UNSURE } from './cell-bytes.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const two = (value: number): string => String(value).padStart(2, '0');
const parts = fc.record({
  y: fc.integer({ min: 1850, max: 2060 }),
  m: fc.integer({ min: 0, max: 14 }),
  d: fc.integer({ min: 0, max: 33 }),
});
const separator = fc.constantFrom('-', '/', '.', ' ', 'x', ':');
const clock = fc.constantFrom(' 00:00:00', 'T00:00:00Z', ' 07:30', ' 00:0:00', ' 0000:00', ' 7.30.00', 'T', ' s/d');
const dateText = fc.oneof(
  fc.tuple(parts, separator).map(([{ y, m, d }, s]) => `${two(d)}${s}${two(m)}${s}${y}`),
  fc.tuple(parts, separator).map(([{ y, m, d }, s]) => `${y}${s}${two(m)}${s}${two(d)}`),
  fc.tuple(parts, clock).map(([{ y, m, d }, time]) => `${y}-${two(m)}-${two(d)}${time}`),
  fc.string({ maxLength: 14 }),
);

describe('dates read from bytes', () => {
  it('say what the rule says, or leave it to the rule', () => {
    const orders = fc.constantFrom<DateOrder & ('dmy' | 'mdy' | 'ymd')>('dmy', 'mdy', 'ymd');
    fc.assert(
      fc.property(dateText, orders, (text, order) => {
        const bytes = encode(text);
        const read = readDateBytes(bytes, 0, bytes.length, order);
        const told = parseTanggal(text, order);
        return read === UNSURE || (told.ok && told.value === read);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['05-01-2020', 'dmy', 20200105],
    ['05-01-2020', 'mdy', 20200501],
    ['2020-05-01', 'dmy', 20200501],
    ['2020-05-01', 'ydm', 20200105],
    ['2020-05-25', 'ydm', UNSURE],
    ['2020-05-01T17:00:00Z', 'dmy', 20200501],
    ['2020-05-01 17:0:00', 'dmy', UNSURE],
    ['2020-05-01 s/d 2021-05-01', 'dmy', UNSURE],
    ['2020x05x01', 'dmy', UNSURE],
    ['01x05x2020', 'dmy', UNSURE],
    ['31-04-2020', 'dmy', UNSURE],
    ['01-01-1970', 'dmy', UNSURE],
  ] as const)('%s in the order %s is %i', (text, order, expected) => {
    const bytes = encode(text);
    expect(readDateBytes(bytes, 0, bytes.length, order)).toBe(expected);
  });
});

describe('empty cells', () => {
  it('are those that the kernel calls empty', () => {
    const word = fc.oneof(
      fc.constantFrom('', '-', '--', '.', 'null', 'NULL', 'n/a', 'N/A', '\\N', '0', 'x', '---', 'nul', '-.'),
      fc.string({ maxLength: 5 }),
    );
    fc.assert(
      fc.property(word, (text) => {
        fc.pre(
          text
            .split('')
            .every((character) => character.charCodeAt(0) > 32 && character.charCodeAt(0) < 127 && character !== "'"),
        );
        const bytes = encode(text);
        return isEmptyCell(bytes, 0, bytes.length) === isEmptyText(text);
      }),
    );
  });
});

describe('trimming', () => {
  it('drops outer blanks and one leading apostrophe, nothing else', () => {
    const bytes = encode("  '1992 01 '  ");
    const cell = { start: 0, end: 0 };
    trimCell(bytes, 0, bytes.length, cell);
    expect(new TextDecoder().decode(bytes.subarray(cell.start, cell.end))).toBe("1992 01 '");
  });
});
