import type { SourceTable } from '#formats';
import { rankOf } from '../join-store.ts';
import { readConcepts } from '../names/concepts.ts';
import type { Join } from '../recipe.ts';
import type { ColumnFacts } from '../sample/column-facts.ts';
import { sampleOf, type TableSample } from '../sample/table-sample.ts';
import { findByField } from './find-by-field.ts';
import { isCategory, tellsKind } from './history-kind.ts';

/** Column of a history and column of the people's table that hold the same key. */
export interface Link {
  readonly kunci: string;
  readonly ke: string;
}

/** Kinds of decree by the words of their category's label. */
const KINDS: readonly (readonly [kind: string, words: RegExp])[] = [
  ['cpns', /\bCPNS\b|CALON/i],
  ['pns', /(?<!C)\bPNS\b/i],
  ['kgb', /KGB|BERKALA/i],
  ['pangkat', /PANGKAT|GOLONGAN/i],
  ['jabatan', /JABATAN|PELANTIKAN|MUTASI/i],
];

/** One table of all decrees: each category whose label names a kind gives a join of its own. */
export function decreeJoins(
  table: SourceTable,
  history: TableSample,
  link: Link,
  tables: readonly SourceTable[],
): readonly Join[] {
  const factsOf = (field: string): ColumnFacts | undefined => {
    const name = findByField(table, 'riwayat', [field]);
    return history.columns.find((column) => column.name === name);
  };
  const [golongan, jabatan] = [factsOf('riwayat.golongan'), factsOf('riwayat.jabatan')];
  const kind = findCategory(history, golongan, jabatan);
  const terbesar = findByField(table, 'riwayat', ['riwayat.tmt']);
  if (!kind || terbesar === undefined) return [];
  const meaning = nameCategories(kind, { history, kunci: link.kunci, terbesar, jabatan }, categoryLabels(kind, tables));
  const kinds = [...Map.groupBy(meaning.keys(), (code) => meaning.get(code) ?? '')];
  return kinds
    .map(([name, codes]): Join => {
      const hanya = [{ sumber: kind.name, nilai: codes.toSorted() }];
      return { tabel: table.name, ...link, terbesar, hanya, sebagai: `${table.name}_${name}` };
    })
    .toSorted((a, b) => compareText(a.sebagai ?? '', b.sebagai ?? ''));
}

/** The column of the kinds of decree: by its name, else because it decides whether a golongan or a post is named. */
function findCategory(
  { columns }: TableSample,
  golongan: ColumnFacts | undefined,
  jabatan: ColumnFacts | undefined,
): ColumnFacts | undefined {
  const named = columns.find(({ name }) => isCategory(readConcepts(name, 'riwayat')));
  if (named) return named;
  return golongan && jabatan && columns.find((column) => tellsKind(column, golongan, jabatan));
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Category code -> kind of decree: by its label; without labels by what its decrees say. */
function nameCategories(
  kind: ColumnFacts,
  decrees: Decrees,
  labels: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const meaning = new Map<string, string>();
  for (const code of [...kind.distinct.keys()].toSorted()) {
    const label = labels.get(code) ?? code;
    const named = KINDS.find(([, words]) => words.test(label))?.[0];
    const name = named ?? kindByContent(code, kind, decrees);
    if (name !== undefined) meaning.set(code, name);
  }
  return meaning;
}

/** The table of all decrees with the columns that its kinds are told by. */
interface Decrees {
  readonly history: TableSample;
  readonly kunci: string;
  readonly terbesar: string;
  readonly jabatan: ColumnFacts | undefined;
}

/** Rank decrees name a golongan, those of a post alone the post; periodic raises of a person lie whole pairs of years apart; the others are about the post. */
function kindByContent(
  code: string,
  kind: ColumnFacts,
  { history, kunci, terbesar, jabatan }: Decrees,
): string | undefined {
  const rows = kind.values.flatMap((value, row) => (value === code ? [row] : []));
  if (rows.length < 5) return undefined;
  const namesGolongan = history.columns.some(
    (column) => rows.filter((row) => ROMAN.test(column.values[row] ?? '')).length > rows.length * 0.6,
  );
  if (namesGolongan) return 'pangkat';
  const namesPost = rows.filter((row) => (jabatan?.values[row] ?? '') !== '').length > rows.length * 0.6;
  if (namesPost && jabatan && jabatan.filledShare < 0.9) return 'jabatan';
  const column = (name: string): ColumnFacts | undefined => history.columns.find((each) => each.name === name);
  const [owners, dates] = [column(kunci), column(terbesar)];
  let gaps = 0;
  let pairs = 0;
  for (const same of Map.groupBy(rows, (row) => owners?.values[row] ?? '').values()) {
    const months = same.map((row) => monthNumber(dates?.values[row] ?? '')).toSorted((a, b) => a - b);
    for (let i = 1; i < months.length; i++) {
      gaps++;
      if (((months[i] ?? 0) - (months[i - 1] ?? 0)) % 24 === 0) pairs++;
    }
  }
  return gaps >= 5 && pairs > gaps * 0.7 ? 'kgb' : 'jabatan';
}

const ROMAN = /\b(?:I{1,3}|IV)\s*\/\s*[a-e]\b/i;

function monthNumber(text: string): number {
  const date = rankOf(text);
  return Math.trunc(date / 10_000) * 12 + (Math.trunc(date / 100) % 100);
}

function categoryLabels(kind: ColumnFacts, tables: readonly SourceTable[]): ReadonlyMap<string, string> {
  for (const table of tables) {
    if (!readConcepts(table.name).includes('kategori') || table.columns.length > 6) continue;
    const { columns } = sampleOf(table);
    const key = columns.find(
      (column) => column.variety === 1 && [...kind.distinct.keys()].every((code) => column.distinct.has(code)),
    );
    const label = columns.find((column) => column !== key && column.shareOf((value) => /\p{L}{3}/u.test(value)) > 0.7);
    if (key && label) return new Map(key.values.map((code, row) => [code, label.values[row] ?? '']));
  }
  return new Map();
}
