import { decode, type Table, toTable } from './table.ts';

interface Draft {
  columns: readonly string[];
  readonly records: string[][];
}

const NAME = '[`"\\w.]+';
const STATEMENT = new RegExp(
  `^(?:CREATE TABLE (?:IF NOT EXISTS )?(?<defined>${NAME}) ?\\(\\n(?<list>[^]*?)\\n\\)|` +
    `INSERT\\s+INTO (?<inserted>${NAME})(?: ?\\((?<inserting>[^)]*)\\))? VALUES|` +
    `COPY (?<copied>${NAME}) \\((?<copying>[^)]*)\\) FROM stdin;\\n(?<lines>[^]*?)^\\\\\\.$)`,
  'gim',
);

/** The tables of a dump of MySQL or PostgreSQL, one letter a byte: definitions, INSERTs and COPY blocks, all else passed over. */
export function readDump(text: string): ReadonlyMap<string, Table> {
  const drafts = new Map<string, Draft>();
  const draft = (name: string): Draft => {
    const plain = bare(name);
    const known = drafts.get(plain) ?? { columns: [], records: [] };
    drafts.set(plain, known);
    return known;
  };
  const statement = new RegExp(STATEMENT);
  for (let found = statement.exec(text); found; found = statement.exec(text)) {
    const { defined, list = '', inserted, inserting, copied, copying = '', lines = '' } = found.groups ?? {};
    if (defined !== undefined) draft(defined).columns = columnsOf(list);
    if (copied !== undefined) add(draft(copied), copying, lines.split('\n').slice(0, -1).map(copyCells));
    if (inserted !== undefined) {
      const { tuples, end } = readTuples(text, statement.lastIndex);
      add(draft(inserted), inserting, tuples);
      statement.lastIndex = end;
    }
  }
  return new Map([...drafts].map(([name, { columns, records }]) => [name, toTable(columns, records)]));
}

const bare = (name: string): string => name.trim().replaceAll(/[`"]/g, '');

/** The names that begin the lines of a definition; keys are no columns. */
function columnsOf(list: string): readonly string[] {
  return list
    .split('\n')
    .filter((line) => !/^\s*(?:PRIMARY|UNIQUE|KEY|CONSTRAINT|INDEX|FULLTEXT|FOREIGN|CHECK)\b/i.test(line))
    .map((line) => bare(/^\s*(\S+)/.exec(line)?.[1] ?? ''));
}

/** Rows in the order of the table's columns, whatever the order of the statement. */
function add(draft: Draft, names: string | undefined, records: readonly (readonly string[])[]): void {
  const order = names === undefined ? draft.columns : names.split(',').map(bare);
  if (draft.columns.length === 0) draft.columns = order;
  for (const record of records) {
    draft.records.push(draft.columns.map((column) => decode(record[order.indexOf(column)] ?? '')));
  }
}

const ESCAPED: Readonly<Record<string, string>> = { 0: '\0', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', Z: '\x1a' };

const unescape = (text: string): string => text.replaceAll(/\\([^])/g, (_, sign: string) => ESCAPED[sign] ?? sign);

const copyCells = (line: string): string[] => line.split('\t').map((cell) => (cell === '\\N' ? '' : unescape(cell)));

/** "(1, 'a', NULL), (2, ...);" from a place on, and the place behind it. */
function readTuples(text: string, from: number): { readonly tuples: string[][]; readonly end: number } {
  const open = /[\s,]*\(/y;
  const value = /\s*(?:'((?:[^'\\]|\\[^]|'')*)'|([^\s,()']+))\s*([,)])/y;
  const tuples: string[][] = [];
  let end = from;
  for (open.lastIndex = end; open.test(text); open.lastIndex = end) {
    const tuple: string[] = [];
    value.lastIndex = open.lastIndex;
    for (let found = value.exec(text); found; found = value.exec(text)) {
      const [, quoted, plain = '', sign] = found;
      tuple.push(quoted === undefined ? plain.replace(/^NULL$/i, '') : unescape(quoted.replaceAll("''", "'")));
      end = value.lastIndex;
      if (sign === ')') break;
    }
    if (tuple.length === 0) break;
    tuples.push(tuple);
  }
  return { tuples, end };
}
