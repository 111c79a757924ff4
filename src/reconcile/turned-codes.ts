import { type Entry, type Recipe, SLOTS } from '#mapping';
import type { DifferenceLog } from './compare/difference-log.ts';
import { BEDA } from './compare/verdict.ts';
import { firstOfMeaning, isTold } from './learn-codes.ts';
import type { TurnedCode, TurnedField } from './protocol.ts';
import type { EntryTable } from './store/entry-table.ts';

/** A field whose codes the recipe explains. */
export interface CodedSlot {
  readonly slot: number;
  readonly sumber: string;
  readonly tabel: Readonly<Record<string, string>>;
}

/** Fields that a recipe reads through a table of codes: its own, or one of the source. */
export function listCodedSlots({ kolom }: Recipe): readonly CodedSlot[] {
  return kolom.flatMap(({ sumber, kanonik, pembaca }): readonly CodedSlot[] => {
    const inner = pembaca.jenis === 'potong' ? pembaca.lalu : pembaca;
    if (inner.jenis !== 'kode' && inner.jenis !== 'rujukan') return [];
    const slot = SLOTS.find(({ field, idField }) => field.nama === kanonik || idField === kanonik);
    if (slot?.kind !== 'sandi') return [];
    return [{ slot: slot.index, sumber, tabel: inner.jenis === 'kode' ? inner.tabel : {} }];
  });
}

export interface TurnedInput {
  readonly log: DifferenceLog;
  readonly coded: readonly CodedSlot[];
  /** Pairs of the delivery, and BKN's entry of a pair in a field; 0 for none. */
  readonly pairs: number;
  readonly bknEntryOf: (pair: number, slot: number) => number;
  /** Whether the pair was found by a number and stands. */
  readonly isTeacher: (pair: number) => boolean;
  readonly simpegEntries: readonly (readonly Entry[] | undefined)[];
  readonly bknEntries: readonly EntryTable[];
}

/** How much commoner BKN's value must be among the people of a code than among all: what everybody has proves nothing. */
const LIFT = 2;

/**
 * Finds codes that mean something else at BKN than in the recipe: nearly all people of a code have one other value there, which is
 * not just what everybody has. Looks only at differences that were found anyhow; the pairs are counted only where those are many.
 */
export function findTurnedCodes(input: TurnedInput): readonly TurnedField[] {
  const { coded } = input;
  if (coded.length === 0 || input.log.count === 0) return [];
  const tallies = tally(input);
  return coded.flatMap((one) => {
    const found = tallies.get(one.slot);
    const suspects = [...(found?.byEntry ?? [])].filter(([, counts]) => {
      const [, most, all] = commonest(counts);
      return isTold(most, all);
    });
    if (!found || suspects.length === 0) return [];
    const base = countPairs(input, one.slot, found.first);
    const judged = suspects.flatMap(([entry, counts]) => judge(input, one, entry, counts, found, base));
    // one code may be wrong with many for a reason of its own, so one at least must say more than what is common
    if (!judged.some(({ lift }) => lift >= LIFT)) return [];
    return [
      describe(
        one,
        judged.map(({ code }) => code).toSorted((a, b) => b.dukungan - a.dukungan),
      ),
    ];
  });
}

interface Tally {
  readonly first: (entry: number) => number;
  /** Simpeg's entry -> BKN's entries beside it, where they differ. */
  readonly byEntry: Map<number, Map<number, number>>;
  /** Differences of any kind by BKN's entry. */
  readonly atBkn: Map<number, number>;
}

function tally({ log, coded, isTeacher, bknEntryOf, bknEntries }: TurnedInput): ReadonlyMap<number, Tally> {
  const tallies = new Map<number, Tally>(
    coded.map(({ slot }) => {
      const first = firstOfMeaning(bknEntries[(SLOTS[slot] as (typeof SLOTS)[number]).dictionary]);
      return [slot, { first, byEntry: new Map(), atBkn: new Map() }];
    }),
  );
  for (let i = 0; i < log.count; i++) {
    const found = tallies.get(log.slot(i));
    if (!found || !isTeacher(log.pair(i))) continue;
    const other = found.first(bknEntryOf(log.pair(i), log.slot(i)));
    if (other <= 0) continue;
    found.atBkn.set(other, (found.atBkn.get(other) ?? 0) + 1);
    if (log.verdict(i) !== BEDA) continue;
    const counts = found.byEntry.get(log.value(i)) ?? new Map<number, number>();
    found.byEntry.set(log.value(i), counts);
    counts.set(other, (counts.get(other) ?? 0) + 1);
  }
  return tallies;
}

function commonest(counts: ReadonlyMap<number, number>): readonly [entry: number, most: number, all: number] {
  let [entry, most, all] = [0, 0, 0];
  for (const [other, count] of counts) {
    all += count;
    if (count > most) [entry, most] = [other, count];
  }
  return [entry, most, all];
}

/** People by BKN's value of a field. */
function countPairs(
  { pairs, isTeacher, bknEntryOf }: TurnedInput,
  slot: number,
  first: Tally['first'],
): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (let pair = 0; pair < pairs; pair++) {
    if (!isTeacher(pair)) continue;
    const entry = first(bknEntryOf(pair, slot));
    if (entry > 0) counts.set(entry, (counts.get(entry) ?? 0) + 1);
  }
  return counts;
}

function judge(
  { simpegEntries, bknEntries }: TurnedInput,
  { slot, tabel }: CodedSlot,
  entry: number,
  counts: ReadonlyMap<number, number>,
  { atBkn }: Tally,
  base: ReadonlyMap<number, number>,
): readonly { readonly code: TurnedCode; readonly lift: number }[] {
  const { dictionary } = SLOTS[slot] as (typeof SLOTS)[number];
  const [local, bkn] = [simpegEntries[dictionary]?.[entry], bknEntries[dictionary]];
  if (!local || !bkn) return [];
  const [other, most, all] = commonest(counts);
  // those who have at BKN what the recipe says: all who have it there, but for those who differ
  const own = [...base.keys()].find((one) => isSame(local, bkn.get(one)));
  const equal = own === undefined ? 0 : (base.get(own) ?? 0) - (atBkn.get(own) ?? 0);
  if (!isTold(most, all + equal)) return [];
  const total = [...base.values()].reduce((sum, count) => sum + count, 0);
  const lift = most / (all + equal) / ((base.get(other) ?? 0) / Math.max(1, total));
  const kode = Object.keys(tabel).filter(
    (key) => tabel[key] === local.text || (local.code !== '' && tabel[key] === local.code),
  );
  const code = {
    kode: kode.join('/'),
    arti: local.text,
    bkn: bkn.get(other).text,
    dukungan: most,
    bertentangan: all + equal - most,
  };
  return [{ code, lift }];
}

const isSame = (a: Entry, b: Entry): boolean =>
  a.code !== '' && b.code !== '' ? a.code === b.code : a.folded !== '' && a.folded === b.folded;

const MOST_LISTED = 5;

function describe({ slot, sumber }: CodedSlot, kode: readonly TurnedCode[]): TurnedField {
  const kolom = (SLOTS[slot] as (typeof SLOTS)[number]).field.nama;
  const listed = kode
    .slice(0, MOST_LISTED)
    .map((code) => {
      const name = code.kode === '' ? code.arti : `${code.kode} (${code.arti})`;
      return `${name} di BKN umumnya ${code.bkn} (${code.dukungan} dari ${code.dukungan + code.bertentangan} pegawai)`;
    })
    .join('; ');
  const kalimat = `Kode di kolom ${sumber} (${kolom}) tampaknya berganti arti: ${listed}. Selisihnya tetap ditulis; periksa dengan petakan --bkn, lalu sahkan pemetaan yang benar.`;
  return { kolom, sumber, kode, kalimat };
}
