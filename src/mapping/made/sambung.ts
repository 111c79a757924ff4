import { type CellRange, isEmptyCell, trimCell } from '../plan/cell-bytes.ts';
import type { Cells } from '../plan/cells.ts';
import type { Reader } from '../recipe.ts';
import type { MadeColumn, Unmade } from './made-column.ts';

type Sambung = Extract<Reader, { jenis: 'sambung' }>;

const encoder = new TextEncoder();
const cell: CellRange = { start: 0, end: 0 };

/** One value over several columns: "01.02.03" of KDU1, KDU2, KDU3. */
export function joinParts(name: string, { pemisah }: Sambung, parts: readonly number[]): MadeColumn {
  const separator = encoder.encode(pemisah);
  return {
    name,
    parts,
    isJoined: true,
    // Empty levels at the end are left off, those within keep their place, so that different cells never give one code.
    make(bytes, cells, base, out) {
      const { added, behind } = out;
      out.start = behind + added.length;
      let full = added.length;
      for (let index = 0; index < parts.length; index++) {
        const at = base + 2 * (parts[index] as number);
        trimCell(bytes, cells[at] as number, cells[at + 1] as number, cell);
        if (index > 0) added.push(separator, 0, separator.length);
        if (isEmptyCell(bytes, cell.start, cell.end)) continue;
        added.push(bytes, cell.start, cell.end);
        full = added.length;
      }
      added.length = full;
      out.end = behind + full;
      return undefined;
    },
    unmake: (text, cells, given) => splitJoined(text, parts, pemisah, given, cells),
  };
}

/** The parts of a joined value: those that the writer gave, else cut at the separator, else as wide as the parts are now. */
function splitJoined(
  text: string,
  parts: readonly number[],
  separator: string,
  given: ReadonlyMap<number, string | null>,
  cells: Cells,
): Unmade {
  if (parts.every((part) => given.has(part))) return new Map(parts.map((part) => [part, given.get(part) ?? null]));
  const widths = parts.map((part) => (cells[part] ?? '').length);
  let at = 0;
  const pieces = separator === '' ? widths.map((width) => text.slice(at, (at += width))) : text.split(separator);
  if (pieces.length > parts.length || pieces.join(separator) !== text) return undefined;
  return new Map(parts.map((part, index) => [part, pieces[index] ?? '']));
}
