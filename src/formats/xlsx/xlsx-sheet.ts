import type { Entry } from 'yauzl';
import { MAX_ROW_BYTES } from '../sheet/sheet-limits.ts';
import type { RowScanner } from './xlsx-rows.ts';
import { openWindow, type XmlWindow } from './xlsx-window.ts';
import { afterTag, endsName } from './xlsx-xml.ts';
import { damaged, type Zip } from '../zip/zip.ts';

const LT = 0x3c;
const SLASH = 0x2f;

/** What the walk over a window came to: it needs more XML, the scanner's block is full, or the rows are over. */
type Walk = 'more' | 'full' | 'done';

/**
 * Feeds the rows of a sheet to the scanner and yields each time its block is full; the caller takes the block and clears
 * it. A part that ends inside its rows is refused as cut.
 */
export async function* scanSheet(zip: Zip, entry: Entry, scanner: RowScanner): AsyncGenerator<void, void, undefined> {
  const walker = new RowWalker(scanner);
  let walk: Walk = 'more';
  for await (const window of openWindow(zip, entry, 'worksheet')) {
    if (walk === 'done') {
      window.at = window.view.length; // the rest is read for its checksum alone
      continue;
    }
    for (walk = walker.walk(window); walk === 'full'; walk = walker.walk(window)) yield;
  }
  if (walk !== 'done') throw damaged(zip.berkas, entry.fileNameRaw.toString('utf8'));
}

/** Finds whole rows in a window: the scanner never sees half a row. */
class RowWalker {
  readonly #scanner: RowScanner;
  #inRows = false;
  #skipping = false;

  constructor(scanner: RowScanner) {
    this.#scanner = scanner;
  }

  walk(window: XmlWindow): Walk {
    if (!this.#inRows && !this.#enter(window)) return 'more';
    const { view } = window;
    const opening = window.tag('<', 'row');
    const closing = window.tag('</', 'row');
    for (;;) {
      if (this.#scanner.rows.isFull) return 'full';
      const tag = this.#skipping ? window.at : view.indexOf(LT, window.at);
      if (tag < 0 || view.length - tag < closing.length + 1) return 'more';
      if (!this.#skipping && !startsWith(view, tag, opening)) {
        if (view[tag + 1] === SLASH) return 'done';
        const next = afterTag(view, tag, view.length); // a comment or an element that is no row
        if (next > view.length) return 'more';
        window.at = next;
        continue;
      }
      if (!this.#takeRow(window, tag, closing)) return 'more';
    }
  }

  /** Moves to the first row; false while the window ends before `sheetData`. */
  #enter(window: XmlWindow): boolean {
    const { view } = window;
    const opening = window.tag('<', 'sheetData');
    const tag = view.indexOf(opening, window.at);
    const next = tag < 0 ? Infinity : afterTag(view, tag, view.length);
    if (next > view.length) {
      window.at = tag < 0 ? Math.max(window.at, view.length - opening.length) : tag;
      return false;
    }
    this.#inRows = true;
    this.#scanner.startSheet(window.prefix);
    window.at = next; // an empty `<sheetData/>` is followed by some closing tag, which ends the rows as well
    return true;
  }

  /** Reads or skips the row at `tag`; false while its end is not in the window. */
  #takeRow(window: XmlWindow, tag: number, closing: string): boolean {
    const { view } = window;
    const content = this.#skipping ? tag : afterTag(view, tag, view.length);
    if (content > view.length) return false;
    if (!this.#skipping && view[content - 2] === SLASH) {
      window.at = content;
      return true;
    }
    const end = view.indexOf(closing, content);
    if (end < 0 || end + closing.length >= view.length) {
      if (view.length - tag > MAX_ROW_BYTES) {
        this.#skipping = true;
        window.at = view.length - closing.length;
      }
      return false;
    }
    if (this.#skipping || end - tag > MAX_ROW_BYTES) this.#scanner.rows.refuseRow();
    else this.#scanner.scan(view, tag, end);
    this.#skipping = false;
    window.at = afterTag(view, end, view.length);
    return true;
  }
}

function startsWith(xml: Uint8Array, at: number, tag: string): boolean {
  for (let index = 0; index < tag.length; index++) if (xml[at + index] !== tag.charCodeAt(index)) return false;
  return endsName(xml[at + tag.length]);
}
