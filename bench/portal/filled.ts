import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { jobDeps } from '../../src/app/deliveries.ts';
import { MIGRATIONS_FOLDER } from '../../src/app/folders.ts';
import { TENANTS } from '../../src/app/tenants.ts';
import { checkTogether, type JobDeps } from '../../src/findings/index.ts';
import { BKN_INSTANSI, saveInstansi } from '../../src/identity/index.ts';
import { addWholeDelivery, findDelivery, type StoredDelivery } from '../../src/intake/index.ts';
import {
  type Database,
  type EmbeddedServer,
  migrate,
  openDatabase,
  readMigrations,
  startEmbeddedServer,
} from '../../src/platform/index.ts';
import type { Deliveries } from '../lib/deliveries.ts';
import { stopwatch } from './usage.ts';

/** A portal whose deliveries are all checked, and wait to be published. It is kept, and copied for every round. */
export interface FilledPortal {
  readonly server: EmbeddedServer;
  /** Where the deliveries lie, and what was made ready out of them. */
  readonly files: string;
  /** Data folder of PostgreSQL. */
  readonly data: string;
  /** A copy of the portal as it was before anything was published; the address of its database. */
  copy(name: string): Promise<string>;
  urlOf(name: string): string;
  has(name: string): Promise<boolean>;
  stop(): Promise<void>;
}

const TEMPLATE = 'siap';

/** Opens the portal in `folder`, and fills it first where that was not done. */
export async function openFilledPortal(folder: string, deliveries: Deliveries): Promise<FilledPortal> {
  mkdirSync(folder, { recursive: true });
  const postgres = join(folder, 'basis-data');
  const files = join(folder, 'berkas');
  const mark = join(folder, 'terisi');
  const isFilled = existsSync(mark) && readFileSync(mark, 'utf8') === deliveries.folder;
  if (!isFilled) for (const each of [postgres, files, mark]) rmSync(each, { recursive: true, force: true });
  const server = await startEmbeddedServer(postgres);
  const urlOf = (name: string): string => {
    const address = new URL(server.url);
    address.pathname = `/${name}`;
    return address.href;
  };
  const run = (sql: string) => runSql(server.url, sql);
  const portal: FilledPortal = {
    server,
    files,
    data: join(postgres, 'data'),
    urlOf,
    copy: async (name) => {
      await run(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await run(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
      // The copying itself is not to be written out while something is measured.
      await run('CHECKPOINT');
      return urlOf(name);
    },
    has: async (name) => (await run(`SELECT 1 FROM pg_database WHERE datname = '${name}'`)).length > 0,
    stop: () => server.stop(),
  };
  try {
    if (!isFilled) await run(`CREATE DATABASE ${TEMPLATE}`);
    const migrated = await migrate(urlOf(TEMPLATE), readMigrations(MIGRATIONS_FOLDER));
    if (!migrated.ok) throw new Error(migrated.error.code);
    if (!isFilled) {
      await fill(urlOf(TEMPLATE), files, deliveries);
      writeFileSync(mark, deliveries.folder);
    }
    return portal;
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function fill(url: string, files: string, deliveries: Deliveries): Promise<void> {
  const database = openDatabase(url);
  try {
    await saveInstansi(database, TENANTS);
    const deps = jobDeps(database, files);
    const add = (instansi: number, path: string) => addDelivery(deps, instansi, path);
    const watch = stopwatch();
    const bkn = await add(BKN_INSTANSI, deliveries.bkn);
    const simpeg: StoredDelivery[] = [];
    for (const { instansi, berkas } of deliveries.simpeg) simpeg.push(await add(Number(instansi), berkas));
    let last = '';
    const onProgress = (tahap: string): void => {
      if (tahap !== last) process.stderr.write(`${watch().toFixed(0)} s: ${tahap}\n`);
      last = tahap;
    };
    await checkTogether(deps, { bkn, simpeg, oleh: 'bench' }, onProgress, new AbortController().signal);
    process.stderr.write(`${watch().toFixed(0)} s: all deliveries are checked\n`);
  } finally {
    await database.close();
  }
}

async function addDelivery(deps: JobDeps, instansi: number, path: string): Promise<StoredDelivery> {
  const upload = { instansi, path, namaBerkas: `${instansi}.csv`, per: '2025-10-01', oleh: 'bench', pengirim: 'bench' };
  const kiriman = await addWholeDelivery(deps.database, deps.files, upload);
  const stored = await deps.database.withContext({ lingkup: 'instansi', instansi }, (transaction) =>
    findDelivery(transaction, instansi, kiriman),
  );
  if (!stored) throw new Error('A delivery is gone');
  return stored;
}

export async function runSql(url: string, sql: string): Promise<readonly unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

export type { Database };
