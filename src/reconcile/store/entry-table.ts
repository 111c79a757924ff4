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
  /** Sorted 52-bit numbers of the codes of entries that also bear a text, and those entries in the same order. */
  readonly codes: SharedArrayBuffer;
  readonly codeEntries: SharedArrayBuffer;
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
  const bareCodes = entries.flatMap(({ isBareCode }, entry) => (isBareCode ? [entry] : []));
  return { bytes, starts, names, bareCodes, ...shareCodes(entries) };
}

function shareCodes(entries: readonly Entry[]): Pick<SharedEntries, 'codes' | 'codeEntries'> {
  const numbers = Float64Array.from(entries, ({ code }) => nameNumber(code));
  const named = Uint32Array.from(entries.keys())
    .filter((entry) => entries[entry]?.code !== '' && entries[entry]?.folded !== '')
    .toSorted((a, b) => (numbers[a] as number) - (numbers[b] as number) || a - b);
  const codes = new SharedArrayBuffer(named.length * 8);
  const codeEntries = new SharedArrayBuffer(named.length * 4);
  new Float64Array(codes).set(Float64Array.from(named, (entry) => numbers[entry] as number));
  new Uint32Array(codeEntries).set(named);
  return { codes, codeEntries };
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

/** An entry whose parts become strings when they are asked for: most are judged by one of the three alone. */
class SharedEntry implements Entry {
  readonly isBareCode: boolean;
  readonly #bytes: Buffer;
  readonly #starts: Uint32Array;
  readonly #at: number;
  #text: string | undefined;
  #code: string | undefined;
  #folded: string | undefined;

  constructor(bytes: Buffer, starts: Uint32Array, entry: number, isBareCode: boolean) {
    this.#bytes = bytes;
    this.#starts = starts;
    this.#at = entry * PARTS;
    this.isBareCode = isBareCode;
  }

  get text(): string {
    return (this.#text ??= this.#part(0));
  }

  get code(): string {
    return (this.#code ??= this.#part(1));
  }

  get folded(): string {
    return (this.#folded ??= this.#part(2));
  }

  #part(index: number): string {
    return this.#bytes.toString('utf8', this.#starts[this.#at + index], this.#starts[this.#at + index + 1]);
  }
}

/** Reads shared entries; an entry becomes an object when it is first asked for. One table a thread. */
export class EntryTable {
  readonly length: number;
  readonly #bytes: Buffer;
  readonly #starts: Uint32Array;
  readonly #names: Float64Array;
  readonly #codes: Float64Array;
  readonly #codeEntries: Uint32Array;
  readonly #bareCodes: ReadonlySet<number>;
  readonly #known: (Entry | undefined)[] = [];

  constructor(shared: SharedEntries) {
    this.#bytes = Buffer.from(shared.bytes);
    this.#starts = new Uint32Array(shared.starts);
    this.#names = new Float64Array(shared.names);
    this.#codes = new Float64Array(shared.codes);
    this.#codeEntries = new Uint32Array(shared.codeEntries);
    this.#bareCodes = new Set(shared.bareCodes);
    this.length = (this.#starts.length - 1) / PARTS;
  }

  /** The entry; a number outside the table is the empty value. */
  get(entry: number): Entry {
    const known = this.#known[entry];
    if (known) return known;
    if (entry <= 0 || entry >= this.length) return EMPTY_VALUE;
    const made = new SharedEntry(this.#bytes, this.#starts, entry, this.#bareCodes.has(entry));
    this.#known[entry] = made;
    return made;
  }

  /** The folded text of the first entry that bears this code and a text; '' for none. */
  nameOfCode(code: string): string {
    const wanted = nameNumber(code);
    for (let place = firstPlace(this.#codes, wanted); this.#codes[place] === wanted; place++) {
      const entry = this.get(this.#codeEntries[place] as number);
      if (entry.code === code) return entry.folded;
    }
    return '';
  }

  /** Whether some entry folds to this text. */
  hasName(folded: string): boolean {
    const wanted = nameNumber(folded);
    return this.#names[firstPlace(this.#names, wanted)] === wanted;
  }
}

/** The first place in a sorted list whose number is not below the wanted one. */
function firstPlace(sorted: Float64Array, wanted: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
