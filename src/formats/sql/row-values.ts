import { MAX_COLUMNS } from '../limits.ts';
import {
  BACKSLASH,
  CLOSE,
  COMMA,
  DOUBLE_QUOTE,
  INCOMPLETE,
  isStatementBreak,
  isWord,
  LF,
  OPEN,
  QUOTE,
  skipBlank,
  wordEnd,
} from './sql-bytes.ts';

/** The row is damaged: its cells cannot be told apart. */
export const BROKEN = -2;

/** Both ends of the range of a NULL: an empty range like that of an empty text, and yet another thing. */
const NULL = -1;

/**
 * What must still be done to the bytes of a value before they are its text. The byte of a quote stands for: backslashes
 * and that quote doubled.
 */
const PLAIN = 0;
const BACKSLASHED = 1;
const DOUBLED = 2;
const HEX = 3;

/** What the letters after a backslash stand for; any other stands for itself. */
const ESCAPES = new Map(
  Object.entries({ 0: 0, b: 8, t: 9, n: 10, f: 12, r: 13, Z: 26 }).map(([k, v]) => [k.charCodeAt(0), v]),
);

/**
 * The values of one row of an INSERT, as ranges. Nothing is made of them and no byte is changed before the whole row is
 * there, so that a row may be read again when it turned out to be incomplete.
 */
export class RowValues {
  count = 0;
  readonly starts = new Int32Array(MAX_COLUMNS + 1);
  readonly ends = new Int32Array(MAX_COLUMNS + 1);
  readonly #kinds = new Uint8Array(MAX_COLUMNS + 1);
  readonly #backslash: boolean;
  #start = 0;
  #end = 0;
  #kind = PLAIN;

  constructor(backslash: boolean) {
    this.#backslash = backslash;
  }

  /** Reads "(...)" from its parenthesis on; the place behind it, INCOMPLETE or BROKEN. */
  readTuple(bytes: Buffer, open: number, to: number): number {
    this.count = 0;
    let i = open + 1;
    for (;;) {
      i = this.#value(bytes, i, to);
      if (i < 0) return i;
      if (this.count <= MAX_COLUMNS) {
        this.starts[this.count] = this.#start;
        this.ends[this.count] = this.#end;
        this.#kinds[this.count] = this.#kind;
      }
      this.count++;
      if (bytes[i] === CLOSE) return i + 1;
      if (bytes[i] !== COMMA) return BROKEN;
      i++;
    }
  }

  /** Reads one line of a COPY block, `lineEnd` being its end. */
  readLine(bytes: Buffer, from: number, lineEnd: number): void {
    this.count = 0;
    let start = from;
    let kind = PLAIN;
    for (let i = from; i <= lineEnd; i++) {
      const byte = bytes[i];
      if (byte === BACKSLASH) {
        kind = BACKSLASHED;
        i++;
      } else if (byte === 9 || i === lineEnd) {
        const at = Math.min(this.count++, MAX_COLUMNS);
        const isNull = kind === BACKSLASHED && i - start === 2 && bytes[start + 1] === 78;
        this.starts[at] = isNull ? NULL : start;
        this.ends[at] = isNull ? NULL : i;
        this.#kinds[at] = kind;
        start = i + 1;
        kind = PLAIN;
      }
    }
  }

  /** Turns the values into their texts, in place: a text is never longer than the way it is written. */
  resolve(bytes: Buffer): void {
    for (let at = 0; at < this.count; at++) {
      const kind = this.#kinds[at] ?? PLAIN;
      if (kind === PLAIN) continue;
      const start = this.starts[at] ?? 0;
      const end = this.ends[at] ?? 0;
      if (kind === HEX) this.ends[at] = unhex(bytes, start, end);
      else if (kind === DOUBLED) this.ends[at] = undouble(bytes, start, end);
      else this.ends[at] = unescape(bytes, start, end, kind);
    }
  }

  /** One value; the place of the comma or parenthesis behind it. */
  #value(bytes: Buffer, from: number, to: number): number {
    const i = (bytes[from] ?? 0) <= 32 ? skipBlank(bytes, from, to) : from;
    if (i < 0 || i >= to) return INCOMPLETE;
    const byte = bytes[i];
    if (byte === QUOTE || (byte === DOUBLE_QUOTE && this.#backslash))
      return this.#string(bytes, i, to, this.#backslash);
    return this.#token(bytes, i, to);
  }

  /** A quoted value from its quote on, and whatever comes between it and the next comma (a cast). */
  #string(bytes: Buffer, open: number, to: number, backslash: boolean): number {
    const close = this.#closeQuote(bytes, open, to, backslash);
    if (close < 0) return close;
    const next = bytes[close + 1];
    return next === COMMA || next === CLOSE ? close + 1 : this.#behind(bytes, close + 1, to);
  }

  /** Takes the text between quotes as the value; the place of the closing quote. */
  #closeQuote(bytes: Buffer, open: number, to: number, backslash: boolean): number {
    const quote = bytes[open] ?? QUOTE;
    let kind = PLAIN;
    let i = open + 1;
    for (; ; i++) {
      let byte = bytes[i];
      while (byte !== quote && byte !== BACKSLASH && byte !== LF && i < to) byte = bytes[++i];
      if (i + 1 >= to) return INCOMPLETE;
      if (byte === LF) {
        if (isStatementBreak(bytes, i, to)) return BROKEN;
      } else if (byte === BACKSLASH) {
        if (!backslash) continue;
        kind = quote;
        i++;
      } else if (bytes[i + 1] !== quote) break;
      else {
        kind = backslash ? quote : DOUBLED;
        i++;
      }
    }
    this.#start = open + 1;
    this.#end = i;
    this.#kind = kind;
    return i;
  }

  /** Passes over blanks and a cast such as ::numeric(10,2). */
  #behind(bytes: Buffer, from: number, to: number): number {
    let i = skipBlank(bytes, from, to);
    if (i < 0 || i >= to) return INCOMPLETE;
    if (bytes[i] !== 58) return bytes[i] === COMMA || bytes[i] === CLOSE ? i : BROKEN;
    let depth = 0;
    for (; i < to; i++) {
      const byte = bytes[i];
      if (depth === 0 && (byte === COMMA || byte === CLOSE)) return i;
      if (byte === OPEN) depth++;
      else if (byte === CLOSE) depth--;
      else if (byte === QUOTE || byte === LF) return BROKEN;
    }
    return INCOMPLETE;
  }

  /** A value without quotes: NULL, a number, a word before a string, 0xFF, a function. */
  #token(bytes: Buffer, from: number, to: number): number {
    let i = from;
    let byte = bytes[i];
    while (byte !== COMMA && byte !== CLOSE && byte !== QUOTE && byte !== OPEN && byte !== LF && i < to)
      byte = bytes[++i];
    if (i >= to) return INCOMPLETE;
    if (byte === QUOTE) return this.#prefixed(bytes, from, i, to);
    const colons = this.#backslash ? -1 : findCast(bytes, from, i);
    if (colons >= 0) {
      const isNull = isWord(bytes, from, colons, 'NULL');
      this.#start = isNull ? NULL : from;
      this.#end = isNull ? NULL : colons;
      this.#kind = PLAIN;
      return this.#behind(bytes, colons, to);
    }
    if (byte === OPEN) return this.#function(bytes, from, i, to);
    this.#start = from;
    this.#end = i;
    this.#kind = PLAIN;
    while (this.#end > from && (bytes[this.#end - 1] ?? 0) <= 32) this.#end--;
    if (isWord(bytes, from, this.#end, 'NULL')) this.#start = this.#end = NULL;
    else if (isWord(bytes, from, this.#end, 'DEFAULT')) this.#end = from;
    else if (bytes[from] === 48 && ((bytes[from + 1] ?? 0) | 32) === 120) {
      this.#start = from + 2;
      this.#kind = HEX;
    }
    return byte === LF ? this.#behind(bytes, i, to) : i;
  }

  /** E'..', N'..', _utf8'..', _binary '..', X'..'. */
  #prefixed(bytes: Buffer, from: number, quote: number, to: number): number {
    const end = wordEnd(bytes, from, quote);
    if (skipBlank(bytes, end, quote) !== quote) return BROKEN;
    const next = this.#string(bytes, quote, to, this.#backslash || isWord(bytes, from, end, 'E'));
    if (next >= 0 && isWord(bytes, from, end, 'X')) this.#kind = HEX;
    return next;
  }

  /** to_date('..', '..'), CAST(.. AS ..), now(): its first quoted text, else all of it as written. */
  #function(bytes: Buffer, from: number, open: number, to: number): number {
    let depth = 0;
    let first: [number, number, number] | undefined;
    for (let i = open; i < to; i++) {
      const byte = bytes[i];
      if (byte === QUOTE) {
        i = this.#closeQuote(bytes, i, to, this.#backslash);
        if (i < 0) return i;
        first ??= [this.#start, this.#end, this.#kind];
      } else if (byte === OPEN) depth++;
      else if (byte === CLOSE && --depth === 0) {
        [this.#start, this.#end, this.#kind] = first ?? [from, i + 1, PLAIN];
        return this.#behind(bytes, i + 1, to);
      } else if (byte === LF && isStatementBreak(bytes, i, to)) return BROKEN;
    }
    return INCOMPLETE;
  }
}

/** The place of the colons in 5::bigint, or -1. */
function findCast(bytes: Buffer, from: number, to: number): number {
  for (let i = from; i + 1 < to; i++) if (bytes[i] === 58 && bytes[i + 1] === 58) return i;
  return -1;
}

function unescape(bytes: Buffer, start: number, end: number, kind: number): number {
  let out = start;
  for (let i = start; i < end; i++) {
    const byte = bytes[i] ?? 0;
    if (byte === BACKSLASH && i + 1 < end) {
      const next = bytes[++i] ?? 0;
      // Inside quotes MySQL keeps the backslash of these two, which only patterns know.
      if (kind !== BACKSLASHED && (next === 37 || next === 95)) bytes[out++] = BACKSLASH;
      bytes[out++] = ESCAPES.get(next) ?? next;
    } else {
      if (byte === kind && i + 1 < end) i++;
      bytes[out++] = byte;
    }
  }
  return out;
}

function undouble(bytes: Buffer, start: number, end: number): number {
  let out = start;
  for (let i = start; i < end; i++) {
    const byte = bytes[i] ?? 0;
    if (byte === QUOTE && bytes[i + 1] === QUOTE) i++;
    bytes[out++] = byte;
  }
  return out;
}

function unhex(bytes: Buffer, start: number, end: number): number {
  return start + bytes.write(bytes.toString('latin1', start, end), start, 'hex');
}
