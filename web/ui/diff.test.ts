import { assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Grain, markDifferences, type Piece } from './diff.ts';

/** [..] other, _ gap. */
const draw = (pieces: readonly Piece[]): string =>
  pieces.map(({ kind, text }) => (kind === 'same' ? text : kind === 'gap' ? '_' : `[${text}]`)).join('');

describe('marks inside two differing values', () => {
  it.each<[string, Grain, string, string, string, string]>([
    ['digits of dates by position', 'character', '04-01-2021', '01-04-2021', '0[4]-0[1]-2021', '0[1]-0[4]-2021'],
    ['digits of numbers by position', 'character', '198504172010', '198504712010', '198504[17]2010', '198504[71]2010'],
    ['one letter more', 'character', 'SUHARTO', 'SOEHARTO', 'S[U]HARTO', 'S[OE]HARTO'],
    ['a missing letter is a gap', 'character', 'ACHMAD', 'AHMAD', 'A[C]HMAD', 'A_HMAD'],
    [
      'names that share little, by words',
      'character',
      'DWI PRAMESTI',
      'DWI LESTARININGSIH',
      'DWI [PRAMESTI]',
      'DWI [LESTARININGSIH]',
    ],
    ['words of units', 'word', 'SMP 3 Jekulo', 'UPT Disdik Jekulo', '[SMP 3] Jekulo', '[UPT Disdik] Jekulo'],
    ['titles', 'title', 'S.Pd., M.Pd.', 'S.Pd.', 'S.Pd.[, M.Pd.]', 'S.Pd._'],
    ['numbers of unequal length', 'character', '0813', '813', '[0]813', '_813'],
    ['nothing alike', 'word', 'Islam', 'Kristen', '[Islam]', '[Kristen]'],
    ['equal', 'word', 'III/c', 'III/c', 'III/c', 'III/c'],
  ])('%s', (_name, grain, left, right, markedLeft, markedRight) => {
    const [a, b] = markDifferences(left, right, grain);
    expect([draw(a), draw(b)]).toEqual([markedLeft, markedRight]);
  });

  it('loses no character and finds equal what is equal', () => {
    const text = string({ unit: 'grapheme', maxLength: 40 });
    assert(
      property(text, text, constantFrom<Grain>('character', 'word', 'title'), (left, right, grain) => {
        const [a, b] = markDifferences(left, right, grain);
        const same = (pieces: readonly Piece[]): string =>
          pieces
            .filter(({ kind }) => kind === 'same')
            .map((piece) => piece.text)
            .join('');
        expect(a.map((piece) => piece.text).join('')).toBe(left);
        expect(b.map((piece) => piece.text).join('')).toBe(right);
        expect(same(a)).toBe(same(b));
      }),
    );
  });

  it('marks very long values as a whole', () => {
    const [a] = markDifferences('a'.repeat(500), 'b'.repeat(401), 'character');
    expect(a).toEqual([{ kind: 'other', text: 'a'.repeat(500) }]);
  });
});
