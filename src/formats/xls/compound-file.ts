import { damaged } from '../zip/zip.ts';

const HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
const LISTED_IN_HEADER = 109;
const STREAM = 2;
const ROOT = 5;
/** Numbers from here on are no sectors but marks: end of chain, free, table. */
const FIRST_MARK = 0xffff_fffa;

/** A stream of the file by its place in it. */
interface Entry {
  readonly name: string;
  readonly kind: number;
  readonly start: number;
  readonly size: number;
}

/** The old container of Microsoft Office ([MS-CFB]): a small file system in one file. */
export class CompoundFile {
  readonly entries: readonly Entry[];
  readonly #bytes: Buffer;
  readonly #berkas: string;
  readonly #sectorBytes: number;
  readonly #table: Uint32Array;

  /** @throws RefusedFile where the file is cut or its tables are damaged */
  constructor(bytes: Buffer, berkas: string) {
    this.#bytes = bytes;
    this.#berkas = berkas;
    const shift = bytes.length >= HEADER_BYTES ? bytes.readUInt16LE(30) : 0;
    if (shift !== 9 && shift !== 12) throw this.#damage();
    this.#sectorBytes = 1 << shift;
    this.#table = this.#readTable();
    this.entries = this.#readEntries(this.#chain(bytes.readUInt32LE(48)));
  }

  /** The bytes of the first stream of one of these names, in any case; undefined where there is none. */
  stream(...names: readonly string[]): Buffer | undefined {
    const wanted = names.map((name) => name.toLowerCase());
    const entry = wanted
      .map((name) => this.entries.find((one) => one.kind === STREAM && one.name.toLowerCase() === name))
      .find((one) => one !== undefined);
    if (!entry) return undefined;
    if (entry.size >= this.#bytes.readUInt32LE(56)) return this.#cut(this.#chain(entry.start, entry.size), entry.size);
    return this.#cut(this.#readSmall(entry), entry.size);
  }

  has(name: string): boolean {
    return this.entries.some((entry) => entry.name === name);
  }

  #cut(bytes: Buffer, size: number): Buffer {
    if (bytes.length < size) throw this.#damage();
    return bytes.subarray(0, size);
  }

  /** Small streams lie in pieces of 64 bytes inside the stream of the root. */
  #readSmall({ start, size }: Entry): Buffer {
    const root = this.entries.find(({ kind }) => kind === ROOT);
    const all = this.#chain(root?.start ?? FIRST_MARK, root?.size);
    const packed = this.#chain(this.#bytes.readUInt32LE(60));
    const pieces: Buffer[] = [];
    let piece = start;
    for (let left = size; left > 0 && piece < FIRST_MARK; left -= 64) {
      if (64 * piece >= all.length || 4 * piece + 4 > packed.length) throw this.#damage();
      pieces.push(all.subarray(64 * piece, 64 * piece + 64));
      piece = packed.readUInt32LE(4 * piece);
    }
    return Buffer.concat(pieces);
  }

  /** The table that gives each sector its next: its own sectors are listed in the header and in a chain behind it. */
  #readTable(): Uint32Array {
    const bytes = this.#bytes;
    const numbers: number[] = [];
    const take = (from: number, count: number): void => {
      for (let at = 0; at < count; at++) {
        const number = bytes.readUInt32LE(from + 4 * at);
        if (number < FIRST_MARK) numbers.push(number);
      }
    };
    take(76, LISTED_IN_HEADER);
    const perSector = this.#sectorBytes / 4 - 1;
    let next = bytes.readUInt32LE(68);
    for (let seen = 0; next < FIRST_MARK; seen++) {
      const from = this.#place(next);
      if (seen > bytes.length / this.#sectorBytes) throw this.#damage();
      take(from, perSector);
      next = bytes.readUInt32LE(from + 4 * perSector);
    }
    // No table is longer than one number for each sector that the file has.
    const wanted = Math.min(numbers.length, Math.ceil(bytes.length / this.#sectorBytes / (perSector + 1)) + 1);
    const table = new Uint32Array(wanted * (perSector + 1)).fill(0xffff_ffff);
    for (const [at, number] of numbers.slice(0, wanted).entries()) {
      const from = this.#place(number);
      for (let i = 0; i <= perSector; i++) table[at * (perSector + 1) + i] = bytes.readUInt32LE(from + 4 * i);
    }
    return table;
  }

  #readEntries(directory: Buffer): Entry[] {
    const entries: Entry[] = [];
    for (let at = 0; at + ENTRY_BYTES <= directory.length; at += ENTRY_BYTES) {
      const length = Math.min(64, directory.readUInt16LE(at + 64));
      const name = directory.toString('utf16le', at, at + Math.max(0, length - 2));
      const kind = directory[at + 66] ?? 0;
      entries.push({ name, kind, start: directory.readUInt32LE(at + 116), size: directory.readUInt32LE(at + 120) });
    }
    return entries;
  }

  /** The sectors of a chain in one piece, at most as many as `size` asks for. A chain in a circle is damage. */
  #chain(start: number, size = this.#bytes.length): Buffer {
    const pieces: Buffer[] = [];
    const most = Math.ceil(Math.min(size, this.#bytes.length) / this.#sectorBytes);
    let sector = start;
    while (sector < FIRST_MARK && pieces.length < most) {
      const from = this.#place(sector);
      pieces.push(this.#bytes.subarray(from, from + this.#sectorBytes));
      sector = this.#table[sector] ?? 0xffff_ffff;
    }
    return Buffer.concat(pieces);
  }

  /** Place of a sector; only the last one of a file may be short, which careless writers leave. */
  #place(sector: number): number {
    const from = (sector + 1) * this.#sectorBytes;
    if (from + 4 > this.#bytes.length) throw this.#damage();
    return from;
  }

  #damage(): Error {
    return damaged(this.#berkas, 'susunan berkas');
  }
}
