import {
  BACKTICK,
  CLOSE,
  COMMA,
  DOUBLE_QUOTE,
  INCOMPLETE,
  isWord,
  isWordByte,
  LF,
  OPEN,
  skipBlank,
  wordEnd,
} from './sql-bytes.ts';

/** The head of an INSERT or COPY: where its rows go. */
export interface RowsHeader {
  readonly table: string;
  /** Columns that the statement names; undefined where it gives all in the order of the table. */
  readonly columns: readonly string[] | undefined;
  /** First byte of the rows. */
  readonly end: number;
}

/** INCOMPLETE where the bytes end too early, undefined where the statement brings no rows. */
export type HeaderAnswer = RowsHeader | typeof INCOMPLETE | undefined;

const INSERT_WORDS = ['INTO', 'IGNORE', 'DELAYED', 'LOW_PRIORITY', 'HIGH_PRIORITY'];

/** Reads INSERT INTO t (a, b) VALUES from the word after INSERT or REPLACE on. */
export function readInsertHeader(bytes: Buffer, from: number, to: number): HeaderAnswer {
  const cursor = new Cursor(bytes, from, to);
  while (INSERT_WORDS.some((word) => cursor.word(word)));
  const table = cursor.tableName();
  const columns = cursor.columnList();
  while (!cursor.word('VALUES') && !cursor.word('VALUE'))
    if (!cursor.word('OVERRIDING') && !cursor.word('SYSTEM')) break;
  const isList = cursor.at(OPEN);
  if (cursor.exhausted) return INCOMPLETE;
  // INSERT ... SELECT and INSERT ... SET bring no rows of values.
  return table !== undefined && isList ? { table, columns, end: cursor.position } : undefined;
}

/** Reads COPY t (a, b) FROM stdin; and its line end, from the word after COPY on. */
export function readCopyHeader(bytes: Buffer, from: number, to: number): HeaderAnswer {
  const cursor = new Cursor(bytes, from, to);
  const table = cursor.tableName();
  const columns = cursor.columnList();
  const standard = cursor.word('FROM') && cursor.word('STDIN');
  if (cursor.exhausted) return INCOMPLETE;
  if (table === undefined || !standard) return undefined;
  const end = bytes.indexOf(LF, cursor.position);
  return end < 0 || end >= to ? INCOMPLETE : { table, columns, end: end + 1 };
}

/** The name after CREATE ... TABLE and the place of the list that follows it. */
export function readCreateHeader(bytes: Buffer, from: number, to: number): HeaderAnswer {
  const cursor = new Cursor(bytes, from, to);
  while (['TEMPORARY', 'TEMP', 'UNLOGGED', 'GLOBAL', 'LOCAL'].some((word) => cursor.word(word)));
  const isTable = cursor.word('TABLE');
  if (isTable && cursor.word('IF')) while (cursor.word('NOT') || cursor.word('EXISTS'));
  const table = isTable ? cursor.tableName() : undefined;
  const isList = cursor.at(OPEN);
  if (cursor.exhausted) return INCOMPLETE;
  return table !== undefined && isList ? { table, columns: undefined, end: cursor.position } : undefined;
}

/** Moves over words and names. Once the bytes end too early it is exhausted and answers nothing more. */
class Cursor {
  position: number;
  exhausted = false;
  readonly #bytes: Buffer;
  readonly #to: number;

  constructor(bytes: Buffer, from: number, to: number) {
    this.#bytes = bytes;
    this.#to = to;
    this.position = from;
  }

  /** Takes this word (upper case) where it comes next. */
  word(word: string): boolean {
    if (!this.#blank()) return false;
    const end = wordEnd(this.#bytes, this.position, this.#to);
    if (end >= this.#to) this.exhausted = true;
    if (this.exhausted || !isWord(this.#bytes, this.position, end, word)) return false;
    this.position = end;
    return true;
  }

  at(byte: number): boolean {
    return this.#blank() && this.#bytes[this.position] === byte;
  }

  /** `t`, "t", t or schema.t, quoted or not. */
  tableName(): string | undefined {
    let name = this.name();
    while (name !== undefined && !this.exhausted && this.at(46)) {
      this.position++;
      const part = this.name();
      if (part === undefined) return undefined;
      name = `${name}.${part}`;
    }
    return name;
  }

  /** (a, b, c), where it comes next. */
  columnList(): string[] | undefined {
    if (!this.at(OPEN)) return undefined;
    const columns: string[] = [];
    do {
      this.position++;
      const name = this.name();
      if (name === undefined) return undefined;
      columns.push(name);
    } while (this.at(COMMA));
    if (!this.at(CLOSE)) return undefined;
    this.position++;
    return columns;
  }

  name(): string | undefined {
    if (!this.#blank()) return undefined;
    const bytes = this.#bytes;
    const quote = bytes[this.position];
    if (quote === BACKTICK || quote === DOUBLE_QUOTE || quote === 91) return this.#quoted(quote === 91 ? 93 : quote);
    if (!isWordByte(quote)) return undefined;
    const end = wordEnd(bytes, this.position, this.#to);
    return this.#take(this.position, end, end);
  }

  #quoted(quote: number): string | undefined {
    const start = this.position + 1;
    let end = start;
    while (end < this.#to && (this.#bytes[end] !== quote || this.#bytes[end + 1] === quote)) {
      end += this.#bytes[end] === quote ? 2 : 1;
    }
    const sign = String.fromCharCode(quote);
    return this.#take(start, end, end + 1)?.replaceAll(sign + sign, sign);
  }

  #take(start: number, end: number, next: number): string | undefined {
    if (end >= this.#to) this.exhausted = true;
    if (this.exhausted) return undefined;
    this.position = next;
    return this.#bytes.toString('utf8', start, end);
  }

  #blank(): boolean {
    if (this.exhausted) return false;
    const next = skipBlank(this.#bytes, this.position, this.#to);
    if (next === INCOMPLETE || next >= this.#to) this.exhausted = true;
    else this.position = next;
    return !this.exhausted;
  }
}
