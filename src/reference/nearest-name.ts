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

/** Prepares folded, distinct names for `nearest`: a few nanoseconds a name and query, because letters that lack rule most out. */
export function createNameSearch(names: readonly string[]): NameSearch {
  const letters = Int32Array.from(names, lettersOf);
  const nearest = (folded: string, accept: (index: number) => boolean = () => true): NearestName => {
    const query = lettersOf(folded);
    const near: { index: number; likeness: number }[] = [];
    for (let index = 0; index < names.length; index++) {
      const name = names[index] ?? '';
      if (!canBeNear(folded, name, query, letters[index] ?? 0)) continue;
      const likeness = jaroWinkler(folded, name, NEAR - CLEARLY_FARTHER);
      if (likeness > 0 && accept(index)) near.push({ index, likeness });
    }
    return judge(near, folded, names);
  };
  return { nearest };
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

/** Letters and digits that occur, one bit each (digits share the last six bits). */
function lettersOf(text: string): number {
  let bits = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 65 && code <= 90) bits |= 1 << (code - 65);
    else if (code >= 48 && code <= 57) bits |= 1 << (26 + ((code - 48) % 6));
  }
  return bits;
}

/** False where Jaro-Winkler provably stays below the threshold: too few units can match. */
function canBeNear(a: string, b: string, lettersA: number, lettersB: number): boolean {
  if (a.length === 0 || b.length === 0) return false;
  const matches = Math.min(a.length - countBits(lettersA & ~lettersB), b.length - countBits(lettersB & ~lettersA));
  const jaro = (matches / a.length + matches / b.length + 1) / 3;
  return jaro + 0.4 * (1 - jaro) >= NEAR - CLEARLY_FARTHER;
}

function countBits(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The numbers of a name in their order, Roman ones included. */
function numbersOf(folded: string): string {
  return (folded.match(/\d+|\b[IVX]+\b/g) ?? []).join(' ');
}
