/** Integers of a segment: lists grow by segments, so that nothing is copied and little stands empty. */
const SEGMENT_SHIFT = 14;
const SEGMENT_MASK = (1 << SEGMENT_SHIFT) - 1;

/** Growable run of integers. */
export class IntList {
  readonly #segments: Int32Array[] = [];
  #last: Int32Array = new Int32Array(0);
  length = 0;

  push(value: number): void {
    const at = this.length & SEGMENT_MASK;
    if (at === 0) this.#addSegment();
    this.#last[at] = value;
    this.length += 1;
  }

  at(index: number): number {
    return (this.#segments[index >>> SEGMENT_SHIFT] as Int32Array)[index & SEGMENT_MASK] as number;
  }

  toArray(): Int32Array<ArrayBuffer> {
    return this.#copyTo(new Int32Array(this.length));
  }

  /** In memory that every thread sees: what is sent to another thread is not copied. */
  toShared(): Int32Array<SharedArrayBuffer> {
    return this.#copyTo(new Int32Array(new SharedArrayBuffer(this.length * 4)));
  }

  #copyTo<Buffer extends ArrayBufferLike>(array: Int32Array<Buffer>): Int32Array<Buffer> {
    this.#segments.forEach((segment, index) => {
      const start = index << SEGMENT_SHIFT;
      array.set(segment.subarray(0, this.length - start), start);
    });
    return array;
  }

  #addSegment(): void {
    this.#last = new Int32Array(1 << SEGMENT_SHIFT);
    this.#segments.push(this.#last);
  }
}
