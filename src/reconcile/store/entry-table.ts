import { EMPTY_VALUE, type Entry } from '#mapping';

/** The entries of one dictionary in shared memory. */
export interface SharedEntries {
  /** Text, code and folded text of each entry, one after the other, UTF-8. */
  readonly bytes: SharedArrayBuffer;
  /** Where each of the three begins; one more at the end. */
  readonly starts: SharedArrayBuffer;
  /** Entries that are bare local codes. */
  readonly bareCodes: readonly number[];
  /** Sorted 52-bit numbers of the folded texts, for asking whether a name is among them. */
  readonly names: SharedArrayBuffer;
}

const PARTS = 3;

export function shareEntries(entries: readonly Entry[]): SharedEntries {
  const starts = new SharedArrayBuffer((entries.length * PARTS + 1) * 4);
  const places = new Uint32Array(starts);
  const partsOf = ({ text, code, folded }: Entry): readonly string[] => [text, code, folded];
  const size = entries.reduce(
    (sum, entry) => sum + partsOf(entry).reduce((own, part) => own + Buffer.byteLength(part), 0),
    0,
  );
  const bytes = new SharedArrayBuffer(Math.max(1, size));
  const target = Buffer.from(bytes);
  let used = 0;
  entries.forEach((entry, index) => {
    partsOf(entry).forEach((part, place) => {
      used += target.write(part, used);
      places[index * PARTS + place + 1] = used;
    });
  });
  const names = new SharedArrayBuffer(Math.max(8, entries.length * 8));
  new Float64Array(names).set(Float64Array.from(entries, ({ folded }) => nameNumber(folded)).toSorted());
  return { bytes, starts, names, bareCodes: entries.flatMap(({ isBareCode }, entry) => (isBareCode ? [entry] : [])) };
}

/** 52 bits of a text: two texts of one list share them once in many millions of lists. */
function nameNumber(text: string): number {
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x5bd1e995) + i;
  }
  return (a >>> 0) * 2 ** 20 + ((b ^ (b >>> 15)) & 0xfffff);
}

/** Reads shared entries; an entry becomes an object when it is first asked for. One table a thread. */
export class EntryTable {
  readonly length: number;
  readonly #bytes: Uint8Array;
  readonly #starts: Uint32Array;
  readonly #names: Float64Array;
  readonly #bareCodes: ReadonlySet<number>;
  readonly #known: (Entry | undefined)[] = [];
  readonly #decoder = new TextDecoder();
  #nameByCode: Map<string, string> | undefined;

  constructor(shared: SharedEntries) {
    this.#bytes = new Uint8Array(shared.bytes);
    this.#starts = new Uint32Array(shared.starts);
    this.#names = new Float64Array(shared.names);
    this.#bareCodes = new Set(shared.bareCodes);
    this.length = (this.#starts.length - 1) / PARTS;
  }

  /** The entry; a number outside the table is the empty value. */
  get(entry: number): Entry {
    const known = this.#known[entry];
    if (known) return known;
    if (entry <= 0 || entry >= this.length) return EMPTY_VALUE;
    const part = (index: number): string => {
      const at = entry * PARTS + index;
      return this.#decoder.decode(new Uint8Array(this.#bytes.subarray(this.#starts[at], this.#starts[at + 1])));
    };
    const made: Entry = { text: part(0), code: part(1), folded: part(2), isBareCode: this.#bareCodes.has(entry) };
    this.#known[entry] = made;
    return made;
  }

  /** The folded text of the first entry that bears this code and a text; '' for none. All entries are read when it is first asked. */
  nameOfCode(code: string): string {
    if (!this.#nameByCode) {
      this.#nameByCode = new Map();
      for (let entry = this.length - 1; entry > 0; entry--) {
        const { code: own, folded } = this.get(entry);
        if (own !== '' && folded !== '') this.#nameByCode.set(own, folded);
      }
    }
    return this.#nameByCode.get(code) ?? '';
  }

  /** Whether some entry folds to this text. */
  hasName(folded: string): boolean {
    const wanted = nameNumber(folded);
    let low = 0;
    let high = this.#names.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#names[middle] as number) < wanted) low = middle + 1;
      else high = middle;
    }
    return this.#names[low] === wanted;
  }
}
