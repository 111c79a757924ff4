import { openSource, type Source } from '#formats';
import type { Problem } from '#kernel/problem.ts';
import type { Result } from '#kernel/result.ts';
import { readConcepts } from '../names/concepts.ts';
import type { ColumnFacts } from './column-facts.ts';

/** A name that promises a password, PIN, token or device number. Its values are not even sampled. */
export function isSecretName(name: string): boolean {
  return readConcepts(name).some((concept) => concept.startsWith('!'));
}

/**
 * Opens a file or a live database as `openSource` does; a database is not even asked for its secret columns. Whoever opens
 * a database closes it (`closeSource`).
 */
export function openDelivered(path: string, signal?: AbortSignal): Promise<Result<Source, Problem>> {
  return openSource(path, { isSecret: isSecretName, signal });
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
