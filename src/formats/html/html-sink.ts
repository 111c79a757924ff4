import type { MarkupRows } from '../markup/markup-rows.ts';
import type { Tag } from '../markup/tag.ts';
import type { MarkupSink } from '../markup/walk.ts';

/** Cells that a browser lets one cell span at most. */
const MOST_COLUMNS = 1_000;
const MOST_ROWS = 65_534;
const BLANK = 0x20;
const RAW: ReadonlySet<string> = new Set(['script', 'style']);

/**
 * Takes the tables out of a web page as a browser would show them: blanks run together, cells that span rows and columns
 * keep their places, rows and cells need no end tags. A table inside the first cell of another is what the page is
 * about, any other table inside a cell is text of that cell.
 */
export class HtmlSink implements MarkupSink {
  readonly raw = RAW;
  readonly #rows: MarkupRows;
  /** Tables around the place at hand; those that are text of a cell are counted only. */
  #depth = 0;
  #inner = 0;
  #count = 0;
  #isInCell = false;
  #columnSpan = 1;
  /** Whether a blank is owed before the next letter. */
  #blank = false;
  /** Rows that each column is still covered by a cell above. */
  #covered: number[] = [];

  constructor(rows: MarkupRows) {
    this.#rows = rows;
  }

  get isPaused(): boolean {
    return this.#rows.stop !== undefined;
  }

  doctype(): void {
    // A page may have one; nothing of it is read.
  }

  open(tag: Tag): void {
    const { name } = tag;
    if (name === 'table') this.#openTable();
    else if (this.#depth === 0 || this.#inner > 0) this.#blank ||= this.#isInCell && BREAKS.has(name);
    else if (name === 'tr') {
      this.#endRow();
      this.#beginRow();
    } else if (name === 'td' || name === 'th') this.#openCell(tag);
    else if (BREAKS.has(name)) this.#blank = true;
  }

  #openTable(): void {
    const isLayout = this.#isInCell && this.#rows.row === 1 && this.#rows.column === 0 && !this.#rows.hasText;
    if (this.#depth > 0 && !isLayout && this.#isInCell) {
      this.#inner++;
      this.#blank = true;
      return;
    }
    if (this.#depth > 0) this.#endTable();
    this.#depth++;
    this.#covered = [];
    this.#rows.beginSheet(`Tabel ${++this.#count}`, false);
  }

  #beginRow(): void {
    this.#rows.beginRow();
    this.#skipCovered();
  }

  #openCell(tag: Tag): void {
    if (!this.#rows.isInRow) this.#beginRow();
    this.#endCell();
    this.#isInCell = true;
    this.#blank = false;
    this.#columnSpan = tag.count('colspan', MOST_COLUMNS);
    const rowSpan = tag.count('rowspan', MOST_ROWS);
    this.#rows.merge(this.#columnSpan, rowSpan);
    this.#cover(rowSpan);
    this.#rows.beginText();
  }

  text(bytes: Buffer, from: number, to: number, literal: boolean): void {
    if (!this.#isInCell) return;
    let at = from;
    while (at < to) {
      while (at < to && (bytes[at] ?? 0) <= BLANK) {
        this.#blank = true;
        at++;
      }
      let end = at;
      while (end < to && (bytes[end] ?? 0) > BLANK) end++;
      if (end > at) this.#addWord(bytes, at, end, literal);
      at = end;
    }
  }

  /** `&nbsp;` alone is what pages write for an empty cell. */
  #addWord(bytes: Buffer, from: number, to: number, literal: boolean): void {
    if (to - from === 6 && bytes.toString('latin1', from, to) === '&nbsp;') {
      this.#blank = true;
      return;
    }
    if (this.#blank && this.#rows.hasText) this.#rows.addText(' ');
    this.#blank = false;
    this.#rows.addBytes(bytes, from, to, literal);
  }

  close(name: string): void {
    if (name === 'table' && this.#inner > 0) this.#inner--;
    else if (name === 'table' && this.#depth > 0) {
      this.#endTable();
      this.#depth--;
    } else if (this.#inner > 0 || this.#depth === 0) return;
    else if (name === 'td' || name === 'th') this.#endCell();
    else if (name === 'tr') this.#endRow();
    else if (BREAKS.has(name)) this.#blank = true;
  }

  #endTable(): void {
    this.#endRow();
    if (this.#rows.isInSheet) this.#rows.endSheet();
  }

  #endRow(): void {
    this.#endCell();
    if (!this.#rows.isInRow) return;
    this.#covered = this.#covered.map((rows) => Math.max(0, rows - 1));
    this.#rows.endRow();
  }

  #endCell(): void {
    if (!this.#isInCell) return;
    this.#isInCell = false;
    const start = this.#rows.column;
    this.#rows.endCell();
    this.#rows.column = start + this.#columnSpan;
    this.#skipCovered();
  }

  #cover(rows: number): void {
    if (rows === 1) return;
    for (let at = 0; at < this.#columnSpan; at++) this.#covered[this.#rows.column + at] = rows;
  }

  #skipCovered(): void {
    while ((this.#covered[this.#rows.column] ?? 0) > 0) this.#rows.column++;
  }
}

/** Elements that end a line or a block: words on their two sides are not one word. */
const BREAKS: ReadonlySet<string> = new Set(['br', 'p', 'div', 'li', 'tr', 'td', 'th', 'hr', 'ul', 'ol']);
