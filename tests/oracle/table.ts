import { isUtf8 } from 'node:buffer';

/** One record under the heading, by its 1-based number. */
export interface DataRow {
  readonly baris: number;
  readonly cells: readonly string[];
}

export interface Table {
  /** Names as a recipe uses them. */
  readonly columns: readonly string[];
  readonly rows: readonly DataRow[];
  /** Records that could not be read as rows. */
  readonly refused: readonly { readonly baris: number; readonly kode: string }[];
}

/** Letters that stand for one byte each, as text: deliveries mix UTF-8 and older code pages, so each cell is judged by itself. */
export function decode(letters: string, codePage: (bytes: Buffer) => string = windows1252): string {
  const bytes = Buffer.from(letters, 'latin1');
  return isUtf8(bytes) ? bytes.toString('utf8') : codePage(bytes);
}

const windows1252 = (bytes: Buffer): string => new TextDecoder('windows-1252').decode(bytes);

/** A heading that repeats carries its number, an empty one its place. */
export function uniqueNames(headings: readonly string[]): readonly string[] {
  const names: string[] = [];
  for (const [index, heading] of headings.entries()) {
    const base = heading.trim() === '' ? `Kolom ${index + 1}` : heading;
    let name = base;
    for (let count = 2; names.includes(name); count++) name = `${base} (${count})`;
    names.push(name);
  }
  return names;
}

/** Records as rows; those of another width than the heading are refused. */
export function toTable(headings: readonly string[], records: readonly (readonly string[])[]): Table {
  const columns = uniqueNames(headings);
  const rows: DataRow[] = [];
  const refused: { baris: number; kode: string }[] = [];
  for (const [index, cells] of records.entries()) {
    const baris = index + 1;
    if (cells.length < columns.length) refused.push({ baris, kode: 'BARIS_KURANG_KOLOM' });
    else if (cells.slice(columns.length).some((cell) => cell !== ''))
      refused.push({ baris, kode: 'BARIS_LEBIH_KOLOM' });
    else rows.push({ baris, cells });
  }
  return { columns, rows, refused };
}
