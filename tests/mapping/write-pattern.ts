import { factOf } from './facts.ts';
import { dateWriter, type Order } from './date-writer.ts';
import { type RowFacts, seedOf } from './row-facts.ts';
import type { Structure, StructureColumn } from './structures.ts';

/** Several fields in one cell: `pola:{tempat_lahir}, {tanggal_lahir:dd-mm-yyyy}[ ({golongan})]`. */
const FORM = /^pola:(.*)$/;
const PLACE = /\{([^:}]+)(?::([^}]*))?\}/g;

export const hasPattern = ({ encoding = '' }: StructureColumn): boolean => FORM.test(encoding);

export interface Pattern {
  readonly order: Order | undefined;
  readonly write: (row: RowFacts) => string;
  /** What stands in the cell for one field, as it is written there. */
  readonly part: (field: string, row: RowFacts) => string;
}

/** What is in brackets is left out where its field is empty; a cell without any value is empty. `{field:2}` fills digits up. */
export function readPattern(column: StructureColumn, structure: Structure, salt: string): Pattern {
  const pattern = FORM.exec(column.encoding ?? '')?.[1] ?? '';
  const forms = new Map([...pattern.matchAll(PLACE)].map(([, field = '', form = '']) => [field, form]));
  const dates = new Map(
    [...forms].map(([field, form]) => [field, dateWriter({ ...column, encoding: `${form} ` }, structure, salt)]),
  );
  const part = (field: string, row: RowFacts): string => {
    const value = factOf(field, row.facts, seedOf(salt, row));
    const form = forms.get(field) ?? '';
    if (/^\d{4}-\d\d-\d\d$/.test(value)) return dates.get(field)?.write(value) ?? value;
    return /^\d$/.test(form) && value !== '' ? value.padStart(Number(form), '0') : value;
  };
  const write = (row: RowFacts): string => {
    const fill = (text: string): string => text.replace(PLACE, (_, field: string) => part(field, row));
    const isMissing = (text: string): boolean =>
      [...text.matchAll(PLACE)].some(([, field = '']) => part(field, row) === '');
    if ([...forms.keys()].every((field) => part(field, row) === '')) return '';
    return fill(pattern.replace(/\[([^\]]*)\]/g, (_, inner: string) => (isMissing(inner) ? '' : inner)));
  };
  const dated = [...forms].find(([, form]) => /[dmy]{2}|bulan|excel/i.test(form))?.[0] ?? '';
  return { order: dates.get(dated)?.order, write, part };
}
