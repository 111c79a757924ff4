import { startPortal } from '../../src/app/server.ts';
import { readSettings } from '../../src/app/settings.ts';

/** The portal as a process of its own, which the suite of crashes kills: address of the database and folders by environment. */
const folder = process.env['UJI_FOLDER'] ?? '';
const portal = await startPortal({
  ...readSettings(process.env),
  port: Number(process.env['UJI_PORT']),
  folder,
  files: folder,
  say: (line) => process.stderr.write(`${line}\n`),
});
process.stdout.write(`siap ${portal.address}\n`);
process.once('SIGTERM', () => void portal.stop().then(() => process.exit(0)));
