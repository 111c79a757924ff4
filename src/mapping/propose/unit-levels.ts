import { type FieldName, getField } from '#canonical';
import type { Assigned } from './assign.ts';
import { determines } from './determines.ts';

/** Unit and office: of the people, and of the rows of their posts. */
const PAIRS: readonly (readonly [unit: FieldName, induk: FieldName])[] = [
  ['unit_kerja', 'unit_organisasi_induk'],
  ['riwayat_jabatan.unit_kerja', 'riwayat_jabatan.unit_organisasi_induk'],
];

/** Misspelt texts and stray codes break the tie of code and name in few rows. */
const TIED = 0.85;

const isSameThing = (a: Assigned, b: Assigned): boolean =>
  determines(a.column.facts, b.column.facts) > TIED && determines(b.column.facts, a.column.facts) > TIED;

/** Columns of one level of the tree together: its code, its name. */
function groupLevels(units: readonly Assigned[]): readonly (readonly Assigned[])[] {
  const levels: Assigned[][] = [];
  for (const unit of units) {
    const level = levels.find((members) => members.every((member) => isSameThing(member, unit)));
    if (level) level.push(unit);
    else levels.push([unit]);
  }
  return levels;
}

/** How many units a level has; the least of its columns, for dirt only adds values. */
const sizeOf = (level: readonly Assigned[]): number =>
  Math.min(...level.map(({ column }) => column.facts.distinct.size));

/**
 * Columns named skpd, satker, unit or bidang say the office or a part of it: of two levels the coarser one is the induk,
 * whatever the names; where there is one level only, it is the unit.
 */
export function preferCoarserInduk(assigned: readonly Assigned[]): readonly Assigned[] {
  return PAIRS.reduce((all, pair) => preferIn(all, pair), assigned);
}

function preferIn(assigned: readonly Assigned[], [unit, induk]: (typeof PAIRS)[number]): readonly Assigned[] {
  const isUnit = ({ chosen, column }: Assigned): boolean =>
    (chosen?.field?.nama === unit || chosen?.field?.nama === induk) && !column.facts.isEmpty;
  const levels = groupLevels(assigned.filter(isUnit));
  const sizes = levels.map(sizeOf);
  const [finest, coarsest] = [Math.max(0, ...sizes), Math.min(...sizes)];
  if (finest < 6 || (levels.length > 1 && finest < coarsest * 1.5)) return assigned;
  const middle = Math.sqrt(finest * coarsest);
  return assigned.map((one) => {
    const level = isUnit(one) ? levels.find((members) => members.includes(one)) : undefined;
    if (!level || !one.chosen || level.length + levels.length < 3) return one;
    const nama = levels.length === 1 || sizeOf(level) > middle ? unit : induk;
    if (one.chosen.field?.nama === nama) return one;
    const why = nama === induk ? 'lebih kasar daripada kolom unit lain' : 'tingkat unit yang paling rinci';
    return { ...one, chosen: { ...one.chosen, field: getField(nama), bukti: `${one.chosen.bukti}; ${why}` } };
  });
}
