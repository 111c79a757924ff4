// The portal's server in a process of its own, as it runs in production but for its sample accounts; told by its parent, and asked
// what it used.
import { composePortal } from '../../src/app/server.ts';
import { readSettings } from '../../src/app/settings.ts';
import { openDatabase } from '../../src/platform/index.ts';
import { ownCpu } from './usage.ts';

process.once('message', ({ url, files, folder }: { url: string; files: string; folder: string }) => {
  void start(url, files, folder).catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});
process.once('disconnect', () => process.exit());

async function start(url: string, files: string, folder: string): Promise<void> {
  const database = openDatabase(url);
  const server = await composePortal({
    ...readSettings({ PORTAL_BATAS_ORANG: '0', PORTAL_BATAS_EKSPOR: '0' }),
    database,
    folder,
    files,
    say: console.error,
  });
  const address = await server.listen({ host: '127.0.0.1', port: 0 });
  process.on('message', () => process.send?.({ cpu: ownCpu(), rss: process.memoryUsage().rss }));
  process.send?.({ address });
}
