import type { Dictionary } from './records.ts';

/** Texts beyond this length are not bounded. */
const LONGEST = 256;

/** Room for rounding, lest a text on the very threshold be lost. */
const ROUNDING = 1e-12;

/** How often each unit occurs, by its low byte; units that share one are taken for each other, which only loosens the bound. */
const counts = new Int32Array(256);

/**
 * Bounds the edits between values of a dictionary by a sketch of each, made once: which units occur in it (by their low four
 * bits), and which occur twice. An edit takes one unit away and puts another, so that it changes two bits at most.
 */
export class Sketches {
  readonly #dictionary: Dictionary;
  readonly #sketches: Int32Array;

  constructor(dictionary: Dictionary) {
    this.#dictionary = dictionary;
    this.#sketches = new Int32Array(dictionary.values.length);
  }

  /** The fewest edits that can turn one value, given by its code, into the other. */
  boundEdits(left: number, right: number): number {
    return (countBits(this.#sketch(left) ^ this.#sketch(right)) + 1) >> 1;
  }

  #sketch(code: number): number {
    const known = this.#sketches[code] as number;
    // Only the empty value has the sketch 0.
    if (known !== 0) return known;
    const made = sketch(this.#dictionary.text(code));
    this.#sketches[code] = made;
    return made;
  }
}

function sketch(text: string): number {
  let once = 0;
  let twice = 0;
  for (let at = 0; at < text.length; at++) {
    const bit = 1 << (text.charCodeAt(at) & 15);
    twice |= once & bit;
    once |= bit;
  }
  return once | (twice << 16);
}

function countBits(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * The most that the Jaro-Winkler likeness of two texts can be, from the units that both have in whatever place. It takes time
 * linear in their length, a small part of the likeness itself, and settles most pairs that are not alike.
 */
export function boundAlikeness(left: string, right: string): number {
  if (left.length === 0 || right.length === 0 || left.length > LONGEST || right.length > LONGEST) return 1;
  const shared = countShared(left, right);
  const jaro = (shared / left.length + shared / right.length + 1) / 3;
  return Math.min(1, jaro > 0.7 ? jaro + commonStart(left, right) * 0.1 * (1 - jaro) : jaro) + ROUNDING;
}

function countShared(left: string, right: string): number {
  for (let at = 0; at < left.length; at++) {
    const unit = left.charCodeAt(at) & 255;
    counts[unit] = (counts[unit] as number) + 1;
  }
  let shared = 0;
  for (let at = 0; at < right.length; at++) {
    const unit = right.charCodeAt(at) & 255;
    const count = counts[unit] as number;
    if (count === 0) continue;
    shared++;
    counts[unit] = count - 1;
  }
  for (let at = 0; at < left.length; at++) counts[left.charCodeAt(at) & 255] = 0;
  return shared;
}

function commonStart(left: string, right: string): number {
  let length = 0;
  while (length < 4 && length < left.length && left.charCodeAt(length) === right.charCodeAt(length)) length++;
  return length;
}
