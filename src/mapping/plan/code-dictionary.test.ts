import { describe, expect, it } from 'vitest';
import { CodeDictionary, markOf } from './code-dictionary.ts';
import { EMPTY, UNUSABLE } from './slots.ts';

const MARK = markOf(0, -1);

function readAll(dictionary: CodeDictionary, cells: readonly string[]): number[] {
  return cells.map((cell) => {
    const bytes = new TextEncoder().encode(cell);
    return dictionary.read(bytes, 0, bytes.length, 0, 0, MARK);
  });
}

describe('the dictionary of coded cells', () => {
  it('gives the value of an entry also to the cell that made it, however many there are', () => {
    const dictionary = new CodeDictionary((text) => ({ text, code: '', folded: text, isBareCode: false }));
    const cells = Array.from({ length: 5000 }, (_, index) => `UNIT ${index}`);
    const first = readAll(dictionary, cells);
    expect(first).toEqual(readAll(dictionary, cells));
    expect(first).toEqual(cells.map((_, index) => index + 1));
  });

  it.each(['', ' ', '-', "'", 'null', ' NULL ', 'n/a', '\\N'])('takes %j for nothing', (cell) => {
    const dictionary = new CodeDictionary(() => expect.unreachable('nothing is never understood'));
    expect(readAll(dictionary, [cell])).toEqual([EMPTY]);
  });

  it('understands a cell without its outer blanks and leading apostrophe', () => {
    const asked: string[] = [];
    const dictionary = new CodeDictionary((text) => {
      asked.push(text);
      return { text, code: '', folded: text, isBareCode: false };
    });
    readAll(dictionary, [" 'GURU ", '\tGURU']);
    expect(new Set(asked)).toEqual(new Set(['GURU']));
  });

  it('gives cells that differ only in outer blanks one entry, whichever came first', () => {
    const dictionary = new CodeDictionary((text) => ({ text, code: '', folded: '', isBareCode: true }));
    const [padded, plain, quoted, other] = readAll(dictionary, ['  4 ', '4', "'4", '5']);
    expect([plain, quoted]).toEqual([padded, padded]);
    expect(dictionary.entries[padded ?? 0]?.text).toBe('4');
    expect(other).not.toBe(padded);
  });

  it('tells a value that cannot be used, again and again', () => {
    const dictionary = new CodeDictionary((text) => ({
      text,
      code: '',
      folded: '',
      isBareCode: false,
      problem: 'KODE_TIDAK_DIKENAL',
    }));
    expect(readAll(dictionary, ['9', '9'])).toEqual([UNUSABLE, UNUSABLE]);
    expect(dictionary.explain(new TextEncoder().encode('9'), 0, 1, 0, 0, MARK).problem).toBe('KODE_TIDAK_DIKENAL');
  });
});
