/** The cells of one row by position, as they stand in the file; null is the NULL of a dump. */
export type Cells = readonly (string | null)[];
