import { isoDateText, type MarkupRows } from '../markup/markup-rows.ts';
import type { Tag } from '../markup/tag.ts';
import type { MarkupSink } from '../markup/walk.ts';
import { refuse } from '../zip/zip.ts';

const MOST_COLUMNS = 16_384;
const MOST_ROWS = 1_048_576;

/** Takes the sheets out of an XML Spreadsheet 2003. */
export class SpreadsheetMlSink implements MarkupSink {
  readonly raw: ReadonlySet<string> = new Set();
  readonly #rows: MarkupRows;
  readonly #berkas: string;
  #isInCell = false;
  #isInData = false;
  #isInComment = false;
  #type = '';
  #hasFormula = false;
  #across = 1;
  /** Text of the cell where it is no text: numbers, dates, truth values. */
  #value = '';

  constructor(rows: MarkupRows, berkas: string) {
    this.#rows = rows;
    this.#berkas = berkas;
  }

  get isPaused(): boolean {
    return this.#rows.stop !== undefined;
  }

  doctype(): void {
    throw refuse('XLSX_TIDAK_AMAN', this.#berkas, { temuan: 'DOCTYPE' });
  }

  open(tag: Tag): void {
    const rows = this.#rows;
    if (tag.name === 'worksheet') rows.beginSheet(tag.get('ss:name') ?? '', false);
    else if (!rows.isWanted) return;
    else if (tag.name === 'row') {
      const index = tag.count('ss:index', MOST_ROWS);
      if (index > rows.row) rows.row = index - 1;
      rows.beginRow();
    } else if (tag.name === 'cell' && rows.isInRow) this.#openCell(tag);
    else if (tag.name === 'comment') this.#isInComment = true;
    else if (tag.name === 'data' && this.#isInCell && !this.#isInComment) {
      this.#type = (tag.get('ss:type') ?? 'String').toLowerCase();
      this.#isInData = true;
    }
  }

  #openCell(tag: Tag): void {
    const index = tag.get('ss:index') === undefined ? 0 : tag.count('ss:index', MOST_COLUMNS);
    if (index > 0) this.#rows.column = index - 1;
    this.#isInCell = true;
    this.#type = '';
    this.#value = '';
    this.#hasFormula = tag.get('ss:formula') !== undefined;
    const across = tag.get('ss:mergeacross') === undefined ? 0 : tag.count('ss:mergeacross', MOST_COLUMNS);
    const down = tag.get('ss:mergedown') === undefined ? 0 : tag.count('ss:mergedown', MOST_ROWS);
    this.#across = across + 1;
    this.#rows.merge(across + 1, down + 1);
    this.#rows.beginText();
  }

  text(bytes: Buffer, from: number, to: number, literal: boolean): void {
    if (!this.#isInData) return;
    if (this.#type === 'string') this.#rows.addBytes(bytes, from, to, literal);
    else if (this.#value.length < 100) this.#value += bytes.toString('latin1', from, to);
  }

  close(name: string): void {
    if (name === 'data') this.#isInData = false;
    else if (name === 'comment') this.#isInComment = false;
    else if (name === 'cell' && this.#isInCell) this.#closeCell();
    else if (name === 'row' && this.#rows.isInRow) this.#rows.endRow();
    else if (name === 'worksheet' && this.#rows.isInSheet) this.#rows.endSheet();
  }

  #closeCell(): void {
    const rows = this.#rows;
    const value = this.#value.trim();
    this.#isInCell = false;
    if (this.#type === 'error') rows.report('XLSX_SEL_GALAT');
    else if (this.#type === '' && this.#hasFormula) rows.report('XLSX_SEL_TANPA_NILAI');
    else if (this.#type === 'number' && value !== '') rows.addNumber(value);
    else if (this.#type === 'datetime') rows.addText(isoDateText(value));
    else if (this.#type === 'boolean') rows.addText(value === '1' ? 'TRUE' : 'FALSE');
    const start = rows.column;
    rows.endCell();
    rows.column = start + this.#across;
  }
}
