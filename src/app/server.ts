import {
  addGuard,
  addIdentityRoutes,
  addSampleAccounts,
  BKN_INSTANSI,
  type Instansi,
  SAMPLE_ACCOUNTS,
  SAMPLE_PASSWORD,
  saveInstansi,
} from '#identity';
import { describeProblem } from '#kernel/problem.ts';
import {
  addHealth,
  createHttpServer,
  type Database,
  migrate,
  openDatabase,
  readMigrations,
  type Server,
  startEmbeddedServer,
} from '#platform';
import { INSTANSI_JATENG } from '#reference';
import { addDeliveries } from './deliveries.ts';
import { DATA_FOLDER, FILES_FOLDER, MIGRATIONS_FOLDER } from './folders.ts';

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
  /** Where deliveries lie, and what is made out of them. */
  readonly files?: string;
  /** Whether it is filled with sample accounts, for trying on one's own machine. */
  readonly isSample?: boolean;
  readonly say: (line: string) => void;
}

const KINDS = { PROV: 'provinsi', KAB: 'kabupaten', KOT: 'kota' } as const;

/** The tenants: the 36 governments, and BKN, whose deliveries are its own. */
export const TENANTS: readonly Instansi[] = [
  { instansi: BKN_INSTANSI, nama: 'Badan Kepegawaian Negara', jenis: 'bkn' },
  ...INSTANSI_JATENG.map(({ kode, nama, jenis }) => ({ instansi: Number(kode), nama, jenis: KINDS[jenis] })),
];

/**
 * Starts database, migrations and HTTP server, in this order; what was started is stopped again where a later step fails.
 * Throws an `Error` with an Indonesian sentence where the database is not one that this version can use.
 */
export async function startPortal({
  port,
  folder = DATA_FOLDER,
  files: filesFolder = FILES_FOLDER,
  isSample = false,
  say,
}: PortalOptions): Promise<Portal> {
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
    const server = await composePortal({ database, folder, files: filesFolder, isSample, say });
    started.push(() => server.close());
    const address = await server.listen({ host: '127.0.0.1', port });
    return { address, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

export interface Composition extends Pick<PortalOptions, 'say'> {
  readonly database: Database;
  /** Whose disk is watched. */
  readonly folder: string;
  /** Where deliveries lie, and what is made out of them. */
  readonly files: string;
  readonly isSample: boolean;
}

/** The portal's routes on a migrated database; tests ask them without a port. */
export async function composePortal({ database, folder, files, isSample, say }: Composition): Promise<Server> {
  await saveInstansi(database, TENANTS);
  if (isSample) {
    await addSampleAccounts(database);
    say(`Akun contoh (kata sandi semuanya ${SAMPLE_PASSWORD}):`);
    for (const { namaPengguna, nama } of SAMPLE_ACCOUNTS) say(`  ${namaPengguna.padEnd(18)} ${nama}`);
  }
  const tellFault = (rujukan: string, error: unknown): void =>
    say(`Kesalahan ${rujukan}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  const server = createHttpServer(tellFault);
  const identity = { database, isFactorRequired: !isSample };
  addGuard(server, identity);
  addHealth(server, database, folder);
  addIdentityRoutes(server, identity);
  addDeliveries(server, { database, folder: files, onFault: (error) => tellFault('pekerjaan', error) });
  return server;
}
