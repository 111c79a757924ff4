import { fileName, type Opening } from '../stream/byte-source.ts';
import { readWhole } from '../stream/read-whole.ts';
import { openZip, type Zip } from './zip.ts';

/** Opens a ZIP where it lies, or from memory where it is packed once more. Throws `RefusedFile`; the caller closes it. */
export async function openPackage(file: Opening): Promise<Zip> {
  const inside = file.gzipped || file.member !== undefined;
  return await openZip(fileName(file), inside ? await readWhole(file) : file.path);
}
