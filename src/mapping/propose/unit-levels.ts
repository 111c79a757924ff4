import { type FieldName, getField } from '#canonical';
import { foldIdentifier } from '#kernel/text.ts';
import type { ColumnMapping } from '../recipe.ts';
import type { ColumnFacts } from '../sample/column-facts.ts';
import type { TableSample } from '../sample/table-sample.ts';
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

/**
 * Where unit and office stand in two text columns, the unit is empty for people who sit in the office itself: there the office
 * is read as the unit too.
 */
export function addOfficeItself(kolom: readonly ColumnMapping[], { columns }: TableSample): readonly ColumnMapping[] {
  const factsOf = (kanonik: string): readonly (readonly [ColumnMapping, ColumnFacts])[] =>
    kolom.flatMap((column) => {
      const facts = columns.find(({ name }) => name === column.sumber);
      return column.kanonik === kanonik && facts && facts.share('huruf') > 0.3 ? [[column, facts] as const] : [];
    });
  const [unit, ...moreUnits] = factsOf('unit_kerja');
  const [office] = factsOf('unit_organisasi_induk');
  if (!unit || !office || moreUnits.length > 0) return kolom;
  if (!areLevels(unit[0].sumber, office[0].sumber) && !isEmptyBelow(unit[1], office[1])) return kolom;
  const bukti = `bila ${unit[0].sumber} kosong, pegawai berada langsung di unit induk`;
  const extra: ColumnMapping = { ...office[0], kanonik: 'unit_kerja', keyakinan: 0.8, tingkat: 'kuat', bukti };
  return kolom.flatMap((column) => (column === unit[0] ? [column, extra] : [column]));
}

/** Names that differ in a number only, as "UNOR (1)" and "UNOR (2)" do; a sample may hold nobody of the office itself. */
const areLevels = (a: string, b: string): boolean => a !== b && foldLevel(a) === foldLevel(b);

const foldLevel = (name: string): string => foldIdentifier(name).replaceAll(/[0-9]+/g, '');

/** Whether the sample holds rows with an office and no unit below it. */
const isEmptyBelow = (unit: ColumnFacts, office: ColumnFacts): boolean =>
  unit.values.some((value, row) => value === '' && (office.values[row] ?? '') !== '');
