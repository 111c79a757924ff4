import { isNoValue, VALUE_TESTS, type ValueKind } from './value-tests.ts';

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
  readonly #judged: readonly (readonly [string, number])[];
  readonly #judgedWeight: number;
  readonly #shares = new Map<ValueKind, number>();

  constructor(name: string, index: number, type: string, delivered: readonly string[]) {
    this.name = name;
    this.index = index;
    this.type = type.toLowerCase();
    const distinct = new Map<string, number>();
    let filled = 0;
    this.values = delivered.map((text) => {
      const value = text.trim();
      if (value === '' || isNoValue(value)) return '';
      filled++;
      distinct.set(value, (distinct.get(value) ?? 0) + 1);
      return value;
    });
    this.filled = filled;
    this.distinct = distinct;
    this.#judged = pickEvenly([...distinct], JUDGED);
    this.#judgedWeight = this.#judged.reduce((sum, [, count]) => sum + count, 0);
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
    const share = this.shareOf(VALUE_TESTS[kind]);
    this.#shares.set(kind, share);
    return share;
  }

  shareOf(test: (value: string) => boolean): number {
    if (this.#judgedWeight === 0) return 0;
    let hits = 0;
    for (const [value, count] of this.#judged) if (test(value)) hits += count;
    return hits / this.#judgedWeight;
  }

  /** Mean length of the different values. */
  get meanLength(): number {
    if (this.#judged.length === 0) return 0;
    return this.#judged.reduce((sum, [value]) => sum + value.length, 0) / this.#judged.length;
  }
}

function pickEvenly<T>(items: readonly T[], limit: number): readonly T[] {
  if (items.length <= limit) return items;
  const step = items.length / limit;
  return Array.from({ length: limit }, (_, index) => items[Math.floor(index * step)]).filter(
    (item) => item !== undefined,
  );
}
