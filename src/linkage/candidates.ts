import type { BlockingRule, KeyPart } from './blocking-rule.ts';
import { type Blocks, type BlockStats, buildBlocks, NO_BLOCK } from './blocks.ts';
import { type BothParts, hashPart, hashRule, type KeyHashes, splitHashes } from './key-hashes.ts';
import type { BothSides } from './records.ts';

/** The candidates of all rules together: each pair once, however many blocks it shares. */
export interface Candidates {
  readonly stats: readonly BlockStats[];
  /** Visits the candidates of every `stride`-th left record, by left record, and returns how many there were. */
  readonly visit: (stride: number, visitor: (left: number, right: number) => void) => number;
}

/**
 * Finds the candidates of two files (or of one with itself, each pair with left < right). No pair is held in memory: they
 * are met record by record.
 */
export function findCandidates(sides: BothSides, rules: readonly BlockingRule[], largestBlock: number): Candidates {
  const filings = fileRules(sides, rules, largestBlock);
  const blocks = filings.map((filing) => filing.blocks);
  const itself = sides.left === sides.right;
  return {
    stats: filings.map((filing) => filing.stats),
    visit(stride, visitor) {
      const seenBy = new Int32Array(sides.right.size).fill(-1);
      let count = 0;
      for (let left = 0; left < sides.left.size; left += stride) {
        for (const { leftFrom, leftBlocks, rightFrom, rightRows } of blocks) {
          for (let at = leftFrom[left] as number; at < (leftFrom[left + 1] as number); at++) {
            const block = leftBlocks[at] as number;
            if (block === NO_BLOCK) continue;
            const end = rightFrom[block + 1] as number;
            for (let place = rightFrom[block] as number; place < end; place++) {
              const right = rightRows[place] as number;
              if (seenBy[right] === left || (itself && right <= left)) continue;
              seenBy[right] = left;
              count++;
              visitor(left, right);
            }
          }
        }
      }
      return count;
    },
  };
}

function fileRules(sides: BothSides, rules: readonly BlockingRule[], largestBlock: number) {
  const { left, right } = sides;
  const known = new Map<KeyPart, BothParts>();
  const part = (keyPart: KeyPart): BothParts => {
    const found = known.get(keyPart) ?? hashPart(keyPart, sides);
    known.set(keyPart, found);
    return found;
  };
  return rules.map((rule): { readonly blocks: Blocks; readonly stats: BlockStats } => {
    const parts = rule.parts.map(part);
    const leftKeys = hashRule(
      parts.map((both) => both.left),
      left.size,
    );
    const rightKeys = (): KeyHashes =>
      hashRule(
        parts.map((both) => both.right),
        right.size,
      );
    const keys = { left: leftKeys, right: left === right ? leftKeys : rightKeys() };
    const by = rule.splitBy;
    if (!by) return buildBlocks(rule.name, keys, largestBlock);
    return buildBlocks(rule.name, keys, largestBlock, (oversize) => {
      const leftSplit = splitHashes(keys.left, oversize, part(by).left);
      return {
        left: leftSplit,
        right: left === right ? leftSplit : splitHashes(keys.right, oversize, part(by).right),
      };
    });
  });
}
