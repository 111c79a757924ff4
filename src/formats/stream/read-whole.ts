import { problem, RefusedFile } from '#kernel/problem.ts';
import { MAX_WHOLE, sizeText } from '../limits.ts';
import { fileName, openBytes, type Opening } from './byte-source.ts';

const FIRST_BYTES = 1024 * 1024;

/**
 * All bytes of a file, for containers that are read here and there rather than from front to back.
 * @throws RefusedFile where they pass `limit`, or where the container around them is cut or damaged
 */
export async function readWhole(file: Opening, limit = MAX_WHOLE): Promise<Buffer> {
  const berkas = fileName(file);
  const source = await openBytes(file);
  let bytes = Buffer.allocUnsafe(FIRST_BYTES);
  let length = 0;
  try {
    for (;;) {
      const count = await source.read(bytes, length, bytes.length - length);
      length += count;
      if (count === 0) break;
      if (length > limit) throw new RefusedFile(problem('BATAS_UTUH', { berkas, batas: sizeText(limit) }));
      if (length === bytes.length) bytes = Buffer.concat([bytes], 2 * length);
    }
    if (source.broken) throw new RefusedFile(problem('BERKAS_TERPOTONG', { berkas }));
    return bytes.subarray(0, length);
  } finally {
    await source.close();
  }
}
