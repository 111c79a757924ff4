import { MAX_ROW } from '../limits.ts';
import type { ByteSource } from './byte-stream.ts';

/** Room of a window at the start: large enough to spread the cost of a block, small enough for the processor's cache. */
export const ROOM = 512 * 1024;

/**
 * The part of a stream that a scanner looks at. Complete rows are taken from its front; what is left moves to the front
 * when more is read, and the window grows while a row is longer than it. One spare byte behind `end` belongs to the
 * scanner (for a sentinel).
 */
export class ByteWindow {
  bytes: Buffer;
  start = 0;
  end = 0;
  /** The stream has no more bytes. */
  ended = false;
  /** Place of `bytes[0]` in the stream. */
  base = 0;
  readonly #source: ByteSource;
  readonly #room: number;

  constructor(source: ByteSource, room = ROOM) {
    this.#source = source;
    this.#room = room;
    this.bytes = Buffer.alloc(room);
  }

  /** Whether one row fills the window at its largest size. */
  get full(): boolean {
    return this.end - this.start >= MAX_ROW;
  }

  /** Whether the file stopped before its own end. */
  get broken(): boolean {
    return this.ended && this.#source.broken;
  }

  /** Reads on until the window is filled or the stream ends. Positions in `bytes` change. */
  async more(): Promise<void> {
    this.#makeRoom();
    while (!this.ended && this.end < this.bytes.length - 1) {
      const count = await this.#source.read(this.bytes, this.end, this.bytes.length - 1 - this.end);
      if (count === 0) this.ended = true;
      this.end += count;
    }
  }

  #makeRoom(): void {
    const rest = this.end - this.start;
    const old = this.bytes;
    const size = this.#sizeFor(rest);
    if (size !== old.length) this.bytes = Buffer.alloc(size);
    old.copy(this.bytes, 0, this.start, this.end);
    this.base += this.start;
    this.start = 0;
    this.end = rest;
  }

  #sizeFor(rest: number): number {
    const { length } = this.bytes;
    if (rest > length / 2) return Math.min(length * 2, MAX_ROW + ROOM);
    return rest < this.#room / 2 ? this.#room : length;
  }
}
