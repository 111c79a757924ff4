import { decodeText } from '../stream/code-pages.ts';

/** The columns of a table of objects by their keys. Held by position: a key may be named like a member of objects. */
export class KeyIndex {
  readonly names: string[] = [];
  readonly #bytes: Buffer[] = [];
  readonly #positions = new Map<string, number>();
  readonly #limit: number;

  /** Keys beyond `limit` are counted in `names` but once: the table is then refused. */
  constructor(names: readonly string[], limit: number) {
    this.#limit = limit;
    for (const name of names) this.#add(name);
  }

  /**
   * The column of a key, which is added when it is new; -1 where there is no room. Objects repeat their keys in one order,
   * so the column after the last one is tried first.
   */
  find(bytes: Buffer, start: number, end: number, hasEscape: boolean, guess: number): number {
    const guessed = this.#bytes[guess];
    if (guessed !== undefined && isSame(guessed, bytes, start, end)) return guess;
    const raw = decodeText(bytes.subarray(start, end));
    const name = hasEscape ? decodeKey(raw) : raw;
    return this.#positions.get(name) ?? this.#add(name);
  }

  #add(name: string): number {
    if (this.names.length >= this.#limit) return -1;
    this.#positions.set(name, this.names.length);
    this.#bytes.push(Buffer.from(name));
    return this.names.push(name) - 1;
  }
}

function isSame(key: Buffer, bytes: Buffer, start: number, end: number): boolean {
  if (key.length !== end - start) return false;
  for (let at = 0; at < key.length; at++) if (key[at] !== bytes[start + at]) return false;
  return true;
}

function decodeKey(raw: string): string {
  try {
    const key: unknown = JSON.parse(`"${raw}"`);
    return typeof key === 'string' ? key : raw;
  } catch {
    return raw;
  }
}
