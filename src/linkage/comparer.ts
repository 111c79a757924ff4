import { type Comparison, EXACT, type Level, levelNames, type Likeness, type Measure, MISSING } from './comparison.ts';
import { type BothSides, codesOf, type Dictionary, MISSING_CODE } from './records.ts';

/** One comparison over two files: gives the number of the level on which two records stand. */
export interface Comparer {
  readonly comparison: Comparison;
  readonly levels: readonly string[];
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly compare: (left: number, right: number) => number;
}

const MEMO_BITS = 15;

export function makeComparer(comparison: Comparison, sides: BothSides): Comparer {
  const levels = levelNames(comparison);
  const left = codesOf(sides.left, comparison.field);
  const right = codesOf(sides.right, comparison.field);
  const partner = comparison.swappedWith === undefined ? undefined : codesOf(sides.right, comparison.swappedWith);
  const different = levels.length - 1;
  const likeness = memoise(comparison, sides, different);
  const compare = (leftRow: number, rightRow: number): number => {
    const one = left[leftRow] as number;
    if (one === MISSING_CODE) return MISSING;
    const other = right[rightRow] as number;
    if (one === other) return EXACT;
    const level = other === MISSING_CODE ? MISSING : likeness(one, other);
    if (partner && (level === MISSING || level === different) && partner[rightRow] === one) return different - 1;
    return level;
  };
  return { comparison, levels, left, right, compare };
}

/**
 * Levels of two unequal values, remembered by their codes in a table of fixed size, in which a new pair takes the place of
 * an old one: repeated values are compared once, and memory does not grow.
 */
function memoise({ levels }: Comparison, { dictionary }: BothSides, different: number) {
  const grades = gradeByMeasure(levels, dictionary);
  const ones = new Int32Array(2 ** MEMO_BITS);
  const others = new Int32Array(2 ** MEMO_BITS);
  const known = new Uint8Array(2 ** MEMO_BITS);
  return (one: number, other: number): number => {
    const slot = (Math.imul(one, 0x9e3779b1) ^ Math.imul(other, 0x85ebca6b)) >>> (32 - MEMO_BITS);
    if (ones[slot] === one && others[slot] === other) return known[slot] as number;
    const level = findLevel(grades, one, other) ?? different;
    ones[slot] = one;
    others[slot] = other;
    known[slot] = level;
    return level;
  };
}

/** Neighbouring levels of one measure, which is taken once for all of them. */
interface Grade {
  readonly measure: Measure;
  readonly likeness: Likeness<number>;
  readonly lowest: number;
  readonly steps: readonly { readonly level: number; readonly atLeast: number }[];
}

function gradeByMeasure(levels: readonly Level[], dictionary: Dictionary): Grade[] {
  const grades: Grade[] = [];
  levels.forEach(({ measure, atLeast }, at) => {
    const step = { level: EXACT + 1 + at, atLeast };
    const last = grades.at(-1);
    if (last?.measure !== measure) {
      grades.push({ measure, likeness: measure(dictionary), lowest: atLeast, steps: [step] });
      return;
    }
    grades[grades.length - 1] = { ...last, lowest: Math.min(last.lowest, atLeast), steps: [...last.steps, step] };
  });
  return grades;
}

function findLevel(grades: readonly Grade[], left: number, right: number): number | undefined {
  for (const { likeness, lowest, steps } of grades) {
    const found = likeness(left, right, lowest);
    if (found < lowest) continue;
    for (const { level, atLeast } of steps) if (found >= atLeast) return level;
  }
  return undefined;
}
