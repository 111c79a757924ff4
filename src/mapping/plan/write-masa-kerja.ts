import { fail, ok } from '#kernel/result.ts';
import { type MasaKerja, masaKerjaMonths, parseMasaKerja } from '#rules/masa-kerja.ts';
import { FormTally } from './cell-forms.ts';
import { monthsOf, totalMonthsOf } from './feeds.ts';
import { type SlotWriter, type WriterInput, writeOne } from './slot-writer.ts';
import { padAs, padsOf } from './write-numbers.ts';

/** The inverse of `read-masa-kerja.ts`: one text ("12 Tahun 3 Bulan"), years and months in columns of their own, or all in months. */
export function compileMasaKerjaWriter(input: WriterInput): SlotWriter {
  const years = input.feeds[0];
  const months = input.allFeeds.of(monthsOf(input.slot.field.nama))[0];
  const total = years ? undefined : input.allFeeds.of(totalMonthsOf(input.slot.field.nama))[0];
  if (years?.reader.jenis === 'masa_kerja') return textWriter(input);
  const columns = (total ? [total] : [years, months]).flatMap((feed) => (feed ? [feed.column] : []));
  const pads = columns.map(() => new FormTally());
  return {
    columns,
    learn(cells) {
      columns.forEach((column, index) => {
        const cell = (cells[column] ?? '').trim();
        if (/^\d{1,3}$/.test(cell)) pads[index]?.count(padsOf(cell));
      });
    },
    write(value) {
      const masaKerja = valueOf(value);
      if (masaKerja === undefined) return fail('TULIS_NILAI_BKN');
      const parts = total ? [masaKerjaMonths(masaKerja)] : [masaKerja.tahun, masaKerja.bulan];
      return ok(
        new Map(columns.map((column, index) => [column, padAs(pads[index]?.best(), String(parts[index] ?? 0))])),
      );
    },
  };
}

function valueOf(text: string): MasaKerja | undefined {
  const reading = parseMasaKerja(text);
  return reading.ok ? reading.value : undefined;
}

function textWriter(input: WriterInput): SlotWriter {
  const { feeds } = input;
  const forms = new FormTally();
  const column = feeds[0]?.column ?? -1;
  return {
    columns: [column],
    learn(cells) {
      forms.count(masaKerjaFormsOf(cells[column] ?? ''));
    },
    write(value, cells) {
      const masaKerja = valueOf(value);
      if (masaKerja === undefined) return fail('TULIS_NILAI_BKN');
      return writeOne(input, cells, () => {
        const form = forms.best(masaKerjaFormsOf(cells[column] ?? '')) ?? forms.best();
        return form === undefined ? undefined : writeMasaKerjaAs(form, masaKerja);
      });
    },
  };
}

const NUMBERS = /\d+/g;

/** "12 Tahun 03 Bulan" has the form "{1} Tahun {2} Bulan": a number in braces is the width that it is padded to. */
export function masaKerjaFormsOf(cell: string): readonly string[] {
  const numbers = cell.match(NUMBERS) ?? [];
  if (numbers.length !== 2 || valueOf(cell) === undefined) return [];
  const [tahun = '', bulan = ''] = numbers;
  return padsOf(tahun).flatMap((first) =>
    padsOf(bulan).map((second) => {
      const widths = [first, second];
      return cell.replace(NUMBERS, () => `{${widths.shift() ?? 0}}`);
    }),
  );
}

export function writeMasaKerjaAs(form: string, { tahun, bulan }: MasaKerja): string {
  const parts = [tahun, bulan];
  return form.replace(/\{(\d+)\}/g, (_, width: string) => padAs(width, String(parts.shift() ?? 0)));
}
