import { EMPTY_VALUE, type Entry } from '#mapping';
import { TextIndex } from './text-index.ts';

/** The entries of one dictionary in shared memory. */
export interface SharedEntries {
  /** Text, code and folded text of each entry, one after the other, UTF-8. */
  readonly bytes: SharedArrayBuffer;
  /** Where each of the three begins; one more at the end. */
  readonly starts: SharedArrayBuffer;
  /** Entries that are bare local codes. */
  readonly bareCodes: readonly number[];
  /** First entry of each folded text. */
  readonly byName: SharedArrayBuffer;
  /** First entry of each code that also bears a text. */
  readonly byCode: SharedArrayBuffer;
}

/** Parts of an entry by their order. */
const TEXT = 0;
const CODE = 1;
const FOLDED = 2;
const PARTS = 3;

export function shareEntries(entries: readonly Entry[]): SharedEntries {
  const starts = new SharedArrayBuffer((entries.length * PARTS + 1) * 4);
  const places = new Uint32Array(starts);
  let size = 0;
  for (const { text, code, folded } of entries)
    size += Buffer.byteLength(text) + Buffer.byteLength(code) + Buffer.byteLength(folded);
  const bytes = new SharedArrayBuffer(Math.max(1, size));
  const target = Buffer.from(bytes);
  const bareCodes: number[] = [];
  let used = 0;
  let part = 1;
  for (let entry = 0; entry < entries.length; entry++) {
    const { text, code, folded, isBareCode } = entries[entry] as Entry;
    places[part++] = used += target.write(text, used);
    places[part++] = used += target.write(code, used);
    places[part++] = used += target.write(folded, used);
    if (isBareCode) bareCodes.push(entry);
  }
  const at = (entry: number): Entry => entries[entry] ?? EMPTY_VALUE;
  const byName = TextIndex.build(entries.length, (entry) => at(entry).folded).buffer;
  const byCode = TextIndex.build(entries.length, (entry) => namedCode(at(entry))).buffer;
  return { bytes, starts, bareCodes, byName, byCode };
}

/** The code of an entry that tells its name; '' for others. */
const namedCode = ({ code, folded }: Entry): string => (folded === '' ? '' : code);

/** An entry whose parts become strings when they are asked for: most are judged by one of the three alone. */
class SharedEntry implements Entry {
  readonly number: number;
  readonly isBareCode: boolean;
  readonly #bytes: Buffer;
  readonly #starts: Uint32Array;
  #text: string | undefined;
  #code: string | undefined;
  #folded: string | undefined;

  constructor(bytes: Buffer, starts: Uint32Array, number: number, isBareCode: boolean) {
    this.#bytes = bytes;
    this.#starts = starts;
    this.number = number;
    this.isBareCode = isBareCode;
  }

  get text(): string {
    return (this.#text ??= this.#part(TEXT));
  }

  get code(): string {
    return (this.#code ??= this.#part(CODE));
  }

  get folded(): string {
    return (this.#folded ??= this.#part(FOLDED));
  }

  #part(index: number): string {
    const at = this.number * PARTS + index;
    return this.#bytes.toString('utf8', this.#starts[at], this.#starts[at + 1]);
  }
}

/**
 * Places for entries that are kept as objects: the values that repeat stay at hand, the long tail of those that one person
 * bears passes through.
 */
const KNOWN = 1 << 14;

/** Reads shared entries; an entry becomes an object when it is first asked for. One table a thread. */
export class EntryTable {
  readonly length: number;
  readonly #bytes: Buffer;
  readonly #starts: Uint32Array;
  readonly #byName: TextIndex;
  readonly #byCode: TextIndex;
  readonly #bareCodes: ReadonlySet<number>;
  readonly #known: (SharedEntry | undefined)[] = [];

  constructor(shared: SharedEntries) {
    this.#bytes = Buffer.from(shared.bytes);
    this.#starts = new Uint32Array(shared.starts);
    this.#byName = new TextIndex(shared.byName, (entry) => this.get(entry).folded);
    this.#byCode = new TextIndex(shared.byCode, (entry) => namedCode(this.get(entry)));
    this.#bareCodes = new Set(shared.bareCodes);
    this.length = (this.#starts.length - 1) / PARTS;
  }

  /** The entry; a number outside the table is the empty value. */
  get(entry: number): Entry {
    const known = this.#known[entry % KNOWN];
    if (known?.number === entry) return known;
    if (entry <= 0 || entry >= this.length) return EMPTY_VALUE;
    const made = new SharedEntry(this.#bytes, this.#starts, entry, this.#bareCodes.has(entry));
    this.#known[entry % KNOWN] = made;
    return made;
  }

  /** Whether the entry has this code, as far as ASCII tells; no object is made of it. */
  hasCode(entry: number, code: string): boolean {
    return this.#isPart(entry, CODE, code);
  }

  /** Whether the entry folds to this text, as far as ASCII tells; no object is made of it. */
  hasFolded(entry: number, folded: string): boolean {
    return this.#isPart(entry, FOLDED, folded);
  }

  #isPart(entry: number, index: number, text: string): boolean {
    const start = this.#starts[entry * PARTS + index] as number;
    if ((this.#starts[entry * PARTS + index + 1] as number) - start !== text.length) return false;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit > 127 || this.#bytes[start + i] !== unit) return false;
    }
    return true;
  }

  /** The folded text of the first entry that bears this code and a text; '' for none. */
  nameOfCode(code: string): string {
    return this.get(this.#byCode.find(code)).folded;
  }

  /** Whether some entry folds to this text. */
  hasName(folded: string): boolean {
    return this.#byName.find(folded) >= 0;
  }
}
