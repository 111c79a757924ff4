import { extname } from 'node:path';

/** Bytes of a name at the most; file systems take 255. */
const MOST_BYTES = 200;

/** The name of a file as people know it: no folders, nothing that rewrites the screen, and one that a file system takes. */
export function plainFileName(name: string): string {
  const last = name.replaceAll('\\', '/').split('/').at(-1) ?? '';
  const plain = last.replace(/\p{C}+/gu, '').trim();
  // Of dots alone is the folder itself, or the one above it.
  if (/^\.*$/.test(plain)) return 'berkas';
  // What it is called by its ending is what its reader goes by.
  const ending = Buffer.byteLength(extname(plain)) > 20 ? '' : extname(plain);
  const signs = Array.from(plain.slice(0, plain.length - ending.length));
  while (Buffer.byteLength(signs.join('')) + Buffer.byteLength(ending) > MOST_BYTES) signs.pop();
  return `${signs.join('').trim()}${ending}`;
}
