import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { addUser, SAMPLE_PASSWORD } from '../../src/identity/index.ts';
import { openDatabase } from '../../src/platform/index.ts';
import { LEAN_ENV, LEAN_FLAGS } from '../../scripts/engine-flags.mjs';

export interface Answer {
  readonly status: number;
  /** Milliseconds from sending to the last byte. */
  readonly ms: number;
  readonly text: string;
}

export type Ask = (
  method: string,
  path: string,
  body?: object | Buffer,
  headers?: Readonly<Record<string, string>>,
) => Promise<Answer>;

/** A running server, and how it is asked. */
export interface RunningPortal {
  signIn(namaPengguna: string): Promise<Ask>;
  /** Seconds of processor time, and bytes of memory, of the server's process. */
  usage(): Promise<{ readonly cpu: number; readonly rss: number }>;
  stop(): Promise<void>;
}

const AGENT = new Agent({ keepAlive: true, maxSockets: 600 });

export async function runPortal(input: { url: string; files: string; folder: string }): Promise<RunningPortal> {
  const child: ChildProcess = fork(new URL('./server-process.ts', import.meta.url), {
    stdio: ['ignore', 2, 2, 'ipc'],
    // as the portal itself is started
    execArgv: [...LEAN_FLAGS],
    env: { ...LEAN_ENV, ...process.env },
  });
  child.send(input);
  const [{ address }] = (await once(child, 'message')) as [{ address: string }];
  return {
    signIn: async (namaPengguna) => {
      const knock = () => ask(address, '', 'POST', '/api/masuk', { namaPengguna, sandi: SAMPLE_PASSWORD });
      let signedIn = await knock();
      // so many from one address at once are asked to wait
      for (let tries = 0; signedIn.status === 429 && tries < 60; tries++) {
        await new Promise((resolve) => setTimeout(resolve, 1000));
        signedIn = await knock();
      }
      if (signedIn.status !== 200) throw new Error(`${namaPengguna}: ${signedIn.text}`);
      return (method, path, body, headers) => ask(address, signedIn.cookie, method, path, body, headers);
    },
    usage: async () => {
      child.send('usage');
      const [used] = (await once(child, 'message')) as [{ cpu: number; rss: number }];
      return used;
    },
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function ask(
  address: string,
  cookie: string,
  method: string,
  path: string,
  body?: object | Buffer,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer & { readonly cookie: string }> {
  const bytes = body === undefined || Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
  const type = Buffer.isBuffer(body) ? 'application/octet-stream' : 'application/json';
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request(
      `${address}${path}`,
      {
        agent: AGENT,
        method,
        headers: {
          cookie,
          'accept-encoding': 'identity',
          ...(bytes ? { 'content-type': type, 'content-length': bytes.length } : {}),
          ...headers,
        },
      },
      (reply) => {
        const pieces: Buffer[] = [];
        reply.on('data', (piece: Buffer) => pieces.push(piece));
        reply.once('error', reject);
        reply.once('end', () =>
          resolve({
            status: reply.statusCode ?? 0,
            ms: performance.now() - start,
            text: Buffer.concat(pieces).toString(),
            cookie: String(reply.headers['set-cookie']).split(';')[0] ?? '',
          }),
        );
      },
    );
    sent.once('error', reject);
    sent.end(bytes);
  });
}

export const keeperOf = (instansi: number): string => `bench.${instansi}`;

/** Adds somebody who reads and sends for each instansi, where that was not done. */
export async function addKeepers(url: string, all: readonly number[]): Promise<void> {
  const database = openDatabase(url);
  try {
    for (const instansi of new Set(all)) {
      const keeper = { namaPengguna: keeperOf(instansi), nama: 'Pengelola', peran: 'pengelola', instansi } as const;
      await database.withContext({ lingkup: 'instansi', instansi }, async (transaction) => {
        const there = await transaction.query('SELECT 1 FROM identity.nama_masuk WHERE nama_pengguna = $1', [
          keeper.namaPengguna,
        ]);
        if (there.length === 0) await addUser(transaction, keeper, 'bench', SAMPLE_PASSWORD);
      });
    }
  } finally {
    await database.close();
  }
}
