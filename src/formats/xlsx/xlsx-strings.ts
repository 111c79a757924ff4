import type { ByteSink } from '../sheet/byte-sink.ts';
import { openWindow, type XmlWindow } from './xlsx-window.ts';
import type { Workbook } from './xlsx-workbook.ts';
import { afterTag, appendRichText, endsName } from './xlsx-xml.ts';

const LT = 0x3c;
const SLASH = 0x2f;
const FIRST_STRINGS = 65_536;

/**
 * The shared strings of a workbook end to end in one arena, with room behind them for the text of a block of rows: a cell
 * that points at a shared string then costs two numbers and no copy. String i is `bytes[offsets[i] .. offsets[i + 1])`.
 */
export interface SharedStrings {
  readonly bytes: Uint8Array;
  readonly offsets: Int32Array;
  readonly count: number;
  /** False where only the first strings were read. */
  readonly complete: boolean;
  /** End of the strings, start of the room. */
  readonly end: number;
}

/**
 * Reads the first `wanted` shared strings (all by default) into an arena with `room` free bytes at its end. The arena is
 * as long as the part's XML, which bounds its text; pages that are never written cost no memory.
 */
export async function readStrings(workbook: Workbook, room: number, wanted = Infinity): Promise<SharedStrings> {
  const { zip, strings } = workbook;
  const loader = new StringLoader((strings?.uncompressedSize ?? 0) + room);
  if (!strings) return loader.strings(true);
  if (wanted === 0) return loader.strings(false);
  for await (const window of openWindow(zip, strings, 'sst')) {
    loader.load(window);
    if (loader.count >= wanted) return loader.strings(false);
  }
  return loader.strings(true);
}

class StringLoader {
  count = 0;
  readonly #sink: ByteSink;
  #offsets = new Int32Array(FIRST_STRINGS);

  constructor(capacity: number) {
    this.#sink = { bytes: new Uint8Array(capacity), length: 0 };
  }

  strings(complete: boolean): SharedStrings {
    return { bytes: this.#sink.bytes, offsets: this.#offsets, count: this.count, complete, end: this.#sink.length };
  }

  /** Takes all strings that are complete in the window. */
  load(window: XmlWindow): void {
    const { view, prefix } = window;
    const limit = Math.max(view.lastIndexOf(`${window.tag('</', 'si')}>`), window.at);
    let at = window.at;
    while (at < limit) {
      if (view[at] !== LT) {
        at++;
        continue;
      }
      const name = at + 1 + prefix;
      const found = view[name] === 0x73 && view[name + 1] === 0x69 && endsName(view[name + 2]); // si
      at = afterTag(view, at, view.length);
      if (!found) continue;
      if (view[at - 2] !== SLASH) at = appendRichText(this.#sink, view, at, view.length, prefix);
      this.#close();
    }
    window.at = at;
  }

  #close(): void {
    this.count++;
    if (this.count >= this.#offsets.length) {
      const longer = new Int32Array(this.#offsets.length * 2);
      longer.set(this.#offsets);
      this.#offsets = longer;
    }
    this.#offsets[this.count] = this.#sink.length;
  }
}
