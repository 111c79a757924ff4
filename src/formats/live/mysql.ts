import { connect as connectSocket } from 'node:net';
import { createConnection, type Connection } from 'mysql2';
import { RowCollector } from '../stream/row-collector.ts';
import type { Address } from './address.ts';
import { codeOf, explainFault, refusal } from './faults.ts';
import type { LiveLimits } from './limits.ts';
import { COLUMNS_QUERY, KEYS_QUERY, readCatalogue, writingRights } from './mysql-catalogue.ts';
import { blockOf } from './packet-rows.ts';
import { passwordOf } from './passwords.ts';
import type { Controls, Receiver } from './receive.ts';
import { createSession, type LiveOptions, type OpenedDatabase, type Reader } from './session.ts';
import { readCertificate } from './tls.ts';

/** Logs in to MySQL or MariaDB, makes sure that the account can only read, and takes a snapshot. Throws `RefusedFile`. */
export async function openMysql(address: Address, limits: LiveLimits, options: LiveOptions): Promise<OpenedDatabase> {
  let connection: Connection | undefined;
  try {
    connection = await logIn(address, limits);
    const writing = writingRights((await ask(connection, 'SHOW GRANTS')).map(([line = '']) => line));
    if (writing !== undefined) throw refusal('BASIS_BOLEH_MENULIS', address, { hak: writing });
    await takeSnapshot(connection, limits);
    const columns = await ask(connection, COLUMNS_QUERY);
    const tables = readCatalogue(columns, await ask(connection, KEYS_QUERY), options.isSecret);
    return {
      session: createSession(address, limits, options, tables, createReader(connection, address, limits)),
      tables,
    };
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

function createReader(connection: Connection, address: Address, limits: LiveLimits): Reader {
  let current: Receiver | undefined;
  // The loss of the line is told to the connection only.
  connection.on('error', (error) => current?.end(error));
  const start = (sql: string, receiver: Receiver): Controls => {
    const { stream } = connection as unknown as { stream: { pause(): void; resume(): void } };
    const command = connection.query({ sql, rowsAsArray: true, typeCast: false }) as unknown as RowCommand;
    const finish = command.row.bind(command);
    const takeRow = (packet: RowPacket, from: unknown): unknown => {
      if (packet.isEOF()) return finish(packet, from);
      receiver.add(packet.buffer, packet.offset, packet.end);
      return takeRow;
    };
    command.row = takeRow;
    command.once('error', (error) => receiver.end(error));
    command.once('end', () => receiver.end());
    current = receiver;
    return { pause: () => stream.pause(), resume: () => stream.resume(), stop: kill };
  };
  const kill = async (): Promise<void> => {
    try {
      const second = await logIn(address, limits);
      try {
        await ask(second, `KILL QUERY ${connection.threadId}`);
      } finally {
        second.destroy();
      }
    } catch {
      // Without its reader the server ends the query as soon as it wants to send a row.
      connection.destroy();
    }
  };
  return {
    async *rows({ table, limit, time, receive }) {
      await limitStatements(connection, time);
      const sql = limit === undefined ? table.query : `${table.query} LIMIT ${limit}`;
      const rows = new RowCollector(table.columns.length);
      for await (const batch of receive((receiver) => start(sql, receiver))) yield blockOf(batch, rows);
    },
    close: () => connection.destroy(),
  };
}
