/**
 * Which numbers bear a text, in shared memory: open addressing over hashes, the texts themselves stand elsewhere. Of several
 * numbers with one text the first counts.
 */
export class TextIndex {
  readonly buffer: SharedArrayBuffer;
  readonly #table: Int32Array;
  readonly #textAt: (number: number) => string;

  /** `textAt` gives the text of a number; it is asked for those alone whose hash leads to the place. */
  constructor(buffer: SharedArrayBuffer, textAt: (number: number) => string) {
    this.buffer = buffer;
    this.#table = new Int32Array(buffer);
    this.#textAt = textAt;
  }

  /** Indexes the numbers from 0 to `count` whose text is not empty. */
  static build(count: number, textAt: (number: number) => string): TextIndex {
    let size = 16;
    while (size < count * 2) size *= 2;
    const index = new TextIndex(new SharedArrayBuffer(size * 4), textAt);
    for (let number = 0; number < count; number++) {
      const text = textAt(number);
      if (text === '') continue;
      const place = index.#place(text);
      if (index.#table[place] === 0) index.#table[place] = number + 1;
    }
    return index;
  }

  /** The first number that bears the text, or -1. */
  find(text: string): number {
    return (this.#table[this.#place(text)] as number) - 1;
  }

  #place(text: string): number {
    const table = this.#table;
    const mask = table.length - 1;
    let place = hashText(text) & mask;
    for (;;) {
      const number = (table[place] as number) - 1;
      if (number < 0 || this.#textAt(number) === text) return place;
      place = (place + 1) & mask;
    }
  }
}

function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 15);
}
