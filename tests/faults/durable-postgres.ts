import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { startEmbeddedServer } from '#platform';
import { isLarge } from './size.ts';

/** A PostgreSQL that keeps what it confirmed, as one of production does, and that can be made to die. */
export interface DurablePostgres {
  /** Of the superuser; the same over all crashes. */
  readonly url: string;
  /** `kill -9` of the whole server. */
  crash(): void;
  /** `kill -9` of one process that works for a database; says whether there was one. The server then ends all and recovers. */
  crashBackend(database: string): Promise<boolean>;
  /** Starts it again on the same data and address. */
  revive(): Promise<void>;
  stop(): Promise<void>;
}

/** `data` beside a folder of the machine's temporary ones: a small disk, for one that is to fill up. */
export async function startDurablePostgres(parent = tmpdir()): Promise<DurablePostgres> {
  const folder = mkdtempSync(join(parent, 'portal-tahan-'));
  const data = join(folder, 'data');
  const first = await startEmbeddedServer(folder);
  // From here on it is a process of ours, which may be killed: the package waits for the one that it started.
  await first.stop();
  const [program = '', ...words] = readFileSync(join(data, 'postmaster.opts'), 'utf8')
    .trim()
    .split(/ (?=")/);
  // The kernel keeps what a killed process wrote, so in every run the disk is not waited for; at the large size it is, as in production.
  const flags = [...words.map((word) => word.replaceAll('"', '')), ...(isLarge ? [] : ['-c', 'fsync=off'])];
  const { uid, gid } = statSync(data);
  let server: ChildProcess | undefined;
  const start = (): void => {
    server = spawn(program, flags, { uid, gid, cwd: data, stdio: 'ignore' });
  };
  const revive = async (): Promise<void> => {
    for (let turn = 0; turn < 300; turn++) {
      // Orphans of the killed one hold its memory for a moment: then a start fails and is repeated.
      if (server === undefined || server.exitCode !== null || server.signalCode !== null) start();
      await wait(100);
      if (await answers(first.url)) return;
    }
    throw new Error('PostgreSQL did not come back');
  };
  await revive();
  return {
    url: first.url,
    crash: () => void server?.kill('SIGKILL'),
    crashBackend: async (database) => {
      const pid = await backendOf(first.url, database);
      if (pid !== undefined) process.kill(pid, 'SIGKILL');
      return pid !== undefined;
    },
    revive,
    stop: async () => {
      const ended = new Promise((resolve) => server?.once('exit', resolve));
      if (server?.exitCode === null && server.signalCode === null && server.kill('SIGQUIT')) await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** One that works for the database, most welcome in the middle of a transaction. */
async function backendOf(url: string, database: string): Promise<number | undefined> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid()
       ORDER BY xact_start NULLS LAST LIMIT 1`,
      [database],
    );
    return rows[0]?.pid;
  } finally {
    await client.end();
  }
}
