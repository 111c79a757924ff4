import { type Problem, problem } from '#kernel/problem.ts';
import { MAX_ROW, sizeText } from '../limits.ts';
import type { Rest } from '../stream/read-blocks.ts';
import { BROKEN, RowValues } from './row-values.ts';
import {
  BACKSLASH,
  CLOSE,
  COMMA,
  CR,
  INCOMPLETE,
  isStatementBreak,
  isWord,
  LF,
  OPEN,
  SEMICOLON,
  skipBlank,
  stopBefore,
  wordEnd,
} from './sql-bytes.ts';
import {
  type HeaderAnswer,
  readCopyHeader,
  readCreateHeader,
  readInsertHeader,
  type RowsHeader,
} from './sql-header.ts';
import { StatementSkipper } from './statement-skipper.ts';

/** Takes what a dump holds. Rows come only after `begin` has asked for them. */
export interface DumpSink {
  /** A table's definition from behind its opening parenthesis on. `at` is the place of the statement in the bytes. */
  define(table: string, text: string, at: number): void;
  /** Any other statement that defines or sets something, whole; several at once where they stand between DELIMITERs. */
  statement?(text: string): void;
  /** Rows for a table begin; answers whether they are wanted. */
  begin(table: string, columns: readonly string[] | undefined, at: number): boolean;
  /** One row; answers whether more of them are wanted. */
  row(bytes: Buffer, values: RowValues): boolean;
  /** A row of the table at hand that cannot be read. */
  reject(problem: Problem): void;
  /** The statement that filled the table ended before this place. */
  end(at: number): void;
}

/** Where the scanner stands between two calls. */
type Mode = 'statement' | 'tuples' | 'lines' | 'skip' | 'skip-lines' | 'lost-row' | 'foreign';

interface KnownHeader {
  readonly text: Buffer;
  readonly header: RowsHeader;
}

const KNOWN_HEADERS = 8;

/**
 * Walks through a dump of MySQL, MariaDB or PostgreSQL statement by statement. Rows that nobody wants are passed over
 * without being taken apart. A damaged row costs that row only: reading goes on where the next row or statement begins.
 */
export class SqlScanner {
  readonly #sink: DumpSink;
  readonly #values: RowValues;
  readonly #cut: Problem;
  #mode: Mode = 'statement';
  readonly #skipper: StatementSkipper;
  /** A row must follow: after VALUES and after each comma. */
  #expectsRow = false;
  /** Rows of a table are at hand, and whether they are wanted. */
  #filling = false;
  #wanted = false;
  /** Heads of INSERT read before: dumps with one row a statement repeat them hundreds of thousands of times. */
  readonly #known: KnownHeader[] = [];

  constructor(sink: DumpSink, backslash: boolean, cut: Problem) {
    this.#sink = sink;
    this.#cut = cut;
    this.#values = new RowValues(backslash);
    this.#skipper = new StatementSkipper(backslash);
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
    if (rest === 'too-long') return i === from ? this.#giveUp(from, to) : i;
    if (this.#wanted && (i < to || this.#expectsRow || this.#mode === 'lines')) {
      // A cut archive is reported by the one who reads it.
      if (rest === 'end') this.#sink.reject(this.#cut);
      this.#expectsRow = false;
    }
    this.#endRows(to);
    return to;
  }

  /** One step of the mode at hand; `i` itself where more bytes are needed. */
  #step(bytes: Buffer, i: number, to: number, rest: Rest): number {
    switch (this.#mode) {
      case 'statement':
        return this.#statement(bytes, i, to, rest);
      case 'tuples':
        return this.#tuple(bytes, i, to);
      case 'lines':
        return this.#line(bytes, i, to);
      case 'skip':
        return this.#skip(bytes, i, to, rest);
      case 'skip-lines':
        return this.#skipLines(bytes, i, to);
      case 'lost-row':
        return this.#lostRow(bytes, i, to, rest);
      case 'foreign':
        return this.#foreign(bytes, i, to);
      default:
        return this.#mode satisfies never;
    }
  }

  #statement(bytes: Buffer, from: number, to: number, rest: Rest): number {
    const i = skipBlank(bytes, from, to);
    if (i < 0) return from;
    if (i >= to) return to;
    if (bytes[i] === SEMICOLON) return i + 1;
    // \connect, \restrict and the like are commands to psql, one a line.
    if (bytes[i] === BACKSLASH) {
      const end = bytes.indexOf(LF, i);
      return end < 0 || end >= to ? from : end + 1;
    }
    const known = this.#knownHeader(bytes, i, to);
    if (known) return this.#beginRows(known.header, i, i + known.text.length, 'tuples');
    const end = wordEnd(bytes, i, to);
    if (end >= to) return from;
    if (isWord(bytes, i, end, 'INSERT') || isWord(bytes, i, end, 'REPLACE')) {
      return this.#enter(readInsertHeader(bytes, end, to), bytes, i, from, 'tuples');
    }
    if (isWord(bytes, i, end, 'COPY')) return this.#enter(readCopyHeader(bytes, end, to), bytes, i, from, 'lines');
    if (isWord(bytes, i, end, 'CREATE')) return this.#create(bytes, i, end, to, rest) ?? from;
    const isTold = isWord(bytes, i, end, 'ALTER') || isWord(bytes, i, end, 'SET');
    if (isTold && this.#sink.statement) return this.#whole(bytes, i, to, rest) ?? from;
    this.#mode = isWord(bytes, i, end, 'DELIMITER') ? 'foreign' : 'skip';
    return end;
  }

  #enter(header: HeaderAnswer, bytes: Buffer, at: number, from: number, mode: 'tuples' | 'lines'): number {
    if (header === INCOMPLETE) return from;
    if (header === undefined) {
      this.#mode = 'skip';
      return at + 1;
    }
    if (mode === 'tuples') {
      if (this.#known.length === KNOWN_HEADERS) this.#known.shift();
      this.#known.push({ text: Buffer.from(bytes.subarray(at, header.end)), header });
    }
    return this.#beginRows(header, at, header.end, mode);
  }

  #beginRows({ table, columns }: RowsHeader, at: number, end: number, mode: 'tuples' | 'lines'): number {
    this.#wanted = this.#sink.begin(table, columns, at);
    this.#filling = true;
    if (mode === 'lines') this.#mode = this.#wanted ? 'lines' : 'skip-lines';
    else this.#mode = this.#wanted ? 'tuples' : 'skip';
    this.#expectsRow = this.#wanted;
    return end;
  }

  #knownHeader(bytes: Buffer, i: number, to: number): KnownHeader | undefined {
    return this.#known.find(
      ({ text }) => i + text.length < to && bytes.compare(text, 0, text.length, i, i + text.length) === 0,
    );
  }

  /** CREATE TABLE is taken whole, other kinds of CREATE where somebody asks for them. Undefined where it is not whole yet. */
  #create(bytes: Buffer, at: number, afterWord: number, to: number, rest: Rest): number | undefined {
    const header = readCreateHeader(bytes, afterWord, to);
    if (header === INCOMPLETE) return undefined;
    if (header === undefined && this.#sink.statement) return this.#whole(bytes, at, to, rest);
    if (header === undefined) {
      this.#mode = 'skip';
      return afterWord;
    }
    const end = this.#endOf(bytes, header.end, to, rest);
    if (end !== undefined) this.#sink.define(header.table, bytes.toString('utf8', header.end + 1, end), at);
    return end;
  }

  /** A statement that is handed over as it stands. */
  #whole(bytes: Buffer, at: number, to: number, rest: Rest): number | undefined {
    const end = this.#endOf(bytes, at, to, rest);
    if (end !== undefined) this.#sink.statement?.(bytes.toString('utf8', at, end));
    return end;
  }

  /** The place behind the statement; undefined where it is not whole yet. */
  #endOf(bytes: Buffer, from: number, to: number, rest: Rest): number | undefined {
    const end = this.#skipper.skip(bytes, from, to, rest);
    if (this.#skipper.ended || rest === 'end') return end;
    this.#skipper.reset();
    return undefined;
  }

  #tuple(bytes: Buffer, from: number, to: number): number {
    const i = skipBlank(bytes, from, to);
    if (i < 0) return from;
    if (i >= to) return to;
    const byte = bytes[i];
    if (byte === COMMA) {
      this.#expectsRow = true;
      return i + 1;
    }
    if (byte !== OPEN) return this.#endTuples(bytes, i);
    const end = this.#values.readTuple(bytes, i, to);
    if (end === INCOMPLETE) return from;
    this.#expectsRow = false;
    if (end === BROKEN) return this.#lose(problem('BARIS_RUSAK'), i + 1);
    this.#values.resolve(bytes);
    if (!this.#sink.row(bytes, this.#values)) this.#passOver('skip');
    return end;
  }

  /** A semicolon, or ON DUPLICATE KEY and the like; anything else where a row must come is damage. */
  #endTuples(bytes: Buffer, i: number): number {
    if (this.#expectsRow) {
      this.#expectsRow = false;
      return this.#lose(problem('BARIS_RUSAK'), i);
    }
    if (bytes[i] === SEMICOLON) this.#endRows(i + 1);
    this.#wanted = false;
    this.#mode = bytes[i] === SEMICOLON ? 'statement' : 'skip';
    return bytes[i] === SEMICOLON ? i + 1 : i;
  }

  #passOver(mode: 'skip' | 'skip-lines'): void {
    this.#wanted = false;
    this.#mode = mode;
  }

  #endRows(at: number): void {
    if (this.#filling) this.#sink.end(at);
    this.#filling = false;
    this.#wanted = false;
  }

  #lose(reason: Problem, at: number): number {
    this.#sink.reject(reason);
    this.#mode = 'lost-row';
    return at;
  }

  /** Looks for the end of a row that could not be read: "),(", ");" or the next statement. */
  #lostRow(bytes: Buffer, from: number, to: number, rest: Rest): number {
    const limit = rest === 'more' ? stopBefore(bytes, from, to) : to;
    for (let i = from; i < limit; i++) {
      const byte = bytes[i];
      if (byte === LF && isStatementBreak(bytes, i, to)) {
        this.#endRows(i);
        this.#mode = 'statement';
        return i + 1;
      }
      if (byte !== CLOSE) continue;
      const next = blanks(bytes, i + 1, to);
      const isNext = bytes[next] === COMMA && bytes[blanks(bytes, next + 1, to)] === OPEN;
      if (isNext || bytes[next] === SEMICOLON) {
        this.#mode = 'tuples';
        return next;
      }
    }
    return Math.max(from, limit);
  }

  /** One line of a COPY block; a backslash and a dot end it. */
  #line(bytes: Buffer, from: number, to: number): number {
    if (bytes[from] === BACKSLASH && bytes[from + 1] === 46 && from + 1 < to) {
      this.#endRows(from + 2);
      this.#expectsRow = false;
      this.#mode = 'statement';
      return from + 2;
    }
    const end = bytes.indexOf(LF, from);
    if (end < 0 || end >= to) return from;
    this.#values.readLine(bytes, from, end > from && bytes[end - 1] === CR ? end - 1 : end);
    this.#values.resolve(bytes);
    if (!this.#sink.row(bytes, this.#values)) this.#passOver('skip-lines');
    return end + 1;
  }

  #skipLines(bytes: Buffer, from: number, to: number): number {
    const atOnce = bytes[from] === BACKSLASH && bytes[from + 1] === 46;
    const found = atOnce ? from - 1 : bytes.indexOf('\n\\.', from, 'latin1');
    const end = found < 0 && !atOnce ? to : found;
    if (end + 3 > to) return Math.max(from, to - 3);
    this.#endRows(end + 3);
    this.#mode = 'statement';
    return end + 3;
  }

  #skip(bytes: Buffer, from: number, to: number, rest: Rest): number {
    const end = this.#skipper.skip(bytes, from, to, rest);
    if (this.#skipper.ended) {
      this.#endRows(end);
      this.#mode = 'statement';
    }
    return end;
  }

  /** Between DELIMITER and the DELIMITER that restores the semicolon stand triggers and procedures. */
  #foreign(bytes: Buffer, from: number, to: number): number {
    const end = bytes.indexOf('\nDELIMITER ;', from, 'latin1');
    const isOpen = end < 0 || end + 12 > to;
    this.#sink.statement?.(bytes.toString('utf8', from, isOpen ? to : end));
    if (isOpen) return Math.max(from, to - 12);
    this.#mode = 'statement';
    return end + 12;
  }

  /** One row or statement is longer than all patience. */
  #giveUp(from: number, to: number): number {
    const tooLong = problem('BARIS_TERLALU_PANJANG', { batas: sizeText(MAX_ROW) });
    if (this.#mode === 'tuples') return this.#lose(tooLong, from + 1);
    if (this.#mode === 'lines') this.#sink.reject(tooLong);
    if (this.#mode === 'statement') this.#mode = 'skip';
    return to;
  }
}

function blanks(bytes: Buffer, from: number, to: number): number {
  let i = from;
  while (i < to && (bytes[i] ?? 0) <= 32) i++;
  return i;
}
