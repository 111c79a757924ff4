import type { Transaction } from '#platform';
import { wordAt } from './coded.ts';
import type { Place } from './cursor.ts';
import type { PeopleOrder } from './list-words.ts';
import type { Found } from './pages.ts';
import { countPeople, differencesAt, findPersonLine, lineAt, type PeopleIndex } from './people-index.ts';
import { readPeople, type StoredPerson } from './queries.ts';

/** Somebody found: which of the found instansi, and the line there. */
interface Spot {
  readonly at: number;
  readonly line: number;
}

type Key = string | number;
interface Ordering {
  /** By what somebody stands in the order, as the index has it, and as a row has it. */
  readonly of: (index: PeopleIndex, line: number) => Key;
  readonly ofRow: (row: StoredPerson) => Key;
}

const NIP: Ordering = { of: ({ nip }, line) => lineAt(nip, line).split(' ', 1)[0] ?? '', ofRow: ({ nip }) => nip };
const NAMA: Ordering = {
  of: ({ nama }, line) => lineAt(nama, line),
  ofRow: ({ nama }) => nama.replaceAll('\n', ' ').toUpperCase(),
};
const GOLONGAN: Ordering = { of: ({ golongan }, line) => wordAt(golongan, line), ofRow: ({ golongan }) => golongan };
const UNIT: Ordering = { of: ({ unit }, line) => wordAt(unit, line), ofRow: ({ unit }) => unit };
const SELISIH: Ordering = { of: differencesAt, ofRow: ({ selisih }) => selisih };

/** Each order, and whether it begins with the smallest. */
const ORDERINGS: Readonly<Record<PeopleOrder, readonly [Ordering, 1 | -1]>> = {
  nama: [NAMA, 1],
  '-nama': [NAMA, -1],
  nip: [NIP, 1],
  '-nip': [NIP, -1],
  golongan: [GOLONGAN, 1],
  '-golongan': [GOLONGAN, -1],
  unit: [UNIT, 1],
  '-unit': [UNIT, -1],
  selisih: [SELISIH, 1],
  '-selisih': [SELISIH, -1],
};

const compare = (a: Key, b: Key): number => (a < b ? -1 : a > b ? 1 : 0);

/** What a place of an order holds of a row in the place of a field. */
export const keyOfRow = (row: StoredPerson, order: PeopleOrder): string => String(ORDERINGS[order][0].ofRow(row));

/** More lines than an index has. */
const MOST_LINES = 2 ** 24;

/** The place of each key among the different ones. */
function numberKeys(keys: readonly Key[]): Float64Array {
  // without a comparing function strings are sorted several times as fast
  const texts = [...new Set(keys)].filter((key) => typeof key === 'string').toSorted();
  const places = new Map(texts.map((text, at) => [text, at]));
  return Float64Array.from(keys, (key) => (typeof key === 'number' ? key : (places.get(key) ?? 0)));
}

/** All lines of an index in each order that was asked for, as long as the index is kept: 4 bytes a person and order. */
const sorted = new WeakMap<PeopleIndex, Map<PeopleOrder, Uint32Array>>();

function sortLines(index: PeopleIndex, order: PeopleOrder): Uint32Array {
  const known = sorted.get(index) ?? new Map<PeopleOrder, Uint32Array>();
  sorted.set(index, known);
  const done = known.get(order);
  if (done) return done;
  const [{ of }, sign] = ORDERINGS[order];
  const ordinals = numberKeys(Array.from({ length: countPeople(index) }, (_, line) => of(index, line)));
  // numbers that hold ordinal and line are sorted without asking anybody
  const spots = Float64Array.from(ordinals, (ordinal, line) => sign * ordinal * MOST_LINES + line).toSorted();
  const lines = Uint32Array.from(spots, (spot) => ((spot % MOST_LINES) + MOST_LINES) % MOST_LINES);
  known.set(order, lines);
  return lines;
}

/** The people of one instansi that are still to come, in their order. */
interface Queue {
  readonly at: number;
  readonly index: PeopleIndex;
  readonly lines: Uint32Array;
  readonly isFound: (line: number) => boolean;
  next: number;
}

/** Found people in an order, then in that of lists, from a place on. Each instansi is in order already; the first of all is taken. Pure. */
export function* orderPeople(found: readonly Found[], order: PeopleOrder, after?: Place): Generator<Spot> {
  const [{ of }, sign] = ORDERINGS[order];
  const queues = found.map(({ index, lines }, at): Queue => {
    const all = sortLines(index, order);
    const next = after === undefined ? 0 : firstAfter(index, all, order, after);
    return { at, index, lines: all, isFound: memberTest(index, lines), next };
  });
  for (;;) {
    let best: { readonly queue: Queue; readonly line: number; readonly key: Key } | undefined;
    for (const queue of queues) {
      const line = headOf(queue);
      if (line === undefined) continue;
      const key = of(queue.index, line);
      if (best === undefined || sign * compare(key, best.key) < 0) best = { queue, line, key };
    }
    if (best === undefined) return;
    yield { at: best.queue.at, line: best.line };
    best.queue.next += 1;
  }
}

/** The next found line of a queue; those that were not found are passed over. */
function headOf(queue: Queue): number | undefined {
  const { lines, isFound } = queue;
  while (queue.next < lines.length && !isFound(lines[queue.next] as number)) queue.next += 1;
  return lines[queue.next];
}

function memberTest(index: PeopleIndex, lines: readonly number[]): (line: number) => boolean {
  if (lines.length === countPeople(index)) return () => true;
  const isIn = new Uint8Array(countPeople(index));
  for (const line of lines) isIn[line] = 1;
  return (line) => isIn[line] === 1;
}

/** Where the lines of an instansi go on behind a place. Who is gone since then leaves a place before everybody of the same key. */
function firstAfter(index: PeopleIndex, lines: Uint32Array, order: PeopleOrder, place: Place): number {
  const [{ of }, sign] = ORDERINGS[order];
  const last = index.instansi === place.instansi ? (findPersonLine(index, place.orang) ?? -1) : undefined;
  const isAfter = (line: number): boolean => {
    const own = of(index, line);
    const side = sign * compare(own, typeof own === 'number' ? Number(place.bidang) : place.bidang);
    return side === 0 ? (last === undefined ? index.instansi > place.instansi : line > last) : side > 0;
  };
  let [from, to] = [0, lines.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isAfter(lines[middle] as number)) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** A page of found people in an order, at most `most` of them. */
export async function pageInOrder(
  transaction: Transaction,
  found: readonly Found[],
  order: PeopleOrder,
  sesudah: Place | undefined,
  most: number,
): Promise<readonly StoredPerson[]> {
  const [instansi, orang]: [number[], string[]] = [[], []];
  for (const { index } of found) {
    if (sorted.get(index)?.has(order) === true) continue;
    sortLines(index, order);
    // others are answered between the instansi
    await new Promise(setImmediate);
  }
  for (const { at, line } of orderPeople(found, order, sesudah)) {
    const index = found[at]?.index;
    if (!index) continue;
    instansi.push(index.instansi);
    orang.push(lineAt(index.orang, line));
    if (orang.length >= most) break;
  }
  const rows = await readPeople(transaction, { instansi, orang });
  const placeOf = new Map(orang.map((each, at) => [`${instansi[at]}-${each}`, at]));
  const at = (row: StoredPerson): number => placeOf.get(`${row.instansi}-${row.orang}`) ?? 0;
  return rows.toSorted((a, b) => at(a) - at(b));
}
