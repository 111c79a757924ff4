import { formatCsvText } from './csv-writer.ts';

const COMMA = 44;
const NEW_LINE = 10;
const QUOTE = 34;
const ZERO = 48;
const DASH = 45;

/** Units that stand in a cell as they are, and those that also begin one; all others are left to `formatCsvText`. */
const PLAIN = new Uint8Array(128);
const PLAIN_FIRST = new Uint8Array(128);
for (let unit = 32; unit < 127; unit++) {
  const text = String.fromCharCode(unit);
  if (formatCsvText(`a${text}a`) === `a${text}a`) PLAIN[unit] = 1;
  if (formatCsvText(text) === text && /[A-Za-z0-9]/.test(text)) PLAIN_FIRST[unit] = 1;
}

const decoder = new TextDecoder();

/**
 * Rows of RFC 4180 CSV as bytes, cell by cell, for tables of which every cell would otherwise cost several small strings. The
 * bytes are those that `formatCsvRow` gives for the same cells. `take` them away between two rows.
 */
export class CsvBytes {
  #bytes: Buffer;
  #used = 0;
  #rowStart = 0;

  /** `size` is the memory to begin with; a longer row makes it larger. */
  constructor(size: number) {
    this.#bytes = Buffer.allocUnsafe(size);
  }

  /** Bytes of the whole rows so far. */
  get size(): number {
    return this.#rowStart;
  }

  /** The whole rows so far, valid until the next cell; they are then forgotten. */
  take(): Uint8Array {
    const rows = this.#bytes.subarray(0, this.#rowStart);
    this.#used = 0;
    this.#rowStart = 0;
    return rows;
  }

  text(value: string): void {
    const { length } = value;
    const bytes = this.#reserve(length + 1);
    let at = this.#used;
    for (let i = 0; i < length; i++) {
      const unit = value.charCodeAt(i);
      if ((i === 0 ? PLAIN_FIRST : PLAIN)[unit] !== 1) {
        this.#special(value);
        return;
      }
      bytes[at++] = unit;
    }
    if (length > 0 && bytes[at - 1] === 32) this.#special(value);
    else this.#endCell(at);
  }

  /** A text that lies in UTF-8 already. */
  utf8(source: Uint8Array, start: number, end: number): void {
    const bytes = this.#reserve(end - start + 1);
    let at = this.#used;
    for (let i = start; i < end; i++) {
      const unit = source[i] as number;
      if ((i === start ? PLAIN_FIRST : PLAIN)[unit] !== 1) {
        this.#special(decoder.decode(new Uint8Array(source.subarray(start, end))));
        return;
      }
      bytes[at++] = unit;
    }
    if (end > start && bytes[at - 1] === 32) this.text(decoder.decode(new Uint8Array(source.subarray(start, end))));
    else this.#endCell(at);
  }

  /** A whole number of at most 31 bits. */
  number(value: number): void {
    this.#reserve(20);
    this.#endCell(this.#putNumber(this.#used, value, 1));
  }

  /** Digits as two integers, those before the last nine and the last nine, padded to a length. */
  digits(high: number, low: number, length: number): void {
    this.#reserve(40);
    const at = length > 9 ? this.#putNumber(this.#used, high, length - 9) : this.#used;
    this.#endCell(this.#putNumber(at, low, Math.min(length, 9)));
  }

  /** A date yyyymmdd as yyyy-mm-dd. */
  date(yyyymmdd: number): void {
    const bytes = this.#reserve(20);
    let at = this.#putNumber(this.#used, Math.trunc(yyyymmdd / 10_000), 4);
    bytes[at++] = DASH;
    at = this.#putNumber(at, Math.trunc(yyyymmdd / 100) % 100, 2);
    bytes[at++] = DASH;
    this.#endCell(this.#putNumber(at, yyyymmdd % 100, 2));
  }

  endRow(): void {
    const isBlank = this.#used - this.#rowStart <= 1;
    this.#used = Math.max(this.#rowStart, this.#used - 1);
    const bytes = this.#reserve(3);
    // A single empty cell would be an empty line, which is no row.
    if (isBlank) {
      bytes[this.#used++] = QUOTE;
      bytes[this.#used++] = QUOTE;
    }
    bytes[this.#used++] = NEW_LINE;
    this.#rowStart = this.#used;
  }

  #special(value: string): void {
    const cell = formatCsvText(value);
    // A unit of text takes three bytes at most.
    const bytes = this.#reserve(cell.length * 3 + 1);
    this.#endCell(this.#used + bytes.write(cell, this.#used));
  }

  #endCell(at: number): void {
    this.#bytes[at] = COMMA;
    this.#used = at + 1;
  }

  #putNumber(at: number, value: number, atLeast: number): number {
    let count = atLeast;
    for (let least = 10 ** atLeast; value >= least; least *= 10) count++;
    let rest = value;
    for (let place = at + count - 1; place >= at; place--) {
      // Whole numbers of 31 bits: this way the machine divides integers.
      const shorter = (rest / 10) | 0;
      this.#bytes[place] = ZERO + rest - shorter * 10;
      rest = shorter;
    }
    return at + count;
  }

  #reserve(size: number): Buffer {
    if (this.#used + size > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#used + size));
      larger.set(this.#bytes.subarray(0, this.#used));
      this.#bytes = larger;
    }
    return this.#bytes;
  }
}
