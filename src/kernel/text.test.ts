import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mendEncoding } from './mojibake.ts';
import { foldText } from './text.ts';

/** Folding as it is defined, without short cuts. */
const plainFold = (text: string): string =>
  mendEncoding(text)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

describe('folding of texts', () => {
  it.each([
    ['Sub. Bag  Umum', 'SUB BAG UMUM'],
    ['SD NEGERI 1 KUDUS', 'SD NEGERI 1 KUDUS'],
    [' GURU', 'GURU'],
    ['GURU ', 'GURU'],
    ['A  B', 'A B'],
    ['', ''],
    [' ', ''],
    ['JosÃ©', 'JOSÉ'],
    ['ﬁsika', 'FISIKA'],
  ])('%s: %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('is the same by the short way and by the long one', () => {
    const word = fc.oneof(fc.string(), fc.stringMatching(/^[A-Z0-9 .,a-z]{0,20}$/), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(word, (text) => foldText(text) === plainFold(text)),
      { numRuns: 3000 },
    );
  });
});
