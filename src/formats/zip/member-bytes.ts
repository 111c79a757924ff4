import { RefusedFile } from '#kernel/problem.ts';
import { MAX_INFLATED, MAX_RATIO, sizeText } from '../limits.ts';
import type { Piece } from '../stream/byte-stream.ts';
import { inflate, openZip, refuse } from './zip.ts';

/**
 * Inflates one member of an archive. Everything up to a damaged place is handed on before 'broken'.
 * @throws RefusedFile where the archive cannot be opened, the member is encrypted, or a cap is passed
 */
export async function* memberBytes(path: string, berkas: string, member: string): AsyncGenerator<Piece> {
  const zip = await openZip(berkas, path);
  try {
    const entry = zip.entries.get(member.toLowerCase());
    if (entry === undefined) yield 'broken';
    else yield* inflate(zip, entry, MAX_INFLATED);
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    const { code } = error.problem;
    if (code === 'XLSX_MENGEMBANG') throw refuse('BATAS_RASIO', berkas, { rasio: MAX_RATIO });
    if (code === 'XLSX_TERLALU_BESAR') throw refuse('BATAS_KEMBANG', berkas, { batas: sizeText(MAX_INFLATED) });
    if (code !== 'XLSX_RUSAK') throw error;
    yield 'broken';
  } finally {
    zip.file.close();
  }
}
