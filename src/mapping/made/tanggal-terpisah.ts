import { type CellRange, isEmptyCell, trimCell } from '../plan/cell-bytes.ts';
import type { MadeColumn } from './made-column.ts';

const DASH = new Uint8Array([45]);
const ZERO = 48;
const cell: CellRange = { start: 0, end: 0 };

function isZeros(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (bytes[i] !== ZERO) return false;
  return true;
}

/** A date over three columns, day, month (number or name) and year: read as "12-Maret-1980". */
export function joinDate(name: string, parts: readonly number[]): MadeColumn {
  return {
    name,
    parts,
    make(bytes, cells, base, out) {
      const { added, behind } = out;
      const first = added.length;
      let filled = 0;
      for (let index = 0; index < parts.length; index++) {
        const at = base + 2 * (parts[index] as number);
        trimCell(bytes, cells[at] as number, cells[at + 1] as number, cell);
        if (index > 0) added.push(DASH, 0, 1);
        if (isEmptyCell(bytes, cell.start, cell.end) || isZeros(bytes, cell.start, cell.end)) continue;
        added.push(bytes, cell.start, cell.end);
        filled++;
      }
      // A day without its year is no date, and would be taken for a spreadsheet's serial.
      if (filled < parts.length) added.length = first;
      out.start = behind + first;
      out.end = behind + added.length;
      return filled === 0 || filled === parts.length ? undefined : 'TANGGAL_TIDAK_LENGKAP';
    },
    unmake(text) {
      const pieces = text.split('-');
      return pieces.length === parts.length
        ? new Map(parts.map((part, index) => [part, pieces[index] ?? '']))
        : undefined;
    },
  };
}
