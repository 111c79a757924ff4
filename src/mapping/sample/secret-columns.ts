import { readConcepts, splitWords } from '../names/concepts.ts';
import { SECRET_TOGETHER } from '../names/lexicon.ts';
import type { ColumnFacts } from './column-facts.ts';

/** A name that promises a password, PIN, token or device number. Its values are not even sampled. */
export function isSecretName(name: string): boolean {
  return readConcepts(name).some((concept) => concept.startsWith('!')) || isSecretTogether(splitWords(name));
}

/** Two words with at most one between them that make a secret together. */
const isSecretTogether = (words: readonly string[]): boolean =>
  words.some((word, at) =>
    SECRET_TOGETHER.some(
      ([first, second]) => first.test(word) && words.slice(at + 1, at + 3).some((next) => second.test(next)),
    ),
  );

/** Share of hash-shaped values from which a column counts as secret whatever its name. */
const HASHED = 0.9;
const SHORTEST_HASH = 34;

/** Letters and digits thrown together, no two alike: keys and tokens, whatever they are called. */
const SHORTEST_TOKEN = 24;
const DIFFERENT = 0.95;
/** Changes between letters and digits: numbers of cards and documents have few. */
const CHANGES = 6;
const isToken = (value: string): boolean =>
  value.length >= SHORTEST_TOKEN &&
  /^[\w.+/=-]+$/.test(value) &&
  !/^[\da-f-]{32,36}$/i.test(value) &&
  !/\.[a-z]{3,4}$/i.test(value) &&
  (value.match(/[a-z]\d|\d[a-z]/gi)?.length ?? 0) >= CHANGES;

/**
 * Whether a column must never be read further: by its name, or because its values are hashes of passwords or keys. Bare 32 hexadecimal
 * digits do not count: BKN's ids look the same.
 */
export function isSecret(column: ColumnFacts): boolean {
  if (isSecretName(column.name)) return true;
  if (column.meanLength >= SHORTEST_HASH && column.share('hash') >= HASHED) return true;
  return (
    column.meanLength >= SHORTEST_TOKEN &&
    column.variety >= DIFFERENT &&
    column.filled > 1 &&
    column.shareOf(isToken) >= HASHED
  );
}
