import { existsSync } from 'node:fs';
import { WEB_FOLDER } from './folders.ts';
import { startPortal } from './server.ts';
import { readSettings } from './settings.ts';
import { createTerminal } from './terminal.ts';

/** `npm run serve`: the portal's server, until Ctrl-C. */
const terminal = createTerminal();

try {
  const portal = await startPortal({
    ...readSettings(process.env),
    say: (line) => {
      terminal.endProgress();
      terminal.say(line);
    },
    progress: (label, done, total) => terminal.progress(label, done, total),
  });
  if (!existsSync(WEB_FOLDER))
    terminal.say('Halaman peramban belum dibangun: jalankan npm run build, lalu mulai lagi.');
  terminal.say(`Portal siap: ${portal.address}`);
  const end = (): void => {
    terminal.say('Menutup portal ...');
    void portal.stop().then(() => process.exit(0));
  };
  process.once('SIGINT', end).once('SIGTERM', end);
} catch (error) {
  terminal.say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
