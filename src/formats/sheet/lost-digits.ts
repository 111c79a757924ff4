/** Digits that spreadsheets keep of a number; those behind become zeros. */
const KEPT = 15;
const LONGEST = 64;

/**
 * Whether a whole number looks as if its last digits were lost on the way: zeros behind the 15 digits that a spreadsheet keeps,
 * or what a 64-bit floating number turns into when it is written out (198912062014031901 becomes ...900 or ...904).
 */
export function mayHaveLostDigits(digits: string): boolean {
  if (digits.length <= KEPT || !/^[1-9]\d*$/.test(digits)) return false;
  if (/^0+$/.test(digits.slice(KEPT))) return true;
  const floating = Number(digits);
  return !Number.isSafeInteger(floating) && (String(floating) === digits || BigInt(floating) === BigInt(digits));
}

/**
 * Cells of a block that are numbers of more than 15 digits and may have lost their last ones. One number of a column that came
 * through whole shows that the writer of the file kept all digits, and speaks for the others of its length.
 */
export class LostDigits {
  /** Columns with lengths of which a whole number was met. */
  readonly #whole = new Set<number>();
  #from: number[] = [];
  #to: number[] = [];
  #kind: number[] = [];

  /** Looks at the number of a column that lies in those bytes. */
  note(column: number, bytes: Uint8Array, from: number, to: number): void {
    const kind = column * LONGEST + Math.min(to - from, LONGEST - 1);
    if (to - from <= KEPT || this.#whole.has(kind)) return;
    const digits = Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('latin1');
    if (!/^\d+$/.test(digits)) return;
    if (!mayHaveLostDigits(digits)) {
      this.#whole.add(kind);
      return;
    }
    this.#from.push(from);
    this.#to.push(to);
    this.#kind.push(kind);
  }

  /** Writes the lost ones as spreadsheets show them (1.989120620140E+17), the sign by which they are known further on. */
  mark(bytes: Uint8Array): void {
    this.#from.forEach((from, i) => {
      if (this.#whole.has(this.#kind[i] as number)) return;
      const to = this.#to[i] as number;
      const cell = Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from);
      cell.write(withExponent(cell.toString('latin1')), 'latin1');
    });
    this.#from = [];
    this.#to = [];
    this.#kind = [];
  }
}

/** As many characters as the digits had. */
function withExponent(digits: string): string {
  const exponent = `E+${digits.length - 1}`;
  return `${digits[0]}.${digits.slice(1, digits.length - exponent.length - 1)}${exponent}`;
}
