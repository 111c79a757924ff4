import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { problem, RefusedFile } from '#kernel/problem.ts';
import type { TextEncoding } from '../types.ts';
import type { ByteSource, Piece } from './byte-stream.ts';
import { inflate } from './inflate.ts';
import { decodeUtf16 } from './utf16.ts';
import { memberBytes } from '../zip/member-bytes.ts';

/** Where the stream of a file begins and ends, in bytes of the plain UTF-8 text. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Opening {
  readonly path: string;
  /** The member that is meant, where the file is an archive (ZIP); its name with folders. */
  readonly member?: string;
  readonly gzipped: boolean;
  readonly encoding: TextEncoding;
}

/** The name of a file for messages: without the folders of the machine, with the member of the archive. */
export function fileName({ path, member }: Opening): string {
  return member === undefined ? basename(path) : `${basename(path)}/${member}`;
}

const WHOLE: Span = { from: 0, to: Number.POSITIVE_INFINITY };

/**
 * Opens a file as a stream of UTF-8 (or Windows-1252) bytes, inflated and decoded on the way. A span is reached by seeking
 * where the file is plain.
 */
export async function openBytes(file: Opening, span: Span = WHOLE): Promise<ByteSource> {
  const plain = !file.gzipped && file.encoding === 'utf-8' && file.member === undefined;
  const base =
    file.member === undefined
      ? new FileBytes(await open(file.path), file.path, plain ? span : WHOLE)
      : sourceOf(memberBytes(file.path, fileName(file), file.member));
  if (plain) return base;
  const inflated = file.gzipped ? new QueuedBytes(base, inflate(base, fileName(file))) : base;
  const text = file.encoding === 'utf-8' ? inflated : new QueuedBytes(inflated, decodeUtf16(inflated, file.encoding));
  return span === WHOLE ? text : cutSpan(text, span);
}

class FileBytes implements ByteSource {
  readonly broken = false;
  readonly #handle: FileHandle;
  readonly #path: string;
  readonly #end: number;
  #position: number;

  constructor(handle: FileHandle, path: string, span: Span) {
    this.#handle = handle;
    this.#path = path;
    this.#position = span.from;
    this.#end = span.to;
  }

  async read(target: Buffer, offset: number, length: number): Promise<number> {
    const wanted = Math.min(length, this.#end - this.#position);
    if (wanted <= 0) return 0;
    try {
      const { bytesRead } = await this.#handle.read(target, offset, wanted, this.#position);
      this.#position += bytesRead;
      return bytesRead;
    } catch {
      throw new RefusedFile(problem('BERKAS_TIDAK_TERBACA', { berkas: basename(this.#path) }));
    }
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }
}

/** Below the bytes of a member, which open their archive themselves. */
const NOTHING: ByteSource = { broken: false, read: async () => 0, close: async () => undefined };

/** Pieces that care for themselves as a source of bytes. */
export function sourceOf(pieces: AsyncGenerator<Piece>): ByteSource {
  return new QueuedBytes(NOTHING, pieces);
}

/** A stage of decoding (a generator of pieces) as a source of bytes. */
class QueuedBytes implements ByteSource {
  broken = false;
  readonly #below: ByteSource;
  readonly #pieces: AsyncGenerator<Piece>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(below: ByteSource, pieces: AsyncGenerator<Piece>) {
    this.#below = below;
    this.#pieces = pieces;
  }

  async read(target: Buffer, offset: number, length: number): Promise<number> {
    while (this.#rest.length === 0) {
      const next = await this.#pieces.next();
      if (next.done) {
        this.broken ||= this.#below.broken;
        return 0;
      }
      if (next.value === 'broken') this.broken = true;
      else this.#rest = next.value;
    }
    const copied = this.#rest.copy(target, offset, 0, Math.min(length, this.#rest.length));
    this.#rest = this.#rest.subarray(copied);
    return copied;
  }

  async close(): Promise<void> {
    await this.#pieces.return(undefined);
    await this.#below.close();
  }
}

/** A stream that cannot seek reads up to the span and drops it. */
async function cutSpan(source: ByteSource, span: Span): Promise<ByteSource> {
  const waste = Buffer.allocUnsafe(65_536);
  let skip = span.from;
  while (skip > 0) {
    const count = await source.read(waste, 0, Math.min(skip, waste.length));
    if (count === 0) break;
    skip -= count;
  }
  let left = span.to - span.from;
  return {
    async read(target, offset, length) {
      const count = left > 0 ? await source.read(target, offset, Math.min(length, left)) : 0;
      left -= count;
      return count;
    },
    get broken() {
      return source.broken;
    },
    close: () => source.close(),
  };
}
