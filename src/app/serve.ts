import { startPortal } from './server.ts';
import { createTerminal } from './terminal.ts';

/** `npm run serve`: the portal's server, until Ctrl-C. */
const terminal = createTerminal();
const port = Number(process.env['PORT'] ?? 8080);

try {
  const portal = await startPortal({ port, isSample: true, say: (line) => terminal.say(line) });
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
