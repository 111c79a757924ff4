/**
 * How far the reading of a workbook goes. A plain sheet of 100,000 rows and 40 columns inflates to 135 MB, five times its
 * packed size; what exceeds these figures is an attack or an accident, never a delivery.
 */

/** Inflated bytes of one part. Streaming keeps memory flat, so this bounds time, and the arena of shared strings. */
export const MAX_PART_BYTES = 1_000_000_000;

/** Inflated to packed, counted once a part is past `RATIO_FREE_BYTES`. */
export const MAX_RATIO = 100;
export const RATIO_FREE_BYTES = 10_000_000;

/** Workbook, relations and styles are read whole. */
export const MAX_SMALL_PART_BYTES = 16_000_000;

export const MAX_ENTRIES = 2_000;
export const MAX_SHEETS = 200;
export const MAX_COLUMNS = 2_000;
export const MAX_CELL_BYTES = 1_000_000;

/** XML of one row; a longer one is reported and left out. */
export const MAX_ROW_BYTES = 4_000_000;
