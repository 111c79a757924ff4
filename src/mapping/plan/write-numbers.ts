import { digitForm, fillDigits, FormTally } from './cell-forms.ts';
import { type SlotWriter, type WriterInput, writeOne } from './slot-writer.ts';

/** The inverse of `read-numbers.ts`: digits with the blanks, dots and apostrophes that their column sets between them. */
export function compileDigitWriter(input: WriterInput): SlotWriter {
  const { feeds } = input;
  const tallies = feeds.map(() => new FormTally());
  return {
    columns: feeds.map(({ column }) => column),
    learn(cells) {
      feeds.forEach(({ column }, index) => {
        const cell = cells[column];
        if (cell !== null && cell !== undefined && cell !== '') tallies[index]?.count([digitForm(cell)]);
      });
    },
    write: (value, cells) =>
      writeOne(input, cells, ({ column }, index) => {
        // An NPWP of 15 digits is read as the same number behind a 0.
        const digits =
          value.startsWith('0') && input.slot.field.normalisasi === 'npwp' ? [value, value.slice(1)] : [value];
        const own = digitForm(cells[column] ?? '');
        for (const text of digits) {
          const ownText = own.length < text.length ? undefined : fillDigits(own, text);
          if (ownText !== undefined) return ownText;
        }
        return bestOf(tallies[index], digits) ?? digits.at(-1);
      }),
  };
}

/** The commonest form of the column that has room for just these digits. */
function bestOf(tally: FormTally | undefined, digits: readonly string[]): string | undefined {
  const fitting = (tally?.forms ?? []).filter((form) => digits.some((text) => fillDigits(form, text) !== undefined));
  const best = fitting.length === 0 ? undefined : tally?.best(fitting);
  if (best === undefined) return undefined;
  return digits.map((text) => fillDigits(best, text)).find((text) => text !== undefined);
}

/** Writer of a plain number: digits, with leading zeros where the column is of one width. */
export function compileNumberWriter(input: WriterInput): SlotWriter {
  const { feeds } = input;
  const widths = new FormTally();
  return {
    columns: feeds.map(({ column }) => column),
    learn(cells) {
      const cell = (cells[feeds[0]?.column ?? -1] ?? '').trim();
      if (/^\d+$/.test(cell)) widths.count(padsOf(cell));
    },
    write: (value, cells) =>
      writeOne(input, cells, () => (/^\d+$/.test(value) ? padAs(widths.best(), value) : undefined)),
  };
}

/** The widths to which a number may have been padded: a number without a leading zero says only that it is no longer. */
export function padsOf(digits: string): readonly string[] {
  return /^0\d/.test(digits) ? [String(digits.length)] : digits.length === 1 ? ['0'] : ['0', String(digits.length)];
}

export const padAs = (width: string | undefined, digits: string): string => digits.padStart(Number(width ?? 0), '0');
