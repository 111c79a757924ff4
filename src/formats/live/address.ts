import { type Problem, problem } from '#kernel/problem.ts';
import { fail, ok, type Result } from '#kernel/result.ts';

/** A database that is read where it lies, and the account that reads it. */
export interface Address {
  readonly jenis: 'mysql' | 'postgresql' | 'sqlserver';
  readonly akun: string;
  readonly host: string;
  readonly port: number;
  readonly basis: string;
  /** Encrypted or not at all; there is no form in which a server may choose. */
  readonly tls: boolean;
  /** File of the certificate that vouches for the server, where the machine's own list does not. */
  readonly ca: string | undefined;
  /** Name that the server's certificate bears, where it is not the host's. */
  readonly nama: string;
  /** Whether all tables have to be seen as of one moment; only SQL Server may be unable to. */
  readonly potret: boolean;
}

const SCHEMES: ReadonlyMap<string, { readonly jenis: Address['jenis']; readonly port: number }> = new Map([
  ['mysql', { jenis: 'mysql', port: 3306 }],
  ['mariadb', { jenis: 'mysql', port: 3306 }],
  ['postgresql', { jenis: 'postgresql', port: 5432 }],
  ['postgres', { jenis: 'postgresql', port: 5432 }],
  ['sqlserver', { jenis: 'sqlserver', port: 1433 }],
  ['mssql', { jenis: 'sqlserver', port: 1433 }],
]);

/** Servers that people will try, and that are not read directly. */
const OTHERS: ReadonlyMap<string, string> = new Map([
  ['oracle', 'Oracle'],
  ['firebird', 'Firebird'],
]);

const OPTIONS = new Set(['tls', 'ca', 'nama', 'potret']);

/** Whether a text is meant as the address of a database and not as the name of a file. */
export function isAddress(text: string): boolean {
  const scheme = /^([a-z]+):\/\//i.exec(text)?.[1]?.toLowerCase() ?? '';
  return SCHEMES.has(scheme) || OTHERS.has(scheme);
}

/**
 * Reads <jenis>://<akun>@<host>[:port]/<basis>[?tls=mati&ca=...&nama=...&potret=tanpa]. No sentence about a wrong address repeats it: it
 * may hold a password at a place where nobody expects one.
 */
export function parseAddress(text: string): Result<Address, Problem> {
  const scheme = text.slice(0, text.indexOf(':')).toLowerCase();
  const other = OTHERS.get(scheme);
  if (other !== undefined) return fail(problem('ALAMAT_SERVER_LAIN', { jenis: other }));
  const kind = SCHEMES.get(scheme);
  if (/^[^?]*:\/\/[^?]*:[^?]*@/.test(text) || /[?&](?:password|sandi|pass|pwd)=/i.test(text)) {
    return fail(problem('ALAMAT_BERSANDI'));
  }
  const url = URL.parse(text);
  const [akun, basis] = [plain(url?.username), plain(url?.pathname.slice(1))];
  if (!kind || !url || !akun || !basis || url.hostname === '' || url.hash !== '') return fail(problem('ALAMAT_SALAH'));
  if (/[/\0]/.test(basis) || akun.includes('\0') || [...url.searchParams.keys()].some((key) => !OPTIONS.has(key))) {
    return fail(problem('ALAMAT_SALAH'));
  }
  const host =
    plain(url.hostname)
      ?.replace(/^\[|\]$/g, '')
      .toLowerCase() ?? '';
  const tls = url.searchParams.get('tls') ?? (isLoopback(host) ? 'mati' : 'wajib');
  const potret = url.searchParams.get('potret') ?? 'wajib';
  const isMeant =
    ['mati', 'wajib'].includes(tls) && (potret === 'wajib' || (potret === 'tanpa' && kind.jenis === 'sqlserver'));
  if (!isMeant) return fail(problem('ALAMAT_SALAH'));
  return ok({
    jenis: kind.jenis,
    akun,
    host,
    port: url.port === '' ? kind.port : Number(url.port),
    basis,
    tls: tls === 'wajib',
    ca: url.searchParams.get('ca') ?? undefined,
    nama: url.searchParams.get('nama') ?? host,
    potret: potret === 'wajib',
  });
}

/** What was meant by %40 and the like; undefined where that is no text. */
function plain(part: string | undefined): string | undefined {
  try {
    return part === undefined ? undefined : decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

/** Hosts whose packets leave no computer. */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

/** The address without options, as it may stand in sentences and results; its last part is the name of the database. */
export function formatAddress({ jenis, akun, host, port, basis }: Address): string {
  const name = host.includes(':') ? `[${host}]` : host;
  return `${jenis}://${encodeURIComponent(akun)}@${name}:${port}/${basis}`;
}

/** `host:port` for sentences. */
export const serverName = ({ host, port }: Address): string => `${host}:${port}`;

/** The environment variable that may hold the account's password: SANDI_PEMBACA_10_1_2_3. */
export function passwordVariable({ akun, host }: Pick<Address, 'akun' | 'host'>): string {
  return `SANDI_${`${akun}_${host}`.replace(/[^a-z0-9]+/gi, '_').toUpperCase()}`;
}
