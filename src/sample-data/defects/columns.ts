import type { PegawaiField } from '#canonical';
import { parseIsoDate } from '#kernel/local-date.ts';
import type { Column } from '../offices/column.ts';
import type { OfficeProfile } from '../offices/profiles.ts';
import type { Facts } from '../person.ts';
import { type DefectChoice, type DefectId, isChosen } from './rates.ts';

/** A defect of a whole column, for the ledger. */
export interface ColumnDefect {
  readonly cacat: DefectId;
  readonly column: string;
  readonly kanonik: string;
  readonly harapan: 'bukan_selisih' | 'kolom_ditolak' | 'peringatan';
  /** Heading now and before, where it changed. */
  readonly tertulis?: string | undefined;
  readonly benar?: string | undefined;
}

export interface DamagedColumns {
  readonly columns: readonly Column[];
  readonly defects: readonly ColumnDefect[];
}

/** Applies D06, D15 and D23 to the columns of an office that is marked for them. */
export function damageColumns(
  columns: readonly Column[],
  profile: OfficeProfile,
  choice: DefectChoice,
): DamagedColumns {
  const defects: ColumnDefect[] = [];
  const marked = (id: DefectId): boolean => profile.marks.includes(id) && isChosen(id, choice);
  let result = columns;
  const replace = (
    id: DefectId,
    field: PegawaiField,
    harapan: ColumnDefect['harapan'],
    change: (column: Column) => Column,
  ): void => {
    const target = result.find((column) => column.field === field);
    if (!target) return;
    result = result.map((column) => (column === target ? change(column) : column));
    defects.push({ cacat: id, column: target.name, kanonik: field, harapan });
  };
  if (marked('D06')) {
    const field = swappedField(profile);
    replace('D06', field, 'bukan_selisih', (column) => swapDays(column, field));
  }
  if (marked('D15')) replace('D15', 'nip', 'kolom_ditolak', roundNumber);
  if (marked('D23')) misfill(profile, replace);
  return { columns: result, defects };
}

/** TMT golongan first; two offices have another column of dates swapped. */
function swappedField({ kode }: OfficeProfile): PegawaiField {
  if (kode === '6428') return 'tmt_jabatan';
  return kode === '6429' ? 'tanggal_lahir' : 'tmt_golongan';
}

/** Day and month change places in every row; days above 12 stay as they are. */
function swapDays(column: Column, field: PegawaiField): Column {
  return {
    ...column,
    reader: {
      jenis: 'tanggal',
      urutan: column.reader.jenis === 'tanggal' && column.reader.urutan === 'dmy' ? 'mdy' : 'ymd',
    },
    encode: (facts, row) => {
      const swapped = swapIso(facts[field]);
      return column.encode(swapped === undefined ? facts : withValue(facts, field, swapped), row);
    },
  };
}

export function swapIso(iso: string | undefined): string | undefined {
  if (iso === undefined) return undefined;
  const swapped = `${iso.slice(0, 4)}-${iso.slice(8, 10)}-${iso.slice(5, 7)}`;
  return parseIsoDate(swapped) === undefined ? undefined : swapped;
}

function withValue(facts: Facts, field: PegawaiField, value: string): Facts {
  return { ...facts, [field]: value };
}

/** As a spreadsheet keeps a long number: 15 digits, then zeros. */
function roundNumber(column: Column): Column {
  return {
    ...column,
    type: 'number',
    encode: (facts, row) => {
      const cell = column.encode(facts, row);
      return cell !== null && /^\d{18}$/.test(cell) ? `${cell.slice(0, 15)}000` : cell;
    },
  };
}

type Replace = (
  id: DefectId,
  field: PegawaiField,
  harapan: ColumnDefect['harapan'],
  change: (column: Column) => Column,
) => void;

/** RW filled with RT; the column of telephones filled with e-mail addresses. */
function misfill({ family }: OfficeProfile, replace: Replace): void {
  const other: PegawaiField = family === 'A' ? 'alamat_rt' : 'email';
  replace('D23', family === 'A' ? 'alamat_rw' : 'no_hp', 'peringatan', (column) => ({
    ...column,
    canonical: other,
    field: other,
    encode: (facts) => facts[other] ?? '',
  }));
}
