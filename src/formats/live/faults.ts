import { type Problem, type ProblemCode, problem, RefusedFile } from '#kernel/problem.ts';
import { type Address, passwordVariable, serverName } from './address.ts';

/** What servers and sockets say, by their codes; the texts beside them may quote data and are never looked at. */
const FAULTS: Readonly<Record<string, readonly string[]>> = {
  BASIS_TAK_TERJANGKAU: [
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'ETIMEDOUT',
    'EACCES',
    'EINVAL',
    'ER_HOST_NOT_PRIVILEGED',
    'ER_HOST_IS_BLOCKED',
    'SQLSERVER_18401',
  ],
  BASIS_SANDI: [
    'ER_ACCESS_DENIED_ERROR',
    'ER_ACCESS_DENIED_NO_PASSWORD_ERROR',
    'ER_NOT_SUPPORTED_AUTH_MODE',
    'ER_MUST_CHANGE_PASSWORD',
    'ER_MUST_CHANGE_PASSWORD_LOGIN',
    'ER_ACCOUNT_HAS_BEEN_LOCKED',
    '28P01',
    '28000',
    'AUTH_SWITCH_PLUGIN_ERROR',
    'SASL',
    'SQLSERVER_18456',
    'SQLSERVER_18452',
    'SQLSERVER_18470',
    'SQLSERVER_18486',
    'SQLSERVER_18487',
    'SQLSERVER_18488',
    'SQLSERVER_17892',
  ],
  BASIS_TIDAK_ADA: [
    'ER_BAD_DB_ERROR',
    'ER_DBACCESS_DENIED_ERROR',
    '3D000',
    'SQLSERVER_4060',
    'SQLSERVER_4064',
    'SQLSERVER_911',
    'SQLSERVER_916',
  ],
  BASIS_HAK: [
    'ER_TABLEACCESS_DENIED_ERROR',
    'ER_COLUMNACCESS_DENIED_ERROR',
    'ER_VIEW_INVALID',
    'ER_NO_SUCH_USER',
    '42501',
    'SQLSERVER_229',
    'SQLSERVER_230',
    'SQLSERVER_262',
    'SQLSERVER_300',
    'SQLSERVER_297',
  ],
  BASIS_ASING: ['FOREIGN'],
  BASIS_MINTA_TLS: ['WANTS_TLS'],
  BASIS_TANPA_POTRET: ['SQLSERVER_3952'],
  BASIS_TANPA_TLS: ['HANDSHAKE_NO_SSL_SUPPORT', 'NO_TLS'],
  BASIS_PENUH: [
    'ER_CON_COUNT_ERROR',
    'ER_TOO_MANY_USER_CONNECTIONS',
    'ER_USER_LIMIT_REACHED',
    '53300',
    '57P03',
    'SQLSERVER_17809',
    'SQLSERVER_10928',
    'SQLSERVER_10929',
    'SQLSERVER_701',
    'SQLSERVER_8645',
  ],
  BASIS_WAKTU: [
    'ER_QUERY_TIMEOUT',
    'ER_STATEMENT_TIMEOUT',
    'ER_LOCK_WAIT_TIMEOUT',
    'ER_QUERY_INTERRUPTED',
    '57014',
    '55P03',
    'SQLSERVER_1222',
    'SQLSERVER_1205',
  ],
  BASIS_PUTUS: [
    'PROTOCOL_CONNECTION_LOST',
    'ECONNRESET',
    'EPIPE',
    'ER_CONNECTION_KILLED',
    'ER_SERVER_SHUTDOWN',
    '57P01',
    '57P02',

    '08000',
    '08003',
    '08006',
    '25P03',
    '57P05',
    'ER_CLIENT_INTERACTION_TIMEOUT',
    'LOST',
    'SQLSERVER_596',
    'SQLSERVER_6005',
    'SQLSERVER_3960',
    'SQLSERVER_3961',
    'SQLSERVER_3958',
  ],
};

/** Numbers of newer and MariaDB's own errors, which the driver may have no name for. */
const NUMBERS: ReadonlyMap<number, string> = new Map([
  [1698, 'ER_ACCESS_DENIED_NO_PASSWORD_ERROR'],
  [1927, 'ER_CONNECTION_KILLED'],
  [1969, 'ER_STATEMENT_TIMEOUT'],
  [3024, 'ER_QUERY_TIMEOUT'],
]);

const CERTIFICATE = /CERT|SIGNATURE|ISSUER|ALTNAME|CRL|HANDSHAKE_SSL_ERROR|^ERR_SSL|EPROTO/;

/** A word of ours for the state of a connection, where neither server nor socket gives one. */
export class LiveFault extends Error {
  readonly code: string;

  constructor(code: 'LOST' | 'FOREIGN' | 'NO_TLS' | 'WANTS_TLS' | 'ETIMEDOUT' | 'ER_QUERY_TIMEOUT' | 'SASL') {
    super(code);
    this.code = code;
  }
}

/** The code of an error of a driver; undefined for what is a fault of ours. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const number = 'errno' in error && typeof error.errno === 'number' ? error.errno : 0;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return NUMBERS.get(number) ?? code ?? (number > 0 ? String(number) : undefined);
}

/** The one sentence for what went wrong at a server; what is no trouble of servers is thrown on as it is. */
export function explainFault(error: unknown, address: Address, tabel = 'daftar tabelnya'): RefusedFile {
  if (error instanceof RefusedFile) return error;
  const code = codeOf(error);
  if (code === undefined) throw error;
  const found = Object.entries(FAULTS).find(([, codes]) => codes.includes(code))?.[0];
  if (found !== undefined) return refusal(found as ProblemCode, address, { tabel });
  if (CERTIFICATE.test(code)) return refusal('BASIS_SERTIFIKAT', address, { sebab: code });
  return refusal('BASIS_TOLAK', address, { tabel, kode: code });
}

/** A sentence about a server, with all that it may name. */
export function refusal(
  code: ProblemCode,
  address: Address,
  values: Readonly<Record<string, string | number>> = {},
): RefusedFile {
  return new RefusedFile(basisProblem(code, address, values));
}

export function basisProblem(
  code: ProblemCode,
  address: Address,
  values: Readonly<Record<string, string | number>> = {},
): Problem {
  return problem(code, {
    server: serverName(address),
    akun: address.akun,
    basis: address.basis,
    variabel: passwordVariable(address),
    izin: sufficientGrant(address),
    ...values,
  });
}

/** The right that is enough, as its administrator writes it. */
function sufficientGrant({ jenis, akun, basis }: Address): string {
  if (jenis === 'mysql') return `GRANT SELECT ON \`${basis}\`.* TO '${akun}'@'<komputer portal>'`;
  if (jenis === 'sqlserver')
    return `USE [${basis}]; CREATE USER [${akun}] FOR LOGIN [${akun}]; GRANT SELECT TO [${akun}]`;
  return `GRANT CONNECT ON DATABASE "${basis}", USAGE ON SCHEMA, dan SELECT ON ALL TABLES IN SCHEMA TO "${akun}"`;
}

/** Waits for a promise at most so long; rejects with `fault` afterwards. */
export async function within<T>(promise: Promise<T>, milliseconds: number, fault: () => Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  try {
    return await Promise.race([
      promise,
      new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(fault()), milliseconds);
      }),
    ]);
  } finally {
    clearTimeout(timer);
  }
}
