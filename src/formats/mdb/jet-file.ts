import { damaged, refuse } from '../zip/zip.ts';

export const PAGE_BYTES = 4096;
const DATA_PAGE = 1;
const ROW_COUNT_AT = 12;
/** Rows that were deleted, or moved to another page where they are read. */
const GONE = 0x4000;
const PLACE = 0x1fff;
const HEADER_KEY = Buffer.from([0xc7, 0xda, 0x39, 0x6b]);
const MOST_ROWS_OF_PAGE = 2_000;

/** A range of bytes of the file. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The pages of an Access database of 2000 or later (Jet 4, ACE); what they are is in the tables of its catalogue. */
export interface JetFile {
  readonly berkas: string;
  readonly bytes: Buffer;
}

/** @throws RefusedFile where the database is of Access 97, is protected by a password, or is cut */
export function openJet(bytes: Buffer, berkas: string): JetFile {
  if (bytes[0x14] === 0) throw refuse('JENIS_BELUM_DIDUKUNG', berkas, { jenis: 'basis data Access 97 (.mdb)' });
  if (bytes.length < 3 * PAGE_BYTES) throw damaged(berkas, 'susunan berkas');
  const header = Buffer.concat([bytes.subarray(0, 0x18), rc4(HEADER_KEY, bytes.subarray(0x18, 0x18 + 128))]);
  const created = Math.trunc(header.readDoubleLE(0x72));
  const mask = Buffer.alloc(4);
  mask.writeInt32LE(Number.isFinite(created) ? created | 0 : 0);
  const hasPassword = header.subarray(0x42, 0x42 + 40).some((byte, at) => byte !== mask[at % 4]);
  if (header.readUInt32LE(0x3e) !== 0 || hasPassword) throw refuse('JENIS_BERSANDI', berkas);
  return { berkas, bytes };
}

/** Place of a page in the file; pages outside it are damage. */
export function pageAt({ bytes, berkas }: JetFile, page: number): number {
  const at = page * PAGE_BYTES;
  if (at + PAGE_BYTES > bytes.length) throw damaged(berkas, `halaman ${page}`);
  return at;
}

/** The rows of a data page, those that are gone left out; a row outside its page has no bytes. */
export function rowsOfPage(file: JetFile, page: number, owner: number): Range[] {
  const at = pageAt(file, page);
  const { bytes } = file;
  if (bytes[at] !== DATA_PAGE || bytes.readUInt32LE(at + 4) !== owner) throw damaged(file.berkas, `halaman ${page}`);
  const count = Math.min(bytes.readUInt16LE(at + ROW_COUNT_AT), MOST_ROWS_OF_PAGE);
  const rows: Range[] = [];
  for (let row = 0; row < count; row++) {
    if ((bytes.readUInt16LE(at + ROW_COUNT_AT + 2 + 2 * row) & GONE) === 0) rows.push(rowRange(file, at, row));
  }
  return rows;
}

/** A row by the number that points at it: the row in the lowest byte, the page above. */
export function pointedRow(file: JetFile, pointer: number): Range {
  return rowRange(file, pageAt(file, pointer >>> 8), pointer & 0xff);
}

function rowRange({ bytes }: JetFile, at: number, row: number): Range {
  const entry = at + ROW_COUNT_AT + 2 + 2 * row;
  if (entry + 2 > at + PAGE_BYTES) return { from: at, to: at };
  const from = bytes.readUInt16LE(entry) & PLACE;
  const to = row === 0 ? PAGE_BYTES : bytes.readUInt16LE(entry - 2) & PLACE;
  return from < to && to <= PAGE_BYTES ? { from: at + from, to: at + to } : { from: at, to: at };
}

/**
 * The pages that a map of pages lists: bits behind a first page, or pages of such bits. Of pages behind the end of the file
 * only the first is given, so that whoever asks for it learns of the cut.
 */
export function pagesOfMap(file: JetFile, { from, to }: Range): number[] {
  const { bytes } = file;
  if (to - from < 5) throw damaged(file.berkas, 'daftar halaman');
  const pages: number[] = [];
  if (bytes[from] === 0) addBits(bytes, from + 5, to, bytes.readUInt32LE(from + 1), pages);
  else {
    const perPage = 8 * (PAGE_BYTES - 4);
    for (let at = from + 1, part = 0; at + 4 <= to; at += 4, part++) {
      const page = bytes.readUInt32LE(at);
      if (page === 0) continue;
      const start = pageAt(file, page);
      addBits(bytes, start + 4, start + PAGE_BYTES, part * perPage, pages);
    }
  }
  return pages;
}

function addBits(bytes: Buffer, from: number, to: number, first: number, pages: number[]): void {
  const end = Math.ceil(bytes.length / PAGE_BYTES);
  for (let at = from; at < to && (pages.at(-1) ?? 0) < end; at++) {
    const byte = bytes[at] ?? 0;
    for (let bit = 0; byte >> bit > 0; bit++) if ((byte >> bit) & 1) pages.push(first + 8 * (at - from) + bit);
  }
}

/** RC4, with which the header is hidden; the key is the same in every file. */
export function rc4(key: Uint8Array, data: Uint8Array): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, at) => at);
  const swap = (a: number, b: number): void => {
    const kept = state[a] ?? 0;
    state[a] = state[b] ?? 0;
    state[b] = kept;
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let i = 0;
  let j = 0;
  return Buffer.from(
    data.map((byte) => {
      i = (i + 1) & 255;
      j = (j + (state[i] ?? 0)) & 255;
      swap(i, j);
      return byte ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 255] ?? 0);
    }),
  );
}
