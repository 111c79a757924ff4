import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A database server of this machine, started in a folder of its own; without a network unless it is asked for. */
export interface DatabaseServer {
  /** Runs a dump in a new, empty database; throws with what the server says. */
  load(database: string, dump: Buffer): void;
  /** Runs statements in a database as they stand; throws with what the server says. */
  run(database: string, statements: Buffer): void;
  /** The whole database as its own tool writes it. */
  dump(database: string): Buffer;
  /** Rows of a query as texts; NULL is an empty text. */
  query(database: string, sql: string): readonly (readonly string[])[];
  stop(): Promise<void>;
}

/** How a server is started. */
export interface ServerOptions {
  /** Port on the loopback address; none unless told. */
  readonly port?: number;
  /** Files of a certificate and its key, with which the server offers TLS. */
  readonly tls?: { readonly certificate: string; readonly key: string };
}

/** A port that nobody listens at. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

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
export async function startMariadb({ port, tls }: ServerOptions = {}): Promise<DatabaseServer> {
  const { server = '', install = '', client = '', dump = '' } = MARIADB;
  const folder = mkdtempSync(join(tmpdir(), 'maria-'));
  const data = join(folder, 'data');
  const socket = join(folder, 's');
  const asRoot = process.getuid?.() === 0 ? ['--user=root'] : [];
  execFileSync(
    install,
    ['--no-defaults', `--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db', ...asRoot],
    { stdio: 'ignore' },
  );
  const child = spawn(
    server,
    [
      '--no-defaults',
      `--datadir=${data}`,
      `--socket=${socket}`,
      `--pid-file=${join(folder, 'pid')}`,
      ...(port === undefined ? ['--skip-networking'] : [`--port=${port}`, '--bind-address=127.0.0.1']),
      ...(tls ? [`--ssl-cert=${tls.certificate}`, `--ssl-key=${tls.key}`] : ['--skip-ssl']),
      '--innodb-buffer-pool-size=32M',
      '--innodb-flush-log-at-trx-commit=0',
      ...asRoot,
    ],
    { stdio: 'ignore' },
  );
  const call = (args: readonly string[], input?: Buffer): string =>
    run(client, ['--no-defaults', '--default-character-set=utf8mb4', `--socket=${socket}`, '-uroot', ...args], input);
  await untilReady(() => call(['-e', 'select 1']));
  return {
    load: (database, bytes) => {
      call(['-e', `create database \`${database}\``]);
      call([database], bytes);
    },
    run: (database, statements) => void call([database], statements),
    dump: (database) =>
      Buffer.from(
        run(dump, [
          '--no-defaults',
          '--default-character-set=utf8mb4',
          `--socket=${socket}`,
          '-uroot',
          '--skip-dump-date',
          '--skip-comments',
          database,
        ]),
      ),
    query: (database, sql) => tabbed(call([database, '-N', '-B', '-e', sql])),
    stop: () => stop(child, 'SIGTERM', folder),
  };
}

export async function startPostgres({ port, tls }: ServerOptions = {}): Promise<DatabaseServer> {
  const { server = '', install = '', client = '', dump = '' } = POSTGRES;
  const folder = mkdtempSync(join(tmpdir(), 'pg-'));
  const user = postgresUser() ?? {};
  const data = join(folder, 'data');
  mkdirSync(data);
  for (const each of [folder, data])
    if (user.uid !== undefined && user.gid !== undefined) chownSync(each, user.uid, user.gid);
  const options = { cwd: folder, stdio: 'ignore', ...user } as const;
  execFileSync(install, ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C'], options);
  // Over the network accounts give passwords; through the socket nobody has to.
  writeFileSync(join(data, 'pg_hba.conf'), 'local all all trust\nhost all all 127.0.0.1/32 scram-sha-256\n');
  const network = port === undefined ? ['listen_addresses='] : ['listen_addresses=127.0.0.1', `port=${port}`];
  const secure = tls ? ['ssl=on', `ssl_cert_file=${tls.certificate}`, `ssl_key_file=${tls.key}`] : [];
  const settings = [...network, ...secure, 'fsync=off'].flatMap((setting) => ['-c', setting]);
  const child = spawn(server, ['-D', data, '-k', folder, ...settings], options);
  const place = ['-h', folder, ...(port === undefined ? [] : ['-p', String(port)]), '-U', 'postgres'];
  const call = (args: readonly string[], input?: Buffer): string =>
    run(client, ['-X', '-q', '-v', 'ON_ERROR_STOP=1', ...place, ...args], input);
  await untilReady(() => call(['-c', 'select 1']));
  return {
    load: (database, bytes) => {
      call(['-c', `create database "${database}"`]);
      call(['-d', database, '-f', '-'], bytes);
    },
    run: (database, statements) => void call(['-d', database, '-f', '-'], statements),
    dump: (database) =>
      // Every dump of the newer versions is locked by a word of its own.
      Buffer.from(run(dump, [...place, database]).replace(/^\\(?:un)?restrict .*$/gm, '')),
    query: (database, sql) => tabbed(call(['-d', database, '-A', '-t', '-F', '\t', '-c', sql])),
    stop: () => stop(child, 'SIGINT', folder),
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
