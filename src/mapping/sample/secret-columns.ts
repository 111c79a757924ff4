import { hash } from 'node:crypto';
import { readConcepts, splitWords } from '../names/concepts.ts';
import { SECRET_TOGETHER } from '../names/lexicon.ts';
import type { ColumnFacts } from './column-facts.ts';
import { bareDigits } from './value-tests.ts';

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
const SHORTEST_HASH = 16;

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

/** The columns of a table that must never be read further, and which are named as secret. */
export function findSecrets(columns: readonly ColumnFacts[]): ReadonlySet<ColumnFacts> {
  let first: ReadonlySet<string> | undefined;
  const holdsFirst = (column: ColumnFacts): boolean => {
    if (column.meanLength !== 32 || column.shareOf((value) => MD5.test(value)) < HASHED) return false;
    first ??= hashFirstPasswords(columns);
    return [...column.distinct.keys()].some((value) => first?.has(value.toLowerCase()));
  };
  return new Set(columns.filter((column) => isSecret(column) || holdsFirst(column)));
}

/** Passwords that offices give out, beside what the row says of the person. */
const USUAL_PASSWORDS =
  '123 1234 12345 123456 1234567 12345678 123456789 1234567890 000000 111111 888888 admin admin123 password password123 pegawai pegawai123 rahasia asn asn123 pns pns123 simpeg simpeg123 bkd bkd123 bkpsdm bkpsdm123 bkpp user user123 qwerty'.split(
    ' ',
  );
const MD5 = /^[\da-f]{32}$/i;
const ROWS_TRIED = 200;

/**
 * Bare MD5 hashes look like BKN's ids. Known they are where one is that of a first password: a usual one, or the number or the day of
 * birth of one of the persons.
 */
function hashFirstPasswords(columns: readonly ColumnFacts[]): ReadonlySet<string> {
  const numbers = columns.filter((other) =>
    (['nip', 'nipLama', 'nik', 'tanggal'] as const).some((kind) => other.share(kind) > 0.5),
  );
  const passwords = numbers.flatMap(({ values }) => values.slice(0, ROWS_TRIED).flatMap(firstPasswords));
  return new Set(Array.from(new Set([...USUAL_PASSWORDS, ...passwords]), (password) => hash('md5', password)));
}

/** What an office makes a first password of: a number, or of a NIP the day of birth in it. */
function firstPasswords(value: string): readonly string[] {
  const digits = bareDigits(value);
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)];
  return [...new Set([value, digits, `${year}${month}${day}`, `${day}${month}${year}`])];
}

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
