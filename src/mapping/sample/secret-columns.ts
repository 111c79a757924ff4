import { readConcepts } from '../names/concepts.ts';
import type { ColumnFacts } from './column-facts.ts';

/** A name that promises a password, PIN, token or device number. Its values are not even sampled. */
export function isSecretName(name: string): boolean {
  return readConcepts(name).some((concept) => concept.startsWith('!'));
}

/** Share of hash-shaped values from which a column counts as secret whatever its name. */
const HASHED = 0.9;
const SHORTEST_HASH = 34;

/**
 * Whether a column must never be read further: by its name, or because its values are hashes of passwords. Bare 32 hexadecimal
 * digits do not count: BKN's ids look the same.
 */
export function isSecret(column: ColumnFacts): boolean {
  if (isSecretName(column.name)) return true;
  return column.meanLength >= SHORTEST_HASH && column.share('hash') >= HASHED;
}
