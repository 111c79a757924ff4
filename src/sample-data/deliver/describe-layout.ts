import { formatIsoDate, addMonths } from '#kernel/local-date.ts';
import type { Column, FamilyLayout } from '../offices/column.ts';
import { NOISE_TABLES } from '../offices/noise.ts';
import { PLAIN } from '../offices/reader.ts';
import type { OfficeLayout } from '../offices/office-layout.ts';
import type { OfficeRun } from './office-run.ts';
import { count } from './record-case.ts';

const HEADING_ROWS: Readonly<Record<string, string>> = { F1: '9', F2: '1', F3: '5' };

/** Enters what the ledger says of an office's file: its structure, its units, the defects of whole columns and the file itself. */
export function describeLayout(run: OfficeRun, layout: OfficeLayout, berkas: string, rows: number): void {
  const { ledger, profile } = run;
  describeStructure(run, layout, berkas);
  for (const unit of layout.units.all) {
    const parent = layout.units.all[unit.induk];
    ledger.add('unit', [profile.kode, unit.kode, unit.id, unit.nama, unit.namaLama, parent?.id, unit.tingkat]);
  }
  const tabel = layout.family.people.name;
  for (const { cacat, column, kanonik, harapan, tertulis, benar } of layout.columnDefects) {
    const values = [tertulis, benar, harapan];
    ledger.add('cacat', [profile.kode, berkas, tabel, '', column, kanonik, cacat, 'simpeg', '', ...values]);
    count(run, 'simpeg', cacat);
  }
  for (const { peristiwa, kolom } of layout.formChanges) {
    const seen = [run.kiriman, ''];
    ledger.add('perubahan', [run.kiriman, '', profile.kode, peristiwa, formatIsoDate(run.per), kolom, '', '', ...seen]);
  }
  describeFile(run, layout, berkas, rows);
}

/** The true mapping of every column and the true meaning of every local code. */
export function describeStructure(
  run: OfficeRun,
  { family, people, histories, codes, flat }: OfficeLayout,
  berkas: string,
): void {
  describeColumns(run, berkas, family.people.name, family.people.entitas, people);
  for (const { layout, columns } of histories) describeColumns(run, berkas, layout.name, layout.entitas, columns);
  if (!flat) describeOtherTables(run, berkas, family, people);
  for (const table of codes) {
    for (const { local, label, bkn } of table.entries()) {
      run.ledger.add('acuan', [run.profile.kode, table.name, local, label, table.canonical, bkn]);
    }
  }
}

/** Tables beside the people's and the histories: proposals, codes, and what is of no interest. */
function describeOtherTables(run: OfficeRun, berkas: string, family: FamilyLayout, people: readonly Column[]): void {
  if (family.staging !== undefined) describeColumns(run, berkas, family.staging, 'usulan', people.map(unmapped));
  for (const { name, columns } of family.references)
    describeColumns(run, berkas, name, 'acuan', columns.map(plainColumn));
  for (const { name, columns } of NOISE_TABLES)
    describeColumns(
      run,
      berkas,
      name,
      '',
      columns.map(([column]) => ({
        ...plainColumn(column),
        ...(column === 'password' ? { secret: true as const } : {}),
      })),
    );
}

/** What waits for its check feeds nothing. */
const unmapped = (column: Column): Column => ({ ...column, canonical: null, also: [] });

const plainColumn = (name: string): Column => ({
  name,
  type: 'text',
  canonical: null,
  field: null,
  reader: PLAIN,
  encode: () => null,
});

export function describeFile(
  { ledger, profile, kiriman, per }: OfficeRun,
  { family }: OfficeLayout,
  berkas: string,
  rows: number,
): void {
  const heading = profile.container === 'xlsx' ? (HEADING_ROWS[profile.version] ?? '1') : '1';
  const separator = profile.container === 'csv' ? profile.delimiter : '';
  const date = formatIsoDate(addMonths(per, -profile.lagMonths));
  const form = [profile.container, profile.encoding, separator, family.people.name, heading, rows];
  ledger.add('berkas', [
    profile.kode,
    kiriman,
    berkas,
    ...form,
    profile.family,
    profile.version,
    profile.quality,
    date,
  ]);
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
