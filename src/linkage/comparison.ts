import { damerauLevenshtein, jaroWinkler } from '#kernel/similarity.ts';
import { boundAlikeness, boundEdits } from './bounds.ts';

/**
 * How like two values are, higher is liker; may give any smaller number where the likeness does not reach `atLeast`.
 */
export type Measure = (left: string, right: string, atLeast: number) => number;

/** A degree of likeness below equality: it holds where the measure gives at least so much. */
export interface Level {
  readonly name: string;
  readonly measure: Measure;
  readonly atLeast: number;
}

/**
 * How one field of two records is compared: the first level that holds counts. Before all of them stand "missing" (no
 * evidence either way) and "exact"; after them "swapped", where a partner field is named, and "different".
 */
export interface Comparison {
  readonly field: string;
  /** Strongest first. */
  readonly levels: readonly Level[];
  /** "Swapped" holds where the left value equals the right value of that field (entered in each other's place). */
  readonly swappedWith?: string;
  /** Whether agreement on a rare value counts for more than on a common one. */
  readonly byFrequency?: boolean;
}

export const MISSING = 0;
export const EXACT = 1;

/** Names of the levels of a comparison by their number. */
export function levelNames({ levels, swappedWith }: Comparison): string[] {
  return ['missing', 'exact', ...levels.map((level) => level.name), ...(swappedWith ? ['swapped'] : []), 'different'];
}

/** Jaro-Winkler likeness of at least `atLeast`. */
export function alike(atLeast: number): Level {
  return { name: `alike ${atLeast}`, measure: likeness, atLeast };
}

const likeness: Measure = (left, right, atLeast) =>
  boundAlikeness(left, right) < atLeast ? 0 : jaroWinkler(left, right, atLeast);

/** At most so many edits (Damerau-Levenshtein). */
export function edits(atMost: number): Level {
  return { name: `edits ${atMost}`, measure: fewEdits, atLeast: -atMost };
}

const fewEdits: Measure = (left, right, atLeast) =>
  boundEdits(left, right) > -atLeast ? Number.NEGATIVE_INFINITY : -damerauLevenshtein(left, right, -atLeast);

/** Equal after a transformation of both values; values that transform to nothing are not. */
export function same(name: string, of: (value: string) => string | undefined): Level {
  const measure: Measure = (left, right) => {
    const value = of(left);
    return value !== undefined && value === of(right) ? 1 : 0;
  };
  return { name, measure, atLeast: 1 };
}
