import { MAX_ROW } from '../limits.ts';
import type { ByteSource } from '../stream/byte-stream.ts';
import { ByteWindow } from '../stream/byte-window.ts';
import { LONGEST_ENTITY } from './entities.ts';
import { endOfTag, Tag } from './tag.ts';

const LT = 0x3c;
const AMP = 0x26;
const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;

/** What takes the parts of a page or XML document. */
export interface MarkupSink {
  /** A start tag; a tag that closes itself is followed by `close`. */
  open(tag: Tag): void;
  close(name: string): void;
  /** Text as written, entities unresolved unless it is `literal` (CDATA); one text may come in several pieces. */
  text(bytes: Buffer, from: number, to: number, literal: boolean): void;
  doctype(): void;
  /** Elements whose content is no markup (scripts of a page). */
  readonly raw: ReadonlySet<string>;
  /** The caller is to be asked before more is read. */
  readonly isPaused: boolean;
}

/**
 * Walks over a document and yields whenever the sink is paused; the caller makes room and goes on. Comments are passed over.
 * A piece of markup longer than a row may be ends the walk.
 */
export async function* walkMarkup(source: ByteSource, sink: MarkupSink): AsyncGenerator<void, void, undefined> {
  const walker = new Walker(sink);
  try {
    const window = new ByteWindow(source);
    for (;;) {
      await window.more();
      for (;;) {
        window.start = walker.walk(window.bytes, window.start, window.end, window.ended);
        if (!sink.isPaused) break;
        yield;
      }
      if (window.ended || window.end - window.start >= MAX_ROW) return;
    }
  } finally {
    await source.close();
  }
}

class Walker {
  readonly #sink: MarkupSink;
  readonly #tag = new Tag();
  #raw = '';

  constructor(sink: MarkupSink) {
    this.#sink = sink;
  }

  /** Takes what is complete in `bytes[from..to)`, up to a pause; the place of the first byte that was not taken. */
  walk(bytes: Buffer, from: number, to: number, isLast: boolean): number {
    let at = from;
    while (at < to) {
      const next = bytes[at] === LT ? this.#markup(bytes, at, to, isLast) : this.#text(bytes, at, to, isLast);
      if (next === at) return isLast ? to : at;
      at = next;
      if (this.#sink.isPaused) return at;
    }
    return at;
  }

  #text(bytes: Buffer, at: number, to: number, isLast: boolean): number {
    const found = bytes.indexOf(LT, at);
    let end = found >= 0 && found < to ? found : to;
    if (end === to && !isLast) {
      const entity = bytes.lastIndexOf(AMP, to - 1);
      if (entity >= Math.max(at, to - LONGEST_ENTITY)) end = entity;
    }
    if (end > at && this.#raw === '') this.#sink.text(bytes, at, end, false);
    return end;
  }

  /** The place behind the piece of markup at `at`; `at` where it is not complete. */
  #markup(bytes: Buffer, at: number, to: number, isLast: boolean): number {
    if (to - at < 9 && !isLast) return at;
    const second = bytes[at + 1] ?? 0;
    if (this.#raw === '' && (second === BANG || second === QUESTION)) return this.#marked(bytes, at, to);
    const isTag = second === SLASH || ((second | 0x20) >= 0x61 && (second | 0x20) <= 0x7a) || second === 0x5f;
    const end = isTag ? endOfTag(bytes, at, to) : at;
    if (end < 0) return at;
    if (!isTag) {
      if (this.#raw === '') this.#sink.text(bytes, at, at + 1, true);
      return at + 1;
    }
    this.#tag.set(bytes, at, end);
    const { name, isClosed } = this.#tag;
    if (this.#raw !== '') {
      if (second !== SLASH || name !== this.#raw) return at + 1;
      this.#raw = '';
    }
    if (second === SLASH) this.#sink.close(name);
    else {
      this.#sink.open(this.#tag);
      if (isClosed) this.#sink.close(name);
      else if (this.#sink.raw.has(name)) this.#raw = name;
    }
    return end + 1;
  }

  #marked(bytes: Buffer, at: number, to: number): number {
    const start = bytes.toString('latin1', at, Math.min(to, at + 9)).toUpperCase();
    if (start === '<!DOCTYPE') this.#sink.doctype();
    const isData = start === '<![CDATA[';
    const stop = start.startsWith('<!--') ? '-->' : isData ? ']]>' : start.startsWith('<?') ? '?>' : '>';
    const found = bytes.indexOf(stop, at + (isData ? 9 : 2), 'latin1');
    if (found < 0 || found + stop.length > to) return at;
    if (isData) this.#sink.text(bytes, at + 9, found, true);
    return found + stop.length;
  }
}
