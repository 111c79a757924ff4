/** Caps on what a file may ask of the machine. Each has its own sentence in the list of messages. */

/** Bytes that a compressed file may inflate to. */
export const MAX_INFLATED = 8 * 1024 ** 3;

/** Inflated bytes for each compressed byte; honest personnel data stays below 30. */
export const MAX_RATIO = 100;

/** Inflated bytes below which the ratio says nothing. */
export const RATIO_FLOOR = 10 * 1024 ** 2;

/** Inflated bytes of one part of a workbook. Streaming keeps memory flat: this bounds time, and the arena of shared strings. */
export const MAX_PART_BYTES = 1_000_000_000;

/** Entries of a ZIP, and those of an archive that may be tables. */
export const MAX_ENTRIES = 2_000;
export const MAX_MEMBERS = 200;

/** Bytes of a container that is held in memory: old workbooks, databases, and workbooks inside another container. */
export const MAX_WHOLE = 256 * 1024 ** 2;

export const MAX_COLUMNS = 2_000;
export const MAX_TABLES = 2_000;

/** Bytes of one cell. */
export const MAX_CELL = 1024 ** 2;

/** Bytes of one row, as written in the file. */
export const MAX_ROW = 16 * 1024 ** 2;

/** Rows of each table that are kept as text for profiling. */
export const SAMPLE_ROWS = 200;

/** "8 GB", "16 MB", for messages. */
export function sizeText(bytes: number): string {
  return bytes >= 1024 ** 3 ? `${Math.round(bytes / 1024 ** 3)} GB` : `${Math.round(bytes / 1024 ** 2)} MB`;
}
