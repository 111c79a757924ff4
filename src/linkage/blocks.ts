import type { KeyHashes } from './key-hashes.ts';

/** How a rule filed the records. A pair is counted once for every block in which it meets. */
export interface BlockStats {
  readonly rule: string;
  /** Blocks with records of both sides. */
  readonly blocks: number;
  readonly pairs: number;
  /** Blocks above the bound that were filed again under the splitting key. */
  readonly splitBlocks: number;
  /** Blocks above the bound that were left out, and their pairs. */
  readonly droppedBlocks: number;
  readonly droppedPairs: number;
}

/** Blocks of one rule: for a left record its blocks, for a block its right records in ascending order. */
export interface Blocks {
  readonly leftFrom: Int32Array;
  /** Block of each left key; `NO_BLOCK` where no right record has it, or the block was left out. */
  readonly leftBlocks: Int32Array;
  readonly rightFrom: Int32Array;
  readonly rightRows: Int32Array;
}

export const NO_BLOCK = -1;

/** The keys of both sides; in one file with itself, both are the same object. */
export interface BothKeys {
  readonly left: KeyHashes;
  readonly right: KeyHashes;
}

/** Sizes of the blocks by block number; numbers are given to right keys in the order in which they are met. */
interface Filed {
  readonly leftBlocks: Int32Array;
  readonly rightBlocks: Int32Array;
  readonly hashes: Int32Array;
  readonly pairs: Float64Array;
}

/**
 * Files records under their keys. A block of more than `largest` pairs is split once by `split`, where given; a block that is
 * still above the bound is left out. Memory is proportional to the keys, not to the pairs.
 */
export function buildBlocks(
  rule: string,
  keys: BothKeys,
  largest: number,
  split?: (oversize: ReadonlySet<number>) => BothKeys,
): { readonly blocks: Blocks; readonly stats: BlockStats } {
  const first = file(keys);
  const oversize = new Set<number>();
  for (let block = 0; block < first.hashes.length; block++) {
    if ((first.pairs[block] as number) > largest) oversize.add(first.hashes[block] as number);
  }
  if (oversize.size === 0 || !split) return finish(rule, keys, first, largest, 0);
  const splitKeys = split(oversize);
  return finish(rule, splitKeys, file(splitKeys), largest, oversize.size);
}

function file({ left, right }: BothKeys): Filed {
  const numbers = new HashNumbers(right.hashes.length);
  const rightBlocks = right.hashes.map((hash) => numbers.add(hash));
  const leftBlocks = left === right ? rightBlocks : left.hashes.map((hash) => numbers.find(hash));
  const rights = tally(rightBlocks, numbers.size);
  const lefts = left === right ? rights : tally(leftBlocks, numbers.size);
  const pairs = new Float64Array(numbers.size);
  for (let block = 0; block < numbers.size; block++) {
    const count = rights[block] as number;
    pairs[block] = left === right ? (count * (count - 1)) / 2 : (lefts[block] as number) * count;
  }
  return { leftBlocks, rightBlocks, hashes: numbers.hashes(), pairs };
}

function tally(blocks: Int32Array, size: number): Int32Array {
  const counts = new Int32Array(size);
  for (const block of blocks) if (block !== NO_BLOCK) counts[block] = (counts[block] as number) + 1;
  return counts;
}

function finish(rule: string, keys: BothKeys, filed: Filed, largest: number, splitBlocks: number) {
  const totals = { blocks: 0, pairs: 0, droppedBlocks: 0, droppedPairs: 0 };
  for (const pairs of filed.pairs) {
    if (pairs === 0) continue;
    totals.blocks++;
    totals.pairs += pairs;
    if (pairs <= largest) continue;
    totals.droppedBlocks++;
    totals.droppedPairs += pairs;
  }
  const leftBlocks = filed.leftBlocks.map((block) =>
    block === NO_BLOCK || (filed.pairs[block] as number) > largest ? NO_BLOCK : block,
  );
  const { rightFrom, rightRows } = listRows(keys.right, filed.rightBlocks, filed.pairs.length);
  return {
    blocks: { leftFrom: keys.left.from, leftBlocks, rightFrom, rightRows },
    stats: { rule, splitBlocks, ...totals },
  };
}

/** Rows of each block, ascending, as one list with the start of each block. */
function listRows(keys: KeyHashes, blocks: Int32Array, size: number) {
  const rightFrom = new Int32Array(size + 1);
  for (const block of blocks) rightFrom[block + 1] = (rightFrom[block + 1] as number) + 1;
  for (let block = 0; block < size; block++) {
    rightFrom[block + 1] = (rightFrom[block + 1] as number) + (rightFrom[block] as number);
  }
  const next = rightFrom.slice();
  const rightRows = new Int32Array(blocks.length);
  for (let row = 0; row + 1 < keys.from.length; row++) {
    for (let at = keys.from[row] as number; at < (keys.from[row + 1] as number); at++) {
      const block = blocks[at] as number;
      const place = next[block] as number;
      rightRows[place] = row;
      next[block] = place + 1;
    }
  }
  return { rightFrom, rightRows };
}

/** Numbers distinct hashes from 0 on, by open addressing. */
class HashNumbers {
  size = 0;
  readonly #mask: number;
  readonly #numbers: Int32Array;
  readonly #hashes: Int32Array;

  constructor(most: number) {
    const capacity = 2 ** Math.ceil(Math.log2(Math.max(16, most * 2)));
    this.#mask = capacity - 1;
    this.#numbers = new Int32Array(capacity).fill(NO_BLOCK);
    this.#hashes = new Int32Array(most);
  }

  add(hash: number): number {
    const slot = this.#slot(hash);
    const known = this.#numbers[slot] as number;
    if (known !== NO_BLOCK) return known;
    this.#numbers[slot] = this.size;
    this.#hashes[this.size] = hash;
    return this.size++;
  }

  find(hash: number): number {
    return this.#numbers[this.#slot(hash)] as number;
  }

  hashes(): Int32Array {
    return this.#hashes.subarray(0, this.size);
  }

  #slot(hash: number): number {
    let slot = hash & this.#mask;
    for (;;) {
      const number = this.#numbers[slot] as number;
      if (number === NO_BLOCK || this.#hashes[number] === hash) return slot;
      slot = (slot + 1) & this.#mask;
    }
  }
}
