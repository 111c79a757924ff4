import { createServer } from 'node:net';

/** Where the portal is found unless somebody asked for another port. */
export const USUAL_PORT = 8080;
/** Ports that are tried after it. */
const MORE = 20;

/** The usual port, or where another program has it the next one that is free; 0, any free one, where all are taken. */
export async function findPort(host: string): Promise<number> {
  for (let port = USUAL_PORT; port <= USUAL_PORT + MORE; port++) if (await isFree(host, port)) return port;
  return 0;
}

async function isFree(host: string, port: number): Promise<boolean> {
  const probe = createServer();
  return new Promise((resolve) => {
    probe.once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}
