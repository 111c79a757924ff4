import { type NumberKind, numberKind } from '../sheet/serial-dates.ts';
import type { SharedStrings } from '../xlsx/xlsx-strings.ts';
import { damaged, refuse } from '../zip/zip.ts';
import { BIFF8, type BiffRecord, RECORD, recordsFrom } from './biff.ts';
import { CompoundFile } from './compound-file.ts';
import { readSharedStrings } from './xls-strings.ts';

export interface XlsSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Place of its first record in the stream. */
  readonly start: number;
}

export interface XlsWorkbook {
  readonly berkas: string;
  readonly stream: Buffer;
  readonly isBiff8: boolean;
  readonly sheets: readonly XlsSheet[];
  readonly strings: SharedStrings;
  /** Kind of each cell style, by its number. */
  readonly kinds: readonly NumberKind[];
  readonly mode1904: boolean;
}

const WORKSHEET = 0;

/**
 * Reads what stands before the sheets: their names, the shared strings, the formats of dates. Also takes the bare stream
 * without a container that many small PHP applications write.
 * @throws RefusedFile
 */
export function readXlsWorkbook(bytes: Buffer, berkas: string): XlsWorkbook {
  const isBare = bytes.readUInt16LE(0) === RECORD.bof;
  const stream = isBare ? bytes : workbookStream(bytes, berkas);
  const globals = readGlobals(stream, berkas, isBare);
  const sheets = isBare && globals.sheets.length === 0 ? [{ name: 'Sheet1', hidden: false, start: 0 }] : globals.sheets;
  return { berkas, stream, ...globals, sheets };
}

function workbookStream(bytes: Buffer, berkas: string): Buffer {
  const file = new CompoundFile(bytes, berkas);
  if (file.has('EncryptedPackage') || file.has('EncryptionInfo')) throw refuse('JENIS_BERSANDI', berkas);
  const stream = file.stream('Workbook', 'Book');
  if (stream) return stream;
  throw refuse('JENIS_BUKAN_DATA', berkas, { jenis: 'dokumen Office lama tanpa lembar kerja' });
}

function readGlobals(stream: Buffer, berkas: string, isBare: boolean): Omit<XlsWorkbook, 'berkas' | 'stream'> {
  const sheets: XlsSheet[] = [];
  const codes = new Map<number, string>();
  const formats: number[] = [];
  const strings: BiffRecord[] = [];
  let isBiff8 = false;
  let mode1904 = false;
  let isWhole = isBare;
  let before = 0;
  for (const record of recordsFrom(stream, 0)) {
    const { kind, from, to } = record;
    if (from === 4) {
      if (kind !== RECORD.bof || to < from + 4) throw damaged(berkas, 'awal buku kerja');
      isBiff8 = stream.readUInt16LE(from) === BIFF8;
    }
    if (kind === RECORD.filePass) throw refuse('JENIS_BERSANDI', berkas);
    if (kind === RECORD.eof) {
      isWhole = true;
      break;
    }
    if (kind === RECORD.dateMode && to >= from + 2) mode1904 = stream.readUInt16LE(from) === 1;
    if (kind === RECORD.boundSheet && to >= from + 8) {
      const isSheet = stream[from + 5] === WORKSHEET;
      const name = nameText(stream, from + 6, to, isBiff8);
      if (isSheet) sheets.push({ name, hidden: (stream[from + 4] ?? 0) !== 0, start: stream.readUInt32LE(from) });
    }
    if (kind === RECORD.format && to >= from + 5)
      codes.set(stream.readUInt16LE(from), formatText(stream, from + 2, to, isBiff8));
    if (kind === RECORD.xf && to >= from + 4) formats.push(stream.readUInt16LE(from + 2));
    if (kind === RECORD.sst || (kind === RECORD.continue && before === RECORD.sst)) strings.push(record);
    if (kind !== RECORD.continue) before = kind;
  }
  if (!isWhole) throw damaged(berkas, 'awal buku kerja');
  const kinds = formats.map((id) => numberKind(id, codes.get(id)));
  return { isBiff8, sheets, strings: readSharedStrings(stream, strings), kinds, mode1904 };
}

function nameText(stream: Buffer, at: number, end: number, isBiff8: boolean): string {
  const length = stream[at] ?? 0;
  const from = isBiff8 ? at + 2 : at + 1;
  const isWide = isBiff8 && ((stream[at + 1] ?? 0) & 1) !== 0;
  return stream.toString(isWide ? 'utf16le' : 'latin1', from, Math.min(end, from + (isWide ? 2 * length : length)));
}

function formatText(stream: Buffer, at: number, end: number, isBiff8: boolean): string {
  if (!isBiff8) return stream.toString('latin1', at + 1, end);
  return stream.toString((stream[at + 2] ?? 0) & 1 ? 'utf16le' : 'latin1', at + 3, end);
}
