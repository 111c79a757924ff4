import { type CellRange, isEmptyCell, trimCell } from '../plan/cell-bytes.ts';
import type { Cells } from '../plan/cells.ts';
import type { Reader, Recipe } from '../recipe.ts';
import type { MadeColumn } from './made-column.ts';

type Bentang = Extract<Reader, { jenis: 'bentang' }>;

/** One column of a group, and the field that it or the group's name feeds. */
interface Member {
  readonly kanonik: string;
  readonly reader: Bentang;
  readonly column: number;
}

interface Group {
  readonly urut: number;
  readonly columns: readonly number[];
  readonly members: readonly Member[];
}

const encoder = new TextEncoder();
const cell: CellRange = { start: 0, end: 0 };
const ZERO = 48;

/** Zeros are a way to write no year. */
function isFilled(bytes: Uint8Array, start: number, end: number): boolean {
  if (isEmptyCell(bytes, start, end)) return false;
  for (let i = start; i < end; i++) if (bytes[i] !== ZERO) return true;
  return false;
}

/**
 * Groups of columns that are really rows, one a level of education: the highest group in which anything stands is the current one,
 * and all fields are taken from it. One made column a field.
 */
export function spreadColumns(
  { kolom }: Recipe,
  placeOf: (sumber: string) => number,
  nameOf: (kanonik: string) => string,
): readonly MadeColumn[] {
  const members = kolom.flatMap(({ sumber, kanonik, pembaca }): readonly Member[] => {
    const column = placeOf(sumber);
    return kanonik === null || pembaca.jenis !== 'bentang' || column < 0 ? [] : [{ kanonik, reader: pembaca, column }];
  });
  const groups = [...Map.groupBy(members, ({ reader }) => reader.kelompok).values()]
    .map((own): Group => {
      const columns = [...new Set(own.map(({ column }) => column))];
      return { urut: Math.max(...own.map(({ reader }) => reader.urut)), columns, members: own };
    })
    .toSorted((a, b) => b.urut - a.urut);
  return [...new Set(members.map(({ kanonik }) => kanonik))].map((kanonik) =>
    takeFromHighest(nameOf(kanonik), kanonik, groups),
  );
}

function takeFromHighest(name: string, kanonik: string, groups: readonly Group[]): MadeColumn {
  const own = groups.map(({ members }) => members.find((member) => member.kanonik === kanonik));
  const labels = own.map((member) => encoder.encode(member?.reader.ambil === 'kelompok' ? member.reader.kelompok : ''));
  const parts = [...new Set(own.flatMap((member) => (member ? [member.column] : [])))];
  return {
    name,
    parts,
    make(bytes, cells, base, out) {
      out.start = out.end = 0;
      const highest = groups.findIndex(({ columns }) =>
        columns.some((column) => {
          trimCell(bytes, cells[base + 2 * column] as number, cells[base + 2 * column + 1] as number, cell);
          return isFilled(bytes, cell.start, cell.end);
        }),
      );
      const member = own[highest];
      if (!member) return undefined;
      if (member.reader.ambil === 'isi') {
        out.start = cells[base + 2 * member.column] as number;
        out.end = cells[base + 2 * member.column + 1] as number;
        return undefined;
      }
      const label = labels[highest] as Uint8Array;
      out.start = out.behind + out.added.length;
      out.added.push(label, 0, label.length);
      out.end = out.behind + out.added.length;
      return undefined;
    },
    // The level is told by the place of the columns: it cannot be written.
    unmake(text, cells: Cells) {
      const highest = groups.findIndex(({ columns }) => columns.some((column) => /[^0\s.-]/.test(cells[column] ?? '')));
      const member = own[highest];
      return member?.reader.ambil === 'isi' && text !== '' ? new Map([[member.column, text]]) : undefined;
    },
  };
}
