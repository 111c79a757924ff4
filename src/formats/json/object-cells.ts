import { MAX_COLUMNS } from '../limits.ts';
import type { KeyIndex } from './key-index.ts';

/** The bytes at hand end before the object does. */
export const INCOMPLETE = -1;
/** The object breaks the rules of JSON: its values cannot be told apart. */
export const BROKEN = -2;

const SPACE = 32;
const QUOTE = 34;
const BACKSLASH = 92;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;
const OPEN_ARRAY = 91;
const CLOSE_ARRAY = 93;
const COLON = 58;
const COMMA = 44;

/** Objects within objects whose members are columns of their own; deeper ones stay one cell. */
const MAX_DEPTH = 8;

/**
 * The values of one object as ranges, by the columns of their keys; members of an object inside are columns by their path
 * ("lahir.tanggal"). Numbers keep their literal text (18 digits do not
 * survive a floating number), arrays inside are their JSON text, null is empty. No byte is changed before the
 * whole object is there, so that it may be read again when it turned out to be incomplete.
 */
export class ObjectCells {
  /** Columns of the values, in the order of the object; a repeated key appears again, and its last value counts. */
  count = 0;
  readonly columns = new Int32Array(MAX_COLUMNS);
  readonly starts = new Int32Array(MAX_COLUMNS);
  readonly ends = new Int32Array(MAX_COLUMNS);
  readonly #escaped = new Uint8Array(MAX_COLUMNS);
  readonly #keys: KeyIndex;
  #start = 0;
  #end = 0;
  #hasEscape = false;
  /** Column of the last value: the next one mostly stands behind it. */
  #column = -1;

  constructor(keys: KeyIndex) {
    this.#keys = keys;
  }

  /** Reads an object from its brace on; the place behind it, INCOMPLETE or BROKEN. */
  read(bytes: Buffer, open: number, to: number): number {
    this.count = 0;
    this.#column = -1;
    return this.#members(bytes, open, to, '', 0);
  }

  /** Reads the members of an object; `prefix` is the path of its own key with a dot behind it. */
  #members(bytes: Buffer, open: number, to: number, prefix: string, depth: number): number {
    let i = skipSpace(bytes, open + 1, to);
    if (bytes[i] === CLOSE_OBJECT && i < to) return i + 1;
    for (;;) {
      if (i >= to) return INCOMPLETE;
      if (bytes[i] !== QUOTE) return BROKEN;
      i = this.#string(bytes, i, to);
      if (i < 0) return i;
      const [start, end, hasEscape] = [this.#start, this.#end, this.#hasEscape];
      if (bytes[i] !== COLON || i >= to) i = skipSpace(bytes, i, to);
      if (i >= to) return INCOMPLETE;
      if (bytes[i] !== COLON) return BROKEN;
      i = (bytes[i + 1] ?? 0) <= SPACE ? skipSpace(bytes, i + 1, to) : i + 1;
      if (bytes[i] === OPEN_OBJECT && i < to && depth < MAX_DEPTH) {
        const path = `${prefix}${this.#keys.nameOf(bytes, start, end, hasEscape)}.`;
        i = this.#members(bytes, i, to, path, depth + 1);
        if (i < 0) return i;
      } else {
        i = this.#value(bytes, i, to);
        if (i < 0) return i;
        this.#column = this.#keys.find(bytes, start, end, hasEscape, this.#column + 1, prefix);
        if (this.#column >= 0 && this.count < MAX_COLUMNS) this.#keep(this.#column);
      }
      if (bytes[i] !== COMMA || i >= to) i = skipSpace(bytes, i, to);
      if (i >= to) return INCOMPLETE;
      if (bytes[i] === CLOSE_OBJECT) return i + 1;
      if (bytes[i] !== COMMA) return BROKEN;
      i = bytes[i + 1] === QUOTE ? i + 1 : skipSpace(bytes, i + 1, to);
    }
  }

  /** Turns escapes into what they stand for, in place: a text is never longer than the way it is written. */
  resolve(bytes: Buffer): void {
    for (let at = 0; at < this.count; at++) {
      if (this.#escaped[at] === 1) this.ends[at] = unescape(bytes, this.starts[at] ?? 0, this.ends[at] ?? 0);
    }
  }

  #keep(column: number): void {
    const at = this.count++;
    this.columns[at] = column;
    this.starts[at] = this.#start;
    this.ends[at] = this.#end;
    this.#escaped[at] = this.#hasEscape ? 1 : 0;
  }

  #value(bytes: Buffer, i: number, to: number): number {
    if (i >= to) return INCOMPLETE;
    const byte = bytes[i];
    if (byte === QUOTE) return this.#string(bytes, i, to);
    this.#hasEscape = false;
    this.#start = i;
    if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) return this.#nested(bytes, i, to);
    const end = literalEnd(bytes, i, to);
    if (end >= to) return INCOMPLETE;
    this.#end = end;
    const isNull = byte === 110;
    if (isNull) this.#end = i;
    return end > i && isLiteral(bytes, i, end) ? end : BROKEN;
  }

  /** A string from its quote on; the place behind it. A line end inside is damage: JSON has none there. */
  #string(bytes: Buffer, open: number, to: number): number {
    let i = open + 1;
    let byte = bytes[i];
    this.#hasEscape = false;
    while (i < to && byte !== QUOTE) {
      if (byte === BACKSLASH) {
        this.#hasEscape = true;
        i++;
      } else if (byte === 10) return BROKEN;
      byte = bytes[++i];
    }
    if (i >= to) return INCOMPLETE;
    this.#start = open + 1;
    this.#end = i;
    return i + 1;
  }

  #nested(bytes: Buffer, open: number, to: number): number {
    let depth = 0;
    for (let i = open; i < to; i++) {
      const byte = bytes[i];
      if (byte === QUOTE) {
        i++;
        for (; i < to && bytes[i] !== QUOTE; i++) {
          if (bytes[i] === BACKSLASH) i++;
          else if (bytes[i] === 10) return BROKEN;
        }
      } else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) depth++;
      else if ((byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) && --depth === 0) {
        this.#start = open;
        this.#end = i + 1;
        this.#hasEscape = false;
        return i + 1;
      }
    }
    return INCOMPLETE;
  }
}

/** The place behind blanks; a byte order mark counts as blank. */
export function skipSpace(bytes: Buffer, from: number, to: number): number {
  let i = from;
  while (i < to && ((bytes[i] ?? 0) <= 32 || bytes[i] === 0xef || bytes[i] === 0xbb || bytes[i] === 0xbf)) i++;
  return i;
}

/** The end of a number or word. */
export function literalEnd(bytes: Buffer, from: number, to: number): number {
  let i = from;
  let byte = bytes[i] ?? 0;
  while (i < to && byte > 32 && byte !== COMMA && byte !== CLOSE_OBJECT && byte !== CLOSE_ARRAY) byte = bytes[++i] ?? 0;
  return i;
}

/** Whether the bytes are a number, true, false or null. */
export function isLiteral(bytes: Buffer, from: number, to: number): boolean {
  const first = from < to ? (bytes[from] ?? 0) : 0;
  if (first === 45 || (first >= 48 && first <= 57)) {
    for (let i = from + 1; i < to; i++) {
      const byte = bytes[i] ?? 0;
      const fits = (byte >= 48 && byte <= 57) || byte === 46 || byte === 45 || byte === 43 || (byte | 32) === 101;
      if (!fits) return false;
    }
    return true;
  }
  return ['null', 'true', 'false'].includes(bytes.toString('latin1', from, Math.min(to, from + 6)));
}

const LETTERS = new Map(Object.entries({ b: 8, t: 9, n: 10, f: 12, r: 13 }).map(([k, v]) => [k.charCodeAt(0), v]));

function unescape(bytes: Buffer, start: number, end: number): number {
  let out = start;
  for (let i = start; i < end; i++) {
    const byte = bytes[i] ?? 0;
    if (byte !== BACKSLASH || i + 1 >= end) {
      bytes[out++] = byte;
      continue;
    }
    const next = bytes[++i] ?? 0;
    if (next !== 117) {
      bytes[out++] = LETTERS.get(next) ?? next;
      continue;
    }
    // As many \uXXXX in a row as there are, so that both halves of a surrogate pair are decoded together.
    const run = /^(?:[\da-f]{4}(?:\\u(?=[\da-f]{4}))?)*/i.exec(bytes.toString('latin1', i + 1, end))?.[0] ?? '';
    const text = run.replaceAll('\\u', '').replace(/.{4}/g, (hex) => String.fromCharCode(Number.parseInt(hex, 16)));
    out += bytes.write(text.toWellFormed(), out, 'utf8');
    i += run.length;
  }
  return out;
}
