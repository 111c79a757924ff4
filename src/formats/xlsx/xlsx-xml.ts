/**
 * The little XML that a workbook needs. Small parts (workbook, relations, styles) are read as text, tag by tag; sheets and
 * shared strings are read as bytes by `appendContent` and `appendRichText`. Document types are refused, so entities are the
 * five of XML and character numbers.
 */

import type { ByteSink } from '../sheet/byte-sink.ts';

const LT = 0x3c;
const GT = 0x3e;
const AMP = 0x26;
const SLASH = 0x2f;
const BANG = 0x21;
const UNDERSCORE = 0x5f;
const SMALL_X = 0x78;
const LONGEST_ENTITY = 10;

const ENTITIES: ReadonlyMap<string, number> = new Map([
  ['amp', 0x26],
  ['lt', 0x3c],
  ['gt', 0x3e],
  ['quot', 0x22],
  ['apos', 0x27],
]);

/** A start tag of a small part; the name is without its prefix, attribute values are resolved. */
export interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** All start tags in order; names lose their prefix, attributes keep it ("r:id"). */
export function* tagsOf(xml: string): Generator<Tag, void, undefined> {
  const tags = /<(?:[\w.-]+:)?([A-Za-z][\w.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/?>/g;
  for (const [, name = '', inside = ''] of xml.matchAll(tags)) yield { name, attributes: attributesOf(inside) };
}

function attributesOf(inside: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single] of inside.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    attributes.set(name, resolveEntities(double ?? single ?? ''));
  }
  return attributes;
}

function resolveEntities(text: string): string {
  return text.replace(/&([#\w]{1,9});/g, (whole, name: string) => {
    const code = entityCode(name);
    return code === undefined ? whole : String.fromCodePoint(code);
  });
}

/** Code point of an entity name ("lt", "#10", "#x1F600"); undefined where there is none. */
function entityCode(name: string): number | undefined {
  const number = /^#(?:(\d{1,7})|[xX]([0-9a-fA-F]{1,6}))$/.exec(name);
  if (!number) return ENTITIES.get(name);
  return validCode(number[1] === undefined ? Number.parseInt(number[2] ?? '', 16) : Number(number[1]));
}

function validCode(code: number): number {
  return code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? 0xfffd : code;
}

/**
 * Copies the text from `at` to the next closing tag, entities, CDATA and Office's _xHHHH_ resolved, comments dropped.
 * Returns the place of that closing tag (or `end`).
 */
export function appendContent(sink: ByteSink, xml: Uint8Array, at: number, end: number): number {
  const { bytes } = sink;
  let length = sink.length;
  let position = at;
  while (position < end) {
    const byte = xml[position] ?? 0;
    if (byte === LT) {
      if (xml[position + 1] !== BANG) break;
      sink.length = length;
      position = appendMarked(sink, xml, position, end);
      length = sink.length;
    } else if (byte === AMP || (byte === UNDERSCORE && xml[position + 1] === SMALL_X)) {
      sink.length = length;
      position = byte === AMP ? appendEntity(sink, xml, position, end) : appendEscape(sink, xml, position, end);
      length = sink.length;
    } else {
      bytes[length++] = byte;
      position++;
    }
  }
  sink.length = length;
  return position;
}

/**
 * Copies all `t` texts up to the tag that closes `si` or `is` and returns the place of that tag (or `end`). Runs are joined,
 * their formatting and the phonetic guides (`rPh`) left out. `prefix` is the length of the namespace prefix with its colon.
 */
export function appendRichText(sink: ByteSink, xml: Uint8Array, at: number, end: number, prefix: number): number {
  let position = at;
  let guide = false;
  while (position < end) {
    if (xml[position] !== LT) {
      position++;
      continue;
    }
    const closing = xml[position + 1] === SLASH;
    const name = position + 1 + prefix + (closing ? 1 : 0);
    if (closing && closesText(xml, name)) return position;
    position = afterTag(xml, position, end);
    const selfClosed = xml[position - 2] === SLASH;
    if (xml[name] === 0x72 && xml[name + 1] === 0x50 && xml[name + 2] === 0x68) guide = !closing && !selfClosed; // rPh
    if (closing || selfClosed || guide || xml[name] !== 0x74 || !endsName(xml[name + 1])) continue;
    position = appendContent(sink, xml, position, end);
  }
  return end;
}

/** Whether the closing tag of this name is that of `si` or `is`. */
function closesText(xml: Uint8Array, name: number): boolean {
  const first = xml[name];
  const second = xml[name + 1];
  return endsName(xml[name + 2]) && ((first === 0x73 && second === 0x69) || (first === 0x69 && second === 0x73));
}

/** The place after the `>` of the tag that holds `at`. */
export function afterTag(xml: Uint8Array, at: number, end: number): number {
  let position = at;
  while (position < end && xml[position] !== GT) position++;
  return position + 1;
}

/** Whether an element or attribute name ends before this byte. */
export function endsName(byte: number | undefined): boolean {
  return byte === GT || byte === SLASH || (byte !== undefined && byte <= 0x20);
}

function appendMarked(sink: ByteSink, xml: Uint8Array, at: number, end: number): number {
  const rest = Buffer.from(xml.buffer, xml.byteOffset + at, end - at);
  const isData = rest.subarray(0, 9).toString('latin1') === '<![CDATA[';
  const stop = rest.indexOf(isData ? ']]>' : '-->');
  if (stop < 0) return end;
  if (isData) {
    sink.bytes.set(rest.subarray(9, stop), sink.length);
    sink.length += stop - 9;
  }
  return at + stop + 3;
}

function appendEntity(sink: ByteSink, xml: Uint8Array, at: number, end: number): number {
  let stop = at + 1;
  while (stop < end && stop - at < LONGEST_ENTITY && xml[stop] !== 0x3b) stop++;
  const code = xml[stop] === 0x3b ? entityCode(latin1(xml, at + 1, stop)) : undefined;
  if (code === undefined) {
    sink.bytes[sink.length++] = AMP; // not an entity: kept as it stands
    return at + 1;
  }
  appendCode(sink, code);
  return stop + 1;
}

/** _x000D_ and its like: how Office writes characters that XML cannot hold. */
function appendEscape(sink: ByteSink, xml: Uint8Array, at: number, end: number): number {
  const hex = at + 7 <= end && xml[at + 6] === UNDERSCORE ? latin1(xml, at + 2, at + 6) : '';
  if (!/^[0-9a-fA-F]{4}$/.test(hex)) {
    sink.bytes[sink.length++] = UNDERSCORE;
    return at + 1;
  }
  appendCode(sink, validCode(Number.parseInt(hex, 16)));
  return at + 7;
}

function latin1(xml: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...xml.subarray(from, to));
}

/** UTF-8 of one code point. */
function appendCode(sink: ByteSink, code: number): void {
  const { bytes } = sink;
  if (code < 0x80) {
    bytes[sink.length++] = code;
  } else if (code < 0x800) {
    bytes[sink.length++] = 0xc0 | (code >> 6);
    bytes[sink.length++] = 0x80 | (code & 0x3f);
  } else if (code < 0x1_0000) {
    bytes[sink.length++] = 0xe0 | (code >> 12);
    bytes[sink.length++] = 0x80 | ((code >> 6) & 0x3f);
    bytes[sink.length++] = 0x80 | (code & 0x3f);
  } else {
    bytes[sink.length++] = 0xf0 | (code >> 18);
    bytes[sink.length++] = 0x80 | ((code >> 12) & 0x3f);
    bytes[sink.length++] = 0x80 | ((code >> 6) & 0x3f);
    bytes[sink.length++] = 0x80 | (code & 0x3f);
  }
}
