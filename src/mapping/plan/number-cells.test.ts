import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDigit } from '#rules/digit.ts';
import { parseNip } from '#rules/nip.ts';
import { type DigitPair, formatDigits, isPlainNip, readDigits } from './number-cells.ts';

function read(text: string): DigitPair {
  const out: DigitPair = { high: 0, low: 0, count: 0 };
  const bytes = new TextEncoder().encode(text);
  readDigits(bytes, 0, bytes.length, out);
  return out;
}

describe('long numbers as two integers', () => {
  it('keep every digit of up to 18, whatever stands between them', () => {
    const digits = fc
      .array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 18 })
      .map((list) => list.join(''));
    const spaced = fc
      .tuple(digits, fc.constantFrom('', ' ', '.', '-', '/'))
      .map(([text, mark]) => ({ text, cell: text.split('').join(mark) }));
    fc.assert(
      fc.property(spaced, ({ text, cell }) => {
        const { high, low, count } = read(cell);
        return count === text.length && formatDigits(high, low, text.length) === text;
      }),
    );
  });

  it('are none where a letter stands among the digits', () => {
    expect(read('1.99201E+17').count).toBe(-1);
    expect(read('19920101201801100A').count).toBe(-1);
  });

  it('agree with the rule about what is a number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9 .\-/A-Z]{1,20}$/), (text) => {
        const { count } = read(text.trim());
        const told = parseDigit(text);
        return count < 9 || count > 18 || !told.ok || told.value === undefined || told.value.length === count;
      }),
    );
  });
});

describe('the quick look at a NIP', () => {
  it('accepts nothing that the rule refuses', () => {
    const nip = fc
      .tuple(
        fc.integer({ min: 1925, max: 2012 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        fc.integer({ min: 1940, max: 2030 }),
        fc.integer({ min: 0, max: 31 }),
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 0, max: 999 }),
      )
      .map(
        ([y, m, d, ty, tm, sex, serial]) =>
          `${y}${String(m).padStart(2, '0')}${String(d).padStart(2, '0')}${ty}${String(tm).padStart(2, '0')}${sex}${String(serial).padStart(3, '0')}`,
      );
    fc.assert(
      fc.property(nip, (text) => {
        const { high, low } = read(text);
        return !isPlainNip(high, low) || parseNip(text).ok;
      }),
      { numRuns: 5000 },
    );
  });

  it('accepts the ordinary ones', () => {
    for (const text of ['199201012018011001', '200002292022012001', '200012312024211001']) {
      const { high, low } = read(text);
      expect([text, isPlainNip(high, low) || parseNip(text).ok]).toEqual([text, true]);
    }
  });
});
