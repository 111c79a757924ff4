import { closeSync, openSync, writeSync } from 'node:fs';
import type { Encoding } from '../offices/profiles.ts';

const SIZE = 1 << 20;

/** Windows-1252 bytes of the characters outside latin1 that dirty cells hold. */
const WINDOWS_1252: Readonly<Record<string, number>> = {
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '–': 0x96,
  '—': 0x97,
  '€': 0x80,
  '™': 0x99,
  '‚': 0x82,
};

/** U+E0xx stands for the bare byte xx: how a cell carries a byte that its file's encoding does not allow. */
export const rawByte = (byte: number): string => String.fromCharCode(0xe000 + byte);

// oxlint-disable-next-line no-control-regex
const ASCII = /^[\x00-\x7f]*$/;

function encodeBytes(text: string, encoding: Encoding): Buffer {
  if (encoding === 'utf-8') return encodeUtf8(text);
  const bytes = Buffer.allocUnsafe(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    bytes[i] = byteOf(code, text[i] ?? '', encoding);
  }
  return bytes;
}

function byteOf(code: number, character: string, encoding: Encoding): number {
  if (code >= 0xe000 && code <= 0xe0ff) return code - 0xe000;
  if (code < 0x80) return code;
  if (encoding === 'cp850') return code === 0xa0 ? 0xff : 0x3f;
  return code < 0x100 ? code : (WINDOWS_1252[character] ?? 0x3f);
}

function encodeUtf8(text: string): Buffer {
  if (!/[\ue000-\ue0ff]/.test(text)) return Buffer.from(text, 'utf8');
  const parts: Buffer[] = [];
  for (const piece of text.split(/([\ue000-\ue0ff])/)) {
    const code = piece.charCodeAt(0);
    parts.push(code >= 0xe000 && code <= 0xe0ff ? Buffer.from([code - 0xe000]) : Buffer.from(piece, 'utf8'));
  }
  return Buffer.concat(parts);
}

/** Writes text to a file in big pieces and in one encoding. Synchronous: the generator has nothing else to do meanwhile. */
export class FileSink {
  readonly path: string;
  private readonly file: number;
  private readonly encoding: Encoding;
  private readonly buffer: Buffer;
  private readonly size: number;
  private filled = 0;

  constructor(path: string, encoding: Encoding = 'utf-8', size = SIZE) {
    this.size = size;
    this.buffer = Buffer.allocUnsafe(size);
    this.path = path;
    this.file = openSync(path, 'w');
    this.encoding = encoding === 'latin1 as utf-8' ? 'latin1' : encoding;
  }

  write(text: string): void {
    if (text.length * 3 > this.size) {
      this.bytes(encodeBytes(text, this.encoding));
      return;
    }
    if (this.filled + text.length * 3 > this.size) this.flush();
    if (ASCII.test(text)) this.filled += this.buffer.write(text, this.filled, 'latin1');
    else this.bytes(encodeBytes(text, this.encoding));
  }

  bytes(chunk: Uint8Array): void {
    if (this.filled + chunk.length > this.size) this.flush();
    if (chunk.length > this.size) {
      writeSync(this.file, chunk);
      return;
    }
    this.buffer.set(chunk, this.filled);
    this.filled += chunk.length;
  }

  close(): void {
    this.flush();
    closeSync(this.file);
  }

  private flush(): void {
    if (this.filled > 0) writeSync(this.file, this.buffer, 0, this.filled);
    this.filled = 0;
  }
}
