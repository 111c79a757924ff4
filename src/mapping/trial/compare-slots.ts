import type { Entry } from '../plan/entry.ts';
import type { Plan } from '../plan/compile.ts';
import type { Row } from '../plan/row.ts';
import { EMPTY, isUnusable, type Slot } from '../plan/slots.ts';
import { formatInts } from '../plan/slot-value.ts';

/** One reading of a row. */
export interface Side {
  readonly plan: Plan;
  readonly row: Row;
  /** Delivered values of the row that could not be used, by position of the slot. */
  readonly unread: Map<number, string>;
}

/** How a value changed. */
export type CellChangeKind =
  | 'berubah'
  | 'menjadi_terisi'
  | 'menjadi_kosong'
  | 'menjadi_terbaca'
  | 'menjadi_tidak_terbaca';

export interface SlotChange {
  readonly jenis: CellChangeKind;
  readonly sebelum: string;
  readonly sesudah: string;
}

/** Tells whether two readings of a row hold the same value; texts are made only where they do not. */
export type CompareSlot = (before: Side, after: Side) => SlotChange | undefined;

export function createSlotComparer(slot: Slot): CompareSlot {
  const isSame =
    slot.kind === 'sandi' ? createEntryComparer(slot) : slot.kind === 'teks' ? haveSameText(slot) : haveSameInts(slot);
  return (before, after) => {
    const [was, is] = [isUnread(before, slot), isUnread(after, slot)];
    if (was === is && (was || isSame(before, after))) return undefined;
    const [sebelum, sesudah] = [valueOf(before, slot, was), valueOf(after, slot, is)];
    if (was) return { jenis: 'menjadi_terbaca', sebelum, sesudah };
    if (is) return { jenis: 'menjadi_tidak_terbaca', sebelum, sesudah };
    return {
      jenis: sebelum === '' ? 'menjadi_terisi' : sesudah === '' ? 'menjadi_kosong' : 'berubah',
      sebelum,
      sesudah,
    };
  };
}

type IsSame = (before: Side, after: Side) => boolean;

const haveSameInts = ({ int, kind }: Slot): IsSame =>
  kind === 'digit'
    ? ({ row: a }, { row: b }) => a.ints[int] === b.ints[int] && a.ints[int + 1] === b.ints[int + 1]
    : ({ row: a }, { row: b }) => a.ints[int] === b.ints[int];

const haveSameText =
  ({ text }: Slot): IsSame =>
  ({ row: a }, { row: b }) => {
    const [from, other] = [a.textStart[text] as number, b.textStart[text] as number];
    const length = (a.textEnd[text] as number) - from;
    if (length !== (b.textEnd[text] as number) - other) return false;
    const [bytes, others] = [a.textBytes[text] as Uint8Array, b.textBytes[text] as Uint8Array];
    for (let i = 0; i < length; i++) if (bytes[from + i] !== others[other + i]) return false;
    return true;
  };

/** More entries than this no dictionary has; two entry numbers make one key. */
const MOST_ENTRIES = 1 << 26;

/** Entries of two dictionaries are compared once a pair. */
function createEntryComparer({ int, dictionary }: Slot): IsSame {
  const verdicts = new Map<number, boolean>();
  return (before, after) => {
    const [a, b] = [before.row.ints[int] as number, after.row.ints[int] as number];
    if (a === EMPTY || b === EMPTY) return a === b;
    const key = a * MOST_ENTRIES + b;
    const known = verdicts.get(key);
    if (known !== undefined) return known;
    const verdict = meanSame(
      before.plan.dictionaries[dictionary]?.entries[a],
      after.plan.dictionaries[dictionary]?.entries[b],
    );
    verdicts.set(key, verdict);
    return verdict;
  };
}

const meanSame = (a: Entry | undefined, b: Entry | undefined): boolean =>
  a?.code === b?.code &&
  a?.folded === b?.folded &&
  a?.isBareCode === b?.isBareCode &&
  (a?.isBareCode !== true || a.text === b?.text);

function isUnread({ row, unread }: Side, slot: Slot): boolean {
  return slot.kind === 'teks' ? unread.has(slot.index) : isUnusable(row.ints[slot.int] as number);
}

const decoder = new TextDecoder();

function valueOf({ plan, row, unread }: Side, slot: Slot, isRefused: boolean): string {
  if (isRefused) return unread.get(slot.index) ?? '';
  if (slot.kind === 'teks') {
    return decoder
      .decode((row.textBytes[slot.text] as Uint8Array).subarray(row.textStart[slot.text], row.textEnd[slot.text]))
      .trim();
  }
  const entries = plan.dictionaries[slot.dictionary]?.entries;
  return formatInts(slot, row.ints[slot.int] as number, row.ints[slot.int + 1] as number, (entry) => entries?.[entry]);
}
