import { ZipWriter } from '../zip/zip-writer.ts';

const FLUSH_CHARACTERS = 128 * 1024;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_ML = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const PROLOGUE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Built-in format 14: the date in the short form of the reader's system, m/d/yy in an American one. */
const SHORT_DATE = 'm/d/yy';
const SHORT_DATE_ID = 14;
const FIRST_OWN_FORMAT_ID = 164;

/**
 * A cell: text, a number (as text where its digits must stand as they are, "1.98503122010011E+17"), a serial under a number
 * format ("dd/mm/yyyy"; see `serialOf`), or nothing.
 */
export type XlsxCell =
  | string
  | number
  | { readonly number: string }
  | { readonly serial: number; readonly format: string }
  | undefined;

export interface XlsxWriterOptions {
  /** Texts in one shared table, as Excel writes them (held in memory), instead of inside the cells. */
  readonly sharedStrings?: boolean;
}

interface WrittenSheet {
  readonly name: string;
  /** Ranges such as "A1:C1". */
  readonly merges: readonly string[];
}

/**
 * Writes a workbook row by row, in memory that does not grow with the rows. The same calls give the same bytes. Usage:
 * `startSheet`, `writeRow` ..., `startSheet` ..., `close`.
 */
export class XlsxWriter {
  readonly #zip: ZipWriter;
  readonly #strings: Map<string, number> | undefined;
  readonly #formats = new Map<string, number>();
  readonly #sheets: WrittenSheet[] = [];
  #text = '';
  #row = 0;
  #stringCells = 0;

  constructor(path: string, { sharedStrings = false }: XlsxWriterOptions = {}) {
    this.#zip = new ZipWriter(path);
    this.#strings = sharedStrings ? new Map() : undefined;
  }

  /** Ends the sheet before and begins the next (name: 31 characters, none of []:*?/\\); `merges`: "A1:C1". */
  async startSheet(name: string, merges: readonly string[] = []): Promise<void> {
    await this.#endSheet();
    this.#sheets.push({ name, merges });
    this.#row = 0;
    await this.#zip.startEntry(`xl/worksheets/sheet${this.#sheets.length}.xml`);
    this.#text = `${PROLOGUE}<worksheet xmlns="${MAIN}"><sheetData>`;
  }

  /** Adds a row below; an empty one leaves the line blank. */
  async writeRow(cells: readonly XlsxCell[]): Promise<void> {
    this.#row++;
    let row = '';
    for (const [column, cell] of cells.entries()) {
      if (cell !== undefined && cell !== '') row += this.#cell(`${columnName(column)}${this.#row}`, cell);
    }
    if (row !== '') this.#text += `<row r="${this.#row}">${row}</row>`;
    if (this.#text.length >= FLUSH_CHARACTERS) await this.#flush();
  }

  /** Ends the last sheet and writes the rest of the workbook. */
  async close(): Promise<void> {
    await this.#endSheet();
    for (const [name, xml] of this.#smallParts()) {
      await this.#zip.startEntry(name);
      await this.#zip.write(Buffer.from(PROLOGUE + xml));
    }
    if (this.#strings) await this.#writeStrings(this.#strings);
    await this.#zip.close();
  }

  #cell(place: string, cell: Exclude<XlsxCell, undefined>): string {
    if (typeof cell === 'string') return this.#textCell(place, cell);
    if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
    if ('number' in cell) return `<c r="${place}"><v>${escapeXml(cell.number)}</v></c>`;
    return `<c r="${place}" s="${numberOf(this.#formats, cell.format) + 1}"><v>${cell.serial}</v></c>`;
  }

  #textCell(place: string, text: string): string {
    if (!this.#strings) return `<c r="${place}" t="inlineStr"><is>${textElement(text)}</is></c>`;
    this.#stringCells++;
    return `<c r="${place}" t="s"><v>${numberOf(this.#strings, text)}</v></c>`;
  }

  async #endSheet(): Promise<void> {
    const sheet = this.#sheets.at(-1);
    if (!sheet) return;
    const merges = sheet.merges.map((range) => `<mergeCell ref="${range}"/>`).join('');
    const merged = merges === '' ? '' : `<mergeCells count="${sheet.merges.length}">${merges}</mergeCells>`;
    this.#text += `</sheetData>${merged}</worksheet>`;
    await this.#flush();
  }

  async #flush(): Promise<void> {
    const text = this.#text;
    this.#text = '';
    await this.#zip.write(Buffer.from(text));
  }

  async #writeStrings(strings: ReadonlyMap<string, number>): Promise<void> {
    await this.#zip.startEntry('xl/sharedStrings.xml');
    this.#text = `${PROLOGUE}<sst xmlns="${MAIN}" count="${this.#stringCells}" uniqueCount="${strings.size}">`;
    for (const text of strings.keys()) {
      this.#text += `<si>${textElement(text)}</si>`;
      if (this.#text.length >= FLUSH_CHARACTERS) await this.#flush();
    }
    this.#text += '</sst>';
    await this.#flush();
  }

  #smallParts(): [name: string, xml: string][] {
    const relations = this.#sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const);
    const shared = this.#strings ? [['sharedStrings', 'sharedStrings.xml'] as const] : [];
    return [
      ['[Content_Types].xml', contentTypes(this.#sheets.length, this.#strings !== undefined)],
      ['_rels/.rels', relationsXml([['officeDocument', 'xl/workbook.xml']])],
      ['xl/workbook.xml', workbookXml(this.#sheets)],
      ['xl/_rels/workbook.xml.rels', relationsXml([...relations, ['styles', 'styles.xml'], ...shared])],
      ['xl/styles.xml', stylesXml([...this.#formats.keys()])],
    ];
  }
}

function numberOf(numbers: Map<string, number>, text: string): number {
  const known = numbers.get(text);
  if (known !== undefined) return known;
  numbers.set(text, numbers.size);
  return numbers.size - 1;
}

function textElement(text: string): string {
  const kept = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : '';
  return `<t${kept}>${escapeXml(text)}</t>`;
}

function workbookXml(sheets: readonly WrittenSheet[]): string {
  const list = sheets.map(({ name }, index) => {
    return `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`;
  });
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${list.join('')}</sheets></workbook>`;
}

function relationsXml(relations: readonly (readonly [type: string, target: string])[]): string {
  const list = relations.map(([type, target], index) => {
    return `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  });
  return `<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`;
}

function contentTypes(sheets: number, sharedStrings: boolean): string {
  const parts = [
    ['workbook.xml', 'sheet.main'],
    ['styles.xml', 'styles'],
    ...(sharedStrings ? [['sharedStrings.xml', 'sharedStrings']] : []),
    ...Array.from({ length: sheets }, (_, index) => [`worksheets/sheet${index + 1}.xml`, 'worksheet']),
  ];
  const list = parts.map(([part, type]) => `<Override PartName="/xl/${part}" ContentType="${SHEET_ML}.${type}+xml"/>`);
  const defaults =
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>';
  return `<Types xmlns="${PACKAGE}/content-types">${defaults}${list.join('')}</Types>`;
}

/** Style 0 is plain; style n + 1 carries the n-th format. */
function stylesXml(formats: readonly string[]): string {
  const ids = formats.map((format, index) => (format === SHORT_DATE ? SHORT_DATE_ID : FIRST_OWN_FORMAT_ID + index));
  const own = formats.flatMap((format, index) => {
    return format === SHORT_DATE ? [] : [`<numFmt numFmtId="${ids[index]}" formatCode="${escapeXml(format)}"/>`];
  });
  const styles = ids.map(
    (id) => `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  );
  return [
    `<styleSheet xmlns="${MAIN}">`,
    own.length > 0 ? `<numFmts count="${own.length}">${own.join('')}</numFmts>` : '',
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>',
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${styles.length + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${styles.join('')}</cellXfs>`,
    '</styleSheet>',
  ].join('');
}

/** "A" for 0, "AA" for 26. */
function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnName(Math.trunc(column / 26) - 1) + last;
}

/** Also _xHHHH_ where XML has no way to hold a character, and where a text happens to look like that. */
function escapeXml(text: string): string {
  return text.replace(/[&<>"]|_(?=x[0-9a-fA-F]{4}_)|(?![\t\n])\p{Cc}|\p{Surrogate}/gu, (character) => {
    return ESCAPES.get(character) ?? `_x${character.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`;
  });
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);
