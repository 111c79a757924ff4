import { MAX_CELL } from '../limits.ts';
import type { LiveLimits } from './limits.ts';
import type { LiveTable } from './session.ts';

/**
 * A session that writes values as pg_dump has them written, reads tables from their beginning, calls nothing that lies in
 * a schema of users, and fails where a policy would hide rows. Settings that a server does not know are passed over.
 */
export function settingsQuery(limits: LiveLimits): string {
  const settings = Object.entries({
    DateStyle: 'ISO, YMD',
    IntervalStyle: 'postgres',
    bytea_output: 'hex',
    extra_float_digits: '3',
    search_path: 'pg_catalog',
    row_security: 'off',
    synchronize_seqscans: 'off',
    max_parallel_workers_per_gather: '0',
    default_transaction_read_only: 'on',
    statement_timeout: String(limits.question),
    lock_timeout: String(limits.lock),
    idle_in_transaction_session_timeout: String(limits.idle),
    client_connection_check_interval: '5000',
  }).map(([name, value]) => `('${name}', '${value}')`);
  return `SELECT set_config(s.name, v.value, false) FROM (VALUES ${settings.join(', ')}) AS v(name, value) JOIN pg_catalog.pg_settings s ON lower(s.name) = lower(v.name)`;
}

const WRITABLE = `c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
   AND has_schema_privilege(n.oid, 'USAGE')`;

/** Why the account may change data: one row, NULL where it may not. */
export const RIGHTS_QUERY = `SELECT CASE WHEN r.rolsuper THEN 'superuser' ELSE (
  SELECT 'menulis ke ' || n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE ${WRITABLE} AND (has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')
      OR has_any_column_privilege(c.oid, 'INSERT, UPDATE'))
   ORDER BY n.nspname, c.relname LIMIT 1) END AS hak
  FROM pg_roles r WHERE r.rolname = current_user`;

export interface ColumnRow {
  readonly skema: string;
  readonly tabel: string;
  readonly jenis: string;
  readonly kolom: string;
  readonly tipe: string;
}

/** Columns that the account may read. A partition is read with its table. */
export function columnsQuery(version: number): string {
  const partition = version >= 100_000 ? ' AND NOT c.relispartition' : '';
  return `SELECT n.nspname AS skema, c.relname AS tabel, c.relkind::text AS jenis, a.attname AS kolom, format_type(a.atttypid, a.atttypmod) AS tipe
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
 WHERE c.relkind IN ('r', 'p', 'v', 'm') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
   AND has_schema_privilege(n.oid, 'USAGE') AND has_column_privilege(c.oid, a.attnum, 'SELECT')${partition}
 ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C", a.attnum`;
}

export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Tables as a dump calls them, schema and all. */
export function readCatalogue(rows: readonly ColumnRow[], isSecret: (column: string) => boolean): readonly LiveTable[] {
  return [...Map.groupBy(rows, ({ skema, tabel }) => `${skema}.${tabel}`)].map(([name, list]) => {
    const [first] = list;
    const picked = list.map(({ kolom, tipe }) => (isSecret(kolom) ? 'NULL' : expression(quoteName(kolom), tipe)));
    const only = first?.jenis === 'r' ? 'ONLY ' : '';
    return {
      name,
      columns: list.map(({ kolom }) => kolom),
      types: list.map(({ tipe }) => tipe),
      query: `SELECT ${picked.join(', ')} FROM ${only}${quoteName(first?.skema ?? '')}.${quoteName(first?.tabel ?? '')}`,
    };
  });
}

/** How one column is asked for: photographs stay where they are, endless texts are cut. */
function expression(name: string, tipe: string): string {
  if (tipe === 'bytea') return 'NULL';
  // One sign more than a cell may have, so that the cell is reported.
  return /^(?:text|jsonb?|xml|character varying)$/.test(tipe) ? `left(${name}::text, ${MAX_CELL + 1})` : name;
}
