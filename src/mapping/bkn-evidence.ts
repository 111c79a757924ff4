import { cellText, readTable, type Source } from '#formats';
import { parseDigit } from '#rules/digit.ts';
import { columnNames } from './column-names.ts';
import { findPreset } from './presets.ts';
import type { Evidence } from './propose/evidence.ts';
import { foldIdentifier } from '#kernel/text.ts';

const NIP_DIGITS = 18;

/**
 * What BKN's file says about the people in the samples of a source, as evidence for its mapping. Reads BKN's file once and
 * keeps only those people. Undefined where the file is not in one of BKN's own structures.
 */
export async function loadEvidence(bkn: Source, source: Source): Promise<Evidence | undefined> {
  const table = bkn.tables.find(({ columns }) => findPreset(columns) !== undefined);
  const preset = table && findPreset(table.columns);
  if (!table || !preset) return undefined;
  const fields = columnNames(table.columns).map((name) => preset.fields.get(foldIdentifier(name))?.nama);
  const nipColumn = fields.indexOf('nip');
  const wanted = listNumbers(source);
  const people = new Map<string, Readonly<Record<string, string>>>();
  for await (const block of readTable(bkn, table.name)) {
    for (let row = 0; row < block.rows; row++) {
      const nip = readNip(cellText(block, row, nipColumn));
      if (nip === undefined || !wanted.has(nip)) continue;
      const values = fields.flatMap((field, column) =>
        field === undefined ? [] : [[field, plain(cellText(block, row, column))] as const],
      );
      people.set(nip, Object.fromEntries(values));
    }
    if (people.size === wanted.size) break;
  }
  return (nip) => people.get(nip);
}

/** Every number of 18 digits in the samples, whatever its column. */
function listNumbers(source: Source): ReadonlySet<string> {
  const numbers = source.tables.flatMap(({ sample }) => sample.flatMap((row) => row.map(readNip)));
  return new Set(numbers.filter((nip) => nip !== undefined));
}

function readNip(text: string): string | undefined {
  if (text.length < NIP_DIGITS) return undefined;
  const reading = parseDigit(text);
  return reading.ok && reading.value?.length === NIP_DIGITS ? reading.value : undefined;
}

/** The export marks long numbers with an apostrophe and missing values with the word null. */
function plain(text: string): string {
  const bare = text.startsWith("'") ? text.slice(1) : text;
  return bare === 'null' ? '' : bare;
}
