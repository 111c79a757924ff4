import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '#platform';
import { askShared } from './shared.ts';

/** What a test does at a database server of this machine. */
export interface DatabaseClient {
  /** Runs a dump in a new, empty database; throws with what the server says. */
  load(database: string, dump: Buffer): void;
  /** Runs statements in a database as they stand; throws with what the server says. */
  run(database: string, statements: Buffer): void;
  /** The whole database as its own tool writes it. */
  dump(database: string): Buffer;
  /** Rows of a query as texts; NULL is an empty text. */
  query(database: string, sql: string): readonly (readonly string[])[];
  /** On the loopback address. */
  readonly port: number;
}

/** Where a server of this machine is found; a plain value that other processes can use as well. */
export interface ServerPlace {
  /** The folder of its socket. */
  readonly folder: string;
  readonly port: number;
}

/** A server of a test's own. */
export interface DatabaseServer extends DatabaseClient {
  readonly place: ServerPlace;
  stop(): Promise<void>;
}

/** Files of a certificate and its key, with which a server offers TLS. */
export interface ServerTls {
  readonly certificate: string;
  readonly key: string;
}

/** The MariaDB of this run: one for all test files, which keep apart by the names of databases and accounts. */
export async function sharedMariadb(): Promise<DatabaseClient> {
  return mariadbAt(await askShared({ jenis: 'mariadb' }));
}

/** The PostgreSQL of this run. */
export async function sharedPostgres(): Promise<DatabaseClient> {
  return postgresAt(await askShared({ jenis: 'postgres' }));
}

const execute = promisify(execFile);

const FOLDERS = ['/usr/sbin', '/usr/bin', '/usr/local/bin', '/usr/local/sbin', ...postgresFolders()];

function postgresFolders(): string[] {
  const base = '/usr/lib/postgresql';
  return existsSync(base) ? readdirSync(base).map((version) => join(base, version, 'bin')) : [];
}

/** Full path of a program; undefined where the machine has none. */
function find(...names: readonly string[]): string | undefined {
  return names.flatMap((name) => FOLDERS.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

const MARIADB = {
  server: find('mariadbd', 'mysqld'),
  install: find('mariadb-install-db', 'mysql_install_db'),
  client: find('mariadb', 'mysql'),
  dump: find('mariadb-dump', 'mysqldump'),
};
const POSTGRES = {
  server: find('postgres'),
  install: find('initdb'),
  client: find('psql'),
  dump: find('pg_dump'),
};

export const hasMariadb = Object.values(MARIADB).every((path) => path !== undefined);
export const hasPostgres = Object.values(POSTGRES).every((path) => path !== undefined) && postgresUser() !== undefined;

/** PostgreSQL refuses to run as root: there it runs as its own user, where the machine has one. */
function postgresUser(): { readonly uid?: number; readonly gid?: number } | undefined {
  if (process.getuid?.() !== 0) return {};
  const id = spawnSync('id', ['-u', 'postgres'], { encoding: 'utf8' });
  const group = spawnSync('id', ['-g', 'postgres'], { encoding: 'utf8' });
  return id.status === 0 ? { uid: Number(id.stdout), gid: Number(group.stdout) } : undefined;
}

/** Options as they are, but for strictness: a dump brings its own SQL_MODE, as the tools write it. */
export async function startMariadb(tls?: ServerTls): Promise<DatabaseServer> {
  const { server = '', install = '' } = MARIADB;
  const folder = mkdtempSync(join(tmpdir(), 'maria-'));
  const port = await freePort();
  const data = join(folder, 'data');
  const asRoot = process.getuid?.() === 0 ? ['--user=root'] : [];
  const made = ['--no-defaults', `--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db'];
  await execute(install, [...made, ...asRoot]);
  const child = spawn(
    server,
    [
      '--no-defaults',
      `--datadir=${data}`,
      `--socket=${socketIn(folder)}`,
      `--pid-file=${join(folder, 'pid')}`,
      `--port=${port}`,
      '--bind-address=127.0.0.1',
      ...(tls ? [`--ssl-cert=${tls.certificate}`, `--ssl-key=${tls.key}`] : ['--skip-ssl']),
      '--innodb-buffer-pool-size=32M',
      '--innodb-flush-log-at-trx-commit=0',
      ...asRoot,
    ],
    { stdio: 'ignore' },
  );
  const place = { folder, port };
  const database = mariadbAt(place);
  await untilReady(() => database.query('mysql', 'select 1'));
  return { ...database, place, stop: () => stop(child, 'SIGTERM', folder) };
}

const socketIn = (folder: string): string => join(folder, 's');

function mariadbAt({ folder, port }: ServerPlace): DatabaseClient {
  const { client = '', dump = '' } = MARIADB;
  const account = ['--no-defaults', '--default-character-set=utf8mb4', `--socket=${socketIn(folder)}`, '-uroot'];
  const call = (args: readonly string[], input?: Buffer): string => run(client, [...account, ...args], input);
  return {
    port,
    load: (database, bytes) => {
      call(['-e', `create database \`${database}\``]);
      call([database], bytes);
    },
    run: (database, statements) => void call([database], statements),
    dump: (database) => Buffer.from(run(dump, [...account, '--skip-dump-date', '--skip-comments', database])),
    query: (database, sql) => tabbed(call([database, '-N', '-B', '-e', sql])),
  };
}

export async function startPostgres(tls?: ServerTls): Promise<DatabaseServer> {
  const { server = '', install = '' } = POSTGRES;
  const folder = mkdtempSync(join(tmpdir(), 'pg-'));
  const port = await freePort();
  const user = postgresUser() ?? {};
  const data = join(folder, 'data');
  mkdirSync(data);
  for (const each of [folder, data])
    if (user.uid !== undefined && user.gid !== undefined) chownSync(each, user.uid, user.gid);
  const options = { cwd: folder, ...user };
  const made = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  await execute(install, made, options);
  // Over the network accounts give passwords; through the socket nobody has to.
  writeFileSync(join(data, 'pg_hba.conf'), 'local all all trust\nhost all all 127.0.0.1/32 scram-sha-256\n');
  const network = ['listen_addresses=127.0.0.1', `port=${port}`];
  const secure = tls ? ['ssl=on', `ssl_cert_file=${tls.certificate}`, `ssl_key_file=${tls.key}`] : [];
  const settings = [...network, ...secure, 'fsync=off'].flatMap((setting) => ['-c', setting]);
  const child = spawn(server, ['-D', data, '-k', folder, ...settings], { ...options, stdio: 'ignore' });
  const place = { folder, port };
  const database = postgresAt(place);
  await untilReady(() => database.query('postgres', 'select 1'));
  return { ...database, place, stop: () => stop(child, 'SIGINT', folder) };
}

function postgresAt({ folder, port }: ServerPlace): DatabaseClient {
  const { client = '', dump = '' } = POSTGRES;
  const place = ['-h', folder, '-p', String(port), '-U', 'postgres'];
  const call = (args: readonly string[], input?: Buffer): string =>
    run(client, ['-X', '-q', '-v', 'ON_ERROR_STOP=1', ...place, ...args], input);
  return {
    port,
    load: (database, bytes) => {
      call(['-c', `create database "${database}"`]);
      call(['-d', database, '-f', '-'], bytes);
    },
    run: (database, statements) => void call(['-d', database, '-f', '-'], statements),
    dump: (database) =>
      // Every dump of the newer versions is locked by a word of its own.
      Buffer.from(run(dump, [...place, database]).replace(/^\\(?:un)?restrict .*$/gm, '')),
    query: (database, sql) => tabbed(call(['-d', database, '-A', '-t', '-F', '\t', '-c', sql])),
  };
}

function run(program: string, args: readonly string[], input?: Buffer): string {
  const result = spawnSync(program, [...args], { input: input ?? '', encoding: 'utf8', maxBuffer: 1 << 28 });
  if (result.status !== 0) throw new Error(result.stderr.slice(-600));
  return result.stdout;
}

const tabbed = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));

async function untilReady(probe: () => void): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      probe();
      return;
    } catch (error) {
      if (attempt > 150) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

async function stop(child: ChildProcess, signal: 'SIGTERM' | 'SIGINT', folder: string): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await gone;
  rmSync(folder, { recursive: true, force: true });
}
