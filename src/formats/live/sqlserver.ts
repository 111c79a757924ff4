import { RowCollector } from '../stream/row-collector.ts';
import type { Address } from './address.ts';
import { explainFault, LiveFault, refusal } from './faults.ts';
import type { LiveLimits } from './limits.ts';
import { blockOf } from './packet-rows.ts';
import { passwordOf } from './passwords.ts';
import type { Controls, Receiver } from './receive.ts';
import { createSession, type LiveOptions, type OpenedDatabase, type Reader } from './session.ts';
import {
  columnsQuery,
  firstOf,
  KEYS_QUERY,
  readCatalogue,
  RIGHTS_QUERY,
  STATE_QUERY,
  TABLE_RIGHTS_QUERY,
  writingRights,
} from './sqlserver-catalogue.ts';
import { type Driver, type DriverConnection, loadDriver } from './sqlserver-driver.ts';
import { named } from './sqlserver-faults.ts';
import { RowEncoder, textOf } from './sqlserver-rows.ts';
import { readCertificate } from './tls.ts';

/** A driver and its connection to one server. */
interface Line {
  readonly driver: Driver;
  readonly connection: DriverConnection;
}

/** Logs in to SQL Server, makes sure that the account can only read, and takes a snapshot. Throws `RefusedFile`. */
export async function openSqlserver(
  address: Address,
  limits: LiveLimits,
  options: LiveOptions,
): Promise<OpenedDatabase> {
  const driver = await loadDriver();
  if (!driver) throw refusal('BASIS_TANPA_PEMBACA', address, { perintah: 'npm run pasang:sqlserver' });
  let line: Line | undefined;
  try {
    line = { driver, connection: await logIn(driver, address, limits) };
    const { connection } = line;
    const question = (sql: string): Promise<readonly (readonly string[])[]> => ask({ driver, connection }, sql, limits);
    const inDatabase = writingRights((await question(RIGHTS_QUERY)).map(([right = '']) => right));
    const hak = inDatabase ?? (await question(TABLE_RIGHTS_QUERY))[0]?.[0];
    if (hak !== undefined) throw refusal('BASIS_BOLEH_MENULIS', address, { hak });
    const [[snapshot, updateability, maskings] = []] = await question(STATE_QUERY);
    // Rows that nobody can write, or of a copy that only follows, are seen as of one moment without being asked.
    const isFixed = updateability === 'READ_ONLY';
    const hasSnapshot = snapshot === '1' && !isFixed;
    if (!hasSnapshot && !isFixed && address.potret) throw refusal('BASIS_TANPA_POTRET', address);
    const columns = await question(columnsQuery(maskings === '2'));
    const tables = readCatalogue(columns, await question(KEYS_QUERY), options.isSecret);
    const level = hasSnapshot ? 'SNAPSHOT' : 'READ COMMITTED';
    await question(
      `SET NOCOUNT ON; SET XACT_ABORT OFF; SET LOCK_TIMEOUT ${limits.lock}; SET DEADLOCK_PRIORITY LOW; SET TRANSACTION ISOLATION LEVEL ${level}`,
    );
    return { session: createSession(address, limits, options, tables, createReader(line)), tables };
  } catch (error) {
    line?.connection.close();
    throw explainFault(named(error), address);
  }
}

async function logIn(driver: Driver, address: Address, limits: LiveLimits): Promise<DriverConnection> {
  const { tls, host, port, nama, akun, basis } = address;
  const ca = tls ? readCertificate(address) : undefined;
  const connection = new driver.Connection({
    server: host,
    authentication: { type: 'default', options: { userName: akun, password: passwordOf(address) } },
    options: {
      port,
      database: basis,
      // The driver logs in nowhere without encryption once it was told to encrypt.
      encrypt: tls,
      trustServerCertificate: false,
      serverName: nama,
      cryptoCredentialsDetails: ca === undefined ? {} : { ca },
      readOnlyIntent: true,
      appName: 'portal-pelayanan-kepegawaian',
      connectTimeout: limits.connect,
      // Each question has a clock of its own: the driver's stops at the first row.
      requestTimeout: 0,
      cancelTimeout: limits.connect,
      maxRetriesOnTransientErrors: 0,
      packetSize: 16_384,
    },
  });
  // A server may end a session that nobody is asking anything; the next question finds out.
  connection.on('error', () => undefined);
  // A refused login tells its number only here, the reason before the refusal.
  let first: number | undefined;
  connection.on('errorMessage', ({ number }) => {
    first ??= number;
  });
  await new Promise<void>((resolve, reject) => {
    connection.connect((error) => {
      if (error) reject(named(error, { isConnecting: true, number: first, isEncrypted: tls }));
      else resolve();
    });
  });
  return connection;
}

/** A question with a short answer, as texts. */
async function ask(line: Line, sql: string, { question }: LiveLimits): Promise<readonly (readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  await new Promise<void>((resolve, reject) => {
    const request = run(line, sql, question, (error) => (error ? reject(error) : resolve()));
    request.on('row', (cells) => {
      rows.push(cells.map(({ value }) => (value === null ? '' : textOf(value, undefined))));
    });
  });
  return rows;
}

/** Starts a statement and stops it at the server once its time is over. */
function run(
  { driver, connection }: Line,
  sql: string,
  milliseconds: number,
  onEnd: (error?: Error) => void,
): InstanceType<Driver['Request']> {
  let isLate = false;
  const request = new driver.Request(sql, (error) => {
    clearTimeout(timer);
    onEnd(isLate ? new LiveFault('ER_QUERY_TIMEOUT') : (error ?? undefined));
  });
  const timer = setTimeout(() => {
    isLate = true;
    request.cancel();
  }, milliseconds);
  connection.execSqlBatch(request);
  return request;
}

/** The snapshot lasts as long as its transaction, which the server may have ended together with a view that failed. */
const IN_TRANSACTION = 'IF @@TRANCOUNT = 0 BEGIN TRANSACTION; ';

function createReader(line: Line): Reader {
  const start = (sql: string, types: readonly string[], time: number, receiver: Receiver): Controls => {
    const encoder = new RowEncoder(types);
    const request = run(line, sql, time, (error) => receiver.end(error));
    request.on('row', (cells) => {
      const bytes = encoder.encode(cells);
      receiver.add(bytes, 0, bytes.length);
    });
    return {
      pause: () => request.pause(),
      resume: () => request.resume(),
      // The driver sends the server's own sign to stop; the transaction and its snapshot stay.
      stop: () => Promise.resolve(request.cancel()),
    };
  };
  return {
    async *rows({ table, limit, time, receive }) {
      const sql = IN_TRANSACTION + (limit === undefined ? table.query : firstOf(table.query, limit));
      const rows = new RowCollector(table.columns.length);
      const batches = receive((receiver) => start(sql, table.types, time, receiver));
      for await (const batch of batches) yield blockOf(batch, rows);
    },
    named: (error) => named(error),
    close: () => line.connection.close(),
  };
}
