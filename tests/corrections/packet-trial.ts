import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CorrectionSummary, writeCorrections } from '#corrections';
import { formatCsvRow } from '#formats';
import type { LocalDate } from '#kernel/local-date.ts';
import { describeProblem } from '#kernel/problem.ts';
import { compareText } from '#kernel/text.ts';
import { reconcile } from '#reconcile';
import { type Person, toExport } from '../../src/reconcile/testing/deliveries.ts';
import { type CsvRecord, readCsvRecords } from '../support/csv-records.ts';
import type { DatabaseClient } from '../support/database-servers.ts';

export const INSTANSI = '6410';

/** One small delivery with its recipe, and BKN's view of the same people. */
export interface Trial {
  readonly name: string;
  readonly dump: string;
  readonly recipe: Readonly<Record<string, unknown>>;
  readonly bkn: readonly Person[];
  readonly per?: LocalDate | undefined;
  /** What a dump shows besides, and does not come back. */
  readonly mask?: RegExp;
}

/** A trial that was reconciled: its differences can be decided, written and run. */
export interface OpenTrial {
  readonly folder: string;
  readonly differences: readonly CsvRecord[];
  /** Writes a packet of the differences that `isDecided` picks; all unless told. */
  packet(isDecided?: (line: CsvRecord) => boolean): Promise<Packet>;
  /** Reconciles another dump of the same database by the same recipe. */
  again(dump: Buffer): Promise<readonly CsvRecord[]>;
  close(): void;
}

export interface Packet {
  readonly summary: CorrectionSummary;
  readonly maju: Buffer;
  readonly batal: Buffer;
  readonly leftOut: readonly CsvRecord[];
  /** Decisions of the last packet that were not taken for BKN. */
  readonly undecided: readonly CsvRecord[];
}

export async function openTrial(trial: Trial): Promise<OpenTrial> {
  const folder = mkdtempSync(join(tmpdir(), `paket-${trial.name}-`));
  const pemetaan = join(folder, `${INSTANSI}.json`);
  writeFileSync(join(folder, 'bkn.csv'), toExport(trial.bkn));
  writeFileSync(join(folder, 'simpeg.sql'), trial.dump);
  writeFileSync(pemetaan, JSON.stringify({ berkas: 'simpeg.sql', ...trial.recipe }));
  const compare = async (name: string, berkas: string): Promise<readonly CsvRecord[]> => {
    const outcome = await reconcile(
      {
        bkn: join(folder, 'bkn.csv'),
        simpeg: [{ instansi: INSTANSI, berkas }],
        pemetaan: new Map([[INSTANSI, pemetaan]]),
        keluar: join(folder, name),
        timpa: true,
        acuan: undefined,
        threads: 1,
        ...(trial.per === undefined ? {} : { per: trial.per }),
      },
      () => undefined,
    );
    if (!outcome.ok) throw new Error(describeProblem(outcome.error));
    const [refusal] = outcome.value.refusals;
    if (refusal) throw new Error(JSON.stringify(refusal));
    return readCsvRecords(join(folder, name, 'selisih.csv'));
  };
  const differences = await compare('hasil', join(folder, 'simpeg.sql'));
  return {
    folder,
    differences,
    packet: async (isDecided = () => true) => {
      const path = join(folder, 'hasil', 'selisih.csv');
      const columns = Object.keys(differences[0] ?? {}).filter((name) => name !== 'keputusan');
      const rows = differences.map((line) => [
        ...columns.map((column) => line[column] ?? ''),
        isDecided(line) ? 'bkn' : '',
      ]);
      writeFileSync(path, [[...columns, 'keputusan'], ...rows].map((row) => formatCsvRow(row)).join(''));
      const keluar = join(folder, 'paket');
      mkdirSync(keluar, { recursive: true });
      const options = { selisih: path, pemetaan, bentuk: 'sql', keluar, timpa: true, acuan: undefined } as const;
      const outcome = await writeCorrections(options);
      if (!outcome.ok) throw new Error(describeProblem(outcome.error));
      return {
        summary: outcome.value,
        maju: readFileSync(join(keluar, 'perbaikan.sql')),
        batal: readFileSync(join(keluar, 'batal.sql')),
        leftOut: readCsvRecords(join(keluar, 'tidak-ditulis.csv')),
        undecided: differences.filter((line) => !isDecided(line)),
      };
    },
    again: (dump) => {
      const berkas = join(folder, 'ulang', 'simpeg.sql');
      mkdirSync(join(folder, 'ulang'), { recursive: true });
      writeFileSync(berkas, dump);
      return compare('hasil-ulang', berkas);
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Differences as lines that can be compared. */
export const linesOf = (rows: readonly CsvRecord[]): readonly string[] =>
  rows
    .map(({ nip, kolom, nilai_simpeg: simpeg, nilai_bkn: bkn }) => [nip, kolom, simpeg, bkn].join(' | '))
    .toSorted(compareText);

/**
 * The content of a dump without the order of its rows (PostgreSQL puts a row that was updated behind the others) and without the
 * counters from which new rows get their numbers: they never go back.
 */
export const contentOf = (dump: Buffer, mask = /(?!)/): string =>
  dump
    .toString('latin1')
    .replace(mask, '')
    .replace(/ AUTO_INCREMENT=\d+/g, '')
    .replace(/setval\('[^']*', \d+, (?:true|false)\)/g, 'setval')
    .split('\n')
    .map((line) => line.replace(/[,;]$/, ''))
    .toSorted(compareText)
    .join('\n');

/** Runs a packet: once, twice, reconciles what then stands there, and takes it back. Gives the content between the steps. */
export async function proveOn(
  server: DatabaseClient,
  trial: Trial,
  isDecided: (line: CsvRecord) => boolean,
): Promise<{ readonly packet: Packet; readonly open: readonly string[]; readonly expected: readonly string[] }> {
  const opened = await openTrial(trial);
  try {
    server.load(trial.name, Buffer.from(trial.dump));
    const packet = await opened.packet(isDecided);
    const before = contentOf(server.dump(trial.name), trial.mask);
    server.run(trial.name, packet.maju);
    const exported = server.dump(trial.name);
    const corrected = contentOf(exported, trial.mask);
    server.run(trial.name, packet.maju);
    const twice = contentOf(server.dump(trial.name), trial.mask);
    server.run(trial.name, packet.batal);
    const undone = contentOf(server.dump(trial.name), trial.mask);
    server.run(trial.name, packet.batal);
    const undoneTwice = contentOf(server.dump(trial.name), trial.mask);
    const facts = {
      changed: corrected !== before,
      twice: twice === corrected,
      undone: undone === before,
      undoneTwice: undoneTwice === before,
    };
    const wrong = Object.entries(facts).filter(([, holds]) => !holds);
    if (wrong.length > 0) throw new Error(`${trial.name}: ${wrong.map(([name]) => name).join(', ')}`);
    const open = linesOf(await opened.again(exported));
    return { packet, open, expected: linesOf([...packet.undecided, ...packet.leftOut]) };
  } finally {
    opened.close();
  }
}
