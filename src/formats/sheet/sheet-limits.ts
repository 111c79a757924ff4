/**
 * How far the reading of a workbook goes, beside the caps of all formats. A plain sheet of 100,000 rows and 40 columns
 * inflates to 135 MB, five times its packed size; what exceeds these figures is an attack or an accident, never a delivery.
 */

/** Workbook, relations and styles are read whole. */
export const MAX_SMALL_PART_BYTES = 16_000_000;

export const MAX_SHEETS = 200;

/** XML of one row; a longer one is reported and left out. */
export const MAX_ROW_BYTES = 4 * 1024 ** 2;
