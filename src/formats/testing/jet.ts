import { rc4 } from '../mdb/jet-file.ts';

const PAGE = 4096;
const FIXED_SIZES: Readonly<Record<number, number>> = {
  1: 1,
  2: 1,
  3: 2,
  4: 4,
  5: 8,
  6: 4,
  7: 8,
  8: 8,
  15: 16,
  16: 17,
};

/** A column by the number of its type; values of fixed types and memos are given as their bytes. */
export interface JetColumnParts {
  readonly name: string;
  readonly type: number;
  readonly scale?: number;
}

export interface JetTableParts {
  readonly name: string;
  readonly columns: readonly JetColumnParts[];
  /** undefined is NULL; a boolean is true by being there. */
  readonly rows: readonly (readonly (Buffer | undefined)[])[];
  /** Rows that were deleted, by their position. */
  readonly deleted?: readonly number[];
}

/**
 * A small Access 2000 database (Jet 4): no indexes, no relations, one page of rows after the other. No program at hand writes
 * such files, so this one was checked with mdb-reader 3.2.0 when it was made.
 */
export function makeJet(tables: readonly JetTableParts[], extra: readonly (readonly Buffer[])[] = []): Buffer {
  const pages: Buffer[] = [header(), Buffer.alloc(PAGE), Buffer.alloc(PAGE)];
  const maps: number[][] = [];
  const add = (page: Buffer): number => pages.push(page) - 1;
  for (const rows of extra) add(dataPage(1, rows, [])); // rows of long texts, first of all: page 3 on
  const listed = tables.map(({ name }) => ({ name, page: add(Buffer.alloc(PAGE)) }));
  const catalogue: JetTableParts = {
    name: 'MSysObjects',
    columns: ['Id', 'ParentId', 'Name', 'Type', 'Flags'].map((name) => ({
      name,
      type: name === 'Name' ? 10 : name === 'Type' ? 3 : 4,
    })),
    rows: [{ name: 'MSysObjects', page: 2, flags: -0x8000_0000 }, ...listed.map((one) => ({ ...one, flags: 0 }))].map(
      ({ name, page, flags }) => [long(page), long(0), jetTextBytes(name), short(1), long(flags)],
    ),
  };
  for (const [index, table] of [catalogue, ...tables].entries()) {
    const owner = index === 0 ? 2 : (listed[index - 1]?.page ?? 0);
    const used: number[] = [];
    const rows = table.rows.map((row) => rowBytes(table.columns, row));
    for (let at = 0; at < rows.length; ) {
      const end = at + fitting(rows.slice(at));
      const deleted = (table.deleted ?? []).map((row) => row - at);
      used.push(add(dataPage(owner, rows.slice(at, end), deleted)));
      at = end;
    }
    maps.push(used);
    pages[owner] = definition(table, (1 << 8) | index);
  }
  pages[1] = dataPage(0, maps.map(mapBytes), []);
  return Buffer.concat(pages);
}

/** UTF-16 where a text needs it, else a byte a character behind FF FE. */
export function jetTextBytes(text: string): Buffer {
  const isNarrow = text !== '' && Buffer.from(text, 'latin1').toString('latin1') === text && !text.includes('\0');
  return isNarrow
    ? Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'latin1')])
    : Buffer.from(text, 'utf16le');
}

export function long(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return bytes;
}

export function short(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16LE(value);
  return bytes;
}

export function double(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
}

function header(): Buffer {
  const page = Buffer.alloc(PAGE);
  page.write('\x00\x01\x00\x00Standard Jet DB\x00\x01', 0, 'latin1');
  page.writeDoubleLE(45_000.5, 0x72);
  for (let at = 0; at < 40; at += 4) page.writeInt32LE(45_000, 0x42 + at); // no password, under its mask
  rc4(Buffer.from([0xc7, 0xda, 0x39, 0x6b]), page.subarray(0x18, 0x18 + 128)).copy(page, 0x18);
  return page;
}

/** How many of the rows fit on one page. */
function fitting(rows: readonly Buffer[]): number {
  let used = 14;
  const full = rows.findIndex((row) => {
    used += row.length + 2;
    return used > PAGE;
  });
  return full < 0 ? rows.length : Math.max(full, 1);
}

const isFixed = (type: number): boolean => FIXED_SIZES[type] !== undefined;

function definition({ columns, rows }: JetTableParts, map: number): Buffer {
  const page = Buffer.alloc(PAGE);
  page.write('\x02\x01', 0, 'latin1');
  page.writeUInt32LE(rows.length, 16);
  page.writeUInt16LE(columns.filter(({ type }) => !isFixed(type)).length, 43);
  page.writeUInt16LE(columns.length, 45);
  page.writeUInt32LE(map, 55);
  let offset = 0;
  let variable = 0;
  let name = 63 + 25 * columns.length;
  for (const [index, column] of columns.entries()) {
    const at = 63 + 25 * index;
    const size = FIXED_SIZES[column.type];
    page[at] = column.type;
    page.writeUInt16LE(index, at + 5);
    page.writeUInt16LE(variable, at + 7);
    page[at + 12] = column.scale ?? 0;
    page[at + 15] = size === undefined ? 2 : 3;
    page.writeUInt16LE(offset, at + 21);
    page.writeUInt16LE(size ?? 510, at + 23);
    if (size === undefined) variable++;
    else offset += column.type === 1 ? 0 : size;
    const text = Buffer.from(column.name, 'utf16le');
    page.writeUInt16LE(text.length, name);
    text.copy(page, name + 2);
    name += 2 + text.length;
  }
  return page;
}

function rowBytes(columns: readonly JetColumnParts[], row: readonly (Buffer | undefined)[]): Buffer {
  const mask = Buffer.alloc(Math.ceil(columns.length / 8));
  const fixed: Buffer[] = [];
  const variable: Buffer[] = [];
  for (const [index, { type }] of columns.entries()) {
    const value = row[index];
    if (value) mask[index >> 3] = (mask[index >> 3] ?? 0) | (1 << (index & 7));
    if (type === 1) continue; // a boolean is its bit alone
    if (isFixed(type)) fixed.push(value ?? Buffer.alloc(FIXED_SIZES[type] ?? 0));
    else variable.push(value ?? Buffer.alloc(0));
  }
  let at = 2 + Buffer.concat(fixed).length;
  const places = variable.map((value) => {
    at += value.length;
    return at - value.length;
  });
  const table = variable.length === 0 ? [] : [at, ...places.toReversed(), variable.length].map(short);
  return Buffer.concat([short(columns.length), ...fixed, ...variable, ...table, mask]);
}

function dataPage(owner: number, rows: readonly Buffer[], deleted: readonly number[]): Buffer {
  const page = Buffer.alloc(PAGE);
  page.write('\x01\x01', 0, 'latin1');
  page.writeUInt32LE(owner, 4);
  page.writeUInt16LE(rows.length, 12);
  let end = PAGE;
  for (const [index, row] of rows.entries()) {
    end -= row.length;
    row.copy(page, end);
    page.writeUInt16LE(end | (deleted.includes(index) ? 0xc000 : 0), 14 + 2 * index);
  }
  return page;
}

function mapBytes(pages: readonly number[]): Buffer {
  const map = Buffer.alloc(69);
  for (const page of pages) map[5 + (page >> 3)] = (map[5 + (page >> 3)] ?? 0) | (1 << (page & 7));
  return map;
}
