import { fork } from 'node:child_process';
import { setPriority } from 'node:os';
import { problem, RefusedFile } from '#kernel/problem.ts';
import { type OnPrepare, type Prepared, type PrepareInput, readPrepared } from './prepare.ts';

/** What the process tells. */
export type ToParent =
  | { readonly jenis: 'maju'; readonly tahap: string; readonly selesai: number; readonly dari: number }
  | { readonly jenis: 'selesai' }
  | { readonly jenis: 'ditolak'; readonly kalimat: string }
  | { readonly jenis: 'rusak'; readonly kalimat: string; readonly kode?: string };

/** Nearly as the command line runs the engine: see scripts/engine-flags.mjs. */
const FLAGS = ['--max-semi-space-size=4', '--heap-growing-percent=100', '--max-inlined-bytecode-size-cumulative=300'];

const NICENESS = 5;

/**
 * Prepares a publication in a process of its own, so that the server stays quick; the process ends with `signal`. Throws
 * `RefusedFile` with the sentence for the sender, or an `Error` where the process broke.
 */
export async function runPrepare(input: PrepareInput, onProgress: OnPrepare, signal: AbortSignal): Promise<Prepared> {
  signal.throwIfAborted();
  const child = fork(new URL('./process.ts', import.meta.url), {
    execArgv: FLAGS,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  // Who reads a page comes first; a machine that does much else still lets the check go on.
  if (child.pid !== undefined) setPriority(child.pid, NICENESS);
  const stop = (): void => void child.kill('SIGTERM');
  signal.addEventListener('abort', stop);
  try {
    await new Promise<void>((resolve, reject) => {
      let said = '';
      child.stderr?.on('data', (piece: Buffer) => {
        said = `${said}${piece.toString()}`.slice(-2000);
      });
      child.on('message', (message: ToParent) => {
        if (message.jenis === 'maju') onProgress(message.tahap, message.selesai, message.dari);
        else if (message.jenis === 'selesai') resolve();
        else if (message.jenis === 'ditolak')
          reject(new RefusedFile(problem('KIRIMAN_DITOLAK', { sebab: message.kalimat })));
        // Its code tells a full disk from a fault of ours.
        else reject(Object.assign(new Error(message.kalimat), { code: message.kode }));
      });
      child.once('error', reject);
      child.once('exit', (code) => reject(new Error(`Preparing ended with ${code}: ${said}`)));
      child.send(input);
    });
    const prepared = readPrepared(input.folder);
    if (!prepared) throw new Error('What was prepared is not there');
    return prepared;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
