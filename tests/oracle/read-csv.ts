import { decode, type Table, toTable, uniqueNames } from './table.ts';

/** Lines that may stand above the heading. */
const HEAD_LINES = 60;

/**
 * Reads a CSV, one letter a byte, cell by cell. `wanted` are names that must stand in the heading: the delimiter is the one
 * with which some line holds them all, and that line is the heading.
 */
export function readCsv(letters: string, wanted: readonly string[]): Table {
  const text = letters.endsWith('\n') ? letters : `${letters}\n`;
  for (const delimiter of [',', ';', '\t', '|']) {
    const head = splitRecords(text, delimiter, HEAD_LINES).map(decodeCells);
    const at = head.findIndex((cells) => {
      const names = uniqueNames(cells);
      return wanted.every((name) => names.includes(name));
    });
    const headings = head[at];
    if (headings === undefined) continue;
    const records = splitRecords(text, delimiter, Number.POSITIVE_INFINITY);
    return toTable(headings, records.slice(at + 1).map(decodeCells));
  }
  throw new Error(`No line holds ${wanted.join(', ')}`);
}

const decodeCells = (record: readonly string[]): string[] => record.map((letters) => decode(letters));

/** Records up to `most`; one without any content is none. Between quotes a doubled quote is one, and all else is text. */
function splitRecords(text: string, delimiter: string, most: number): string[][] {
  const cell = new RegExp(`(?:"([^"]*(?:""[^"]*)*)"|([^${delimiter}\\n]*?))(\\${delimiter}|\\r?\\n)`, 'y');
  const records: string[][] = [];
  let record: string[] = [];
  while (cell.lastIndex < text.length && records.length < most) {
    const [, quoted, plain = '', end = ''] = cell.exec(text) ?? [];
    record.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === delimiter) continue;
    if (record.some((content) => content !== '')) records.push(record);
    record = [];
  }
  return records;
}
