const NULL = 0xfb;
/** A length of three bytes follows. */
const LONG = 0xfd;

/** What the driver gives for a cell: text as the query asked for it, or a binary number. */
export type Value = string | number | null;

/** Types whose values need a touch of ours. */
export type Touch = 'time' | 'real' | undefined;

export function touchOf(type: string): Touch {
  if (/^(?:time|datetime|smalldatetime|datetime2|datetimeoffset)\b/.test(type)) return 'time';
  return type === 'real' ? 'real' : undefined;
}

/** The text of a cell: moments without zeros behind the point, as other servers write them. */
export function textOf(value: string | number, touch: Touch): string {
  if (typeof value === 'number') return touch === 'real' ? shortestReal(value) : String(value);
  return touch === 'time' ? value.replace(/(\.\d*?)0+(?=$| )/, '$1').replace(/\.(?=$| )/, '') : value;
}

/** The fewest digits that still give the same number of four bytes. */
function shortestReal(value: number): string {
  for (let digits = 6; digits < 9; digits++) {
    const near = Number(value.toPrecision(digits));
    if (Math.fround(near) === value) return String(near);
  }
  return String(Number(value.toPrecision(9)));
}

/** Writes rows as `blockOf` reads them: each cell a text with its length before it. */
export class RowEncoder {
  readonly #touches: readonly Touch[];
  #bytes: Buffer = Buffer.allocUnsafe(64 * 1024);

  constructor(types: readonly string[]) {
    this.#touches = types.map(touchOf);
  }

  /** The bytes of one row; they are used again for the next one. */
  encode(cells: readonly { readonly value: Value }[]): Buffer {
    let at = 0;
    for (const [column, { value }] of cells.entries()) {
      if (value === null) {
        this.#makeRoom(at, 1);
        this.#bytes[at++] = NULL;
        continue;
      }
      const text = textOf(value, this.#touches[column]);
      this.#makeRoom(at, 4 + 3 * text.length);
      const length = this.#bytes.write(text, at + 4);
      this.#bytes[at] = LONG;
      this.#bytes.writeUIntLE(length, at + 1, 3);
      at += 4 + length;
    }
    return this.#bytes.subarray(0, at);
  }

  #makeRoom(at: number, size: number): void {
    if (at + size <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(2 * this.#bytes.length, at + size));
    this.#bytes.copy(larger, 0, 0, at);
    this.#bytes = larger;
  }
}
