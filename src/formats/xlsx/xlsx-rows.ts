import type { ByteSink } from '../sheet/byte-sink.ts';
import type { SheetRows } from '../sheet/sheet-rows.ts';
import { LostDigits } from '../sheet/lost-digits.ts';
import type { ProblemCode } from '#kernel/problem.ts';
import { appendSerial, type NumberKind, PLAIN } from '../sheet/serial-dates.ts';
import type { SharedStrings } from './xlsx-strings.ts';
import { afterTag, appendContent, appendRichText, endsName } from './xlsx-xml.ts';

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;

/** Kinds of cell by the first letter of its type; `str` gets a letter of its own. */
const NUMBER = 0x6e;
const SHARED = 0x73;
const FORMULA_TEXT = 0x66;
const BOOLEAN = 0x62;
const ERROR = 0x65;
const ISO_DATE = 0x64;

export interface CellFormats {
  readonly kinds: readonly NumberKind[];
  readonly mode1904: boolean;
}

/**
 * Turns the XML of single rows into rows of a block. Numbers keep their literal digits, so that 18 of them survive;
 * those that lost their last digits before get an exponent (see `markLostDigits`); numbers under a date format become yyyy-mm-dd.
 */
export class RowScanner {
  readonly rows: SheetRows;
  /** Greatest shared string that was asked for and has not been read; -1 where all were there. */
  missingString = -1;
  readonly #strings: SharedStrings;
  readonly #formats: CellFormats;
  readonly #sink: ByteSink;
  readonly #lost = new LostDigits();
  #prefix = 0;
  #sheetRow = 0;
  // the cell at hand
  #column = -1;
  #type = NUMBER;
  #style = 0;
  #from = 0;
  #to = 0;

  /** The rows lie in the arena of the strings. */
  constructor(rows: SheetRows, strings: SharedStrings, formats: CellFormats) {
    this.rows = rows;
    this.#strings = strings;
    this.#formats = formats;
    this.#sink = rows.sink;
  }

  /** Starts a sheet whose elements carry a namespace prefix of this length. */
  startSheet(prefix: number): void {
    this.#prefix = prefix;
    this.#sheetRow = 0;
  }

  /** Must be called before a block of rows is handed over. */
  markLostDigits(): void {
    this.#lost.mark(this.#sink.bytes);
  }

  /** Reads the row whose start tag lies at `at` and whose closing tag at `end`; at most `MAX_ROW_BYTES` apart. */
  scan(xml: Uint8Array, at: number, end: number): void {
    const { rows } = this;
    let position = this.#readRowTag(xml, at, end);
    rows.begin(this.#sheetRow);
    this.#column = -1;
    while (position < end) {
      const name = position + 1 + this.#prefix;
      if (xml[position] !== LT) {
        position++;
      } else if (xml[name] !== 0x63 || !endsName(xml[name + 1])) {
        position = afterTag(xml, position, end);
      } else {
        position = this.#readAttributes(xml, name + 1, end);
        if (xml[position] === SLASH) continue;
        position = this.#readCell(xml, position + 1, end);
        if (this.#to > this.#from) rows.put(this.#column, this.#from, this.#to);
      }
    }
    rows.end();
  }

  #readRowTag(xml: Uint8Array, at: number, end: number): number {
    const tagEnd = afterTag(xml, at, end);
    this.#sheetRow++;
    for (let place = at; place < tagEnd; place++) {
      if (xml[place] !== 0x72 || xml[place + 1] !== EQUALS || (xml[place - 1] ?? 0) > 0x20) continue;
      this.#sheetRow = readDigits(xml, place + 3) || this.#sheetRow;
      break;
    }
    return tagEnd;
  }

  /** Reads r, s and t; returns the place of the `>` or `/` that ends the tag. */
  #readAttributes(xml: Uint8Array, at: number, end: number): number {
    this.#column++;
    this.#type = NUMBER;
    this.#style = 0;
    let position = at;
    while (position < end) {
      const byte = xml[position] ?? 0;
      if (byte === GT || byte === SLASH) break;
      if (byte <= 0x20) {
        position++;
        continue;
      }
      const name = xml[position + 1] === EQUALS ? byte : 0;
      while (position < end && xml[position] !== QUOTE && xml[position] !== APOSTROPHE) position++;
      const quote = xml[position];
      const value = ++position;
      while (position < end && xml[position] !== quote) position++;
      if (name === 0x72) this.#column = readColumn(xml, value) ?? this.#column;
      else if (name === 0x73) this.#style = readDigits(xml, value);
      else if (name === 0x74) this.#type = xml[value + 1] === 0x74 ? FORMULA_TEXT : (xml[value] ?? NUMBER);
      position++;
    }
    return position;
  }

  /** Reads what stands between the cell's tags into `#from` and `#to`; returns the place after the closing tag. */
  #readCell(xml: Uint8Array, at: number, end: number): number {
    this.#from = this.#to = 0;
    let formula = false;
    let value = false;
    let position = at;
    while (position < end) {
      if (xml[position] !== LT) {
        position++;
        continue;
      }
      const closing = xml[position + 1] === SLASH;
      const name = xml[position + 1 + this.#prefix + (closing ? 1 : 0)];
      position = afterTag(xml, position, end);
      if (closing && name === 0x63) break;
      if (closing) continue;
      if (name === 0x66) formula = true;
      if (name === 0x76) value = true;
      if (xml[position - 2] === SLASH) continue;
      if (name === 0x76) position = this.#readValue(xml, position, end);
      else if (name === 0x69) position = this.#readInline(xml, position, end);
    }
    if (formula && !value) this.#report('XLSX_SEL_TANPA_NILAI');
    return position;
  }

  #readInline(xml: Uint8Array, at: number, end: number): number {
    this.#from = this.#sink.length;
    const position = appendRichText(this.#sink, xml, at, end, this.#prefix);
    this.#to = this.#sink.length;
    return position;
  }

  #readValue(xml: Uint8Array, at: number, end: number): number {
    if (this.#type === SHARED) return this.#readShared(xml, at);
    const sink = this.#sink;
    this.#from = sink.length;
    const position = appendContent(sink, xml, at, end);
    const type = this.#type;
    if (type === NUMBER) this.#readDate();
    else if (type === BOOLEAN) this.#readBoolean();
    else if (type === ISO_DATE) this.#cutMidnight();
    this.#to = sink.length;
    if (type === ERROR) {
      this.#report('XLSX_SEL_GALAT');
      this.#from = this.#to;
    }
    return position;
  }

  #readShared(xml: Uint8Array, at: number): number {
    let position = at;
    let index = 0;
    for (let digit = (xml[position] ?? 0) - 0x30; digit >= 0 && digit <= 9; digit = (xml[position] ?? 0) - 0x30) {
      index = index * 10 + digit;
      position++;
    }
    if (position > at && index < this.#strings.count) {
      this.#from = this.#strings.offsets[index] ?? 0;
      this.#to = this.#strings.offsets[index + 1] ?? 0;
    } else if (position > at && !this.#strings.complete) {
      this.missingString = Math.max(this.missingString, index);
      this.rows.keep();
    } else {
      this.#report('XLSX_SEL_RUSAK');
    }
    return position;
  }

  /** Replaces the number just written by its date where the style shows one. */
  #readDate(): void {
    const kind = this.#formats.kinds[this.#style] ?? PLAIN;
    const sink = this.#sink;
    const digits = sink.length;
    if (kind === PLAIN) {
      this.#lost.note(this.#column, sink.bytes, this.#from, digits);
      return;
    }
    const serial = Number(decode(sink.bytes, this.#from, digits));
    sink.length = this.#from;
    if (!appendSerial(sink, serial, kind, this.#formats.mode1904)) {
      sink.length = digits;
    }
  }

  #readBoolean(): void {
    const isTrue = this.#sink.bytes[this.#from] === 0x31 || this.#sink.bytes[this.#from] === 0x74;
    this.#sink.length = this.#from;
    for (const letter of isTrue ? 'TRUE' : 'FALSE') this.#sink.bytes[this.#sink.length++] = letter.charCodeAt(0);
  }

  /** 1990-01-31T00:00:00 is the date alone. */
  #cutMidnight(): void {
    const text = decode(this.#sink.bytes, this.#from, this.#sink.length);
    if (/^\d{4}-\d\d-\d\dT00:00(?::00(?:\.0+)?)?Z?$/.test(text)) this.#sink.length = this.#from + 10;
  }

  #report(code: ProblemCode): void {
    this.rows.report(code, this.#column, this.#from, this.#to);
  }
}

function readDigits(xml: Uint8Array, at: number): number {
  let number = 0;
  for (let place = at; place < at + 9; place++) {
    const digit = (xml[place] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) break;
    number = number * 10 + digit;
  }
  return number;
}

/** Position of a column from its letters (A = 0); undefined without letters. Four letters are past every limit. */
export function readColumn(xml: Uint8Array, at: number): number | undefined {
  let column = 0;
  for (let place = at; place < at + 4; place++) {
    const letter = (xml[place] ?? 0) - 0x40;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column > 0 ? column - 1 : undefined;
}

function decode(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('utf8');
}
