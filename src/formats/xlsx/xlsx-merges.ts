import type { Entry } from 'yauzl';
import type { Merge } from '../sheet/header.ts';
import { readColumn } from './xlsx-rows.ts';
import { inflate, type Zip } from '../zip/zip.ts';

const KEPT_TAIL = 64;
const MAX_MERGES_BYTES = 4_000_000;

/**
 * The merged ranges of a sheet. They stand behind all rows, so the whole part is inflated: asked for only where the first
 * rows look like a header of several rows.
 */
export async function readMerges(zip: Zip, entry: Entry): Promise<Merge[]> {
  let text = '';
  let inside = false;
  for await (const chunk of inflate(zip, entry)) {
    text += chunk.toString('latin1');
    if (!inside) {
      const at = text.search(/<(?:[\w.-]+:)?mergeCells[\s>]/);
      inside = at >= 0;
      text = text.slice(inside ? at : -KEPT_TAIL);
    }
    if (inside && (text.length > MAX_MERGES_BYTES || /<\/(?:[\w.-]+:)?mergeCells/.test(text))) break;
  }
  return inside ? parseMerges(text) : [];
}

function parseMerges(xml: string): Merge[] {
  const merges: Merge[] = [];
  for (const [, left = '', top, right = '', bottom] of xml.matchAll(
    /mergeCell ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g,
  )) {
    merges.push({ top: Number(top), bottom: Number(bottom), left: columnOf(left), right: columnOf(right) });
  }
  return merges;
}

function columnOf(letters: string): number {
  return readColumn(Buffer.from(letters), 0) ?? 0;
}
