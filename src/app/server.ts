import {
  addGuard,
  addIdentityRoutes,
  addSampleAccounts,
  BKN_INSTANSI,
  type Instansi,
  SAMPLE_ACCOUNTS,
  SAMPLE_PASSWORD,
  saveInstansi,
  sweepAttempts,
} from '#identity';
import { RefusedFile } from '#kernel/problem.ts';
import {
  addApiDocs,
  addHealth,
  addWebApp,
  createHttpServer,
  type Database,
  keepDailyHeads,
  migrate,
  openDatabase,
  readMigrations,
  type Server,
  startEmbeddedServer,
} from '#platform';
import { INSTANSI_JATENG } from '#reference';
import { addDeliveries, jobDeps } from './deliveries.ts';
import { MIGRATIONS_FOLDER, VERSION, WEB_FOLDER } from './folders.ts';
import { addRetention } from './retention.ts';
import { addLaterMonths, fillWithSample, isEmptyPortal } from './sample-portal.ts';
import type { Settings } from './settings.ts';

/** The portal as it runs: its address, and how it is ended. */
export interface Portal {
  readonly address: string;
  stop(): Promise<void>;
}

export interface PortalOptions extends Settings {
  readonly say: (line: string) => void;
  /** Told how far longer work is. */
  readonly progress?: (label: string, done: number, total: number) => void;
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
export async function startPortal({ say, progress = () => undefined, ...settings }: PortalOptions): Promise<Portal> {
  const started: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of started.splice(0).toReversed()) await end();
  };
  try {
    const { folder, databaseUrl } = settings;
    const embedded = databaseUrl === undefined ? await startEmbeddedServer(folder) : undefined;
    if (embedded) started.push(() => embedded.stop());
    const url = databaseUrl ?? embedded?.url ?? '';
    const database = await openPrepared(url, say);
    started.push(() => database.close());
    const server = await composePortal({ database, say, ...settings });
    started.push(() => server.close());
    const endHeads = keepDailyHeads(
      database,
      TENANTS.map(({ instansi }) => instansi),
      (error) => say(String(error)),
    );
    started.push(async () => endHeads());
    const filling = { deps: jobDeps(database, settings.files), say, progress };
    const isNew = settings.isSample && (await isEmptyPortal(database));
    if (isNew) await fillWithSample(filling);
    const address = await server.listen({ host: settings.host, port: settings.port });
    // The portal is used meanwhile; what breaks here leaves it as it is.
    if (isNew) void addLaterMonths(filling).catch((error: unknown) => say(String(error)));
    return { address, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The database of `url`, brought up to this version. Throws an `Error` with a sentence where it cannot be. */
export async function openPrepared(url: string, say: (line: string) => void): Promise<Database> {
  const migrated = await migrate(url, readMigrations(MIGRATIONS_FOLDER));
  if (!migrated.ok) throw new RefusedFile(migrated.error);
  if (migrated.value > 0) say(`Basis data disiapkan: ${migrated.value} migrasi diterapkan.`);
  return openDatabase(url);
}

export interface Composition extends Omit<Settings, 'port' | 'host' | 'databaseUrl'> {
  readonly database: Database;
  readonly say: (line: string) => void;
}

/** The portal's routes on a migrated database; tests ask them without a port. */
export async function composePortal(composition: Composition): Promise<Server> {
  const { database, folder, files, isSample, publicOrigin, penyedia, simpan, trustedProxies, say } = composition;
  await saveInstansi(database, TENANTS);
  if (isSample) {
    await addSampleAccounts(database);
    say(`Akun contoh (kata sandi semuanya ${SAMPLE_PASSWORD}):`);
    for (const { namaPengguna, nama } of SAMPLE_ACCOUNTS) say(`  ${namaPengguna.padEnd(18)} ${nama}`);
  }
  const tellFault = (rujukan: string, error: unknown): void =>
    say(`Kesalahan ${rujukan}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  const server = createHttpServer(tellFault, { trustProxy: trustedProxies });
  const identity = { database, isFactorRequired: !isSample, publicOrigin, penyedia };
  await database.withContext({ lingkup: 'acuan' }, sweepAttempts);
  addGuard(server, identity);
  addApiDocs(server, VERSION);
  addHealth(server, database, folder);
  addIdentityRoutes(server, identity);
  const deps = jobDeps(database, files);
  addDeliveries(server, deps, (error) => tellFault('pekerjaan', error));
  addRetention(server, { ...deps, simpan }, (error) => tellFault('masa simpan', error));
  addWebApp(server, WEB_FOLDER);
  return server;
}
