import { type Entitas, getField } from '#canonical';
import type { SourceTable } from '#formats';
import type { Reference } from '#reference';
import { readConcepts, rowsOf } from '../names/concepts.ts';
import { findPreset, type Preset } from '../presets.ts';
import { joinedName } from '../open-rows.ts';
import type { ColumnMapping, Join, Recipe } from '../recipe.ts';
import { describeColumn } from './describe-column.ts';
import type { DateOrder } from '../sample/date-facts.ts';
import { ColumnFacts } from '../sample/column-facts.ts';
import { findSecrets } from '../sample/secret-columns.ts';
import { sampleOf, type TableSample } from '../sample/table-sample.ts';
import { foldIdentifier } from '#kernel/text.ts';
import { type AssignInput, assignColumns, type Assigned } from './assign.ts';
import { explainByLabels } from './beside-labels.ts';
import { type Candidate, listCandidates, nameColumns } from './candidates.ts';
import { findChoices } from './choices.ts';
import { assignCodeParts, type CodeParts, findCodeParts } from './column-groups.ts';
import { ColumnEvidence } from './column-evidence.ts';
import { type Composite, findComposites } from './composites.ts';
import { type Evidence, SharedPeople } from './evidence.ts';
import { proposeFilters } from './filters.ts';
import { tabulateCodes } from './learned-codes.ts';
import { findLookup, listCodeTables, type Lookup } from './lookups.ts';
import type { ReaderFinding } from './reader-finding.ts';
import { chooseReader } from './readers.ts';
import { relateColumns } from './relations.ts';
import { findSplitGolongan } from './split-golongan.ts';
import { findSplitName } from './split-names.ts';
import { relateEvents } from './relate-events.ts';
import { findOwnerYardstick, findRowOwner } from './row-owner.ts';
import { addOfficeItself, preferCoarserInduk } from './unit-levels.ts';
import { findYardstick } from './yardstick.ts';

export interface ColumnsContext {
  readonly entitas: Entitas;
  /** All tables of the source, for the meaning of codes. */
  readonly tables: readonly SourceTable[];
  readonly reference: Reference;
  readonly evidence?: Evidence;
  /** Joins by which columns of other tables stand in the sample. */
  readonly gabung: readonly Join[];
}

type ProposedColumns = Pick<Recipe, 'kolom' | 'rahasia' | 'saring' | 'pilihan'>;

/** Columns, readers, filters and choices of one table, decided over the whole table at once. */
export function proposeColumns(sample: TableSample, context: ColumnsContext): ProposedColumns {
  const { entitas } = context;
  const secret = findSecrets(sample.columns);
  const yardstick = entitas === 'pegawai' ? findYardstick(sample) : findOwnerYardstick(sample);
  const evidence = context.evidence ? new SharedPeople(yardstick, context.evidence) : undefined;
  const people = evidence?.isEnough ? evidence : undefined;
  const preset = entitas === 'pegawai' ? findPreset(sample.columns.map(({ name }) => name)) : undefined;
  const joined = new Set(context.gabung.map(({ tabel }) => tabel));
  const events = new Set(context.gabung.map((join) => joinedName(join, '')));
  const named = nameColumns(
    sample.columns.map(({ name }) => name),
    {
      contextOf: (name) => (joined.has(name.slice(0, name.lastIndexOf('.'))) ? contextOf(name) : []),
      joined,
      rowsOf: (name) => (events.has(name.slice(0, name.lastIndexOf('.') + 1)) ? 'riwayat' : rowsOf(entitas)),
    },
  );
  // a pointer to a row of a history is no value once that row stands beside the person
  const pointers = new Set(context.gabung.filter(({ terbesar }) => terbesar === undefined).map(({ ke }) => ke));
  const open = sample.columns.map((facts) => (secret.has(facts) ? new ColumnFacts(facts.name, -1, '', []) : facts));
  const composites =
    preset || entitas !== 'pegawai'
      ? []
      : [...findComposites(open, named, yardstick), ...findSplitGolongan(open, named), ...findSplitName(open, named)];
  const composed = new Set(composites.flatMap(({ columns }) => columns));
  const inputs = sample.columns.map((facts, index): AssignInput => {
    const column = new ColumnEvidence(facts, yardstick);
    const name = named[index] ?? { name: facts.name, concepts: readConcepts(facts.name, rowsOf(entitas)), context: [] };
    if (secret.has(facts) || composed.has(facts) || pointers.has(facts.name) || holdsRows(facts))
      return { named: name, column, candidates: [], isClosed: true };
    return {
      named: name,
      column,
      candidates: presetCandidate(preset, facts.name) ?? listCandidates(name, column, entitas, people),
    };
  });
  const first = assignColumns(
    entitas === 'pegawai'
      ? preset
        ? inputs
        : relateColumns(inputs)
      : relateEvents(inputs, entitas, findRowOwner(sample)),
  );
  const parts = findCodeParts(first);
  const assigned = readTogether(preferCoarserInduk(first), parts);
  const codeTables = listCodeTables(
    context.tables,
    new Set([sample.tabel, ...context.gabung.map(({ tabel }) => tabel)]),
  );
  const isBkn = preset !== undefined || isMirror(assigned);
  const lookups = new Map<Assigned, Lookup>();
  const readers = new Map<Assigned, ReaderFinding>();
  for (const one of assigned) {
    const field = one.chosen?.field;
    if (!field) continue;
    if (parts?.reader.kolom.includes(one.named.name)) {
      readers.set(one, { reader: parts.reader, bukti: '', isGuess: false });
      continue;
    }
    const lookup = findLookup(field, one.named, one.column.facts, codeTables);
    if (lookup) lookups.set(one, lookup);
    readers.set(
      one,
      chooseReader(field, one.column, { yardstick, people, reference: context.reference, isBkn, lookup }),
    );
  }
  agreeOnOrder(assigned, readers);
  explainByLabels(assigned, readers, context.reference);
  const labels = labelsOf(context.tables, lookups);
  const kolom = assigned.map((one) => {
    const field = one.chosen?.field;
    const isLocal = field?.tipe === 'kode' && LOCAL.has(readers.get(one)?.reader.jenis ?? '');
    const codes = isLocal ? tabulateCodes(field, one.column.facts, people) : [];
    return describeColumn(one, readers.get(one), assigned, entitas, codes);
  });
  return {
    kolom: [...withComposites(addOfficeItself(textsFirst(kolom, assigned), sample), composites)],
    rahasia: [...secret].map(({ name }) => name),
    saring: [
      ...proposeFilters(assigned, {
        reference: context.reference,
        yardstick,
        readerOf: (one) => readers.get(one),
        labelsOf: (one) => labels.get(one),
      }),
    ],
    pilihan: [...findChoices(assigned, readers)],
  };
}

/** A history as JSON within a cell: a table of its own, or too deep to be read. */
const holdsRows = (facts: ColumnFacts): boolean => facts.shareOf((value) => /^\[\s*\{/.test(value)) > 0.5;

/** What several values in one column, or one over several, are read as; a field that has a column of its own needs no part. */
function withComposites(kolom: readonly ColumnMapping[], composites: readonly Composite[]): readonly ColumnMapping[] {
  if (composites.length === 0) return kolom;
  const taken = new Set(kolom.map(({ kanonik }) => kanonik));
  const parts = composites.flatMap(({ mappings }) => mappings).filter(({ kanonik }) => !taken.has(kanonik));
  return kolom.flatMap((column) => {
    const own = parts.filter(({ sumber }) => sumber === column.sumber);
    return column.kanonik === null && own.length > 0 ? own : [column];
  });
}

/** Readers of codes that are not BKN's. */
const LOCAL: ReadonlySet<string> = new Set(['kode', 'kode_lokal', 'rujukan']);

/** Date columns that decide nothing by themselves, or are empty in the sample, are read as most of their neighbours are. */
function agreeOnOrder(assigned: readonly Assigned[], readers: Map<Assigned, ReaderFinding>): void {
  const orders = new Map<DateOrder, number>();
  for (const { reader, isGuess } of readers.values()) {
    if (reader.jenis === 'tanggal' && !isGuess) orders.set(reader.urutan, (orders.get(reader.urutan) ?? 0) + 1);
  }
  const [usual] = [...orders].toSorted((a, b) => b[1] - a[1])[0] ?? [];
  if (usual === undefined || usual === 'ydm') return;
  for (const one of assigned) {
    const known = readers.get(one);
    if (one.chosen?.field?.tipe !== 'tanggal' || !known) continue;
    const isOpen = one.column.facts.isEmpty || (known.isGuess && known.reader.jenis === 'tanggal');
    if (!isOpen) continue;
    const reader = { jenis: 'tanggal', urutan: usual } as const;
    readers.set(one, { reader, bukti: 'urutan seperti kolom tanggal lain', isGuess: !one.column.facts.isEmpty });
  }
}

/** Two columns of BKN's long ids beside each other: the table mirrors BKN's record and carries its codes. */
function isMirror(assigned: readonly Assigned[]): boolean {
  return assigned.filter(({ chosen, column }) => chosen?.field && column.facts.share('hex') > 0.7).length >= 2;
}

/** Decisions that look at several columns: a code over several columns, years and months in one text. */
function readTogether(assigned: readonly Assigned[], parts: CodeParts | undefined): readonly Assigned[] {
  const joined = parts ? assignCodeParts(assigned, parts) : assigned;
  if (joined.some(({ chosen }) => chosen?.field?.nama === 'masa_kerja_tahun')) return joined;
  const years = getField('masa_kerja_tahun');
  return joined.map((one) => {
    const isText = one.chosen?.field?.nama === 'masa_kerja_teks' && one.column.facts.share('masaKerjaTeks') > 0.5;
    return isText && one.chosen ? { ...one, chosen: { ...one.chosen, field: years } } : one;
  });
}

/** Concepts of the joined table that a column comes from: "r_jab.nosk" is the decree of the jabatan. */
function contextOf(name: string): readonly string[] {
  const dot = name.lastIndexOf('.');
  if (dot <= 0) return [];
  return readConcepts(name.slice(0, dot)).filter((concept) => CONTEXT.has(concept));
}

const CONTEXT: ReadonlySet<string> = new Set([
  'pangkat',
  'gol',
  'jab',
  'kgb',
  'gaji',
  'pendidikan',
  'cpns',
  'pns',
  'pppk',
]);

function presetCandidate(preset: Preset | undefined, heading: string): readonly Candidate[] | undefined {
  const field = preset?.fields.get(foldIdentifier(heading));
  if (!preset || !field) return undefined;
  const bukti = preset.nama === 'siasn' ? 'judul kolom ekspor SIASN' : 'kolom PUPNS/SAPK';
  return [{ field, score: 1, name: 1, fit: 1, isProved: true, bukti }];
}

function labelsOf(
  tables: readonly SourceTable[],
  lookups: ReadonlyMap<Assigned, Lookup>,
): ReadonlyMap<Assigned, ReadonlyMap<string, string>> {
  const labels = new Map<Assigned, ReadonlyMap<string, string>>();
  for (const [one, { tabel, kunci, nilai }] of lookups) {
    const table = tables.find(({ name }) => name === tabel);
    if (!table) continue;
    const { columns } = sampleOf(table);
    const keys = columns.find(({ name }) => name === kunci)?.values ?? [];
    const texts = columns.find(({ name }) => name === nilai)?.values ?? [];
    labels.set(one, new Map(keys.map((key, row) => [key, texts[row] ?? ''])));
  }
  return labels;
}

/**
 * Of several columns of one field the first that is not empty counts: texts stand before codes, an override before all. Only
 * columns of one field change places.
 */
function textsFirst(kolom: readonly ColumnMapping[], assigned: readonly Assigned[]): readonly ColumnMapping[] {
  const rank = (index: number): number => {
    const one = assigned[index];
    if (!one) return 0;
    const isText = one.column.facts.share('huruf') > 0.3 || one.column.facts.meanLength > 14;
    return (
      (one.named.concepts.includes('manual') ? -4 : 0) +
      (isText ? -2 : 0) +
      (one.named.concepts.includes('akhir') ? -1 : 0) +
      (one.named.concepts.includes('id') ? 1 : 0)
    );
  };
  const groups = Map.groupBy(
    kolom.map((_, index) => index),
    (index) => kolom[index]?.kanonik ?? null,
  );
  const ordered = [...kolom];
  for (const [kanonik, places] of groups) {
    if (kanonik === null || places.length < 2) continue;
    const best = places.toSorted((a, b) => rank(a) - rank(b) || a - b);
    places.forEach((place, position) => {
      const column = kolom[best[position] ?? place];
      if (column) ordered[place] = column;
    });
  }
  return ordered;
}
