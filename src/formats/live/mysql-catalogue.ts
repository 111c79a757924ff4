import { MAX_CELL } from '../limits.ts';
import type { LiveTable } from './session.ts';

/** Columns of all tables and views of the database that the account may read. */
export const COLUMNS_QUERY = `SELECT c.TABLE_NAME, t.ENGINE, c.COLUMN_NAME, c.COLUMN_TYPE, c.DATA_TYPE, c.CHARACTER_MAXIMUM_LENGTH
  FROM information_schema.COLUMNS c
  JOIN information_schema.TABLES t ON t.TABLE_SCHEMA = c.TABLE_SCHEMA AND t.TABLE_NAME = c.TABLE_NAME
 WHERE c.TABLE_SCHEMA = DATABASE() AND t.TABLE_TYPE <> 'SEQUENCE'
 ORDER BY c.TABLE_NAME, c.ORDINAL_POSITION`;

/** Columns of the primary keys, in their order. */
export const KEYS_QUERY = `SELECT TABLE_NAME, COLUMN_NAME FROM information_schema.STATISTICS
 WHERE TABLE_SCHEMA = DATABASE() AND INDEX_NAME = 'PRIMARY' ORDER BY TABLE_NAME, SEQ_IN_INDEX`;

/** Rights that change nothing. Whatever else an account has, it may change something. */
const HARMLESS = new Set([
  'USAGE',
  'SELECT',
  'SHOW VIEW',
  'SHOW DATABASES',
  'LOCK TABLES',
  'PROCESS',
  'REPLICATION CLIENT',
  'BINLOG MONITOR',
  'SLAVE MONITOR',
  'REPLICA MONITOR',
  'SHOW_ROUTINE',
  'SHOW CREATE ROUTINE',
  'SELECT VERSIONING',
]);

/** The rights to write among the lines of SHOW GRANTS: "INSERT, UPDATE"; undefined where there are none. */
export function writingRights(grants: readonly string[]): string | undefined {
  const rights = grants.flatMap((line) => {
    const list = /^GRANT\s+(.*?)\s+ON\s/i.exec(line)?.[1];
    const option = /WITH\s+.*GRANT OPTION/i.test(line) ? ['GRANT OPTION'] : [];
    // A list of columns may hold commas of its own.
    const names = (list ?? '').replace(/\([^)]*\)/g, '').split(',');
    return [...names.map((name) => name.trim().toUpperCase()), ...option];
  });
  const writing = [...new Set(rights)].filter((right) => right !== '' && !HARMLESS.has(right));
  if (writing.length === 0) return undefined;
  return writing.length > 4 ? `${writing.slice(0, 4).join(', ')}, ...` : writing.join(', ');
}

export const quoteName = (name: string): string => `\`${name.replaceAll('`', '``')}\``;

/** Tables from the rows of the two queries. */
export function readCatalogue(
  columns: readonly (readonly string[])[],
  keys: readonly (readonly string[])[],
  isSecret: (column: string) => boolean,
): readonly LiveTable[] {
  const keysOf = Map.groupBy(keys, ([table]) => table);
  return [...Map.groupBy(columns, ([table]) => table ?? '')].map(([name, list]) => {
    const picked = list.map(([, , column = '', , type = '', length = '']) =>
      isSecret(column) ? 'NULL' : expression(column, type.toLowerCase(), Number(length)),
    );
    // InnoDB keeps rows in this order anyway: saying so costs nothing, and no other index can lead to another order.
    const key = (list[0]?.[1] === 'InnoDB' ? (keysOf.get(name) ?? []) : []).map(([, column = '']) => quoteName(column));
    const order = key.length === 0 ? '' : ` ORDER BY ${key.join(', ')}`;
    return {
      name,
      columns: list.map(([, , column = '']) => column),
      types: list.map(([, , , type = '']) => type),
      query: `SELECT ${picked.join(', ')} FROM ${quoteName(name)}${order}`,
    };
  });
}

const BINARY = /blob$|^(?:geometry|point|linestring|polygon|multi|geometrycollection|vector)/;

/** How one column is asked for: photographs stay where they are, bits come as numbers, endless texts are cut. */
function expression(column: string, type: string, length: number): string {
  const name = quoteName(column);
  if (BINARY.test(type) || (/^(?:var)?binary$/.test(type) && length > 255)) return 'NULL';
  if (type === 'bit') return `${name} + 0`;
  // One sign more than a cell may have, so that the cell is reported.
  if (/^(?:medium|long)text$|^json$/.test(type)) return `LEFT(${name}, ${MAX_CELL + 1})`;
  return name;
}
