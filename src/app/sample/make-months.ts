import { fork } from 'node:child_process';
import type { LocalDate } from '#kernel/local-date.ts';
import type { SampleOptions } from '#sample-data';

/** A month of the sample that lies in its folder. */
export interface SampleMonth {
  readonly per: LocalDate;
  readonly folder: string;
}

/** What the process is asked, and what it tells. */
export type MonthsInput = Pick<SampleOptions, 'pegawai' | 'benih' | 'instansi' | 'per' | 'kiriman' | 'keluar'>;
export type ToParent =
  | { readonly jenis: 'maju'; readonly selesai: number; readonly dari: number }
  | { readonly jenis: 'bulan'; readonly bulan: SampleMonth };

/** Invented people are soon garbage: a large young generation spares the collector most of its work. */
const FLAGS = ['--max-semi-space-size=32'];

/**
 * Makes monthly sample deliveries in a process of its own and yields each when it is there, so that one is published while the next
 * is made. Throws where the process broke or `signal` ended it.
 */
export async function* makeMonths(
  input: MonthsInput,
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
): AsyncGenerator<SampleMonth> {
  const child = fork(new URL('./make-months-process.ts', import.meta.url), {
    execArgv: FLAGS,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    signal,
  });
  const made: SampleMonth[] = [];
  let said = '';
  let wake = (): void => undefined;
  let ended: Error | true | undefined;
  child.stderr?.on('data', (piece: Buffer) => {
    said = `${said}${piece.toString()}`.slice(-2000);
  });
  child.on('message', (message: ToParent) => {
    if (message.jenis === 'maju') onProgress(message.selesai, message.dari);
    else made.push(message.bulan);
    wake();
  });
  const end = (outcome: Error | true): void => {
    ended ??= outcome;
    wake();
  };
  child.once('error', end);
  child.once('exit', (code) => end(code === 0 ? true : new Error(`Making the sample ended with ${code}: ${said}`)));
  child.send(input);
  try {
    for (;;) {
      const next = made.shift();
      if (next) yield next;
      else if (ended !== undefined) break;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
    if (ended !== true) throw ended;
  } finally {
    child.kill();
  }
}
