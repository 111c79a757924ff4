/** Growable run of integers: differences are kept as numbers until they are written, never as objects. */
export class IntList {
  #items = new Int32Array(1 << 8);
  length = 0;

  push4(a: number, b: number, c: number, d: number): void {
    if (this.length + 4 > this.#items.length) this.#grow();
    const items = this.#items;
    items[this.length++] = a;
    items[this.length++] = b;
    items[this.length++] = c;
    items[this.length++] = d;
  }

  push(value: number): void {
    if (this.length === this.#items.length) this.#grow();
    this.#items[this.length++] = value;
  }

  at(index: number): number {
    return this.#items[index] as number;
  }

  set(index: number, value: number): void {
    this.#items[index] = value;
  }

  toArray(): Int32Array<ArrayBuffer> {
    return this.#items.slice(0, this.length);
  }

  #grow(): void {
    const larger = new Int32Array(this.#items.length * 2);
    larger.set(this.#items);
    this.#items = larger;
  }
}

/** Bytes of texts that differ, each behind its length. */
export class TextArena {
  #bytes = new Uint8Array(1 << 12);
  #used = 0;

  /** Keeps a copy of `bytes[start..end)`; returns its place. */
  keep(bytes: Uint8Array, start: number, end: number): number {
    const length = Math.min(end - start, 0xffff);
    const place = this.#used;
    while (place + 2 + length > this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes[place] = length & 0xff;
    this.#bytes[place + 1] = length >>> 8;
    this.#bytes.set(bytes.subarray(start, start + length), place + 2);
    this.#used = place + 2 + length;
    return place;
  }

  get(place: number): Uint8Array {
    const length = (this.#bytes[place] as number) | ((this.#bytes[place + 1] as number) << 8);
    return this.#bytes.subarray(place + 2, place + 2 + length);
  }
}

/**
 * All differences of one file in the order of its rows, four integers each: the pair within the file, slot and verdict, and
 * the Simpeg's value by the kind of its slot (integer, two integers, dictionary entry, place in the arena).
 */
export class DifferenceLog {
  readonly texts = new TextArena();
  readonly #items = new IntList();

  get count(): number {
    return this.#items.length / 4;
  }

  add(pair: number, slot: number, verdict: number, value: number, second = 0): void {
    this.#items.push4(pair, slot * 8 + verdict, value, second);
  }

  pair(index: number): number {
    return this.#items.at(index * 4);
  }

  slot(index: number): number {
    return this.#items.at(index * 4 + 1) >>> 3;
  }

  verdict(index: number): number {
    return this.#items.at(index * 4 + 1) & 7;
  }

  setVerdict(index: number, verdict: number): void {
    this.#items.set(index * 4 + 1, this.slot(index) * 8 + verdict);
  }

  value(index: number): number {
    return this.#items.at(index * 4 + 2);
  }

  second(index: number): number {
    return this.#items.at(index * 4 + 3);
  }
}
