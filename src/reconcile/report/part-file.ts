import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { CsvBytes } from '#formats';

const FLUSH_AT = 1 << 16;
const NIP_DIGITS = 18;

/** A CSV file written row by row from one thread; nothing but a small buffer stays in memory. */
export class PartFile {
  readonly path: string;
  rows = 0;
  readonly #file: number;
  readonly #csv = new CsvBytes(FLUSH_AT * 2);

  constructor(path: string) {
    this.path = path;
    this.#file = openSync(path, 'w');
  }

  write(cells: readonly string[]): void {
    const { row } = this;
    for (const cell of cells) row.text(cell);
    this.endRow();
  }

  /** The row that is being written, for cells that need not become strings; `endRow` ends it. */
  get row(): Omit<CsvBytes, 'endRow' | 'take' | 'size'> {
    return this.#csv;
  }

  /** A NIP as two integers; an empty cell for none and for one that cannot be used. */
  nip(high: number, low: number): void {
    if (high > 0) this.#csv.digits(high, low, NIP_DIGITS);
    else this.#csv.text('');
  }

  endRow(): void {
    this.#csv.endRow();
    this.rows += 1;
    if (this.#csv.size >= FLUSH_AT) this.flush();
  }

  /** Puts everything into the file, so that others may read it. */
  flush(): void {
    if (this.#csv.size > 0) this.#write(this.#csv.take());
  }

  close(): void {
    this.flush();
    closeSync(this.#file);
  }

  /** Puts whole files of rows behind those written so far and removes them, a piece at a time. */
  moveIn(parts: readonly string[]): void {
    this.flush();
    const piece = new Uint8Array(FLUSH_AT * 4);
    for (const part of parts) {
      const file = openSync(part, 'r');
      for (let read = readSync(file, piece); read > 0; read = readSync(file, piece))
        this.#write(piece.subarray(0, read));
      closeSync(file);
      rmSync(part);
    }
  }

  /** A disk may take less than it is given. */
  #write(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#file, bytes, at);
  }
}
