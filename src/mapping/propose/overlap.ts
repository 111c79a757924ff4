/** How far the values of two columns go together over the people who have both. */
export interface Overlap {
  /** People who have a value on both sides. */
  readonly people: number;
  /** Share of them whose values agree. */
  readonly share: number;
  /** Agreement beyond chance (Cohen's kappa): 1 always, 0 as often as by luck. */
  readonly lift: number;
  /** The values are not spelt alike: each of the one stands beside one of the other, as codes do. */
  readonly isByCode: boolean;
}

/** Values as small numbers: equal numbers are equal values; 0 is "no value". */
export type Interned = Int32Array;

/** Fewer people than this prove nothing; nor do so few whom chance could not have made agree. */
export const ENOUGH_PEOPLE = 12;
const FEWEST_UNLIKELY = 6;

/** A smaller share of equal values is no agreement, whatever chance is: most pairs of columns are done with here. */
const LEAST_SHARE = 0.25;

/** Agreement of values that are written alike on both sides; undefined where too few people could tell. */
export function overlapOfValues(a: Interned, b: Interned): Overlap | undefined {
  let [people, equal] = [0, 0];
  for (let i = 0; i < a.length; i++) {
    if (a[i] === 0 || b[i] === 0) continue;
    people++;
    if (a[i] === b[i]) equal++;
  }
  if (people < ENOUGH_PEOPLE) return undefined;
  const share = equal / people;
  if (share < LEAST_SHARE) return { people, share, lift: 0, isByCode: false };
  return judge(people, share, chanceOf(a, b, people), false);
}

/** How often two people picked at random would agree. */
function chanceOf(a: Interned, b: Interned, people: number): number {
  const largest = Math.max(a.reduce(larger, 0), b.reduce(larger, 0));
  const ofA = cleared(largest + 1);
  for (let i = 0; i < a.length; i++) {
    const value = a[i] as number;
    if (value !== 0 && b[i] !== 0) ofA[value] = (ofA[value] as number) + 1;
  }
  let equal = 0;
  for (let i = 0; i < b.length; i++) if (a[i] !== 0 && b[i] !== 0) equal += ofA[b[i] as number] as number;
  return equal / (people * people);
}

const larger = (one: number, other: number): number => (one > other ? one : other);

/** The different values of a column, numbered from 0 as they appear; -1 is "no value". */
interface Numbered {
  readonly places: Int32Array;
  readonly size: number;
}

const numbered = new WeakMap<Interned, Numbered>();

function numberValues(values: Interned): Numbered {
  const known = numbered.get(values);
  if (known !== undefined) return known;
  const numbers = new Map<number, number>();
  const places = values.map((value) => {
    if (value === 0) return -1;
    const place = numbers.get(value) ?? numbers.size;
    numbers.set(value, place);
    return place;
  });
  const made = { places, size: numbers.size };
  numbered.set(values, made);
  return made;
}

/** A code list longer than this part of the people says nothing: each code would stand beside its own value by itself. */
const LONGEST_LIST = 0.25;

/**
 * Agreement of codes with values: a pair counts where the code stands most beside that value and the value most beside that code.
 * Undefined for lists that are too long and where nearly everybody has the same.
 */
export function overlapOfCodes(a: Interned, b: Interned): Overlap | undefined {
  const [codes, values] = [numberValues(a), numberValues(b)];
  if (codes.size > a.length * LONGEST_LIST || codes.size < 2 || values.size < 2) return undefined;
  const { counts, people } = crossTable(codes, values);
  if (people < ENOUGH_PEOPLE) return undefined;
  const [rows, columns] = [codes.size, values.size];
  const [ofA, ofB] = [new Int32Array(rows), new Int32Array(columns)];
  // where each code stands most, and each value; of equals the first
  const [bestOfA, bestOfB] = [new Int32Array(rows), new Int32Array(columns)];
  for (let x = 0; x < rows; x++) {
    for (let y = 0; y < columns; y++) {
      const count = counts[x * columns + y] ?? 0;
      ofA[x] = (ofA[x] ?? 0) + count;
      ofB[y] = (ofB[y] ?? 0) + count;
      if (count > (counts[x * columns + (bestOfA[x] ?? 0)] ?? 0)) bestOfA[x] = y;
      if (count > (counts[(bestOfB[y] ?? 0) * columns + y] ?? 0)) bestOfB[y] = x;
    }
  }
  const standing = ofA.reduce(countFilled, 0);
  if (standing < 2 || ofB.reduce(countFilled, 0) < 2 || standing > people * LONGEST_LIST) return undefined;
  let [together, chance] = [0, 0];
  for (let x = 0; x < rows; x++) {
    const y = bestOfA[x] ?? 0;
    // a value that stands beside none of the other has no best
    if (ofA[x] === 0 || bestOfB[y] !== x) continue;
    together += counts[x * columns + y] ?? 0;
    chance += ((ofA[x] ?? 0) / people) * ((ofB[y] ?? 0) / people);
  }
  return judge(people, together / people, chance, true);
}

interface CrossTable {
  /** How often value x of the one stands beside value y of the other, at x * columns + y; written over by the next. */
  readonly counts: Int32Array;
  readonly people: number;
}

const countFilled = (sum: number, count: number): number => sum + Math.sign(count);

let scratch = new Int32Array(1024);

/** So many zeros at least; written over by the next. */
function cleared(length: number): Int32Array {
  if (scratch.length < length) scratch = new Int32Array(length * 2);
  return scratch.fill(0, 0, length);
}

function crossTable(a: Numbered, b: Numbered): CrossTable {
  const counts = cleared(a.size * b.size);
  let people = 0;
  for (let i = 0; i < a.places.length; i++) {
    const x = a.places[i] as number;
    const y = b.places[i] as number;
    if (x < 0 || y < 0) continue;
    const at = x * b.size + y;
    counts[at] = (counts[at] ?? 0) + 1;
    people++;
  }
  return { counts, people };
}

function judge(people: number, share: number, chance: number, isByCode: boolean): Overlap | undefined {
  const unlikely = people * (1 - chance);
  if (unlikely < FEWEST_UNLIKELY) return undefined;
  return { people, share, lift: Math.max(0, (share - chance) / (1 - chance)), isByCode };
}
