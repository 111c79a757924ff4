import { textOf } from '#formats';
import { joinGelar, splitGelar } from '#rules/gelar.ts';
import { type CellRange, isEmptyCell, trimCell } from './cell-bytes.ts';
import type { PlanContext, SlotReader } from './context.ts';
import { type CodeDictionary, markOf } from './code-dictionary.ts';
import { openDictionary } from './open-dictionary.ts';
import { compileCodes } from './read-codes.ts';
import { BATCH_ROWS, setText } from './row.ts';
import { EMPTY, type Slot, ROW_INTS, ROW_TEXTS, UNUSABLE } from './slots.ts';

const encoder = new TextEncoder();
const COMMA = 44;
const DOT = 46;

/** Titles that stood inside the name cells of a batch: the title columns take them where they are empty themselves. */
export interface TitlesInName {
  /** Front titles, name and back titles of each name that was taken apart, one after the other. */
  bytes: Uint8Array;
  /** Where the front titles of a row begin and end in `bytes`, and the back titles. */
  readonly depanStart: Int32Array;
  readonly depanEnd: Int32Array;
  readonly belakangStart: Int32Array;
  readonly belakangEnd: Int32Array;
}

export function createTitlesInName(): TitlesInName {
  return {
    bytes: new Uint8Array(1 << 14),
    depanStart: new Int32Array(BATCH_ROWS),
    depanEnd: new Int32Array(BATCH_ROWS),
    belakangStart: new Int32Array(BATCH_ROWS),
    belakangEnd: new Int32Array(BATCH_ROWS),
  };
}

/** Bytes that one name may fill: titles and names are cut far below. */
const MOST_BYTES = 1 << 12;

/** Reader of the name. Titles written into it ("dr. SITI, M.Kes") are split off, in any source: both sides do it by the way. */
export function compileName(slot: Slot, context: PlanContext, titles: TitlesInName): SlotReader | undefined {
  const feed = context.feeds.of('nama')[0];
  if (!feed) return undefined;
  const always = feed.reader.jenis === 'nama_bergelar';
  const cell: CellRange = { start: 0, end: 0 };
  let used = 0;
  const keep = (text: string): number => {
    used += encoder.encodeInto(text, titles.bytes.subarray(used)).written;
    return used;
  };
  return (bytes, cells, base, out, row) => {
    if (row === 0) used = 0;
    titles.depanEnd[row] = titles.depanStart[row] = 0;
    titles.belakangEnd[row] = titles.belakangStart[row] = 0;
    trimCell(bytes, cells[base + 2 * feed.column] as number, cells[base + 2 * feed.column + 1] as number, cell);
    if (isEmptyCell(bytes, cell.start, cell.end)) return;
    const text = row * ROW_TEXTS + slot.text;
    if (!always && !mayHoldTitles(bytes, cell.start, cell.end)) {
      setText(out, text, bytes, cell.start, cell.end);
      return;
    }
    const { depan, nama, belakang } = splitGelar(textOf(bytes, cell.start, cell.end));
    if (depan === '' && belakang === '') {
      setText(out, text, bytes, cell.start, cell.end);
      return;
    }
    if (used + MOST_BYTES > titles.bytes.length) titles.bytes = enlarge(titles.bytes);
    titles.depanStart[row] = used;
    titles.depanEnd[row] = keep(depan);
    titles.belakangStart[row] = used;
    titles.belakangEnd[row] = keep(belakang);
    setText(out, text, titles.bytes, used, keep(nama));
  };
}

/** Names that were kept in the smaller buffer stay there. */
function enlarge(bytes: Uint8Array): Uint8Array {
  const larger = new Uint8Array(bytes.length * 2);
  larger.set(bytes);
  return larger;
}

function mayHoldTitles(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (bytes[i] === COMMA || bytes[i] === DOT) return true;
  return false;
}

const TITLES_IN_NAME = markOf(0, -1);

/** Reader of a title column, together with the titles found inside the name: each title counts once, wherever it stands. */
export function compileTitles(slot: Slot, context: PlanContext, titles: TitlesInName): SlotReader | undefined {
  const hasColumn = context.feeds.of(slot.field.nama).length > 0;
  if (!hasColumn && context.feeds.readerOf('nama') !== 'nama_bergelar') return undefined;
  const dictionary = openDictionary(slot, context);
  const own = compileCodes(slot, context);
  const isFront = slot.field.nama === 'gelar_depan';
  const join = joinEntries(dictionary);
  return (bytes, cells, base, out, row) => {
    own?.(bytes, cells, base, out, row);
    const at = row * ROW_INTS + slot.int;
    const entry = out.ints[at] as number;
    if (entry === UNUSABLE) return;
    const start = (isFront ? titles.depanStart : titles.belakangStart)[row] as number;
    const end = (isFront ? titles.depanEnd : titles.belakangEnd)[row] as number;
    if (end === start) return;
    const inName = dictionary.read(titles.bytes, start, end, 0, 0, TITLES_IN_NAME);
    if (inName === EMPTY || inName === entry) return;
    out.ints[at] = entry === EMPTY ? inName : join(entry, inName);
  };
}

/** The entry that holds the titles of two entries; of each two it is made once. */
function joinEntries(dictionary: CodeDictionary): (own: number, inName: number) => number {
  const joined = new Map<number, Map<number, number>>();
  return (own, inName) => {
    const partners = joined.get(own) ?? new Map<number, number>();
    joined.set(own, partners);
    const known = partners.get(inName);
    if (known !== undefined) return known;
    const text = dictionary.entries[own]?.text ?? '';
    const union = joinGelar(text, dictionary.entries[inName]?.text ?? '');
    const bytes = encoder.encode(union);
    const entry = union === text ? own : dictionary.read(bytes, 0, bytes.length, 0, 0, TITLES_IN_NAME);
    partners.set(inName, entry);
    return entry;
  };
}
