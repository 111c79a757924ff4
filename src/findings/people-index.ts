import { type Transaction, UNTIL_NOW } from '#platform';
import { type Coded, codedOf } from './coded.ts';
import type { CauseCount } from './prepare/stage-findings.ts';

/** The people of one publication in the order of lists, as search goes through them. */
export interface PeopleIndex {
  readonly instansi: number;
  readonly nomor: number;
  /** Names in capitals; NIP and old NIP; numbers of people. */
  readonly nama: Lines;
  readonly nip: Lines;
  readonly orang: Lines;
  readonly keadaan: readonly string[];
  readonly golongan: Coded;
  readonly unit: Coded;
  /** Causes of the publication, and the differences of all people by them. */
  readonly sebab: readonly CauseCount[];
  readonly selisih: Differences;
}

/** Differences of one person after the other, by field: `causes` holds places in a list of causes; those of line n begin at `starts[n]`. */
export interface Differences {
  readonly causes: Uint32Array;
  readonly starts: Uint32Array;
}

/** Texts one after the other in one string: a search is one pass over memory, without an object a person. */
export interface Lines {
  readonly text: string;
  /** Where each line begins; the last entry is behind the end. */
  readonly starts: Int32Array;
}

/**
 * Indexes of the publications that were searched, kept in memory. They only tell whom to ask for: whoever is found is read from the
 * database, in the scope of the reader. PostgreSQL's own indexes for parts of words cannot be used behind row-level security, for their
 * operators are not leakproof; these cost a publication nothing, and 95 bytes a person from when it is first read, the names of units and
 * four bytes for each order that was asked for besides.
 */
export interface PeopleIndexes {
  /** The index of a publication that the transaction sees. */
  of(transaction: Transaction, publication: PublicationKey): Promise<PeopleIndex>;
  has(publication: PublicationKey): boolean;
  /** People whose indexes are kept at most. */
  readonly mostKept: number;
}

export interface PublicationKey {
  readonly instansi: number;
  readonly nomor: number;
}

/** People whose indexes are kept; those of an instansi that was not searched for longest are let go first. */
const MOST_KEPT = 2_000_000;

export function createPeopleIndexes(mostKept = MOST_KEPT): PeopleIndexes {
  const kept = new Map<number, PeopleIndex>();
  return {
    mostKept,
    has: ({ instansi, nomor }) => kept.get(instansi)?.nomor === nomor,
    of: async (transaction, key) => {
      const known = kept.get(key.instansi);
      const index = known?.nomor === key.nomor ? known : await readIndex(transaction, key);
      // Readers of a moment before a publication do not push out what all others ask for.
      if (known && known.nomor > index.nomor) return index;
      kept.delete(key.instansi);
      kept.set(key.instansi, index);
      let people = [...kept.values()].reduce((sum, each) => sum + countPeople(each), 0);
      for (const [instansi, each] of kept) {
        if (people <= mostKept || instansi === key.instansi) break;
        kept.delete(instansi);
        people -= countPeople(each);
      }
      return index;
    },
  };
}

/** How many differences the person of a line has. */
export const differencesAt = ({ selisih: { starts } }: PeopleIndex, line: number): number =>
  (starts[line + 1] ?? 0) - (starts[line] ?? 0);

export const countPeople = ({ orang }: PeopleIndex): number => orang.starts.length - 1;

type Column = 'nama' | 'nip' | 'orang' | 'keadaan' | 'golongan' | 'unit';

async function readIndex(transaction: Transaction, { instansi, nomor }: PublicationKey): Promise<PeopleIndex> {
  // Few rows of long texts: a row a person would cost more to receive than to search. No joins either: right after a publication the
  // tables have no statistics, and the planner goes through one side again and again.
  const [people] = await transaction.query<Record<Column, string | null>>(
    `SELECT string_agg(translate(nama, E'\\n', ' '), E'\\n' ORDER BY nama, orang) AS nama,
       string_agg(translate(nip || ' ' || nip_lama, E'\\n', ' '), E'\\n' ORDER BY nama, orang) AS nip,
       string_agg(orang::text, E'\\n' ORDER BY nama, orang) AS orang,
       string_agg(keadaan, E'\\n' ORDER BY nama, orang) AS keadaan,
       string_agg(translate(golongan, E'\\n', ' '), E'\\n' ORDER BY nama, orang) AS golongan,
       string_agg(translate(unit, E'\\n', ' '), E'\\n' ORDER BY nama, orang) AS unit
     FROM findings.pegawai WHERE instansi_id = $1 AND hingga = ${UNTIL_NOW}`,
    [instansi],
  );
  const [figures] = await transaction.query<{ sebab: readonly CauseCount[] }>(
    'SELECT sebab FROM findings.angka WHERE instansi_id = $1 AND nomor = $2',
    [instansi, nomor],
  );
  const sebab = figures?.sebab ?? [];
  const [differences] = await transaction.query<{ selisih: string | null }>(
    `SELECT string_agg(orang || ' ' || array_position($2::text[], sebab) - 1, E'\\n' ORDER BY orang, bidang) AS selisih
     FROM findings.selisih WHERE instansi_id = $1 AND hingga = ${UNTIL_NOW}`,
    [instansi, sebab.map((cause) => cause.sebab)],
  );
  const text = (column: Column): string => people?.[column] ?? '';
  const orang = linesOf(text('orang'));
  // one string a state, not one a person
  const states = new Map<string, string>();
  return {
    instansi,
    nomor,
    nama: linesOf(text('nama').toUpperCase()),
    nip: linesOf(text('nip')),
    orang,
    keadaan:
      text('keadaan') === ''
        ? []
        : text('keadaan')
            .split('\n')
            .map((keadaan) => states.get(keadaan) ?? (states.set(keadaan, keadaan), keadaan)),
    golongan: codedOf(text('golongan').split('\n')),
    unit: codedOf(text('unit').split('\n')),
    sebab,
    selisih: differencesOf(orang, differences?.selisih ?? ''),
  };
}

/** Reads lines of a person's number and the place of a cause, those of one person in the order of their fields. */
export function differencesOf(orang: Lines, text: string): Differences {
  const people = orang.starts.length - 1;
  const lineOf = new Map<string, number>();
  for (let line = 0; line < people; line++) lineOf.set(lineAt(orang, line), line);
  const each = (text === '' ? [] : text.split('\n')).map((pair) => {
    const [number = '', cause = ''] = pair.split(' ');
    return { line: lineOf.get(number) ?? people, cause: Number(cause) };
  });
  const starts = new Uint32Array(people + 1);
  for (const { line } of each) if (line < people) starts[line + 1] = (starts[line + 1] ?? 0) + 1;
  for (let line = 0; line < people; line++) starts[line + 1] = (starts[line + 1] ?? 0) + (starts[line] ?? 0);
  const causes = new Uint32Array(starts[people] ?? 0);
  const next = starts.slice();
  for (const { line, cause } of each) {
    if (line === people) continue;
    const at = next[line] ?? 0;
    causes[at] = cause;
    next[line] = at + 1;
  }
  return { causes, starts };
}

/** An empty text has no line. */
export function linesOf(text: string): Lines {
  const starts: number[] = [];
  if (text !== '') for (let at = 0; at !== 0 || starts.length === 0; at = text.indexOf('\n', at) + 1) starts.push(at);
  return { text, starts: Int32Array.from([...starts, text === '' ? 0 : text.length + 1]) };
}

export function lineAt({ text, starts }: Lines, line: number): string {
  return text.slice(starts[line], (starts[line + 1] ?? 0) - 1);
}

/** Golongan and unit as the index has them; `EMPTY_WORD` for those of whom none is known. */
export interface WordFilter {
  readonly golongan?: string | undefined;
  readonly unit?: string | undefined;
}

export const EMPTY_WORD = 'kosong';

/** Whether the golongan and unit of a line are those of a filter; undefined where it says nothing of either. */
export function wordTest(index: PeopleIndex, { golongan, unit }: WordFilter): ((line: number) => boolean) | undefined {
  const codeIn = ({ words }: Coded, wanted: string): number => words.indexOf(wanted === EMPTY_WORD ? '' : wanted);
  const tests = [[index.golongan, golongan] as const, [index.unit, unit] as const].flatMap(([coded, wanted]) => {
    if (wanted === undefined) return [];
    const code = codeIn(coded, wanted);
    return [(line: number): boolean => coded.codes[line] === code];
  });
  return tests.length === 0 ? undefined : (line) => tests.every((test) => test(line));
}

/** What is looked for. Everything given must fit. */
export interface PeopleSearch extends WordFilter {
  /** Part of a number (four digits or more, blanks between them do not count), or words of which each is part of the name. */
  readonly cari?: string | undefined;
  /** A group of the balance (`GROUP_LABELS`). */
  readonly keadaan?: string | undefined;
  /** Number of a person. */
  readonly orang?: string | undefined;
}

/** Who fits, as lines in the order of lists. Pure. */
export function searchPeople(index: PeopleIndex, { cari, keadaan, orang, ...words }: PeopleSearch): readonly number[] {
  if (orang !== undefined) {
    const line = findPersonLine(index, orang);
    return line === undefined ? [] : searchPeople(index, { cari, keadaan, ...words }).filter((each) => each === line);
  }
  const hasWords = wordTest(index, words);
  const fits = (line: number): boolean =>
    (keadaan === undefined || isIn(index, line, keadaan)) && (hasWords === undefined || hasWords(line));
  if (cari !== undefined) return [...linesWith(index, cari)].filter(fits);
  // the list of everybody is asked most: no iterator and no list of all lines
  const found: number[] = [];
  for (let line = 0, people = countPeople(index); line < people; line++) if (fits(line)) found.push(line);
  return found;
}

/** Whether somebody is in a group of the balance. */
function isIn(index: PeopleIndex, line: number, group: string): boolean {
  const own = index.keadaan[line];
  if (group === 'simpeg') return own !== 'hanya-bkn';
  if (group === 'bkn') return own !== 'hanya-simpeg';
  if (group === 'selaras') return own === 'berpasangan' && differencesAt(index, line) === 0;
  if (group === 'berselisih') return own === 'berpasangan' && differencesAt(index, line) > 0;
  return own === group;
}

function linesWith(index: PeopleIndex, cari: string): Iterable<number> {
  const digits = cari.replace(/\s+/g, '');
  if (/^\d{4,18}$/.test(digits)) return findLines(index.nip, [digits]);
  // The longest word is the rarest.
  const words = cari
    .toUpperCase()
    .split(/\s+/)
    .toSorted((a, b) => b.length - a.length);
  return findLines(index.nama, words);
}

/** Lines that hold every word, each line once. */
export function* findLines({ text, starts }: Lines, [first = '', ...others]: readonly string[]): Generator<number> {
  if (first === '') return;
  let line = 0;
  for (let at = text.indexOf(first); at !== -1; at = text.indexOf(first, starts[line])) {
    while ((starts[line + 1] ?? 0) <= at) line += 1;
    const own = others.length === 0 ? '' : text.slice(starts[line], starts[line + 1]);
    if (others.every((word) => own.includes(word))) yield line;
    line += 1;
    if (line >= starts.length - 1) return;
  }
}

/** The line of a person; undefined where the publication has no such one. */
export function findPersonLine({ orang }: PeopleIndex, nomor: string): number | undefined {
  for (const line of findLines(orang, [nomor])) if (lineAt(orang, line) === nomor) return line;
  return undefined;
}
