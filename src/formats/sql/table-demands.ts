import {
  closingParenthesis,
  type DefinedColumn,
  leadingName,
  readColumn,
  splitDefinition,
  splitList,
} from './table-definition.ts';

/** What a database demands of a cell of a column, and what it does with it by itself. */
export interface ColumnDemands {
  readonly name: string;
  /** Declared type; of a domain the type below it, of a named list of values enum('..', '..'). */
  readonly type: string;
  readonly notNull: boolean;
  /** Where nothing is given the database fills it: a default, a number of its own. */
  readonly filled: boolean;
  /** The database alone writes it. */
  readonly generated: boolean;
  /** It changes by itself whenever the row does. */
  readonly touched: boolean;
  /** Character set in lower case as the database calls it; '' for all of Unicode or where it is not told. */
  readonly charset: string;
}

/** What a database demands of the rows of a table, as far as its dump tells. */
export interface TableDemands {
  /** Kind of storage ("InnoDB", "MyISAM"); '' where it is not told. */
  readonly engine: string;
  /** In the order of the definition. */
  readonly columns: readonly ColumnDemands[];
  /** Conditions over the columns, in the words of the dump. */
  readonly checks: readonly string[];
  /** Columns that together differ in every row. */
  readonly unique: readonly (readonly string[])[];
  /** Events at which something runs by itself: insert, update, delete. */
  readonly triggers: readonly string[];
}

interface Draft {
  engine: string;
  charset: string;
  readonly columns: (DefinedColumn & { more: string })[];
  readonly checks: string[];
  readonly unique: string[][];
  readonly triggers: Set<string>;
}

interface NamedType {
  readonly type: string;
  readonly checks: readonly string[];
  readonly notNull: boolean;
  readonly filled: boolean;
}

const TRIGGER =
  /\bTRIGGER\s+(?:`[^`]*`|"[^"]*"|\S+)\s+(?:BEFORE|AFTER|INSTEAD\s+OF)\s+([\w\s,"`]{1,400}?)\s+ON\s+((?:`[^`]*`|"[^"]*"|[\w$]+)(?:\s*\.\s*(?:`[^`]*`|"[^"]*"|[\w$]+))?)/gi;
const QUALIFIED = /^(?:IF\s+NOT\s+EXISTS\s+|ONLY\s+)*((?:`[^`]*`|"[^"]*"|[\w$]+)(?:\.(?:`[^`]*`|"[^"]*"|[\w$]+))?)\s*/i;
/** Behind a constraint's name, or without one. */
const KEY = /^(?:CONSTRAINT\s+(?:`[^`]*`|"[^"]*"|\S+)\s+)?(PRIMARY\s+KEY|UNIQUE(?:\s+(?:KEY|INDEX))?)\b[^(]*\(/i;

/** Puts the demands of each table together from the statements of a dump, in whatever order they come. */
export class DemandsCollector {
  readonly #tables = new Map<string, Draft>();
  readonly #types = new Map<string, NamedType>();
  #encoding = '';

  /** A CREATE TABLE from behind its opening parenthesis on. */
  define(table: string, text: string): void {
    const draft = this.#draft(table);
    // As the survey: of two definitions the first counts.
    if (draft.columns.length > 0) return;
    const { parts, options } = splitDefinition(text);
    for (const part of parts) this.#part(draft, part);
    draft.engine = /\bENGINE\s*=?\s*(\w+)/i.exec(options)?.[1] ?? '';
    draft.charset = charsetIn(options);
  }

  /** Any other statement; those that demand nothing are passed over. */
  statement(text: string): void {
    const encoding = /^SET\s+client_encoding\s*(?:=|TO)\s*'([^']*)'/i.exec(text)?.[1];
    if (encoding !== undefined) this.#encoding = postgresCharset(encoding);
    const altered = /^ALTER\s+TABLE\s+/i.exec(text);
    if (altered) this.#alter(text.slice(altered[0].length).replace(/;\s*$/, ''));
    this.#defineType(text);
    for (const [, events = '', table = ''] of text.matchAll(TRIGGER)) {
      for (const [event] of events.matchAll(/\b(?:insert|update|delete)\b/gi)) {
        this.#draft(plainName(table)).triggers.add(event.toLowerCase());
      }
    }
  }

  result(): ReadonlyMap<string, TableDemands> {
    return new Map([...this.#tables].map(([name, draft]) => [name, this.#finish(draft)]));
  }

  #draft(table: string): Draft {
    const known = this.#tables.get(table);
    if (known) return known;
    const draft = { engine: '', charset: '', columns: [], checks: [], unique: [], triggers: new Set<string>() };
    this.#tables.set(table, draft);
    return draft;
  }

  #part(draft: Draft, part: string): void {
    const column = readColumn(part);
    if (column) draft.columns.push({ ...column, more: '' });
    if (column && /\b(?:unique|primary\s+key)\b/i.test(withoutTexts(column.rest))) draft.unique.push([column.name]);
    draft.checks.push(...checksIn(column ? column.rest : part));
    const key = KEY.exec(part);
    if (key && !column) draft.unique.push(listIn(part, key[0].length));
  }

  #alter(text: string): void {
    const table = QUALIFIED.exec(text);
    if (!table) return;
    const draft = this.#draft(plainName(table[1] ?? ''));
    for (const part of splitList(text.slice(table[0].length))) {
      const added = /^ADD\s+(?!COLUMN\b)/i.exec(part);
      if (added) this.#part(draft, keyOnly(part.slice(added[0].length)));
      const modified = /^MODIFY\s+(?:COLUMN\s+)?/i.exec(part);
      const column = modified ? readColumn(part.slice(modified[0].length)) : undefined;
      const at = draft.columns.findIndex(({ name }) => name === column?.name);
      if (column && at >= 0) draft.columns[at] = { ...column, more: '' };
      const changed = /^ALTER\s+(?:COLUMN\s+)?/i.exec(part);
      const own = changed ? part.slice(changed[0].length) : '';
      const found = draft.columns.find(({ name }) => name === leadingName(own));
      if (found) found.more += ` ${own}`;
    }
  }

  #defineType(text: string): void {
    const named = /^CREATE\s+(TYPE|DOMAIN)\s+((?:"[^"]*"|[\w$]+)(?:\.(?:"[^"]*"|[\w$]+))?)\s+AS\s+/i.exec(text);
    if (!named) return;
    const [all, kind = '', name = ''] = named;
    const rest = text.slice(all.length).replace(/;\s*$/, '');
    const values = /^ENUM\s*\(/i.exec(rest);
    if (kind.toUpperCase() === 'TYPE') {
      const list = values ? splitList(rest.slice(values[0].length, closingParenthesis(rest, values[0].length))) : [];
      const type = values ? `enum(${list.join(',')})` : '';
      this.#types.set(plainName(name), { type, checks: [], notNull: false, filled: false });
      return;
    }
    const domain = readColumn(`x ${rest.replace(/\s+/g, ' ')}`);
    const { type = '', rest: behind = '' } = domain ?? {};
    const bare = withoutTexts(behind);
    this.#types.set(plainName(name), {
      type,
      checks: checksIn(behind),
      notNull: /\bnot\s+null\b/i.test(bare),
      filled: /\bdefault\b/i.test(bare),
    });
  }

  #finish(draft: Draft): TableDemands {
    const checks: string[] = [];
    const columns = draft.columns.map((column): ColumnDemands => {
      const named = this.#types.get(plainName(column.type)) ?? this.#types.get(`public.${plainName(column.type)}`);
      const quoted = `"${column.name.replaceAll('"', '""')}"`;
      for (const check of named?.checks ?? []) checks.push(check.replace(/\bVALUE\b/gi, () => quoted));
      return demandsOf(column, named, draft.charset === '' ? this.#encoding : draft.charset);
    });
    const isKey = (name: string): boolean => draft.unique.some((list) => list.includes(name) && list.length === 1);
    return {
      engine: draft.engine,
      columns,
      checks: [...checks, ...draft.checks],
      unique: draft.unique.filter((list) => list.length > 1 || isKey(list[0] ?? '')),
      triggers: [...draft.triggers].toSorted(),
    };
  }
}

function demandsOf(
  column: DefinedColumn & { more: string },
  named: NamedType | undefined,
  charset: string,
): ColumnDemands {
  const { name, rest, more } = column;
  const said = withoutTexts(`${rest} ${more}`);
  const isSerial = /^(?:small|big)?serial\b/i.test(column.type);
  const isIdentity = /\bgenerated\s+(?:always|by\s+default)\s+as\s+identity\b/i.test(said);
  const isComputed = /\bgenerated\s+always\s+as\s*\(|(?:^|\s)as\s*\(/i.test(said);
  const isDefault = /\bdefault\b(?!\s+null\b)/i.test(said.replace(/\bby\s+default\b/gi, ''));
  const generated = isComputed || /\bgenerated\s+always\b/i.test(said);
  return {
    name,
    type: named?.type ?? column.type,
    notNull: /\bnot\s+null\b|\bprimary\s+key\b/i.test(said) || isSerial || isIdentity || named?.notNull === true,
    filled:
      isDefault || generated || isSerial || isIdentity || /\bauto_increment\b/i.test(said) || named?.filled === true,
    generated,
    touched: /\bon\s+update\b/i.test(said.replace(/\breferences\b.*/i, '')),
    charset: unicodeIsNone(charsetIn(rest) === '' ? charset : charsetIn(rest)),
  };
}

/** Behind ADD a name begins a column; only keys and conditions are added to what is known. */
const keyOnly = (part: string): string =>
  /^(?:CONSTRAINT|PRIMARY|UNIQUE|CHECK|FOREIGN|KEY|INDEX)\b/i.test(part) ? part : 'CONSTRAINT x';

const plainName = (name: string): string =>
  name
    .trim()
    .replace(/[`"]/g, '')
    .replace(/\s*\.\s*/g, '.');

/** What is said outside quotes: a comment may say "not null", too. */
const withoutTexts = (text: string): string => text.replace(/'(?:[^'\\]|''|\\.)*'/g, "''");

/** Character set of options or of a column, by its own name or by that of its collation. */
function charsetIn(text: string): string {
  const bare = withoutTexts(text);
  const named = /\b(?:CHARSET|CHARACTER\s+SET)\s*=?\s*(\w+)/i.exec(bare)?.[1];
  return (named ?? /\bCOLLATE\s*=?\s*([a-z0-9]+)_/i.exec(bare)?.[1] ?? '').toLowerCase();
}

/** All of Unicode; MySQL's `utf8` is less. */
const unicodeIsNone = (charset: string): string => (/^utf(?:8mb4|16|32)/.test(charset) ? '' : charset);

/** PostgreSQL's LATIN1 is not MySQL's, which has the letters of Windows-1252. */
function postgresCharset(encoding: string): string {
  const name = encoding.toLowerCase();
  if (/^(?:utf-?8|unicode)$/.test(name)) return '';
  return name === 'latin1' ? 'iso-8859-1' : name;
}

/** Conditions of CHECK, without their outer parentheses. */
function checksIn(text: string): string[] {
  const found: string[] = [];
  const marked = text.replace(/'(?:[^'\\]|''|\\.)*'/g, (quoted) => 'x'.repeat(quoted.length));
  for (const { index, 0: all } of marked.matchAll(/\bcheck\s*\(/gi)) {
    const from = index + all.length;
    found.push(bareCondition(text.slice(from, closingParenthesis(text, from))));
  }
  return found;
}

function bareCondition(text: string): string {
  const bare = text.trim();
  const isWrapped = bare.startsWith('(') && closingParenthesis(bare, 1) === bare.length - 1;
  return isWrapped ? bareCondition(bare.slice(1, -1)) : bare;
}

/** Names in the list that is open at `from`. */
function listIn(text: string, from: number): string[] {
  return splitList(text.slice(from, closingParenthesis(text, from))).map(leadingName);
}
