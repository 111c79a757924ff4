import { readFileSync } from 'node:fs';
import type { FurtherField, Structure, StructureColumn } from '../structures.ts';
import { HELD_OUT_VENDORS } from './held-out.ts';
import { PRACTICE_VENDORS } from './practice.ts';
import { THIRD_VENDORS } from './third.ts';
import { TUNED_VENDORS } from './tuned.ts';

/** Vendors written down by hand: one half to look at, one of which only the score was read until it was looked at, and batches after that. */
export const VENDORS_TO_TUNE = readVendors('vendor', TUNED_VENDORS);
export const VENDORS_HELD_OUT = readVendors('tahan', HELD_OUT_VENDORS);
export const VENDORS_THIRD = readVendors('ketiga', THIRD_VENDORS);
/** Written to be looked at from the first. */
export const VENDORS_TO_PRACTISE = readVendors('latihan', PRACTICE_VENDORS);
export const VENDORS_FOURTH = readVendors('keempat', readBatch('fourth.txt'));
export const VENDORS_FIFTH = readVendors('kelima', readBatch('fifth.txt'));
export const VENDORS_SIXTH = readVendors('keenam', readBatch('sixth.txt'));
/** Tables that are themselves a history: the half that was looked at, and the half held out. */
export const HISTORIES = readVendors('riwayat', readBatch('histories.txt'));
export const HISTORIES_HELD_OUT = readVendors('riwayat-tahan', readBatch('histories-held.txt'));

function readBatch(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8');
}

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

/** `name | field | encoding`; `-` no field, `!` a secret; `\n` in a name is a new line. Several fields: `tempat_lahir+tanggal_lahir`. */
function readColumn(line: string): StructureColumn {
  const [name = '', fields = '', encoding] = line.split(' | ');
  const [field = '', ...others] = fields.split('+');
  return {
    name: name.replaceAll('\\n', '\n'),
    type: 'varchar',
    canonical: field === '-' || field === '!' ? null : field,
    ...(encoding === undefined ? {} : { encoding }),
    ...(field === '!' ? { secret: true } : {}),
    ...(others.length > 0 ? { further: others.map(readFurther) } : {}),
  };
}

/** In parentheses: may be found in the cells, need not. */
function readFurther(field: string): FurtherField {
  const free = /^\((.*)\)$/.exec(field)?.[1];
  return { field: free ?? field, isNeeded: free === undefined };
}
