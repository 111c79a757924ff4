import { CodeDictionary, FEEDS } from './code-dictionary.ts';
import type { PlanContext } from './context.ts';
import type { Feed } from './feeds.ts';
import type { Slot } from './slots.ts';
import { type Cell, isZeroCode } from './understand.ts';

/** The dictionary of a field in one file, made once and shared by the readers of the field. */
export function openDictionary(slot: Slot, context: PlanContext): CodeDictionary {
  const known = context.dictionaries[slot.dictionary];
  if (known) return known;
  const labels = context.feeds.of(slot.field.nama).map((feed) => labeller(feed, context));
  const idLabels = context.feeds.of(slot.idField).map((feed) => labeller(feed, context));
  const dictionary = new CodeDictionary((text, id, mark) => {
    const label = text === '' ? NOTHING : (labels[(mark % FEEDS) - 1] ?? plainLabel)(text);
    const code = id === '' ? NOTHING : (idLabels[Math.trunc(mark / FEEDS) - 1] ?? plainLabel)(id);
    // A label speaks for itself; an id beside it that nobody can explain adds nothing.
    const hasLabel = label.text !== '' && label.isKnown === true;
    const cell =
      hasLabel && code.isKnown !== true
        ? { id: '', isKnown: true }
        : { id: code.text, isKnown: label.isKnown === true ? code.isKnown : label.isKnown };
    const isTold = label.isTold === true || code.isTold === true;
    return context.understand(slot.field, { delivered: text || id, label: label.text, ...cell, isTold });
  });
  context.dictionaries[slot.dictionary] = dictionary;
  return dictionary;
}

/** What a column's reader makes of a delivered text; see `Cell.isKnown`. */
interface Labelled {
  readonly text: string;
  readonly isKnown: Cell['isKnown'];
  /** The recipe says it, not the source. */
  readonly isTold?: boolean;
}

type Labeller = (text: string) => Labelled;
const NOTHING: Labelled = { text: '', isKnown: true };
const plainLabel: Labeller = (text) => ({ text, isKnown: true });

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
    if (label !== undefined) return { text: label, isKnown: true, isTold: true };
    return { text, isKnown: text.length <= longest ? 'bare' : false };
  };
}

function throughTable(table: ReadonlyMap<string, string>): Labeller {
  return (text) => {
    const label = table.get(text);
    if (label === undefined && isZeroCode(text)) return NOTHING;
    return { text: label ?? text, isKnown: label !== undefined };
  };
}
