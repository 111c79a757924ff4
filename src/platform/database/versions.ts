import type { Transaction } from './database.ts';

/**
 * A table whose rows hold from one number to before another: `sejak`, and `sampai` that is null for what holds now. Its columns are
 * instansi_id, the key, sejak, sampai, hingga (`sampai` without null), sidik (a hash of all that is not key), and the rest.
 */
export interface VersionedTable {
  /** With its schema. */
  readonly nama: string;
  /** Columns that tell one thing from another inside an instansi. */
  readonly kunci: readonly string[];
  readonly isi: readonly string[];
}

/**
 * For a row that is looked up by its key: `hingga` with this value is part of the primary key. With `sampai IS NULL` the planner may take an
 * index of something else as long as the tables have no statistics, which is right after a publication; it then reads a hundred times as much.
 */
export const UNTIL_NOW = 2_147_483_647;

/** Where a change takes place: the instansi whose scope the transaction is in, the number of the change, and a part of the table. */
export interface VersionStep {
  readonly instansi: number;
  readonly nomor: number;
  /** Only rows with this value; `kolom` is one of the key. */
  readonly bagian?: { readonly kolom: string; readonly nilai: string };
}

const columnsOf = ({ kunci, isi }: VersionedTable): readonly string[] => ['instansi_id', ...kunci, 'sidik', ...isi];

/** Makes an empty temporary table for a coming state, in place of an earlier one; returns its name with its columns, as `copyInto` takes it. */
export async function createComing(transaction: Transaction, table: VersionedTable, nama: string): Promise<string> {
  const columns = columnsOf(table).join(', ');
  await transaction.query(`DROP TABLE IF EXISTS pg_temp.${nama}`);
  await transaction.query(
    `CREATE TEMPORARY TABLE ${nama} ON COMMIT DROP AS SELECT ${columns} FROM ${table.nama} LIMIT 0`,
  );
  return `${nama} (${columns})`;
}

/** Tells the planner how many rows a temporary table of `createComing` has, and of its key only: looking at all columns takes longer than they. */
export async function analyzeComing(transaction: Transaction, { kunci }: VersionedTable, nama: string): Promise<void> {
  await transaction.query('SET LOCAL default_statistics_target = 10');
  await transaction.query(`ANALYZE pg_temp.${nama} (${['instansi_id', ...kunci].join(', ')})`);
}

/** Makes the state in the temporary table `nama` the one that holds: changed and gone rows end, changed and new ones begin. */
export async function applyComing(
  transaction: Transaction,
  table: VersionedTable,
  nama: string,
  step: VersionStep,
): Promise<void> {
  return replace(transaction, table, nama, 'true', step);
}

/** Makes the state of an earlier number the one that holds. */
export async function restoreState(
  transaction: Transaction,
  table: VersionedTable,
  ke: number,
  step: VersionStep,
): Promise<void> {
  if (!Number.isSafeInteger(ke)) throw new Error('A state is told by its number');
  return replace(transaction, table, table.nama, `n.sejak <= ${ke} AND n.hingga > ${ke}`, step);
}

/**
 * `next` is where the coming rows are found and `holds` which of them count. Set-based, by anti-join: what stays is not even locked.
 */
async function replace(
  transaction: Transaction,
  table: VersionedTable,
  next: string,
  holds: string,
  { instansi, nomor, bagian }: VersionStep,
): Promise<void> {
  const same = table.kunci.map((column) => `n.${column} = o.${column}`).join(' AND ');
  const values = [instansi, nomor, ...(bagian === undefined ? [] : [bagian.nilai])];
  const inPart = (alias: string): string => (bagian === undefined ? '' : ` AND ${alias}.${bagian.kolom} = $3`);
  await transaction.query(
    `UPDATE ${table.nama} o SET sampai = $2
     WHERE o.instansi_id = $1 AND o.hingga = ${UNTIL_NOW}${inPart('o')} AND NOT EXISTS (
       SELECT FROM ${next} n WHERE n.instansi_id = $1 AND ${same} AND n.sidik = o.sidik AND ${holds})`,
    values,
  );
  const columns = columnsOf(table);
  await transaction.query(
    `INSERT INTO ${table.nama} (${columns.join(', ')}, sejak)
     SELECT ${columns.map((column) => `n.${column}`).join(', ')}, $2::integer FROM ${next} n
     WHERE n.instansi_id = $1${inPart('n')} AND ${holds} AND NOT EXISTS (
       SELECT FROM ${table.nama} o WHERE o.instansi_id = $1 AND o.hingga = ${UNTIL_NOW} AND ${same})`,
    values,
  );
}
