import { problem, RefusedFile } from '#kernel/problem.ts';
import { claimServer, databasesOf, startEmbeddedServer } from '#platform';

/** The portal's own database while it is tried. */
export interface OwnDatabase {
  readonly url: string;
  /** Lets a second start say where this one can be opened. */
  tellAddress(address: string): Promise<void>;
  stop(): Promise<void>;
}

const NAME = 'portal';
/** A database that is not whole yet; a start that was broken off leaves no other trace. */
const MAKING = 'portal_baru';

/**
 * Starts the embedded server on `folder` for this program alone. Where it has no portal yet, `fill` makes one in a database that gets its
 * name only afterwards: what was broken off is begun anew at the next start. Throws `RefusedFile` where another portal runs on the folder.
 */
export async function openOwnDatabase(folder: string, fill: (url: string) => Promise<void>): Promise<OwnDatabase> {
  const server = await startEmbeddedServer(folder);
  const claim = await claimServer(server.url);
  if (!claim.ok) {
    const alamat = claim.error;
    throw new RefusedFile(
      alamat === '' ? problem('PORTAL_SEDANG_DISIAPKAN') : problem('PORTAL_SUDAH_BERJALAN', { alamat }),
    );
  }
  const stop = async (): Promise<void> => {
    await claim.value.release();
    await server.stop();
  };
  try {
    const databases = databasesOf(server.url);
    if (!(await databases.has(NAME))) {
      await databases.make(MAKING);
      await fill(databases.urlOf(MAKING));
      await databases.rename(MAKING, NAME);
    }
    return { url: databases.urlOf(NAME), tellAddress: (address) => claim.value.tellAddress(address), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
