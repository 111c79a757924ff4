/**
 * Random numbers that are the same for the same seed on every machine: 32-bit integers only. A stream is derived from a key, so
 * that what one part of the sample draws never moves what another part draws.
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private d: number;

  /** The stream of a key of two halves. */
  constructor(high: number, low: number) {
    this.a = mix32(high ^ 0x9e3779b9);
    this.b = mix32(low ^ 0x243f6a88);
    this.c = mix32(this.a ^ (low + 0x85ebca6b));
    this.d = mix32(this.b ^ (high + 0xc2b2ae35)) | 1;
  }

  /** 32 random bits (xoshiro128++). */
  bits(): number {
    const sum = (this.a + this.d) | 0;
    const result = (((sum << 7) | (sum >>> 25)) + this.a) | 0;
    const t = this.b << 9;
    this.c ^= this.a;
    this.d ^= this.b;
    this.b ^= this.c;
    this.a ^= this.d;
    this.c ^= t;
    this.d = (this.d << 11) | (this.d >>> 21);
    return result >>> 0;
  }

  /** Uniform in [0, 1). */
  unit(): number {
    return this.bits() / 4_294_967_296;
  }

  /** Uniform integer in [0, n). */
  below(n: number): number {
    return Math.floor(this.unit() * n);
  }

  /** Uniform integer in [from, to]. */
  between(from: number, to: number): number {
    return from + Math.floor(this.unit() * (to - from + 1));
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  pick<T>(list: readonly T[]): T {
    const value = list[this.below(list.length)];
    if (value === undefined) throw new Error('Cannot pick from an empty list');
    return value;
  }

  /** Picks early entries far more often than late ones: the place falls off like 1 / (place + offset). */
  pickFront<T>(list: readonly T[], offset: number): T {
    const place = Math.floor(offset * ((1 + list.length / offset) ** this.unit() - 1));
    const value = list[Math.min(place, list.length - 1)];
    if (value === undefined) throw new Error('Cannot pick from an empty list');
    return value;
  }
}

/** A bijection of 32-bit integers that spreads every bit (Murmur3's finaliser). */
export function mix32(value: number): number {
  let x = value | 0;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

/** 32-bit hash of a text (FNV-1a, then mixed). */
export function hashText(text: string, seed = 0): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return mix32(hash);
}

/** The stream of a key. */
export function randomOf(key: string): Random {
  return new Random(hashText(key), hashText(key, 0x5bd1e995));
}

/** Index of the first entry of a rising list that is greater than `value`; the list's length where none is. */
export function findAbove(rising: ArrayLike<number>, value: number, from = 0, to = rising.length): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rising[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Splits a whole number by weights with largest remainders: the parts are whole, add up to the total, and equal weights differ by
 * at most one, the earlier first.
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum === 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map(Math.floor);
  const left = total - parts.reduce((all, part) => all + part, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .toSorted((x, y) => y.rest - x.rest || x.index - y.index);
  for (const { index } of byRemainder.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}

/** A permutation of 0 .. size-1 as a function and its start and stride: neighbours end up far apart, and evenly spread. */
export interface Spread {
  readonly size: number;
  readonly stride: number;
  readonly start: number;
}

export function makeSpread(size: number, random: Random): Spread {
  if (size <= 1) return { size, stride: 1, start: 0 };
  let stride = Math.max(1, Math.floor(size * 0.618_033_988_7) + random.below(7) - 3);
  while (greatestCommonDivisor(stride, size) !== 1) stride++;
  return { size, stride, start: random.below(size) };
}

export function spreadAt(spread: Spread, index: number): number {
  return (spread.start + index * spread.stride) % spread.size;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
