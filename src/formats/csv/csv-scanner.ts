import { problem } from '#kernel/problem.ts';
import { MAX_CELL, MAX_ROW, sizeText } from '../limits.ts';
import type { Rest, RowScanner } from '../stream/read-blocks.ts';
import { RowCollector } from '../stream/row-collector.ts';

const QUOTE = 34;
const CR = 13;

/** Answers of `#closeQuote` in place of a position. */
const INCOMPLETE = -1;
const UNCLOSED = -2;

/** Lines behind an open quote that may be left-overs of its row. */
const FRAGMENTS = 20;

/**
 * Splits CSV into cells without making strings. A quote counts only at the start of a cell; within quotes a doubled quote
 * is one, and a quote that neither closes the cell nor is doubled is a letter. A quote that is never closed must not
 * swallow the rows behind it: where a row that runs over several lines does not come out even, it is reported and
 * reading goes on at the next line that does.
 */
export class CsvScanner implements RowScanner {
  readonly rows: RowCollector;
  readonly #delimiter: number;
  readonly #lineEnd: number;
  /** Places in `cells` of cells of the current row that hold doubled quotes. */
  readonly #doubled: number[] = [];
  /** End of the quoted cell that was read last. */
  #quotedEnd = 0;
  /** The current row runs over several lines. */
  #multiline = false;
  /** The rest of a line that was too long is still to be dropped. */
  #dropLine = false;
  #fragments = 0;

  constructor(columns: number, delimiter: number, lineEnd: number) {
    this.rows = new RowCollector(columns);
    this.#delimiter = delimiter;
    this.#lineEnd = lineEnd;
  }

  scan(bytes: Buffer, from: number, to: number, rest: Rest): number {
    const delimiter = this.#delimiter;
    const lineEnd = this.#lineEnd;
    const rows = this.rows;
    const width = rows.columns * 2;
    bytes[to] = lineEnd;
    let i = this.#dropLine ? this.#dropRest(bytes, from, to) : from;
    while (i < to) {
      const rowStart = i;
      const first = rows.begin();
      const limit = first + width;
      const cells = rows.cells;
      let at = first;
      let filled = true;
      if (this.#doubled.length > 0) this.#doubled.length = 0;
      this.#multiline = false;
      for (;;) {
        let start = i;
        let end: number;
        if (bytes[i] === QUOTE) {
          start++;
          i++;
          while (bytes[i] !== QUOTE && bytes[i] !== lineEnd) i++;
          const next = bytes[i + 1];
          if (i < to && bytes[i] === QUOTE && (next === delimiter || next === lineEnd)) {
            end = i++;
          } else {
            i = this.#closeQuote(bytes, start, to, rest, at);
            if (i < 0) break;
            end = this.#quotedEnd;
          }
        } else {
          let byte = bytes[i];
          while (byte !== delimiter && byte !== lineEnd) byte = bytes[++i];
          end = i;
        }
        if (at < limit) {
          cells[at] = start;
          cells[at + 1] = end;
        } else if (end > start && !(end === start + 1 && bytes[start] === CR)) {
          filled = false;
        }
        at += 2;
        if (bytes[i] !== delimiter || i >= to) break;
        i++;
      }
      if (i === INCOMPLETE || (i >= to && rest !== 'end')) {
        if (rest === 'more') return rowStart;
        if (rest === 'cut') return to;
      }
      if (i === to && rest === 'too-long') {
        rows.reject(problem('BARIS_TERLALU_PANJANG', { batas: sizeText(MAX_ROW) }));
        this.#dropLine = true;
        return to;
      }
      if (i >= 0 && at >= limit && filled) {
        this.#deliver(bytes, rowStart, i, (at - first) / 2, limit);
        i++;
      } else {
        i = this.#odd(bytes, rowStart, i, to, (at - first) / 2);
      }
    }
    return Math.min(i, to);
  }

  /** A row of the right width (empty cells behind it aside); one without any content is no row. */
  #deliver(bytes: Buffer, rowStart: number, rowEnd: number, count: number, limit: number): void {
    const { cells, columns } = this.rows;
    const cr = rowEnd > rowStart && bytes[rowEnd - 1] === CR ? 1 : 0;
    if (rowEnd - rowStart - cr === count - 1) return;
    const lastEnd = cells[limit - 1] ?? 0;
    if (cr === 1 && count === columns && lastEnd === rowEnd) cells[limit - 1] = lastEnd - 1;
    for (const cell of this.#doubled) this.#undouble(bytes, cell);
    this.#fragments = 0;
    this.rows.commit();
  }

  /**
   * Finds the end of a quoted cell that the fast path could not take: quotes, line ends or blanks after it inside.
   * Returns the place of the delimiter or line end behind it.
   */
  #closeQuote(bytes: Buffer, start: number, to: number, rest: Rest, at: number): number {
    let stray = false;
    let doubled = false;
    let lines = false;
    const bound = Math.min(to, start + MAX_CELL);
    for (let i = start; i < bound; i++) {
      const byte = bytes[i];
      if (byte === this.#lineEnd) lines = true;
      if (byte === QUOTE) {
        if (bytes[i + 1] === QUOTE && i + 1 < to) {
          doubled = true;
          i++;
        } else {
          const behind = this.#closes(bytes, i + 1, to);
          if (i + 1 >= to && rest !== 'end') return rest === 'too-long' ? UNCLOSED : INCOMPLETE;
          if (behind >= 0) {
            if (doubled) this.#doubled.push(at);
            this.#multiline ||= lines;
            this.#quotedEnd = i;
            return behind;
          }
          stray = true;
        }
      }
      // An inner quote and a line end together: the quote opens a cell of a later row, and this cell was never closed.
      if (stray && lines) return UNCLOSED;
    }
    if (bound === to && (rest === 'more' || rest === 'cut')) return INCOMPLETE;
    return UNCLOSED;
  }

  /** The place of the delimiter or line end if only blanks stand before it, else -1. */
  #closes(bytes: Buffer, from: number, to: number): number {
    let i = from;
    while (i < to && bytes[i] !== this.#delimiter && (bytes[i] === 32 || bytes[i] === CR)) i++;
    return i >= to || bytes[i] === this.#delimiter || bytes[i] === this.#lineEnd ? i : -1;
  }

  /** A row of another width than the heading: no row at all, or one to report. Returns where reading goes on. */
  #odd(bytes: Buffer, rowStart: number, rowEnd: number, to: number, count: number): number {
    const lineEnd = bytes.indexOf(this.#lineEnd, rowStart);
    const nextLine = lineEnd >= to ? to : lineEnd + 1;
    if (this.#isBlank(bytes, rowStart, nextLine)) return nextLine;
    if (rowEnd < 0 && lineEnd >= to) this.#dropLine = true;
    if (this.#fragments > 0 && rowEnd >= 0 && count < this.rows.columns) {
      this.#fragments--;
      return nextLine;
    }
    if (rowEnd < 0 || this.#multiline) {
      this.rows.reject(problem('BARIS_KUTIP_TERBUKA'));
      this.#fragments = FRAGMENTS;
      return nextLine;
    }
    const code = count < this.rows.columns ? 'BARIS_KURANG_KOLOM' : 'BARIS_LEBIH_KOLOM';
    this.rows.reject(problem(code, { jumlah: count, kolom: this.rows.columns }));
    return rowEnd + 1;
  }

  /** Two quotes become one, in place. */
  #undouble(bytes: Buffer, at: number): void {
    const { cells } = this.rows;
    const end = cells[at + 1] ?? 0;
    let out = cells[at] ?? 0;
    for (let i = out; i < end; i++) {
      const byte = bytes[i] ?? 0;
      bytes[out++] = byte;
      if (byte === QUOTE && bytes[i + 1] === QUOTE) i++;
    }
    cells[at + 1] = out;
  }

  #dropRest(bytes: Buffer, from: number, to: number): number {
    const end = bytes.indexOf(this.#lineEnd, from);
    if (end >= to) return to;
    this.#dropLine = false;
    return end + 1;
  }

  #isBlank(bytes: Buffer, from: number, to: number): boolean {
    for (let i = from; i < to; i++) if ((bytes[i] ?? 0) > 32 && bytes[i] !== this.#delimiter) return false;
    return true;
  }
}
