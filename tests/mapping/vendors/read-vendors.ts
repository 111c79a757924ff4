import type { Structure, StructureColumn } from '../structures.ts';
import { HELD_OUT_VENDORS } from './held-out.ts';
import { TUNED_VENDORS } from './tuned.ts';

/** Vendors written down by hand, in two halves: one to look at, one of which only the score is read. */
export const VENDORS_TO_TUNE = readVendors('vendor', TUNED_VENDORS);
export const VENDORS_HELD_OUT = readVendors('tahan', HELD_OUT_VENDORS);

function readVendors(half: string, text: string): readonly Structure[] {
  return text
    .split(/^# /m)
    .slice(1)
    .map((block): Structure => {
      const [head = '', ...lines] = block.trim().split('\n');
      const [name = '', entity = '', table = ''] = head.split(' ');
      const slug = `${half}-${name}`;
      return { slug, source: slug, entity, table, columns: lines.map(readColumn) };
    });
}

function readColumn(line: string): StructureColumn {
  const [name = '', field = '', encoding] = line.split(' | ');
  return {
    name,
    type: 'varchar',
    canonical: field === '-' || field === '!' ? null : field,
    ...(encoding === undefined ? {} : { encoding }),
    ...(field === '!' ? { secret: true } : {}),
  };
}
