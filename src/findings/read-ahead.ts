import type { Database } from '#platform';
import type { PeopleIndexes } from './people-index.ts';
import { listPresent } from './store.ts';

const LOOK_AGAIN = 5_000;

/**
 * Reads the indexes of new publications before somebody asks for them, as long as all of them may be kept: whoever searches all
 * instansi first does not wait for 36. Returns how it is ended; `onFault` hears why a look failed, and it is looked again.
 */
export function readIndexesAhead(
  database: Database,
  indexes: PeopleIndexes,
  onFault: (error: unknown) => void,
): () => Promise<void> {
  const present = (instansi?: number) =>
    database.readSnapshot({ lingkup: 'provinsi' }, (transaction) => listPresent(transaction, instansi));
  let isEnded = false;
  const look = async (): Promise<void> => {
    const all = await present();
    if (all.reduce((sum, { pegawai }) => sum + pegawai, 0) > indexes.mostKept) return;
    for (const { instansi } of all.filter((each) => !indexes.has(each))) {
      if (isEnded) return;
      // an index bears the number of the publication that its own transaction sees
      await database.readSnapshot({ lingkup: 'provinsi' }, async (transaction) => {
        const [now] = await listPresent(transaction, instansi);
        if (now) await indexes.of(transaction, now);
      });
    }
  };
  let turn = Promise.resolve();
  let isLooking = false;
  const start = (): void => {
    if (isLooking) return;
    isLooking = true;
    turn = look()
      .catch(onFault)
      .finally(() => (isLooking = false));
  };
  const timer = setInterval(start, LOOK_AGAIN);
  timer.unref();
  start();
  return async () => {
    isEnded = true;
    clearInterval(timer);
    await turn;
  };
}
