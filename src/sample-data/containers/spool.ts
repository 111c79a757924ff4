import { createReadStream, createWriteStream, mkdtempSync, readSync, openSync, closeSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Encoding } from '../offices/profiles.ts';
import { FileSink } from './file-sink.ts';

/** Pieces of a file that grow side by side and are laid end to end when all are complete: memory does not grow with them. */
export interface Spool {
  part(): FileSink;
  /** Appends the parts, in the order in which they were opened, and removes them. */
  drainInto(sink: FileSink): void;
}

export function createSpool(encoding: Encoding): Spool {
  const folder = mkdtempSync(join(tmpdir(), 'data-contoh-'));
  const parts: FileSink[] = [];
  return {
    part: () => {
      const sink = new FileSink(join(folder, String(parts.length)), encoding);
      parts.push(sink);
      return sink;
    },
    drainInto: (sink) => {
      for (const part of parts) {
        part.close();
        copyInto(part.path, sink);
      }
      rmSync(folder, { recursive: true });
    },
  };
}

function copyInto(path: string, sink: FileSink): void {
  const file = openSync(path, 'r');
  const buffer = Buffer.allocUnsafe(1 << 19);
  for (;;) {
    const size = readSync(file, buffer, 0, buffer.length, null);
    if (size === 0) break;
    sink.bytes(buffer.subarray(0, size));
  }
  closeSync(file);
}

/** Packs a finished file and removes the plain one. */
export async function gzipFile(path: string): Promise<void> {
  await pipeline(createReadStream(path), createGzip({ level: 6 }), createWriteStream(`${path}.gz`));
  rmSync(path);
}
