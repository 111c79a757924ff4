import type { Database } from '../database/database.ts';
import { IS_LEASED } from './jobs.ts';

/** The jobs of all instansi together. */
export interface Queue {
  readonly menunggu: number;
  /** Jobs whose worker is heard of. */
  readonly berjalan: number;
  /** Seconds that the oldest waiting job has waited; 0 where none waits. A job whose worker is gone waits as well. */
  readonly tertuaDetik: number;
}

/** What waits and what is being done, now. Uses the index of open jobs; a handful of rows. */
export async function countQueue(database: Database): Promise<Queue> {
  const [queue] = await database.withContext({ lingkup: 'provinsi' }, (transaction) =>
    transaction.query<Queue>(
      `SELECT count(*) FILTER (WHERE NOT hidup)::integer AS menunggu, count(*) FILTER (WHERE hidup)::integer AS berjalan,
         coalesce(extract(epoch FROM now() - min(sejak) FILTER (WHERE NOT hidup)), 0)::integer AS "tertuaDetik"
       FROM (SELECT keadaan = 'berjalan' AND ${IS_LEASED} AS hidup,
               CASE keadaan WHEN 'berjalan' THEN sewa_sampai ELSE dibuat_pada END AS sejak
             FROM platform.pekerjaan WHERE keadaan IN ('antre', 'berjalan')) AS terbuka`,
    ),
  );
  if (!queue) throw new Error('Counting gave nothing');
  return queue;
}
