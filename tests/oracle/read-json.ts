import { type Table, toTable } from './table.ts';

/** Arrays of objects by the key that holds them, or one object a line under the name of the file. */
export function readJson(text: string, name: string, lines: boolean): ReadonlyMap<string, Table> {
  if (lines) {
    const objects = text.split('\n').filter((line) => line.trim() !== '');
    return new Map([[name, fromObjects(objects.map((line) => JSON.parse(line) as unknown))]]);
  }
  const whole = JSON.parse(text) as unknown;
  const entries = Array.isArray(whole) ? [[name, whole] as const] : Object.entries(whole as object);
  return new Map(
    entries.flatMap(([key, value]: readonly [string, unknown]) =>
      Array.isArray(value) ? [[key, fromObjects(value)] as const] : [],
    ),
  );
}

function fromObjects(objects: readonly unknown[]): Table {
  const records = objects.map((object) => object as Readonly<Record<string, string | number | boolean | null>>);
  const columns = [...new Set(records.flatMap((record) => Object.keys(record)))];
  return toTable(
    columns,
    records.map((record) => columns.map((column) => String(record[column] ?? ''))),
  );
}
