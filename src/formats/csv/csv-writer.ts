import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';

/** Characters of text that are gathered before they are handed to the file. */
const BUFFERED = 256 * 1024;

export interface CsvOptions {
  readonly delimiter?: string;
  readonly lineEnd?: '\n' | '\r\n';
  /** Bytes of the file: UTF-8, or one byte a character (a file of an old program). */
  readonly encoding?: 'utf8' | 'latin1';
  /**
   * Leaves texts as they are, also those that a spreadsheet would run as a formula. Only for files that imitate another
   * program's export; never for what people open.
   */
  readonly verbatim?: boolean;
}

export type CsvValue = string | number | undefined;

/**
 * Writes RFC 4180 CSV into a file, buffered, no faster than the disk takes it. It is the only CSV writer of the project:
 * texts that a spreadsheet would run as a formula get a leading apostrophe here and nowhere else.
 */
export class CsvWriter {
  readonly #stream: WriteStream;
  readonly #options: CsvOptions;
  #text = '';
  #failure: Error | undefined;

  /** Creates or overwrites the file. */
  constructor(path: string, options: CsvOptions = {}) {
    this.#options = options;
    this.#stream = createWriteStream(path, { encoding: options.encoding ?? 'utf8', highWaterMark: BUFFERED });
    this.#stream.on('error', (error) => {
      this.#failure = error;
    });
  }

  /** Adds one row; waits where the disk is slower. */
  async row(cells: readonly CsvValue[]): Promise<void> {
    this.#text += formatCsvRow(cells, this.#options);
    if (this.#text.length >= BUFFERED) await this.#flush();
  }

  /** Writes what is left and closes the file. */
  async close(): Promise<void> {
    await this.#flush();
    this.#stream.end();
    if (!this.#stream.closed) await once(this.#stream, 'close');
    if (this.#failure) throw this.#failure;
  }

  async #flush(): Promise<void> {
    if (this.#failure) throw this.#failure;
    const text = this.#text;
    this.#text = '';
    if (text !== '' && !this.#stream.write(text)) await once(this.#stream, 'drain');
  }
}

/** One row with its line end. */
export function formatCsvRow(cells: readonly CsvValue[], options: CsvOptions = {}): string {
  const delimiter = options.delimiter ?? ',';
  let row = '';
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i];
    if (i > 0) row += delimiter;
    if (typeof cell === 'number') row += cell;
    else if (cell !== undefined && cell !== '') row += formatCsvText(cell, delimiter, options.verbatim);
  }
  // A single empty cell would be an empty line, which is no row.
  return (row === '' ? '""' : row) + (options.lineEnd ?? '\n');
}

const FORMULA = /^[\s"]*[=+\-@\t\r\n＝＋－＠]/;
const PLAIN_NUMBER = /^[+-]?\d[\d.,/: -]*%?$|^-+$/;

/** One text as it stands in a row. */
export function formatCsvText(text: string, delimiter = ',', verbatim = false): string {
  const safe = !verbatim && isGuardedCsv(text) ? `'${text}` : text;
  return needsQuotes(safe, delimiter.charCodeAt(0)) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Whether a text begins like a formula and so gets an apostrophe; numbers, dates and dashes stay as they are. */
export function isGuardedCsv(text: string): boolean {
  return mayBeFormula(text.charCodeAt(0)) && FORMULA.test(text) && !PLAIN_NUMBER.test(text);
}

/** The text without the apostrophe that a writer of CSV set before it. */
export const unguardCsv = (text: string): string =>
  text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;

/** The cheap question before the patterns: letters and digits begin no formula. */
function mayBeFormula(first: number): boolean {
  return first < 48 || first === 61 || first === 64 || first >= 0x80;
}

/** Signs of all usual delimiters count: spreadsheets guess the delimiter by the language of the desk. */
function needsQuotes(text: string, delimiter: number): boolean {
  if (text.charCodeAt(0) <= 32 || text.charCodeAt(text.length - 1) <= 32) return true;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 34 || code === 44 || code === 59 || code === 124 || code < 14 || code === delimiter) return true;
  }
  return false;
}
