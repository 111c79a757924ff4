import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Address } from './address.ts';
import { refusal } from './faults.ts';

/** The certificates that vouch for a server: those of the address, else the machine's own list. */
export function readCertificate(address: Address): string | undefined {
  if (address.ca === undefined) return undefined;
  try {
    return readFileSync(address.ca, 'utf8');
  } catch {
    throw refusal('BASIS_CA', address, { berkas: basename(address.ca) });
  }
}
