import { cellText, readTable, type Source } from '#formats';
import { columnNames } from '../column-names.ts';
import { findPreset } from '../presets.ts';
import { bareDigits } from '../sample/value-tests.ts';
import { foldIdentifier, isEmptyText } from '#kernel/text.ts';
import type { Evidence } from './evidence.ts';

/** People that are taken from BKN's file as evidence. */
const MOST_PEOPLE = 2_000;

/**
 * BKN's values of the given people, read from its export in one pass; undefined where the file is none of BKN's structures.
 * Only these people are held.
 */
export async function readEvidence(bkn: Source, nips: ReadonlySet<string>): Promise<Evidence | undefined> {
  const table = bkn.tables.find(({ columns }) => findPreset(columns));
  const preset = table && findPreset(table.columns);
  if (!table || !preset) return undefined;
  const fields = columnNames(table.columns).map((name) => preset.fields.get(foldIdentifier(name))?.nama);
  const key = fields.indexOf('nip');
  const people = new Map<string, Readonly<Record<string, string>>>();
  for await (const block of readTable(bkn, table.name)) {
    for (let row = 0; row < block.rows; row++) {
      const nip = bareDigits(cellText(block, row, key));
      if (!nips.has(nip)) continue;
      const values = fields.flatMap((field, column) => {
        const text = field === undefined ? '' : cellText(block, row, column).replace(/^'/, '');
        return field === undefined || isEmptyText(text) ? [] : [[field, text] as const];
      });
      people.set(nip, Object.fromEntries(values));
    }
    if (people.size >= MOST_PEOPLE) break;
  }
  return (nip) => people.get(nip);
}
