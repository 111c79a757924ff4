import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join, resolve as resolvePath } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { problem, RefusedFile } from '#kernel/problem.ts';
import {
  findServerAccount,
  findServerPrograms,
  runProgram,
  type ServerAccount,
  type ServerPrograms,
} from './server-programs.ts';
import { serverArguments } from './server-settings.ts';

/** A PostgreSQL of this project's own, for trying and for tests; never for production (its libraries are not kept up). */
export interface EmbeddedServer {
  /** Of the superuser, in the database `postgres`. */
  readonly url: string;
  stop(): Promise<void>;
}

const SUPERUSER = 'postgres';

/** A server that was just killed keeps its memory for a moment, and nothing else may start on the same data until then. */
const PATIENCE_MS = 15_000;
const STILL_THERE = /still in use|another server might be running|already exists/;

interface Cluster {
  readonly data: string;
  readonly password: string;
  readonly programs: ServerPrograms;
  readonly account: ServerAccount;
}

/**
 * Starts PostgreSQL on the loopback address, with its data in `folder`; a new folder gets a new cluster and a password of its own,
 * kept beside the data for later starts. A server that was left running there (its portal was killed) is used again. Ctrl-C does
 * not reach it: it ends by `stop`, or with the program. Throws with what the server said where it does not come up, and
 * `RefusedFile` where the server's account cannot reach the folder. A disposable one (tests) does not wait for the disk.
 */
export async function startEmbeddedServer(
  folder: string,
  { isDisposable = false }: { readonly isDisposable?: boolean } = {},
): Promise<EmbeddedServer> {
  const programs = await findServerPrograms();
  const account = await findServerAccount();
  const data = resolvePath(folder, 'data');
  const secret = resolvePath(folder, 'sandi');
  if (!existsSync(join(data, 'PG_VERSION'))) await makeCluster({ data, secret, programs, account, isDisposable });
  const password = readFileSync(secret, 'utf8');
  if (account.uid !== undefined) refuseClosedFolder(data);
  const cluster = { data, password, programs, account };
  const port = (await findRunning(cluster)) ?? (await start(cluster, isDisposable));
  endWithProgram(data);
  return {
    url: urlOf(password, port),
    stop: async () => {
      running.delete(data);
      await stopServer(cluster);
    },
  };
}

const urlOf = (password: string, port: number): string =>
  `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/postgres`;

/** Made aside and then moved into place, so that what was broken off is not taken for a cluster. */
async function makeCluster({
  data,
  secret,
  programs,
  account,
  isDisposable,
}: Omit<Cluster, 'password'> & { readonly secret: string; readonly isDisposable: boolean }): Promise<void> {
  const folder = dirname(data);
  const making = `${data}.baru`;
  for (const path of [data, making, secret]) rmSync(path, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  mkdirSync(making, { mode: 0o700 });
  chmodSync(folder, 0o711);
  writeFileSync(secret, randomBytes(18).toString('base64url'), { mode: 0o600 });
  if (account.uid !== undefined) {
    refuseClosedFolder(data);
    for (const path of [making, secret]) chownSync(path, account.uid, account.gid ?? account.uid);
  }
  const flags = [
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--lc-messages=C',
    '--auth=scram-sha-256',
    `--username=${SUPERUSER}`,
  ];
  const sync = isDisposable ? ['--no-sync'] : [];
  try {
    await runProgram(programs.initdb, [...flags, ...sync, `--pwfile=${secret}`, `--pgdata=${making}`], account);
  } catch (error) {
    throw new Error(`Basis data tidak dapat dibuat: ${saidBy(error)}`, { cause: error });
  }
  renameSync(making, data);
}

/** The port of a server that already runs on the data; undefined where none does. */
async function findRunning({ data, password }: Cluster): Promise<number | undefined> {
  const until = performance.now() + PATIENCE_MS;
  for (let lock = readLock(data); lock !== undefined; lock = readLock(data)) {
    if (!isServer(lock.pid)) {
      // Left behind by a power cut; its number may be another program's by now.
      rmSync(join(data, LOCK_FILE), { force: true });
      return undefined;
    }
    if (lock.port !== undefined && (await answers(urlOf(password, lock.port)))) return lock.port;
    if (performance.now() > until) break;
    await sleep(200);
  }
  return undefined;
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 3000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

const LOCK_FILE = 'postmaster.pid';

/** What a server keeps of itself while it runs: its process on the first line, its port on the fourth. */
function readLock(data: string): { readonly pid: number; readonly port: number | undefined } | undefined {
  try {
    const [pid, , , port] = readFileSync(join(data, LOCK_FILE), 'utf8').split('\n').map(Number);
    return pid === undefined || !Number.isInteger(pid) ? undefined : { pid, port: port || undefined };
  } catch {
    return undefined;
  }
}

/** Whether a process lives and is a PostgreSQL, as far as the system tells; one that ended and was not yet cleared away does not. */
function isServer(pid: number): boolean {
  if (existsSync('/proc/self/stat')) {
    const about = `/proc/${pid}/stat`;
    return existsSync(about) && /^\d+ \(postgres\) [^ZX]/.test(readFileSync(about, 'utf8'));
  }
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function start(cluster: Cluster, isDisposable: boolean): Promise<number> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const port = await freePort();
    try {
      await startOnce(cluster, port, isDisposable);
      return port;
    } catch (error) {
      const said = saidBy(error);
      if (!STILL_THERE.test(said) || performance.now() > until)
        throw new Error(`PostgreSQL tidak dapat dijalankan: ${said}`, { cause: error });
      await sleep(500);
    }
  }
}

async function startOnce(cluster: Cluster, port: number, isDisposable: boolean): Promise<void> {
  const log = join(cluster.data, 'server.log');
  rmSync(log, { force: true });
  try {
    await pgCtl(cluster, 'start', '-l', log, '-o', serverArguments(port, isDisposable).join(' '));
  } catch (error) {
    const said = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').slice(-5).join(' ') : '';
    throw new Error(`${saidBy(error)} ${said}`.trim(), { cause: error });
  }
}

/** `pg_ctl` waits until the server is up or down; a server started by it is in no process group of ours. */
async function pgCtl({ data, programs, account }: Cluster, task: string, ...args: readonly string[]): Promise<void> {
  await runProgram(programs.pg_ctl, [task, '-D', data, '-w', '-s', ...args], account);
}

/** A server that was killed is as good as stopped. */
async function stopServer(cluster: Cluster): Promise<void> {
  const lock = readLock(cluster.data);
  if (!lock) return;
  try {
    await pgCtl(cluster, 'stop', '-m', 'fast');
  } catch (error) {
    if (isServer(lock.pid)) throw new Error(`PostgreSQL tidak dapat dihentikan: ${saidBy(error)}`, { cause: error });
  }
}

const saidBy = (error: unknown): string =>
  error instanceof Error && 'stderr' in error && String(error.stderr) !== ''
    ? String(error.stderr).trim()
    : String(error);

/** Data of the servers that end with this program. */
const running = new Set<string>();

/** A program that breaks leaves no server behind. */
function endWithProgram(data: string): void {
  if (running.size === 0) process.once('exit', () => running.forEach(interrupt));
  running.add(data);
}

function interrupt(data: string): void {
  const lock = readLock(data);
  try {
    if (lock) process.kill(lock.pid, 'SIGINT');
  } catch {
    // it ended by itself
  }
}

/** PostgreSQL refuses to run as root, so it runs as `postgres`, who must be able to walk down to its data. */
function refuseClosedFolder(data: string): void {
  for (let folder = dirname(data); folder !== dirname(folder); folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) throw new RefusedFile(problem('BASIS_FOLDER_TERTUTUP', { folder }));
  }
}

/** A port of the loopback address at which nobody listens. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No port was given');
  return address.port;
}
