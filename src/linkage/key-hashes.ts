import type { BlockingRule, KeyPart } from './blocking-rule.ts';
import { type BothSides, type CodedRecords, codesOf, MISSING_CODE } from './records.ts';

/**
 * Keys of every record as 32-bit hashes: those of record r stand from `from[r]` up to `from[r + 1]`. Two keys with one hash
 * merely give a candidate more, which is then scored like any other.
 */
export interface KeyHashes {
  readonly from: Int32Array;
  readonly hashes: Int32Array;
}

/** Hashes of the keys of a part for the records of one side. */
export interface PartHashes {
  readonly slots: readonly Int32Array[];
  /** By code of the value, kept once per distinct value of both sides. */
  readonly byCode: readonly (readonly number[] | undefined)[];
}

export interface BothParts {
  readonly left: PartHashes;
  readonly right: PartHashes;
}

const NONE: readonly number[] = [];

export function hashPart(part: KeyPart, { left, right, dictionary }: BothSides): BothParts {
  const byCode = Array.from<readonly number[] | undefined>({ length: dictionary.values.length });
  const hash = (records: CodedRecords): PartHashes => {
    const slots = part.fields.map((field) => codesOf(records, field));
    for (const codes of slots) {
      for (const code of codes) {
        if (code !== MISSING_CODE) byCode[code] ??= part.keysOf(dictionary.text(code)).map(hashText);
      }
    }
    return { slots, byCode };
  };
  const leftHashes = hash(left);
  return { left: leftHashes, right: left === right ? leftHashes : hash(right) };
}

/** Keys of a rule for every record, from the hashes of its parts. */
export function hashRule(parts: readonly PartHashes[], size: number): KeyHashes {
  const from = new Int32Array(size + 1);
  const hashes: number[] = [];
  for (let row = 0; row < size; row++) {
    from[row] = hashes.length;
    pushProducts(parts, row, 0, 0, hashes);
  }
  from[size] = hashes.length;
  return { from, hashes: new Int32Array(hashes) };
}

function pushProducts(parts: readonly PartHashes[], row: number, at: number, hash: number, into: number[]): void {
  const part = parts[at];
  if (!part) {
    into.push(hash);
    return;
  }
  for (const codes of part.slots) {
    for (const key of part.byCode[codes[row] as number] ?? NONE) {
      pushProducts(parts, row, at + 1, mix(hash, key), into);
    }
  }
}

/** The same keys, those of `oversize` blocks joined with each key of the splitting part. */
export function splitHashes(keys: KeyHashes, oversize: ReadonlySet<number>, by: PartHashes): KeyHashes {
  const size = keys.from.length - 1;
  const from = new Int32Array(size + 1);
  const hashes: number[] = [];
  for (let row = 0; row < size; row++) {
    from[row] = hashes.length;
    for (let at = keys.from[row] as number; at < (keys.from[row + 1] as number); at++) {
      const hash = keys.hashes[at] as number;
      if (oversize.has(hash)) pushProducts([by], row, 0, mix(hash, 1), hashes);
      else hashes.push(hash);
    }
  }
  from[size] = hashes.length;
  return { from, hashes: new Int32Array(hashes) };
}

/** Fields that the rules draw keys from. */
export function fieldsOfRules(rules: readonly BlockingRule[]): string[] {
  return rules.flatMap((rule) =>
    [...rule.parts, ...(rule.splitBy ? [rule.splitBy] : [])].flatMap((part) => part.fields),
  );
}

function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return avalanche(hash);
}

function mix(one: number, other: number): number {
  return avalanche(Math.imul(one, 0x9e3779b1) ^ other);
}

function avalanche(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return twice ^ (twice >>> 16);
}
