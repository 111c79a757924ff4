import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';

/** One record under the heading, by its 1-based number. */
export interface DataRow {
  readonly baris: number;
  readonly cells: readonly string[];
}

export interface Table {
  /** Names as a recipe uses them. */
  readonly columns: readonly string[];
  readonly rows: readonly DataRow[];
  /** Records of another width than the heading. */
  readonly refused: readonly { readonly baris: number; readonly kode: string }[];
}

/** Lines that may stand above the heading. */
const HEAD_LINES = 60;

/**
 * Reads a CSV cell by cell. `wanted` are names that must stand in the heading: the delimiter is the one with which some line
 * holds them all, and that line is the heading.
 */
export function readCsv(path: string, wanted: readonly string[]): Table {
  const letters = readLetters(path);
  const text = letters.endsWith('\n') ? letters : `${letters}\n`;
  for (const delimiter of [',', ';', '\t', '|']) {
    const head = splitRecords(text, delimiter, HEAD_LINES).map(decodeCells).map(uniqueNames);
    const at = head.findIndex((names) => wanted.every((name) => names.includes(name)));
    const columns = head[at];
    if (columns === undefined) continue;
    const records = splitRecords(text, delimiter, Number.POSITIVE_INFINITY);
    return toTable(columns, records.slice(at + 1).map(decodeCells));
  }
  throw new Error(`No line of ${path} holds ${wanted.join(', ')}`);
}

/** One letter a byte; UTF-16 is made UTF-8 first. A mark of the byte order is dropped. */
function readLetters(path: string): string {
  const bytes = readFileSync(path);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf8Letters(bytes.subarray(2).toString('utf16le'));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf8Letters(bytes.subarray(2).swap16().toString('utf16le'));
  return bytes.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '');
}

const utf8Letters = (text: string): string => Buffer.from(text).toString('latin1');

/** Deliveries mix UTF-8 and Windows-1252 in one file, so each cell is judged by itself. */
function decodeCells(record: readonly string[]): string[] {
  return record.map((letters) => {
    const bytes = Buffer.from(letters, 'latin1');
    return isUtf8(bytes) ? bytes.toString('utf8') : new TextDecoder('windows-1252').decode(bytes);
  });
}

/** Records up to `most`; one without any content is none. Between quotes a doubled quote is one, and all else is text. */
function splitRecords(text: string, delimiter: string, most: number): string[][] {
  const cell = new RegExp(`(?:"([^"]*(?:""[^"]*)*)"|([^${delimiter}\\n]*?))(\\${delimiter}|\\r?\\n)`, 'y');
  const records: string[][] = [];
  let record: string[] = [];
  while (cell.lastIndex < text.length && records.length < most) {
    const [, quoted, plain = '', end = ''] = cell.exec(text) ?? [];
    record.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === delimiter) continue;
    if (record.some((content) => content !== '')) records.push(record);
    record = [];
  }
  return records;
}

/** A heading that repeats carries its number, an empty one its place. */
function uniqueNames(headings: readonly string[]): readonly string[] {
  const names: string[] = [];
  for (const [index, heading] of headings.entries()) {
    const base = heading.trim() === '' ? `Kolom ${index + 1}` : heading;
    let name = base;
    for (let count = 2; names.includes(name); count++) name = `${base} (${count})`;
    names.push(name);
  }
  return names;
}

function toTable(columns: readonly string[], records: readonly (readonly string[])[]): Table {
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
