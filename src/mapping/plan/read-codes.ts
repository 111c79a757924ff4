import { type CellRange, isEmptyCell, trimCell } from './cell-bytes.ts';
import { CellDictionary } from './cell-dictionary.ts';
import type { PlanContext, SlotReader } from './context.ts';
import { EMPTY_VALUE, type Entry } from './entry.ts';
import type { Feed } from './feeds.ts';
import { EMPTY, type Slot, UNUSABLE } from './slots.ts';
import { type Cell, isClosedField, isZeroCode } from './understand.ts';

/**
 * Reader of a coded field: one of its text columns, or one of its id columns, or both together. Each distinct cell is
 * understood once; then only its bytes are looked up.
 */
export function compileCodes(slot: Slot, context: PlanContext): SlotReader | undefined {
  const texts = context.feeds.of(slot.field.nama);
  const ids = context.feeds.of(slot.idField);
  if (texts.length === 0 && ids.length === 0) return undefined;
  const dictionary = openDictionary(slot, context);
  const textOf = compilePick(texts, slot.field.nama, isClosedField(slot.field), context);
  const idOf = compilePick(ids, slot.idField ?? '', false, context);
  const text: Picked = { start: 0, end: 0, feed: -1 };
  const id: Picked = { start: 0, end: 0, feed: -1 };
  const { int } = slot;
  return (bytes, cells, base, out) => {
    textOf(bytes, cells, base, text);
    idOf(bytes, cells, base, id);
    if (text.feed < 0 && id.feed < 0) {
      out.ints[int] = EMPTY;
      return;
    }
    const mark = text.feed + 1 + (id.feed + 1) * 64;
    const entry = dictionary.lookup(bytes, text.start, text.end, id.start, id.end, mark);
    const meaning = dictionary.entries[entry] as Entry;
    if (meaning.problem === undefined) {
      const isNothing = meaning.folded === '' && meaning.code === '' && !meaning.isBareCode;
      out.ints[int] = isNothing ? EMPTY : entry;
      return;
    }
    out.ints[int] = UNUSABLE;
    const feed = texts[text.feed] ?? ids[id.feed];
    if (feed) context.report(feed.column, meaning.text, meaning.problem);
  };
}

interface Picked extends CellRange {
  /** Position of the column among the feeds of its half; -1 where no cell holds anything. */
  feed: number;
}

type Pick = (bytes: Uint8Array, cells: Int32Array, base: number, out: Picked) => void;

const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57;

/** Finds the cell that counts: the one that the choice names, else the first that is not empty. */
function compilePick(feeds: readonly Feed[], field: string, isClosed: boolean, context: PlanContext): Pick {
  const columns = feeds.map(({ column }) => column);
  const codesFirst = feeds.length > 1 && isClosed && feeds.every(({ reader }) => reader.jenis !== 'kode_lokal');
  const choice = context.feeds.choiceOf(field);
  const chosen =
    choice &&
    new CellDictionary<number>(choice.otherwise ?? -1, (value) => choice.byValue.get(value) ?? choice.otherwise ?? -1);
  const take = (bytes: Uint8Array, cells: Int32Array, base: number, feed: number, out: Picked): boolean => {
    const column = columns[feed] as number;
    trimCell(bytes, cells[base + 2 * column] as number, cells[base + 2 * column + 1] as number, out);
    if (isEmptyCell(bytes, out.start, out.end)) return false;
    out.feed = feed;
    return true;
  };
  return (bytes, cells, base, out) => {
    if (choice && chosen) {
      trimCell(bytes, cells[base + 2 * choice.column] as number, cells[base + 2 * choice.column + 1] as number, out);
      const kind = out.start === out.end ? 0 : chosen.lookup(bytes, out.start, out.end, 0, 0, 0);
      const feed = chosen.entries[kind] as number;
      if (feed >= 0 && take(bytes, cells, base, feed, out)) return;
    } else {
      if (codesFirst) {
        // Where a code and its text stand side by side and disagree, it is the text that was picked wrongly from a list.
        for (let feed = 0; feed < columns.length; feed++) {
          if (take(bytes, cells, base, feed, out) && isDigit(bytes[out.start] as number)) return;
        }
      }
      for (let feed = 0; feed < columns.length; feed++) if (take(bytes, cells, base, feed, out)) return;
    }
    out.start = 0;
    out.end = 0;
    out.feed = -1;
  };
}

/**
 * The dictionary of a field in one file, made once. The mark of a key tells which columns its two cells came from, for two
 * columns may give the same code different meanings; without a column it is a plain text (titles found inside the name).
 */
export function openDictionary(slot: Slot, context: PlanContext): CellDictionary<Entry> {
  const known = context.dictionaries[slot.dictionary];
  if (known) return known;
  const labels = context.feeds.of(slot.field.nama).map((feed) => labeller(feed, context));
  const idLabels = context.feeds.of(slot.idField).map((feed) => labeller(feed, context));
  const dictionary = new CellDictionary<Entry>(EMPTY_VALUE, (text, id, mark) => {
    const label = (labels[(mark & 63) - 1] ?? plainLabel)(text);
    const code = (idLabels[(mark >> 6) - 1] ?? plainLabel)(id);
    // A label speaks for itself; an id beside it that nobody can explain adds nothing.
    const hasLabel = label.text !== '' && label.isKnown === true;
    const cell =
      hasLabel && code.isKnown !== true
        ? { id: '', isKnown: true }
        : { id: code.text, isKnown: label.isKnown === true ? code.isKnown : label.isKnown };
    return context.understand(slot.field, { delivered: text || id, label: label.text, ...cell });
  });
  context.dictionaries[slot.dictionary] = dictionary;
  return dictionary;
}

/** What a column's reader makes of a delivered text; see `Cell.isKnown`. */
interface Labelled {
  readonly text: string;
  readonly isKnown: Cell['isKnown'];
}

type Labeller = (text: string) => Labelled;
const plainLabel: Labeller = (text) => ({ text, isKnown: true });
const NOTHING: Labelled = { text: '', isKnown: true };

function labeller(feed: Feed, context: PlanContext): Labeller {
  const { reader } = feed;
  if (reader.jenis === 'kode_lokal') return localCodes(reader.panjang ?? Number.POSITIVE_INFINITY);
  if (reader.jenis === 'kode') return throughCodes(new Map(Object.entries(reader.tabel)));
  if (reader.jenis === 'rujukan') return throughTable(context.lookups.get(feed.sumber) ?? new Map());
  return plainLabel;
}

const localCodes =
  (longest: number): Labeller =>
  (text) => ({ text, isKnown: text.length <= longest ? 'bare' : false });

/** A code beside those of the table that looks like them is the office's own; one of another length is dirt. */
function throughCodes(table: ReadonlyMap<string, string>): Labeller {
  const longest = Math.max(0, ...[...table.keys()].map((code) => code.length));
  return (text) => {
    const label = table.get(text);
    if (label === undefined && isZeroCode(text)) return NOTHING;
    return { text: label ?? text, isKnown: label !== undefined || (text.length <= longest ? 'bare' : false) };
  };
}

function throughTable(table: ReadonlyMap<string, string>): Labeller {
  return (text) => {
    const label = table.get(text);
    if (label === undefined && isZeroCode(text)) return NOTHING;
    return { text: label ?? text, isKnown: label !== undefined };
  };
}
