import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { type EmbeddedServer, migrate, readMigrations, startEmbeddedServer } from '#platform';
import { askShared } from './shared.ts';

/** A PostgreSQL, and in it as many databases as the tests ask for. */
export interface TestServer {
  /** An empty database; its owner's address. */
  createDatabase(): Promise<string>;
  /** A database with every migration of the project. */
  createPortalDatabase(): Promise<string>;
  stop(): Promise<void>;
}

export const MIGRATIONS = readMigrations(join(import.meta.dirname, '../../db/migrations'));

/** A database that was migrated once: copying it is quicker than doing so again. */
const TEMPLATE = 'portal_uji';

/**
 * The server that all test files of a run share; `isOwn` for a test that changes what databases have in common (roles), since
 * others would see it.
 */
export async function startTestServer({ isOwn = false }: { readonly isOwn?: boolean } = {}): Promise<TestServer> {
  if (isOwn) {
    const server = await startPortalServer();
    return testServer(server.url, () => server.stop());
  }
  return testServer(await askShared<string>({ jenis: 'portal' }), async () => Promise.resolve());
}

/** A server in a folder of its own, with the template that databases are copied from. */
export async function startPortalServer(): Promise<EmbeddedServer> {
  const folder = mkdtempSync(join(tmpdir(), 'portal-basis-'));
  const server = await startEmbeddedServer(folder, { isDisposable: true });
  await runSql(server.url, `CREATE DATABASE ${TEMPLATE}`);
  const outcome = await migrate(withDatabase(server.url, TEMPLATE), MIGRATIONS);
  if (!outcome.ok) throw new Error(outcome.error.code);
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function testServer(url: string, stop: () => Promise<void>): TestServer {
  const create = async (template: string): Promise<string> => {
    const name = `uji_${randomBytes(8).toString('hex')}`;
    await runSql(url, `CREATE DATABASE ${name} TEMPLATE ${template}`);
    return withDatabase(url, name);
  };
  return { createDatabase: () => create('template0'), createPortalDatabase: () => create(TEMPLATE), stop };
}

function withDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

/** Runs statements on a connection of their own and gives the rows of the last. */
export async function runSql<Row extends object>(url: string, sql: string): Promise<readonly Row[]> {
  const client = new Client({ connectionString: url });
  // A connection that is cut off tells it so besides the answer, and unheard it would end the program.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const results: unknown = await client.query<Row>(sql);
    const last = (Array.isArray(results) ? results.at(-1) : results) as { readonly rows: readonly Row[] };
    return last.rows;
  } finally {
    await client.end();
  }
}
