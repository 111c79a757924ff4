import { type Problem, problem } from '#kernel/problem.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import { MAX_COLUMNS } from '../limits.ts';
import { fileName, openBytes, type Opening } from '../stream/byte-source.ts';
import { decodeCp437, decodeCp850, decodeWindows1252 } from '../stream/code-pages.ts';
import { readBlocks } from '../stream/read-blocks.ts';
import type { RowBlock, SourceTable } from '../types.ts';
import { type DbfField, DbfScanner, type DbfShape } from './dbf-scanner.ts';

const FIELD_BYTES = 32;
const FIELDS_END = 0x0d;

/** Language bytes of the header that name a code page of DOS; all others are Windows-1252 or UTF-8, told cell by cell. */
const DOS_PAGES = new Map([
  [0x01, decodeCp437],
  [0x02, decodeCp850],
]);

/** The one table of a dBASE III/IV or FoxPro file from its first bytes. */
export function openDbf(head: Buffer, name: string, berkas: string): Result<Omit<SourceTable, 'sample'>, Problem> {
  const { fields, recordBytes } = readShape(head);
  if (fields.length > MAX_COLUMNS) {
    return fail(problem('BATAS_KOLOM', { berkas, tabel: name, jumlah: fields.length, batas: MAX_COLUMNS }));
  }
  const last = fields.at(-1);
  if (last === undefined || last.offset + last.length > recordBytes) return fail(problem('TANPA_TABEL', { berkas }));
  const types = fields.map(
    ({ type, length, decimals }) => `${type}(${decimals > 0 ? `${length},${decimals}` : length})`,
  );
  return ok({ name, columns: fields.map((field) => field.name), types });
}

/** Streams the records; those marked as deleted are reported and left out. */
export async function* readDbf(file: Opening): AsyncGenerator<RowBlock> {
  const cut = problem('BERKAS_TERPOTONG', { berkas: fileName(file) });
  const shape = readShape(await readHeader(file));
  const bytes = await openBytes(file, { from: shape.headerBytes, to: Number.POSITIVE_INFINITY });
  yield* readBlocks(bytes, new DbfScanner(shape, cut), { cut });
}

function readShape(head: Buffer): DbfShape {
  const headerBytes = head.readUInt16LE(8);
  const decode = DOS_PAGES.get(head[29] ?? 0) ?? decodeWindows1252;
  const fields: DbfField[] = [];
  let offset = 1;
  for (let at = FIELD_BYTES; at + FIELD_BYTES <= Math.min(headerBytes, head.length); at += FIELD_BYTES) {
    if (head[at] === FIELDS_END) break;
    const type = String.fromCharCode(head[at + 11] ?? 0);
    // A text of FoxPro may be longer than 255: the second byte then stands where numbers have their decimals.
    const length = (head[at + 16] ?? 0) + (type === 'C' ? (head[at + 17] ?? 0) * 256 : 0);
    const field = { name: readName(head, at), type, offset, length, decimals: type === 'C' ? 0 : (head[at + 17] ?? 0) };
    // "_NullFlags" of FoxPro is no column of the table.
    if (type !== '0') fields.push(field);
    offset += length;
  }
  return { records: head.readUInt32LE(4), headerBytes, recordBytes: head.readUInt16LE(10), fields, decode };
}

function readName(head: Buffer, at: number): string {
  const name = head.subarray(at, at + 11);
  const end = name.indexOf(0);
  return name.toString('latin1', 0, end < 0 ? 11 : end).trim();
}

async function readHeader(file: Opening): Promise<Buffer> {
  const source = await openBytes(file, { from: 0, to: 65_536 });
  const header = Buffer.alloc(65_536);
  let length = 0;
  try {
    for (let count = 1; count > 0; length += count) count = await source.read(header, length, header.length - length);
    return header.subarray(0, length);
  } finally {
    await source.close();
  }
}
