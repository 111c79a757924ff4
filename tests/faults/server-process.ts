import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { freePort } from '#platform';

/** As `npm start` runs it: see scripts/engine-flags.mjs. */
const FLAGS = ['--max-semi-space-size=4', '--heap-growing-percent=100'];

/** The portal as a process of its own. */
export interface ServerProcess {
  readonly address: string;
  readonly pid: number;
  /** What it reported of faults. */
  readonly said: readonly string[];
  isRunning(): boolean;
  /** `kill -9`. */
  crash(): void;
  /** `kill -9` of the process that prepares a publication for it; says whether there was one. */
  crashChild(): boolean;
  stop(): Promise<void>;
}

export interface ServerPlace {
  readonly databaseUrl: string;
  /** Where its deliveries lie. */
  readonly folder: string;
  readonly port?: number;
}

/** Starts it and waits until it serves. Throws with what it said where it does not. */
export async function startServerProcess({ databaseUrl, folder, port }: ServerPlace): Promise<ServerProcess> {
  const own = port ?? (await freePort());
  const child = spawn(process.execPath, [...FLAGS, new URL('crash-server.ts', import.meta.url).pathname], {
    env: { ...process.env, DATABASE_URL: databaseUrl, UJI_FOLDER: folder, UJI_PORT: String(own) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  child.stderr.on('data', (piece: Buffer) => said.push(piece.toString()));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve());
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}: ${said.join('')}`)));
  });
  const isRunning = (): boolean => child.exitCode === null && child.signalCode === null;
  return {
    address: `http://127.0.0.1:${own}`,
    pid: child.pid ?? 0,
    said,
    isRunning,
    crash: () => void child.kill('SIGKILL'),
    crashChild: () => {
      const [first] = childrenOf(child.pid ?? 0);
      if (first !== undefined) process.kill(first, 'SIGKILL');
      return first !== undefined;
    },
    stop: async () => {
      if (isRunning()) child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Processes that a process started, by what Linux tells of each of its threads. */
export function childrenOf(parent: number): readonly number[] {
  try {
    return readdirSync(`/proc/${parent}/task`).flatMap((thread) =>
      readFileSync(`/proc/${parent}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
  } catch {
    return [];
  }
}
