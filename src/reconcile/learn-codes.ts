import { type Entry, SLOTS } from '#mapping';
import { compareEntries, type EntryContext } from './compare/compare-entries.ts';
import type { DifferenceLog } from './compare/difference-log.ts';
import { EQUAL, TAK_TERBANDINGKAN, TO_LEARN } from './compare/verdict.ts';
import type { LearnedCode } from './protocol.ts';
import type { EntryTable } from './store/entry-table.ts';

/**
 * A code means what at least this share of at least this many people have at BKN. Where many people bear a code, fewer may
 * speak for its meaning: posts go stale by the dozen, but never all the same way. Settings, not a law.
 */
export const LEARNING = [
  { share: 0.9, people: 5 },
  { share: 0.75, people: 30 },
] as const;

export interface LearningInput {
  readonly log: DifferenceLog;
  /** BKN's entry of a pair in a field; 0 for none. */
  readonly bknEntryOf: (pair: number, slot: number) => number;
  /** Whether the pair was found by a number (only those teach). */
  readonly isTeacher: (pair: number) => boolean;
  readonly simpegEntries: readonly (readonly Entry[] | undefined)[];
  readonly bknEntries: readonly EntryTable[];
  readonly context: EntryContext;
}

/**
 * Decides the meaning of bare local codes from the people found on both sides, and judges every place where such a code
 * stood: equal ones become no difference, codes that nobody can explain stay `tak_terbandingkan`.
 */
export function learnCodes(input: LearningInput): LearnedCode[] {
  const tallies = tally(input);
  const learned: LearnedCode[] = [];
  const meaning = new Map<number, number>();
  for (const [key, counts] of tallies) {
    const [slot, code] = [Math.trunc(key / 2 ** 32), key % 2 ** 32];
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const [entry, support] = [...counts].reduce((best, item) => (item[1] > best[1] ? item : best), [0, 0]);
    if (!LEARNING.some(({ share, people }) => total >= people && support >= total * share)) continue;
    meaning.set(key, entry);
    const { field, dictionary } = SLOTS[slot] as (typeof SLOTS)[number];
    learned.push({
      kolom: field.nama,
      kode: input.simpegEntries[dictionary]?.[code]?.text ?? '',
      arti: input.bknEntries[dictionary]?.get(entry).text ?? '',
      dukungan: support,
      bertentangan: total - support,
    });
  }
  judgeAgain(input, meaning);
  return learned;
}

/** Number of a code of a field within one file. */
const codeKey = (slot: number, code: number): number => slot * 2 ** 32 + code;

/** Whether a BKN entry says anything: a code that BKN's file does not explain itself teaches nothing and equals nothing. */
const isTelling = (entries: EntryTable | undefined, entry: number): boolean =>
  entry > 0 && entries?.get(entry).isBareCode === false;

/** How often each BKN entry stands against each code; entries of one meaning count together under the first of them. */
function tally({ log, bknEntryOf, isTeacher, bknEntries }: LearningInput): Map<number, Map<number, number>> {
  const tallies = new Map<number, Map<number, number>>();
  const first = SLOTS.map(({ dictionary }) => firstOfMeaning(bknEntries[dictionary]));
  for (let i = 0; i < log.count; i++) {
    if (log.verdict(i) !== TO_LEARN || !isTeacher(log.pair(i))) continue;
    const slot = log.slot(i);
    const stands = bknEntryOf(log.pair(i), slot);
    if (!isTelling(bknEntries[SLOTS[slot]?.dictionary ?? -1], stands)) continue;
    const entry = first[slot]?.(stands) ?? 0;
    const key = codeKey(slot, log.value(i));
    const counts = tallies.get(key) ?? new Map<number, number>();
    counts.set(entry, (counts.get(entry) ?? 0) + 1);
    tallies.set(key, counts);
  }
  return tallies;
}

/** Gives for each entry the first one that was asked for with the same code, or, without codes, the same text. */
function firstOfMeaning(entries: EntryTable | undefined): (entry: number) => number {
  const byEntry = new Map<number, number>();
  const byMeaning = new Map<string, number>();
  return (entry) => {
    const known = byEntry.get(entry);
    if (known !== undefined || entry <= 0) return known ?? 0;
    if (!entries) return 0;
    const { code, folded } = entries.get(entry);
    const first = byMeaning.get(code || folded) ?? entry;
    byMeaning.set(code || folded, first);
    byEntry.set(entry, first);
    return first;
  };
}

function judgeAgain(
  { log, bknEntryOf, bknEntries, context }: LearningInput,
  meaning: ReadonlyMap<number, number>,
): void {
  for (let i = 0; i < log.count; i++) {
    if (log.verdict(i) !== TO_LEARN) continue;
    const slot = log.slot(i);
    const { field, dictionary } = SLOTS[slot] as (typeof SLOTS)[number];
    const entries = bknEntries[dictionary] as EntryTable;
    const meant = meaning.get(codeKey(slot, log.value(i)));
    const entry = bknEntryOf(log.pair(i), slot);
    const verdict =
      meant === undefined || !isTelling(entries, entry)
        ? TAK_TERBANDINGKAN
        : meant === entry
          ? EQUAL
          : compareEntries(field, entries.get(meant), entries.get(entry), context);
    log.setVerdict(i, verdict);
  }
}
