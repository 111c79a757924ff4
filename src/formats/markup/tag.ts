import { resolveText } from './entities.ts';

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;

/** A start tag at hand: a view that is overwritten by the next tag. */
export class Tag {
  /** Without its prefix, in small letters. */
  name = '';
  isClosed = false;
  #bytes: Buffer = Buffer.alloc(0);
  #from = 0;
  #to = 0;
  #attributes: Map<string, string> | undefined;

  /** Takes the tag whose `<` stands at `at` and whose `>` at `end`. */
  set(bytes: Buffer, at: number, end: number): void {
    const from = bytes[at + 1] === SLASH ? at + 2 : at + 1;
    let stop = from;
    let local = from;
    for (; stop < end && isNameByte(bytes[stop] ?? 0); stop++) if (bytes[stop] === 0x3a) local = stop + 1;
    this.name = nameOf(bytes, local, stop);
    this.isClosed = bytes[end - 1] === SLASH;
    this.#bytes = bytes;
    this.#from = stop;
    this.#to = end;
    this.#attributes = undefined;
  }

  /** The value of an attribute (named with its prefix, in small letters), entities resolved; undefined without it. */
  get(attribute: string): string | undefined {
    if (this.#from >= this.#to - 1) return undefined;
    this.#attributes ??= attributesOf(this.#bytes.toString('utf8', this.#from, this.#to));
    return this.#attributes.get(attribute);
  }

  /** A count such as a span: at least 1, at most `most`. */
  count(attribute: string, most: number): number {
    const number = Number(this.get(attribute) ?? 1);
    return Number.isInteger(number) && number > 0 ? Math.min(number, most) : 1;
  }
}

function attributesOf(text: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single, bare] of text.matchAll(
    /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g,
  )) {
    attributes.set(name.toLowerCase(), resolveText(double ?? single ?? bare ?? ''));
  }
  return attributes;
}

function isNameByte(byte: number): boolean {
  return byte > 0x20 && byte !== SLASH && byte !== GT && byte !== LT && byte !== EQUALS;
}

const LONGEST_KEPT = 24;
const MOST_KEPT = 500;
const kept = new Map<number, { readonly name: string; readonly bytes: Buffer }>();

/** The name in small letters. Names repeat a million times, so the first of each hash is kept and compared by its bytes. */
function nameOf(bytes: Buffer, from: number, to: number): string {
  let hash = to - from;
  for (let at = from; at < to; at++) hash = (Math.imul(hash, 31) + (bytes[at] ?? 0)) | 0;
  const known = kept.get(hash);
  if (known && bytes.compare(known.bytes, 0, known.bytes.length, from, to) === 0) return known.name;
  const name = bytes.toString('latin1', from, to).toLowerCase();
  if (!known && to - from <= LONGEST_KEPT && kept.size < MOST_KEPT) {
    kept.set(hash, { name, bytes: Buffer.from(bytes.subarray(from, to)) });
  }
  return name;
}

/** The place of the `>` that ends the tag at `at`, quoted values passed over; -1 where it is not among the bytes. */
export function endOfTag(bytes: Buffer, at: number, to: number): number {
  let quote = 0;
  for (let place = at + 1; place < to; place++) {
    const byte = bytes[place];
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === GT) return place;
    else if ((byte === QUOTE || byte === APOSTROPHE) && bytes[place - 1] === EQUALS) quote = byte;
  }
  return -1;
}
