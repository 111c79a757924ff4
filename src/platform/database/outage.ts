import { type Problem, problem } from '#kernel/problem.ts';

/** The database was away in the middle of something, or before it: whether it was kept has to be looked up, and may be asked again. */
export class DatabaseOutage extends Error {
  constructor(cause: unknown) {
    super('The database is away', { cause });
    this.name = 'DatabaseOutage';
  }
}

/**
 * Codes of the system, then of PostgreSQL: the connection failed (08), no connection is free (53300), it was ended or is starting
 * (57P0x). The driver's own reasons have no codes.
 */
const CODES = new Set(
  'ECONNREFUSED ECONNRESET EPIPE ETIMEDOUT 08000 08001 08003 08004 08006 53300 57P01 57P02 57P03'.split(' '),
);
const SENTENCES =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection)/;

/** What a connection failed with, as an outage where it is one. */
export function asOutage(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  return CODES.has(codeOf(error)) || SENTENCES.test(error.message) ? new DatabaseOutage(error) : error;
}

/** Whether something failed because a disk has no room: PostgreSQL's, or the one that deliveries lie on. */
export function isDiskFull(error: unknown): boolean {
  return error instanceof Error && ['53100', 'ENOSPC', 'EDQUOT'].includes(codeOf(error));
}

/**
 * What PostgreSQL undid by itself, as a problem with a sentence: two changes that waited for each other, or one that took too long.
 * Nothing of it stands, so it may be asked again.
 */
export function undoneProblem(error: unknown): Problem | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = codeOf(error);
  if (code === '40P01' || code === '40001') return problem('PERUBAHAN_BERTABRAKAN');
  return code === '57014' ? problem('PERMINTAAN_TERLALU_LAMA') : undefined;
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}
