import type { ByteSource, Piece } from './byte-stream.ts';

/** Decodes UTF-16 to UTF-8; a byte order mark is dropped, lone surrogates become U+FFFD. */
export async function* decodeUtf16(source: ByteSource, encoding: 'utf-16le' | 'utf-16be'): AsyncGenerator<Piece> {
  const decoder = new TextDecoder(encoding);
  const input = Buffer.allocUnsafe(131_072);
  for (;;) {
    const count = await source.read(input, 0, input.length);
    const text = count === 0 ? decoder.decode() : decoder.decode(input.subarray(0, count), { stream: true });
    if (text !== '') yield Buffer.from(text);
    if (count === 0) return;
  }
}
