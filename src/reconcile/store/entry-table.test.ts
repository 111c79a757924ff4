import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '#mapping';
import { EntryTable, shareEntries } from './entry-table.ts';

const word = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('', 'GURU', 'KÃ¼nstler', 'Künstler', '–'));
const entries = fc.array(fc.record({ text: word, code: word, folded: word, isBareCode: fc.boolean() }), {
  maxLength: 40,
});

/** Entry 0 is the empty value in every dictionary. */
function tableOf(list: readonly Entry[]): EntryTable {
  return new EntryTable(shareEntries([{ text: '', code: '', folded: '', isBareCode: false }, ...list]));
}

const isAscii = (text: string): boolean => Buffer.byteLength(text) === text.length;

describe('shared entries', () => {
  it('come back as they went in', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const table = tableOf(list);
        list.forEach((entry, index) => {
          const { text, code, folded, isBareCode } = table.get(index + 1);
          expect({ text, code, folded, isBareCode }).toEqual(entry);
        });
      }),
    );
  });

  it('come back also where more of them are asked for than are kept as objects', () => {
    const many = Array.from({ length: 40_000 }, (_, index) => ({
      text: `Unit ${index}`,
      code: `K${index}`,
      folded: `UNIT ${index}`,
      isBareCode: false,
    }));
    const table = tableOf(many);
    const asked = [...many.keys(), ...many.keys()];
    expect(asked.filter((index) => table.get(index + 1).text !== many[index]?.text)).toEqual([]);
  });

  it('are found equal as bytes only where they are equal, and always where both are ASCII', () => {
    fc.assert(
      fc.property(entries, word, (list, asked) => {
        const table = tableOf(list);
        list.forEach(({ code, folded }, index) => {
          const [hasCode, hasFolded] = [table.hasCode(index + 1, asked), table.hasFolded(index + 1, asked)];
          expect(hasCode).toBe(code === asked && isAscii(asked));
          expect(hasFolded).toBe(folded === asked && isAscii(asked));
        });
      }),
    );
  });
});
