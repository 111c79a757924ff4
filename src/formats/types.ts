import type { Problem } from '#kernel/problem.ts';

export type Container =
  | 'csv'
  | 'xlsx'
  | 'ods'
  | 'xls'
  | 'html'
  | 'spreadsheetml'
  | 'mdb'
  | 'sql'
  | 'dbf'
  | 'json'
  | 'ndjson'
  | 'zip';

/** One table of a file: a CSV, a sheet (or several sheets of one heading), a table of a dump, an array of objects. */
export interface SourceTable {
  readonly name: string;
  /** Headings as delivered, by position; may repeat and may be empty. */
  readonly columns: readonly string[];
  /** Declared types where the container has them (SQL, DBF), by position; otherwise empty. */
  readonly types: readonly string[];
  /** The first data rows as text, for profiling (at most 200 a table). */
  readonly sample: readonly (readonly string[])[];
  /** Keys that lead to the array of the table, where the container nests (JSON). */
  readonly path?: string;
  /** The table in whose rows the rows lie (an array within an object), and its columns that hold them and that tell whose they are. */
  readonly within?: { readonly table: string; readonly column: string; readonly key: string };
  /** First and last byte of the table in the plain stream, where the container mixes tables (SQL). */
  readonly extent?: readonly [number, number];
  /** First page of the table's definition, where the container has pages (Access). */
  readonly page?: number;
  /** The sheets of a workbook that are the table, in their order. */
  readonly sheets?: readonly SheetPart[];
  /** Hidden sheets of the same workbook: they are no tables. */
  readonly hidden?: readonly string[];
  /** The tables that are read one after the other as this one, where they were stacked. */
  readonly parts?: readonly TablePart[];
  /** Whether it is one of several that would be read as one, chosen by its name. */
  readonly alone?: boolean;
  /** The rows themselves, where the table is kept in memory (`held.ts`). */
  readonly held?: readonly RowBlock[];
  /** The member of an archive that holds the table, and the table's name there. */
  readonly inside?: { readonly source: Source; readonly name: string };
}

/** One sheet of a table that may lie over several. */
export interface SheetPart {
  /** Position among the sheets of the workbook. */
  readonly index: number;
  readonly name: string;
  /** Rows with text before the data. */
  readonly dataRow: number;
  readonly sample: SourceTable['sample'];
}

/** One table of a stack, and where each column of the stack stands in it. */
export interface TablePart {
  readonly table: SourceTable;
  readonly columns: readonly number[];
}

/** Where the rows of a block are seen by who opens the file: a sheet with its own row numbers, or a table with its data rows. */
export interface RowPlace {
  readonly nama: string;
  readonly jenis: 'lembar' | 'tabel';
  /** Row number there of each row in the block. */
  readonly rows: Int32Array;
}

/** How text is stored. Windows-1252 has no entry: it is told from UTF-8 cell by cell, because deliveries mix the two. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** What was found out about the form of a file; needed to read it, of no meaning to others. */
export type Dialect =
  | { readonly kind: 'plain' }
  /** Bytes that end a cell and a row, and the place in the UTF-8 stream where the rows under the heading begin. */
  | { readonly kind: 'csv'; readonly delimiter: number; readonly lineEnd: number; readonly dataStart: number }
  /** Whether a backslash escapes inside plain quotes (MySQL) or is a letter like others (standard SQL); the session where the
   * database itself is read and not its dump; whether it speaks SQL Server's SQL, in which nothing is written here. */
  | { readonly kind: 'sql'; readonly backslash: boolean; readonly live?: LiveSession; readonly isSqlserver?: boolean };

/** A file that was recognised and may be read, or a live database, which is closed by `closeSource`. */
export interface Source {
  readonly path: string;
  /** The member that is meant, where the file is an archive. */
  readonly member?: string;
  readonly container: Container;
  readonly gzipped: boolean;
  readonly encoding: TextEncoding;
  readonly dialect: Dialect;
  readonly tables: readonly SourceTable[];
}

/**
 * One unchanging, read-only view of a database: all its tables as they stood at one moment. One table is read at a time.
 */
export interface LiveSession {
  /** Rows of a table, or the first ones. Whoever stops early stops the query at the server. Throws `RefusedFile`. */
  rows(table: Pick<SourceTable, 'name'>, limit?: number): AsyncGenerator<RowBlock>;
  /** Ends the session at the server; what is asked afterwards is refused. */
  close(): Promise<void>;
}

/** A row that could not be delivered at all, or a single cell that could not. */
export interface RowProblem {
  /** 1-based data row. */
  readonly row: number;
  /** Position of the column, or -1 where the whole row is meant. */
  readonly column: number;
  /** The delivered text, cut to 200 characters; empty for a whole row. */
  readonly value: string;
  readonly problem: Problem;
  /** Row number at the `place` of the block; absent where it is not known. */
  readonly placeRow?: number;
}

/**
 * A run of rows as byte ranges, so that no string is made for a cell that nobody looks at. Cell c of row r is
 * `bytes[cells[2 * (r * columns + c)] .. cells[2 * (r * columns + c) + 1])`, UTF-8, outer blanks kept, quotes and escapes
 * already resolved; NULL and an absent cell are empty ranges (NULL of a dump from -1 to -1, see `rawCell`). All arrays belong to the reader and are overwritten
 * when the next block is asked for.
 */
export interface RowBlock {
  readonly bytes: Uint8Array;
  readonly cells: Int32Array;
  readonly columns: number;
  readonly rows: number;
  /** 1-based data row of each row in the block; a row that is listed in `problems` as a whole is not among them. */
  readonly rowNumbers: Int32Array;
  readonly problems: readonly RowProblem[];
  /** All rows and problems of the block stand there; given where a table lies over several sheets or tables. */
  readonly place?: RowPlace;
}
