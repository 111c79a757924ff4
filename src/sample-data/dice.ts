import { hashText, mix32, type Random, randomOf } from './random.ts';

/**
 * Chance without state: the outcome of a throw depends only on its seed and its salt, so a cell or a person can be decided
 * again anywhere, in any order, with the same result.
 */

export const seedOf = (text: string): number => hashText(text);

/** 32 bits of a seed and a salt. */
export function diceBits(seed: number, salt: number): number {
  return mix32((seed ^ Math.imul(salt + 1, 0x9e3779b1)) + salt);
}

/** Uniform in [0, 1). */
export function dice(seed: number, salt: number): number {
  return diceBits(seed, salt) / 4_294_967_296;
}

/** Uniform whole number in [0, size). */
export function diceBelow(seed: number, salt: number, size: number): number {
  return Math.floor(dice(seed, salt) * size);
}

/** One of a list by a throw. */
export function dicePick<T>(seed: number, salt: number, values: readonly [T, ...T[]]): T {
  return values[diceBelow(seed, salt, values.length)] ?? values[0];
}

export type Lot = Random;

/** The stream of a purpose, for layouts and other things drawn once. */
export const createLot = (key: string): Random => randomOf(key);

export function shuffled<T>(values: readonly T[], lot: Random): T[] {
  const keyed = values.map((value) => ({ value, key: lot.bits() }));
  return keyed.toSorted((a, b) => a.key - b.key).map(({ value }) => value);
}
