import type { ByteSink } from './byte-sink.ts';

/** Appends Latin-1 bytes as UTF-8: at most twice their number. */
export function appendLatin1(sink: ByteSink, from: Uint8Array, start: number, end: number): void {
  const { bytes } = sink;
  let length = sink.length;
  for (let at = start; at < end; at++) {
    const byte = from[at] ?? 0;
    if (byte < 0x80) bytes[length++] = byte;
    else {
      bytes[length++] = 0xc0 | (byte >> 6);
      bytes[length++] = 0x80 | (byte & 0x3f);
    }
  }
  sink.length = length;
}

/** Appends UTF-16 (little-endian) as UTF-8: at most one and a half times its bytes. Halves of characters become U+FFFD. */
export function appendUtf16(sink: ByteSink, from: Buffer, start: number, end: number): void {
  appendText(sink, from.toString('utf16le', start, end).toWellFormed());
}

export function appendText(sink: ByteSink, text: string): void {
  const room = Buffer.from(sink.bytes.buffer, sink.bytes.byteOffset, sink.bytes.length);
  sink.length += room.write(text, sink.length, 'utf8');
}

export function appendBytes(sink: ByteSink, from: Uint8Array, start: number, end: number): void {
  sink.bytes.set(from.subarray(start, end), sink.length);
  sink.length += end - start;
}
