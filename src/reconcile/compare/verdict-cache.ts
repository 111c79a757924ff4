import type { Verdict } from './verdict.ts';

const FREE = -1;

/** Remembers the verdict on two numbers. Open addressing in two plain arrays: it is asked for nearly every unequal cell. */
export class VerdictCache {
  #keys = new Int32Array(1 << 9).fill(FREE);
  #verdicts = new Uint8Array(1 << 8);
  #count = 0;

  /** The verdict on two numbers from 0 on, or undefined where none was given yet. */
  get(left: number, right: number): Verdict | undefined {
    const place = this.#place(left, right);
    return this.#keys[place * 2] === FREE ? undefined : (this.#verdicts[place] as Verdict);
  }

  set(left: number, right: number, verdict: Verdict): void {
    const place = this.#place(left, right);
    if (this.#keys[place * 2] === FREE) this.#count += 1;
    this.#keys[place * 2] = left;
    this.#keys[place * 2 + 1] = right;
    this.#verdicts[place] = verdict;
    if (this.#count * 2 > this.#verdicts.length) this.#grow();
  }

  /** Where the two numbers stand, or the free place where they would. */
  #place(left: number, right: number): number {
    const keys = this.#keys;
    const mask = this.#verdicts.length - 1;
    let hash = Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b);
    hash ^= hash >>> 15;
    let place = hash & mask;
    while (keys[place * 2] !== FREE && (keys[place * 2] !== left || keys[place * 2 + 1] !== right)) {
      place = (place + 1) & mask;
    }
    return place;
  }

  #grow(): void {
    const [keys, verdicts] = [this.#keys, this.#verdicts];
    this.#keys = new Int32Array(keys.length * 2).fill(FREE);
    this.#verdicts = new Uint8Array(verdicts.length * 2);
    for (let from = 0; from < verdicts.length; from++) {
      const [left, right] = [keys[from * 2] as number, keys[from * 2 + 1] as number];
      if (left === FREE) continue;
      const to = this.#place(left, right);
      this.#keys[to * 2] = left;
      this.#keys[to * 2 + 1] = right;
      this.#verdicts[to] = verdicts[from] as number;
    }
  }
}
