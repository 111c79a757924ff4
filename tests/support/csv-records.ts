import { readFileSync } from 'node:fs';

export type CsvRecord = Readonly<Record<string, string>>;

/** The records of an RFC 4180 file with a header line, letter by letter: slow, and nothing to get wrong. */
export function readCsvRecords(path: string): readonly CsvRecord[] {
  const [heading = [], ...rows] = parseCsv(readFileSync(path, 'utf8'));
  return rows.map((cells) => Object.fromEntries(heading.map((name, index) => [name, cells[index] ?? ''])));
}

function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at);
    if (quoted && letter === '"' && text.charAt(at + 1) === '"') {
      cell += '"';
      at++;
    } else if (letter === '"') quoted = !quoted;
    else if (quoted || !',\r\n'.includes(letter)) cell += letter;
    else if (letter !== '\r') {
      row.push(cell);
      cell = '';
      if (letter === '\n') {
        rows.push(row);
        row = [];
      }
    }
  }
  return cell === '' && row.length === 0 ? rows : [...rows, [...row, cell]];
}
