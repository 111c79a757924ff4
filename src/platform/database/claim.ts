import { Client } from 'pg';
import { fail, ok, type Result } from '#kernel/result.ts';

/** That this program alone uses an embedded server. */
export interface Claim {
  /** Lets a second one say where the first can be opened. */
  tellAddress(address: string): Promise<void>;
  release(): Promise<void>;
}

/** Any number that only this program locks. */
const LOCK = 640_020_192;
const NAME = 'portal ';

/**
 * Takes a server for this program until it ends, however it ends: a lock of a session needs no file that somebody would have to clear
 * away. Fails with the address that the other one told, empty while it is still being prepared.
 */
export async function claimServer(url: string): Promise<Result<Claim, string>> {
  const client = new Client({ connectionString: url, application_name: NAME });
  // a server that ends takes the lock with it
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [LOCK]);
  if (rows[0]?.taken !== true) {
    const other = await client.query<{ nama: string }>(
      `SELECT a.application_name AS nama FROM pg_locks l JOIN pg_stat_activity a USING (pid)
       WHERE l.locktype = 'advisory' AND l.objid = $1 AND l.granted`,
      [LOCK],
    );
    await client.end();
    return fail(other.rows[0]?.nama.slice(NAME.length).trim() ?? '');
  }
  return ok({
    // SET takes no parameters; set_config does, and holds for the session.
    tellAddress: async (address) => {
      await client.query("SELECT set_config('application_name', $1, false)", [`${NAME}${address}`]);
    },
    release: () => client.end(),
  });
}
