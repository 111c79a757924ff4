import { connect as connectSocket } from 'node:net';
import { createConnection, type Connection } from 'mysql2';
import { RowCollector } from '../stream/row-collector.ts';
import type { LiveSession, RowBlock } from '../types.ts';
import type { Address } from './address.ts';
import { codeOf, explainFault, refusal } from './faults.ts';
import type { LiveLimits } from './limits.ts';
import { COLUMNS_QUERY, KEYS_QUERY, type MysqlTable, readCatalogue, writingRights } from './mysql-catalogue.ts';
import { blockOf } from './mysql-rows.ts';
import { passwordOf } from './passwords.ts';
import { type Controls, receive, type Receiver } from './receive.ts';
import type { LiveOptions } from './session.ts';
import { readCertificate } from './tls.ts';

export interface OpenedMysql {
  readonly session: LiveSession;
  readonly tables: readonly MysqlTable[];
}

/** Logs in to MySQL or MariaDB, makes sure that the account can only read, and takes a snapshot. Throws `RefusedFile`. */
export async function openMysql(address: Address, limits: LiveLimits, options: LiveOptions): Promise<OpenedMysql> {
  let connection: Connection | undefined;
  try {
    connection = await logIn(address, limits);
    const writing = writingRights((await ask(connection, 'SHOW GRANTS')).map(([line = '']) => line));
    if (writing !== undefined) throw refusal('BASIS_BOLEH_MENULIS', address, { hak: writing });
    await takeSnapshot(connection, limits);
    const columns = await ask(connection, COLUMNS_QUERY);
    const tables = readCatalogue(columns, await ask(connection, KEYS_QUERY), options.isSecret);
    return { session: new MysqlSession(connection, address, limits, options, tables), tables };
  } catch (error) {
    connection?.destroy();
    throw explainFault(error, address);
  }
}

async function logIn(address: Address, limits: LiveLimits): Promise<Connection> {
  const { tls, host, port, nama, akun, basis } = address;
  const ca = tls ? readCertificate(address) : undefined;
  const connection = createConnection({
    // The driver checks the certificate against this name; the socket goes where the address says.
    host: nama,
    stream: () => connectSocket(port, host).setNoDelay(true),
    user: akun,
    password: passwordOf(address),
    database: basis,
    charset: 'utf8mb4',
    connectTimeout: limits.connect,
    flags: ['-LOCAL_FILES'],
    ...(tls ? { ssl: { rejectUnauthorized: true, verifyIdentity: true, ...(ca === undefined ? {} : { ca }) } } : {}),
  });
  // A server may end a session that nobody is asking anything; the next question finds out.
  connection.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    connection.connect((error) => (error ? reject(error) : resolve()));
  });
  return connection;
}

async function takeSnapshot(connection: Connection, limits: LiveLimits): Promise<void> {
  const seconds = (milliseconds: number): number => Math.ceil(milliseconds / 1_000);
  await ask(
    connection,
    `SET SESSION sql_mode = '', lock_wait_timeout = ${seconds(limits.lock)}, net_write_timeout = ${seconds(limits.table)}, wait_timeout = ${seconds(limits.idle)}`,
  );
  await ask(connection, 'SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ');
  await limitStatements(connection, limits.question);
  // Servers before MySQL 5.6 and MariaDB 10.0 know no READ ONLY; that the account cannot write was seen before.
  await unless('ER_PARSE_ERROR', ask(connection, 'START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY'), () =>
    ask(connection, 'START TRANSACTION WITH CONSISTENT SNAPSHOT'),
  );
}

/** The server itself ends a statement that takes longer. MariaDB counts seconds, MySQL milliseconds, old ones nothing. */
async function limitStatements(connection: Connection, milliseconds: number): Promise<void> {
  await unless(
    'ER_UNKNOWN_SYSTEM_VARIABLE',
    ask(connection, `SET SESSION max_statement_time = ${milliseconds / 1_000}`),
    () =>
      unless('ER_UNKNOWN_SYSTEM_VARIABLE', ask(connection, `SET SESSION max_execution_time = ${milliseconds}`), () =>
        Promise.resolve(),
      ),
  );
}

/** What a promise brings, or what is done where it fails in this one way. */
async function unless(code: string, first: Promise<unknown>, otherwise: () => Promise<unknown>): Promise<void> {
  try {
    await first;
  } catch (error) {
    if (codeOf(error) !== code) throw error;
    await otherwise();
  }
}

/** A question with a short answer, as texts. */
function ask(connection: Connection, sql: string): Promise<readonly (readonly string[])[]> {
  return new Promise((resolve, reject) => {
    connection.query({ sql, rowsAsArray: true }, (error, rows) => {
      if (error) reject(error);
      else resolve(Array.isArray(rows) ? rows.map((row) => (Array.isArray(row) ? row.map(textOf) : [])) : []);
    });
  });
}

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint' ? String(value) : '';

/** What the driver hands its command for every row; its own way of a Buffer for each cell costs five times as much. */
interface RowPacket {
  readonly buffer: Uint8Array;
  readonly offset: number;
  readonly end: number;
  isEOF(): boolean;
}

interface RowCommand {
  row(packet: RowPacket, connection: unknown): unknown;
  once(event: 'error', listener: (error: Error) => void): unknown;
  once(event: 'end', listener: () => void): unknown;
}

class MysqlSession implements LiveSession {
  readonly #connection: Connection;
  readonly #address: Address;
  readonly #limits: LiveLimits;
  readonly #options: LiveOptions;
  readonly #tables: ReadonlyMap<string, MysqlTable>;
  #isReading = false;

  constructor(
    connection: Connection,
    address: Address,
    limits: LiveLimits,
    options: LiveOptions,
    tables: readonly MysqlTable[],
  ) {
    this.#connection = connection;
    this.#address = address;
    this.#limits = limits;
    this.#options = options;
    this.#tables = new Map(tables.map((table) => [table.name, table]));
  }

  async *rows({ name }: { readonly name: string }, limit?: number): AsyncGenerator<RowBlock> {
    const table = this.#tables.get(name);
    if (!table) return;
    if (this.#isReading) throw new Error('A session reads one table at a time');
    this.#isReading = true;
    const { signal } = this.#options;
    try {
      if (signal?.aborted) throw refusal('BASIS_DIBATALKAN', this.#address);
      await limitStatements(this.#connection, limit === undefined ? this.#limits.table : this.#limits.question);
      const sql = limit === undefined ? table.query : `${table.query} LIMIT ${limit}`;
      yield* this.#stream(sql, table.columns.length);
    } catch (error) {
      throw signal?.aborted ? refusal('BASIS_DIBATALKAN', this.#address) : explainFault(error, this.#address, name);
    } finally {
      this.#isReading = false;
    }
  }

  async *#stream(sql: string, columns: number): AsyncGenerator<RowBlock> {
    const rows = new RowCollector(columns);
    const batches = receive((receiver) => this.#start(sql, receiver), {
      signal: this.#options.signal,
      silence: this.#limits.silence,
      patience: this.#limits.connect,
      cancelled: () => refusal('BASIS_DIBATALKAN', this.#address),
    });
    for await (const batch of batches) yield blockOf(batch, rows);
  }

  #start(sql: string, receiver: Receiver): Controls {
    const { stream } = this.#connection as unknown as { stream: { pause(): void; resume(): void } };
    const command = this.#connection.query({ sql, rowsAsArray: true, typeCast: false }) as unknown as RowCommand;
    const finish = command.row.bind(command);
    const takeRow = (packet: RowPacket, connection: unknown): unknown => {
      if (packet.isEOF()) return finish(packet, connection);
      receiver.add(packet.buffer, packet.offset, packet.end);
      return takeRow;
    };
    command.row = takeRow;
    command.once('error', (error) => receiver.end(error));
    command.once('end', () => receiver.end());
    // The loss of the line is told to the connection only.
    this.#connection.once('error', (error) => receiver.end(error));
    return { pause: () => stream.pause(), resume: () => stream.resume(), stop: () => this.#kill() };
  }

  async #kill(): Promise<void> {
    const { threadId } = this.#connection;
    try {
      const second = await logIn(this.#address, this.#limits);
      try {
        await ask(second, `KILL QUERY ${threadId}`);
      } finally {
        second.destroy();
      }
    } catch {
      // Without its reader the server ends the query as soon as it wants to send a row.
      this.#connection.destroy();
    }
  }

  async close(): Promise<void> {
    this.#connection.destroy();
    return Promise.resolve();
  }
}
