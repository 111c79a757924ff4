/** Letterheads are shorter than this. */
const SEARCHED_ROWS = 50;
const MAX_LEVELS = 3;
/** A heading row holds at least this share of the texts of the row that holds most. */
const SHARE_OF_BEST = 0.7;
/** Digits without a letter that make a row one of data: dates and numbers of people, never years or column numbers. */
const DATA_DIGITS = 6;
const LEAST_NUMBERED_COLUMNS = 3;

/** A range of merged cells inside one row or more: 1-based rows, 0-based columns, both ends included. */
export interface Merge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** A row of the sheet that has text. */
export interface HeadRow {
  /** 1-based row of the sheet. */
  readonly sheetRow: number;
  readonly cells: readonly string[];
}

export interface Header {
  /** Headings by position; empty where a column has none. */
  readonly columns: readonly string[];
  /** Rows, of those that have text, before the first data row. */
  readonly dataRow: number;
}

/**
 * Finds the header among the first rows that have text. The header is the first row with about as many texts as any
 * row that is not data; letterhead above it and column numbers (1 2 3) below are passed over. Headers of two or three
 * rows become one: "INDUK ANAK", the merged parent repeated over its columns.
 */
export function findHeader(rows: readonly HeadRow[], merges: readonly Merge[]): Header {
  const picked = pickRow(rows);
  let top = picked;
  let bottom = picked;
  while (bottom - top + 1 < MAX_LEVELS && isParent(rows[top - 1], rows[top], merges)) top--;
  while (bottom - top + 1 < MAX_LEVELS && isParent(rows[bottom], rows[bottom + 1], merges)) bottom++;
  const columns = joinLevels(rows.slice(top, bottom + 1), merges);
  const dataRow = isNumbering(rows[bottom + 1]) ? bottom + 2 : bottom + 1;
  const width = Math.max(columns.length, ...rows.slice(dataRow).map(({ cells }) => widthOf(cells)));
  return { columns: Array.from({ length: width }, (_, column) => columns[column] ?? ''), dataRow };
}

/** Whether merged ranges could change what `findHeader` finds: a row of headings touches the row that it picks. */
export function wantsMerges(rows: readonly HeadRow[]): boolean {
  const picked = pickRow(rows);
  const row = rows[picked];
  return [rows[picked - 1], rows[picked + 1]].some(
    (other) => row && other && Math.abs(row.sheetRow - other.sheetRow) === 1 && textsOf(other) > 1 && !isData(other),
  );
}

function pickRow(rows: readonly HeadRow[]): number {
  const counts = rows.slice(0, SEARCHED_ROWS).map((row) => (isData(row) ? 0 : textsOf(row)));
  const enough = SHARE_OF_BEST * Math.max(...counts, 1);
  const picked = counts.findIndex((count, index) => count >= enough && 2 * count >= filledOf(rows[index]));
  return Math.max(picked, 0);
}

/**
 * Whether the lower row continues the headings of the row right above it: each of its texts stands in a gap or under a
 * parent that spans columns. A title over the whole table is no parent.
 */
function isParent(upper: HeadRow | undefined, lower: HeadRow | undefined, merges: readonly Merge[]): boolean {
  if (!upper || !lower || lower.sheetRow !== upper.sheetRow + 1 || isData(upper) || isData(lower)) return false;
  if (filledOf(lower) === 0 || textsOf(lower) < filledOf(lower)) return false;
  const width = Math.max(widthOf(upper.cells), widthOf(lower.cells));
  const spans = spansOf(upper, lower, width, merges);
  const children = lower.cells.flatMap((text, column) => (text.trim() === '' ? [] : [column]));
  const fits = children.every((column) => isEmpty(upper, column) || (spans[column]?.width ?? 1) > 1);
  const partial = merges.some(
    ({ top, left, right }) => top === upper.sheetRow && right > left && right - left + 1 < width,
  );
  const stands = upper.cells.some((_, column) => !isEmpty(upper, column) && isEmpty(lower, column));
  return fits && children.some((column) => spans[column]) && (partial || (stands && filledOf(upper) > 1));
}

interface Span {
  readonly text: string;
  readonly width: number;
}

/** The parent over each column: by the merged ranges of its row, or, without any, each text over the gap to its right. */
function spansOf(upper: HeadRow, lower: HeadRow, width: number, merges: readonly Merge[]): (Span | undefined)[] {
  const spans: (Span | undefined)[] = upper.cells.map((text) => (text.trim() === '' ? undefined : { text, width: 1 }));
  const own = merges.filter(({ top, left, right }) => top === upper.sheetRow && right > left);
  const ranges = own.length > 0 ? own : gapsOf(upper, lower);
  for (const { left, right } of ranges) {
    const text = upper.cells[left]?.trim() ?? '';
    if (text === '') continue;
    for (let column = left; column <= right && column < width; column++)
      spans[column] = { text, width: right - left + 1 };
  }
  return spans;
}

function gapsOf(upper: HeadRow, lower: HeadRow): { readonly left: number; readonly right: number }[] {
  return upper.cells.flatMap((text, left) => {
    if (text.trim() === '' || isEmpty(lower, left)) return [];
    let right = left;
    while (isEmpty(upper, right + 1) && !isEmpty(lower, right + 1)) right++;
    return right > left ? [{ left, right }] : [];
  });
}

function joinLevels(levels: readonly HeadRow[], merges: readonly Merge[]): string[] {
  const [only] = levels;
  if (levels.length < 2) return only ? only.cells.slice(0, widthOf(only.cells)) : [];
  const width = Math.max(...levels.map(({ cells }) => widthOf(cells)));
  const texts = levels.map((level, index) => {
    const lower = levels[index + 1];
    return lower ? spansOf(level, lower, width, merges).map((span) => span?.text ?? '') : level.cells;
  });
  return Array.from({ length: width }, (_, column) => {
    const parts = texts.map((level) => level[column]?.trim() ?? '').filter((part) => part !== '');
    return parts.filter((part, index) => part !== parts[index - 1]).join(' ');
  });
}

/** 1 2 3 ... in the cells that are filled. */
function isNumbering(row: HeadRow | undefined): boolean {
  const numbers = (row?.cells ?? []).map((text) => text.trim()).filter((text) => text !== '');
  return (
    numbers.length >= LEAST_NUMBERED_COLUMNS &&
    numbers.every((text, index) => Number(/^\(?(\d{1,4})[.)]?$/.exec(text)?.[1]) === index + 1)
  );
}

function isData(row: HeadRow): boolean {
  return row.cells.some((text) => !/\p{L}/u.test(text) && text.replace(/\D/g, '').length >= DATA_DIGITS);
}

/** Cells with a letter. */
function textsOf(row: HeadRow): number {
  return row.cells.filter((text) => /\p{L}/u.test(text)).length;
}

function filledOf(row: HeadRow | undefined): number {
  return row?.cells.filter((text) => text.trim() !== '').length ?? 0;
}

function isEmpty(row: HeadRow, column: number): boolean {
  return (row.cells[column] ?? '').trim() === '';
}

function widthOf(cells: readonly string[]): number {
  return cells.findLastIndex((text) => text.trim() !== '') + 1;
}
