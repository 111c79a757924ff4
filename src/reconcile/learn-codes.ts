import { type Entry, SLOTS } from '#mapping';
import { compareEntries, type EntryContext } from './compare/compare-entries.ts';
import type { DifferenceLog } from './compare/difference-log.ts';
import { EQUAL, TAK_TERBANDINGKAN, TO_LEARN } from './compare/verdict.ts';
import type { LearnedCode } from './protocol.ts';

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
  readonly bknEntries: readonly (readonly Entry[])[];
  readonly context: EntryContext;
}

/**
 * Decides the meaning of bare local codes from the people found on both sides, and judges every place where such a code
 * stood: equal ones become no difference, codes that nobody can explain stay `tak_terbandingkan`.
 */
export function learnCodes(input: LearningInput): LearnedCode[] {
  const tallies = tally(input);
  const learned: LearnedCode[] = [];
  const meaning = new Map<string, number>();
  for (const [key, counts] of tallies) {
    const [slot = 0, code = 0] = key.split(':').map(Number);
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const [entry, support] = [...counts].reduce((best, item) => (item[1] > best[1] ? item : best), [0, 0]);
    if (!LEARNING.some(({ share, people }) => total >= people && support >= total * share)) continue;
    meaning.set(key, entry);
    const { field, dictionary } = SLOTS[slot] as (typeof SLOTS)[number];
    learned.push({
      kolom: field.nama,
      kode: input.simpegEntries[dictionary]?.[code]?.text ?? '',
      arti: input.bknEntries[dictionary]?.[entry]?.text ?? '',
      dukungan: support,
      bertentangan: total - support,
    });
  }
  judgeAgain(input, meaning);
  return learned;
}

/** How often each BKN entry stands against each code; entries of one meaning count together under the first of them. */
function tally({ log, bknEntryOf, isTeacher, bknEntries }: LearningInput): Map<string, Map<number, number>> {
  const tallies = new Map<string, Map<number, number>>();
  const firstOf = new Map<string, number>();
  for (let i = 0; i < log.count; i++) {
    if (log.verdict(i) !== TO_LEARN || !isTeacher(log.pair(i))) continue;
    const slot = log.slot(i);
    const entry = bknEntryOf(log.pair(i), slot);
    if (entry <= 0) continue;
    const { code, folded } = bknEntries[(SLOTS[slot] as (typeof SLOTS)[number]).dictionary]?.[entry] as Entry;
    const same = `${slot}:${code || folded}`;
    const first = firstOf.get(same) ?? entry;
    firstOf.set(same, first);
    const key = `${slot}:${log.value(i)}`;
    const counts = tallies.get(key) ?? new Map<number, number>();
    counts.set(first, (counts.get(first) ?? 0) + 1);
    tallies.set(key, counts);
  }
  return tallies;
}

function judgeAgain(
  { log, bknEntryOf, bknEntries, context }: LearningInput,
  meaning: ReadonlyMap<string, number>,
): void {
  for (let i = 0; i < log.count; i++) {
    if (log.verdict(i) !== TO_LEARN) continue;
    const slot = log.slot(i);
    const { field, dictionary } = SLOTS[slot] as (typeof SLOTS)[number];
    const entries = bknEntries[dictionary] ?? [];
    const meant = meaning.get(`${slot}:${log.value(i)}`);
    const entry = bknEntryOf(log.pair(i), slot);
    const verdict =
      meant === undefined || entry <= 0
        ? TAK_TERBANDINGKAN
        : meant === entry
          ? EQUAL
          : compareEntries(field, entries[meant] as Entry, entries[entry] as Entry, context);
    log.setVerdict(i, verdict);
  }
}
