import { assignOneToOne, byScore, type ScoredPair } from './assign.ts';
import type { BlockingRule } from './blocking-rule.ts';
import type { BlockStats } from './blocks.ts';
import { type Candidates, findCandidates } from './candidates.ts';
import { joinClusters } from './clusters.ts';
import type { Comparison } from './comparison.ts';
import { fieldsOfRules } from './key-hashes.ts';
import { type BothSides, Dictionary, encode, type Records } from './records.ts';
import { type Explanation, makeScorer, type Scorer } from './scorer.ts';
import { TRAINING, type Training, trainOnCandidates } from './train.ts';
import type { Weights } from './weights.ts';

/** Bounds in bits of evidence for a match over evidence against, prior odds included. */
export interface Thresholds {
  /** From here on a pair is a match. */
  readonly match: number;
  /** From here up to `match` a person decides; below, the pair is rejected. */
  readonly review: number;
}

/** A match must be four times likelier than not; what is likelier than one in 33 is shown to a person. */
export const THRESHOLDS: Thresholds = { match: 2, review: -5 };

export const LARGEST_BLOCK = 20_000;

export interface LinkSpec {
  /** Telling and cheap fields first: a pair is given up as soon as the rest cannot save it. */
  readonly comparisons: readonly Comparison[];
  readonly blocking: readonly BlockingRule[];
  /** Most pairs of one block; `LARGEST_BLOCK` unless told. */
  readonly largestBlock?: number;
  readonly thresholds?: Thresholds;
  /** Log2 odds that two records taken at random are one; unless told, as if each had one partner in the larger file. */
  readonly priorBits?: number;
  /** Two answers of which neither is better by more than so many bits go to a person; 0 unless told. */
  readonly margin?: number;
  /** Pairs of records that only a person may decide, however likely: never a match, at most in the review list. */
  readonly isDoubtful?: (left: number, right: number) => boolean;
  /** Weights of an earlier training; without them they are learnt from the records given. */
  readonly weights?: Weights;
  readonly training?: Partial<Training>;
}

export interface LinkStats {
  /** Pairs that shared a block, each once. */
  readonly candidates: number;
  readonly blocking: readonly BlockStats[];
}

interface Outcome {
  /** Matches, by left record. */
  readonly pairs: readonly ScoredPair[];
  /** Pairs that a person should look at, likeliest first. */
  readonly review: readonly ScoredPair[];
  readonly stats: LinkStats;
  readonly weights: Weights;
  readonly explain: (left: number, right: number) => Explanation;
}

export interface Linkage extends Outcome {}

export interface Deduplication extends Outcome {
  /** For each record the smallest record of its group of matches. */
  readonly clusters: Int32Array;
}

/**
 * Links two files one to one. The review list holds the pairs between the thresholds whose records found no partner, and
 * those between which the scores do not decide. The same input and specification give the same result.
 */
export function link(left: Records, right: Records, spec: LinkSpec): Linkage {
  const run = score(encodeSides(left, right, spec), spec);
  const { match } = spec.thresholds ?? THRESHOLDS;
  const isMatch = (pair: ScoredPair): boolean =>
    pair.score >= match && !(spec.isDoubtful?.(pair.left, pair.right) ?? false);
  const { pairs, ambiguous } = assignOneToOne(run.scored.filter(isMatch), spec.margin ?? 0);
  const settledLeft = new Set(pairs.map((pair) => pair.left));
  const settledRight = new Set(pairs.map((pair) => pair.right));
  const open = run.scored.filter(
    (pair) => !isMatch(pair) && !settledLeft.has(pair.left) && !settledRight.has(pair.right),
  );
  return { ...run.outcome, pairs: pairs.toSorted(byRecord), review: [...ambiguous, ...open].toSorted(byScore) };
}

/** Finds records of one file that are one, any number of them together; pairs have left < right. */
export function dedupe(records: Records, spec: LinkSpec): Deduplication {
  const run = score(encodeSides(records, records, spec), spec);
  const { match } = spec.thresholds ?? THRESHOLDS;
  const pairs = run.scored.filter((pair) => pair.score >= match).toSorted(byRecord);
  const review = run.scored.filter((pair) => pair.score < match).toSorted(byScore);
  return { ...run.outcome, pairs, review, clusters: joinClusters(records.size, pairs) };
}

/** Weights for the fields of two files (or of one, given twice), learnt without labels; to be stored and used again. */
export function trainWeights(left: Records, right: Records, spec: LinkSpec): Weights {
  const sides = encodeSides(left, right, spec);
  return train(sides, spec, candidatesOf(sides, spec));
}

function encodeSides(left: Records, right: Records, { comparisons, blocking }: LinkSpec): BothSides {
  const dictionary = new Dictionary();
  const partners = comparisons.flatMap(({ swappedWith }) => swappedWith ?? []);
  const fields = new Set([...comparisons.map(({ field }) => field), ...partners, ...fieldsOfRules(blocking)]);
  const leftCodes = encode(left, fields, dictionary);
  return { left: leftCodes, right: left === right ? leftCodes : encode(right, fields, dictionary), dictionary };
}

function candidatesOf(sides: BothSides, spec: LinkSpec): Candidates {
  return findCandidates(sides, spec.blocking, spec.largestBlock ?? LARGEST_BLOCK);
}

function train(sides: BothSides, spec: LinkSpec, candidates: Candidates): Weights {
  return trainOnCandidates(sides, spec.comparisons, candidates, { ...TRAINING, ...spec.training });
}

function score(sides: BothSides, spec: LinkSpec): { scored: ScoredPair[]; outcome: Omit<Outcome, 'pairs' | 'review'> } {
  const candidates = candidatesOf(sides, spec);
  const weights = spec.weights ?? train(sides, spec, candidates);
  const priorBits = spec.priorBits ?? -Math.log2(Math.max(sides.left.size, sides.right.size, 2));
  const scorer: Scorer = makeScorer(sides, spec.comparisons, weights, priorBits);
  const { review } = spec.thresholds ?? THRESHOLDS;
  const scored: ScoredPair[] = [];
  const count = candidates.visit(1, (left, right) => {
    const bits = scorer.score(left, right, review);
    if (bits >= review) scored.push({ left, right, score: bits });
  });
  const stats = { candidates: count, blocking: candidates.stats };
  return { scored, outcome: { stats, weights, explain: scorer.explain } };
}

function byRecord(one: ScoredPair, other: ScoredPair): number {
  return one.left - other.left || one.right - other.right;
}
