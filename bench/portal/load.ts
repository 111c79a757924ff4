import type { Ask, RunningPortal } from './portal-process.ts';
import { send, waitFor } from './redeliver.ts';
import { percentile } from './routes.ts';
import { serverCpu, stopwatch } from './usage.ts';

/** What readers felt while deliveries came in. */
export interface LoadFigures {
  readonly requests: number;
  readonly failed: number;
  /** What the first one that failed asked, and the answer. */
  readonly firstFailure: string | undefined;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly seconds: number;
  /** Deliveries that arrived, and that were checked or published before the end. */
  readonly sent: number;
  readonly checked: number;
  readonly published: number;
  /** Processor seconds of server and PostgreSQL; the engine's processes are not in it. */
  readonly cpu: number;
  readonly rss: number;
}

export interface Load {
  readonly readers: number;
  /** Seconds between two pages of a reader, on average. */
  readonly think: number;
  readonly seconds: number;
  /** Kinds of readers: each asks for pages of its own instansi; `turn` counts the requests. */
  readonly kinds: readonly { readonly ask: Ask; readonly paths: readonly ((turn: number) => string)[] }[];
  readonly deliveries: readonly { readonly instansi: number; readonly bytes: Buffer; readonly ask: Ask }[];
}

/** Readers ask one page after the other with pauses, deliveries all come at once; ends by itself after `seconds`. */
export async function runLoad(portal: RunningPortal, data: string, load: Load): Promise<LoadFigures> {
  const cpu = async (): Promise<number> => (await portal.usage()).cpu + serverCpu(data);
  const before = await cpu();
  const watch = stopwatch();
  const isOver = (): boolean => watch() > load.seconds;
  const times: number[] = [];
  let failed = 0;
  let firstFailure: string | undefined;
  const pause = (): number => load.think * 2000 * Math.random();
  let turn = 0;
  const read = async ({ ask, paths }: Load['kinds'][number]): Promise<void> => {
    // readers do not begin together
    await sleep(pause());
    while (!isOver()) {
      const path = paths[Math.floor(Math.random() * paths.length)]?.(turn++) ?? '/';
      const { status, ms, text } = await ask('GET', path);
      if (status === 200) times.push(ms);
      else {
        failed += 1;
        firstFailure ??= `${path}: ${status} ${text.slice(0, 200)}`;
      }
      await sleep(Math.min(pause(), Math.max(0, load.seconds - watch()) * 1000 + 1));
    }
  };
  const counts = { sent: 0, checked: 0, published: 0 };
  const deliver = async ({ instansi, bytes, ask }: Load['deliveries'][number]): Promise<void> => {
    const address = await send(ask, instansi, bytes);
    counts.sent += 1;
    const orLate = <T>(done: Promise<T>): Promise<T | undefined> =>
      Promise.race([done, sleep(Math.max(0, load.seconds - watch()) * 1000).then(() => undefined)]);
    if (!(await orLate(waitFor(ask, address, 'diperiksa', 1000)))) return;
    counts.checked += 1;
    await ask('POST', `${address}/terbitkan`, { alasan: 'pengukuran kinerja' });
    if (await orLate(waitFor(ask, address, 'terbit', 1000))) counts.published += 1;
  };
  await Promise.all([
    ...Array.from({ length: load.readers }, (_, at) =>
      read(load.kinds[at % load.kinds.length] as Load['kinds'][number]),
    ),
    ...load.deliveries.map(deliver),
  ]);
  const { rss } = await portal.usage();
  return {
    requests: times.length,
    failed,
    firstFailure,
    p50: percentile(times, 50),
    p95: percentile(times, 95),
    p99: percentile(times, 99),
    seconds: watch(),
    ...counts,
    cpu: (await cpu()) - before,
    rss,
  };
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
