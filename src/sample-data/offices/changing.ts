import { createLot, dice, seedOf, shuffled } from '../dice.ts';
import type { CodeTableOptions } from './codes.ts';
import type { Column } from './column.ts';

/** Something that changes a whole column between two deliveries and means nothing. */
export interface FormChange {
  readonly delivery: number;
  readonly peristiwa: 'bentuk_kolom' | 'kode_dinomori_ulang';
  readonly kolom: string;
}

const FORM_RATE = 1 / 24;
const CODES_RATE = 1 / 36;

const titleCase = (text: string): string =>
  text.toLowerCase().replace(/(^|[ (/-])(\w)/g, (_, gap: string, letter: string) => gap + letter.toUpperCase());

const FORMS: readonly ((text: string) => string)[] = [
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  titleCase,
];
/** Dots in titles may come and go; elsewhere they may carry meaning. */
const DOTLESS = (text: string): string => text.replaceAll('.', '');
const TITLES: ReadonlySet<string> = new Set(['gelar_depan', 'gelar_belakang']);

/** In one delivery of 24 an office writes a whole column of text in other letters; it stays so. */
export function changeForms(
  columns: readonly Column[],
  kode: string,
  delivery: number,
  benih: string,
): { readonly columns: readonly Column[]; readonly changes: readonly FormChange[] } {
  let result = columns;
  const changes: FormChange[] = [];
  for (let number = 1; number <= delivery; number++) {
    const key = `${benih}/bentuk/${kode}/${number}`;
    if (dice(seedOf(key), 0) >= FORM_RATE) continue;
    const lot = createLot(key);
    const chosen = shuffled(
      result.filter((column) => column.text === true && column.canonical !== null),
      lot,
    )[0];
    if (!chosen) continue;
    const form = TITLES.has(chosen.field ?? '') ? DOTLESS : lot.pick(FORMS);
    result = result.map((column) => (column === chosen ? inForm(column, form) : column));
    changes.push({ delivery: number, peristiwa: 'bentuk_kolom', kolom: chosen.field ?? '' });
  }
  return { columns: result, changes };
}

function inForm(column: Column, form: (text: string) => string): Column {
  return {
    ...column,
    encode: (facts, row) => {
      const cell = column.encode(facts, row);
      return cell === null ? null : form(cell);
    },
  };
}

/** In one delivery of 36 an office gives the codes of one table new numbers; the meanings stay. */
export function renumberCodes(
  kode: string,
  delivery: number,
  benih: string,
): { apply(options: CodeTableOptions): CodeTableOptions; readonly changes: FormChange[] } {
  const changes: FormChange[] = [];
  const due = Array.from({ length: delivery }, (_, i) => i + 1).flatMap((number) => {
    const seed = seedOf(`${benih}/nomor/${kode}/${number}`);
    return dice(seed, 0) < CODES_RATE ? [{ number, lot: dice(seed, 1) }] : [];
  });
  let opened = 0;
  return {
    changes,
    apply: (options) => {
      const place = opened++;
      let shift = 0;
      for (const { number, lot } of due) {
        if (Math.floor(lot * TABLES) !== place % TABLES) continue;
        shift += SHIFT;
        changes.push({ delivery: number, peristiwa: 'kode_dinomori_ulang', kolom: options.canonical });
      }
      return shift === 0 ? options : { ...options, number: (index) => options.number(index + shift) };
    },
  };
}

/** The lot falls on one of the first tables that a family opens; numbers move on so far that old and new ones overlap. */
const TABLES = 8;
const SHIFT = 3;
