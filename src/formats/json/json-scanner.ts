import { type Problem, problem } from '#kernel/problem.ts';
import { MAX_ROW, sizeText } from '../limits.ts';
import type { Rest } from '../stream/read-blocks.ts';
import { BROKEN, INCOMPLETE, isLiteral, literalEnd, type ObjectCells, skipSpace } from './object-cells.ts';

const LF = 10;
const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const OPEN_ARRAY = 91;
const BACKSLASH = 92;
const CLOSE_ARRAY = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

/** Objects within objects that are searched for tables; deeper ones are passed over. */
const MAX_DEPTH = 16;

const LONGEST_KEY = 65_536;

/** Takes the rows of a JSON file. */
export interface JsonSink {
  /** An array of objects begins, under the keys that lead to it; the cells to read its rows into, or undefined: not wanted. */
  begin(path: string): ObjectCells | undefined;
  row(bytes: Buffer): void;
  reject(problem: Problem): void;
}

type Mode = 'walk' | 'rows' | 'skip' | 'lost-row';

/**
 * Walks through JSON and finds its arrays of objects; in 'lines' every line is one object. Values are never nested on the
 * machine's stack, so depth costs nothing. A damaged object costs that row only.
 */
export class JsonScanner {
  readonly #sink: JsonSink;
  readonly #lines: boolean;
  readonly #cut: Problem;
  #mode: Mode = 'walk';
  #cells: ObjectCells | undefined;
  /** Keys of the open objects; the outermost has none. */
  readonly #path: string[] = [];
  /** Key whose value comes next. */
  #key: string | undefined;
  #depth = 0;
  #inString = false;
  /** Mode after the value that is passed over. */
  #after: 'walk' | 'rows' = 'walk';
  #expectsRow = false;
  #finished = false;

  constructor(sink: JsonSink, lines: boolean, cut: Problem) {
    this.#sink = sink;
    this.#lines = lines;
    this.#cut = cut;
    if (lines) this.#beginRows('');
  }

  /** As RowScanner.scan. */
  scan(bytes: Buffer, from: number, to: number, rest: Rest): number {
    let i = from;
    while (i < to) {
      const mode = this.#mode;
      const next = this.#step(bytes, i, to, rest);
      if (next === i && mode === this.#mode) break;
      i = next;
    }
    if (rest === 'more') return i;
    if (rest === 'too-long') return i === from ? this.#giveUp(to) : i;
    const isOpen = this.#lines ? skipSpace(bytes, i, to) < to : this.#mode !== 'walk';
    // A cut archive is reported by the one who reads it.
    if (rest === 'end' && this.#cells && isOpen && !this.#finished) this.#sink.reject(this.#cut);
    this.#finished = true;
    return to;
  }

  #step(bytes: Buffer, i: number, to: number, rest: Rest): number {
    switch (this.#mode) {
      case 'walk':
        return this.#walk(bytes, i, to);
      case 'rows':
        return this.#row(bytes, i, to);
      case 'skip':
        return this.#skip(bytes, i, to);
      case 'lost-row':
        return this.#lines ? this.#lostLine(bytes, i, to) : this.#lostRow(bytes, i, to, rest);
      default:
        return this.#mode satisfies never;
    }
  }

  /** One sign outside tables: into objects, over values, up to the next array of objects. */
  #walk(bytes: Buffer, from: number, to: number): number {
    const i = skipSpace(bytes, from, to);
    if (i >= to) return to;
    switch (bytes[i]) {
      case OPEN_OBJECT:
        return this.#openObject(i);
      case OPEN_ARRAY:
        return this.#openArray(bytes, i, from, to);
      case CLOSE_OBJECT:
        this.#path.pop();
        this.#key = undefined;
        return i + 1;
      case QUOTE:
        return this.#keyOrText(bytes, i, from, to);
      case COMMA:
        this.#key = undefined;
        return i + 1;
      default:
        return this.#literal(bytes, i, from, to);
    }
  }

  #literal(bytes: Buffer, i: number, from: number, to: number): number {
    const end = literalEnd(bytes, i, to);
    return end >= to ? from : Math.max(i + 1, end);
  }

  #openObject(i: number): number {
    if (this.#path.length >= MAX_DEPTH) return this.#passOver(i, 'walk');
    this.#path.push(this.#key ?? '');
    this.#key = undefined;
    return i + 1;
  }

  #openArray(bytes: Buffer, i: number, from: number, to: number): number {
    const first = skipSpace(bytes, i + 1, to);
    if (first >= to) return from;
    if (bytes[first] !== OPEN_OBJECT) return this.#passOver(i, 'walk');
    this.#beginRows([...this.#path, this.#key ?? ''].filter((key) => key !== '').join('.'));
    if (!this.#cells) return this.#passOver(i, 'walk');
    this.#expectsRow = true;
    return i + 1;
  }

  #beginRows(path: string): void {
    this.#cells = this.#sink.begin(path);
    if (this.#cells) this.#mode = 'rows';
  }

  /** A string is a key where a colon follows it. */
  #keyOrText(bytes: Buffer, i: number, from: number, to: number): number {
    let end = i + 1;
    while (end < to && bytes[end] !== QUOTE) end += bytes[end] === BACKSLASH ? 2 : 1;
    const next = skipSpace(bytes, end + 1, to);
    // A text that long is no key.
    if (next >= to) return to - i > LONGEST_KEY ? this.#passOver(i, 'walk') : from;
    if (bytes[next] !== COLON) return end + 1;
    this.#key = bytes.toString('utf8', i + 1, end);
    return next + 1;
  }

  #row(bytes: Buffer, from: number, to: number): number {
    const i = skipSpace(bytes, from, to);
    if (i >= to) return to;
    const byte = bytes[i];
    if (byte === COMMA && !this.#expectsRow) {
      this.#expectsRow = !this.#lines;
      return i + 1;
    }
    if (byte === CLOSE_ARRAY && !this.#lines) {
      this.#cells = undefined;
      this.#mode = 'walk';
      return i + 1;
    }
    if (byte !== OPEN_OBJECT) return this.#noObject(bytes, i, from, to);
    const bound = this.#bound(bytes, i, to);
    const end = this.#cells?.read(bytes, i, bound) ?? BROKEN;
    if (end === INCOMPLETE && bound === to) return from;
    this.#expectsRow = false;
    if (end < 0) return this.#lose(problem('BARIS_RUSAK'), this.#lines ? i : i + 1);
    this.#cells?.resolve(bytes);
    this.#sink.row(bytes);
    return end;
  }

  /** Where the object that begins at `i` ends at the latest: of objects by line, where another line begins with one. */
  #bound(bytes: Buffer, i: number, to: number): number {
    const next = this.#lines ? bytes.indexOf('\n{', i, 'latin1') : -1;
    return next >= 0 && next + 1 < to ? next + 1 : to;
  }

  /** An element that is no object is no row; it is reported and passed over. */
  #noObject(bytes: Buffer, i: number, from: number, to: number): number {
    const isLong = bytes[i] === QUOTE || bytes[i] === OPEN_ARRAY;
    const end = isLong ? i : literalEnd(bytes, i, to);
    if (end >= to) return from;
    const isValue = isLong || isLiteral(bytes, i, end);
    if (this.#lines || !isValue || !this.#expectsRow) return this.#lose(problem('BARIS_RUSAK'), i);
    this.#sink.reject(problem('BARIS_RUSAK'));
    this.#expectsRow = false;
    return isLong ? this.#passOver(i, 'rows') : end;
  }

  #lose(reason: Problem, at: number): number {
    this.#sink.reject(reason);
    this.#expectsRow = false;
    this.#mode = 'lost-row';
    return at;
  }

  #lostLine(bytes: Buffer, from: number, to: number): number {
    const end = bytes.indexOf(LF, from);
    if (end < 0 || end >= to) return to;
    this.#mode = 'rows';
    return end + 1;
  }

  /** Looks for the end of an object that another one or the end of the array follows. */
  #lostRow(bytes: Buffer, from: number, to: number, rest: Rest): number {
    const limit = rest === 'more' ? to - 64 : to;
    for (let i = from; i < limit; i++) {
      if (bytes[i] !== CLOSE_OBJECT) continue;
      const next = skipSpace(bytes, i + 1, to);
      const isNext = bytes[next] === COMMA && bytes[skipSpace(bytes, next + 1, to)] === OPEN_OBJECT;
      if (next < to && (isNext || bytes[next] === CLOSE_ARRAY)) {
        this.#mode = 'rows';
        return next;
      }
    }
    return Math.max(from, limit);
  }

  #passOver(at: number, after: 'walk' | 'rows'): number {
    this.#mode = 'skip';
    this.#after = after;
    this.#depth = 0;
    this.#inString = false;
    return at;
  }

  /** Passes over one value of any depth, keeping its place between calls. */
  #skip(bytes: Buffer, from: number, to: number): number {
    for (let i = from; i < to; i++) {
      const byte = bytes[i];
      if (this.#inString) {
        if (byte === BACKSLASH) {
          if (i + 1 >= to) return i;
          i++;
        } else if (byte === QUOTE) this.#inString = false;
      } else if (byte === QUOTE) this.#inString = true;
      else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) this.#depth++;
      else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) this.#depth--;
      if (this.#depth === 0 && !this.#inString) {
        this.#mode = this.#after;
        return i + 1;
      }
    }
    return to;
  }

  /** One object or key is longer than all patience. */
  #giveUp(to: number): number {
    if (this.#cells) return this.#lose(problem('BARIS_TERLALU_PANJANG', { batas: sizeText(MAX_ROW) }), to);
    return to;
  }
}
