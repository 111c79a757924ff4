import type { Encoding } from '../offices/profiles.ts';

export type Cell = string | null;

/** A table as a container needs to know it. */
export interface TableSpec {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

/** Where the rows of one table go. */
export interface TableWriter {
  /** `sheet`: where a workbook has several sheets of one heading. */
  readonly row: (cells: readonly Cell[], sheet?: string) => void;
}

/** One file of a delivery. Tables may be filled side by side; they stand in the file in the order in which they were opened. */
export interface DeliveryWriter {
  /** File name inside the delivery's folder. */
  readonly file: string;
  table(spec: TableSpec): TableWriter;
  close(): Promise<void>;
}

export interface DeliveryOptions {
  readonly folder: string;
  /** Name without extension. */
  readonly name: string;
  readonly encoding: Encoding;
  readonly delimiter: ',' | ';';
  /** Office-dependent whims of the tool: rows an INSERT, style of a dump. */
  readonly rowsPerInsert: number;
}
