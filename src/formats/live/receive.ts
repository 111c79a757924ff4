import { LiveFault, within } from './faults.ts';
import { PacketBatch } from './packet-batch.ts';

/** What a driver does with its connection while a query is under way. */
export interface Controls {
  pause(): void;
  resume(): void;
  /** Stops the query at the server; what is still under way is dropped until `end`. */
  stop(): Promise<void>;
}

/** Where a driver puts what the server sends. */
export interface Receiver {
  add(bytes: Uint8Array, from: number, to: number): void;
  /** Nothing more comes, or an error came. */
  end(error?: Error): void;
}

export interface Receiving {
  readonly signal: AbortSignal | undefined;
  /** Milliseconds without a byte after which the line counts as broken. */
  readonly silence: number;
  readonly patience: number;
  /** What is thrown where the signal ends the reading. */
  readonly cancelled: () => Error;
}

/**
 * Hands on what a server sends, batch by batch. While one waits the connection is paused, so that the server waits, too:
 * never more than two batches lie here. Whoever stops early stops the query. A batch is used again for the next but one.
 */
export async function* receive(
  start: (receiver: Receiver) => Controls,
  { signal, silence, patience, cancelled }: Receiving,
): AsyncGenerator<PacketBatch> {
  let filling = new PacketBatch();
  let other = new PacketBatch();
  let isWanted = true;
  let failure: Error | undefined;
  let wake = (): void => undefined;
  let ended = false;
  let finish = (): void => undefined;
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const controls = start({
    add: (bytes, from, to) => {
      if (!isWanted) return;
      filling.add(bytes, from, to);
      if (!filling.isFull) return;
      controls.pause();
      wake();
    },
    end: (error) => {
      failure ??= error;
      ended = true;
      wake();
      finish();
    },
  });
  const onAbort = (): void => wake();
  signal?.addEventListener('abort', onAbort);
  const isAborted = (): boolean => signal?.aborted === true;
  try {
    for (;;) {
      if (!ended && !filling.isFull && !isAborted()) {
        const woken = new Promise<void>((resolve) => {
          wake = resolve;
        });
        controls.resume();
        await within(woken, silence, () => new LiveFault('LOST'));
      }
      if (isAborted()) throw cancelled();
      if (failure) throw failure;
      if (filling.count === 0) return;
      [filling, other] = [other, filling];
      yield other;
      other.clear();
    }
  } finally {
    signal?.removeEventListener('abort', onAbort);
    isWanted = false;
    if (!ended) {
      await controls.stop();
      controls.resume();
      await within(done, patience, () => new LiveFault('LOST')).catch(() => undefined);
    }
  }
}
