import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { startMariadb, startPostgres } from './database-servers.ts';
import { startPortalServer } from './portal-database.ts';
import type { Shared } from './shared.ts';

/** A thing that was made: the plain value that test files get, and how it is ended. */
interface Made {
  readonly value: unknown;
  readonly end: () => Promise<void> | void;
}

const made = new Map<string, Promise<Made>>();
const server = createServer(answer);

/** Lets test files share things (`shared.ts`), which the main process of a run keeps. */
export async function setup(): Promise<void> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given');
  process.env.UJI_BERSAMA = `http://127.0.0.1:${address.port}`;
}

/** Ends all that was made. */
export async function teardown(): Promise<void> {
  server.close();
  for (const outcome of await Promise.allSettled(made.values())) {
    if (outcome.status === 'fulfilled') await outcome.value.end();
  }
}

function answer(request: IncomingMessage, reply: ServerResponse): void {
  // A line kept open would be closed under a test that is busy meanwhile.
  reply.setHeader('connection', 'close');
  text(request)
    .then(once)
    .then(
      ({ value }) => reply.end(JSON.stringify(value)),
      (error: unknown) => reply.writeHead(500).end(String(error)),
    );
}

function once(key: string): Promise<Made> {
  const known = made.get(key) ?? make(JSON.parse(key) as Shared);
  made.set(key, known);
  return known;
}

async function make(thing: Shared): Promise<Made> {
  if (thing.jenis === 'contoh' || thing.jenis === 'hasil') {
    const folder = mkdtempSync(join(tmpdir(), 'uji-bersama-'));
    return { value: await work({ ...thing, folder }), end: () => rmSync(folder, { recursive: true, force: true }) };
  }
  if (thing.jenis === 'web') return { value: await buildWeb(), end: () => undefined };
  if (thing.jenis === 'portal') {
    const portal = await startPortalServer();
    return { value: portal.url, end: () => portal.stop() };
  }
  const database = await (thing.jenis === 'mariadb' ? startMariadb() : startPostgres());
  return { value: database.place, end: () => database.stop() };
}

const root = join(import.meta.dirname, '..', '..');

/** In a process of its own, since the test runner's mode would build the slow, talkative React. */
async function buildWeb(): Promise<string> {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const args = [vite, 'build', '--config', join(root, 'web', 'vite.config.ts'), '--logLevel', 'error'];
  await promisify(execFile)(process.execPath, args, { env: { ...process.env, NODE_ENV: 'production' } });
  return join(root, 'web', 'dist');
}

/** Large work has a thread of its own: the main process serves the tests. */
async function work(workerData: object): Promise<unknown> {
  const worker = new Worker(new URL('share-worker.ts', import.meta.url), { workerData });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve).once('error', reject);
  });
}
