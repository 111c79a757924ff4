import { readConcepts } from '../names/concepts.ts';
import type { ColumnFacts } from './column-facts.ts';

/** A name that promises a password, PIN, token or device number. Its values are not even sampled. */
export function isSecretName(name: string): boolean {
  return readConcepts(name).some((concept) => concept.startsWith('!'));
}

/** Share of hash-shaped values from which a column counts as secret whatever its name. */
const HASHED = 0.9;
const HASH =
  /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|\$(?:2[aby]|argon2\w*|5|6|1)\$.+|\*[0-9A-F]{40}|pbkdf2\S+|sha\d*[:$]\S+)$/;

/**
 * Whether a column must never be read further: by its name, or because its values are hashes. BKN's ids are 32 hexadecimal
 * digits as well, so bare digits of that length only count where the name gives no id.
 */
export function isSecret(column: ColumnFacts): boolean {
  if (isSecretName(column.name)) return true;
  if (column.isEmpty || column.shareOf((value) => HASH.test(value)) < HASHED) return false;
  return column.share('bcrypt') >= HASHED && !readConcepts(column.name).includes('id');
}
