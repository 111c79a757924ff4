import { dice, diceBits, seedOf } from '../dice.ts';
import type { TableWriter } from '../containers/delivery.ts';
import { addBlanks, breakCharacters, type BreakStyle } from '../defects/spelling.ts';
import type { DefectId } from '../defects/rates.ts';
import type { Column, RowInfo } from '../offices/column.ts';
import type { Facts } from '../person.ts';

/** A defect that hit a single cell while it was written. */
export interface CellDefect {
  readonly cacat: DefectId;
  readonly column: number;
  readonly written: string;
  readonly clean: string;
}

export interface CellRates {
  readonly blanks: number;
  readonly broken: number;
}

export interface RowWriter {
  /** Writes one row; the defects of single cells come back for the ledger. */
  write(
    facts: Facts,
    row: RowInfo,
    sheet?: string,
  ): { readonly cells: readonly (string | null)[]; readonly defects: readonly CellDefect[] };
  readonly rows: number;
}

const NONE: readonly CellDefect[] = [];

/** Encodes people into one table, and dirties cells of free text on the way. */
export function createRowWriter(
  columns: readonly Column[],
  table: TableWriter,
  rates: CellRates,
  style: BreakStyle,
): RowWriter {
  const salts = columns.map(({ name }) => seedOf(name));
  const quiet = rates.blanks === 0 && rates.broken === 0;
  let rows = 0;
  return {
    get rows() {
      return rows;
    },
    write: (facts, row, sheet) => {
      const cells: (string | null)[] = [];
      let defects: CellDefect[] | undefined;
      for (let i = 0; i < columns.length; i++) {
        const column = columns[i];
        if (column === undefined) continue;
        let cell = column.encode(facts, row);
        if (!quiet && column.text === true && cell !== null && cell.length > 2) {
          const dirty = dirtyCell(cell, diceBits(row.seed, salts[i] ?? 0), rates, style);
          if (dirty !== undefined) {
            defects ??= [];
            defects.push({ cacat: dirty.cacat, column: i, written: dirty.text, clean: cell });
            cell = dirty.text;
          }
        }
        cells.push(cell);
      }
      table.row(cells, sheet);
      rows++;
      return { cells, defects: defects ?? NONE };
    },
  };
}

/** At most one defect of form a cell. */
function dirtyCell(
  cell: string,
  seed: number,
  rates: CellRates,
  style: BreakStyle,
): { cacat: DefectId; text: string } | undefined {
  const chance = dice(seed, 0);
  if (chance < rates.blanks) return { cacat: 'D01', text: addBlanks(cell, seed) };
  if (chance >= rates.blanks + rates.broken) return undefined;
  const text = breakCharacters(cell, seed, style);
  return text === undefined ? undefined : { cacat: 'D24', text };
}
