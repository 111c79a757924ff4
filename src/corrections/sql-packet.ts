import { isNumberType, isTextType } from './column-types.ts';
import type { KeyPart, NewRow, Packet, PacketTable, RowChange } from './packet.ts';

/** In whose words a dump was written, and the packet is. */
export type SqlDialect = 'mysql' | 'postgres';

const MYSQL_ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "''",
  '\n': '\n',
  '\r': '\\r',
  '\0': '\\0',
  '\u001A': '\\Z',
};

/** A text as a literal, whatever stands in it. */
export function sqlText(dialect: SqlDialect, text: string): string {
  if (dialect === 'postgres') return `'${text.replaceAll("'", "''")}'`;
  // oxlint-disable-next-line no-control-regex
  return `'${text.replace(/[\\'\n\r\0\u001A]/g, (sign) => MYSQL_ESCAPES[sign] ?? sign)}'`;
}

/** A name, with its schema where it has one. */
export function sqlName(dialect: SqlDialect, name: string): string {
  const quote = dialect === 'postgres' ? '"' : '`';
  return name
    .split('.')
    .map((part) => quote + part.replaceAll(quote, quote + quote) + quote)
    .join('.');
}

/** A column's name stands alone: a dot in it belongs to it. */
function columnName(dialect: SqlDialect, name: string): string {
  const quote = dialect === 'postgres' ? '"' : '`';
  return quote + name.replaceAll(quote, quote + quote) + quote;
}

const sqlValue = (dialect: SqlDialect, value: string | null): string =>
  value === null ? 'NULL' : sqlText(dialect, value);

/**
 * Whether a column still holds a value, byte for byte and with NULL as a value of its own. MySQL compares texts without
 * regard to case and blanks at the end, and large numbers as floating ones; as bytes it does neither. PostgreSQL may have been told
 * to take case lightly, by a collation or the type citext.
 */
function holds(dialect: SqlDialect, column: string, type: string, value: string | null): string {
  if (dialect === 'postgres') {
    const exact = isTextType(type) ? ' COLLATE "C"' : /^(?:\w+\.)?citext$/i.test(type) ? '::text COLLATE "C"' : '';
    return `${column}${exact} IS NOT DISTINCT FROM ${sqlValue(dialect, value)}`;
  }
  if (value === null) return `${column} IS NULL`;
  return `CAST(CONVERT(${column} USING utf8mb4) AS BINARY) <=> CAST(${sqlText(dialect, value)} AS BINARY)`;
}

/** A key is compared as its column is, so that the database finds it by its index; letters in it exactly besides. */
function finds(dialect: SqlDialect, table: PacketTable, { column, value }: KeyPart): string {
  const name = columnName(dialect, table.columns[column] ?? '');
  if (value === null) return `${name} IS NULL`;
  const isNumber = isNumberType(table.types[column] ?? '') && /^-?\d+(?:\.\d+)?$/.test(value);
  const found = `${name} = ${isNumber ? value : sqlText(dialect, value)}`;
  return /\p{L}/u.test(value) ? `${found}\n   AND ${holds(dialect, name, table.types[column] ?? '', value)}` : found;
}

/** UPDATE of one row from `lama` to `baru`, or back again. Where the row has moved on it changes nothing. */
export function updateStatement(
  dialect: SqlDialect,
  table: PacketTable,
  { kunci, columns }: RowChange,
  direction: 'maju' | 'batal',
): string {
  const isForward = direction === 'maju';
  const name = (column: number): string => columnName(dialect, table.columns[column] ?? '');
  const sets = columns.map(
    ({ column, lama, baru }) => `${name(column)} = ${sqlValue(dialect, isForward ? baru : lama)}`,
  );
  const changed = new Map(columns.map((change) => [change.column, change]));
  const keys = kunci.map((part) => {
    const change = changed.get(part.column);
    return finds(dialect, table, change && !isForward ? { ...part, value: change.baru } : part);
  });
  const tests = columns.map(({ column, lama, baru }) =>
    holds(dialect, name(column), table.types[column] ?? '', isForward ? lama : baru),
  );
  return `UPDATE ${sqlName(dialect, table.name)} SET ${sets.join(', ')}\n WHERE ${[...keys, ...tests].join('\n   AND ')};\n`;
}

/**
 * INSERT of a row of a history. It adds nothing where the person's rows are no longer as many as they were, and so not twice; the
 * number of the row itself is left to the database.
 */
export function insertStatement(dialect: SqlDialect, table: PacketTable, { owner, rows, cells }: NewRow): string {
  const name = sqlName(dialect, table.name);
  const columns = cells.map(({ column }) => columnName(dialect, table.columns[column] ?? ''));
  const values = cells.map(({ value }) => sqlValue(dialect, value));
  const from = dialect === 'mysql' ? ' FROM DUAL' : '';
  const count = `(SELECT COUNT(*) FROM ${name} WHERE ${finds(dialect, table, owner)}) = ${rows}`;
  return `INSERT INTO ${name} (${columns.join(', ')})\n SELECT ${values.join(', ')}${from}\n WHERE ${count};\n`;
}

/** DELETE of just that row, as long as nobody has changed or completed it. */
export function deleteStatement(dialect: SqlDialect, table: PacketTable, { owner, cells, empty }: NewRow): string {
  const name = (column: number): string => columnName(dialect, table.columns[column] ?? '');
  const tests = cells.flatMap(({ column, value }) =>
    column === owner.column ? [] : [holds(dialect, name(column), table.types[column] ?? '', value)],
  );
  const blanks = empty.map((column) => `${name(column)} IS NULL`);
  const where = [finds(dialect, table, owner), ...tests, ...blanks].join('\n   AND ');
  return `DELETE FROM ${sqlName(dialect, table.name)}\n WHERE ${where};\n`;
}

/** The lines around the statements: one transaction, and settings under which the literals mean what they say. */
export function sqlFrame(
  dialect: SqlDialect,
  title: string,
  notes: readonly string[] = [],
): { readonly head: string; readonly tail: string } {
  const settings =
    dialect === 'postgres'
      ? "SET client_encoding = 'UTF8';\nSET standard_conforming_strings = on;\nSET datestyle = 'ISO, YMD';\nBEGIN;\n"
      : "SET NAMES utf8mb4;\nSET SESSION sql_mode = 'STRICT_ALL_TABLES';\nSTART TRANSACTION;\n";
  const said = [title, ...notes].map((line) => `-- ${line.replace(/\s+/g, ' ')}\n`).join('');
  return { head: `${said}${settings}\n`, tail: '\nCOMMIT;\n' };
}

/** Every statement of a packet in the order in which it must run. */
export function* sqlStatements(dialect: SqlDialect, packet: Packet, direction: 'maju' | 'batal'): Iterable<string> {
  const { changes, added, tables } = packet;
  const isForward = direction === 'maju';
  for (const row of isForward ? [] : added.toReversed()) {
    const table = tables.get(row.tabel);
    if (table) yield deleteStatement(dialect, table, row);
  }
  for (const change of isForward ? changes : changes.toReversed()) {
    const table = tables.get(change.tabel);
    if (table) yield updateStatement(dialect, table, change, direction);
  }
  for (const row of isForward ? added : []) {
    const table = tables.get(row.tabel);
    if (table) yield insertStatement(dialect, table, row);
  }
}
