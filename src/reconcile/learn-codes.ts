import { type Entry, SLOTS } from '#mapping';
import { compareEntries, type EntryContext } from './compare/compare-entries.ts';
import type { DifferenceLog } from './compare/difference-log.ts';
import { EQUAL, TAK_TERBANDINGKAN, TO_LEARN } from './compare/verdict.ts';
import { IntList } from './int-list.ts';
import { RUNG_NIP } from './number-match.ts';
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

/** Whether so many of all the people who bear a code are enough to tell its meaning. */
export const isTold = (most: number, all: number): boolean =>
  LEARNING.some(({ share, people }) => all >= people && most >= all * share);

/** Pairs by a number, old NIP and NIK among them, teach what codes mean; keys that several people may share do not. */
export const isTeachingRung = (rung: number): boolean => rung <= RUNG_NIP + 2;

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
  const places = findPlaces(input);
  const codes = tally(input, places);
  const learned: LearnedCode[] = [];
  for (const code of codes.inOrder) {
    const total = [...code.counts.values()].reduce((sum, count) => sum + count, 0);
    const [entry, support] = [...code.counts].reduce((best, item) => (item[1] > best[1] ? item : best), [0, 0]);
    if (!isTold(support, total)) continue;
    code.meaning = entry;
    const { field, dictionary } = SLOTS[code.slot] as (typeof SLOTS)[number];
    learned.push({
      kolom: field.nama,
      kode: input.simpegEntries[dictionary]?.[code.entry]?.text ?? '',
      arti: input.bknEntries[dictionary]?.get(entry).text ?? '',
      dukungan: support,
      bertentangan: total - support,
    });
  }
  judgeAgain(input, places, codes);
  return learned;
}

/** Whether a BKN entry says anything: a code that BKN's file does not explain itself teaches nothing and equals nothing. */
const isTelling = (entries: EntryTable | undefined, entry: number): boolean =>
  entry > 0 && entries?.get(entry).isBareCode === false;

/** Places in the log where a bare local code stands: index in the log, BKN's entry there; two integers a place. */
function findPlaces({ log, bknEntryOf }: LearningInput): IntList {
  const places = new IntList();
  for (let i = 0; i < log.count; i++) {
    if (log.verdict(i) !== TO_LEARN) continue;
    places.push(i);
    places.push(bknEntryOf(log.pair(i), log.slot(i)));
  }
  return places;
}

/** One code of one field, and how often each of BKN's entries stands against it. */
interface Code {
  readonly slot: number;
  readonly entry: number;
  readonly counts: Map<number, number>;
  /** BKN's entry that it stands for; 0 while unknown. */
  meaning: number;
}

/** The codes of a file by slot and entry, and in the order in which they were met. */
class Codes {
  readonly inOrder: Code[] = [];
  readonly #bySlot = SLOTS.map((): Map<number, Code> => new Map());

  find(slot: number, entry: number): Code | undefined {
    return this.#bySlot[slot]?.get(entry);
  }

  add(slot: number, entry: number): Code {
    const code: Code = { slot, entry, counts: new Map(), meaning: 0 };
    this.#bySlot[slot]?.set(entry, code);
    this.inOrder.push(code);
    return code;
  }
}

/** Counts BKN's entries by code; entries of one meaning count together under the first of them. */
function tally({ log, isTeacher, bknEntries }: LearningInput, places: IntList): Codes {
  const codes = new Codes();
  const first = SLOTS.map(({ dictionary }) => firstOfMeaning(bknEntries[dictionary]));
  for (let place = 0; place < places.length; place += 2) {
    const i = places.at(place);
    if (!isTeacher(log.pair(i))) continue;
    const slot = log.slot(i);
    const entry = first[slot]?.(places.at(place + 1)) ?? 0;
    if (entry <= 0) continue;
    const { counts } = codes.find(slot, log.value(i)) ?? codes.add(slot, log.value(i));
    counts.set(entry, (counts.get(entry) ?? 0) + 1);
  }
  return codes;
}

/** Gives for each entry the first one that was asked for with the same code, or, without codes, the same text. */
export function firstOfMeaning(entries: EntryTable | undefined): (entry: number) => number {
  const byEntry = new Map<number, number>();
  const byMeaning = new Map<string, number>();
  return (entry) => {
    const known = byEntry.get(entry);
    if (known !== undefined) return known;
    if (!entries || !isTelling(entries, entry)) return 0;
    const { code, folded } = entries.get(entry);
    const first = byMeaning.get(code || folded) ?? entry;
    byMeaning.set(code || folded, first);
    byEntry.set(entry, first);
    return first;
  };
}

function judgeAgain({ log, bknEntries, context }: LearningInput, places: IntList, codes: Codes): void {
  for (let place = 0; place < places.length; place += 2) {
    const i = places.at(place);
    const entry = places.at(place + 1);
    const { field, dictionary } = SLOTS[log.slot(i)] as (typeof SLOTS)[number];
    const meant = codes.find(log.slot(i), log.value(i))?.meaning ?? 0;
    const entries = bknEntries[dictionary] as EntryTable;
    if (meant === 0 || !isTelling(entries, entry)) log.setVerdict(i, TAK_TERBANDINGKAN);
    else if (meant === entry) log.setVerdict(i, EQUAL);
    else log.setVerdict(i, compareEntries(field, entries.get(meant), entries.get(entry), context));
  }
}
