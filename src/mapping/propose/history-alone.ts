import type { Entitas } from '#canonical';
import type { Source, SourceTable } from '#formats';
import type { Join } from '../recipe.ts';
import { ColumnFacts } from '../sample/column-facts.ts';
import { sampleOf, type TableSample } from '../sample/table-sample.ts';
import { findEntitas } from './entitas.ts';
import { joinedName } from '../open-rows.ts';
import { decreeJoins } from './decree-joins.ts';
import { joinedColumns, joinHistory } from './joins.ts';
import { findOwner, repeatsPersons } from './row-owner.ts';

/** A delivery without a table of people: of a history each person's last row is the present state. */
export interface HistoryAlone {
  /** One row a person: what does not change from row to row, and beside it the current row. */
  readonly sample: TableSample;
  /** One join, or of decrees of all kinds one for each kind. */
  readonly joins: readonly Join[];
  /** Column that tells whose row it is. */
  readonly key: string;
  /** Columns that change from row to row: read only in the current one. */
  readonly changing: readonly string[];
}

const HISTORIES: ReadonlySet<Entitas> = new Set([
  'riwayat',
  'riwayat_pangkat',
  'riwayat_jabatan',
  'riwayat_pendidikan',
  'riwayat_kgb',
]);

/** A history that repeats persons by their NIP; of several the one with most columns. Undefined where `people` holds people. */
export function findHistoryAlone(source: Source, people: SourceTable | undefined): SourceTable | undefined {
  const isHistory = (table: SourceTable): boolean =>
    HISTORIES.has(findEntitas(table)) && repeatsPersons(sampleOf(table));
  if (people) return isHistory(people) ? people : undefined;
  return source.tables.filter(isHistory).toSorted((a, b) => b.columns.length - a.columns.length)[0];
}

/** Share of the persons with several rows for whom a column must say the same in all of them. */
const CONSTANT = 0.95;

/** The people of a history; undefined where nothing tells which of their rows is the last. */
export async function readHistoryAlone(
  source: Source,
  table: SourceTable,
  sample: TableSample,
  whole: boolean,
): Promise<HistoryAlone | undefined> {
  const key = findOwner(sample);
  const joins = key ? joinsToItself(source, table, key.name) : [];
  if (!key || joins.length === 0) return undefined;
  const rows = Map.groupBy(key.values.keys(), (row) => key.values[row] ?? '');
  rows.delete('');
  const several = [...rows.values()].filter((own) => own.length > 1);
  const isConstant = ({ values }: ColumnFacts): boolean =>
    several.filter((own) => own.every((row) => values[row] === values[own[0] ?? 0])).length >=
    several.length * CONSTANT;
  const firsts = [...rows.values()].map(([row]) => row ?? 0);
  const constant = sample.columns.filter((column) => column === key || (!column.isEmpty && isConstant(column)));
  const own = constant.map((column, index) => {
    const values = firsts.map((row) => column.values[row] ?? '');
    return new ColumnFacts(column.name, index, column.type, values);
  });
  const people: TableSample = { ...sample, columns: own, rows: firsts.length };
  const isOwn = new Set(joins.flatMap((join) => constant.map(({ name }) => joinedName(join, name))));
  const beside: ColumnFacts[] = [];
  for (const join of joins) {
    for (const { name, type, values } of await joinedColumns(source, join, people, whole)) {
      const facts = new ColumnFacts(name, own.length + beside.length, type, values);
      // a column that the decrees of one kind leave empty is about another kind
      if (!isOwn.has(name) && (joins.length === 1 || !facts.isEmpty)) beside.push(facts);
    }
  }
  return {
    sample: { ...people, columns: [...own, ...beside] },
    joins,
    key: key.name,
    changing: sample.columns.flatMap((column) => (constant.includes(column) ? [] : [column.name])),
  };
}

/** The history laid beside itself: its current row, or of decrees the current one of each kind. None where nothing tells it. */
function joinsToItself(source: Source, table: SourceTable, key: string): readonly Join[] {
  const [history, link, entitas] = [sampleOf(table), { kunci: key, ke: key }, findEntitas(table)];
  if (entitas === 'riwayat') return decreeJoins(table, history, link, source.tables);
  const join = joinHistory(table, history, link, entitas);
  return join && (join.terbesar !== undefined || join.hanya.length > 0) ? [{ ...join, sebagai: entitas }] : [];
}
