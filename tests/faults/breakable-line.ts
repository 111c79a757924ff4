import { createConnection, createServer, type Socket } from 'node:net';

/** The line to a database, which can be cut or go silent as if the server were stopped or hung; the server itself is not touched. */
export interface BreakableLine {
  /** The address of a database by way of this line. */
  through(url: string): string;
  /** Ends every connection and refuses new ones. */
  cut(): void;
  /** Takes bytes and gives none. */
  hang(): void;
  restore(): void;
  stop(): Promise<void>;
}

export async function openBreakableLine(url: string): Promise<BreakableLine> {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  let state: 'whole' | 'cut' | 'silent' = 'whole';
  const server = createServer((near) => {
    if (state === 'cut') return void near.resetAndDestroy();
    const far = createConnection(Number(port), hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('data', (bytes) => void other.write(bytes));
      one.on('error', () => undefined);
      one.once('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
    if (state === 'silent') far.pause();
    return undefined;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('No port was given');
  return {
    through: (address) => {
      const other = new URL(address);
      other.port = String(bound.port);
      return other.href;
    },
    cut: () => {
      state = 'cut';
      for (const socket of sockets) socket.resetAndDestroy();
    },
    hang: () => {
      state = 'silent';
      for (const socket of sockets) socket.pause();
    },
    restore: () => {
      state = 'whole';
      for (const socket of sockets) socket.resume();
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
