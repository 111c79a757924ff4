import { jaroWinkler } from '#kernel/similarity.ts';

/** A typing variant is at least this alike, and the next name at least this much less alike. Settings, not law. */
const NEAR = 0.92;
const CLEARLY_FARTHER = 0.03;

export type NearestName =
  | { readonly kind: 'one'; readonly index: number }
  | { readonly kind: 'many'; readonly indexes: readonly number[] }
  | { readonly kind: 'none' };

export interface NameSearch {
  /**
   * The one name of which the folded text is a typing variant. Numbers must agree: SMP NEGERI 1 is never a variant of SMP
   * NEGERI 2. `accept` narrows the names by position.
   */
  nearest(folded: string, accept?: (index: number) => boolean): NearestName;
}

/**
 * Prepares folded, distinct names for `nearest`. The letters of each name are counted once: most names share too few with the
 * text to be near, which is found without comparing them (70,000 names in about a millisecond).
 */
export function createNameSearch(names: readonly string[]): NameSearch {
  const lengths = Int32Array.from(names, (name) => name.length);
  const heads = Int32Array.from(names, headOf);
  const counts = new Uint8Array(names.length * KINDS);
  for (const [index, name] of names.entries()) countLetters(name, counts, index * KINDS);
  const wanted = new Uint8Array(KINDS);
  const nearest = (folded: string, accept: (index: number) => boolean = () => true): NearestName => {
    countLetters(folded, wanted.fill(0), 0);
    const head = headOf(folded);
    const near: { index: number; likeness: number }[] = [];
    for (let index = 0; index < names.length; index++) {
      const prefix = Math.clz32(head ^ (heads[index] ?? 0)) >> 3;
      const fewest = fewestShared(folded.length, lengths[index] ?? 0, prefix);
      if (fewest === 0 || sharedLetters(wanted, counts, index * KINDS) < fewest) continue;
      const likeness = jaroWinkler(folded, names[index] ?? '', NEAR - CLEARLY_FARTHER);
      if (likeness > 0 && accept(index)) near.push({ index, likeness });
    }
    return judge(near, folded, names);
  };
  return { nearest };
}

/** The first four letters in one number, a byte each. */
function headOf(text: string): number {
  let head = 0;
  for (let i = 0; i < 4; i++) head = (head << 8) | (i < text.length ? text.charCodeAt(i) & 0xff : 0);
  return head;
}

function judge(near: { index: number; likeness: number }[], folded: string, names: readonly string[]): NearestName {
  const numbers = numbersOf(folded);
  const rivals = near
    .filter(({ index }) => numbersOf(names[index] ?? '') === numbers)
    .toSorted((a, b) => b.likeness - a.likeness || a.index - b.index);
  const [best] = rivals;
  if (!best || best.likeness < NEAR) return { kind: 'none' };
  const close = rivals.filter(({ likeness }) => best.likeness - likeness < CLEARLY_FARTHER);
  if (close.length === 1) return { kind: 'one', index: best.index };
  return { kind: 'many', indexes: close.map(({ index }) => index) };
}

/** Kinds of letter that are counted: A to Z, digits in pairs, all else. */
const KINDS = 32;

/** Counts stop at 255, which only weakens the sieve for names longer than any. */
function countLetters(text: string, counts: Uint8Array, at: number): void {
  for (let i = 0; i < text.length; i++) {
    const place = at + kindOf(text.charCodeAt(i));
    counts[place] = Math.min((counts[place] ?? 0) + 1, 255);
  }
}

function kindOf(code: number): number {
  if (code >= 65 && code <= 90) return code - 65;
  return code >= 48 && code <= 57 ? 26 + ((code - 48) >> 1) : 31;
}

function sharedLetters(wanted: Uint8Array, counts: Uint8Array, at: number): number {
  let shared = 0;
  for (let kind = 0; kind < KINDS; kind++) {
    const a = wanted[kind] ?? 0;
    const b = counts[at + kind] ?? 0;
    shared += a < b ? a : b;
  }
  return shared;
}

/**
 * How many letters two texts must share for Jaro-Winkler to reach the threshold, given the letters in which their beginnings
 * agree (at most four); 0 where their lengths alone forbid it.
 */
function fewestShared(lengthA: number, lengthB: number, prefix: number): number {
  const jaro = (NEAR - CLEARLY_FARTHER - prefix * 0.1) / (1 - prefix * 0.1);
  const fewest = Math.ceil(((3 * jaro - 1) * lengthA * lengthB) / (lengthA + lengthB) - 1e-9);
  return fewest > Math.min(lengthA, lengthB) ? 0 : fewest;
}

/** The numbers of a name in their order, Roman ones included. */
function numbersOf(folded: string): string {
  return (folded.match(/\d+|\b[IVX]+\b/g) ?? []).join(' ');
}
