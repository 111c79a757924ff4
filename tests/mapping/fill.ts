import type { HistoryRow } from '../../src/sample-data/person.ts';
import { foldBknId } from '../../src/rules/bkn-id.ts';
import { personField } from './facts.ts';
import { quote, type Filling } from './people.ts';
import { CROSSED, textHalf, valueKey } from './score-crosswalk.ts';
import type { Structure } from './structures.ts';
import { type RowFacts, seedOf } from './row-facts.ts';
import { codeOf, type ColumnTruth, writeColumn, type WrittenColumn } from './write-values.ts';

export interface FilledTable {
  readonly csv: string;
  /** Rows of texts, without the heading. */
  readonly cells: readonly (readonly string[])[];
  /** In the order of the columns. */
  readonly truths: readonly ColumnTruth[];
  /** Rows by written code of each coded column: how often a code occurs. */
  readonly support: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** What BKN's ids truly stand behind each written value: people by field, folded value and id. */
  readonly ids: TrueIds;
}

export type TrueIds = ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, number>>>;

/** A table of the structure, filled with the people; histories hold several rows a person. */
export function fillStructure(structure: Structure, office: readonly Filling[], seed: string): FilledTable {
  const rows = office.flatMap((filling) => rowsOf(structure.entity, filling));
  const columns = structure.columns.map((column) => writeColumn(structure, column, rows, seed));
  const cells = rows.map((row) => columns.map(({ write }) => write(row)));
  const support = new Map<string, Map<string, number>>();
  columns.forEach(({ truth }, index) => {
    if (!truth.codes) return;
    const counts = new Map<string, number>();
    for (const row of cells) counts.set(row[index] ?? '', (counts.get(row[index] ?? '') ?? 0) + 1);
    support.set(truth.name, counts);
  });
  const lines = [structure.columns.map(({ name }) => name), ...cells];
  const csv = `${lines.map((line) => line.map(quote).join(',')).join('\n')}\n`;
  const truths = columns.map(({ truth }) => truth);
  return { csv, cells, truths, support, ids: listTrueIds(columns, rows, cells, `${seed}/${structure.slug}`) };
}

function listTrueIds(
  columns: readonly WrittenColumn[],
  rows: readonly RowFacts[],
  cells: readonly (readonly string[])[],
  salt: string,
): TrueIds {
  const byField = new Map<string, Map<string, Map<string, number>>>();
  const count = (kolom: string, name: string, textOf: (row: RowFacts, index: number) => string): void => {
    const field = personField(kolom);
    const values = byField.get(kolom) ?? new Map<string, Map<string, number>>();
    byField.set(kolom, values);
    rows.forEach((row, index) => {
      const value = valueKey(textOf(row, index));
      const id = foldBknId(codeOf(field, row.facts, seedOf(`${salt}/${name}`, row)));
      if (value === '' || id === '') return;
      const ids = values.get(value) ?? new Map<string, number>();
      values.set(value, ids.set(id, (ids.get(id) ?? 0) + 1));
    });
  };
  columns.forEach(({ truth: { name, canonical, further = [] }, part }, column) => {
    const main = textHalf(canonical);
    if (main !== null && CROSSED.has(main)) count(main, name, (_, index) => cells[index]?.[column] ?? '');
    if (!part) return;
    for (const field of [main, ...further.map((each) => textHalf(each.field))])
      if (field !== null && CROSSED.has(field)) count(field, name, (row) => part(field, row));
  });
  return byField;
}

function rowsOf(entity: string, filling: Filling): readonly RowFacts[] {
  const { facts, person } = filling;
  const { pangkat, jabatan, kgb, pendidikan } = person.riwayat;
  const all = (list: readonly HistoryRow[], kind: string): readonly RowFacts[] =>
    list.map((event, index) => ({
      filling,
      facts: { ...facts, ...event.facts },
      isLatest: index === list.length - 1,
      kind,
      key: `${kind}${index}`,
    }));
  switch (entity) {
    case 'riwayat_pangkat':
      return all(pangkat, 'pangkat');
    case 'riwayat_jabatan':
      return all(jabatan, 'jabatan');
    case 'riwayat_kgb':
      return all(kgb, 'kgb');
    case 'riwayat_pendidikan':
      return all(pendidikan, 'pendidikan');
    case 'riwayat_sk':
      return [...all(pangkat, 'pangkat'), ...all(jabatan, 'jabatan'), ...all(kgb, 'kgb')].map(asDecree);
    default:
      return [{ filling, facts, isLatest: true, key: '' }];
  }
}

/** A decree of any kind in the fields that a table of all decrees has. */
function asDecree(row: RowFacts): RowFacts {
  const facts: Readonly<Record<string, string | undefined>> = row.facts;
  const suffix = row.kind === 'pangkat' ? 'golongan' : row.kind;
  const decree: Record<string, string | undefined> = {
    ...facts,
    no_sk: facts[`no_sk_${suffix}`],
    tgl_sk: facts[`tgl_sk_${suffix}`],
    tmt: facts[`tmt_${suffix}`],
    pejabat_sk: facts[`pejabat_sk_${suffix}`],
  };
  if (row.kind !== 'pangkat') for (const field of ['golongan', 'golongan_id']) decree[field] = undefined;
  if (row.kind !== 'jabatan') for (const field of ['jabatan', 'jabatan_id']) decree[field] = undefined;
  return { ...row, facts: decree };
}
