import { describeProblem } from '#kernel/problem.ts';
import { addHealth, createHttpServer, migrate, openDatabase, readMigrations, startEmbeddedServer } from '#platform';
import { DATA_FOLDER, MIGRATIONS_FOLDER } from './folders.ts';

/** The portal as it runs: its address, and how it is ended. */
export interface Portal {
  readonly address: string;
  stop(): Promise<void>;
}

export interface PortalOptions {
  /** 0 for any free one. */
  readonly port: number;
  /** Where the embedded database keeps its data. */
  readonly folder?: string;
  readonly say: (line: string) => void;
}

/**
 * Starts database, migrations and HTTP server, in this order; what was started is stopped again where a later step fails.
 * Throws an `Error` with an Indonesian sentence where the database is not one that this version can use.
 */
export async function startPortal({ port, folder = DATA_FOLDER, say }: PortalOptions): Promise<Portal> {
  const started: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of started.splice(0).toReversed()) await end();
  };
  try {
    const embedded = await startEmbeddedServer(folder);
    started.push(() => embedded.stop());
    const migrated = await migrate(embedded.url, readMigrations(MIGRATIONS_FOLDER));
    if (!migrated.ok) throw new Error(describeProblem(migrated.error));
    if (migrated.value > 0) say(`Basis data disiapkan: ${migrated.value} migrasi diterapkan.`);
    const database = openDatabase(embedded.url);
    started.push(() => database.close());
    const server = createHttpServer((rujukan, error) => {
      say(`Kesalahan ${rujukan}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    });
    addHealth(server, database, folder);
    started.push(() => server.close());
    const address = await server.listen({ host: '127.0.0.1', port });
    return { address, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
