import { fail, ok } from '#kernel/result.ts';
import { compareText } from '#kernel/text.ts';
import { remember } from '#kernel/remember.ts';
import { type Golongan, golonganLabel, pangkatName } from '#rules/golongan.ts';
import { foldTeksLonggar } from '#rules/teks.ts';
import { CaseTally, FormTally } from './cell-forms.ts';
import type { Entry } from './entry.ts';
import type { Feed } from './feeds.ts';
import type { Cells } from './cells.ts';
import { isNone, type SlotWriter, type WriterInput, type Written } from './slot-writer.ts';
import { type Cell, isClosedField } from './understand.ts';

/**
 * The inverse of `read-codes.ts`. What the source itself writes elsewhere for the same meaning is written here too: codes,
 * labels and ids together, as they stand side by side. Only where nobody has the value yet is it made from the source's
 * code tables, from learned codes, or from the label. Two codes of one meaning are not chosen between.
 */
export function compileCodeWriter(input: WriterInput): SlotWriter {
  const { slot, feeds, allFeeds } = input;
  const { field } = slot;
  const ids = allFeeds.of(slot.idField);
  const sources = [...feeds, ...ids];
  const choice = allFeeds.choiceOf(field.nama) ?? allFeeds.choiceOf(slot.idField ?? '');
  const isClosed = isClosedField(field);
  const meanings = createMeanings(input, isClosed);
  const columns = [...new Set(sources.flatMap(({ column }) => [column, ...(input.partsOf(column) ?? [])]))];
  const examples = new Examples(columns, choice?.column);
  const forms = sources.map(() => new FormTally());
  const letters = new CaseTally();
  const coded = sources.filter((feed) => isCoded(feed, ids.includes(feed))).map(({ column }) => column);

  return {
    columns: choice ? [...columns, choice.column] : columns,
    learn(cells, row) {
      const entry = input.dictionary?.entries[row.ints[slot.int] ?? 0];
      if (!entry || (row.ints[slot.int] as number) <= 0) return;
      sources.forEach(({ column }, index) => {
        const cell = cells[column] ?? '';
        if (isClosed) forms[index]?.count(labelFormsOf(entry, cell.trim()));
        else if (index < feeds.length) letters.count(cell);
      });
      const key = meanings.keyOf(entry);
      if (meanings.isWanted(key) && !sources.every(({ column }) => isNone(cells[column]))) {
        examples.add(key, cells, ids.length > 0 ? entry.code : undefined);
      }
    },
    write(value, cells) {
      const wanted = meanings.of(value);
      if (!wanted) return fail('TULIS_NILAI_BKN');
      const same = examples.of(meanings.keyOf(wanted), cells);
      const known = codesFor(wanted);
      if (!isClosed && known.size > 1) return fail('TULIS_AMBIGU');
      if (same.length > 0) return imitate(same);
      return make(wanted, cells);
    },
    means(value, entry) {
      const wanted = meanings.of(value);
      return wanted !== undefined && meanings.isSame(entry, wanted);
    },
  };

  /** All codes that the source's tables have for the meaning, whether in use or not. */
  function codesFor(wanted: Entry): ReadonlySet<string> {
    const codes = sources.flatMap((feed) => tableCodes(feed, wanted).map((code) => `${feed.reader.jenis} ${code}`));
    return new Set(sources.length > 1 ? [] : codes);
  }

  function imitate(same: readonly Example[]): Written {
    const codes = new Set(
      same.map(({ id, cells }) => id ?? JSON.stringify(coded.map((column) => (cells.get(column) ?? '').trim()))),
    );
    if (coded.length > 0 && codes.size > 1) return fail('TULIS_AMBIGU');
    const [first, ...others] = same;
    if (!first) return fail('TULIS_TANPA_KODE');
    return ok(others.reduce((best, each) => (isBetter(each, best) ? each : best), first).cells);
  }

  /** A value that no row of the source has yet. */
  function make(wanted: Entry, cells: Cells): Written {
    const filled = sources.filter(({ column }) => !isNone(cells[column]));
    const chosen = choice && feeds[choice.byValue.get((cells[choice.column] ?? '').trim()) ?? choice.otherwise ?? -1];
    // Two cells that say one thing have to change together, and for the second there is no example.
    if (filled.length > 1 || (choice && !chosen)) return fail('TULIS_TANPA_KODE');
    const feed = chosen ?? filled[0] ?? sources[0];
    if (!feed || (filled[0] && filled[0] !== feed)) return fail('TULIS_TANPA_KODE');
    const texts = textsFor(feed, wanted);
    const [text] = texts;
    if (text === undefined) return fail(isWord(feed) ? 'TULIS_TANPA_EJAAN' : 'TULIS_TANPA_KODE');
    return texts.length > 1 ? fail('TULIS_AMBIGU') : ok(new Map([[feed.column, text]]));
  }

  function textsFor(feed: Feed, wanted: Entry): readonly string[] {
    switch (feed.reader.jenis) {
      case 'kode':
      case 'rujukan':
      case 'kode_lokal':
        return tableCodes(feed, wanted);
      case 'sambung': {
        const codes = input.learned.filter(({ arti }) => meanings.isSame(labelled(arti), wanted));
        return codes.length > 0 || !isClosed ? codes.map(({ kode }) => kode) : asWritten(feed, wanted);
      }
      default:
        if (!isClosed) return ids.includes(feed) ? [] : [letters.write(wanted.text)];
        return asWritten(feed, wanted);
    }
  }

  /** In the form in which the column writes its values, or a word that its own type allows. */
  function asWritten(feed: Feed, wanted: Entry): readonly string[] {
    const form = forms[sources.indexOf(feed)]?.best();
    const text = form === undefined ? undefined : LABEL_FORMS.get(form)?.(wanted);
    return text === undefined || text === '' ? listedIn(feed, wanted) : [text];
  }

  /** Words that the column's own type allows and that mean it. */
  function listedIn({ column }: Feed, wanted: Entry): readonly string[] {
    const type = input.typeOf(column);
    if (!/^enum\s*\(/i.test(type)) return [];
    const words = (type.match(/'(?:[^']|'')*'/g) ?? []).map((quoted) => quoted.slice(1, -1).replaceAll("''", "'"));
    return words.filter((word) => meanings.isSame(labelled(word), wanted));
  }

  /** A word of a short list stands in the column itself, not a code of a table. */
  function isWord(feed: Feed): boolean {
    return isClosed && !isCoded(feed, ids.includes(feed));
  }

  /** Codes of the source's own table that have the meaning. */
  function tableCodes({ reader, sumber }: Feed, wanted: Entry): readonly string[] {
    if (reader.jenis === 'kode_lokal')
      return input.learned.filter(({ arti }) => meanings.isSame(labelled(arti), wanted)).map(({ kode }) => kode);
    if (reader.jenis !== 'kode' && reader.jenis !== 'rujukan') return [];
    const table = reader.jenis === 'kode' ? new Map(Object.entries(reader.tabel)) : input.lookups.get(sumber);
    return [...(table ?? [])].filter(([, label]) => meanings.isSame(labelled(label), wanted)).map(([code]) => code);
  }

  function labelled(label: string): Entry {
    return input.understand(field, { delivered: label, label, id: '', isKnown: true });
  }
}

const isCoded = ({ reader }: Feed, isId: boolean): boolean =>
  isId || ['kode', 'rujukan', 'kode_lokal', 'sambung'].includes(reader.jenis);

/** As texts are compared: abbreviations of posts and units are no other meaning. */
const spelledOut = remember((folded: string) => foldTeksLonggar(folded));

/** The wanted values and what they mean. */
function createMeanings({ slot: { field }, understand, wanted, learned }: WriterInput, isClosed: boolean) {
  const isCode = isClosed || field.tipe === 'gelar';
  const artiOf = new Map(learned.map(({ kode, arti }) => [kode, arti]));
  const explain = (entry: Entry): Entry => {
    const arti = entry.isBareCode ? artiOf.get(entry.text) : undefined;
    return arti === undefined ? entry : understand(field, { delivered: arti, label: arti, id: '', isKnown: true });
  };
  const keyOf = (entry: Entry): string => {
    const { code, folded, problem } = explain(entry);
    if (problem !== undefined) return '';
    return isCode ? code : spelledOut(folded);
  };
  const byValue = new Map<string, Entry>();
  for (const value of wanted) {
    const cell: Cell = { delivered: value, label: isClosed ? '' : value, id: isClosed ? value : '', isKnown: true };
    const entry = understand(field, cell);
    if (keyOf(entry) !== '') byValue.set(value, entry);
  }
  const keys = new Set([...byValue.values()].map(keyOf));
  return {
    of: (value: string): Entry | undefined => byValue.get(value),
    /** What an entry means, in the form in which meanings are compared; '' for nothing that can be compared. */
    keyOf,
    isWanted: (key: string): boolean => keys.has(key),
    isSame: (a: Entry, b: Entry): boolean => keyOf(a) !== '' && keyOf(a) === keyOf(b),
  };
}

/** How some row of the source writes a value: every cell of the field, side by side. */
interface Example {
  readonly cells: ReadonlyMap<number, string | null>;
  /** The national id among the cells, where the source carries ids. */
  readonly id: string | undefined;
  readonly key: string;
  count: number;
}

const isBetter = (a: Example, b: Example): boolean =>
  a.count > b.count || (a.count === b.count && compareText(a.key, b.key) < 0);

class Examples {
  readonly #columns: readonly number[];
  readonly #choice: number | undefined;
  readonly #byMeaning = new Map<string, Map<string, Example>>();

  /** Under a choice only rows of the same kind are examples for each other. */
  constructor(columns: readonly number[], choice: number | undefined) {
    this.#columns = columns;
    this.#choice = choice;
  }

  add(meaning: string, cells: Cells, id: string | undefined): void {
    const byKey = this.#byMeaning.get(this.#group(meaning, cells)) ?? new Map<string, Example>();
    this.#byMeaning.set(this.#group(meaning, cells), byKey);
    // Blanks around a cell are nobody's intention.
    const own = this.#columns.map((column) => cells[column]?.trim() ?? null);
    const key = JSON.stringify(own);
    const known = byKey.get(key);
    if (known) known.count++;
    else
      byKey.set(key, {
        cells: new Map(this.#columns.map((column, index) => [column, own[index] ?? null])),
        id,
        key,
        count: 1,
      });
  }

  of(meaning: string, cells: Cells): readonly Example[] {
    return [...(this.#byMeaning.get(this.#group(meaning, cells))?.values() ?? [])];
  }

  #group(meaning: string, cells: Cells): string {
    return JSON.stringify([meaning, this.#choice === undefined ? '' : (cells[this.#choice] ?? '').trim()]);
  }
}

const titleCase = (text: string): string =>
  text.toLowerCase().replace(/(^|[^\p{L}])\p{L}/gu, (start) => start.toUpperCase());

/** The ways in which a column writes the values of a short national list. */
const LABEL_FORMS: ReadonlyMap<string, (entry: Entry) => string> = new Map([
  ['kode', ({ code }: Entry) => code],
  ['kode pendek', ({ code }) => (/^\d+$/.test(code) ? String(Number(code)) : '')],
  ['kode kemendagri', (entry) => (isPns(entry) ? `1${entry.code}` : '')],
  ['nama', ({ text }) => text],
  ['NAMA', ({ text }) => text.toUpperCase()],
  ['Nama', ({ text }) => titleCase(text)],
  ['nama kecil', ({ text }) => text.toLowerCase()],
  ...['/', '-', '', ' ', '.'].flatMap((mark): [string, (entry: Entry) => string][] => [
    [`III${mark}a`, (entry) => labelOf(entry, mark)],
    [`III${mark}A`, (entry) => labelOf(entry, mark).toUpperCase()],
  ]),
  ...withPangkat('pangkat', (pangkat) => pangkat),
  ...withPangkat('pangkat (III/a)', (pangkat, label) => `${pangkat} (${label})`),
  ...withPangkat('pangkat, III/a', (pangkat, label) => `${pangkat}, ${label}`),
  ...withPangkat('pangkat - III/a', (pangkat, label) => `${pangkat} - ${label}`),
  ...withPangkat('pangkat III/a', (pangkat, label) => `${pangkat} ${label}`),
  ...withPangkat('pangkat / III/a', (pangkat, label) => `${pangkat} / ${label}`),
  ...withPangkat('III/a pangkat', (pangkat, label) => `${label} ${pangkat}`),
  ...withPangkat('III/a - pangkat', (pangkat, label) => `${label} - ${pangkat}`),
  ...withPangkat('III/a (pangkat)', (pangkat, label) => `${label} (${pangkat})`),
]);

/** Codes of golongan are their own text. */
const isPns = ({ code, text }: Entry): boolean => code === text && /^[1-4][1-5]$/.test(code);

function labelOf(entry: Entry, mark: string): string {
  return isPns(entry) ? golonganLabel(entry.code as Golongan).replace('/', mark) : '';
}

function withPangkat(
  name: string,
  write: (pangkat: string, label: string) => string,
): [string, (entry: Entry) => string][] {
  const form = (change: (pangkat: string) => string) => (entry: Entry) => {
    const pangkat = isPns(entry) ? pangkatName(entry.code as Golongan) : undefined;
    return pangkat === undefined ? '' : write(change(pangkat), golonganLabel(entry.code as Golongan));
  };
  return [
    [name, form((pangkat) => pangkat)],
    [name.toUpperCase(), form((pangkat) => pangkat.toUpperCase())],
    [`${name} Tk.I`, form((pangkat) => pangkat.replace('Tingkat I', 'Tk.I'))],
    [`${name} Tk. I`, form((pangkat) => pangkat.replace('Tingkat I', 'Tk. I'))],
  ];
}

function labelFormsOf(entry: Entry, cell: string): readonly string[] {
  if (cell === '') return [];
  return [...LABEL_FORMS].filter(([, write]) => write(entry) === cell).map(([name]) => name);
}
