import { formatDigits, getSlot, type Row } from '#mapping';

const NIK = getSlot('nik');

/** So many whole numbers that all end in 0 are no chance. */
const FEWEST = 20;

/** A NIK of a column that a spreadsheet rounded. */
export interface RoundedNik {
  readonly baris: number;
  readonly nik: string;
  /** Sheet or table and row, where several are read as one. */
  readonly tempat: string;
}

/**
 * A spreadsheet keeps 15 digits of a number: of 16 the last becomes 0. One NIK does not show that, but all of a column together do;
 * the first that ends otherwise clears it.
 */
export class RoundedNiks {
  #rows: RoundedNik[] = [];
  #isCleared = false;

  /** Looks at an accepted row; `tempat` is asked for only while the column is not cleared. */
  note({ ints }: Row, baris: number, tempat: () => string): void {
    if (this.#isCleared) return;
    const [high, low] = [ints[NIK.int] as number, ints[NIK.int + 1] as number];
    if (high <= 0) return;
    if (low % 10 !== 0) {
      this.#isCleared = true;
      this.#rows = [];
      return;
    }
    this.#rows.push({ baris, nik: formatDigits(high, low, 16), tempat: tempat() });
  }

  /** The NIKs of a rounded column; none where it is whole, or too short to tell. */
  list(): readonly RoundedNik[] {
    return this.#rows.length < FEWEST ? [] : this.#rows;
  }
}
