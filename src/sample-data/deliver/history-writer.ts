import type { LocalDate } from '#kernel/local-date.ts';
import type { DeliveryWriter } from '../containers/delivery.ts';
import type { Assigner } from '../defects/assign.ts';
import type { Case } from '../defects/case.ts';
import { dice, diceBelow, diceBits } from '../dice.ts';
import type { HistoryKind, RowInfo } from '../offices/column.ts';
import type { HistoryTable, OfficeLayout } from '../offices/office-layout.ts';
import type { Facts, HistoryRow } from '../person.ts';
import { isMended } from './earlier.ts';
import type { OfficeRun } from './office-run.ts';
import { createRowWriter, type RowWriter } from './row-writer.ts';
import { visibleRows } from './visible-rows.ts';

export interface HistoryWriter {
  /** Writes a person's histories; answers the numbers of the newest row of each. */
  write(subject: Case, key: number, seed: number): Readonly<Partial<Record<HistoryKind, number>>>;
}

interface Open {
  readonly table: HistoryTable;
  readonly writer: RowWriter;
  /** A column says which row is the newest. */
  readonly flagged: boolean;
}

/** Writes the history tables of a dump beside the people's table; D21 and D22 are made here. */
export function createHistoryWriter(
  layout: OfficeLayout,
  delivery: DeliveryWriter,
  assigner: Assigner,
  now: LocalDate,
  run: OfficeRun,
): HistoryWriter {
  const open: Open[] = layout.histories.map((table) => ({
    table,
    flagged: table.columns.some(({ canonical }) => canonical?.endsWith('.is_terakhir')),
    writer: createRowWriter(
      table.columns,
      delivery.table({ name: table.layout.name, columns: table.columns }),
      undefined,
      'plain',
    ),
  }));
  const orphans = assigner.quota('D21');

  /** One history of a person into one table; answers the number of its newest row. */
  const writeRows = (
    { table, writer, flagged }: Open,
    kind: HistoryKind,
    subject: Case,
    base: RowInfo,
  ): number | undefined => {
    const rows = visibleRows(subject, kind, now);
    const spoiled = kind === 'pangkat' && subject.untidy && rows.length > 2;
    const kept = spoiled ? untidyRows(rows, subject.seed, flagged) : rows;
    // Two rows flagged as the newest: the one before claims it too.
    const latest = spoiled && kept === rows ? kept.length - 2 : kept.length - 1;
    if (spoiled) record(run, delivery.file, table, writer.rows + 1, subject, 'D22', 'peringatan');
    let newest: number | undefined;
    kept.forEach((row, step) => {
      const last = step === kept.length - 1;
      const facts = last ? ownValues(row.facts, base.person) : row.facts;
      const seed = diceBits(base.seed, step);
      const info = { ...base, seed, number: writer.rows + 1, latest: step >= latest, step, kind };
      writer.write(facts, info);
      newest = writer.rows;
      if (!orphans.wants(isMended(seed, run.number) ? 1 : dice(seed, 230))) return;
      orphans.take();
      writer.write(row.facts, { ...info, ...nobody(seed), latest: false, number: writer.rows + 1 });
      record(run, delivery.file, table, writer.rows, subject, 'D21', 'karantina');
    });
    return newest;
  };
  return {
    write: (subject, key, seed) => {
      const pointers: Partial<Record<HistoryKind, number>> = {};
      const person = subject.simpeg?.written;
      if (open.length === 0 || !person) return pointers;
      const base = {
        key,
        seed,
        person,
        number: 0,
        latest: false,
        step: 0,
        kind: undefined,
        pointers,
        proposal: undefined,
      };
      for (const each of open) {
        for (const kind of each.table.layout.kinds) {
          const newest = writeRows(each, kind, subject, base);
          if (newest !== undefined) pointers[kind] = newest;
        }
      }
      return pointers;
    },
  };
}

function record(
  run: OfficeRun,
  berkas: string,
  { layout }: HistoryTable,
  row: number,
  subject: Case,
  cacat: 'D21' | 'D22',
  harapan: string,
): void {
  run.ledger.add('cacat', [
    run.profile.kode,
    berkas,
    layout.name,
    row,
    '',
    '',
    cacat,
    'simpeg',
    subject.person.orangId,
    '',
    '',
    harapan,
  ]);
  const key = `${run.profile.kode} simpeg ${cacat}`;
  run.tally.set(key, (run.tally.get(key) ?? 0) + 1);
}

/** The current row says what the person's record says, wrong and missing values included. */
function ownValues(row: Facts, written: Facts): Facts {
  const own: Facts = {};
  for (const field of Object.keys(row) as (keyof Facts)[]) {
    const value = written[field];
    if (value !== undefined) own[field] = value;
  }
  return own;
}

/** D21: the key of a row that belongs to nobody: 0, empty, or one that no person has. */
function nobody(seed: number): Pick<RowInfo, 'key' | 'person'> {
  const kind = diceBelow(seed, 231, 3);
  if (kind === 0) return { key: 0, person: { nip: '0' } };
  if (kind === 1) return { key: -1, person: {} };
  const number = diceBelow(seed, 232, 12_000);
  const month = String(1 + (number % 12)).padStart(2, '0');
  const serial = 901 + (Math.trunc(number / 24) % 99);
  // Nobody was born then: in the sample's range of serials, and no person's number.
  const nip = `190001011900${month}${1 + (Math.trunc(number / 12) % 2)}${serial}`;
  return { key: 90_000_000 + number, person: { nip } };
}

/**
 * D22: the first row missing, a gap, a TMT that goes back, or, where rows carry a flag, two flagged ones (unchanged here); never the
 * row that counts now.
 */
function untidyRows(rows: readonly HistoryRow[], seed: number, flagged: boolean): readonly HistoryRow[] {
  const kind = seed % (flagged ? 4 : 3);
  if (kind === 3) return rows;
  if (kind === 0) return rows.slice(1);
  const middle = 1 + (seed % Math.max(1, rows.length - 2));
  if (kind === 1) return rows.filter((_, i) => i !== middle);
  const swapped = [...rows];
  const [a, b] = [swapped[middle - 1], swapped[middle]];
  if (a && b) {
    swapped[middle - 1] = b;
    swapped[middle] = a;
  }
  return swapped;
}
