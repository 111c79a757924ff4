import type { Field } from '#canonical';
import type { Reference } from '#reference';
import { parseGolongan } from '#rules/golongan.ts';
import type { ColumnFacts } from '../sample/column-facts.ts';
import type { CodeRow } from '../recipe.ts';
import { createUnderstand, isClosedField, type Understand } from '../plan/understand.ts';
import { isTold } from '../told-code.ts';
import type { SharedPeople } from './evidence.ts';
import { localReader } from './code-readers.ts';
import { meaning } from './meaning.ts';
import { found, isCode, type ReaderFinding, sorted } from './reader-finding.ts';

/** Longer lists are shown by their commonest codes. */
const MOST_ROWS = 400;
/** Columns of more different codes are numbers of something else. */
const MOST_CODES = 5_000;
/** States that an office tells apart in words. */
const MOST_WORDS = 40;

/** The reader of a column and its description ask for the same table. */
const tables = new WeakMap<
  SharedPeople,
  Map<ColumnFacts, { readonly nama: string; readonly rows: readonly CodeRow[] }>
>();

/** What stands at BKN beside each code, the commonest codes first: BKN's usual value, how many bear it out, how many do not. */
export function tabulateCodes(field: Field, facts: ColumnFacts, people: SharedPeople | undefined): readonly CodeRow[] {
  if (!people?.isEnough || facts.distinct.size > (isCode(facts) ? MOST_CODES : MOST_WORDS)) return [];
  const ofPeople = tables.get(people) ?? new Map<ColumnFacts, { nama: string; rows: readonly CodeRow[] }>();
  tables.set(people, ofPeople);
  const known = ofPeople.get(facts);
  if (known?.nama === field.nama) return known.rows;
  const rows = countCodes(field, facts, people);
  ofPeople.set(facts, { nama: field.nama, rows });
  return rows;
}

function countCodes(field: Field, facts: ColumnFacts, people: SharedPeople): readonly CodeRow[] {
  const counts = new Map<string, Map<string, number>>();
  for (const [value, bkn] of people.pairs(field, facts)) {
    const of = counts.get(value) ?? new Map<string, number>();
    of.set(bkn, (of.get(bkn) ?? 0) + 1);
    counts.set(value, of);
  }
  return [...counts]
    .map(([kode, of]): CodeRow => {
      const all = [...of.values()].reduce((sum, count) => sum + count, 0);
      const [bkn, most] = [...of].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? ['', 0];
      return { kode, bkn, dukungan: most, bertentangan: all - most, pasti: isTold(most, all) };
    })
    .toSorted((a, b) => b.dukungan - a.dukungan || (a.kode < b.kode ? -1 : 1))
    .slice(0, MOST_ROWS);
}

/** Whether a code is BKN's value in BKN's own writing: "31" is III/a without any table. */
function isOwn({ normalisasi }: Field, kode: string, bkn: string): boolean {
  if (kode === bkn) return true;
  if (normalisasi !== 'golongan') return false;
  const [own, other] = [parseGolongan(kode), parseGolongan(bkn)];
  return own.ok && other.ok && own.value !== undefined && own.value === other.value;
}

/** Share of people who must bear out a table: a rare code of few people may stand wrong on either side. */
const BORNE_OUT = 0.9;

/**
 * Whether the people in common bear out a table that is complete by itself. Such a table says more than they do, who do not bear
 * every code.
 */
export function bearsOut(
  field: Field,
  { reader }: ReaderFinding,
  rows: readonly CodeRow[],
  reference: Reference,
): boolean {
  if (reader.jenis !== 'kode') return false;
  const understand = understandingOf(reference);
  let [people, agreeing] = [0, 0];
  for (const { kode, bkn, dukungan, pasti } of rows) {
    const label = reader.tabel[kode];
    if (!pasti || label === undefined) continue;
    people += dukungan;
    if (meaning(understand, field, label) === meaning(understand, field, bkn)) agreeing += dukungan;
  }
  return people > 0 && agreeing >= people * BORNE_OUT;
}

const understandings = new WeakMap<Reference, Understand>();

function understandingOf(reference: Reference): Understand {
  const known = understandings.get(reference) ?? createUnderstand(reference);
  understandings.set(reference, known);
  return known;
}

/** Share of people who must agree on a word, and whose code must be told before the column's reading is no guess. */
const COVERED = 0.9;

/** Share of the cells that the list must not understand for the words to be the office's own. */
const OWN = 0.5;

/** Words for the values of a closed list that the list does not have: "Sampun" for married, "BACH" for S-1. */
export function hasOwnWords(field: Field, facts: ColumnFacts, reference: Reference): boolean {
  if (!isClosedField(field) || isCode(facts) || facts.distinct.size > MOST_WORDS) return false;
  const understand = understandingOf(reference);
  const known = facts.shareOf((label) => {
    const entry = understand(field, { delivered: label, label, id: '', isKnown: true });
    return entry.problem === undefined && entry.code !== '';
  });
  return known < OWN;
}

/** The reader of such words, where people in common tell at least two of them apart. */
export function learnedWords(
  field: Field,
  facts: ColumnFacts,
  people: SharedPeople | undefined,
): ReaderFinding | undefined {
  // a word that is read wrong makes differences, one that is not read is named
  const told = tabulateCodes(field, facts, people).filter(
    ({ pasti, dukungan, bertentangan }) => pasti && dukungan >= (dukungan + bertentangan) * COVERED,
  );
  if (new Set(told.map(({ bkn }) => bkn)).size < 2) return undefined;
  const table = sorted(Object.fromEntries(told.map(({ kode, bkn }) => [kode, bkn])));
  const bukti = `arti ${told.length} dari ${facts.distinct.size} istilah dipelajari dari pegawai yang ada di BKN`;
  return found({ jenis: 'kode', tabel: table }, bukti, told.length < facts.distinct.size);
}

/**
 * The reader of codes that people in common explain; undefined where they explain none, or where the codes are BKN's own. Codes that are
 * missing in its table stay open: they are learned from everybody while files are compared.
 */
export function learnedReader(
  field: Field,
  facts: ColumnFacts,
  people: SharedPeople | undefined,
): ReaderFinding | undefined {
  const rows = tabulateCodes(field, facts, people);
  const told = rows.filter(({ pasti }) => pasti);
  if (told.every(({ kode, bkn }) => isOwn(field, kode, bkn))) return undefined;
  const table = sorted(Object.fromEntries(told.map(({ kode, bkn }) => [kode, bkn])));
  const all = [...facts.distinct.values()].reduce((sum, count) => sum + count, 0);
  const explained = told.reduce((sum, { kode }) => sum + (facts.distinct.get(kode) ?? 0), 0);
  const longest = Math.max(...told.map(({ kode }) => kode.length));
  const bukti = `arti ${told.length} dari ${facts.distinct.size} kode dipelajari dari pegawai yang ada di BKN`;
  // beside a table a longer code counts as dirt: where rare codes are longer the list stays open as a whole
  const isOpen = facts.shareOf((value) => value.length > longest) > 0;
  const reader = isOpen ? localReader(field, facts).reader : ({ jenis: 'kode', tabel: table } as const);
  return found(reader, bukti, explained < all * COVERED);
}
