import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { type EmbeddedServer, migrate, readMigrations, startEmbeddedServer } from '#platform';

/** A PostgreSQL of a test file's own, and in it as many databases as the tests ask for. */
export interface TestServer {
  /** An empty database; its owner's address. */
  createDatabase(): Promise<string>;
  /** A database with every migration of the project. */
  createPortalDatabase(): Promise<string>;
  stop(): Promise<void>;
}

export const MIGRATIONS = readMigrations(join(import.meta.dirname, '../../db/migrations'));

export async function startTestServer(): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'portal-basis-'));
  const server = await startEmbeddedServer(folder, { isDisposable: true });
  let count = 0;
  const createDatabase = async (): Promise<string> => {
    count += 1;
    const name = `uji_${count}`;
    await runSql(server.url, `CREATE DATABASE ${name}`);
    return withDatabase(server, name);
  };
  return {
    createDatabase,
    createPortalDatabase: async () => {
      const url = await createDatabase();
      const outcome = await migrate(url, MIGRATIONS);
      if (!outcome.ok) throw new Error(outcome.error.code);
      return url;
    },
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function withDatabase({ url }: EmbeddedServer, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

/** Runs statements on a connection of their own and gives the rows of the last. */
export async function runSql<Row extends object>(url: string, sql: string): Promise<readonly Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const results: unknown = await client.query<Row>(sql);
    const last = (Array.isArray(results) ? results.at(-1) : results) as { readonly rows: readonly Row[] };
    return last.rows;
  } finally {
    await client.end();
  }
}
