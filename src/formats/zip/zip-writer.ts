import { once } from 'node:events';
import { createWriteStream, openSync, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { crc32, createDeflateRaw, type DeflateRaw } from 'node:zlib';

const LOCAL_HEADER = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const DIRECTORY_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const VERSION = 20;
/** Sizes follow the data (bit 3), names are UTF-8 (bit 11). */
const FLAGS = 0x0808;
const DEFLATED = 8;
/** 1 January 1980, the first day that ZIP knows: the same input gives the same bytes on any day. */
const FIXED_DATE = 0x0021;
const MAX_BYTES = 0xffff_ffff;

interface WrittenEntry {
  readonly name: Buffer;
  readonly offset: number;
  readonly checksum: number;
  readonly packed: number;
  readonly size: number;
}

interface OpenEntry {
  readonly name: Buffer;
  readonly offset: number;
  readonly deflate: DeflateRaw;
  checksum: number;
  packed: number;
  size: number;
}

/** Writes a ZIP front to back, one entry after the other, without holding any of it. Up to 4 GB (no ZIP64). */
export class ZipWriter {
  readonly #file: WriteStream;
  readonly #entries: WrittenEntry[] = [];
  #open: OpenEntry | undefined;
  #offset = 0;

  #failure: Error | undefined;

  /** Creates or overwrites the file; throws at once where that cannot be. */
  constructor(path: string) {
    this.#file = createWriteStream(path, { fd: openSync(path, 'w') });
    this.#file.on('error', (error) => {
      this.#failure = error;
      // whoever waits for the entry to take more is told
      this.#open?.deflate.destroy(error);
    });
  }

  /** Ends the entry before and begins the next. */
  async startEntry(name: string): Promise<void> {
    await this.#endEntry();
    const deflate = createDeflateRaw();
    deflate.on('error', () => undefined);
    const entry = { name: Buffer.from(name), offset: this.#offset, deflate, checksum: 0, packed: 0, size: 0 };
    await this.#put(localHeader(entry.name));
    deflate.on('data', (chunk: Buffer) => {
      entry.packed += chunk.length;
    });
    deflate.pipe(this.#file, { end: false });
    this.#open = entry;
  }

  /** Adds to the entry that was started last; waits while the disk is behind. */
  async write(data: Uint8Array): Promise<void> {
    const entry = this.#open;
    if (this.#failure) throw this.#failure;
    if (!entry) throw new Error('No ZIP entry has been started');
    entry.checksum = crc32(data, entry.checksum);
    entry.size += data.length;
    if (!entry.deflate.write(data)) await once(entry.deflate, 'drain');
  }

  /** Ends the last entry, writes the directory and closes the file. */
  async close(): Promise<void> {
    await this.#endEntry();
    const start = this.#offset;
    for (const entry of this.#entries) await this.#put(directoryHeader(entry));
    await this.#put(endOfDirectory(this.#entries.length, start, this.#offset - start));
    this.#file.end();
    await finished(this.#file);
  }

  async #endEntry(): Promise<void> {
    const entry = this.#open;
    if (!entry) return;
    this.#open = undefined;
    const ended = once(entry.deflate, 'end');
    entry.deflate.end();
    await ended;
    this.#offset += entry.packed;
    await this.#put(descriptor(entry));
    if (this.#offset > MAX_BYTES || entry.size > MAX_BYTES) throw new Error('A ZIP of more than 4 GB is not written');
    this.#entries.push(entry);
  }

  async #put(data: Buffer): Promise<void> {
    if (this.#failure) throw this.#failure;
    this.#offset += data.length;
    if (!this.#file.write(data)) await once(this.#file, 'drain');
  }
}

function localHeader(name: Buffer): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(LOCAL_HEADER, 0);
  writeCommon(header, 4);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

function descriptor(entry: WrittenEntry): Buffer {
  const data = Buffer.alloc(16);
  data.writeUInt32LE(DESCRIPTOR, 0);
  writeSizes(data, 4, entry);
  return data;
}

function directoryHeader(entry: WrittenEntry): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(DIRECTORY_HEADER, 0);
  header.writeUInt16LE(VERSION, 4);
  writeCommon(header, 6);
  writeSizes(header, 16, entry);
  header.writeUInt16LE(entry.name.length, 28);
  header.writeUInt32LE(entry.offset, 42);
  return Buffer.concat([header, entry.name]);
}

function endOfDirectory(count: number, start: number, size: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END_OF_DIRECTORY, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(start, 16);
  return end;
}

/** Version, flags, method, time and date: the same ten bytes in both headers. */
function writeCommon(header: Buffer, at: number): void {
  header.writeUInt16LE(VERSION, at);
  header.writeUInt16LE(FLAGS, at + 2);
  header.writeUInt16LE(DEFLATED, at + 4);
  header.writeUInt16LE(FIXED_DATE, at + 8);
}

function writeSizes(data: Buffer, at: number, { checksum, packed, size }: WrittenEntry): void {
  data.writeUInt32LE(checksum, at);
  data.writeUInt32LE(packed, at + 4);
  data.writeUInt32LE(size, at + 8);
}
