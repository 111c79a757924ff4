/** What a CHECK of a database says about a row: it holds, it fails, or its words are not understood here. */
export type Verdict = 'holds' | 'fails' | 'unknown';

/** A value while a condition is worked out; null is NULL. */
type Value = string | number | boolean | null;

/** Leaves a condition whose words are not known. */
class NotUnderstood extends Error {}

const TOKEN =
  /\s+|'(?:[^'\\]|''|\\.)*'|`(?:[^`]|``)*`|"(?:[^"]|"")*"|\d+(?:\.\d+)?|[\p{L}_][\p{L}\p{N}_$]*|::|<=|>=|<>|!=|!~\*|!~|~\*|~|[=<>(),[\].-]/gu;
const LONGEST = 4000;

/**
 * Works out the condition of a CHECK in the words of MySQL or PostgreSQL: lists, limits, lengths, patterns, joined by AND, OR and
 * NOT. As in SQL a condition about NULL does not fail. What is written otherwise is `unknown`, never guessed.
 */
export function checkCondition(condition: string, valueOf: (column: string) => string | null | undefined): Verdict {
  try {
    const result = new Reader(tokensOf(condition), valueOf).whole();
    return result === false ? 'fails' : 'holds';
  } catch (error) {
    if (error instanceof NotUnderstood) return 'unknown';
    throw error;
  }
}

/** Columns whose names stand in a condition. */
export function columnsIn(condition: string, columns: readonly string[]): readonly string[] {
  const words = new Set(condition.replace(/'(?:[^'\\]|''|\\.)*'/g, '').match(/[\p{L}_][\p{L}\p{N}_$]*/gu) ?? []);
  const isQuoted = (name: string): boolean => condition.includes(`\`${name}\``) || condition.includes(`"${name}"`);
  return columns.filter((name) => words.has(name) || isQuoted(name));
}

function tokensOf(text: string): readonly string[] {
  if (text.length > LONGEST) throw new NotUnderstood();
  const tokens = text.match(TOKEN) ?? [];
  if (tokens.join('').length !== text.length) throw new NotUnderstood();
  return tokens.filter((token) => token.trim() !== '');
}

class Reader {
  #at = 0;
  readonly #tokens: readonly string[];
  readonly #valueOf: (column: string) => string | null | undefined;

  constructor(tokens: readonly string[], valueOf: (column: string) => string | null | undefined) {
    this.#tokens = tokens;
    this.#valueOf = valueOf;
  }

  whole(): boolean | null {
    const value = this.#or();
    if (this.#at < this.#tokens.length) throw new NotUnderstood();
    return truthOf(value);
  }

  #peek(): string {
    return (this.#tokens[this.#at] ?? '').toLowerCase();
  }

  #take(...words: readonly string[]): boolean {
    if (!words.includes(this.#peek())) return false;
    this.#at++;
    return true;
  }

  #need(word: string): void {
    if (!this.#take(word)) throw new NotUnderstood();
  }

  #or(): Value {
    let value = this.#and();
    while (this.#take('or')) value = either(truthOf(value), truthOf(this.#and()), true);
    return value;
  }

  #and(): Value {
    let value = this.#not();
    while (this.#take('and')) value = either(truthOf(value), truthOf(this.#not()), false);
    return value;
  }

  #not(): Value {
    return this.#take('not') ? negate(truthOf(this.#not())) : this.#comparison();
  }

  #comparison(): Value {
    const left = this.#operand();
    const isNegated = this.#take('not');
    const answer = this.#condition(left);
    if (answer === undefined) {
      if (isNegated) throw new NotUnderstood();
      return left;
    }
    return isNegated ? negate(answer) : answer;
  }

  #condition(left: Value): boolean | null | undefined {
    if (this.#take('is')) {
      const isNegated = this.#take('not');
      this.#need('null');
      return (left === null) !== isNegated;
    }
    if (this.#take('in')) return isAmong(left, this.#list('(', ')'));
    if (this.#take('between')) {
      const low = this.#operand();
      this.#need('and');
      return either(compare(left, low, '>='), compare(left, this.#operand(), '<='), false);
    }
    if (this.#take('like')) return matches(left, this.#operand(), 'like');
    if (this.#take('regexp', 'rlike')) return matches(left, this.#operand(), 'i');
    if (this.#take('~')) return matches(left, this.#operand(), '');
    if (this.#take('~*')) return matches(left, this.#operand(), 'i');
    if (this.#take('!~')) return negate(matches(left, this.#operand(), ''));
    if (this.#take('!~*')) return negate(matches(left, this.#operand(), 'i'));
    const sign = this.#peek();
    if (!['=', '<>', '!=', '<', '<=', '>', '>='].includes(sign)) return undefined;
    this.#at++;
    if (sign === '=' && this.#take('any')) return isAmong(left, this.#array());
    return compare(left, this.#operand(), sign);
  }

  /** (ARRAY['L'::bpchar, 'P'::bpchar]), with casts and parentheses around it. */
  #array(): readonly Value[] {
    this.#need('(');
    const isWrapped = this.#take('(');
    this.#need('array');
    const list = this.#list('[', ']');
    if (isWrapped) this.#need(')');
    this.#casts();
    this.#need(')');
    return list;
  }

  #list(open: string, close: string): readonly Value[] {
    this.#need(open);
    const list = [this.#operand()];
    while (this.#take(',')) list.push(this.#operand());
    this.#need(close);
    return list;
  }

  #operand(): Value {
    const value = this.#primary();
    this.#casts();
    return value;
  }

  /** Casts change the type and not what is compared here. */
  #casts(): void {
    while (this.#take('::')) {
      if (!/^[\p{L}_"]/u.test(this.#peek())) throw new NotUnderstood();
      this.#at++;
      this.#take('varying');
      if (this.#take('(')) {
        this.#at++;
        this.#need(')');
      }
      if (this.#take('[')) this.#need(']');
    }
  }

  #primary(): Value {
    const token = this.#tokens[this.#at++] ?? '';
    const word = token.toLowerCase();
    if (token === '(') {
      const value = this.#or();
      this.#need(')');
      return value;
    }
    if (token === '-') {
      const value = this.#primary();
      if (typeof value !== 'number') throw new NotUnderstood();
      return -value;
    }
    if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'").replace(/\\(.)/g, '\\$1');
    if (/^\d/.test(token)) return Number(token);
    if (/^[`"]/.test(token)) return this.#column(token.slice(1, -1));
    if (word === 'null') return null;
    if (word === 'true' || word === 'false') return word === 'true';
    // A character set before a text: _utf8mb4'L'.
    if (/^_\w+$/.test(word) && (this.#tokens[this.#at] ?? '').startsWith("'")) return this.#primary();
    if (!/^[\p{L}_]/u.test(token)) throw new NotUnderstood();
    return this.#peek() === '(' ? this.#call(word) : this.#column(token);
  }

  #call(name: string): Value {
    const [value = null, ...others] = this.#list('(', ')');
    if (others.length > 0) throw new NotUnderstood();
    if (value === null) return null;
    const text = String(value);
    switch (name) {
      case 'length':
      case 'char_length':
      case 'character_length':
        // In bytes at MySQL, where only ASCII is sure.
        if (name === 'length' && /[^ -~]/.test(text)) throw new NotUnderstood();
        return Array.from(text).length;
      case 'trim':
      case 'btrim':
        return text.trim();
      case 'upper':
        return text.toUpperCase();
      case 'lower':
        return text.toLowerCase();
      default:
        throw new NotUnderstood();
    }
  }

  #column(name: string): Value {
    const value = this.#valueOf(name);
    if (value === undefined) throw new NotUnderstood();
    return value;
  }
}

function truthOf(value: Value): boolean | null {
  if (value === null || typeof value === 'boolean') return value;
  throw new NotUnderstood();
}

const negate = (value: boolean | null): boolean | null => (value === null ? null : !value);

/** OR where `wins` is true, AND where it is false. */
function either(a: boolean | null, b: boolean | null, wins: boolean): boolean | null {
  if (a === wins || b === wins) return wins;
  return a === null || b === null ? null : !wins;
}

const isNumber = (value: Value): boolean => typeof value === 'number' || /^-?\d+(?:\.\d+)?$/.test(String(value));

function compare(a: Value, b: Value, sign: string): boolean | null {
  if (a === null || b === null) return null;
  const isNumeric = (typeof a === 'number' || typeof b === 'number') && isNumber(a) && isNumber(b);
  const [left, right] = isNumeric ? [Number(a), Number(b)] : [String(a), String(b)];
  if (left === right) return sign.includes('=') && sign !== '!=';
  // Whether case and accents count is up to the column's collation.
  if (typeof left === 'string' && left.toLowerCase() === String(right).toLowerCase()) throw new NotUnderstood();
  if (sign === '=') return false;
  if (sign === '<>' || sign === '!=') return true;
  const areDays = [left, right].every((each) => /^\d{4}-\d{2}-\d{2}$/.test(String(each)));
  if (!isNumeric && !areDays) throw new NotUnderstood();
  return sign.startsWith('<') ? left < right : left > right;
}

function isAmong(value: Value, list: readonly Value[]): boolean | null {
  if (value === null) return null;
  if (list.some((each) => each !== null && String(each) === String(value))) return true;
  return list.reduce<boolean | null>((found, each) => either(found, compare(value, each, '='), true), false);
}

function matches(value: Value, pattern: Value, how: 'like' | 'i' | ''): boolean | null {
  if (value === null || pattern === null) return null;
  const source = String(pattern);
  // Classes and escapes that patterns of databases have and ours do not.
  if (source.length > 200 || /\[\[?[:.=]|\\[^dws.]|\(\?/.test(source)) throw new NotUnderstood();
  try {
    const literal = source
      .replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
      .replace(/%/g, '[^]*')
      .replace(/_/g, '[^]');
    return new RegExp(how === 'like' ? `^${literal}$` : source, how === 'i' ? 'iu' : 'u').test(String(value));
  } catch {
    throw new NotUnderstood();
  }
}
