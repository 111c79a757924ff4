import { type Comparer, makeComparer } from './comparer.ts';
import { type Comparison, EXACT } from './comparison.ts';
import { type BothSides, MISSING_CODE } from './records.ts';
import { bitsByLevel, chanceOfAgreement, type Weights } from './weights.ts';

/** What one field contributes to a score. */
export interface FieldEvidence {
  readonly field: string;
  readonly level: string;
  readonly bits: number;
  /** Correction for a value that is rarer (above 0) or more common (below 0) than the average one. */
  readonly frequencyBits: number;
}

/** A score taken apart: `score` = `priorBits` + the bits and frequency bits of all fields. */
export interface Explanation {
  readonly priorBits: number;
  readonly fields: readonly FieldEvidence[];
  readonly score: number;
}

export interface Scorer {
  /** The score of two records in bits, or -Infinity as soon as it cannot reach `atLeast`. */
  readonly score: (left: number, right: number, atLeast: number) => number;
  readonly explain: (left: number, right: number) => Explanation;
}

interface WeighedField {
  readonly comparer: Comparer;
  readonly bits: Float64Array;
  /** By code of the value; absent where frequency does not count. */
  readonly frequencyBits: Float64Array | undefined;
  /** The most that two unequal values can give, and a value without another. */
  readonly mostUnequal: number;
  readonly mostAlone: number;
}

/** Room for rounding between a score and the bound on it, which is summed in another order. */
const ROUNDING = 1e-9;

/**
 * Scores pairs by summed evidence. The score is the logarithm (base 2) of the odds that the two are one, if fields err
 * independently: 0 bits is even odds, 10 bits is a thousand to one. Which values are equal is known from their codes, so most
 * pairs are given up before any texts are compared.
 */
export function makeScorer(
  sides: BothSides,
  comparisons: readonly Comparison[],
  weights: Weights,
  priorBits: number,
): Scorer {
  const fields = comparisons.map((comparison) => weighField(comparison, sides, weights));
  const lefts = codesByRow(fields.map(({ comparer }) => comparer.left));
  const rights = codesByRow(fields.map(({ comparer }) => comparer.right));
  const most = new Float64Array(fields.length);
  // Pairs come by left record: the fields in which it has a value, which alone can tell anything.
  const filled = new Int32Array(fields.length);
  let filledCount = 0;
  let selected = -1;
  const select = (left: number): void => {
    selected = left;
    filledCount = 0;
    for (let at = 0; at < fields.length; at++) {
      if (lefts[left * fields.length + at] !== MISSING_CODE) filled[filledCount++] = at;
    }
  };
  return {
    score(left, right, atLeast) {
      if (left !== selected) select(left);
      let bound = priorBits + ROUNDING;
      for (let i = 0; i < filledCount; i++) {
        const at = filled[i] as number;
        const one = lefts[left * fields.length + at] as number;
        const other = rights[right * fields.length + at] as number;
        const bits = mostBits(fields[at] as WeighedField, one, other);
        most[at] = bits;
        bound += bits;
      }
      if (bound < atLeast) return Number.NEGATIVE_INFINITY;
      let score = priorBits;
      for (let i = 0; i < filledCount; i++) {
        const at = filled[i] as number;
        const field = fields[at] as WeighedField;
        const level = field.comparer.compare(left, right);
        const bits = field.bits[level] as number;
        const frequencyBits = level === EXACT ? rarityOf(field, left) : 0;
        bound += bits + frequencyBits - (most[at] as number);
        if (bound < atLeast) return Number.NEGATIVE_INFINITY;
        score = score + bits + frequencyBits;
      }
      return score < atLeast ? Number.NEGATIVE_INFINITY : score;
    },
    explain(left, right) {
      const evidence = fields.map((field) => explainField(field, left, right));
      const score = evidence.reduce((sum, { bits, frequencyBits }) => sum + bits + frequencyBits, priorBits);
      return { priorBits, fields: evidence, score };
    },
  };
}

function weighField(comparison: Comparison, sides: BothSides, weights: Weights): WeighedField {
  const comparer = makeComparer(comparison, sides);
  const bits = bitsByLevel(comparison, weights);
  const chance = chanceOfAgreement(comparison, weights);
  const frequencyBits = comparison.byFrequency ? rarity(comparer, sides.dictionary.values.length, chance) : undefined;
  const mostUnequal = Math.max(...bits.subarray(EXACT + 1));
  return {
    comparer,
    bits,
    frequencyBits,
    mostUnequal,
    mostAlone: comparison.swappedWith ? Math.max(0, mostUnequal) : 0,
  };
}

/** Codes of all fields of a row side by side, for they are looked at together. */
function codesByRow(columns: readonly Int32Array[]): Int32Array {
  const rows = new Int32Array(columns.length * (columns[0]?.length ?? 0));
  columns.forEach((codes, at) => {
    for (let row = 0; row < codes.length; row++) rows[row * columns.length + at] = codes[row] as number;
  });
  return rows;
}

/** The most that a field can give to a pair whose left value is there, as far as the codes of the two tell. */
function mostBits(field: WeighedField, one: number, other: number): number {
  if (one === other) return (field.bits[EXACT] as number) + (field.frequencyBits?.[one] ?? 0);
  return other === MISSING_CODE ? field.mostAlone : field.mostUnequal;
}

function rarityOf({ comparer, frequencyBits }: WeighedField, left: number): number {
  return frequencyBits ? (frequencyBits[comparer.left[left] as number] as number) : 0;
}

function explainField(field: WeighedField, left: number, right: number): FieldEvidence {
  const { comparer, bits } = field;
  const level = comparer.compare(left, right);
  return {
    field: comparer.comparison.field,
    level: comparer.levels[level] ?? '',
    bits: bits[level] as number,
    frequencyBits: level === EXACT ? rarityOf(field, left) : 0,
  };
}

/** For each value of a field log2(average chance of agreement / share of that value), 0 for values it does not have. */
function rarity({ left, right }: Comparer, size: number, chance: number): Float64Array {
  const counts = new Float64Array(size);
  let filled = 0;
  for (const codes of [left, right]) {
    for (const code of codes) {
      if (code === MISSING_CODE) continue;
      counts[code] = (counts[code] as number) + 1;
      filled++;
    }
  }
  return counts.map((count) => (count === 0 ? 0 : Math.log2((chance * filled) / count)));
}
