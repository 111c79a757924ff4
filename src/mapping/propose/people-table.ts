import type { Source, SourceTable } from '#formats';
import { readConcepts } from '../names/concepts.ts';
import { sampleOf, type TableSample } from '../sample/table-sample.ts';
import { findYardstick } from './yardstick.ts';

/** Words of tables that hold proposals, copies or traces, never the present state. */
const ASIDE =
  /(?:^|[_.])(?:temp|tmp|log|logs|backup|bak|old|usul|usulan|validasi|history|audit)(?:$|[_.])|_temp$|_tmp$/i;

/** Whether a table is a working copy of another one: a twin under `_temp`, a log, another schema. */
export function isAside(name: string): boolean {
  return ASIDE.test(name);
}

const words = (table: SourceTable): ReadonlySet<string> =>
  new Set(table.columns.flatMap((column) => readConcepts(column)));

/**
 * How likely a table is the one that holds one row a person: a key of 18-digit numbers without repeats, names, birth dates
 * and many facts about persons. Users, logs and histories lack one or another.
 */
function rate(table: SourceTable): number {
  if (table.columns.length < 3) return 0;
  const sample = sampleOf(table);
  const concepts = words(table);
  const has = (concept: string): number => (concepts.has(concept) ? 1 : 0);
  const facts =
    has('nama') +
    has('lahir') * 2 +
    has('kelamin') * 2 +
    has('agama') +
    has('kawin') +
    has('gol') * 0.5 +
    has('cpns') +
    has('alamat') * 0.5 +
    has('nip');
  const key = keyQuality(sample);
  const login = has('!password') && !has('lahir') && sample.columns.length < 10 ? 4 : 0;
  const size = Math.min(1, sample.columns.length / 12);
  const value = (facts + key * 6) * size - login;
  return isAside(table.name) ? value * 0.2 : value;
}

/** 0 to 1: share of unlike NIPs in the best column; half of it where the table has no rows to judge by. */
function keyQuality(sample: TableSample): number {
  const { column, parts } = findYardstick(sample);
  if (!column) return 0;
  return column.variety * Math.min(1, parts.size / Math.max(1, column.filled));
}

/** Tables of which it was decided on opening that they hold the people: others beside them are copies or people who left. */
const chosen = new WeakSet<SourceTable>();

export function choosePeopleTable(table: SourceTable): void {
  chosen.add(table);
}

/** The table of people by its contents; undefined where no table could be. */
export function findPeopleTable(source: Source): SourceTable | undefined {
  const known = source.tables.find((table) => chosen.has(table));
  if (known) return known;
  const rated = source.tables
    .map((table, index) => ({ table, index, value: rate(table) }))
    .toSorted((a, b) => b.value - a.value || b.table.columns.length - a.table.columns.length || a.index - b.index);
  const [best] = rated;
  return best && best.value >= 2 ? best.table : undefined;
}
