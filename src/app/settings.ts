import { problem, RefusedFile } from '#kernel/problem.ts';
import { USUAL_PORT } from './find-port.ts';
import { DATA_FOLDER, FILES_FOLDER } from './folders.ts';

/** How a portal is run; from the environment, so that one program serves trying and production. */
export interface Settings {
  /** 0 for any free one; undefined for the usual one, or the next that is free. */
  readonly port: number | undefined;
  readonly host: string;
  /** PostgreSQL of the operator's own; without it the embedded one is started. */
  readonly databaseUrl: string | undefined;
  /** Where the embedded database keeps its data. */
  readonly folder: string;
  /** Where deliveries lie, and what is made out of them; its disk is watched. */
  readonly files: string;
  /** Filled with sample accounts whose password everybody knows: only on the embedded database. */
  readonly isSample: boolean;
  /** The portal's address as browsers know it; with it, cookies are for HTTPS only. */
  readonly publicOrigin: string | undefined;
  /** Proxies that may say for whom they ask. */
  readonly trustedProxies: readonly string[];
}

/** Addresses that only this computer reaches. */
const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** Throws a `RefusedFile` with a sentence where a setting cannot be meant. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const databaseUrl = env['DATABASE_URL'];
  const publicOrigin = env['PORTAL_ALAMAT'];
  const host = env['HOST'] ?? '127.0.0.1';
  // A proxy looks for an operator's portal at one port.
  const usual = databaseUrl === undefined ? undefined : USUAL_PORT;
  const port = env['PORT'] === undefined ? usual : Number(env['PORT']);
  if (port !== undefined && (!Number.isInteger(port) || port < 0 || port > 65_535))
    refuse('PORT', 'angka 0 sampai 65535');
  if (databaseUrl !== undefined && !/^postgres(ql)?:\/\//.test(databaseUrl))
    refuse('DATABASE_URL', 'postgres://akun:sandi@server:5432/basisdata');
  if (publicOrigin !== undefined && !/^https?:\/\/[^/]+$/.test(publicOrigin))
    refuse('PORTAL_ALAMAT', 'https://portal.contoh.go.id, tanpa garis miring di ujung');
  if (databaseUrl === undefined && !LOOPBACK.has(host)) throw new RefusedFile(problem('CONTOH_TERTUTUP'));
  return {
    port,
    host,
    databaseUrl,
    folder: DATA_FOLDER,
    files: FILES_FOLDER,
    isSample: databaseUrl === undefined,
    publicOrigin,
    trustedProxies: (env['PORTAL_PROKSI'] ?? '').split(',').flatMap((each) => each.trim() || []),
  };
}

function refuse(nama: string, bentuk: string): never {
  throw new RefusedFile(problem('SETELAN_SALAH', { nama, bentuk }));
}
