import { CaseTally } from './cell-forms.ts';
import { type SlotWriter, type WriterInput, writeOne } from './slot-writer.ts';

/** The inverse of `read-texts.ts`: the text itself; names in capitals where the column writes them so. */
export function compileTextWriter(input: WriterInput): SlotWriter {
  const { feeds, slot } = input;
  const letters = new CaseTally();
  const isName = slot.field.tipe === 'nama';
  return {
    columns: feeds.map(({ column }) => column),
    learn(cells) {
      if (isName) letters.count(cells[feeds[0]?.column ?? -1] ?? '');
    },
    write: (value, cells) => writeOne(input, cells, () => (isName ? letters.write(value) : value)),
  };
}
