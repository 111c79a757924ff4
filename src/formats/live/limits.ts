/** Patience with a server, in milliseconds. Tests shorten it. */
export interface LiveLimits {
  /** Until the account is logged in. */
  readonly connect: number;
  /** One question to the catalogue, or the first rows of a table (a view may have to be worked out for them). */
  readonly question: number;
  /** One whole table, counted at the server, pauses of ours included. */
  readonly table: number;
  /** Without a byte from the server while one is awaited. */
  readonly silence: number;
  /** Waiting for a lock that somebody else holds. */
  readonly lock: number;
  /** After which the server itself ends a session that asks for nothing: what stays if this machine vanishes. */
  readonly idle: number;
}

export const LIVE_LIMITS: LiveLimits = {
  connect: 15_000,
  question: 30_000,
  table: 60 * 60_000,
  silence: 5 * 60_000,
  lock: 15_000,
  idle: 15 * 60_000,
};
