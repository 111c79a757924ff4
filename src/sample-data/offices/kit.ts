import type { PegawaiField } from '#canonical';
import { dice, diceBelow, diceBits, seedOf } from '../dice.ts';
import type { Facts } from '../person.ts';
import type { CodeTable } from './codes.ts';
import type { Column, Encode, RowInfo } from './column.ts';
import type { DateForm } from './dates.ts';
import { PLAIN, type Reader } from './reader.ts';

/** How a family writes "no value". */
export interface KitOptions {
  readonly date: DateForm;
  readonly dateReader: Reader;
  /** Where there are several, the first mostly. */
  readonly noDate: string | null | readonly [string, string];
  readonly noText: string | null;
  readonly noCode: string | null;
  /** Where columns of numbers write another one than texts. */
  readonly noNumber?: string;
}

/** Fields whose BKN code stands in the other half of the pair. */
export function codeOf(facts: Facts, field: PegawaiField): string | undefined {
  return facts[`${field}_id` as PegawaiField] ?? facts[field];
}

export type Builder = (name: string, type: string, field: PegawaiField, canonical?: string | null) => Column;

export interface Kit {
  /** Free text as it is. */
  readonly text: Builder;
  /** Digits and other values that are no free text. */
  readonly value: Builder;
  readonly date: Builder;
  /** A local code of the field. */
  readonly code: (name: string, type: string, field: PegawaiField, table: CodeTable, canonical?: string) => Column;
  /** The office's own label of a code, or the name itself. */
  readonly label: (name: string, type: string, field: PegawaiField, labels: Labels, canonical?: string) => Column;
  /** Anything else that means the field. */
  readonly custom: (name: string, type: string, field: PegawaiField, encode: Encode, rest?: Partial<Column>) => Column;
  /** A column without meaning for us. */
  readonly blank: (name: string, type: string, encode?: Encode) => Column;
  readonly secret: (name: string, type: string) => Column;
}

export type Labels = Readonly<Record<string, string>>;

function plain(name: string, type: string, field: PegawaiField, encode: Encode, canonical?: string | null): Column {
  return {
    name,
    type,
    canonical: canonical === undefined ? field : canonical,
    field: canonical === null ? null : field,
    reader: PLAIN,
    encode,
  };
}

const NUMBER = /^(tiny|small|big)?int|^double|^decimal/;

export function createKit({ date, dateReader, noDate, noText, noCode, noNumber }: KitOptions): Kit {
  return {
    text: (name, type, field, canonical) => ({
      ...plain(name, type, field, (facts) => facts[field] ?? noText, canonical),
      text: true,
    }),
    value: (name, type, field, canonical) => {
      const none = NUMBER.test(type) ? (noNumber ?? noText) : noText;
      return plain(name, type, field, (facts) => facts[field] ?? none, canonical);
    },
    date: (name, type, field, canonical) => {
      const salt = seedOf(name);
      const encode: Encode = (facts, row) => {
        const iso = facts[field];
        const seed = diceBits(row.seed, salt);
        return iso === undefined ? missingDate(noDate, seed) : date(iso, seed);
      };
      return { ...plain(name, type, field, encode, canonical), reader: dateReader };
    },
    code: (name, type, field, table, canonical) => ({
      ...plain(
        name,
        type,
        field,
        (facts) => {
          const bkn = codeOf(facts, field);
          if (bkn === undefined) return NUMBER.test(type) ? (noNumber ?? noCode) : noCode;
          return table.codeOf(bkn, facts[field] ?? bkn);
        },
        canonical,
      ),
      codes: table,
      reader: { jenis: 'rujukan', tabel: table.name, kunci: 'id', nilai: 'nama' },
    }),
    label: (name, type, field, labels, canonical) =>
      plain(
        name,
        type,
        field,
        (facts) => {
          const bkn = codeOf(facts, field);
          return bkn === undefined ? noText : (labels[bkn] ?? facts[field] ?? noText);
        },
        canonical,
      ),
    custom: (name, type, field, encode, rest) => ({ ...plain(name, type, field, encode), ...rest }),
    blank: (name, type, encode) => ({
      name,
      type,
      canonical: null,
      field: null,
      reader: PLAIN,
      encode: encode ?? (() => noText),
    }),
    secret: (name, type) => ({
      name,
      type,
      canonical: null,
      field: null,
      reader: PLAIN,
      encode: hash(seedOf(name)),
      secret: true,
    }),
  };
}

/** The second of two ways comes about when a program turns nothing into a date. */
function missingDate(noDate: KitOptions['noDate'], seed: number): string | null {
  if (noDate === null || typeof noDate === 'string') return noDate;
  return dice(seed, 3) < 0.8 ? noDate[0] : noDate[1];
}

const hash =
  (salt: number): Encode =>
  (_, row) =>
    hexOf(row.seed ^ salt, 4);

/** Hexadecimal digits, eight a word. */
export function hexOf(seed: number, words: number): string {
  let text = '';
  for (let i = 0; i < words; i++) text += diceBits(seed, i).toString(16).padStart(8, '0');
  return text;
}

/** The column may be missing in an office of the family. */
export const optional = (column: Column): Column => ({ ...column, optional: true });
export const csvOnly = (column: Column): Column => ({ ...column, csvOnly: true });
export const dumpOnly = (column: Column): Column => ({ ...column, dumpOnly: true });

/** Fillers for columns that a portal must leave alone. */
export const constant =
  (value: string): Encode =>
  () =>
    value;
export const serial: Encode = (_, row) => String(row.number);
/** The local key; a negative one stands for a row without. */
export const surrogate: Encode = (_, row) => (row.key < 0 ? null : String(row.key));
export const digits =
  (salt: number, low: number, high: number): Encode =>
  (_, row) =>
    String(low + diceBelow(row.seed, salt, high - low + 1));
export const oneOf =
  (salt: number, values: readonly string[]): Encode =>
  (_, row) =>
    values[diceBelow(row.seed, salt, values.length)] ?? '';
export const stamp =
  (salt: number): Encode =>
  (_: Facts, row: RowInfo) => {
    const two = (k: number, low: number, size: number): string =>
      String(low + diceBelow(row.seed, salt + k, size)).padStart(2, '0');
    return `20${two(1, 18, 7)}-${two(2, 1, 12)}-${two(3, 1, 28)} ${two(4, 7, 10)}:${two(5, 0, 60)}:${two(6, 0, 60)}`;
  };
export const sometimes =
  (salt: number, share: number, value: string, otherwise: string | null): Encode =>
  (_, row) =>
    dice(row.seed, salt) < share ? value : otherwise;
