import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Database } from '#platform';

const SECONDS = 300;

/** Keeps, under a hash of `key`, what is expected back within five minutes. */
export async function keepChallenge(database: Database, key: string, isi: object): Promise<void> {
  await database.withContext({ lingkup: 'acuan' }, async (transaction) => {
    await transaction.query('DELETE FROM identity.tantangan WHERE berakhir_pada < now()');
    await transaction.query('INSERT INTO identity.tantangan VALUES ($1, $2, now() + make_interval(secs => $3))', [
      hashText(key),
      JSON.stringify(isi),
      SECONDS,
    ]);
  });
}

/** What was kept under `key`, once; undefined where nothing was, or it was something else. */
export async function takeChallenge<Schema extends z.ZodType>(
  database: Database,
  key: string,
  schema: Schema,
): Promise<z.infer<Schema> | undefined> {
  const [kept] = await database.withContext({ lingkup: 'acuan' }, (transaction) =>
    transaction.query<{ isi: unknown }>(
      'DELETE FROM identity.tantangan WHERE sidik_jari = $1 AND berakhir_pada > now() RETURNING isi',
      [hashText(key)],
    ),
  );
  return schema.safeParse(kept?.isi).data;
}

export function hashText(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
