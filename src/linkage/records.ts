/**
 * Records as columns of text, one entry per record; the empty text is a missing value. Values are compared as they stand:
 * trimming and folding are the caller's.
 */
export interface Records {
  readonly size: number;
  readonly columns: Readonly<Record<string, readonly string[]>>;
}

/** Columns as codes into one dictionary of all values, so that equal texts in any field and file are equal numbers. */
export interface CodedRecords {
  readonly size: number;
  readonly columns: ReadonlyMap<string, Int32Array>;
}

/** Code of the empty text. */
export const MISSING_CODE = 0;

export class Dictionary {
  readonly values: string[] = [''];
  readonly #codes = new Map<string, number>([['', MISSING_CODE]]);

  code(value: string): number {
    const known = this.#codes.get(value);
    if (known !== undefined) return known;
    const code = this.values.length;
    this.values.push(value);
    this.#codes.set(value, code);
    return code;
  }

  text(code: number): string {
    return this.values[code] ?? '';
  }
}

/** The named columns in codes; a column that the records do not carry is an error of the specification. */
export function encode(records: Records, fields: Iterable<string>, dictionary: Dictionary): CodedRecords {
  const columns = new Map<string, Int32Array>();
  for (const field of fields) {
    const values = records.columns[field];
    if (!values) throw new Error(`Linkage specification names column ${field}, which the records do not carry`);
    const codes = new Int32Array(records.size);
    for (let row = 0; row < records.size; row++) codes[row] = dictionary.code(values[row] ?? '');
    columns.set(field, codes);
  }
  return { size: records.size, columns };
}

/** Codes of one column. */
export function codesOf(records: CodedRecords, field: string): Int32Array {
  const codes = records.columns.get(field);
  if (!codes) throw new Error(`Column ${field} was not encoded`);
  return codes;
}

/** Two files in the codes of one dictionary; a file compared with itself is the same object twice. */
export interface BothSides {
  readonly left: CodedRecords;
  readonly right: CodedRecords;
  readonly dictionary: Dictionary;
}
