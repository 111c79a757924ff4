import { COMPARED_FIELDS } from '#canonical';
import { createLot, type Lot } from '../dice.ts';
import { type ColumnDefect, damageColumns } from '../defects/columns.ts';
import { changeHeaders } from '../defects/headers.ts';
import type { DefectChoice } from '../defects/rates.ts';
import type { Unit } from '../units.ts';
import { changeForms, type FormChange, renumberCodes } from './changing.ts';
import { type CodeMemory, type CodeTable, createCodeTable } from './codes.ts';
import type { Column, FamilyLayout, HistoryLayout } from './column.ts';
import { FAMILIES } from './families.ts';
import type { OfficeProfile } from './profiles.ts';
import { createUnitCodes, type UnitCodes } from './unit-codes.ts';
import { varyTable } from './vary.ts';

export interface HistoryTable {
  readonly layout: HistoryLayout;
  readonly columns: readonly Column[];
}

/** The whole structure of one office: what the files are written by, and what the truth ledger says of them. */
export interface OfficeLayout {
  readonly profile: OfficeProfile;
  readonly family: FamilyLayout;
  readonly people: readonly Column[];
  readonly columnDefects: readonly ColumnDefect[];
  /** What this delivery writes otherwise than the one before, and means the same. */
  readonly formChanges: readonly FormChange[];
  /** The column of the NIP is damaged beyond use. */
  readonly nipLost: boolean;
  readonly flat: boolean;
  readonly histories: readonly HistoryTable[];
  readonly units: UnitCodes;
  readonly codes: readonly CodeTable[];
  /** Compared fields that the file carries in any way. */
  readonly carried: ReadonlySet<string>;
  /** Fields written as free text, and those of them that have no code beside them. */
  readonly asText: ReadonlySet<string>;
  readonly textOnly: ReadonlySet<string>;
  /** Fields that stand in the people's table as BKN's id and as text. */
  readonly pairedFields: ReadonlySet<string>;
  /** Names carry the titles. */
  readonly mixedNames: boolean;
}

/** Lays out an office for its n-th delivery (0: the first): the family's shape, varied by the office's own stream. */
export function layoutOf(
  profile: OfficeProfile,
  units: readonly Unit[],
  benih: string,
  choice: DefectChoice,
  delivery: number,
  memory?: CodeMemory,
): OfficeLayout {
  const lot = createLot(`${benih}/tata-letak/${profile.kode}`);
  const codes: CodeTable[] = [];
  const unitCodes = createUnitCodes(units);
  const numbers = renumberCodes(profile.kode, delivery, benih);
  const shape = FAMILIES[profile.family]({
    office: profile,
    lot,
    units: unitCodes,
    table: (options) => {
      const table = createCodeTable(
        numbers.apply(options),
        memory,
        `${profile.kode}/${profile.version}/${options.name}`,
      );
      codes.push(table);
      return table;
    },
  });
  const flat = isFlat(profile);
  const joined = flat ? shape.histories.filter((each) => each.joined).flatMap(joinedColumns) : [];
  const people = varyTable(shape.people, lot, { flat, locals: true, longest: longestHeading(profile) });
  const headers = changeHeaders([...people, ...joined], profile, delivery, benih, choice);
  const family = withSheet(shape, headers.sheet);
  const forms = changeForms(headers.columns, profile.kode, delivery, benih);
  const { columns, defects } = damageColumns(forms.columns, profile, choice);
  const histories = flat ? [] : historiesOf(family, lot);
  const all = [...columns, ...histories.filter(({ layout }) => layout.joined).flatMap((each) => each.columns)];
  const asText = new Set(all.flatMap((column) => (column.text && column.field !== null ? [column.field] : [])));
  const coded = new Set(all.flatMap((column) => (!column.text && column.field !== null ? [column.field] : [])));
  return {
    profile,
    family,
    people: columns,
    columnDefects: [...defects, ...headers.defects],
    formChanges: [...forms.changes, ...numbers.changes].filter((change) => change.delivery === delivery),
    nipLost: defects.some(({ cacat }) => cacat === 'D15'),
    flat,
    histories,
    units: unitCodes,
    codes,
    carried: carriedBy(all),
    asText,
    pairedFields: pairedIn(columns),
    mixedNames: columns.some(({ reader }) => reader.jenis === 'nama_bergelar'),
    textOnly: new Set([...asText].filter((field) => !coded.has(field))),
  };
}

function withSheet(family: FamilyLayout, name: string | undefined): FamilyLayout {
  return name === undefined ? family : { ...family, people: { ...family.people, name } };
}

/** dBASE knows ten letters. */
function longestHeading({ container }: OfficeProfile): number | undefined {
  return container === 'dbf' ? 10 : undefined;
}

/** Containers that hold one table: histories are joined in, local ids get their label beside them. */
export function isFlat({ container }: OfficeProfile): boolean {
  return (
    container === 'csv' || container === 'xlsx' || container === 'dbf' || container === 'json' || container === 'ndjson'
  );
}

/** The current row of a history beside the person, under the history's name. */
function joinedColumns({ name, blocks }: HistoryLayout): Column[] {
  const prefix = name.slice(name.indexOf('.') + 1);
  return blocks.flat().flatMap((column) => {
    if (column.field === null || column.canonical === '@pegawai_key' || column.dumpOnly) return [];
    return [{ ...column, name: `${prefix}_${column.name}`, canonical: column.field }];
  });
}

function historiesOf(family: FamilyLayout, lot: Lot): HistoryTable[] {
  return family.histories.map((layout) => ({
    layout,
    columns: varyTable(layout, lot, { flat: false, locals: false }),
  }));
}

const COMPARED: ReadonlySet<string> = new Set(COMPARED_FIELDS.map(({ nama }) => nama as string));

function carriedBy(columns: readonly Column[]): ReadonlySet<string> {
  const carried = new Set<string>();
  for (const { field, canonical, also = [] } of columns) {
    if (field === null || canonical === null || canonical === '@pegawai_key') continue;
    for (const each of [field, ...also]) {
      const text = each.replace(/_id$/, '');
      carried.add(COMPARED.has(text) ? text : each);
    }
  }
  return carried;
}

function pairedIn(columns: readonly Column[]): ReadonlySet<string> {
  const fields = new Set(columns.map(({ field }) => field));
  return new Set([...fields].flatMap((field) => (field !== null && fields.has(`${field}_id`) ? [field] : [])));
}
