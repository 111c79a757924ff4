import { createGunzip, type Gunzip } from 'node:zlib';
import { problem, RefusedFile } from '#kernel/problem.ts';
import { MAX_INFLATED, MAX_RATIO, RATIO_FLOOR, sizeText } from '../limits.ts';
import type { ByteSource, Piece } from './byte-stream.ts';

/** Small, so that at most 16 MB can come out of one write before the caps are looked at. */
const INPUT_BYTES = 16_384;

/**
 * Inflates gzip, several members included. Everything up to a cut or a damaged place is handed on before 'broken'.
 * @throws RefusedFile where the caps on size and ratio are passed
 */
export async function* inflate(source: ByteSource, berkas: string): AsyncGenerator<Piece> {
  const gunzip = createGunzip({ chunkSize: 65_536 });
  const ready: Buffer[] = [];
  let failed = false;
  gunzip.on('data', (chunk: Buffer) => ready.push(chunk));
  gunzip.on('error', () => {
    failed = true;
  });
  let taken = 0;
  let given = 0;
  try {
    for (;;) {
      const input = Buffer.allocUnsafe(INPUT_BYTES);
      const count = await source.read(input, 0, INPUT_BYTES);
      taken += count;
      await (count === 0 ? finish(gunzip) : push(gunzip, input.subarray(0, count)));
      for (const chunk of ready.splice(0)) {
        given += chunk.length;
        checkCaps(given, taken, berkas);
        yield chunk;
      }
      if (failed) yield 'broken';
      if (failed || count === 0) return;
    }
  } finally {
    gunzip.destroy();
  }
}

/** Resolves when the input is used up and its output has been emitted, or when it turned out to be damaged. */
function push(gunzip: Gunzip, input: Buffer): Promise<void> {
  return new Promise((resolve) => {
    gunzip.once('close', resolve);
    gunzip.write(input, () => {
      gunzip.off('close', resolve);
      resolve();
    });
  });
}

function finish(gunzip: Gunzip): Promise<void> {
  return new Promise((resolve) => {
    gunzip.once('close', resolve);
    gunzip.once('end', resolve);
    gunzip.end();
  });
}

function checkCaps(given: number, taken: number, berkas: string): void {
  if (given > MAX_INFLATED) throw new RefusedFile(problem('BATAS_KEMBANG', { berkas, batas: sizeText(MAX_INFLATED) }));
  if (given > RATIO_FLOOR && given > taken * MAX_RATIO) {
    throw new RefusedFile(problem('BATAS_RASIO', { berkas, rasio: MAX_RATIO }));
  }
}
