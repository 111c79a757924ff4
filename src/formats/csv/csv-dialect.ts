import { decodeText } from '../stream/code-pages.ts';

const LF = 10;
const CR = 13;
const DELIMITERS = [',', ';', '\t', '|'] as const;

/** Rows that are looked at to find the form of a file; letterheads are shorter. */
const ROWS = 60;

/** Bytes that hold so many rows nearly always. */
const NEAR = 64 * 1024;

export interface CsvHead {
  readonly columns: readonly string[];
  readonly delimiter: number;
  readonly lineEnd: number;
  /** Where the rows under the heading begin. */
  readonly dataStart: number;
}

interface Row {
  readonly cells: readonly string[];
  readonly end: number;
}

/**
 * Finds delimiter, line end and heading from the first bytes of a CSV. Letterhead lines above the heading and a line of
 * column numbers under it are passed over; a file without a heading gets "Kolom 1", "Kolom 2" ... . Undefined where
 * nothing stands in the bytes.
 */
export function findCsvHead(head: Buffer): CsvHead | undefined {
  const bom = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  const near = readForm(head.subarray(bom, NEAR));
  const { delimiter, lineEnd, rows } = near.isCut && head.length > NEAR ? readForm(head.subarray(bom)) : near;
  const at = findHeading(rows);
  const heading = rows[at];
  if (heading === undefined) return undefined;
  const width = tableWidth(heading, rows.slice(at + 1));
  const form = { delimiter: delimiter.charCodeAt(0), lineEnd: lineEnd.charCodeAt(0) };
  if (heading.cells.some(isDataCell)) {
    const columns = Array.from({ length: width }, (_, index) => `Kolom ${index + 1}`);
    return { ...form, columns, dataStart: bom + (rows[at - 1]?.end ?? 0) };
  }
  const columns = Array.from({ length: width }, (_, index) =>
    decodeText(Buffer.from(heading.cells[index] ?? '', 'latin1')),
  );
  const numbers = rows[at + 1];
  const last = numbers !== undefined && isNumberLine(numbers, width) ? numbers : heading;
  return { ...form, columns, dataStart: bom + last.end };
}

interface Form {
  readonly delimiter: string;
  readonly lineEnd: string;
  readonly rows: readonly Row[];
  /** Further bytes could tell more: too few rows, or a quote that is closed nowhere in these. */
  readonly isCut: boolean;
}

/** The delimiter that gives most rows the same number of cells, and many of them. */
function readForm(bytes: Buffer): Form {
  const lineEnd = findLineEnd(bytes);
  // One character a byte, so that positions in the text are positions in the file.
  const text = bytes.toString('latin1');
  const splits = DELIMITERS.map((delimiter) => {
    const split = splitRows(text, delimiter, lineEnd);
    const width = commonWidth(split.rows);
    const score = split.rows.filter((row) => row.cells.length === width).length * (width - 1);
    return { ...split, delimiter, lineEnd, score };
  });
  const best = splits.reduce((known, split) => (split.score > known.score ? split : known));
  // A delimiter that met a long quoted cell was judged by less than the others.
  return { ...best, isCut: splits.some(({ isCut }) => isCut) };
}

function findLineEnd(bytes: Buffer): string {
  let lf = 0;
  let cr = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] === LF) lf++;
    else if (bytes[i] === CR) cr++;
  }
  return lf * 4 >= cr ? '\n' : '\r';
}

/** The number of cells that most rows have; the larger of two that are equally common. */
function commonWidth(rows: readonly Row[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let best = 0;
  for (const [width, count] of counts) {
    const most = counts.get(best) ?? 0;
    if (count > most || (count === most && width > best)) best = width;
  }
  return best;
}

/** The width of the heading, unless every row under it is wider (a heading without names for the last columns). */
function tableWidth(heading: Row, below: readonly Row[]): number {
  const width = heading.cells.length;
  const wider = below.length > 1 && below.every(({ cells }) => cells.slice(width).some((cell) => cell.trim() !== ''));
  return wider ? Math.max(width, commonWidth(below)) : width;
}

/** The first row that holds nearly as many texts as any other: letterheads hold fewer, rows of data numbers instead. */
function findHeading(rows: readonly Row[]): number {
  const texts = rows.map(({ cells }) => cells.reduce((count, cell) => count + (isTextCell(cell) ? 1 : 0), 0));
  const most = Math.max(0, ...texts);
  if (most === 0) return rows.length > 0 ? 0 : -1;
  return texts.findIndex((count) => count >= most * 0.7);
}

function isTextCell(cell: string): boolean {
  return cell !== '' && /[^\d\s.,:/+-]/.test(cell);
}

/** Long numbers and dates stand in rows, never in headings. */
function isDataCell(cell: string): boolean {
  return /^'?\d{9,}$/.test(cell) || /^\d{1,4}[-/]\d{1,2}[-/]\d{1,4}$/.test(cell);
}

/** 1, 2, 3 ... under the heading, as printed lists have it; in a narrow table that could be data. */
function isNumberLine(row: Row, width: number): boolean {
  return width > 4 && row.cells.length === width && row.cells.every((cell, index) => Number(cell) === index + 1);
}

/** The first rows that are not blank. */
function splitRows(text: string, delimiter: string, lineEnd: string): { rows: readonly Row[]; isCut: boolean } {
  const splitter = new RowSplitter(text, delimiter, lineEnd);
  const rows: Row[] = [];
  let at = 0;
  while (at < text.length && rows.length < ROWS) {
    const row = splitter.row(at);
    if (row.cells.some((cell) => cell.trim() !== '')) rows.push(row);
    at = row.end;
  }
  return { rows, isCut: rows.length < ROWS || splitter.metOpenQuote };
}

class RowSplitter {
  readonly #text: string;
  readonly #delimiter: string;
  readonly #lineEnd: string;
  /** The next delimiter and line end behind the place that was looked at last: each sign is searched for once. */
  #nextDelimiter = -1;
  #nextLineEnd = -1;
  /** From here on no quote is ever closed; without this mark hostile bytes would be searched again for every cell. */
  #neverClosed = Number.POSITIVE_INFINITY;

  constructor(text: string, delimiter: string, lineEnd: string) {
    this.#text = text;
    this.#delimiter = delimiter;
    this.#lineEnd = lineEnd;
  }

  get metOpenQuote(): boolean {
    return this.#neverClosed < Number.POSITIVE_INFINITY;
  }

  row(from: number): Row {
    const cells: string[] = [];
    let at = from;
    for (;;) {
      const quoted = this.#text[at] === '"' ? this.#quoted(at) : undefined;
      const end = quoted?.end ?? this.#plainEnd(at);
      const cell = quoted?.cell ?? this.#text.slice(at, end);
      const last = end >= this.#text.length || this.#text[end] === this.#lineEnd;
      cells.push(last && cell.endsWith('\r') ? cell.slice(0, -1) : cell);
      at = end + 1;
      if (last) return { cells, end: Math.min(at, this.#text.length) };
    }
  }

  #plainEnd(from: number): number {
    if (this.#nextDelimiter < from) this.#nextDelimiter = this.#find(this.#delimiter, from);
    if (this.#nextLineEnd < from) this.#nextLineEnd = this.#find(this.#lineEnd, from);
    return Math.min(this.#nextDelimiter, this.#nextLineEnd);
  }

  #find(sign: string, from: number): number {
    const found = this.#text.indexOf(sign, from);
    return found < 0 ? this.#text.length : found;
  }

  #endsCell(at: number): boolean {
    return this.#text[at] === this.#delimiter || this.#text[at] === this.#lineEnd;
  }

  /** A quoted cell; undefined where the quote is never closed, so that it counts as a letter. */
  #quoted(from: number): { cell: string; end: number } | undefined {
    const text = this.#text;
    if (from >= this.#neverClosed) return undefined;
    for (let i = text.indexOf('"', from + 1); i >= 0; i = text.indexOf('"', i + 1)) {
      if (text[i + 1] === '"') {
        i++;
      } else {
        let end = i + 1;
        while (text[end] === ' ' || (text[end] === '\r' && this.#lineEnd !== '\r')) end++;
        if (end >= text.length || this.#endsCell(end)) {
          return { cell: text.slice(from + 1, i).replaceAll('""', '"'), end };
        }
      }
    }
    this.#neverClosed = from;
    return undefined;
  }
}
