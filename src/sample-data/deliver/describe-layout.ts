import { formatIsoDate, addMonths } from '#kernel/local-date.ts';
import type { Column } from '../offices/column.ts';
import type { OfficeLayout } from '../offices/office-layout.ts';
import type { OfficeRun } from './office-run.ts';
import { count } from './record-case.ts';

const HEADING_ROWS: Readonly<Record<string, string>> = { F1: '9', F2: '1', F3: '5' };

/** Enters the structure of an office's file: its columns, the meaning of its codes, its units and the file itself. */
export function describeLayout(run: OfficeRun, layout: OfficeLayout, berkas: string, rows: number): void {
  const { ledger, profile, kiriman, per } = run;
  const { people } = layout.family;
  describeColumns(run, berkas, people.name, people.entitas, layout.people);
  for (const { layout: history, columns } of layout.histories)
    describeColumns(run, berkas, history.name, history.entitas, columns);
  for (const table of layout.codes) {
    for (const { local, label, bkn } of table.entries())
      ledger.add('acuan', [profile.kode, table.name, local, label, table.canonical, bkn]);
  }
  for (const unit of layout.units.all) {
    const parent = layout.units.all[unit.induk];
    ledger.add('unit', [profile.kode, unit.kode, unit.id, unit.nama, unit.namaLama, parent?.id, unit.tingkat]);
  }
  const heading = profile.container === 'xlsx' ? (HEADING_ROWS[profile.version] ?? '1') : '1';
  ledger.add('berkas', [
    profile.kode,
    kiriman,
    berkas,
    profile.container,
    profile.encoding,
    profile.container === 'csv' ? profile.delimiter : '',
    people.name,
    heading,
    rows,
    profile.family,
    profile.version,
    profile.quality,
    formatIsoDate(addMonths(per, -profile.lagMonths)),
  ]);
  for (const { cacat, column, kanonik, harapan } of layout.columnDefects) {
    ledger.add('cacat', [profile.kode, berkas, people.name, '', column, kanonik, cacat, 'simpeg', '', '', '', harapan]);
    count(run, 'simpeg', cacat);
  }
}

function describeColumns(
  { ledger, profile, kiriman }: OfficeRun,
  berkas: string,
  tabel: string,
  entitas: string,
  columns: readonly Column[],
): void {
  columns.forEach(({ name, canonical, also = [], reader, secret }, i) => {
    const fields = canonical === null ? [''] : [canonical, ...also];
    fields.forEach((field, part) => {
      const bagian = fields.length > 1 ? String(part + 1) : '';
      ledger.add('kolom', [
        profile.kode,
        kiriman,
        berkas,
        tabel,
        entitas,
        i + 1,
        name,
        field,
        bagian,
        JSON.stringify(reader),
        secret ? 'ya' : '',
      ]);
    });
  });
}
