import { type Problem, type ProblemCode, problem } from '#kernel/problem.ts';
import { appendBytes, appendText } from '../sheet/append-text.ts';
import type { BookSheet, Stop } from '../sheet/book.ts';
import type { Merge } from '../sheet/header.ts';
import { numberText } from '../sheet/number-text.ts';
import type { SheetRows } from '../sheet/sheet-rows.ts';
import { refuse } from '../zip/zip.ts';
import { resolveText } from './entities.ts';
import { type MarkupSink, walkMarkup } from './walk.ts';
import type { ByteSource } from '../stream/byte-stream.ts';

const AMP = 0x26;
const MAX_MERGES = 10_000;
/** Rows of text that a file may repeat by a number instead of writing them. */
const MAX_REPEATED = 100_000;

type Choose = (sheet: BookSheet) => SheetRows | undefined;

/** The sheet, row and cell at hand while a document is walked over: what its containers have in common. */
export class MarkupRows {
  /** What the walk stopped for; whoever goes on takes it away. */
  stop: Stop | undefined;
  isInSheet = false;
  isInRow = false;
  /** Position of the next cell. */
  column = 0;
  /** Row of the sheet, from 1. */
  row = 0;
  merges: Merge[] = [];
  readonly #choose: Choose;
  #sheet: BookSheet = { index: -1, name: '', hidden: false };
  #rows: SheetRows | undefined;
  #from = 0;
  #overflown = false;
  #repeated = 0;
  #again: readonly string[] = [];
  #left = 0;
  readonly #berkas: string;

  constructor(choose: Choose, berkas: string) {
    this.#choose = choose;
    this.#berkas = berkas;
  }

  /** Whether anybody wants the rows of the sheet at hand. */
  get isWanted(): boolean {
    return this.#rows !== undefined;
  }

  beginSheet(name: string, hidden: boolean): void {
    this.#sheet = { index: this.#sheet.index + 1, name, hidden };
    this.isInSheet = true;
    this.row = 0;
    this.merges = [];
    this.#rows = this.#choose(this.#sheet);
  }

  endSheet(): void {
    if (this.isInRow) this.endRow();
    this.isInSheet = false;
    if (this.#rows) this.#pause();
    this.#rows = undefined;
  }

  /** Takes up work after a stop: a collector that was left full wants no more of this sheet. May stop anew. */
  resume(): void {
    this.stop = undefined;
    if (this.#rows?.isFull) this.#rows = undefined;
    this.#repeat();
  }

  beginRow(): void {
    this.isInRow = true;
    this.row++;
    this.column = 0;
    this.#overflown = false;
    this.#rows?.begin(this.row);
  }

  /**
   * Ends the row, which stands so many times below each other.
   * @throws RefusedFile where more rows are repeated than people could have typed
   */
  endRow(repeated = 1): void {
    this.isInRow = false;
    if (this.#overflown) this.#rows?.dropRow();
    else if (this.#rows?.end() === true && repeated > 1) {
      this.#repeated += repeated;
      if (this.#repeated > MAX_REPEATED) {
        throw refuse('XLSX_TERLALU_BANYAK', this.#berkas, { batas: MAX_REPEATED, hal: 'baris yang diulang' });
      }
      this.#again = this.#rows.lastTexts();
      this.#left = repeated - 1;
    } else this.row += repeated - 1;
    if (this.#rows?.isFull) this.#pause();
    else this.#repeat();
  }

  #repeat(): void {
    for (; this.#left > 0 && this.#rows && !this.stop; this.#left--) {
      this.beginRow();
      for (const text of this.#again) {
        this.beginText();
        this.addText(text);
        this.endCell();
      }
      this.isInRow = false;
      this.#rows.end();
      if (this.#rows.isFull) this.#pause();
    }
    if (!this.#rows) this.#left = 0;
  }

  /** Ends the work where the file is cut: the row at hand, or the next one, is reported. */
  cut(): void {
    const reason: Problem = problem('BERKAS_TERPOTONG', { berkas: this.#berkas });
    if (this.isInRow) this.#rows?.dropRow(reason);
    else this.#rows?.reject(reason);
    this.isInRow = false;
    this.endSheet();
  }

  beginText(): void {
    this.#from = this.#rows?.sink.length ?? 0;
  }

  /** Whether the cell at hand has text so far. */
  get hasText(): boolean {
    return (this.#rows?.sink.length ?? 0) > this.#from;
  }

  dropText(): void {
    if (this.#rows) this.#rows.sink.length = this.#from;
  }

  /** Adds text as written in the document. */
  addBytes(bytes: Buffer, from: number, to: number, literal: boolean): void {
    if (!this.#hasRoom(3 * (to - from)) || !this.#rows) return;
    if (literal || !hasEntity(bytes, from, to)) appendBytes(this.#rows.sink, bytes, from, to);
    else this.addText(resolveLatin(bytes.subarray(from, to)), true);
  }

  addText(text: string, isLatin1 = false): void {
    if (!this.#hasRoom(3 * text.length) || !this.#rows) return;
    if (isLatin1) appendBytes(this.#rows.sink, Buffer.from(text, 'latin1'), 0, text.length);
    else appendText(this.#rows.sink, text);
  }

  /** Adds a number as its container writes it: plain digits stay, all else becomes what a spreadsheet shows. */
  addNumber(text: string): void {
    this.addText(/^-?\d{1,18}$/.test(text) ? text : numberText(Number(text)));
  }

  /** Puts the text since `beginText` into the next columns. */
  endCell(repeated = 1): void {
    const rows = this.#rows;
    if (rows && !this.#overflown && rows.sink.length > this.#from) {
      const last = Math.min(this.column + repeated, Math.max(rows.columns, this.column) + 1);
      for (let column = this.column; column < last; column++) rows.put(column, this.#from, rows.sink.length);
    }
    this.column += repeated;
  }

  report(code: ProblemCode): void {
    this.#rows?.report(code, this.column, this.#from, this.#rows.sink.length);
  }

  /** Notes a merged cell; `columns` and `rows` count the cells that it covers. */
  merge(columns: number, rows: number): void {
    if ((columns === 1 && rows === 1) || this.merges.length >= MAX_MERGES) return;
    const right = this.column + columns - 1;
    this.merges.push({ top: this.row, bottom: this.row + rows - 1, left: this.column, right });
  }

  #pause(): void {
    this.stop = { sheet: this.#sheet, merges: this.merges };
  }

  #hasRoom(bytes: number): boolean {
    if (this.#rows && !this.#rows.hasRoom(bytes)) this.#overflown = true;
    return !this.#overflown;
  }
}

function hasEntity(bytes: Buffer, from: number, to: number): boolean {
  const at = bytes.indexOf(AMP, from);
  return at >= 0 && at < to;
}

/** Resolves entities among bytes of any code page: the text comes as its UTF-8 or old bytes, one a character. */
function resolveLatin(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replace(/&[^&;\s]{1,8};/g, (entity) => Buffer.from(resolveText(entity)).toString('latin1'));
}

/** 1985-03-12T00:00:00.000 is the date alone; a clock that is not midnight stays, to the second. */
export function isoDateText(text: string): string {
  const [, date = '', clock = ''] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d).*)?$/.exec(text) ?? [];
  if (date === '') return text;
  return clock === '' || clock === '00:00:00' ? date : `${date} ${clock}`;
}

/** Walks over a document and hands on each stop of its rows. A document that ends inside a sheet is cut there. */
export async function* scanMarkup(
  source: ByteSource,
  rows: MarkupRows,
  sink: MarkupSink,
): AsyncGenerator<Stop, void, undefined> {
  for await (const _ of walkMarkup(source, sink)) yield* stopsOf(rows);
  if (rows.isInSheet) rows.cut();
  yield* stopsOf(rows);
}

function* stopsOf(rows: MarkupRows): Generator<Stop, void, undefined> {
  while (rows.stop) {
    yield rows.stop;
    rows.resume();
  }
}
