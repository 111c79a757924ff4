import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type CsvRecord, readCsvRecords } from '../support/csv-records.ts';
import { findTornPairs } from './torn-pairs.ts';
import { findChanceCodes, findUndecidable, type Undecidable } from './undecidable.ts';

/** What was found beside what is true, over the cells that the deliveries decide. */
export interface DifferenceScore {
  /** True differences and written ones, undecidable cells left out of both. */
  readonly seharusnya: number;
  readonly ditulis: number;
  /** Found with the right `kelas`. */
  readonly benar: number;
  readonly kurang: readonly CsvRecord[];
  readonly lebih: readonly CsvRecord[];
  readonly presisi: number;
  readonly recall: number;
}

export interface PairScore {
  readonly seharusnya: number;
  readonly benar: number;
  readonly kurang: readonly CsvRecord[];
  readonly salah: readonly CsvRecord[];
}

/** Rows of one file: as the engine counts them, as its files show them, and as the truth has them. */
export interface RowScore {
  readonly instansi: string;
  readonly dibaca: number;
  readonly diterima: number;
  readonly karantina: number;
  readonly barisKarantina: number;
  readonly kebenaran: number;
}

export interface Score {
  readonly selisih: DifferenceScore;
  readonly takDiputuskan: readonly Undecidable[];
  /** True differences that lie in undecidable cells. */
  readonly tertutup: number;
  readonly pasangan: PairScore;
  readonly baris: readonly RowScore[];
}

const KEY = ['instansi', 'nip', 'kolom', 'kelas'] as const;
const CELL = ['instansi', 'nip', 'kolom'] as const;
const SELISIH = ['instansi', 'nip', 'kolom', 'nilai_simpeg', 'nilai_bkn', 'kelas'] as const;
const keyOf = (names: readonly string[], row: CsvRecord): string => names.map((name) => row[name]).join('|');

/** Scores the engine's files in `hasil` against the truth ledger in `kebenaran`. */
export function scoreRun(kebenaran: string, hasil: string): Score {
  const pairs = readCsvRecords(join(hasil, 'pasangan.csv'));
  const truth = readCsvRecords(join(kebenaran, 'pasangan.csv'), ['instansi', 'baris_simpeg', 'baris_bkn', 'jenis']);
  const found = readCsvRecords(join(hasil, 'selisih.csv'), SELISIH);
  const expected = readCsvRecords(join(kebenaran, 'selisih.csv'), SELISIH);
  const cacat = readCsvRecords(join(kebenaran, 'cacat.csv'), [
    'instansi',
    'kanonik',
    'cacat',
    'sisi',
    'nilai_tertulis',
  ]);
  const faults = without(found, expected);
  const undecidable = [
    ...findUndecidable(found, pairs, readCsvRecords(join(kebenaran, 'kolom.csv'))),
    ...findTornPairs(join(kebenaran, '..', 'bkn.csv'), cacat, faults),
    ...findChanceCodes(cacat, faults),
  ];
  const skipped = new Set(undecidable.flatMap(({ baris }) => baris.map((row) => keyOf(CELL, row))));
  const isDecidable = (row: CsvRecord): boolean => !skipped.has(keyOf(CELL, row));
  return {
    selisih: scoreDifferences(expected.filter(isDecidable), found.filter(isDecidable)),
    takDiputuskan: undecidable,
    tertutup: expected.filter((row) => !isDecidable(row)).length,
    pasangan: scorePairs(truth, pairs),
    baris: scoreRows(truth, hasil),
  };
}

function scoreDifferences(expected: readonly CsvRecord[], found: readonly CsvRecord[]): DifferenceScore {
  const kurang = without(expected, found);
  const benar = expected.length - kurang.length;
  return {
    seharusnya: expected.length,
    ditulis: found.length,
    benar,
    kurang,
    lebih: without(found, expected),
    presisi: benar / found.length,
    recall: benar / expected.length,
  };
}

/** Rows of the first list that the second lacks; a row that stands twice must be met twice. */
function without(rows: readonly CsvRecord[], others: readonly CsvRecord[]): readonly CsvRecord[] {
  const free = new Map<string, number>();
  for (const row of others) free.set(keyOf(KEY, row), (free.get(keyOf(KEY, row)) ?? 0) + 1);
  return rows.filter((row) => {
    const left = free.get(keyOf(KEY, row)) ?? 0;
    free.set(keyOf(KEY, row), left - 1);
    return left <= 0;
  });
}

function scorePairs(truth: readonly CsvRecord[], pairs: readonly CsvRecord[]): PairScore {
  const pairKey = (row: CsvRecord): string => keyOf(['instansi', 'baris_simpeg', 'baris_bkn'], row);
  const same = truth.filter(({ jenis }) => jenis === 'sama');
  const right = new Set(same.map(pairKey));
  const written = new Set(pairs.map(pairKey));
  const kurang = same.filter((row) => !written.has(pairKey(row)));
  return {
    seharusnya: same.length,
    benar: same.length - kurang.length,
    kurang,
    salah: pairs.filter((row) => !right.has(pairKey(row))),
  };
}

interface FileCount {
  readonly instansi: string;
  readonly berkas: string;
  readonly dibaca: number;
  readonly diterima: number;
  readonly karantina: number;
}

function scoreRows(truth: readonly CsvRecord[], hasil: string): readonly RowScore[] {
  const summary = JSON.parse(readFileSync(join(hasil, 'ringkasan.json'), 'utf8')) as { berkas: readonly FileCount[] };
  const quarantined = readCsvRecords(join(hasil, 'karantina.csv')).filter(({ kolom }) => kolom === '');
  return summary.berkas.map(({ instansi, berkas, dibaca, diterima, karantina }) => ({
    instansi,
    dibaca,
    diterima,
    karantina,
    barisKarantina: distinct(
      quarantined.filter((row) => basename(row.berkas ?? '') === basename(berkas)),
      'baris',
    ),
    kebenaran:
      instansi === 'bkn'
        ? distinct(truth, 'baris_bkn')
        : distinct(
            truth.filter((row) => row.instansi === instansi),
            'baris_simpeg',
          ),
  }));
}

/** How many different values a column has, blanks left out. */
function distinct(rows: readonly CsvRecord[], column: string): number {
  return new Set(rows.map((row) => row[column] ?? '').filter((value) => value !== '')).size;
}
