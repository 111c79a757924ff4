/** One entry of a code table of BKN, whatever the table. Absent marks are not published for that table. */
export interface ReferenceRow {
  /** As published, without outer blanks; 32 hexadecimal digits, a UUID, or a short code. */
  readonly id: string;
  readonly nama: string;
  /** Short code beside the id (kode cepat). */
  readonly kode?: string;
  /** Id of what rows of one name belong to: level of a programme, parent of a place, instansi of a satuan kerja. */
  readonly induk?: string;
  /** Kind: of place, of instansi; level of a functional post. */
  readonly jenis?: string;
  /** As published: 0 and O are out of use. */
  readonly status?: string;
  /** Other published columns, under their published names. */
  readonly ciri?: Readonly<Record<string, string>>;
}

/** What a name or a code stands for. Several rows that mean the same thing count as one. */
export type Found =
  | { readonly kind: 'one'; readonly row: ReferenceRow }
  | { readonly kind: 'many'; readonly rows: readonly ReferenceRow[] }
  | { readonly kind: 'none' };

/** Narrows a name to the rows of one parent, or of some kinds. */
export interface NameContext {
  readonly induk?: string;
  readonly jenis?: readonly string[];
}

/** Rows by position, read on demand. */
export interface RowSource {
  readonly size: number;
  at(index: number): ReferenceRow;
  idAt(index: number): string;
  /** The name in the form in which names of that table are compared. */
  foldedAt(index: number): string;
  tabelAt(index: number): string;
}
