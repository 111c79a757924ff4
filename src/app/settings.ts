import { isThisMachine, type ProviderSettings, type TakingLimits } from '#identity';
import type { Retention } from '#intake';
import type { SmtpSettings } from '#platform';
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
  /** How long files are kept, and mails that were sent; in days. */
  readonly simpan: Retention & { readonly surel: number };
  /** How much one user takes within an hour before being asked why. */
  readonly batas: TakingLimits;
  /** Proxies that may say for whom they ask. */
  readonly trustedProxies: readonly string[];
  /** Keys by which secrets of users are encrypted; without them a file of keys is kept beside the deliveries. */
  readonly kunci: string | undefined;
  /** An OpenID Connect provider outside that users may sign in by. */
  readonly penyedia: ProviderSettings | undefined;
  /** Server that mails are sent by; without it they stay in the outbox. */
  readonly surel: SmtpSettings | undefined;
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
    simpan: {
      unggahan: days(env, 'PORTAL_SIMPAN_UNGGAHAN', 7),
      siap: days(env, 'PORTAL_SIMPAN_HASIL', 30),
      kiriman: days(env, 'PORTAL_SIMPAN_KIRIMAN', 1825),
      surel: days(env, 'PORTAL_SIMPAN_SUREL', 365),
    },
    batas: {
      orang: count(env, 'PORTAL_BATAS_ORANG', 500),
      ekspor: count(env, 'PORTAL_BATAS_EKSPOR', 10),
    },
    publicOrigin,
    trustedProxies: (env['PORTAL_PROKSI'] ?? '').split(',').flatMap((each) => each.trim() || []),
    kunci: env['PORTAL_KUNCI'] || undefined,
    penyedia: readProvider(env),
    surel: readMailServer(env),
  };
}

const PROVIDER = {
  penerbit: 'PORTAL_OIDC_PENERBIT',
  klien: 'PORTAL_OIDC_KLIEN',
  rahasia: 'PORTAL_OIDC_RAHASIA',
  nama: 'PORTAL_OIDC_NAMA',
} as const;

/** All four of a provider's settings, or none. */
function readProvider(env: Readonly<Record<string, string | undefined>>): ProviderSettings | undefined {
  if (Object.values(PROVIDER).every((name) => env[name] === undefined)) return undefined;
  const need = (name: string): string =>
    env[name] || refuse(name, 'diisi, bersama keempat setelan PORTAL_OIDC lainnya');
  const penerbit = need(PROVIDER.penerbit);
  if (!URL.canParse(penerbit) || !(penerbit.startsWith('https://') || isThisMachine(penerbit)))
    refuse(PROVIDER.penerbit, 'https://penyedia.contoh.go.id, alamat penerbit (issuer) penyedia');
  return { penerbit, klien: need(PROVIDER.klien), rahasia: need(PROVIDER.rahasia), nama: need(PROVIDER.nama) };
}

/** Both settings of the mail server, or none. */
function readMailServer(env: Readonly<Record<string, string | undefined>>): SmtpSettings | undefined {
  const [server, pengirim] = [env['PORTAL_SUREL_SERVER'], env['PORTAL_SUREL_PENGIRIM']];
  if (server === undefined && pengirim === undefined) return undefined;
  if (server === undefined || !/^smtps?:$/.test(URL.parse(server)?.protocol ?? ''))
    return refuse('PORTAL_SUREL_SERVER', 'smtp://akun:sandi@server:587, atau smtps:// untuk port 465');
  if (pengirim === undefined || !/^[^<>@\r\n]*<?[^<>@\s]+@[^<>@\s]+>?$/.test(pengirim))
    return refuse('PORTAL_SUREL_PENGIRIM', 'Portal Kepegawaian <portal@contoh.go.id>');
  return { server, pengirim };
}

/** A setting in days; 0 for ever. */
function days(env: Readonly<Record<string, string | undefined>>, nama: string, otherwise: number): number {
  const value = Number(env[nama] ?? otherwise);
  if (!Number.isInteger(value) || value < 0 || value > 36_500) refuse(nama, 'jumlah hari, 0 untuk selamanya');
  return value;
}

/** How many of something; 0 for as many as there are. */
function count(env: Readonly<Record<string, string | undefined>>, nama: string, otherwise: number): number {
  const value = Number(env[nama] ?? otherwise);
  if (!Number.isInteger(value) || value < 0 || value > 1_000_000) refuse(nama, 'bilangan bulat, 0 untuk tanpa batas');
  return value;
}

function refuse(nama: string, bentuk: string): never {
  throw new RefusedFile(problem('SETELAN_SALAH', { nama, bentuk }));
}
