import type { KeysOf } from './keys.ts';

/** One half of a key: the fields that it is drawn from (a missing value gives no keys) and how. */
export interface KeyPart {
  readonly fields: readonly string[];
  readonly keysOf: KeysOf;
}

/**
 * Two records become candidates where they share a key; a key joins one key of each part, so a record without any key in
 * one part has none. A block above the bound is split by the keys of `splitBy`, or left out and counted.
 */
export interface BlockingRule {
  readonly name: string;
  readonly parts: readonly KeyPart[];
  readonly splitBy?: KeyPart;
}

/** Keys of one field; several fields are alternatives, so that values entered in each other's place still meet. */
export function keyOf(fields: string | readonly string[], keysOf: KeysOf): KeyPart {
  return { fields: typeof fields === 'string' ? [fields] : fields, keysOf };
}

export function blockOn(name: string, parts: readonly KeyPart[], splitBy?: KeyPart): BlockingRule {
  return splitBy ? { name, parts, splitBy } : { name, parts };
}

/**
 * A rule for every two of the named parts: whoever agrees in any two of them is compared. It catches a record of which
 * most fields are damaged, at the price of more candidates.
 */
export function blockOnEveryTwo(parts: Readonly<Record<string, KeyPart>>, splitBy?: KeyPart): BlockingRule[] {
  const named = Object.entries(parts);
  return named.flatMap(([first, one], at) =>
    named.slice(at + 1).map(([second, other]) => blockOn(`${first} + ${second}`, [one, other], splitBy)),
  );
}
