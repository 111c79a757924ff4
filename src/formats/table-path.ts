import { existsSync } from 'node:fs';
import { isAddress } from './live/address.ts';

/** `<berkas>#<tabel>` as the command line writes it. */
export interface TablePath {
  readonly berkas: string;
  readonly tabel: string | undefined;
}

/**
 * Takes the name of a table off a file, a folder or an address. A file whose own name holds a # is taken whole, and so is an
 * address behind whose last # an @ stands: that # is rather part of a password.
 */
export function splitTablePath(text: string): TablePath {
  const hash = text.lastIndexOf('#');
  const isWhole = hash < 0 || (isAddress(text) ? text.includes('@', hash) : existsSync(text));
  return isWhole ? { berkas: text, tabel: undefined } : { berkas: text.slice(0, hash), tabel: text.slice(hash + 1) };
}
