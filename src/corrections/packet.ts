import type { LeftOut } from './decisions.ts';

/** A column with the cell that stands in it now and the one that it gets; null is NULL. */
export interface ColumnChange {
  /** Position in its table. */
  readonly column: number;
  readonly lama: string | null;
  readonly baru: string | null;
}

export interface KeyPart {
  readonly column: number;
  readonly value: string | null;
}

/** Columns of one row that change together or not at all. */
export interface RowChange {
  readonly nip: string;
  /** Data row of the person in the people's table. */
  readonly baris: number;
  readonly tabel: string;
  /** What finds exactly this row. */
  readonly kunci: readonly KeyPart[];
  readonly columns: readonly ColumnChange[];
  /** Canonical fields that ask for the change. */
  readonly kolom: readonly string[];
  /** The row as it stands now, as far as the packet may show it. */
  readonly cells: ReadonlyMap<number, string | null>;
}

/** A row of a history that a person lacks. */
export interface NewRow {
  readonly nip: string;
  readonly baris: number;
  readonly tabel: string;
  /** Column and value that lead to the person. */
  readonly owner: KeyPart;
  /** Rows that the person has there now; with another number of them nothing is added. */
  readonly rows: number;
  /** All cells that are given, the owner's among them; the database fills the others. */
  readonly cells: readonly KeyPart[];
  /** Columns that are not given and that the database leaves empty. */
  readonly empty: readonly number[];
  readonly kolom: readonly string[];
}

export interface PacketTable {
  readonly name: string;
  /** Headings as delivered. */
  readonly columns: readonly string[];
  readonly types: readonly string[];
}

/** Everything that a packet says, before it has a form. */
export interface Packet {
  readonly instansi: string;
  readonly berkas: string;
  readonly tables: ReadonlyMap<string, PacketTable>;
  /** In the order of the source's rows. */
  readonly changes: readonly RowChange[];
  readonly added: readonly NewRow[];
  readonly leftOut: readonly LeftOut[];
  /** What an operator has to know of the tables before running it, in sentences. */
  readonly catatan: readonly string[];
  /** Differences that are written. */
  readonly ditulis: number;
}
