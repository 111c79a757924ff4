import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import { Pool, type PoolClient } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { APPLICATION_ROLE } from './migrate.ts';
import { asOutage } from './outage.ts';

/** Whose rows a transaction may touch. */
export type Scope =
  /** The rows of one instansi, to read and to write. */
  | { readonly lingkup: 'instansi'; readonly instansi: number }
  /** The rows of every instansi, to read. */
  | { readonly lingkup: 'provinsi' }
  /** Reference tables only: what is asked before it is known who asks. */
  | { readonly lingkup: 'acuan' };

/** Sends SQL inside the transaction and the scope that `withContext` opened, and only while it is open. */
export interface Transaction {
  query<Row extends object>(sql: string, values?: readonly unknown[]): Promise<readonly Row[]>;
}

/** A transaction in which every statement sees the same moment, and of which rows can be streamed. */
export interface Snapshot extends Transaction {
  /** Streams the rows of a query in the binary form of COPY; nothing else is asked until they are read. */
  copyOut(sql: string): AsyncIterable<Buffer>;
}

/** A transaction of the program itself. Nothing is in sight until it entered a scope, and then only that. */
export interface WalkingTransaction extends Transaction {
  enter(scope: Scope): Promise<void>;
  /**
   * Streams rows in the text form of COPY into a temporary table that this transaction made; `target` is its name with its
   * columns. PostgreSQL refuses COPY into tables with row-level security: from there rows go on by INSERT.
   */
  copyInto(target: string, rows: Readable): Promise<void>;
}

/** The portal's database as its application role sees it. */
export interface Database {
  /**
   * The one way to rows of people. Opens a transaction, sets the scope for it alone, commits when `work` returns and rolls back
   * when it throws. Row-level security does the rest: without a scope there are no rows.
   */
  withContext<T>(scope: Scope, work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** As `withContext`, to read only: every statement sees the same moment, so that figures and rows agree while somebody publishes. */
  readSnapshot<T>(scope: Scope, work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** As `readSnapshot`, for more than memory should hold. */
  streamSnapshot<T>(scope: Scope, work: (transaction: Snapshot) => Promise<T>): Promise<T>;
  /**
   * One transaction over several instansi, one after the other, for the program itself: what it changes appears for all of them at
   * once. Each step still sees no more than the scope that it entered.
   */
  withContexts<T>(work: (transaction: WalkingTransaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** Connections at most. */
  readonly connections?: number;
  /** Told about connections that broke while nobody used them (a restarted server). */
  readonly onBroken?: (error: Error) => void;
}

/** What a request asks must not hold a connection for ever; work of minutes goes through `withContexts` and `streamSnapshot`. */
const LONGEST_STATEMENT_MS = 60_000;

export function openDatabase(
  url: string,
  { connections = 10, onBroken = () => undefined }: DatabaseOptions = {},
): Database {
  const settings = { connectionString: url, max: connections, connectionTimeoutMillis: 10_000 };
  // Statements that need no answer before the next are sent together; COPY cannot be, so long transactions have their own connections.
  const pool = new Pool({ ...settings, pipeline: true, statement_timeout: LONGEST_STATEMENT_MS });
  const walkers = new Pool(settings);
  for (const each of [pool, walkers]) each.on('error', onBroken);
  return {
    withContext: (scope, work) => inTransaction(pool, work, { scope }),
    readSnapshot: (scope, work) => inTransaction(pool, work, { scope, begin: SNAPSHOT }),
    streamSnapshot: (scope, work) => inTransaction(walkers, work, { scope, begin: SNAPSHOT }),
    withContexts: (work) => inTransaction(walkers, work),
    close: async () => {
      await Promise.all([pool.end(), walkers.end()]);
    },
  };
}

const SNAPSHOT = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';

async function inTransaction<T>(
  pool: Pool,
  work: (transaction: WalkingTransaction & Snapshot) => Promise<T>,
  { scope, begin = 'BEGIN' }: { readonly scope?: Scope; readonly begin?: string } = {},
): Promise<T> {
  const client = await pool.connect().catch((error: unknown) => {
    throw asOutage(error);
  });
  let isOpen = true;
  let broken: Error | undefined;
  // A connection that ends between two statements tells it so, and unheard it would end the program.
  const onLost = (error: Error): void => {
    broken = error;
  };
  client.on('error', onLost);
  const refuseClosed = (): void => {
    if (!isOpen) throw new Error('A transaction was used after its end');
  };
  try {
    // One statement each: several in one query do not reach the shards of a distributed database.
    await runAll(client, [begin, `SET LOCAL ROLE ${APPLICATION_ROLE}`, ...(scope ? contextOf(scope) : [])]);
    const value = await work({
      query: async (sql, values) => {
        refuseClosed();
        return rowsOf(client, sql, values);
      },
      copyOut: (sql) => {
        refuseClosed();
        return client.query(copyTo(`COPY (${sql}) TO STDOUT (FORMAT binary)`));
      },
      copyInto: async (target, rows) => {
        refuseClosed();
        await pipeline(rows, client.query(copyFrom(`COPY ${target} FROM STDIN`)));
      },
      enter: async (next) => {
        refuseClosed();
        await runAll(client, contextOf(next));
      },
    });
    isOpen = false;
    await client.query('COMMIT');
    return value;
  } catch (error) {
    isOpen = false;
    await client.query('ROLLBACK').catch((reason: Error) => {
      broken = reason;
    });
    throw asOutage(error);
  } finally {
    client.off('error', onLost);
    // A connection that could not be rolled back is closed: its next user must not find this one's scope.
    client.release(broken);
  }
}

/** Statements without answers, sent together where the connection allows it; all of them held when it returns. */
async function runAll(client: PoolClient, statements: readonly string[]): Promise<void> {
  if (client.pipeline) await Promise.all(statements.map((sql) => client.query(sql)));
  else for (const sql of statements) await client.query(sql);
}

async function rowsOf<Row extends object>(
  client: PoolClient,
  sql: string,
  values: readonly unknown[] = [],
): Promise<readonly Row[]> {
  const { rows } = await client.query<Row>(sql, [...values]);
  return rows;
}

/** `SET` takes no parameters, so the values are ours: a checked integer and a word of the type. */
function contextOf(scope: Scope): readonly string[] {
  if (scope.lingkup !== 'instansi')
    return ["SET LOCAL app.instansi = ''", `SET LOCAL app.lingkup = '${scope.lingkup}'`];
  if (!Number.isSafeInteger(scope.instansi) || scope.instansi <= 0)
    throw new Error('The code of an instansi is a number');
  return [`SET LOCAL app.instansi = '${scope.instansi}'`, "SET LOCAL app.lingkup = 'instansi'"];
}
