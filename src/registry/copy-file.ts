import { closeSync, openSync, writeSync } from 'node:fs';

const FLUSH_AT = 1 << 18;
const SPECIAL = /[\\\t\n\r\0]/;

/** A file in the text form of PostgreSQL's COPY, written row by row; only a small part of it is in memory. */
export class CopyFile {
  rows = 0;
  readonly #file: number;
  #lines: string[] = [];
  #size = 0;

  constructor(path: string) {
    this.#file = openSync(path, 'w');
  }

  write(cells: readonly string[]): void {
    const line = cells.map(escapeCell).join('\t');
    this.#lines.push(line);
    this.#size += line.length + 1;
    this.rows += 1;
    if (this.#size >= FLUSH_AT) this.#flush();
  }

  close(): void {
    this.#flush();
    closeSync(this.#file);
  }

  /** A disk may take less than it is given. */
  #flush(): void {
    if (this.#lines.length === 0) return;
    const bytes = Buffer.from(`${this.#lines.join('\n')}\n`);
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#file, bytes, at);
    this.#lines = [];
    this.#size = 0;
  }
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r', '\0': '' };

/** A cell as COPY reads it; PostgreSQL's texts hold no NUL. */
export function escapeCell(text: string): string {
  return SPECIAL.test(text) ? text.replace(/[\\\t\n\r\0]/g, (found) => ESCAPES[found] ?? '') : text;
}

const UNESCAPES: Readonly<Record<string, string>> = { '\\\\': '\\', '\\t': '\t', '\\n': '\n', '\\r': '\r' };

/** The cells of a line again. */
export function splitLine(line: string): string[] {
  const cells = line.split('\t');
  return line.includes('\\')
    ? cells.map((cell) => cell.replace(/\\[\\tnr]/g, (found) => UNESCAPES[found] ?? ''))
    : cells;
}
