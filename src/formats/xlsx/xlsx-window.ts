import type { Entry } from 'yauzl';
import { checkPrologue } from './xlsx-workbook.ts';
import { damaged, inflate, type Zip } from '../zip/zip.ts';

const FIRST_CAPACITY = 1024 * 1024;

/** A moving view of a part's XML: what has been inflated and not yet used. */
export class XmlWindow {
  /** Inflated bytes; those before `at` have been used. */
  view: Buffer = Buffer.alloc(0);
  at = 0;
  /** Length of the namespace prefix of the part's elements with its colon ("x:" = 2), 0 without one. */
  prefix = 0;
  #memory = Buffer.allocUnsafeSlow(FIRST_CAPACITY);
  #prefixText = '';

  /** A tag as the part writes it: `</` and `row` give `</x:row`. */
  tag(before: '<' | '</', name: string): string {
    return `${before}${this.#prefixText}${name}`;
  }

  /** Looks for the root element in the first chunk; false where it is not there. */
  start(root: 'worksheet' | 'sst'): boolean {
    const found = new RegExp(`<((?:[\\w.-]+:)?)${root}[\\s/>]`).exec(this.view.toString('latin1'));
    this.#prefixText = found?.[1] ?? '';
    this.prefix = this.#prefixText.length;
    return found !== null;
  }

  /** Adds a chunk behind what is left, moving the rest to the front first. */
  append(chunk: Uint8Array): void {
    const rest = this.view.length - this.at;
    const needed = rest + chunk.length;
    const memory = needed > this.#memory.length ? Buffer.allocUnsafeSlow(2 * needed) : this.#memory;
    this.view.copy(memory, 0, this.at);
    memory.set(chunk, rest);
    this.#memory = memory;
    this.view = memory.subarray(0, needed);
    this.at = 0;
  }
}

/** The window over a part, once more after each chunk that was added to it. Throws `RefusedFile`. */
export async function* openWindow(
  zip: Zip,
  entry: Entry,
  root: 'worksheet' | 'sst',
): AsyncGenerator<XmlWindow, void, undefined> {
  const window = new XmlWindow();
  const part = entry.fileNameRaw.toString('utf8');
  let started = false;
  for await (const chunk of inflate(zip, entry)) {
    window.append(chunk);
    if (!started) {
      checkPrologue(zip, part, window.view);
      if (!window.start(root)) throw damaged(zip.berkas, part);
      started = true;
    }
    yield window;
  }
  if (!started) throw damaged(zip.berkas, part);
}
