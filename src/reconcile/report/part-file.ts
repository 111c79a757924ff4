import { closeSync, openSync, writeSync } from 'node:fs';
import { formatCsvRow } from '#formats';

const FLUSH_AT = 1 << 18;

/** A CSV file written row by row from one thread; nothing but a small buffer stays in memory. */
export class PartFile {
  readonly path: string;
  rows = 0;
  readonly #file: number;
  #pending: string[] = [];
  #size = 0;

  constructor(path: string) {
    this.path = path;
    this.#file = openSync(path, 'w');
  }

  write(cells: readonly string[]): void {
    const line = formatCsvRow(cells);
    this.#pending.push(line);
    this.#size += line.length;
    this.rows += 1;
    if (this.#size >= FLUSH_AT) this.#flush();
  }

  close(): void {
    this.#flush();
    closeSync(this.#file);
  }

  #flush(): void {
    if (this.#size === 0) return;
    writeSync(this.#file, this.#pending.join(''));
    this.#pending = [];
    this.#size = 0;
  }
}
