import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads';
import { type Address, serverName } from './address.ts';

/**
 * Passwords of this run, in memory only. Environment data goes along to threads that are started afterwards, so that no
 * message, recipe or report has to carry one.
 */
const KEY = 'portal:sandi-basis-data';

const place = (address: Address): string => `${address.jenis} ${address.akun}@${serverName(address)}`;

/** Remembers the password of an account at a server, for this thread and those that it starts from now on. */
export function rememberPassword(address: Address, password: string): void {
  setEnvironmentData(KEY, new Map([...known(), [place(address), password]]));
}

/** The password to log in with; '' where none is known, for a server may ask for none. */
export function passwordOf(address: Address): string {
  return known().get(place(address)) ?? '';
}

export function hasPassword(address: Address): boolean {
  return known().has(place(address));
}

function known(): ReadonlyMap<string, string> {
  const data: unknown = getEnvironmentData(KEY);
  return data instanceof Map ? (data as ReadonlyMap<string, string>) : new Map();
}
