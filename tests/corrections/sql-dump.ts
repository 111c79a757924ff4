/** Small dumps in the words of either database. */

export type Words = 'mysql' | 'postgres';

export interface DumpTable {
  readonly name: string;
  /** Columns with their types and what else the definition says. */
  readonly columns: readonly (readonly [name: string, definition: string])[];
  /** Columns that the rows give; all unless told. */
  readonly into?: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** Keys and constraints, behind the columns. */
  readonly more?: readonly string[];
  /** Options behind the definition (MySQL). */
  readonly options?: string;
}

export function dumpOf(words: Words, tables: readonly DumpTable[], behind = '', before = ''): string {
  const head =
    words === 'mysql'
      ? '-- MySQL dump 10.13\nSET NAMES utf8mb4;\n'
      : "--\n-- PostgreSQL database dump\n--\nSET client_encoding = 'UTF8';\nSET standard_conforming_strings = on;\n";
  return `${head}${before}${tables.map((table) => tableText(words, table)).join('')}${behind}`;
}

function tableText(words: Words, { name, columns, into, rows, more = [], options }: DumpTable): string {
  const table = words === 'mysql' ? `\`${name}\`` : `public.${name}`;
  const quote = words === 'mysql' ? '`' : '"';
  const list = [...columns.map(([column, definition]) => `${quote}${column}${quote} ${definition}`), ...more];
  const tail = words === 'mysql' ? ` ${options ?? 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4'}` : '';
  const values = rows.map((row) => `(${row.map(literal).join(', ')})`).join(',\n');
  return `CREATE TABLE ${table} (\n  ${list.join(',\n  ')}\n)${tail};\nINSERT INTO ${table}${into ? ` (${into.join(', ')})` : ''} VALUES ${values};\n`;
}

const literal = (value: string | number | null): string =>
  value === null ? 'NULL' : typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;
