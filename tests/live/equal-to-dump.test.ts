import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseAddress, rememberPassword } from '#formats';
import { reconcile } from '#reconcile';
import { type CsvRecord, readCsvRecords } from '../support/csv-records.ts';
import {
  type DatabaseClient,
  hasMariadb,
  hasPostgres,
  sharedMariadb,
  sharedPostgres,
} from '../support/database-servers.ts';
import { sharedSample } from '../support/sample-run.ts';

/** A live database gives what its dump gives: the sample's dumps, loaded into the servers they are written for. */

let contoh = '';
let folder = '';
let dumps: readonly CsvRecord[] = [];

beforeAll(async () => {
  if (!hasMariadb && !hasPostgres) return;
  folder = mkdtempSync(join(tmpdir(), 'langsung-'));
  contoh = await sharedSample('campuran');
  const files = readCsvRecords(join(contoh, 'kebenaran', 'berkas.csv'));
  const inSql = files.filter(({ wadah = '' }) => wadah.startsWith('sql'));
  // One government of each version of each structure.
  dumps = [...Map.groupBy(inSql, ({ versi }) => versi).values()].flatMap((list) => list.slice(0, 1));
}, 120_000);

afterAll(() => {
  if (folder !== '') rmSync(folder, { recursive: true, force: true });
});

const isPostgres = ({ versi }: CsvRecord): boolean => versi === 'B1';
const SANDI = 'sandi-uji-langsung-73';

async function compare(keluar: string, files: readonly { readonly instansi: string; readonly berkas: string }[]) {
  const outcome = await reconcile(
    { bkn: join(contoh, 'bkn.csv'), simpeg: files, pemetaan: new Map(), keluar, timpa: true, acuan: undefined },
    () => undefined,
  );
  if (!outcome.ok) throw new Error(outcome.error.code);
  expect(outcome.value.refusals).toEqual([]);
}

async function prove(server: DatabaseClient, scheme: string, files: readonly CsvRecord[], grant: string) {
  const pairs = files.map(({ instansi = '', berkas = '', wadah }) => {
    const path = join(contoh, 'simpeg', berkas);
    const bytes = readFileSync(path);
    const database = `langsung${instansi}`;
    server.load(database, wadah === 'sql.gz' ? gunzipSync(bytes) : bytes);
    server.run(database, Buffer.from(grant.replaceAll('{basis}', database)));
    const address = `${scheme}://pembaca@127.0.0.1:${server.port}/${database}`;
    const parsed = parseAddress(address);
    if (parsed.ok) rememberPassword(parsed.value, SANDI);
    return { instansi, dump: path, address };
  });
  expect(pairs.length).toBeGreaterThan(0);
  const [fromDumps, fromServer] = [join(folder, `${scheme}-dump`), join(folder, `${scheme}-langsung`)];
  await compare(
    fromDumps,
    pairs.map(({ instansi, dump }) => ({ instansi, berkas: dump })),
  );
  await compare(
    fromServer,
    pairs.map(({ instansi, address }) => ({ instansi, berkas: address })),
  );
  for (const name of ['selisih.csv', 'pasangan.csv', 'hanya-simpeg.csv', 'hanya-bkn.csv', 'ganda.csv']) {
    const [expected, found] = [fromDumps, fromServer].map((each) => readFileSync(join(each, name), 'utf8'));
    expect(expected?.split('\n').length).toBeGreaterThan(['selisih.csv', 'pasangan.csv'].includes(name) ? 10 : 1);
    expect([name, found === expected]).toEqual([name, true]);
  }
  // Whatever was written on the way holds no password.
  for (const name of readdirSync(fromServer, { recursive: true, withFileTypes: true })) {
    if (name.isFile()) expect(readFileSync(join(name.parentPath, name.name), 'utf8')).not.toContain(SANDI);
  }
}

describe('a live database', () => {
  it.skipIf(!hasMariadb)(
    'of MariaDB gives byte for byte what its dump gives (dilewati bila mesin ini tidak punya mariadbd)',
    { timeout: 240_000 },
    async () => {
      const files = dumps.filter((file) => !isPostgres(file));
      const grant = `create user if not exists pembaca@'127.0.0.1' identified by '${SANDI}'; grant select on \`{basis}\`.* to pembaca@'127.0.0.1';`;
      await prove(await sharedMariadb(), 'mysql', files, grant);
    },
  );

  it.skipIf(!hasPostgres)(
    'of PostgreSQL gives byte for byte what its dump gives (dilewati bila mesin ini tidak punya postgres)',
    { timeout: 240_000 },
    async () => {
      const grant = `do $$ declare s text; begin
          if not exists (select from pg_roles where rolname = 'pembaca') then create role pembaca login password '${SANDI}'; end if;
          for s in select nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema' loop
            execute format('grant usage on schema %I to pembaca', s);
            execute format('grant select on all tables in schema %I to pembaca', s);
          end loop; end $$;`;
      await prove(await sharedPostgres(), 'postgresql', dumps.filter(isPostgres), grant);
    },
  );
});
