import { cellText, readTable, type Source, type SourceTable } from '#formats';
import type { Entitas } from '#canonical';
import { columnNames } from '../column-names.ts';
import { isLater, locateJoin, rankOf, recencyOf, tieOf } from '../join-store.ts';
import { matchName } from '../names/name-score.ts';
import { readConcepts } from '../names/concepts.ts';
import { joinedName } from '../open-rows.ts';
import type { Join } from '../recipe.ts';
import { ColumnFacts } from '../sample/column-facts.ts';
import { isSecretName } from '../sample/secret-columns.ts';
import { sampleOf, type TableSample } from '../sample/table-sample.ts';
import { decreeJoins, type Link } from './decree-joins.ts';
import { findEntitas, historyOf } from './entitas.ts';
import { CLEAR, findByField } from './find-by-field.ts';
import { isAside } from './people-table.ts';

export interface JoinedSample {
  /** The people's sample with the current rows of the joined tables beside it. */
  readonly sample: TableSample;
  readonly gabung: readonly Join[];
}

/** By which fields the newest row of a history is told: its day of effect, and between equals the date of the decree. */
const NEWEST: ReadonlyMap<Entitas, { readonly tmt: readonly string[]; readonly seri: readonly string[] }> = new Map([
  ['riwayat_pangkat', { tmt: ['riwayat_pangkat.tmt_golongan'], seri: ['riwayat_pangkat.tgl_sk'] }],
  ['riwayat_jabatan', { tmt: ['riwayat_jabatan.tmt_jabatan'], seri: ['riwayat_jabatan.tgl_sk'] }],
  ['riwayat_kgb', { tmt: ['riwayat_kgb.tmt_kgb'], seri: ['riwayat_kgb.tgl_sk'] }],
  ['riwayat_pendidikan', { tmt: ['riwayat_pendidikan.tahun_lulus', 'riwayat_pendidikan.tgl_ijazah'], seri: [] }],
]);

/** Histories whose current row the person's fields may need, with the fields that a table of people has where it does not. */
const NEEDED: ReadonlyMap<Entitas, readonly string[]> = new Map([
  ['riwayat_pangkat', ['tmt_golongan', 'golongan']],
  ['riwayat_jabatan', ['tmt_jabatan']],
  ['riwayat_pendidikan', ['pendidikan_tahun_lulus']],
]);

/** Lays the current rows of those histories beside the people's sample that hold what the people's own columns do not. */
export async function addJoins(
  source: Source,
  people: SourceTable,
  sample: TableSample,
  whole: boolean,
): Promise<JoinedSample> {
  if (source.tables.length === 1) return { sample, gabung: [] };
  const own = new Set(people.columns.flatMap((column) => clearFields(column, 'pegawai')));
  const gabung = source.tables.flatMap((table) =>
    table.name === people.name || isAside(table.name) ? [] : proposeJoins(table, sample, own, source.tables),
  );
  const columns = [...sample.columns];
  for (const join of gabung) {
    for (const column of await joinedColumns(source, join, sample, whole)) {
      columns.push(new ColumnFacts(column.name, columns.length, column.type, column.values));
    }
  }
  return { sample: { ...sample, columns }, gabung };
}

/** Fields that a name says clearly. */
function clearFields(name: string, entitas: Entitas): readonly string[] {
  return matchName(name, { entitas })
    .filter(({ likeness }) => likeness >= CLEAR)
    .flatMap(({ field }) => (field ? [field.nama] : []));
}

/** Whose rows they are where the container itself says it: rows that lie within the rows of the people. */
const containedIn = ({ within, columns }: SourceTable, people: TableSample): Link | undefined =>
  within?.table === people.tabel ? { kunci: columns[0] ?? '', ke: within.key } : undefined;

function proposeJoins(
  table: SourceTable,
  people: TableSample,
  own: ReadonlySet<string>,
  tables: readonly SourceTable[],
): readonly Join[] {
  const entitas = historyOf(table.name) ?? findEntitas(table);
  const history = sampleOf(table);
  if (entitas === 'riwayat') {
    const link = containedIn(table, people) ?? findLink(history, people);
    return link ? decreeJoins(table, history, link, tables) : [];
  }
  const needed = NEEDED.get(entitas);
  if (!needed || table.columns.length < 4) return [];
  const pointer = findPointer(table, history, people);
  const isHeld = needed.every((sign) => own.has(sign));
  if (isHeld && !pointer) return [];
  const link = pointer ?? containedIn(table, people) ?? findLink(history, people);
  if (!link) return [];
  if (pointer) return [{ tabel: table.name, ...link, hanya: [] }];
  const join = joinHistory(table, history, link, entitas);
  return join ? [join] : [];
}

/** How the current row of a history is told: its date of effect, the date of its decree between equals, a mark of the latest. */
export function joinHistory(table: SourceTable, history: TableSample, link: Link, entitas: Entitas): Join | undefined {
  const newest = NEWEST.get(entitas);
  if (!newest) return undefined;
  const terbesar = findByField(table, entitas, newest.tmt);
  const seri = findByField(table, entitas, newest.seri);
  const flag = findLatestFlag(history, link.kunci);
  return {
    tabel: table.name,
    ...link,
    ...(terbesar === undefined ? {} : { terbesar }),
    ...(!terbesar || !seri || !hasTies(history, link.kunci, terbesar) ? {} : { seri }),
    hanya: flag === undefined ? [] : [{ sumber: flag, nilai: ['1'] }],
  };
}

/** Whether a person has several rows that are equally late: a decree and the one that mended it. */
function hasTies(history: TableSample, kunci: string, terbesar: string): boolean {
  const column = (name: string): readonly string[] => history.columns.find((each) => each.name === name)?.values ?? [];
  const dates = column(terbesar);
  const rows = column(kunci).map((owner, row) => `${owner} ${rankOf(dates[row] ?? '')}`);
  return new Set(rows).size < rows.length;
}

/**
 * The pair of columns by which rows of a history find their person: a key on the people's side, known values on the other. Where no name
 * says so the values must.
 */
export const findLink = (history: TableSample, people: TableSample): Link | undefined =>
  findLinkBy(history, people, (column, key) => isPersonColumn(column.name, key.name), KNOWN) ??
  findLinkBy(history, people, mayPointToPerson, ALL_KNOWN);

/** Share of a history's values that must be keys of people; of a column that its name does not explain nearly all. */
const KNOWN = 0.3;
const ALL_KNOWN = 0.97;

function findLinkBy(
  history: TableSample,
  people: TableSample,
  isLink: (column: ColumnFacts, key: ColumnFacts) => boolean,
  least: number,
): Link | undefined {
  let best: Link | undefined;
  let bestShare = least;
  for (const key of people.columns) {
    if (key.variety < 0.97 || key.filledShare < 0.9) continue;
    for (const column of history.columns) {
      if (column.isEmpty || !isLink(column, key)) continue;
      const share = column.shareOf((value) => key.distinct.has(value));
      if (share <= bestShare) continue;
      best = { kunci: column.name, ke: key.name };
      bestShare = share;
    }
  }
  return best;
}

function isPersonColumn(name: string, key: string): boolean {
  if (name.toLowerCase() === key.toLowerCase()) return key.toLowerCase() !== 'id';
  const words = readConcepts(name);
  return words.includes('nip') || (words.includes('pegawai') && words.length <= 2);
}

/** Rows from which a pointer without a name is believed, and how many of them one person may have. */
const FEWEST_POINTERS = 20;
const MOST_ROWS_EACH = 12;

/** A number that comes again from row to row, of about as many as there are people, whose name says nothing else: "REF", "id_induk". */
const mayPointToPerson = (column: ColumnFacts, key: ColumnFacts): boolean =>
  key.share('bulat') > 0.9 &&
  column.share('bulat') > 0.9 &&
  column.filledShare > 0.97 &&
  column.variety < 1 &&
  column.distinct.size >= FEWEST_POINTERS &&
  column.filled <= column.distinct.size * MOST_ROWS_EACH &&
  readConcepts(column.name).every((concept) => concept.startsWith('?') || NAMELESS.has(concept));
const NAMELESS: ReadonlySet<string> = new Set(['id', 'no', 'induk', 'pegawai', 'orang', 'dan']);

/** A column of the people's table that names the row of the history: "riwayat_pangkat_id". */
function findPointer(table: SourceTable, history: TableSample, people: TableSample): Link | undefined {
  const nouns = readConcepts(table.name).filter((concept) => concept !== 'id');
  const id = history.columns.find(
    (column) => column.variety === 1 && column.filledShare === 1 && /(?:^|_)id(?:_|$)/i.test(column.name),
  );
  if (!id || !nouns.includes('riwayat')) return undefined;
  const pointer = people.columns.find((column) => {
    const words = readConcepts(column.name);
    const isNamed = words.includes('id') && nouns.every((noun) => noun === 'riwayat' || words.includes(noun));
    const isRowNumber = column.share('bulat') > 0.9 && column.variety > 0.9;
    const isOnly = words.every((word) => word === 'id' || nouns.includes(word));
    return isNamed && isOnly && isRowNumber && pointsHome(column, id, history, people);
  });
  return pointer && { kunci: id.name, ke: pointer.name };
}

/** Whether the rows that a column names belong to the persons that name them. */
function pointsHome(pointer: ColumnFacts, id: ColumnFacts, history: TableSample, people: TableSample): boolean {
  const link = findLink(history, people);
  const owners = history.columns.find(({ name }) => name === link?.kunci);
  const keys = people.columns.find(({ name }) => name === link?.ke);
  if (!owners || !keys) return false;
  const ownerOf = new Map(id.values.map((value, row) => [value, owners.values[row]]));
  const named = pointer.values.flatMap((value, row) =>
    ownerOf.has(value) ? [ownerOf.get(value) === keys.values[row]] : [],
  );
  return named.length > 0 && named.filter(Boolean).length > named.length * 0.8;
}

const LATEST = ['flag', 'akhir', 'aktif', 'status'];

/** A mark of the newest row: 0 or 1, and at most one 1 a person in nearly all cases. */
function findLatestFlag(history: TableSample, kunci: string): string | undefined {
  const owner = history.columns.find(({ name }) => name === kunci);
  return history.columns.find((column) => {
    const words = readConcepts(column.name);
    if (!LATEST.some((word) => words.includes(word))) return false;
    if (column.isEmpty || column.shareOf((value) => value === '0' || value === '1') < 1 || !column.distinct.has('1'))
      return false;
    const marked = (owner?.values ?? []).filter((_, row) => column.values[row] === '1');
    return new Set(marked).size >= marked.length * 0.9;
  })?.name;
}

interface JoinedColumn {
  readonly name: string;
  readonly type: string;
  readonly values: readonly string[];
}

/** Rows of a history that are read to find those of the sampled people, when the people were sampled from the start. */
const QUICK_ROWS = 3_000;

/** The columns of the current rows of the sampled people, row by row as in the sample. */
export async function joinedColumns(
  source: Source,
  join: Join,
  sample: TableSample,
  whole: boolean,
): Promise<readonly JoinedColumn[]> {
  const table = source.tables.find(({ name }) => name === join.tabel);
  const keys = sample.columns.find(({ name }) => name === join.ke);
  if (!table || !keys) return [];
  const names = columnNames(table.columns);
  const rows = await readCurrent(source, join, names, keys, whole ? Number.POSITIVE_INFINITY : QUICK_ROWS);
  return names.flatMap((name, column) => {
    if (isLinkColumn(name, table, column, join) || isSecretName(name)) return [];
    const values = keys.values.map((key) => rows.get(key)?.[column] ?? '');
    return [{ name: joinedName(join, name), type: table.types[column] ?? '', values }];
  });
}

/** Keys, row numbers and marks of a history tell nothing about the person. */
function isLinkColumn(name: string, table: SourceTable, column: number, join: Join): boolean {
  if (name === join.kunci || join.hanya.some(({ sumber }) => sumber === name)) return true;
  const words = readConcepts(name).filter((word) => word !== 'id' && word !== 'riwayat');
  const nouns = readConcepts(table.name);
  if (words.every((word) => word === 'pegawai' || word === 'nip')) return true;
  const facts = new ColumnFacts(
    name,
    column,
    '',
    table.sample.map((row) => row[column] ?? ''),
  );
  const isSerial = facts.variety === 1 && facts.share('bulat') === 1;
  const isMark =
    words.length === 1 && words[0] === 'status' && facts.shareOf((value) => value === '0' || value === '1') === 1;
  return isMark || (isSerial && words.every((word) => nouns.includes(word) || word === 'pegawai'));
}

async function readCurrent(
  source: Source,
  join: Join,
  names: readonly string[],
  keys: ColumnFacts,
  limit: number,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const located = locateJoin(join, names, []);
  const current = new Map<string, { readonly rank: number; readonly tie: number; readonly cells: readonly string[] }>();
  let seen = 0;
  for await (const block of readTable(source, join.tabel)) {
    for (let row = 0; row < block.rows; row++, seen++) {
      const owner = located ? cellText(block, row, located.key) : '';
      const rank = located && keys.distinct.has(owner) ? recencyOf(located, block, row) : undefined;
      if (!located || rank === undefined) continue;
      const known = current.get(owner);
      const tie = tieOf(located, block, row);
      if (known && !isLater(rank, tie, known.rank, known.tie)) continue;
      current.set(owner, { rank, tie, cells: names.map((_, column) => cellText(block, row, column)) });
    }
    if (seen >= limit) break;
  }
  return new Map([...current].map(([owner, { cells }]) => [owner, cells]));
}
