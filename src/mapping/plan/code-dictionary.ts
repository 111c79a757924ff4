import { isEmptyText } from '#kernel/text.ts';
import { type CellRange, isEmptyCell, trimCell } from './cell-bytes.ts';
import { CellDictionary } from './cell-dictionary.ts';
import { EMPTY_VALUE, type Entry } from './entry.ts';
import { EMPTY, UNUSABLE } from './slots.ts';

/** A mark holds the places of two columns, each below this; 0 for none. */
export const FEEDS = 64;

/**
 * Which columns the two cells of a key came from: positions among the feeds of the text half and of the id half, -1 for
 * none. Two columns may give one code different meanings.
 */
export const markOf = (textFeed: number, idFeed: number): number => textFeed + 1 + (idFeed + 1) * FEEDS;

/** The distinct cells of one coded field: each is understood once, then only its bytes are looked up. */
export class CodeDictionary {
  readonly #cells: CellDictionary<Entry>;
  /** What an entry puts into a row, by entry; settled up to `#settled`. */
  #values = new Int32Array(1 << 7);
  #settled = 1;
  readonly #text: CellRange = { start: 0, end: 0 };
  readonly #id: CellRange = { start: 0, end: 0 };

  /** `understand` says what a text and an id mean, both trimmed; it is asked once for each distinct pair of cells. */
  constructor(understand: (text: string, id: string, mark: number) => Entry) {
    this.#cells = new CellDictionary<Entry>(EMPTY_VALUE, (text, id, mark) => {
      const [label, code] = [plainText(text), plainText(id)];
      return label === '' && code === '' ? EMPTY_VALUE : understand(label, code, mark);
    });
  }

  /** Entries by number; they grow while a file is read. */
  get entries(): readonly Entry[] {
    return this.#cells.entries;
  }

  /**
   * What a row holds for a text cell `[s1..e1)` and an id cell `[s2..e2)`, as they stand in the file: the number of an
   * entry, EMPTY, or UNUSABLE. Cells that differ only in outer blanks give one entry.
   */
  read(bytes: Uint8Array, s1: number, e1: number, s2: number, e2: number, mark: number): number {
    const entry = this.#cells.lookup(bytes, s1, e1, s2, e2, mark);
    if (entry >= this.#settled) this.#settle(entry, bytes, s1, e1, s2, e2, mark);
    return this.#values[entry] as number;
  }

  /** The entry of the same cells, also where they are unusable. */
  explain(bytes: Uint8Array, s1: number, e1: number, s2: number, e2: number, mark: number): Entry {
    return this.#cells.entries[this.#cells.lookup(bytes, s1, e1, s2, e2, mark)] as Entry;
  }

  #settle(entry: number, bytes: Uint8Array, s1: number, e1: number, s2: number, e2: number, mark: number): void {
    this.#settled = entry + 1;
    if (entry >= this.#values.length) {
      const larger = new Int32Array(entry * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    const [text, id] = [this.#text, this.#id];
    plainRange(bytes, s1, e1, text);
    plainRange(bytes, s2, e2, id);
    const isPlain = text.end - text.start === e1 - s1 && id.end - id.start === e2 - s2;
    const value = isPlain
      ? valueOf(this.#cells.entries[entry] as Entry, entry)
      : this.read(bytes, text.start, text.end, id.start, id.end, mark);
    this.#values[entry] = value;
  }
}

function valueOf({ problem, folded, code, isBareCode }: Entry, entry: number): number {
  if (problem !== undefined) return UNUSABLE;
  return folded === '' && code === '' && !isBareCode ? EMPTY : entry;
}

/** As `plainText`, of bytes. */
function plainRange(bytes: Uint8Array, start: number, end: number, out: CellRange): void {
  trimCell(bytes, start, end, out);
  if (isEmptyCell(bytes, out.start, out.end)) out.end = out.start;
}

/** A cell without outer blanks and the apostrophe that spreadsheets set before texts; '' for every way to write nothing. */
function plainText(cell: string): string {
  let start = 0;
  let end = cell.length;
  while (start < end && cell.charCodeAt(start) <= 32) start++;
  while (end > start && cell.charCodeAt(end - 1) <= 32) end--;
  if (start < end && cell.startsWith("'", start)) start++;
  const text = cell.slice(start, end);
  return text.length <= 4 && isAscii(text) && isEmptyText(text) ? '' : text;
}

const isAscii = (text: string): boolean => !/[\u0080-\uffff]/.test(text);
