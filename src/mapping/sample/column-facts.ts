import { signsOf } from './value-signs.ts';
import { isNoValue, VALUE_TESTS, type ValueKind, type ValueTest } from './value-tests.ts';

/** How many different values of a column are looked at for shapes: shares stand long before. */
const JUDGED = 240;

/** What the values of one column look like. Shares are over filled cells; they are worked out when asked for. */
export class ColumnFacts {
  readonly name: string;
  readonly index: number;
  /** Declared type, where the container has one. */
  readonly type: string;
  /** Trimmed text by sampled row; '' for every form of "no value". */
  readonly values: readonly string[];
  readonly filled: number;
  readonly distinct: ReadonlyMap<string, number>;
  #judged: Judged | undefined;
  readonly #shares = new Map<ValueKind, number>();

  constructor(name: string, index: number, type: string, delivered: readonly string[]) {
    this.name = name;
    this.index = index;
    this.type = type.toLowerCase();
    const distinct = new Map<string, number>();
    let filled = 0;
    this.values = delivered.map((text) => {
      if (text === '') return '';
      const seen = distinct.get(text);
      const value = seen === undefined ? text.trim() : text;
      if (seen === undefined && isNoValue(value)) return '';
      filled++;
      distinct.set(value, (seen ?? distinct.get(value) ?? 0) + 1);
      return value;
    });
    this.filled = filled;
    this.distinct = distinct;
  }

  get isEmpty(): boolean {
    return this.filled === 0;
  }

  get filledShare(): number {
    return this.values.length === 0 ? 0 : this.filled / this.values.length;
  }

  /** Different values per filled cell: 1 for a key, near 0 for a code. */
  get variety(): number {
    return this.filled === 0 ? 0 : this.distinct.size / this.filled;
  }

  share(kind: ValueKind): number {
    const known = this.#shares.get(kind);
    if (known !== undefined) return known;
    const share = this.#shareWith(VALUE_TESTS[kind]);
    this.#shares.set(kind, share);
    return share;
  }

  shareOf(test: (value: string) => boolean): number {
    return this.#shareWith({ needs: 0, test });
  }

  /** Mean length of the different values. */
  get meanLength(): number {
    return this.#look().meanLength;
  }

  #shareWith({ needs, test }: ValueTest): number {
    const { values, counts, signs, anySign, weight } = this.#look();
    if (weight === 0 || (anySign & needs) !== needs) return 0;
    let hits = 0;
    for (let i = 0; i < values.length; i++) {
      if (((signs[i] ?? 0) & needs) === needs && test(values[i] ?? '')) hits += counts[i] ?? 0;
    }
    return hits / weight;
  }

  #look(): Judged {
    this.#judged ??= judge(this.distinct);
    return this.#judged;
  }
}

/** Different values that are looked at, with how often they occur and what signs they hold. */
interface Judged {
  readonly values: readonly string[];
  readonly counts: readonly number[];
  readonly signs: readonly number[];
  /** Signs that any of them holds. */
  readonly anySign: number;
  readonly weight: number;
  readonly meanLength: number;
}

function judge(distinct: ReadonlyMap<string, number>): Judged {
  const values = pickEvenly([...distinct.keys()], JUDGED);
  const counts = pickEvenly([...distinct.values()], JUDGED);
  const signs = values.map(signsOf);
  let [anySign, weight, length] = [0, 0, 0];
  values.forEach((value, i) => {
    anySign |= signs[i] ?? 0;
    weight += counts[i] ?? 0;
    length += value.length;
  });
  return { values, counts, signs, anySign, weight, meanLength: values.length === 0 ? 0 : length / values.length };
}

function pickEvenly<T>(items: readonly T[], limit: number): readonly T[] {
  if (items.length <= limit) return items;
  const step = items.length / limit;
  return Array.from({ length: limit }, (_, index) => items[Math.floor(index * step)]).filter(
    (item) => item !== undefined,
  );
}
