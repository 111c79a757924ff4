import { cellText, rawCell, readTable, type Source } from '#formats';
import {
  columnNames,
  isLater,
  latenessIn,
  type Join,
  type JoinColumns,
  type JoinRule,
  locateJoin,
  recencyOf,
  tieOf,
} from '#mapping';
import type { KeyPart } from './packet.ts';

/** The row of a history that counts for a person, as it stands in the file. */
export interface CurrentRow {
  readonly cells: readonly (string | null)[];
  /** What finds the row; undefined where nothing finds just it. */
  readonly kunci: readonly KeyPart[] | undefined;
  /** How late it is, and how late the next row of the person is: later than that a changed row must stay. */
  readonly recency: number;
  readonly next: number;
}

/** The current rows of a joined table by the key that leads to them. */
export interface CurrentRows {
  readonly rows: ReadonlyMap<string, CurrentRow>;
  /** All rows of a key, whether they may count or not. */
  readonly counts: ReadonlyMap<string, number>;
  /** The join asks for marks that no person has in two rows: they say which row is the current one. */
  readonly isFlagged: boolean;
  /** Column that names every row of the table by itself; undefined where there is none. */
  readonly id: number | undefined;
  /** Column whose greatest value makes a row the current one. */
  readonly greatest: number | undefined;
  /** How late a text of that column would make a row, for the day for which the data are read. */
  readonly lateness: (text: string) => number;
}

interface Draft {
  recency: number;
  tie: number;
  next: number;
  cells: readonly (string | null)[];
  /** Rows that bear the same marks. */
  alike: number;
}

const EMPTY: CurrentRows = {
  rows: new Map(),
  counts: new Map(),
  isFlagged: false,
  id: undefined,
  greatest: undefined,
  lateness: () => Number.NEGATIVE_INFINITY,
};

/** Reads a joined table once and keeps the current rows of the keys asked for, by the same rule as `JoinStore`. */
export async function readCurrentRows(
  source: Source,
  join: Join,
  rule: JoinRule,
  keys: ReadonlySet<string>,
): Promise<CurrentRows> {
  const table = source.tables.find(({ name }) => name === join.tabel);
  const names = columnNames(table?.columns ?? []);
  const located = locateJoin(join, names, [], rule);
  if (!table || !located) return EMPTY;
  const ids = new UniqueColumns(idColumns(names, located.key));
  const drafts = new Map<string, Draft>();
  const counts = new Map<string, number>();
  let isFlagged = join.hanya.length > 0;
  for await (const block of readTable(source, join.tabel)) {
    for (let row = 0; row < block.rows; row++) {
      ids.add((column) => cellText(block, row, column));
      const owner = cellText(block, row, located.key);
      if (keys.has(owner)) counts.set(owner, (counts.get(owner) ?? 0) + 1);
      const recency = keys.has(owner) ? recencyOf(located, block, row) : undefined;
      if (recency === undefined) continue;
      const tie = tieOf(located, block, row);
      const cells = names.map((_, column) => rawCell(block, row, column));
      const known = drafts.get(owner);
      if (known) isFlagged = false;
      if (!known) drafts.set(owner, { recency, tie, next: Number.NEGATIVE_INFINITY, cells, alike: 1 });
      else if (isLater(recency, tie, known.recency, known.tie)) {
        Object.assign(known, { recency, tie, next: known.recency, cells, alike: 1 });
      } else {
        if (isAlike(located, known.cells, cells)) known.alike++;
        known.next = Math.max(known.next, recency);
      }
    }
  }
  const id = ids.first();
  const rows = new Map(
    [...drafts].map(([owner, { cells, recency, next, alike }]): [string, CurrentRow] => {
      const columns = id === undefined ? marksOf(located) : [id];
      const kunci = id === undefined && alike > 1 ? undefined : columns.map((column) => partOf(cells, column));
      return [owner, { cells, recency, next, kunci }];
    }),
  );
  return { rows, counts, isFlagged, id, greatest: located.greatest, lateness: (text) => latenessIn(located, text) };
}

const partOf = (cells: readonly (string | null)[], column: number): KeyPart => ({
  column,
  value: cells[column] ?? null,
});

const marksOf = ({ key, greatest, tie, only }: JoinColumns): readonly number[] => [
  ...new Set([key, ...[greatest, tie].filter((column) => column !== undefined), ...only.map(({ column }) => column)]),
];

const isAlike = (located: JoinColumns, a: readonly (string | null)[], b: readonly (string | null)[]): boolean =>
  marksOf(located).every((column) => a[column] === b[column]);

/** The key of the join itself first, then columns that are called an id. */
const idColumns = (names: readonly string[], key: number): readonly number[] => [
  ...new Set([
    key,
    ...names.flatMap((name, index) => (index === 0 || /(?:^|_)id|id(?:_|$)/i.test(name) ? [index] : [])),
  ]),
];

/** Which of some columns are filled and different in every row. Folded: databases take capitals and blanks lightly. */
export class UniqueColumns {
  readonly #seen: Map<number, Set<string>>;

  constructor(columns: readonly number[]) {
    this.#seen = new Map(columns.map((column) => [column, new Set<string>()]));
  }

  add(textOf: (column: number) => string): void {
    for (const [column, seen] of this.#seen) {
      const text = textOf(column).toLowerCase();
      if (text === '' || seen.has(text)) this.#seen.delete(column);
      else seen.add(text);
    }
  }

  first(): number | undefined {
    return [...this.#seen.keys()][0];
  }
}
