import { type CellRange, isEmptyCell, trimCell } from '../plan/cell-bytes.ts';
import type { Reader } from '../recipe.ts';
import { latinText } from './latin-text.ts';
import type { MadeColumn } from './made-column.ts';

type Potong = Extract<Reader, { jenis: 'potong' }>;

/** Places of the pieces of a cell between the separators, in any case of letters, without outer blanks. */
export function findPieces(cell: string, pemisah: string): readonly (readonly [start: number, end: number])[] {
  const pieces: (readonly [number, number])[] = [];
  const folded = cell.toLowerCase();
  const separator = pemisah.toLowerCase();
  let start = 0;
  for (;;) {
    const at = separator === '' ? -1 : folded.indexOf(separator, start);
    pieces.push(trimPiece(cell, start, at < 0 ? cell.length : at));
    if (at < 0) return pieces;
    start = at + separator.length;
  }
}

/** "SMA 1 KUDUS (1998)" cut at "(" leaves a bracket behind. */
function trimPiece(cell: string, from: number, to: number): readonly [number, number] {
  let [start, end] = [from, to];
  while (start < end && /\s/.test(cell.charAt(start))) start++;
  while (end > start && (/\s/.test(cell.charAt(end - 1)) || isLooseBracket(cell, start, end))) end--;
  return [start, end];
}

const isLooseBracket = (cell: string, start: number, end: number): boolean =>
  cell.charAt(end - 1) === ')' && !cell.slice(start, end).includes('(');

const cell: CellRange = { start: 0, end: 0 };
const utf8 = new TextEncoder();

/** One of a fixed number of pieces of a column: "S1 - Teknik Informatika - UNDIP - 2004". */
export function takePiece(name: string, { pemisah, dari, ambil }: Potong, part: number): MadeColumn {
  // Bytes are looked at one by one, and so is the separator.
  const bare = utf8.encode(pemisah);
  const separator = latinText(bare, 0, bare.length);
  return {
    name,
    parts: [part],
    make(bytes, cells, base, out) {
      trimCell(bytes, cells[base + 2 * part] as number, cells[base + 2 * part + 1] as number, cell);
      out.start = out.end = 0;
      if (isEmptyCell(bytes, cell.start, cell.end)) return undefined;
      const pieces = findPieces(latinText(bytes, cell.start, cell.end), separator);
      if (pieces.length !== dari) return 'GABUNGAN_BAGIAN';
      const [start, end] = pieces[ambil - 1] ?? [0, 0];
      out.start = cell.start + start;
      out.end = cell.start + end;
      return undefined;
    },
    unmake(text, cells) {
      const delivered = cells[part] ?? '';
      const pieces = findPieces(delivered, pemisah);
      const [start, end] = pieces[ambil - 1] ?? [0, 0];
      if (text === '' || pieces.length !== dari || start === end) return undefined;
      return new Map([[part, delivered.slice(0, start) + text + delivered.slice(end)]]);
    },
  };
}
