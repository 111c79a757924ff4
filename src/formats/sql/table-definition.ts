/** Columns of a CREATE TABLE with their declared types. */
export interface Definition {
  readonly columns: string[];
  readonly types: string[];
}

/** A column as a definition writes it. */
export interface DefinedColumn {
  readonly name: string;
  readonly type: string;
  /** What stands behind the type: NOT NULL, DEFAULT, CHECK and the like. */
  readonly rest: string;
}

const NO_COLUMN =
  /^(primary\s+key|unique(\s+(key|index))?|(fulltext\s+|spatial\s+)?(key|index)\s+[`"\w]*\s*(using\s+\w+\s*)?\(|constraint|foreign\s+key|check\s*\(|exclude|period\s+for|like\s)/i;
const NAME = /^(?:`((?:[^`]|``)*)`|"((?:[^"]|"")*)"|\[([^\]]*)\]|([^\s`"[(,]+))\s*/;
const TYPE_END =
  /\s+(?:not|null|default|collate|character\s+set|charset|comment|auto_increment|primary|unique|generated|constraint|references|check|on\s+update|as|virtual|stored|invisible)\b/i;

/** Reads a CREATE TABLE from behind its opening parenthesis on; keys and constraints are passed over. */
export function readDefinition(text: string): Definition {
  const columns: string[] = [];
  const types: string[] = [];
  for (const part of splitDefinition(text).parts) {
    const column = readColumn(part);
    if (!column) continue;
    columns.push(column.name);
    types.push(column.type);
  }
  return { columns, types };
}

/** One column; undefined where the part defines a key or a constraint. */
export function readColumn(part: string): DefinedColumn | undefined {
  const name = NO_COLUMN.test(part) ? undefined : NAME.exec(part);
  if (!name) return undefined;
  const behind = part.slice(name[0].length);
  const end = TYPE_END.exec(` ${behind}`)?.index ?? behind.length;
  return { name: unquoteName(name), type: behind.slice(0, end).replace(/\s+/g, ' ').trim(), rest: behind.slice(end) };
}

/** The name at the beginning of a text, without its quotes; '' where none stands there. */
export function leadingName(text: string): string {
  const name = NAME.exec(text.trim());
  return name ? unquoteName(name) : '';
}

const unquoteName = (name: RegExpExecArray): string =>
  (name[1]?.replaceAll('``', '`') ?? name[2]?.replaceAll('""', '"') ?? name[3] ?? name[4] ?? '').trim();

/** The parts of a definition, and the options behind its closing parenthesis. */
export function splitDefinition(text: string): { readonly parts: readonly string[]; readonly options: string } {
  const plain = text.replace(/^\s*--.*$/gm, '');
  const end = closingParenthesis(plain, 0);
  return { parts: splitList(plain.slice(0, end)), options: plain.slice(end + 1) };
}

/** Walks over what stands outside quotes; `visit` sees each sign with the depth of parentheses before it and may end the walk. */
function walk(text: string, from: number, visit: (sign: string, at: number, depth: number) => boolean): void {
  let depth = 0;
  let quote = '';
  for (let i = from; i < text.length; i++) {
    const sign = text.charAt(i);
    if (quote !== '') {
      if (sign === '\\' && quote === "'") i++;
      else if (sign === quote) quote = '';
      continue;
    }
    if (sign === "'" || sign === '"' || sign === '`') quote = sign;
    else if (visit(sign, i, depth)) return;
    if (sign === '(') depth++;
    else if (sign === ')') depth--;
  }
}

/** Place of the parenthesis that closes what is open at `from`; the end of the text where none does. */
export function closingParenthesis(text: string, from: number): number {
  let end = text.length;
  walk(text, from, (sign, at, depth) => {
    if (sign !== ')' || depth > 0) return false;
    end = at;
    return true;
  });
  return end;
}

/** The parts between commas outside parentheses and quotes. */
export function splitList(list: string): string[] {
  const parts: string[] = [];
  let start = 0;
  walk(list, 0, (sign, at, depth) => {
    if (sign !== ',' || depth !== 0) return false;
    parts.push(list.slice(start, at).trim());
    start = at + 1;
    return false;
  });
  parts.push(list.slice(start).trim());
  return parts;
}
