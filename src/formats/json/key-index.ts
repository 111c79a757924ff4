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

  /** A key as a text. */
  nameOf(bytes: Buffer, start: number, end: number, hasEscape: boolean): string {
    const raw = decodeText(bytes.subarray(start, end));
    return hasEscape ? decodeKey(raw) : raw;
  }

  /**
   * The column of a key below a path, which is added when it is new; -1 where there is no room. Objects repeat their keys in one order,
   * so the column after the last one is tried first.
   */
  find(bytes: Buffer, start: number, end: number, hasEscape: boolean, guess: number, prefix: string): number {
    const guessed = this.#bytes[guess];
    if (guessed !== undefined && isEnd(guessed, bytes, start, end)) {
      const before = guessed.length - (end - start);
      const isThere = prefix === '' ? before === 0 : this.names[guess]?.startsWith(prefix) === true;
      if (isThere && before === Buffer.byteLength(prefix)) return guess;
    }
    const name = `${prefix}${this.nameOf(bytes, start, end, hasEscape)}`;
    return this.#positions.get(name) ?? this.#add(name);
  }

  #add(name: string): number {
    if (this.names.length >= this.#limit) return -1;
    this.#positions.set(name, this.names.length);
    this.#bytes.push(Buffer.from(name));
    return this.names.push(name) - 1;
  }
}

/** Whether a key ends in these bytes. */
function isEnd(key: Buffer, bytes: Buffer, start: number, end: number): boolean {
  const from = key.length - (end - start);
  if (from < 0) return false;
  for (let at = start; at < end; at++) if (key[from + at - start] !== bytes[at]) return false;
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
