import { join } from 'node:path';
import { startFixtureServer } from './fixture-server.ts';

/** For trying screens by hand with invented people: `npm run build`, then run this file; users `laras`, `bimo`, `arga`, `tirta`. */
const server = await startFixtureServer(join(import.meta.dirname, '..', '..', 'web', 'dist'));
process.stdout.write(`${server.address}\n`);
