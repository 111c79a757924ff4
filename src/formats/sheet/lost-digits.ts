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

/** So many more whole numbers than damaged ones settle what the writer of a column does. */
const SETTLED = 64;

/**
 * Cells of a block that are numbers of more than 15 digits and may have lost their last ones. A writer that keeps all digits shows it
 * by numbers that no spreadsheet can hold; where those are not the greater part of their column and length, they were added
 * later, and speak for themselves only.
 */
export class LostDigits {
  /** By column and length, over all blocks so far: whole numbers less those that may have lost digits. */
  readonly #whole = new Map<number, number>();
  #from: number[] = [];
  #to: number[] = [];
  #kind: number[] = [];

  /** Looks at the number of a column that lies in those bytes. */
  note(column: number, bytes: Uint8Array, from: number, to: number): void {
    if (to - from <= KEPT) return;
    const kind = column * LONGEST + Math.min(to - from, LONGEST - 1);
    const whole = this.#whole.get(kind) ?? 0;
    if (whole >= SETTLED) return;
    const digits = Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('latin1');
    if (!/^\d+$/.test(digits)) return;
    const isLost = mayHaveLostDigits(digits);
    this.#whole.set(kind, isLost ? whole - 1 : whole + 1);
    if (!isLost) return;
    this.#from.push(from);
    this.#to.push(to);
    this.#kind.push(kind);
  }

  /** Writes the lost ones with an exponent (198912062014031E+3), the sign by which they are known further on. */
  mark(bytes: Uint8Array): void {
    this.#from.forEach((from, i) => {
      if ((this.#whole.get(this.#kind[i] as number) ?? 0) >= 0) return;
      const to = this.#to[i] as number;
      const cell = Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from);
      cell.write(withExponent(cell.toString('latin1')), 'latin1');
    });
    this.#from = [];
    this.#to = [];
    this.#kind = [];
  }
}

/** So far at most a floating number of 64 bits lies from an 18-digit number. */
const FLOATING_ERROR = 16n;

/** As many characters as the digits had, and as many of the digits that were kept as go in. */
function withExponent(digits: string): string {
  const short = `E+${digits.length - KEPT}`;
  if (short.length <= digits.length - KEPT) return `${String(BigInt(digits) + FLOATING_ERROR).slice(0, KEPT)}${short}`;
  const exponent = `E+${digits.length - 1}`;
  return `${digits[0]}.${digits.slice(1, digits.length - exponent.length - 1)}${exponent}`;
}
