import { damerauLevenshtein, jaroWinkler } from '#kernel/similarity.ts';
import { boundAlikeness, Sketches } from './bounds.ts';
import { Dictionary, MISSING_CODE } from './records.ts';

/** How like two things are, higher is liker; may give any smaller number where the likeness does not reach `atLeast`. */
export type Likeness<T> = (left: T, right: T, atLeast: number) => number;

/** Likeness of two values by their codes in the dictionary that it is made for. */
export type Measure = (dictionary: Dictionary) => Likeness<number>;

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

/** Measures the values as they stand. */
function ofValues(likeness: Likeness<string>): Measure {
  return (dictionary) => (left, right, atLeast) => likeness(dictionary.text(left), dictionary.text(right), atLeast);
}

/** Measures what is made of the values, once for each value however many it is compared with. */
export function ofForms<T>(formOf: (value: string) => T, likeness: Likeness<T>): Measure {
  return (dictionary) => {
    const forms: T[] = [];
    const form = (code: number): T => (forms[code] ??= formOf(dictionary.text(code)));
    return (left, right, atLeast) => likeness(form(left), form(right), atLeast);
  };
}

/** Jaro-Winkler likeness of at least `atLeast`. */
export function alike(atLeast: number): Level {
  return { name: `alike ${atLeast}`, measure: LIKENESS, atLeast };
}

const LIKENESS = ofValues((left, right, atLeast) =>
  boundAlikeness(left, right) < atLeast ? 0 : jaroWinkler(left, right, atLeast),
);

/** At most so many edits (Damerau-Levenshtein). */
export function edits(atMost: number): Level {
  return { name: `edits ${atMost}`, measure: FEW_EDITS, atLeast: -atMost };
}

const FEW_EDITS: Measure = (dictionary) => {
  const sketches = new Sketches(dictionary);
  return (left, right, atLeast) =>
    sketches.boundEdits(left, right) > -atLeast
      ? Number.NEGATIVE_INFINITY
      : -damerauLevenshtein(dictionary.text(left), dictionary.text(right), -atLeast);
};

/** Equal after a transformation of both values; values that transform to nothing are not. */
export function same(name: string, of: (value: string) => string | undefined): Level {
  const measure: Measure = (dictionary) => {
    const results = new Dictionary();
    const numberOf = (value: string): number => results.code(of(value) ?? '');
    return ofForms(numberOf, (left, right) => (left === right && left !== MISSING_CODE ? 1 : 0))(dictionary);
  };
  return { name, measure, atLeast: 1 };
}
