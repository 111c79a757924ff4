// Peak memory of reading a live table of 40 columns, at a tenth of the rows and at all of them; see README.md.
import { spawnSync } from 'node:child_process';
import { closeSource, parseAddress, readTable, rememberPassword } from '../src/formats/index.ts';
import { openDelivered } from '../src/mapping/index.ts';
import { ENGINE_FLAGS } from '../scripts/engine-flags.mjs';
import { hasMariadb, hasPostgres, startMariadb, startPostgres } from '../tests/support/database-servers.ts';
import { readOptions } from './lib/options.ts';

const SANDI = 'sandi-ukur';
const COLUMNS = 40;
const names = Array.from({ length: COLUMNS }, (_, i) => `k${i}`);

const [role, address = '', table = ''] = process.argv.slice(2);
if (role === 'baca') await readAll(address, table);
else await measure();

/** Reads a table whole in a process of its own and tells what it took. */
async function readAll(text: string, name: string): Promise<void> {
  const parsed = parseAddress(text);
  if (parsed.ok) rememberPassword(parsed.value, SANDI);
  const source = await openDelivered(text);
  if (!source.ok) throw new Error(source.error.code);
  const start = performance.now();
  let [rows, bytes] = [0, 0];
  for await (const block of readTable(source.value, name)) {
    rows += block.rows;
    bytes += block.bytes.length;
  }
  await closeSource(source.value);
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const seconds = (performance.now() - start) / 1_000;
  console.log(
    `${String(rows).padStart(9)} rows ${(bytes / 1e6).toFixed(0).padStart(5)} MB  ${seconds.toFixed(1)} s  CPU ${((userCPUTime + systemCPUTime) / 1e6).toFixed(1)} s  peak ${(maxRSS / 1e3).toFixed(0)} MB`,
  );
}

function read(text: string, name: string): void {
  spawnSync(process.execPath, [...ENGINE_FLAGS, import.meta.filename, 'baca', text, name], { stdio: 'inherit' });
}

/** Rows are made by the server while it is read, so that nothing has to be stored. */
async function measure(): Promise<void> {
  const { baris } = readOptions(process.argv.slice(2));
  const sizes = [baris, 10 * baris];
  if (hasMariadb) {
    const server = await startMariadb();
    const view = (n: number): string =>
      `create view v${n} as select ${names.map((k, i) => `concat('nilai ${i} ', seq) as ${k}`).join(', ')} from seq_1_to_${n};`;
    server.load('uji', Buffer.from(sizes.map(view).join('\n')));
    server.run(
      'uji',
      Buffer.from(
        `create user pembaca@'127.0.0.1' identified by '${SANDI}'; grant select on uji.* to pembaca@'127.0.0.1';`,
      ),
    );
    console.log('MariaDB');
    for (const n of sizes) read(`mysql://pembaca@127.0.0.1:${server.port}/uji`, `v${n}`);
    await server.stop();
  }
  if (hasPostgres) {
    const server = await startPostgres();
    const view = (n: number): string =>
      `create view v${n} as select ${names.map((k, i) => `'nilai ${i} ' || seq as ${k}`).join(', ')} from generate_series(1, ${n}) seq;`;
    server.load(
      'uji',
      Buffer.from(
        `create role pembaca login password '${SANDI}'; ${sizes.map(view).join('\n')} grant select on all tables in schema public to pembaca;`,
      ),
    );
    console.log('PostgreSQL');
    for (const n of sizes) read(`postgresql://pembaca@127.0.0.1:${server.port}/uji`, `public.v${n}`);
    await server.stop();
  }
}
