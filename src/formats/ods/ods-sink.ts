import type { MarkupSink } from '../markup/walk.ts';
import { isoDateText, type MarkupRows } from '../markup/markup-rows.ts';
import type { Tag } from '../markup/tag.ts';
import { refuse } from '../zip/zip.ts';

/** Columns and rows that a spreadsheet of OpenDocument has at most. */
const MOST_COLUMNS = 16_384;
const MOST_ROWS = 1_048_576;

/** What the cell at hand says beside its text. */
interface CellState {
  readonly type: string;
  readonly value: string | undefined;
  readonly isError: boolean;
  readonly hasFormula: boolean;
  readonly repeated: number;
}

/** Takes the sheets out of `content.xml` of a spreadsheet ([OpenDocument 1.3] part 3, 9). */
export class OdsSink implements MarkupSink {
  readonly raw: ReadonlySet<string> = new Set();
  readonly #rows: MarkupRows;
  readonly #berkas: string;
  readonly #hidden = new Set<string>();
  #style = '';
  #depth = 0;
  #cell: CellState | undefined;
  #paragraphs = 0;
  #isInParagraph = false;
  /** Depth of comments and drawings, whose text is none of the cell. */
  #aside = 0;
  #repeatRow = 1;

  constructor(rows: MarkupRows, berkas: string) {
    this.#rows = rows;
    this.#berkas = berkas;
  }

  get isPaused(): boolean {
    return this.#rows.stop !== undefined;
  }

  doctype(): void {
    throw refuse('XLSX_TIDAK_AMAN', this.#berkas, { temuan: 'DOCTYPE (content.xml)' });
  }

  open(tag: Tag): void {
    const { name } = tag;
    if (name === 'style') this.#style = tag.get('style:name') ?? '';
    else if (name === 'table-properties' && tag.get('table:display') === 'false') this.#hidden.add(this.#style);
    else if (name === 'table') this.#openTable(tag);
    else if (this.#depth === 1 && this.#rows.isWanted) this.#openInside(tag);
  }

  #openTable(tag: Tag): void {
    this.#depth++;
    const style = tag.get('table:style-name') ?? '';
    if (this.#depth === 1) this.#rows.beginSheet(tag.get('table:name') ?? '', this.#hidden.has(style));
  }

  #openInside(tag: Tag): void {
    const { name } = tag;
    if (name === 'table-row') {
      this.#repeatRow = tag.count('table:number-rows-repeated', MOST_ROWS);
      this.#rows.beginRow();
    } else if (name === 'table-cell' || name === 'covered-table-cell') this.#openCell(tag);
    else if (name === 'annotation' || name === 'shapes' || name === 'frame') this.#aside++;
    else if (!this.#cell || this.#aside > 0) return;
    else if (name === 'p') {
      if (this.#paragraphs++ > 0) this.#rows.addText('\n');
      this.#isInParagraph = true;
    } else if (name === 's') this.#rows.addText(' '.repeat(tag.count('text:c', 1_000)));
    else if (name === 'tab') this.#rows.addText(' ');
    else if (name === 'line-break') this.#rows.addText('\n');
  }

  #openCell(tag: Tag): void {
    const type = tag.get('office:value-type') ?? '';
    this.#cell = {
      type,
      value: tag.get(VALUES.get(type) ?? 'office:value'),
      isError: tag.get('calcext:value-type') === 'error',
      hasFormula: tag.get('table:formula') !== undefined,
      repeated: tag.count('table:number-columns-repeated', MOST_COLUMNS),
    };
    this.#paragraphs = 0;
    this.#rows.beginText();
    this.#rows.merge(
      tag.count('table:number-columns-spanned', MOST_COLUMNS),
      tag.count('table:number-rows-spanned', MOST_ROWS),
    );
  }

  text(bytes: Buffer, from: number, to: number, literal: boolean): void {
    if (this.#cell && this.#isInParagraph && this.#aside === 0) this.#rows.addBytes(bytes, from, to, literal);
  }

  close(name: string): void {
    if (name === 'table') {
      if (this.#depth === 1) this.#rows.endSheet();
      this.#depth = Math.max(0, this.#depth - 1);
    } else if (this.#depth !== 1) return;
    else if (name === 'table-row' && this.#rows.isInRow) this.#closeRow();
    else if ((name === 'table-cell' || name === 'covered-table-cell') && this.#cell) this.#closeCell(this.#cell);
    else if (name === 'annotation' || name === 'shapes' || name === 'frame') this.#aside = Math.max(0, this.#aside - 1);
    else if (name === 'p') this.#isInParagraph = false;
  }

  #closeCell(cell: CellState): void {
    const rows = this.#rows;
    this.#cell = undefined;
    if (cell.isError) {
      rows.report('XLSX_SEL_GALAT');
      rows.dropText();
    } else if (cell.hasFormula && cell.type === '' && !rows.hasText) rows.report('XLSX_SEL_TANPA_NILAI');
    else if (cell.value !== undefined && (cell.type !== 'string' || !rows.hasText)) {
      rows.dropText();
      if (NUMBERS.has(cell.type)) rows.addNumber(cell.value);
      else if (cell.type === 'boolean') rows.addText(cell.value.toUpperCase());
      else rows.addText(cell.type === 'date' ? isoDateText(cell.value) : cell.value);
    }
    rows.endCell(cell.repeated);
  }

  #closeRow(): void {
    this.#rows.endRow(this.#repeatRow);
  }
}

const NUMBERS: ReadonlySet<string> = new Set(['float', 'percentage', 'currency']);
const VALUES: ReadonlyMap<string, string> = new Map([
  ['date', 'office:date-value'],
  ['boolean', 'office:boolean-value'],
  ['string', 'office:string-value'],
]);
