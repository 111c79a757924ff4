import { damerauLevenshtein, jaroWinkler } from '#kernel/similarity.ts';

/** A degree of likeness below equality. */
export interface Level {
  readonly name: string;
  readonly accepts: (left: string, right: string) => boolean;
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
  return { name: `alike ${atLeast}`, accepts: (left, right) => jaroWinkler(left, right, atLeast) >= atLeast };
}

/** At most so many edits (Damerau-Levenshtein). */
export function edits(atMost: number): Level {
  return { name: `edits ${atMost}`, accepts: (left, right) => damerauLevenshtein(left, right, atMost) <= atMost };
}

/** Equal after a transformation of both values; values that transform to nothing are not. */
export function same(name: string, of: (value: string) => string | undefined): Level {
  return {
    name,
    accepts: (left, right) => {
      const value = of(left);
      return value !== undefined && value === of(right);
    },
  };
}
