import { createReadStream } from 'node:fs';
import { createInflateRaw, crc32 } from 'node:zlib';
import { pipeline, Readable } from 'node:stream';
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { type Problem, problem, RefusedFile } from '#kernel/problem.ts';
import { MAX_ENTRIES, MAX_PART_BYTES, MAX_RATIO, RATIO_FLOOR } from '../limits.ts';

const CHUNK = 256 * 1024;
const SYMLINK = 0o120000;
const KIND_OF_FILE = 0o170000;

/** An open ZIP whose directory has been checked; parts are found by name in any case, as Office does. */
export interface Zip {
  /** Name of the file, for messages. */
  readonly berkas: string;
  /** Where its bytes are: the path of a file, or the bytes themselves. */
  readonly place: string | Buffer;
  readonly file: ZipFile;
  readonly entries: ReadonlyMap<string, Entry>;
}

/**
 * Opens a ZIP and checks its whole directory: entry count, unsafe and repeated names, links, encryption. Throws
 * `RefusedFile`. The caller closes `zip.file`.
 */
export async function openZip(berkas: string, place: string | Buffer): Promise<Zip> {
  const options = { autoClose: false, decodeStrings: false };
  const opening = typeof place === 'string' ? openPromise(place, options) : fromBufferPromise(place, options);
  const file = await opening.catch(() => {
    throw damaged(berkas, 'direktori ZIP');
  });
  file.on('error', () => undefined); // a late error of closing must not end the process
  try {
    return { berkas, place, file, entries: await readDirectory(berkas, file) };
  } catch (error) {
    file.close();
    throw error;
  }
}

async function readDirectory(berkas: string, file: ZipFile): Promise<Map<string, Entry>> {
  if (file.entryCount > MAX_ENTRIES) throw refuse('XLSX_TERLALU_BANYAK', berkas, { batas: MAX_ENTRIES, hal: 'bagian' });
  const entries = new Map<string, Entry>();
  let packed = 0;
  try {
    for await (const entry of file.eachEntry()) {
      const name = entry.fileNameRaw.toString('utf8').toLowerCase();
      const unsafe = unsafeEntry(entry, name) ?? (entries.has(name) ? 'dua bagian dengan nama yang sama' : undefined);
      if (unsafe !== undefined) throw refuse('XLSX_TIDAK_AMAN', berkas, { temuan: unsafe });
      packed += entry.compressedSize;
      if (packed > file.fileSize) throw refuse('XLSX_TIDAK_AMAN', berkas, { temuan: 'bagian yang saling menindih' });
      entries.set(name, entry);
    }
  } catch (error) {
    throw error instanceof RefusedFile ? error : damaged(berkas, 'direktori ZIP');
  }
  return entries;
}

function unsafeEntry(entry: Entry, name: string): string | undefined {
  if (/^[a-z]:|^[/\\]|\0/.test(name) || name.split(/[/\\]/).includes('..')) return 'nama bagian di luar foldernya';
  if (((entry.externalFileAttributes >>> 16) & KIND_OF_FILE) === SYMLINK) return 'tautan ke berkas lain';
  return undefined;
}

/**
 * The bytes of a part in chunks of up to 256 KB, each valid until the next is asked for. Throws `RefusedFile` on a bomb, a
 * cut, a wrong size or a wrong checksum; leaving the loop early frees the streams.
 */
export async function* inflate(
  zip: Zip,
  entry: Entry,
  limit = MAX_PART_BYTES,
): AsyncGenerator<Buffer, void, undefined> {
  const part = entry.fileNameRaw.toString('utf8');
  refuseBomb(zip, part, entry, entry.uncompressedSize, limit);
  if (entry.isEncrypted()) throw refuse('JENIS_BERSANDI', zip.berkas);
  if (!entry.canDecodeFileData()) throw damaged(zip.berkas, part);
  let size = 0;
  let checksum = 0;
  try {
    for await (const chunk of await openPart(zip, entry)) {
      size += chunk.length;
      refuseBomb(zip, part, entry, size, limit);
      checksum = crc32(chunk, checksum);
      yield chunk;
    }
  } catch (error) {
    throw error instanceof RefusedFile ? error : damaged(zip.berkas, part);
  }
  if (size !== entry.uncompressedSize || checksum !== entry.crc32) throw damaged(zip.berkas, part);
}

/** Our own streams instead of the library's: larger chunks, and leaving its raw stream in mid-read ends the process. */
async function openPart({ place, file }: Zip, entry: Entry): Promise<AsyncIterable<Buffer>> {
  const { fileDataStart } = await file.readLocalFileHeaderPromise(entry, { minimal: true });
  if (entry.compressedSize === 0) return Readable.from([]);
  const end = fileDataStart + entry.compressedSize - 1;
  const packed =
    typeof place === 'string'
      ? createReadStream(place, { start: fileDataStart, end, highWaterMark: CHUNK })
      : Readable.from(chunksOf(place.subarray(fileDataStart, end + 1)));
  if (entry.compressionMethod === 0) return packed;
  const inflater = createInflateRaw({ chunkSize: CHUNK });
  pipeline(packed, inflater, () => undefined); // errors reach the reader of the inflater
  return inflater;
}

function* chunksOf(bytes: Buffer): Generator<Buffer, void, undefined> {
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
}

function refuseBomb(zip: Zip, part: string, entry: Entry, size: number, limit: number): void {
  if (size > limit) {
    throw refuse('XLSX_TERLALU_BESAR', zip.berkas, { bagian: part, batas: Math.round(limit / 1_000_000) });
  }
  if (size > RATIO_FLOOR && size > MAX_RATIO * entry.compressedSize) {
    throw refuse('XLSX_MENGEMBANG', zip.berkas, { bagian: part, batas: MAX_RATIO });
  }
}

/** The refusal of a file that is cut or damaged in the named part. */
export function damaged(berkas: string, part: string): RefusedFile {
  return refuse('XLSX_RUSAK', berkas, { bagian: part });
}

/** A refusal of the named file. */
export function refuse(code: Problem['code'], berkas: string, values: Problem['values'] = {}): RefusedFile {
  return new RefusedFile(problem(code, { berkas, ...values }));
}
