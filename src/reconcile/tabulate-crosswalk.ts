import type { Field } from '#canonical';
import type { LocalDate } from '#kernel/local-date.ts';
import type { Problem } from '#kernel/problem.ts';
import { ok, type Result } from '#kernel/result.ts';
import { compareText, foldText } from '#kernel/text.ts';
import {
  type Cell,
  createUnderstand,
  DICTIONARY_SLOTS,
  type Entry,
  getSlot,
  isClosedField,
  isTold,
  readRecipe,
  proposeRecipe,
  type Recipe,
  type Row,
  type Slot,
  sourceValueOf,
  type Understand,
  withCrosswalk,
} from '#mapping';
import {
  createCrosswalkFinder,
  crosswalkKey,
  type CrosswalkEntry,
  isPersonal,
  openReference,
  type SourceValue,
} from '#reference';
import { isBknId } from '#rules/bkn-id.ts';
import { compareEntries, type EntryContext } from './compare/compare-entries.ts';
import { createBknEvidence } from './bkn-evidence.ts';
import { createEntryContext } from './compare/entry-context.ts';
import { EQUAL, TO_LEARN } from './compare/verdict.ts';
import { FilePairs } from './file-pairs.ts';
import { isTeachingRung } from './learn-codes.ts';
import { createNumberMatcher, type NumberHit } from './number-match.ts';
import { readBkn } from './read-bkn.ts';
import { openDelivery, type RowSink, withDelivery } from './read-delivery.ts';
import { EntryTable } from './store/entry-table.ts';
import type { BknShared, FileRead } from './protocol.ts';
import { settle } from './settle/settle.ts';
import { UnmatchedRows } from './unmatched.ts';

const JENIS_KELAMIN = getSlot('jenis_kelamin');

/** Fields whose values are codes or names of a list. */
export const CROSSWALK_SLOTS: readonly Slot[] = DICTIONARY_SLOTS.filter(({ field }) => field.tipe === 'kode');

/** How sure a proposed row is; the words of `petakan`. */
export type Tingkat = 'pasti' | 'kuat' | 'lemah';

/** One value of a Simpeg beside what BKN has for the same people. */
export interface CrosswalkRow extends SourceValue {
  /** BKN's id that most people have; '' where nobody was found at BKN. */
  readonly id: string;
  readonly nama: string;
  /** People found on both sides who have it, and who have another. */
  readonly dukungan: number;
  readonly bertentangan: number;
  /** The commonest of the others. */
  readonly lain: readonly { readonly id: string; readonly nama: string; readonly orang: number }[];
  readonly tingkat: Tingkat;
  readonly dasar: 'nama sama' | 'pegawai yang sama' | '';
  /** Lines of selisih.csv that would be gone if the row were accepted. */
  readonly selisih: number;
  /** The reconciliation takes the value for that id already, by its words, by the recipe, or by an accepted crosswalk. */
  readonly isUnderstood: boolean;
}

export interface CrosswalkTable {
  readonly rows: readonly CrosswalkRow[];
  /** People of the delivery found at BKN by person id, NIP, old NIP, or NIK. */
  readonly pegawai: number;
  /** Values left out because they look like something about one person. */
  readonly pribadi: number;
}

export interface TabulateInput {
  readonly instansi: string;
  readonly simpeg: string;
  /** Path of a recipe; without it one is proposed. */
  readonly pemetaan: string | undefined;
  /** The instansi's own crosswalk, as far as it is in force. */
  readonly silang: readonly CrosswalkEntry[];
  /** Day for which the data are read. */
  readonly per?: LocalDate | undefined;
}

/** Counts, for each delivery, what BKN has beside each code and word of it. BKN's file is read once. */
export async function openTabulation(
  bkn: string,
  acuan: string | undefined,
): Promise<Result<(input: TabulateInput) => Promise<Result<CrosswalkTable, Problem>>, Problem>> {
  const loaded = await readBkn(bkn, acuan, NOWHERE);
  if (!loaded.ok) return loaded;
  const { shared } = loaded.value;
  const bknEntries = shared.entries.map((entries) => new EntryTable(entries));
  const reference = openReference(acuan);
  const context = createEntryContext(reference, bknEntries);
  const evidence = createBknEvidence(shared, bknEntries);
  return ok((input) =>
    withDelivery(input.simpeg, async (source, tabel) => {
      const recipe: Result<Recipe, Problem> =
        input.pemetaan === undefined
          ? await proposeRecipe(source, { reference, evidence, ...(tabel === undefined ? {} : { tabel }) })
          : await readRecipe(input.pemetaan);
      if (!recipe.ok) return recipe;
      const find = createCrosswalkFinder(input.silang, undefined);
      const plain = createUnderstand(reference);
      const recorder = createRecorder(find ? withCrosswalk(plain, find) : plain);
      const delivery = await openDelivery({
        source,
        recipe: recipe.value,
        nama: input.simpeg,
        per: input.per,
        understand: recorder.understand,
        quarantine: NOWHERE,
      });
      const { matcher, counts } = createCounts(shared, delivery.plan.delivered);
      const hit: NumberHit = { record: -1, rung: -1, agreement: -1, refused: -1 };
      const [found, unmatched] = [new FilePairs(), new UnmatchedRows()];
      const sexes = delivery.plan.dictionaries[JENIS_KELAMIN.dictionary]?.entries ?? [];
      const sexOf = (entry: number): string => sexes[entry]?.code ?? '';
      let pegawai = 0;
      const count = (row: Row, record: number): void => {
        pegawai++;
        matcher.reader.moveTo(record);
        for (const { slot, pairs: beside } of counts) {
          const simpeg = row.ints[slot.int] as number;
          const bknEntry = matcher.reader.ints[matcher.reader.int + slot.int] as number;
          if (simpeg <= 0) continue;
          const people = beside.get(simpeg) ?? new Map<number, number>();
          beside.set(simpeg, people);
          if (bknEntry > 0) people.set(bknEntry, (people.get(bknEntry) ?? 0) + 1);
        }
      };
      await delivery.read((row, dataRow) => {
        matcher.find(row, hit);
        if (hit.record < 0) {
          unmatched.add(row, dataRow, sexOf, hit.refused);
          return;
        }
        found.add(dataRow, hit.record, hit.rung, hit.agreement);
        count(row, hit.record);
      });
      // whom an old NIP or a NIK finds teaches what codes mean just as well
      const { instansi } = input;
      const read = { ...NOTHING_ELSE, instansi, turunan: delivery.plan.derived };
      const { added } = settle([{ ...read, pairs: found.share(), unmatched: unmatched.summary() }], shared);
      for (const { position, record, rung } of added) {
        if (isTeachingRung(rung)) count(unmatched.restore(position), record);
      }
      let pribadi = 0;
      const rows = counts.flatMap(({ slot, pairs }) => {
        const values = gather(slot, pairs, delivery.plan.dictionaries[slot.dictionary]?.entries ?? [], recorder.cellOf);
        const usable = values.filter(({ value }) => !isPersonal(value));
        pribadi += values.length - usable.length;
        const table = bknEntries[slot.dictionary];
        return table ? judgeColumn(slot.field, usable, table, { context, isUnusable: recorder.isUnusable }) : [];
      });
      return ok({ rows, pegawai, pribadi });
    }),
  );
}

/** What of a delivery the settling of pairs does not look at. */
const NOTHING_ELSE: Omit<FileRead, 'instansi' | 'turunan' | 'pairs' | 'unmatched'> = {
  file: 0,
  kiriman: '',
  berkas: '',
  tabel: '',
  dibaca: 0,
  diterima: 0,
  karantina: 0,
  isian_karantina: 0,
  kode_karantina: {},
  pemetaan: '',
  note: undefined,
  doubtful: [],
  absent: [],
  stack: undefined,
  unread: [],
  hidden: undefined,
  delivered: [],
  pairNip: new Int32Array(0),
  inactive: { nip: new Int32Array(0) },
  duplicates: new Int32Array(0),
  quarantinePart: '',
};

/** Nothing is quarantined here: the reconciliation says it all. */
const NOWHERE: RowSink = { write: () => undefined };

interface Recorder {
  readonly understand: Understand;
  /** The cell that an entry was made of. */
  readonly cellOf: (entry: Entry) => Cell | undefined;
  /** Whether the reconciliation quarantines the value. */
  readonly isUnusable: (entry: Entry) => boolean;
}

/** Remembers the cell of each entry. A value that its list lacks becomes a bare code: just such ones ask for a crosswalk. */
function createRecorder(understand: Understand): Recorder {
  const cells = new Map<Entry, Cell>();
  const unusable = new Set<Entry>();
  return {
    understand: (field, cell) => {
      const { problem, ...entry } = understand(field, cell);
      const kept = problem === undefined ? entry : { ...entry, isBareCode: true };
      if (kept.folded !== '' || kept.code !== '' || kept.isBareCode) cells.set(kept, cell);
      if (problem !== undefined) unusable.add(kept);
      return kept;
    },
    cellOf: (entry) => cells.get(entry),
    isUnusable: (entry) => unusable.has(entry),
  };
}

interface SlotCounts {
  readonly slot: Slot;
  /** People by entry of the Simpeg and entry of BKN. */
  readonly pairs: Map<number, Map<number, number>>;
}

function createCounts(bkn: BknShared, delivered: readonly Slot[]) {
  const atBkn = new Set(bkn.delivered);
  const slots = CROSSWALK_SLOTS.filter((slot) => delivered.includes(slot) && atBkn.has(slot.index));
  const counts = slots.map((slot): SlotCounts => ({ slot, pairs: new Map() }));
  return { matcher: createNumberMatcher(bkn), counts };
}

/** One value of the source: all entries that mean it, with the people by BKN's entry. */
interface Gathered {
  readonly value: SourceValue;
  readonly entries: Map<Entry, ReadonlyMap<number, number>>;
}

function gather(
  { field }: Slot,
  pairs: SlotCounts['pairs'],
  entries: readonly Entry[],
  cellOf: Recorder['cellOf'],
): readonly Gathered[] {
  const byKey = new Map<string, Gathered>();
  for (const [number, beside] of pairs) {
    const entry = entries[number];
    const cell = entry && cellOf(entry);
    // what bears BKN's own id needs no crosswalk
    if (!cell || isBknId(cell.id) || (isClosedField(field) && cell.id !== '' && entry.code === cell.id)) continue;
    const value: SourceValue = { kolom: field.nama, ...sourceValueOf(cell) };
    if (value.kode === '' && value.label === '') continue;
    const key = crosswalkKey(value);
    const known = byKey.get(key) ?? { value, entries: new Map<Entry, ReadonlyMap<number, number>>() };
    byKey.set(key, known);
    known.entries.set(entry, beside);
  }
  return [...byKey.values()];
}

/** People with one of BKN's ids beside a value. */
interface Meaning {
  readonly id: string;
  readonly nama: string;
  readonly folded: string;
  orang: number;
  /** Those who have a line in selisih.csv for it, and those who will have one unless the bare code is learned. */
  selisih: number;
  bare: number;
}

interface Judging {
  readonly context: EntryContext;
  readonly isUnusable: Recorder['isUnusable'];
}

/** A value with what BKN has beside it, most people first. */
interface Told extends Gathered {
  readonly meanings: readonly Meaning[];
  readonly people: number;
}

/** The values of one field, each judged beside the others. */
function judgeColumn(
  field: Field,
  values: readonly Gathered[],
  bkn: EntryTable,
  judging: Judging,
): readonly CrosswalkRow[] {
  const all = values.map((each): Told => {
    const meanings = listMeanings(field, each.entries, bkn, judging);
    return { ...each, meanings, people: meanings.reduce((sum, { orang }) => sum + orang, 0) };
  });
  return all.map((one) => judge(field, one, all, judging.context));
}

const MOST_OTHERS = 3;

/** What most people have beside a value, how sure that is, and how many differences it would explain. */
function judge(field: Field, one: Told, all: readonly Told[], context: EntryContext): CrosswalkRow {
  const { value, entries, meanings, people } = one;
  const isRead = [...entries.keys()].every(({ isBareCode }) => !isBareCode);
  const [most, ...others] = meanings;
  if (!most) return { ...value, ...NOTHING_TOLD, lain: [], isUnderstood: isRead };
  const folded = foldText(value.label);
  const isNamed = folded !== '' && folded === most.folded;
  const isByPeople = isTold(most.orang, people);
  const isOwnWord = !isClosedField(field) && value.label !== '';
  const isProof = isByPeople && (isNamed || isOwnWord || isApart(one, most, all));
  const tingkat =
    isProof || (isNamed && most.orang > people / 2) ? 'pasti' : isLikely(most.orang, people) ? 'kuat' : 'lemah';
  const selisih = most.selisih + (isByPeople ? 0 : most.bare);
  // words that a list has, or that BKN uses for something else, are a difference of facts, not of names
  const isOtherThing = isClosedField(field) ? tingkat !== 'pasti' : context.isKnownName(field, folded);
  const isUnderstood = isRead && (selisih === 0 || isOtherThing);
  if (isClosedField(field) && !isTelling(one, most, all, isNamed))
    return { ...value, ...NOTHING_TOLD, lain: listOthers(meanings), isUnderstood };
  return {
    ...value,
    id: most.id,
    nama: most.nama,
    dukungan: most.orang,
    bertentangan: people - most.orang,
    lain: listOthers(others),
    tingkat,
    dasar: isNamed ? 'nama sama' : 'pegawai yang sama',
    selisih,
    isUnderstood,
  };
}

/** A value that a person must decide on: what BKN has beside it stands under `lain`, nothing is proposed. */
const NOTHING_TOLD = {
  id: '',
  nama: '',
  dukungan: 0,
  bertentangan: 0,
  tingkat: 'lemah',
  dasar: '',
  selisih: 0,
} as const satisfies Partial<CrosswalkRow>;

const listOthers = (meanings: readonly Meaning[]): CrosswalkRow['lain'] =>
  meanings.slice(0, MOST_OTHERS).map(({ id, nama, orang }) => ({ id, nama, orang }));

/** Share and number of people from which what BKN has besides is no chance difference. */
const PART = { share: 0.1, people: 3 } as const;

/**
 * Whether the people tell what a value of a closed list means. Not where they are of many minds; not where all values of the column stand
 * beside the same; and not where a part of them has something that no other value stands for: the value may cover both.
 */
function isTelling(one: Told, most: Meaning, all: readonly Told[], isNamed: boolean): boolean {
  const { meanings, people } = one;
  if (!isLikely(most.orang, people)) return false;
  const isMerged = meanings.some(
    ({ id, orang }) =>
      id !== most.id &&
      orang >= PART.people &&
      orang >= people * PART.share &&
      !all.some((other) => other !== one && other.meanings[0]?.id === id),
  );
  return !isMerged && (isNamed || isApart(one, most, all));
}

/**
 * Whether others have another meaning. Where everybody has the same, BKN's commonest value stands beside any code or word, whatever the
 * column is about.
 */
function isApart(one: Told, most: Meaning, all: readonly Told[]): boolean {
  const others = all.filter((other) => other !== one);
  const isOther = ({ meanings: [first], people }: Told): boolean =>
    first !== undefined && first.id !== most.id && isLikely(first.orang, people);
  if (others.some(isOther)) return true;
  const people = others.reduce((sum, other) => sum + other.people, 0);
  const same = others.reduce((sum, { meanings }) => sum + (meanings.find(({ id }) => id === most.id)?.orang ?? 0), 0);
  return people >= FEWEST_OTHERS && same <= people / 2;
}
const FEWEST_OTHERS = 2;

const isLikely = (most: number, all: number): boolean => most >= 2 && most >= all * 0.75;

const byPeople = (a: Meaning, b: Meaning): number => b.orang - a.orang || compareText(a.id, b.id);

/** People by BKN's id, most people first; ids that the national list repeats count as one, under the one that more people have. */
function listMeanings(
  field: Field,
  entries: Gathered['entries'],
  bkn: EntryTable,
  { context, isUnusable }: Judging,
): readonly Meaning[] {
  const byId = new Map<string, Meaning>();
  for (const [entry, beside] of entries) {
    for (const [number, orang] of beside) {
      const { code, text, folded, isBareCode } = bkn.get(number);
      if (code === '' || isBareCode) continue;
      const meaning = byId.get(code) ?? { id: code, nama: text, folded, orang: 0, selisih: 0, bare: 0 };
      byId.set(code, meaning);
      meaning.orang += orang;
      if (isUnusable(entry)) continue;
      const verdict = compareEntries(field, entry, bkn.get(number), context);
      if (verdict === TO_LEARN) meaning.bare += orang;
      else if (verdict !== EQUAL) meaning.selisih += orang;
    }
  }
  const apart: Meaning[] = [];
  for (const meaning of [...byId.values()].toSorted(byPeople)) {
    const same = apart.find(
      ({ id, folded }) => folded === meaning.folded && context.sameMeaning(field, id, meaning.id),
    );
    if (!same) apart.push(meaning);
    else {
      same.orang += meaning.orang;
      same.selisih += meaning.selisih;
      same.bare += meaning.bare;
    }
  }
  return apart.toSorted(byPeople);
}
