import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CsvRecord, readCsvRecords } from '../support/csv-records.ts';
import { sharedRun, type SampleRun, UJI_BENIH, UJI_PEGAWAI, withSampleRun } from '../support/sample-run.ts';
import { findDifferences } from './differences.ts';
import { formatDifferences } from './format-differences.ts';
import { reconcileSlowly } from './oracle.ts';
import { spoilCsv } from './spoil.ts';

/** Workbooks have letterheads, merged headings and several sheets: reading them plainly would not be plain any more. */
const isWanted = (berkas: string): boolean => !berkas.endsWith('.xlsx');

/** Both answers to one run; they must be exactly equal. */
function answerTwice({ bkn, simpeg, hasil }: SampleRun) {
  const pemetaan = (instansi: string): string => join(hasil, 'pemetaan', `${instansi}.json`);
  const oracle = reconcileSlowly({ bkn, simpeg: simpeg.map((one) => ({ ...one, pemetaan: pemetaan(one.instansi) })) });
  const engine = new Map(Object.keys(oracle).map((tabel) => [tabel, readCsvRecords(join(hasil, tabel))]));
  const differences = findDifferences((tabel) => engine.get(tabel) ?? [], oracle);
  expect(formatDifferences(differences)).toBe('');
  expect(differences).toEqual([]);
  process.stdout.write(`${countRows(engine)}\n`);
  return { engine, oracle };
}

describe.each(['csv', 'campuran'] as const)(`${UJI_PEGAWAI} people of seed "${UJI_BENIH}", container %s`, (wadah) => {
  it('the slow implementation gives exactly the rows that the engine wrote, and would see a wrong one', {
    timeout: 1_800_000,
  }, async () => {
    const check = async (run: SampleRun): Promise<void> => {
      const { engine, oracle } = answerTwice(run);
      for (const [tabel, rows] of engine) {
        expect(rows.length, tabel).toBeGreaterThan(0);
        const planted = (name: string): readonly CsvRecord[] =>
          name === tabel ? plant(rows) : (engine.get(name) ?? []);
        expect(findDifferences(planted, oracle)).toMatchObject([{ tabel, hanyaMesin: [{}], hanyaOrakel: [{}] }]);
      }
    };
    await (wadah === 'csv' ? sharedRun(wadah).then(check) : withSampleRun(wadah, check, { isWanted }));
  });
});

describe('deliveries of which one cell in ten is spoilt', () => {
  it('are read and judged alike', { timeout: 1_800_000 }, async () => {
    let seed = Number(process.env.UJI_RUSAK ?? 1) * 1000;
    const check = async (run: SampleRun): Promise<void> => {
      const { engine } = answerTwice(run);
      expect(engine.get('karantina.csv')?.length).toBeGreaterThan(UJI_PEGAWAI / 2);
    };
    // BKN's file less: the more of it is spoilt, the more its recipe, which is not written, is proposed otherwise.
    const change = (berkas: string): void => spoilCsv(berkas, ++seed, berkas.endsWith('bkn.csv') ? 50 : 10);
    await withSampleRun('csv', check, { change });
  });
});

/** The same rows, the one in the middle with a letter more in its second column. */
function plant(rows: readonly CsvRecord[]): readonly CsvRecord[] {
  const middle = Math.floor(rows.length / 2);
  const changed = Object.keys(rows[middle] ?? {})[1] ?? '';
  return rows.map((row, index) => (index === middle ? { ...row, [changed]: `${row[changed]}x` } : row));
}

function countRows(engine: ReadonlyMap<string, readonly CsvRecord[]>): string {
  const counts = [...engine].map(([tabel, rows]) => `${tabel} ${rows.length}`);
  return `Orakel: sama persis: ${counts.join(', ')}`;
}

describe('comparing two tables', () => {
  const row = { instansi: '6401', nip: '1', nama: 'SITI' };

  it.each([
    ['a row that the engine lacks', [row], [row, { ...row, nip: '2' }], { hanyaMesin: 0, hanyaOrakel: 1 }],
    ['a row too many', [row, { ...row, nip: '2' }], [row], { hanyaMesin: 1, hanyaOrakel: 0 }],
    ['a row written twice', [row, row], [row], { hanyaMesin: 1, hanyaOrakel: 0 }],
    ['a changed value', [{ ...row, nama: 'SITA' }], [row], { hanyaMesin: 1, hanyaOrakel: 1 }],
  ])('reports %s', (_name, engine, oracle, expected) => {
    const [found] = findDifferences(() => engine, { 'hanya-bkn.csv': oracle });
    expect({ hanyaMesin: found?.hanyaMesin.length, hanyaOrakel: found?.hanyaOrakel.length }).toEqual(expected);
  });

  it('does not look at the order of rows nor at columns that the oracle does not know', () => {
    const other = { ...row, nip: '2' };
    const engine = [{ ...other, dugaan: 'pensiun' }, row];
    expect(findDifferences(() => engine, { 'hanya-bkn.csv': [row, other] })).toEqual([]);
  });
});

/** Rooms that have tables of cases of their own. Of the recipe only the type is shared. */
const SHARED = /^#(?:kernel|rules)\/|^#(?:reference|canonical)$/;

function foreignImports(text: string): readonly string[] {
  const imports = [...text.matchAll(/^import (type )?[^;]*? from '(#[^']+)';$/gms)];
  return imports
    .filter(([, type, from = '']) => !SHARED.test(from) && !(type !== undefined && from === '#mapping'))
    .map(([, , from = '']) => from);
}

describe('the independence of the oracle', () => {
  const sources = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.ts') && !name.includes('.test.'));

  it.each(sources)('%s uses nothing of the engine that it checks', (name) => {
    expect(foreignImports(readFileSync(join(import.meta.dirname, name), 'utf8'))).toEqual([]);
  });

  it.each(["import { compilePlan } from '#mapping';", "import { link } from '#linkage';"])('would see: %s', (line) => {
    expect(foreignImports(line)).toHaveLength(1);
  });
});
