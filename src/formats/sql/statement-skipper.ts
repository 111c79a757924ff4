import type { Rest } from '../stream/read-blocks.ts';
import {
  BACKSLASH,
  BACKTICK,
  DOUBLE_QUOTE,
  isStatementBreak,
  isWordByte,
  LF,
  QUOTE,
  SEMICOLON,
  skipBlank,
  stopBefore,
  wordEnd,
} from './sql-bytes.ts';

const DASH = 45;
const SLASH = 47;
const DOLLAR = 36;

/** Passes over a statement up to its semicolon; quotes, comments and dollar quotes hide semicolons. */
export class StatementSkipper {
  /** The last call came to the end of the statement. */
  ended = false;
  readonly #backslash: boolean;
  /** Byte of the open quote, else 0, and whether a backslash escapes inside it. */
  #quote = 0;
  #escapes = false;
  /** Tag of the open dollar quote ("$$", "$body$"), else ''. */
  #dollar = '';

  constructor(backslash: boolean) {
    this.#backslash = backslash;
  }

  /** Goes on from where the last call stopped; the place behind the statement, or where more bytes are needed. */
  skip(bytes: Buffer, from: number, to: number, rest: Rest): number {
    const limit = rest === 'more' ? stopBefore(bytes, from, to) : to;
    this.ended = false;
    let i = from;
    while (i < limit) {
      if (this.#dollar !== '') i = this.#closeDollar(bytes, i, to);
      if (this.#dollar !== '') return i;
      if (this.#quote !== 0) i = this.#closeQuote(bytes, i, limit, to);
      if (this.ended || this.#quote !== 0) return i;
      const byte = bytes[i];
      if (byte === SEMICOLON) {
        this.ended = true;
        return i + 1;
      }
      if (byte === QUOTE || byte === DOUBLE_QUOTE || byte === BACKTICK) i = this.#openQuote(bytes, i);
      else if (byte === DOLLAR && !this.#backslash) i = this.#openDollar(bytes, i, to);
      else if (byte === DASH || byte === SLASH) {
        const next = skipBlank(bytes, i, to);
        // A comment without an end is the end.
        if (next < 0) return rest === 'more' ? i : to;
        i = Math.max(i + 1, next);
      } else i++;
    }
    return i;
  }

  /** Forgets what is open. */
  reset(): void {
    this.#quote = 0;
    this.#dollar = '';
  }

  #openQuote(bytes: Buffer, i: number): number {
    this.#quote = bytes[i] ?? 0;
    const isEscaped = ((bytes[i - 1] ?? 0) | 32) === 101 && !isWordByte(bytes[i - 2]);
    this.#escapes = this.#quote !== BACKTICK && (this.#backslash || isEscaped);
    return i + 1;
  }

  /** The place behind the quote, or `limit`. */
  #closeQuote(bytes: Buffer, from: number, limit: number, to: number): number {
    const quote = this.#quote;
    const escapes = this.#escapes;
    let i = from;
    while (i < limit) {
      const byte = bytes[i++];
      if (byte === BACKSLASH && escapes) {
        i++;
      } else if (byte === quote || (byte === LF && isStatementBreak(bytes, i - 1, to))) {
        this.#quote = 0;
        this.ended = byte === LF;
        return i;
      }
    }
    return i;
  }

  #openDollar(bytes: Buffer, i: number, to: number): number {
    const end = wordEnd(bytes, i + 1, Math.min(to, i + 64));
    if (bytes[end] !== DOLLAR) return i + 1;
    this.#dollar = bytes.toString('latin1', i, end + 1);
    return end + 1;
  }

  #closeDollar(bytes: Buffer, from: number, to: number): number {
    const tag = this.#dollar;
    const end = bytes.indexOf(tag, from, 'latin1');
    if (end < 0 || end + tag.length > to) return Math.max(from, to - tag.length);
    this.#dollar = '';
    return end + tag.length;
  }
}
