import { sweepExports } from '#findings';
import { sweepMails } from '#identity';
import { type DeliveryFiles, type Retention, sweepDeliveries } from '#intake';
import type { Database, Server } from '#platform';

const HOUR = 3_600_000;

/** Lets go of files and mails that were kept long enough, when the portal starts and every hour, as long as the server lives. */
export function addRetention(
  server: Server,
  deps: {
    readonly database: Database;
    readonly files: DeliveryFiles;
    readonly simpan: Retention & { readonly surel: number };
  },
  onFault: (error: unknown) => void,
): void {
  const { database, files, simpan } = deps;
  let turn = Promise.resolve();
  const work = async (): Promise<void> => {
    try {
      sweepExports(files.folder, Date.now());
      await sweepDeliveries(database, files, simpan);
      await sweepMails(database, simpan.surel);
    } catch (error) {
      onFault(error);
    }
  };
  const sweep = (): void => {
    turn = turn.then(work);
  };
  const timer = setInterval(sweep, HOUR);
  server.addHook('onListen', async () => sweep());
  server.addHook('onClose', async () => {
    clearInterval(timer);
    await turn;
  });
}
