import { checkServerIdentity } from 'node:tls';
import { Client, type Connection, type QueryResultRow, type Submittable } from 'pg';
import { problem } from '#kernel/problem.ts';
import { SqlTableScanner } from '../sql/sql.ts';
import { sourceOf } from '../stream/byte-source.ts';
import { readBlocks } from '../stream/read-blocks.ts';
import type { Address } from './address.ts';
import { explainFault, LiveFault, refusal } from './faults.ts';
import type { LiveLimits } from './limits.ts';
import { passwordOf } from './passwords.ts';
import type { PacketBatch } from './packet-batch.ts';
import type { Controls, Receiver } from './receive.ts';
import { columnsQuery, quoteName, readCatalogue, RIGHTS_QUERY, settingsQuery } from './postgres-catalogue.ts';
import { createSession, type LiveOptions, type OpenedDatabase, type Reader } from './session.ts';
import { readCertificate } from './tls.ts';

/** Logs in to PostgreSQL, makes sure that the account can only read, and takes a snapshot. Throws `RefusedFile`. */
export async function openPostgres(
  address: Address,
  limits: LiveLimits,
  options: LiveOptions,
): Promise<OpenedDatabase> {
  let client: Client | undefined;
  try {
    client = await logIn(address, limits);
    await client.query(settingsQuery(limits));
    await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const [rights] = await ask<{ hak: string | null }>(client, RIGHTS_QUERY);
    if (rights?.hak) throw refusal('BASIS_BOLEH_MENULIS', address, { hak: rights.hak });
    const [version] = await ask<{ version: string }>(client, "SELECT current_setting('server_version_num') AS version");
    const tables = readCatalogue(await ask(client, columnsQuery(Number(version?.version))), options.isSecret);
    return { session: createSession(address, limits, options, tables, createReader(client, address, limits)), tables };
  } catch (error) {
    await client?.end().catch(() => undefined);
    throw explainFault(named(error), address);
  }
}

async function logIn(address: Address, limits: LiveLimits): Promise<Client> {
  const { tls, host, port, nama, akun, basis } = address;
  const ca = tls ? readCertificate(address) : undefined;
  const client = new Client({
    host,
    port,
    user: akun,
    database: basis,
    // A function keeps the driver from looking for passwords in its own places.
    password: () => passwordOf(address),
    connectionTimeoutMillis: limits.connect,
    keepAlive: true,
    client_encoding: 'UTF8',
    application_name: 'portal-pelayanan-kepegawaian',
    ssl: tls && {
      rejectUnauthorized: true,
      checkServerIdentity: (_host, certificate) => checkServerIdentity(nama, certificate),
      ...(ca === undefined ? {} : { ca }),
    },
  });
  // A server may end a session that nobody is asking anything; the next question finds out.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** The driver's own errors have sentences but no codes. */
function named(error: unknown): unknown {
  if (!(error instanceof Error) || ('code' in error && error.code !== undefined)) return error;
  if (error.message.includes('not support SSL')) return new LiveFault('NO_TLS');
  if (error.message.startsWith('SASL') || error.message.includes('password')) return new LiveFault('SASL');
  if (/timeout expired/.test(error.message)) return new LiveFault('ETIMEDOUT');
  return /terminated|closed|not queryable|premature/i.test(error.message) ? new LiveFault('LOST') : error;
}

async function ask<Row extends QueryResultRow>(client: Client, sql: string): Promise<readonly Row[]> {
  const { rows } = await client.query<Row>(sql);
  return rows;
}

function createReader(client: Client, address: Address, limits: LiveLimits): Reader {
  const { stream } = socketOf(client);
  const start = (text: string, receiver: Receiver): Controls => {
    client.query(new CopyQuery(text, receiver));
    return { pause: () => stream.pause(), resume: () => stream.resume(), stop: cancel };
  };
  const cancel = async (): Promise<void> => {
    const { processID } = client as unknown as { processID: number };
    try {
      const second = await logIn(address, limits);
      try {
        await second.query('SELECT pg_cancel_backend($1)', [processID]);
      } finally {
        await second.end();
      }
    } catch {
      // Without its reader the server ends the query as soon as it wants to send a row.
      stream.destroy();
    }
  };
  return {
    async *rows({ table, limit, time, receive }) {
      // What fails, or is stopped, is undone up to here; the snapshot stays.
      await client.query('SAVEPOINT baca');
      await client.query(`SET LOCAL statement_timeout = ${time}`);
      const query = limit === undefined ? table.query : `${table.query} LIMIT ${limit}`;
      const batches = receive((receiver) => start(`COPY (${query}) TO STDOUT`, receiver));
      // The lines of COPY are those of a dump, so they are read as one.
      const cut = problem('BARIS_RUSAK');
      const scanner = new SqlTableScanner({ ...table, sample: [] }, false, cut);
      yield* readBlocks(sourceOf(asDump(table.name, batches)), scanner, { cut });
    },
    settle: () => client.query('ROLLBACK TO SAVEPOINT baca').then(ignore, ignore),
    named,
    close: () => stream.destroy(),
  };
}

const ignore = (): void => undefined;

/** The bytes of a COPY between the lines that a dump puts around them. */
async function* asDump(table: string, batches: AsyncIterable<PacketBatch>): AsyncGenerator<Buffer> {
  yield Buffer.from(`COPY ${quoteName(table)} FROM stdin;\n`);
  for await (const { bytes, length } of batches) yield bytes.subarray(0, length);
  yield Buffer.from('\\.\n');
}

interface Socket {
  pause(): void;
  resume(): void;
  destroy(): void;
}

const socketOf = (client: Client): { readonly stream: Socket } =>
  (client as unknown as { connection: { stream: Socket } }).connection;

/** A COPY as the driver wants a query of one's own: it hands on each message, which is one line. */
class CopyQuery implements Submittable {
  readonly #text: string;
  readonly #receiver: Receiver;

  constructor(text: string, receiver: Receiver) {
    this.#text = text;
    this.#receiver = receiver;
  }

  submit(connection: Connection): void {
    connection.query(this.#text);
  }

  handleCopyData({ chunk }: { readonly chunk: Uint8Array }): void {
    this.#receiver.add(chunk, 0, chunk.length);
  }

  /** The driver forgets a query that failed. */
  handleError(error: Error): void {
    this.#receiver.end(error);
  }

  handleReadyForQuery(): void {
    this.#receiver.end();
  }

  handleCommandComplete(): void {
    // The server is ready for the next query right afterwards.
  }
}
