import type { Database } from '../database/database.ts';
import { freeBytes, isRoomy } from '../files/free-space.ts';
import { countQueue, type Queue } from '../jobs/queue.ts';
import type { Server } from './zod-schemas.ts';

const PATIENCE_MS = 3_000;

export interface Health {
  readonly keadaan: 'siap' | 'terganggu';
  readonly basisData: 'siap' | 'tidak menjawab';
  /** Null while the database does not answer. */
  readonly antrean: ({ readonly keadaan: 'siap' | 'tersendat' } & Queue) | null;
  readonly disk: { readonly keadaan: 'siap' | 'hampir penuh'; readonly sisaByte: number };
}

/** `GET /healthz` for whoever watches the server: 200 when all is well, 503 with the same body when something is not. */
export function addHealth(server: Server, database: Database, folder: string): void {
  server.get('/healthz', { config: { tindakan: 'terbuka' } }, async (_, reply) => {
    const queue = await withinPatience(countQueue(database));
    const health = judgeHealth(queue, freeBytes(folder));
    await reply.status(health.keadaan === 'siap' ? 200 : 503).send(health);
  });
}

/** A job that waits this long while nobody works has no worker any more. */
const STALLED_SECONDS = 120;

/** What a look at the parts says of the whole. Pure. */
export function judgeHealth(queue: Queue | undefined, sisaByte: number): Health {
  const isStalled = queue !== undefined && queue.berjalan === 0 && queue.tertuaDetik > STALLED_SECONDS;
  const isFull = !isRoomy(sisaByte);
  return {
    keadaan: queue === undefined || isStalled || isFull ? 'terganggu' : 'siap',
    basisData: queue === undefined ? 'tidak menjawab' : 'siap',
    antrean: queue === undefined ? null : { keadaan: isStalled ? 'tersendat' : 'siap', ...queue },
    disk: { keadaan: isFull ? 'hampir penuh' : 'siap', sisaByte },
  };
}

/** A database that hangs is as good as none. */
async function withinPatience<T>(answer: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), PATIENCE_MS);
  });
  return Promise.race([answer.catch(() => undefined), silence]).finally(() => clearTimeout(timer));
}
