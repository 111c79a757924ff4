import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldNama } from '#rules/nama.ts';
import { bytesEqual, foldedEquality } from './byte-texts.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const word = fc.stringMatching(/^[A-Za-z'`. ,-]{0,6}$/);
const name = fc
  .array(fc.oneof(word, fc.constantFrom('SITI', 'siti', "MA'RUF", 'MARUF', '  ', 'Ém')), { maxLength: 4 })
  .map((words) => words.join(' '));

describe('texts compared as bytes', () => {
  it('are equal exactly if they are the same bytes', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        const [left, right] = [encode(a), encode(b)];
        return bytesEqual(left, 0, left.length, right, 0, right.length) === (a === b);
      }),
    );
  });

  it('never say that two texts fold alike when they do not', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        const [left, right] = [encode(a), encode(b)];
        const told = foldedEquality(left, 0, left.length, right, 0, right.length);
        const plain = (text: string): string =>
          text
            .toUpperCase()
            .replace(/['`]/g, '')
            .replace(/[^A-Z0-9]+/g, ' ')
            .trim();
        if (told === 'unsure') return true;
        return (told === 'equal') === (plain(a) === plain(b));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['SITI AMINAH', ' siti  aminah ', 'equal'],
    ["MA'RUF", 'MARUF', 'equal'],
    ['SITI AMINAH', 'SITIAMINAH', 'different'],
    ['SITI', 'SITA', 'different'],
    ['SITI', 'SÍTI', 'unsure'],
  ])('%s and %s: %s', (a, b, expected) => {
    const [left, right] = [encode(a), encode(b)];
    expect(foldedEquality(left, 0, left.length, right, 0, right.length)).toBe(expected);
    if (expected === 'equal') expect(foldNama(a)).toBe(foldNama(b));
  });
});
