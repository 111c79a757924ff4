import { maskValue } from '../display.ts';
import type { ColumnLook } from './contract.ts';

/** Different values that are counted; beyond them only that there are more. */
const MOST_DISTINCT = 3_000;
/** Columns of more are no list of codes that a person decides about. */
const MOST_LISTED = 400;
const SHOWN = 5;

/** How often each value of a column occurs. */
export class ColumnCounts {
  readonly #isSecret: boolean;
  readonly #values = new Map<string, number>();
  #rows = 0;
  #filled = 0;
  #hasMore = false;

  constructor(isSecret: boolean) {
    this.#isSecret = isSecret;
  }

  add(cell: string): void {
    this.#rows += 1;
    const value = cell.trim();
    if (value === '') return;
    this.#filled += 1;
    const known = this.#values.get(value);
    if (known !== undefined) this.#values.set(value, known + 1);
    else if (this.#values.size < MOST_DISTINCT) this.#values.set(value, 1);
    else this.#hasMore = true;
  }

  /** All values, where they are few enough for a list of codes. */
  codes(): Record<string, number> | undefined {
    if (this.#values.size === 0 || this.#values.size > MOST_LISTED || this.#hasMore) return undefined;
    return Object.fromEntries([...this.#values].toSorted((a, b) => b[1] - a[1]));
  }

  look(nama: string, jenis: string, isPersonal: boolean): ColumnLook {
    if (this.#isSecret)
      return { nama, jenis, terisi: 0, ragam: 0, ragamLebih: false, teratas: [], tersamar: false, rahasia: true };
    const common = [...this.#values].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, SHOWN);
    const shown = (value: string): string => (isPersonal ? maskValue(value) : Array.from(value).slice(0, 60).join(''));
    return {
      nama,
      jenis: jenis.toLowerCase() || kindOf([...this.#values.keys()].slice(0, 200)),
      terisi: this.#rows === 0 ? 0 : this.#filled / this.#rows,
      ragam: this.#values.size,
      ragamLebih: this.#hasMore,
      teratas: common.map(([nilai, jumlah]) => ({ nilai: shown(nilai), jumlah })),
      tersamar: isPersonal,
      rahasia: false,
    };
  }
}

/** What the values look like, in a word, where the container declares no type. */
function kindOf(values: readonly string[]): string {
  if (values.length === 0) return 'kosong';
  const most = (form: RegExp): boolean => values.filter((value) => form.test(value)).length >= values.length * 0.9;
  if (most(/^(\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4})([ T].*)?$/)) return 'tanggal';
  if (most(/^\d+$/)) {
    const lengths = new Set(values.map(({ length }) => length));
    return lengths.size === 1 ? `angka ${[...lengths][0]}` : 'angka';
  }
  return values.length <= 12 ? 'pilihan' : 'teks';
}
