import { statfs } from 'node:fs/promises';
import type { Database } from '../database/database.ts';
import type { Server } from './zod-schemas.ts';

/** Below this the portal still reads, but takes no more files. */
const DISK_LOW = 1024 ** 3;
const PATIENCE_MS = 3_000;

export interface Health {
  readonly keadaan: 'siap' | 'terganggu';
  readonly basisData: 'siap' | 'tidak menjawab';
  readonly disk: { readonly keadaan: 'siap' | 'hampir penuh'; readonly sisaByte: number };
}

/** `GET /healthz` for whoever watches the server: 200 when all is well, 503 with the same body when something is not. */
export function addHealth(server: Server, database: Database, folder: string): void {
  server.get('/healthz', { config: { tindakan: 'terbuka' } }, async (_, reply) => {
    const health = await checkHealth(database, folder);
    await reply.status(health.keadaan === 'siap' ? 200 : 503).send(health);
  });
}

async function checkHealth(database: Database, folder: string): Promise<Health> {
  const [isAlive, { bavail, bsize }] = await Promise.all([withinPatience(database.isAlive()), statfs(folder)]);
  const sisaByte = bavail * bsize;
  const isRoomy = sisaByte >= DISK_LOW;
  return {
    keadaan: isAlive && isRoomy ? 'siap' : 'terganggu',
    basisData: isAlive ? 'siap' : 'tidak menjawab',
    disk: { keadaan: isRoomy ? 'siap' : 'hampir penuh', sisaByte },
  };
}

/** A database that hangs is as good as none. */
async function withinPatience(isAlive: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  return Promise.race([isAlive, silence]).finally(() => clearTimeout(timer));
}
