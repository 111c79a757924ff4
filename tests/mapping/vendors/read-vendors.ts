import type { Structure, StructureColumn } from '../structures.ts';
import { PRACTICE_VENDORS } from './practice.ts';
import { HELD_OUT_VENDORS } from './held-out.ts';
import { THIRD_VENDORS } from './third.ts';
import { TUNED_VENDORS } from './tuned.ts';

/** Vendors written down by hand: one half to look at, one of which only the score was read until it was looked at, and a batch after that. */
export const VENDORS_TO_TUNE = readVendors('vendor', TUNED_VENDORS);
export const VENDORS_HELD_OUT = readVendors('tahan', HELD_OUT_VENDORS);
export const VENDORS_THIRD = readVendors('ketiga', THIRD_VENDORS);
/** Written to be looked at from the first. */
export const VENDORS_TO_PRACTISE = readVendors('latihan', PRACTICE_VENDORS);

function readVendors(half: string, text: string): readonly Structure[] {
  return text
    .split(/^# /m)
    .slice(1)
    .map((block): Structure => {
      const [head = '', ...lines] = block.trim().split('\n');
      const [name = '', entity = '', table = '', container] = head.split(' ');
      const slug = `${half}-${name}`;
      const columns = lines.map(readColumn);
      return { slug, source: slug, entity, table, columns, ...(container === undefined ? {} : { container }) };
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
