import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { TextIndex } from './text-index.ts';

it('finds the first number that bears a text, and none for a text that nobody bears', () => {
  const texts = fc.array(fc.oneof(fc.constantFrom('', 'GURU', 'BIDAN', 'PERAWAT'), fc.string({ maxLength: 3 })));
  fc.assert(
    fc.property(texts, fc.string({ maxLength: 3 }), (list, other) => {
      const textAt = (number: number): string => list[number] ?? '';
      const { buffer } = TextIndex.build(list.length, textAt);
      // Another thread opens the same memory.
      const index = new TextIndex(buffer, textAt);
      for (const text of [...list, other]) expect(index.find(text)).toBe(text === '' ? -1 : list.indexOf(text));
    }),
  );
});
