import { dbfDelivery } from '../containers/dbf.ts';
import { diceBits } from '../dice.ts';
import type { RowInfo } from '../offices/column.ts';
import { layoutOf } from '../offices/office-layout.ts';
import type { OfficeProfile } from '../offices/profiles.ts';
import type { Facts } from '../person.ts';
import { describeFile, describeStructure } from './describe-layout.ts';
import type { OfficeRun } from './office-run.ts';

/** The payroll that an office delivers beside its Simpeg: a second source of the same people, in family G. */
export interface Payroll {
  add(facts: Facts, row: RowInfo): void;
  close(): Promise<void>;
}

/** Undefined where the office delivers none, or where every file is to be a CSV. */
export function createPayroll(run: OfficeRun): Payroll | undefined {
  const { profile, population, benih, folder } = run;
  if (!profile.payroll || profile.container === 'csv') return undefined;
  const own: OfficeProfile = { ...profile, family: 'G', version: 'G1', container: 'dbf', encoding: 'cp850', marks: [] };
  const layout = layoutOf(own, population.units(profile.kode), `${benih}/gaji`, [], 0, run.codes);
  const { kode, encoding, delimiter } = own;
  const delivery = dbfDelivery({ folder, name: `${kode}-gaji`, encoding, delimiter, rowsPerInsert: 1 });
  const table = delivery.table({ name: layout.family.people.name, columns: layout.people });
  let rows = 0;
  return {
    add: (facts, row) => {
      if (facts.nip === undefined) return;
      rows++;
      const info = { ...row, number: rows, seed: diceBits(row.seed, 9) };
      table.row(layout.people.map((column) => column.encode(facts, info)));
    },
    close: async () => {
      const second = { ...run, profile: own };
      describeStructure(second, layout, delivery.file);
      describeFile(second, layout, delivery.file, rows);
      await delivery.close();
    },
  };
}
