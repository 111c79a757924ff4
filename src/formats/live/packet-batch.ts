const ROOM = 512 * 1024;

/** Packets of rows as they came, until somebody wants them; the bytes are used again and again. */
export class PacketBatch {
  bytes: Buffer = Buffer.allocUnsafe(ROOM + ROOM / 4);
  /** End of each packet. */
  ends: Int32Array = new Int32Array(1_024);
  count = 0;
  length = 0;

  get isFull(): boolean {
    return this.length >= ROOM;
  }

  add(source: Uint8Array, from: number, to: number): void {
    const size = to - from;
    if (this.length + size > this.bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.length + size));
      this.bytes.copy(larger, 0, 0, this.length);
      this.bytes = larger;
    }
    if (this.count === this.ends.length) {
      const larger = new Int32Array(this.count * 2);
      larger.set(this.ends);
      this.ends = larger;
    }
    this.bytes.set(source.subarray(from, to), this.length);
    this.length += size;
    this.ends[this.count++] = this.length;
  }

  /** Forgets all; room that one long packet needed is given back. */
  clear(): void {
    if (this.bytes.length > 4 * ROOM) this.bytes = Buffer.allocUnsafe(ROOM + ROOM / 4);
    this.count = 0;
    this.length = 0;
  }
}
