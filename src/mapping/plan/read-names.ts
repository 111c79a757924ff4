import { textOf } from '#formats';
import { splitGelar } from '#rules/gelar.ts';
import { type CellRange, isEmptyCell, trimCell } from './cell-bytes.ts';
import type { PlanContext, SlotReader } from './context.ts';
import { markOf, openDictionary } from './code-dictionary.ts';
import { compileCodes } from './read-codes.ts';
import { setText } from './row.ts';
import { EMPTY, type Slot } from './slots.ts';

const encoder = new TextEncoder();
const COMMA = 44;
const DOT = 46;

/** Titles that stood inside the name cell of the row being read: the title columns take them where they are empty themselves. */
export interface TitlesInName {
  readonly bytes: Uint8Array;
  depanEnd: number;
  belakangEnd: number;
}

export function createTitlesInName(): TitlesInName {
  return { bytes: new Uint8Array(1 << 12), depanEnd: 0, belakangEnd: 0 };
}

/** Half of the scratch space holds the front titles, half the back titles; a name fits into a buffer of its own. */
const BELAKANG_AT = 1 << 11;

/** Reader of the name. Titles written into it ("dr. SITI, M.Kes") are split off, in any source: both sides do it by the way. */
export function compileName(slot: Slot, context: PlanContext, titles: TitlesInName): SlotReader | undefined {
  const feed = context.feeds.of('nama')[0];
  if (!feed) return undefined;
  const always = feed.reader.jenis === 'nama_bergelar';
  const scratch = new Uint8Array(1 << 12);
  const cell: CellRange = { start: 0, end: 0 };
  return (bytes, cells, base, out) => {
    titles.depanEnd = 0;
    titles.belakangEnd = BELAKANG_AT;
    trimCell(bytes, cells[base + 2 * feed.column] as number, cells[base + 2 * feed.column + 1] as number, cell);
    if (isEmptyCell(bytes, cell.start, cell.end)) return;
    if (!always && !mayHoldTitles(bytes, cell.start, cell.end)) {
      setText(out, slot.text, bytes, cell.start, cell.end);
      return;
    }
    const { depan, nama, belakang } = splitGelar(textOf(bytes, cell.start, cell.end));
    if (depan === '' && belakang === '') {
      setText(out, slot.text, bytes, cell.start, cell.end);
      return;
    }
    titles.depanEnd = encoder.encodeInto(depan, titles.bytes.subarray(0, BELAKANG_AT)).written;
    titles.belakangEnd = BELAKANG_AT + encoder.encodeInto(belakang, titles.bytes.subarray(BELAKANG_AT)).written;
    setText(out, slot.text, scratch, 0, encoder.encodeInto(nama, scratch).written);
  };
}

function mayHoldTitles(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (bytes[i] === COMMA || bytes[i] === DOT) return true;
  return false;
}

const TITLES_IN_NAME = markOf(0, -1);

/** Reader of a title column; where it is empty or absent, the titles found inside the name. */
export function compileTitles(slot: Slot, context: PlanContext, titles: TitlesInName): SlotReader | undefined {
  const hasColumn = context.feeds.of(slot.field.nama).length > 0;
  if (!hasColumn && context.feeds.readerOf('nama') !== 'nama_bergelar') return undefined;
  const dictionary = openDictionary(slot, context);
  const own = compileCodes(slot, context);
  const isFront = slot.field.nama === 'gelar_depan';
  return (bytes, cells, base, out) => {
    own?.(bytes, cells, base, out);
    if (out.ints[slot.int] !== EMPTY) return;
    const start = isFront ? 0 : BELAKANG_AT;
    const end = isFront ? titles.depanEnd : titles.belakangEnd;
    if (end === start) return;
    out.ints[slot.int] = dictionary.read(titles.bytes, start, end, 0, 0, TITLES_IN_NAME);
  };
}
