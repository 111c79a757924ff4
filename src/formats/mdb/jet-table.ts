import { MAX_COLUMNS } from '../limits.ts';
import { damaged, refuse } from '../zip/zip.ts';
import { type JetFile, pageAt, PAGE_BYTES, pagesOfMap, pointedRow, type Range, rowsOfPage } from './jet-file.ts';
import { jetText } from './jet-text.ts';

const DEFINITION_PAGE = 2;
const CATALOGUE_PAGE = 2;
const MOST_DEFINITION_PAGES = 100;
const COLUMN_BYTES = 25;
const LOCAL_TABLE = 1;
/** Tables of Access itself. */
const SYSTEM = 0x8000_0002;

export interface JetColumn {
  readonly name: string;
  readonly type: number;
  /** Number of the column in the bits that say which values are not NULL. */
  readonly number: number;
  readonly isFixed: boolean;
  /** Place among the values of changing length. */
  readonly variable: number;
  /** Place among the fixed values, in bytes. */
  readonly offset: number;
  readonly size: number;
  readonly scale: number;
}

export interface JetTable {
  readonly page: number;
  /** In the order in which Access shows them. */
  readonly columns: readonly JetColumn[];
  readonly pages: readonly number[];
}

/** Reads the definition of the table whose first page this is. Throws `RefusedFile`. */
export function readTableDefinition(file: JetFile, page: number): JetTable {
  const bytes = definitionBytes(file, page);
  const count = bytes.length >= 63 ? bytes.readUInt16LE(45) : 0;
  if (count > MAX_COLUMNS) {
    throw refuse('BATAS_KOLOM', file.berkas, { tabel: `halaman ${page}`, jumlah: count, batas: MAX_COLUMNS });
  }
  const first = 63 + 12 * bytes.readInt32LE(51);
  let at = first + COLUMN_BYTES * count;
  const columns: JetColumn[] = [];
  for (let index = 0; index < count; index++) {
    const entry = first + COLUMN_BYTES * index;
    if (entry < 0 || at + 2 > bytes.length) throw damaged(file.berkas, `definisi tabel pada halaman ${page}`);
    const length = bytes.readUInt16LE(at);
    columns.push({
      name: jetText(bytes.subarray(at + 2, at + 2 + length)),
      type: bytes[entry] ?? 0,
      number: bytes.readUInt16LE(entry + 5),
      isFixed: ((bytes[entry + 15] ?? 0) & 1) !== 0,
      variable: bytes.readUInt16LE(entry + 7),
      offset: bytes.readUInt16LE(entry + 21),
      size: bytes.readUInt16LE(entry + 23),
      scale: bytes[entry + 12] ?? 0,
    });
    at += 2 + length;
  }
  const pages = pagesOfMap(file, pointedRow(file, bytes.readUInt32LE(55)));
  return { page, columns: columns.toSorted((a, b) => a.number - b.number), pages };
}

/** A definition may go on over further pages, each after eight bytes of its own. */
function definitionBytes(file: JetFile, first: number): Buffer {
  const parts: Buffer[] = [];
  for (let page = first; page !== 0; ) {
    const at = pageAt(file, page);
    const isDefinition = file.bytes[at] === DEFINITION_PAGE && parts.length < MOST_DEFINITION_PAGES;
    if (!isDefinition) throw damaged(file.berkas, `definisi tabel pada halaman ${first}`);
    parts.push(file.bytes.subarray(parts.length === 0 ? at : at + 8, at + PAGE_BYTES));
    page = file.bytes.readUInt32LE(at + 4);
  }
  return Buffer.concat(parts);
}

export interface ListedTable {
  readonly name: string;
  readonly page: number;
}

/** The tables that people made, in the order of the catalogue. Throws `RefusedFile`. */
export function listTables(file: JetFile): ListedTable[] {
  const catalogue = readTableDefinition(file, CATALOGUE_PAGE);
  const column = (name: string): JetColumn | undefined => catalogue.columns.find((one) => one.name === name);
  const [id, name, type, flags] = [column('Id'), column('Name'), column('Type'), column('Flags')];
  if (!id || !name || !type || !flags) throw damaged(file.berkas, 'katalog');
  const tables: ListedTable[] = [];
  for (const page of catalogue.pages) {
    for (const row of rowsOfPage(file, page, CATALOGUE_PAGE)) {
      const kind = valueRange(file, row, type);
      const number = valueRange(file, row, id);
      const title = valueRange(file, row, name);
      const marks = valueRange(file, row, flags);
      if (!kind || !number || !title || file.bytes.readInt16LE(kind.from) !== LOCAL_TABLE) continue;
      const isSystem = marks !== undefined && (file.bytes.readUInt32LE(marks.from) & SYSTEM) !== 0;
      const text = jetText(file.bytes.subarray(title.from, title.to));
      if (isSystem || /^(?:MSys|f_[\dA-F]{32}_|~)/.test(text)) continue;
      tables.push({ name: text, page: file.bytes.readUInt32LE(number.from) & 0xff_ffff });
    }
  }
  return tables;
}

/** Where the value of a column lies in a row; undefined for NULL. A row that contradicts itself throws a RangeError. */
export function valueRange({ bytes }: JetFile, { from, to }: Range, column: JetColumn): Range | undefined {
  const columns = bytes.readUInt16LE(from);
  const mask = to - Math.ceil(columns / 8);
  if (mask < from + 2) throw new RangeError('A row without its bits');
  if (column.number >= columns) return undefined; // the column was added after the row
  const isSet = ((bytes[mask + (column.number >> 3)] ?? 0) & (1 << (column.number & 7))) !== 0;
  if (!isSet) return undefined;
  if (column.isFixed) return within(from + 2 + column.offset, column.size, mask);
  const count = bytes.readUInt16LE(mask - 2);
  if (column.variable >= count) return undefined;
  const place = mask - 4 - 2 * column.variable;
  if (place - 2 < from) throw new RangeError('A row without its places');
  const start = from + bytes.readUInt16LE(place);
  return within(start, from + bytes.readUInt16LE(place - 2) - start, mask);
}

function within(from: number, size: number, limit: number): Range {
  if (size < 0 || from + size > limit) throw new RangeError('A value outside its row');
  return { from, to: from + size };
}
