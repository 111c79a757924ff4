import { getField } from '#canonical';
import type { Assigned } from './assign.ts';

const UNIT = 'unit_kerja';
const INDUK = 'unit_organisasi_induk';

const isUnit = ({ chosen, column }: Assigned): boolean =>
  (chosen?.field?.nama === UNIT || chosen?.field?.nama === INDUK) && !column.facts.isEmpty;

/** Code and name of one level: every value of a column stands beside one value of each other column. */
function areOneThing(units: readonly Assigned[]): boolean {
  const [first, ...others] = units;
  if (!first) return false;
  return others.every(({ column }) => {
    const beside = new Map<string, string>();
    return first.column.facts.values.every((value, row) => {
      const other = column.facts.values[row] ?? '';
      if (value === '' || other === '') return true;
      const known = beside.get(value) ?? other;
      beside.set(value, known);
      return known === other;
    });
  });
}

/**
 * Columns named skpd, satker, unit or bidang say the office or a part of it: of two sets of columns the coarser one is the induk,
 * whatever their names, when one value of it stands over many of the other.
 */
export function preferCoarserInduk(assigned: readonly Assigned[]): readonly Assigned[] {
  const units = assigned.filter(isUnit);
  if (units.length < 2) return assigned;
  const sizes = units.map(({ column }) => column.facts.distinct.size);
  const finest = Math.max(...sizes);
  const coarsest = Math.min(...sizes);
  const isOneLevel = finest < coarsest * 1.5;
  if ((isOneLevel && !areOneThing(units)) || finest < 6) return assigned;
  const middle = Math.sqrt(finest * coarsest);
  return assigned.map((one) => {
    if (!isUnit(one) || !one.chosen) return one;
    const nama = isOneLevel || one.column.facts.distinct.size > middle ? UNIT : INDUK;
    if (one.chosen.field?.nama === nama) return one;
    return {
      ...one,
      chosen: {
        ...one.chosen,
        field: getField(nama),
        bukti: `${one.chosen.bukti}; ${nama === INDUK ? 'lebih kasar' : 'lebih rinci'} daripada kolom unit lain`,
      },
    };
  });
}
