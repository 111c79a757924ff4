import { MAX_CELL } from '../limits.ts';
import type { LiveTable } from './session.ts';

/** Whether rows can be seen as of one moment, whether anybody can change them at all, and whether columns can be masked. */
export const STATE_QUERY = `SELECT CONVERT(nvarchar(10), d.snapshot_isolation_state) AS potret,
  CONVERT(nvarchar(60), DATABASEPROPERTYEX(DB_NAME(), 'Updateability')) AS sifat,
  (SELECT CONVERT(nvarchar(10), COUNT(*)) FROM sys.all_columns
    WHERE object_id = OBJECT_ID(N'sys.columns') AND name IN (N'is_masked', N'encryption_type')) AS topeng
  FROM sys.databases d WHERE d.database_id = DB_ID()`;

/** What the account may do in the database as a whole. */
export const RIGHTS_QUERY = `SELECT permission_name FROM sys.fn_my_permissions(NULL, 'DATABASE')`;

/** What the account may change in a single table or view, though not in the database as a whole: the first such right. */
export const TABLE_RIGHTS_QUERY = `SELECT TOP (1) p.permission_name + N' ' + s.name + N'.' + o.name AS hak
  FROM sys.objects o JOIN sys.schemas s ON s.schema_id = o.schema_id
 CROSS APPLY sys.fn_my_permissions(QUOTENAME(s.name) + N'.' + QUOTENAME(o.name), 'OBJECT') p
 WHERE o.type IN ('U', 'V') AND o.is_ms_shipped = 0
   AND p.permission_name IN ('INSERT', 'UPDATE', 'DELETE', 'ALTER', 'CONTROL', 'TAKE OWNERSHIP')
 ORDER BY s.name, o.name, p.permission_name`;

const HARMLESS = new Set(['CONNECT', 'SELECT', 'REFERENCES', 'SHOWPLAN', 'UNMASK', 'CONNECT REPLICATION']);

/** The rights to change something among those of the database: "INSERT, UPDATE"; undefined where there are none. */
export function writingRights(rights: readonly string[]): string | undefined {
  const writing = rights.filter((right) => !HARMLESS.has(right) && !right.startsWith('VIEW ')).toSorted();
  if (writing.length === 0) return undefined;
  return writing.length > 4 ? `${writing.slice(0, 4).join(', ')}, ...` : writing.join(', ');
}

/**
 * Columns that the account may read as they are, in the order of a dump. A masked column would give invented values and an
 * encrypted one none; both are left out like columns without the right. Servers before 2016 know neither.
 */
export function columnsQuery(canMask: boolean): string {
  const plain = canMask
    ? `\n   AND c.encryption_type IS NULL AND (c.is_masked = 0 OR HAS_PERMS_BY_NAME(QUOTENAME(DB_NAME()), 'DATABASE', 'UNMASK') = 1)`
    : '';
  return `SELECT s.name AS skema, o.name AS tabel, c.name AS kolom, ISNULL(TYPE_NAME(c.system_type_id), N'') AS tipe,
  CONVERT(nvarchar(10), c.max_length) AS panjang, CONVERT(nvarchar(10), c.precision) AS presisi, CONVERT(nvarchar(10), c.scale) AS skala
  FROM sys.objects o JOIN sys.schemas s ON s.schema_id = o.schema_id JOIN sys.columns c ON c.object_id = o.object_id
 WHERE o.type IN ('U', 'V') AND o.is_ms_shipped = 0
   AND HAS_PERMS_BY_NAME(QUOTENAME(s.name) + N'.' + QUOTENAME(o.name), 'OBJECT', 'SELECT', c.name, 'COLUMN') = 1${plain}
 ORDER BY s.name COLLATE Latin1_General_BIN, o.name COLLATE Latin1_General_BIN, c.column_id`;
}

/** Columns by which a table lies sorted, where no two rows are alike in them. */
export const KEYS_QUERY = `SELECT s.name AS skema, o.name AS tabel, c.name AS kolom, CASE k.is_descending_key WHEN 1 THEN N'DESC' ELSE N'' END AS arah
  FROM sys.indexes i JOIN sys.objects o ON o.object_id = i.object_id JOIN sys.schemas s ON s.schema_id = o.schema_id
  JOIN sys.index_columns k ON k.object_id = i.object_id AND k.index_id = i.index_id AND k.key_ordinal > 0
  JOIN sys.columns c ON c.object_id = k.object_id AND c.column_id = k.column_id
 WHERE i.index_id = 1 AND i.is_unique = 1 AND o.type = 'U' AND o.is_ms_shipped = 0
 ORDER BY s.name, o.name, k.key_ordinal`;

export const quoteName = (name: string): string => `[${name.replaceAll(']', ']]')}]`;

/** Tables from the rows of the two queries, called as they are there: schema and all. */
export function readCatalogue(
  columns: readonly (readonly string[])[],
  keys: readonly (readonly string[])[],
  isSecret: (column: string) => boolean,
): readonly LiveTable[] {
  const nameOf = ([skema = '', tabel = '']: readonly string[]): string => `${skema}.${tabel}`;
  const keysOf = Map.groupBy(keys, nameOf);
  return [...Map.groupBy(columns, nameOf)].map(([name, list]) => {
    const [skema = '', tabel = ''] = list[0] ?? [];
    const names = list.map(([, , kolom = '']) => kolom);
    const picked = list.map(([, , kolom = '', tipe = '', panjang = '']) =>
      isSecret(kolom) ? 'NULL' : expression(quoteName(kolom), tipe, Number(panjang)),
    );
    // Rows lie in this order anyway: saying so costs nothing, and a scan by pages cannot lead to another one.
    const key = keysOf.get(name) ?? [];
    const isSortable = key.length > 0 && key.every(([, , kolom = '']) => names.includes(kolom));
    const order = key.map(([, , kolom = '', arah = '']) => `${quoteName(kolom)} ${arah}`.trim());
    return {
      name,
      columns: names,
      types: list.map(([, , , tipe = '', panjang = '', presisi = '', skala = '']) =>
        fullType(tipe, Number(panjang), presisi, skala),
      ),
      query: `SELECT ${picked.join(', ')} FROM ${quoteName(skema)}.${quoteName(tabel)}${isSortable ? ` ORDER BY ${order.join(', ')}` : ''} OPTION (MAXDOP 1)`,
    };
  });
}

/** The first rows of what a query of `readCatalogue` asks for. */
export const firstOf = (query: string, limit: number): string => query.replace('SELECT', `SELECT TOP (${limit})`);

/** One sign more than a cell may have, so that the cell is reported. */
const LONG = MAX_CELL + 1;

/**
 * How one column is asked for: as text made by the server, for a driver's numbers and dates have lost digits and zones.
 * Binary numbers come as they are, since only the driver writes them with the fewest digits that give the same number.
 */
function expression(name: string, tipe: string, panjang: number): string {
  const text = (as: string, style = ''): string => `CONVERT(${as}, ${name}${style})`;
  switch (tipe) {
    case 'char':
    case 'varchar':
    case 'nchar':
    case 'nvarchar':
      return panjang < 0 ? `LEFT(${text('nvarchar(max)')}, ${LONG})` : name;
    case 'text':
    case 'ntext':
    case 'xml':
    case 'json':
      return `LEFT(${text('nvarchar(max)')}, ${LONG})`;
    case 'float':
    case 'real':
      return name;
    case 'bit':
    case 'tinyint':
    case 'smallint':
    case 'int':
    case 'bigint':
      return text('varchar(20)');
    case 'decimal':
    case 'numeric':
      return text('varchar(41)');
    // All four decimals: the default style rounds to two.
    case 'money':
    case 'smallmoney':
      return text('varchar(30)', ', 2');
    case 'date':
      return text('char(10)', ', 23');
    case 'time':
    case 'datetime':
    case 'smalldatetime':
    case 'datetime2':
    case 'datetimeoffset':
      return text('varchar(40)', ', 121');
    case 'uniqueidentifier':
      return text('char(36)');
    case 'sql_variant':
      return text('nvarchar(4000)');
    // Photographs stay where they are; short ones are ids or codes, as digits without their 0x.
    case 'binary':
    case 'varbinary':
      return panjang > 0 && panjang <= 255 ? text('varchar(510)', ', 2') : 'NULL';
    default:
      return 'NULL';
  }
}

function fullType(tipe: string, panjang: number, presisi: string, skala: string): string {
  if (tipe === 'decimal' || tipe === 'numeric') return `${tipe}(${presisi},${skala})`;
  if (!/^n?(?:var)?char$|^(?:var)?binary$/.test(tipe)) return tipe;
  if (panjang < 0) return `${tipe}(max)`;
  return `${tipe}(${tipe.startsWith('n') ? panjang / 2 : panjang})`;
}
