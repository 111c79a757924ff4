/** Columns of a CREATE TABLE with their declared types. */
export interface Definition {
  readonly columns: string[];
  readonly types: string[];
}

const NO_COLUMN =
  /^(primary\s+key|unique(\s+(key|index))?|(fulltext\s+|spatial\s+)?(key|index)\s+[`"\w]*\s*(using\s+\w+\s*)?\(|constraint|foreign\s+key|check\s*\(|exclude|period\s+for|like\s)/i;
const NAME = /^(?:`((?:[^`]|``)*)`|"((?:[^"]|"")*)"|\[([^\]]*)\]|([^\s`"[(,]+))\s*/;
const TYPE_END =
  /\s+(?:not|null|default|collate|character\s+set|charset|comment|auto_increment|primary|unique|generated|constraint|references|check|on\s+update|as|virtual|stored|invisible)\b/i;

/** Reads the list between the parentheses of a CREATE TABLE; keys and constraints are passed over. */
export function readDefinition(list: string): Definition {
  const columns: string[] = [];
  const types: string[] = [];
  for (const part of splitList(list.replace(/^\s*--.*$/gm, ''))) {
    const name = NO_COLUMN.test(part) ? undefined : NAME.exec(part);
    if (!name) continue;
    const type = part.slice(name[0].length);
    const end = TYPE_END.exec(` ${type}`)?.index;
    columns.push((name[1]?.replaceAll('``', '`') ?? name[2]?.replaceAll('""', '"') ?? name[3] ?? name[4] ?? '').trim());
    types.push(type.slice(0, end).replace(/\s+/g, ' ').trim());
  }
  return { columns, types };
}

/** The parts between commas outside parentheses and quotes. */
function splitList(list: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  let quote = '';
  for (let i = 0; i < list.length; i++) {
    const sign = list.charAt(i);
    if (quote !== '') {
      if (sign === '\\' && quote === "'") i++;
      else if (sign === quote) quote = '';
    } else if (sign === "'" || sign === '"' || sign === '`') quote = sign;
    else if (sign === '(') depth++;
    else if (sign === ')') depth--;
    else if (sign === ',' && depth === 0) {
      parts.push(list.slice(start, i).trim());
      start = i + 1;
    }
  }
  parts.push(list.slice(start).trim());
  return parts;
}
