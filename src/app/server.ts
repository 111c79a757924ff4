import { addGuard, addIdentityRoutes, addSampleAccounts, saveInstansi, sweepAttempts } from '#identity';
import type { LocalDate } from '#kernel/local-date.ts';
import {
  addApiDocs,
  addHealth,
  addWebApp,
  createHttpServer,
  type Database,
  keepDailyHeads,
  type Server,
} from '#platform';
import { addDeliveries, jobDeps } from './deliveries.ts';
import { findPort } from './find-port.ts';
import { VERSION, WEB_FOLDER } from './folders.ts';
import { openOwnDatabase, type OwnDatabase } from './own-database.ts';
import { addReminders } from './reminders.ts';
import { addRetention } from './retention.ts';
import { SAMPLE_PEOPLE, type SamplePeople } from './sample/deliveries.ts';
import { sampleMonths } from './sample/months.ts';
import type { Settings } from './settings.ts';
import { openPrepared, TENANTS } from './tenants.ts';
import { today } from './today.ts';

/** The portal as it runs: its address, and how it is ended. */
export interface Portal {
  readonly address: string;
  stop(): Promise<void>;
}

export interface PortalOptions extends Settings {
  readonly say: (line: string) => void;
  /** Told how far longer work is. */
  readonly progress?: (label: string, done: number, total: number) => void;
  /** Who is invented for a new portal on trial, and on which day; for tests a few, and a day that stays. */
  readonly sample?: SamplePeople;
  readonly hariIni?: LocalDate;
  /** Ends a start that is still under way. */
  readonly signal?: AbortSignal;
}

/**
 * Starts database, migrations and HTTP server, in this order; what was started is stopped again where a later step fails or `signal`
 * ends it. An own database that is new is filled with the sample first. Throws an `Error` with an Indonesian sentence where the
 * portal cannot be started.
 */
export async function startPortal(options: PortalOptions): Promise<Portal> {
  const { say, signal = new AbortController().signal, ...settings } = options;
  const started: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of started.splice(0).toReversed()) await end();
  };
  try {
    const own = settings.databaseUrl === undefined ? await openOwn(options, signal) : undefined;
    if (own) started.push(() => own.stop());
    signal.throwIfAborted();
    const database = await openPrepared(settings.databaseUrl ?? own?.url ?? '', say);
    started.push(() => database.close());
    const server = await composePortal({ database, say, ...settings });
    started.push(() => server.close());
    const endHeads = keepDailyHeads(
      database,
      TENANTS.map(({ instansi }) => instansi),
      (error) => say(String(error)),
    );
    started.push(async () => endHeads());
    const port = settings.port ?? (await findPort(settings.host));
    const address = await server.listen({ host: settings.host, port });
    await own?.tellAddress(address);
    return { address, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function openOwn(options: PortalOptions, signal: AbortSignal): Promise<OwnDatabase> {
  const {
    folder,
    files,
    isSample,
    sample = SAMPLE_PEOPLE,
    hariIni = today(),
    say,
    progress = () => undefined,
  } = options;
  return openOwnDatabase(folder, async (url) => {
    if (!isSample) return;
    // Nobody but a portal on trial needs it.
    const { fillWithSample } = await import('./sample/fill-portal.ts');
    await fillWithSample({ url, files, sample, months: sampleMonths(hariIni), say, progress, signal });
  });
}

export interface Composition extends Omit<Settings, 'port' | 'host' | 'databaseUrl'> {
  readonly database: Database;
  readonly say: (line: string) => void;
}

/** The portal's routes on a migrated database; tests ask them without a port. */
export async function composePortal(composition: Composition): Promise<Server> {
  const { database, files, isSample, publicOrigin, penyedia, simpan, surel, trustedProxies, say } = composition;
  await saveInstansi(database, TENANTS);
  if (isSample) await addSampleAccounts(database);
  const tellFault = (rujukan: string, error: unknown): void =>
    say(`Kesalahan ${rujukan}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  const server = createHttpServer(tellFault, { trustProxy: trustedProxies });
  const identity = { database, isFactorRequired: !isSample, publicOrigin, penyedia, pengirim: surel?.pengirim };
  await database.withContext({ lingkup: 'acuan' }, sweepAttempts);
  addGuard(server, identity);
  addApiDocs(server, VERSION);
  addHealth(server, database, files);
  addIdentityRoutes(server, identity);
  const deps = jobDeps(database, files);
  addDeliveries(server, deps, (error) => tellFault('pekerjaan', error));
  addRetention(server, { ...deps, simpan }, (error) => tellFault('masa simpan', error));
  const reminders = { database, instansi: TENANTS, surel, publicOrigin };
  addReminders(server, reminders, (error) => tellFault('pengingat', error));
  addWebApp(server, WEB_FOLDER);
  return server;
}
