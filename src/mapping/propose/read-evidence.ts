import { cellText, readTable, type RowBlock, type Source } from '#formats';
import { columnNames } from '../column-names.ts';
import { findPreset } from '../presets.ts';
import { bareDigits } from '../sample/value-tests.ts';
import { foldIdentifier, isEmptyText } from '#kernel/text.ts';
import type { Evidence } from './evidence.ts';

/** People that are taken from BKN's file as evidence. */
const MOST_PEOPLE = 2_000;

/** Digits of a NIP that a number holds exactly: most rows of a file of the whole province are passed by without a text. */
const HEAD = 15;
const ZERO = 48;

function headOf({ bytes, cells, columns }: RowBlock, row: number, column: number): number {
  const at = 2 * (row * columns + column);
  const end = cells[at + 1] ?? 0;
  let [head, digits] = [0, 0];
  for (let i = cells[at] ?? 0; i < end && digits < HEAD; i++) {
    const digit = (bytes[i] ?? 0) - ZERO;
    if (digit < 0 || digit > 9) continue;
    head = head * 10 + digit;
    digits++;
  }
  return head;
}

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
  const heads = new Set([...nips].map((nip) => Number(nip.slice(0, HEAD))));
  const people = new Map<string, Readonly<Record<string, string>>>();
  for await (const block of readTable(bkn, table.name)) {
    for (let row = 0; row < block.rows; row++) {
      if (!heads.has(headOf(block, row, key))) continue;
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
