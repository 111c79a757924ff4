import { checkServerIdentity } from 'node:tls';
import { Client, type Connection, type QueryResultRow, type Submittable } from 'pg';
import { problem } from '#kernel/problem.ts';
import { SqlTableScanner } from '../sql/sql.ts';
import { sourceOf } from '../stream/byte-source.ts';
import { readBlocks } from '../stream/read-blocks.ts';
import type { LiveSession, RowBlock } from '../types.ts';
import type { Address } from './address.ts';
import { explainFault, LiveFault, refusal } from './faults.ts';
import type { LiveLimits } from './limits.ts';
import { passwordOf } from './passwords.ts';
import { type Controls, receive, type Receiver } from './receive.ts';
import {
  columnsQuery,
  type PostgresTable,
  quoteName,
  readCatalogue,
  RIGHTS_QUERY,
  settingsQuery,
} from './postgres-catalogue.ts';
import type { LiveOptions } from './session.ts';
import { readCertificate } from './tls.ts';

export interface OpenedPostgres {
  readonly session: LiveSession;
  readonly tables: readonly PostgresTable[];
}

/** Logs in to PostgreSQL, makes sure that the account can only read, and takes a snapshot. Throws `RefusedFile`. */
export async function openPostgres(
  address: Address,
  limits: LiveLimits,
  options: LiveOptions,
): Promise<OpenedPostgres> {
  let client: Client | undefined;
  try {
    client = await logIn(address, limits);
    await client.query(settingsQuery(limits));
    await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const [rights] = await ask<{ hak: string | null }>(client, RIGHTS_QUERY);
    if (rights?.hak) throw refusal('BASIS_BOLEH_MENULIS', address, { hak: rights.hak });
    const [version] = await ask<{ version: string }>(client, "SELECT current_setting('server_version_num') AS version");
    const tables = readCatalogue(await ask(client, columnsQuery(Number(version?.version))), options.isSecret);
    return { session: new PostgresSession(client, address, limits, options, tables), tables };
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

class PostgresSession implements LiveSession {
  readonly #client: Client;
  readonly #address: Address;
  readonly #limits: LiveLimits;
  readonly #options: LiveOptions;
  readonly #tables: ReadonlyMap<string, PostgresTable>;
  #isReading = false;

  constructor(
    client: Client,
    address: Address,
    limits: LiveLimits,
    options: LiveOptions,
    tables: readonly PostgresTable[],
  ) {
    this.#client = client;
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
      // What fails, or is stopped, is undone up to here; the snapshot stays.
      await this.#client.query('SAVEPOINT baca');
      const milliseconds = limit === undefined ? this.#limits.table : this.#limits.question;
      await this.#client.query(`SET LOCAL statement_timeout = ${milliseconds}`);
      const query = limit === undefined ? table.query : `${table.query} LIMIT ${limit}`;
      // The lines of COPY are those of a dump, so they are read as one.
      const cut = problem('BARIS_RUSAK');
      const scanner = new SqlTableScanner({ ...table, sample: [] }, false, cut);
      const head = Buffer.from(`COPY ${quoteName(name)} FROM stdin;\n`);
      yield* readBlocks(sourceOf(this.#copy(query, head)), scanner, { cut });
    } catch (error) {
      const reason = named(error);
      throw signal?.aborted ? refusal('BASIS_DIBATALKAN', this.#address) : explainFault(reason, this.#address, name);
    } finally {
      await this.#client.query('ROLLBACK TO SAVEPOINT baca').catch(() => undefined);
      this.#isReading = false;
    }
  }

  /** The bytes of a COPY between the lines that a dump puts around them. */
  async *#copy(query: string, head: Buffer): AsyncGenerator<Buffer> {
    yield head;
    const batches = receive((receiver) => this.#start(`COPY (${query}) TO STDOUT`, receiver), {
      signal: this.#options.signal,
      silence: this.#limits.silence,
      patience: this.#limits.connect,
      cancelled: () => refusal('BASIS_DIBATALKAN', this.#address),
    });
    for await (const { bytes, length } of batches) yield bytes.subarray(0, length);
    yield Buffer.from('\\.\n');
  }

  #start(text: string, receiver: Receiver): Controls {
    const { stream } = socketOf(this.#client);
    this.#client.query(new CopyQuery(text, receiver));
    return { pause: () => stream.pause(), resume: () => stream.resume(), stop: () => this.#cancel() };
  }

  async #cancel(): Promise<void> {
    const { processID } = this.#client as unknown as { processID: number };
    try {
      const second = await logIn(this.#address, this.#limits);
      try {
        await second.query('SELECT pg_cancel_backend($1)', [processID]);
      } finally {
        await second.end();
      }
    } catch {
      // Without its reader the server ends the query as soon as it wants to send a row.
      await this.close();
    }
  }

  async close(): Promise<void> {
    socketOf(this.#client).stream.destroy();
    return Promise.resolve();
  }
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
