import { partsOf, sheetsOf, type Source, type SourceTable, stackTables } from '#formats';
import { choosePeopleTable, findPeopleTable, isAside } from '../propose/people-table.ts';
import { findYardstick } from '../propose/yardstick.ts';
import { sampleOf } from '../sample/table-sample.ts';
import { matchHeadings } from './match-headings.ts';

/** Names of tables whose people are no longer in service, or that show another day. */
const FORMER =
  /(?:^|[^\p{L}])(?:pensiun(?:an)?|purna|meninggal|wafat|almarhum|berhenti|diberhentikan|keluar|arsip|lama|salinan|copy\d*|bkp)(?:$|[^\p{L}])/iu;

/** Whether a table is by its name none of the people in service today. */
export const isSetAside = (name: string): boolean => isAside(name) || FORMER.test(name);

/** The year that a name ends in or speaks of: of copies of one table the newest counts, and one without a year before all. */
const yearOf = (name: string): number =>
  Math.max(-1, ...[...name.matchAll(/(?<!\d)(?:19|20)\d\d/g)].map(([year]) => Number(year)));
const recency = (name: string): number => (yearOf(name) < 0 ? Number.POSITIVE_INFINITY : yearOf(name));

/** People whom two tables must have in common, of those looked at, to show the same people twice. */
const SAME_PEOPLE = 0.8;
/** Fewer people looked at prove nothing. */
const FEW = 5;

/** A single table or sheet, and the table of the source to which it belongs. */
interface Unit {
  readonly table: SourceTable;
  readonly owner: SourceTable;
  /** Where the columns of the first one stand in it. */
  readonly columns: readonly number[];
}

/**
 * The source with its people in one table: sheets, files or tables of people under the same headings (in any order) are read one after
 * the other. Columns that not all of them have are left out, for an absent column is no empty one. What shows the same people
 * again (a year before, a copy), or people who have left, stays a table of its own, which is then named as not read.
 */
export function stackPeople(source: Source): Source {
  const [only] = source.tables;
  if (only && source.tables.length === 1 && partsOf(only).length === 1) return source;
  const people = findPeopleTable(source);
  if (!people) return source;
  const members = findMembers(source, people);
  const owners = new Set(members.map(({ owner }) => owner));
  const isRead = new Set(members.map(({ table }) => table));
  const own = partsOf(people);
  if (members.length === own.length && owners.size === 1 && owners.has(people)) return source;
  const stack = buildStack(members);
  choosePeopleTable(stack);
  const tables = source.tables.flatMap((table): readonly SourceTable[] => {
    if (table === members[0]?.owner) return [stack, ...restOf(table, isRead)];
    return owners.has(table) ? restOf(table, isRead) : [table];
  });
  return { ...source, tables };
}

const parts = new WeakMap<SourceTable, readonly SourceTable[]>();

/** The same objects whenever they are asked for. */
function unitsOf(table: SourceTable): readonly SourceTable[] {
  const known = parts.get(table) ?? partsOf(table);
  parts.set(table, known);
  return known;
}

const restOf = (table: SourceTable, isRead: ReadonlySet<SourceTable>): readonly SourceTable[] =>
  unitsOf(table).filter((unit) => !isRead.has(unit));

function findMembers(source: Source, people: SourceTable): readonly Unit[] {
  const alike = source.tables.flatMap((owner): readonly Unit[] => {
    const columns = matchHeadings(people.columns, owner.columns);
    if (owner !== people && (!columns || !holdsPeople(people, owner, columns))) return [];
    const same = columns ?? people.columns.map((_, at) => at);
    return unitsOf(owner).map((table) => ({ table, owner, columns: same }));
  });
  const current = alike.filter(({ table }) => !isSetAside(table.name));
  const units = current.length === 0 ? alike : current;
  // of copies the newest is read, so it comes first
  const ordered = units.toSorted((a, b) => recency(b.table.name) - recency(a.table.name) || 0);
  const seen = new Set<string>();
  const kept = ordered.filter(({ table }, index) => {
    const nips = nipsOf(table);
    const known = nips.filter((nip) => seen.has(nip)).length;
    if (index > 0 && nips.length >= FEW && known >= nips.length * SAME_PEOPLE) return false;
    for (const nip of nips) seen.add(nip);
    return true;
  });
  return kept;
}

const nipsOf = (table: SourceTable): readonly string[] => [
  ...new Set([...findYardstick(sampleOf(table)).parts.values()].map(({ nip }) => nip)),
];

/** Another table must have the people's key where theirs is, or no rows that say otherwise. */
function holdsPeople(people: SourceTable, other: SourceTable, columns: readonly number[]): boolean {
  const key = findYardstick(sampleOf(people)).column;
  const at = key ? (columns[key.index] ?? -1) : -1;
  const column = sampleOf(other).columns[at];
  return column !== undefined && column.filled > 0 && column.share('nip') >= 0.3 && column.variety >= 0.5;
}

/** The members as one table: sheets of one workbook in one pass, whatever else one after the other. */
function buildStack(members: readonly Unit[]): SourceTable {
  const [first] = members;
  if (!first) throw new Error('no table of people');
  const groups = [...Map.groupBy(members, ({ owner }) => owner)].map(([owner, units]) => ({
    columns: units[0]?.columns ?? [],
    table: sheetsOf(
      owner,
      units.map(({ table }) => table),
    ),
  }));
  const [only] = groups;
  if (only && groups.length === 1) return only.table;
  // members of the first owner are its own columns; positions are given from there
  const shared = first.columns.flatMap((_, at) =>
    groups.every(({ columns }) => (columns[at] ?? -1) >= 0) ? [at] : [],
  );
  const headings = shared.map((at) => first.owner.columns[first.columns[at] ?? -1] ?? '');
  return stackTables(
    first.table.name,
    headings,
    groups.map(({ table, columns }) => ({ table, columns: shared.map((at) => columns[at] ?? -1) })),
  );
}

/** Columns of the single tables of a stack that not all of them have, so that nobody's are read. */
export function leftOutColumns({ parts: stacked = [] }: SourceTable): readonly string[] {
  const names = stacked.flatMap(({ table, columns }) =>
    table.columns.filter((heading, at) => heading.trim() !== '' && !columns.includes(at)),
  );
  return [...new Set(names)];
}
