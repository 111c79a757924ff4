import type { PegawaiField } from '#canonical';
import { dice, diceBits, seedOf } from '../dice.ts';
import type { TableWriter } from '../containers/delivery.ts';
import { addBlanks, breakCharacters, type BreakStyle } from '../defects/spelling.ts';
import type { Quota } from '../defects/quota.ts';
import type { DefectId } from '../defects/rates.ts';
import type { Column, RowInfo } from '../offices/column.ts';
import { codeOf } from '../offices/kit.ts';
import type { Facts } from '../person.ts';
import { isMended } from './earlier.ts';

/** A defect that hit a single cell while it was written. */
export interface CellDefect {
  readonly cacat: DefectId;
  readonly column: number;
  readonly written: string;
  readonly clean: string;
  /** Nobody can read the value any more. */
  readonly unreadable: boolean;
}

/** Quotas of the defects of single cells; undefined: none are made in this table. */
export interface CellQuotas {
  readonly blanks: Quota;
  readonly broken: Quota;
  /** D19: codes of these columns. */
  readonly codes: Quota | undefined;
  /** The code tables stand in the same file. */
  readonly hasReferences: boolean;
  /** Which further delivery: some cells have been mended by then. */
  readonly delivery: number;
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
  quotas: CellQuotas | undefined,
  style: BreakStyle,
): RowWriter {
  const salts = columns.map(({ name }) => seedOf(name));
  const codable = codableColumns(columns);
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
        if (quotas && cell !== null && cell !== '') {
          const seed = diceBits(row.seed, salts[i] ?? 0);
          const dirty =
            column.text === true
              ? dirtyCell(cell, seed, quotas, style)
              : codable[i]
                ? dirtyCode(column, facts, seed, quotas)
                : undefined;
          if (dirty !== undefined) {
            const { cacat, text, unreadable = false } = dirty;
            defects ??= [];
            defects.push({ cacat, column: i, written: text, clean: cell, unreadable });
            cell = text;
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

interface Dirty {
  readonly cacat: DefectId;
  readonly text: string;
  readonly unreadable?: boolean;
}

/** At most one defect of form a cell. */
function dirtyCell(
  cell: string,
  seed: number,
  { blanks, broken, delivery }: CellQuotas,
  style: BreakStyle,
): Dirty | undefined {
  const mended = isMended(seed, delivery);
  const blank = blanks.wants(mended ? 1 : dice(seed, 0)) && cell.length >= 3;
  if (blank) blanks.take();
  const text =
    broken.wants(mended ? 1 : dice(seed, 3)) && !blank && cell.length >= 3
      ? breakCharacters(cell, seed, style)
      : undefined;
  if (text !== undefined) broken.take();
  if (blank) return { cacat: 'D01', text: addBlanks(cell, seed) };
  return text === undefined ? undefined : { cacat: 'D24', text };
}

const CODED: ReadonlySet<string> = new Set(['agama', 'golongan', 'jabatan', 'unit_kerja', 'pendidikan_nama']);

/** Columns whose code is all that the file says of the field: a wrong one cannot be mended from a label beside it. */
function codableColumns(columns: readonly Column[]): readonly boolean[] {
  const isCoded = ({ field, codes }: Column): boolean => field !== null && codes !== undefined && CODED.has(field);
  const explained = new Set(columns.flatMap((column) => (isCoded(column) ? [] : [column.field])));
  return columns.map((column) => isCoded(column) && !explained.has(column.field));
}

/** D19: a code that no table knows (each its own, so that it cannot be learned), or a second code of the same meaning. */
function dirtyCode(
  { codes, field, type }: Column,
  facts: Facts,
  seed: number,
  { codes: quota, hasReferences, delivery }: CellQuotas,
): Dirty | undefined {
  if (codes === undefined || field === null || !quota?.wants(isMended(seed, delivery) ? 1 : dice(seed, 1)))
    return undefined;
  const bkn = codeOf(facts, field as PegawaiField);
  if (bkn === undefined) return undefined;
  quota.take();
  if (hasReferences && dice(seed, 2) < 0.5)
    return { cacat: 'D19', text: codes.secondCodeOf(bkn, facts[field as PegawaiField] ?? bkn) };
  return { cacat: 'D19', text: unknownCode(type, seed), unreadable: true };
}

/** A code out of the range of every table, as wide as the column is. */
function unknownCode(type: string, seed: number): string {
  const width = Number(
    /^(?:var)?char\((\d+)\)|^character(?: varying)?\((\d+)\)/.exec(type)?.slice(1).find(Boolean) ?? 7,
  );
  const digits = String(8_000_000 + (seed % 1_000_000));
  if (width >= digits.length) return digits;
  return `Q${(seed % 36 ** (width - 1))
    .toString(36)
    .toUpperCase()
    .padStart(width - 1, '0')}`;
}
