import { formatIsoDate, type LocalDate } from '#kernel/local-date.ts';
import type { DeliveryWriter } from '../containers/delivery.ts';
import type { Assigner } from '../defects/assign.ts';
import type { Case } from '../defects/case.ts';
import { dice, diceBits } from '../dice.ts';
import type { HistoryKind, RowInfo } from '../offices/column.ts';
import type { HistoryTable, OfficeLayout } from '../offices/office-layout.ts';
import type { Facts, HistoryRow } from '../person.ts';
import type { OfficeRun } from './office-run.ts';
import { type CellRates, createRowWriter, type RowWriter } from './row-writer.ts';

export interface HistoryWriter {
  /** Writes a person's histories; answers the numbers of the newest row of each. */
  write(subject: Case, key: number, seed: number): Readonly<Partial<Record<HistoryKind, number>>>;
}

interface Open {
  readonly table: HistoryTable;
  readonly writer: RowWriter;
}

/** What a record already shows of each history: later rows are not known to the office. */
const NEWEST: Readonly<Record<HistoryKind, 'tmt_golongan' | 'tmt_jabatan' | 'tmt_kgb' | undefined>> = {
  pangkat: 'tmt_golongan',
  jabatan: 'tmt_jabatan',
  kgb: 'tmt_kgb',
  pendidikan: undefined,
};

const CLEAN: CellRates = { blanks: 0, broken: 0, codes: 0, hasReferences: true };

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
    writer: createRowWriter(
      table.columns,
      delivery.table({ name: table.layout.name, columns: table.columns }),
      CLEAN,
      'plain',
    ),
  }));
  const orphanRate = assigner.rate('D21');

  /** One history of a person into one table; answers the number of its newest row. */
  const writeRows = (
    { table, writer }: Open,
    kind: HistoryKind,
    subject: Case,
    untidy: boolean,
    base: RowInfo,
  ): number | undefined => {
    const rows = visibleRows(subject, kind, now);
    const spoiled = untidy && kind === 'pangkat' && rows.length > 2;
    const kept = spoiled ? untidyRows(rows, subject.seed) : rows;
    // Two rows flagged as the newest: the one before claims it too.
    const flagged = spoiled && kept === rows ? kept.length - 2 : kept.length - 1;
    if (spoiled) record(run, delivery.file, table, writer.rows + 1, subject, 'D22', 'peringatan');
    kept.forEach((row, step) => {
      const facts = step === kept.length - 1 ? ownValues(row.facts, base.person) : row.facts;
      const info = {
        ...base,
        seed: diceBits(base.seed, step),
        number: writer.rows + 1,
        latest: step >= flagged,
        step,
        kind,
      };
      writer.write(facts, info);
      if (dice(info.seed, 230) >= orphanRate || step === kept.length - 1) return;
      writer.write(facts, { ...info, key: 0, person: {}, latest: false, number: writer.rows + 1 });
      record(run, delivery.file, table, writer.rows, subject, 'D21', 'karantina');
    });
    return kept.length === 0 ? undefined : writer.rows;
  };
  return {
    write: (subject, key, seed) => {
      const pointers: Partial<Record<HistoryKind, number>> = {};
      const person = subject.simpeg?.written;
      if (open.length === 0 || !person) return pointers;
      const untidy = assigner.quota('D22').hit(true);
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
          const newest = writeRows(each, kind, subject, untidy, base);
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

function visibleRows({ person, simpeg }: Case, kind: HistoryKind, now: LocalDate): readonly HistoryRow[] {
  const field = NEWEST[kind];
  const newest = field === undefined ? undefined : simpeg?.meaning[field];
  const until = newest ?? formatIsoDate(now);
  return person.riwayat[kind].filter(({ tmt }) => formatIsoDate(tmt) <= until && tmt <= now);
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

/** D22: a gap, the first row missing, a TMT that goes back, or (unchanged here) two rows flagged; never the row that counts now. */
function untidyRows(rows: readonly HistoryRow[], seed: number): readonly HistoryRow[] {
  const kind = seed % 4;
  if (kind === 3) return rows;
  if (kind === 0) return rows.slice(1);
  const middle = 1 + (seed % Math.max(1, rows.length - 2));
  if (kind === 1) return rows.filter((_, i) => i !== middle);
  const swapped = [...rows];
  const [a, b] = [swapped[middle - 1], swapped[middle]];
  if (a && b && middle < rows.length - 1) {
    swapped[middle - 1] = b;
    swapped[middle] = a;
  }
  return swapped;
}
