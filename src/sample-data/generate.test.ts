import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellText, openSource, readTable } from '#formats';
import { addMonths, type LocalDate, makeDate } from '#kernel/local-date.ts';
import type { DefectChoice } from './defects/rates.ts';
import { generateSampleData, type SampleOptions } from './generate.ts';

const PER = makeDate(2025, 10, 1) as LocalDate;
const folders: string[] = [];

async function sample(options: Partial<SampleOptions> = {}): Promise<string> {
  const keluar = mkdtempSync(join(tmpdir(), 'contoh-'));
  folders.push(keluar);
  await generateSampleData({ pegawai: 2000, benih: 'uji', per: PER, keluar, ...options }, () => undefined);
  return keluar;
}

const kept = new Map<string, Promise<string>>();

/** One folder for all tests that look at the same sample. */
function shared(options: Partial<SampleOptions> = {}): Promise<string> {
  const key = JSON.stringify(options);
  const folder = kept.get(key) ?? sample(options);
  kept.set(key, folder);
  return folder;
}

type Row = Readonly<Record<string, string>>;

/** All rows of a table of a file, by heading; a heading that comes twice keeps its first column. */
async function rowsOf(path: string, wanted?: string): Promise<readonly Row[]> {
  const source = await openSource(path);
  if (!source.ok) throw new Error(`${path}: ${source.error.code}`);
  const tables = source.value.tables;
  const table = tables.find(({ name }) => name === wanted || name === `public.${wanted}`) ?? tables[0];
  if (!table) throw new Error(`${path} has no table`);
  const rows: Row[] = [];
  for await (const block of readTable(source.value, table.name)) {
    for (let row = 0; row < block.rows; row++) {
      rows.push(
        Object.fromEntries(table.columns.map((column, i) => [column, cellText(block, row, i)] as const).toReversed()),
      );
    }
  }
  return rows;
}

const truth = (folder: string, name: string): Promise<readonly Row[]> =>
  rowsOf(join(folder, 'kebenaran', `${name}.csv`));

function fingerprint(folder: string): string {
  const hash = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const path of files.map((entry) => join(entry.parentPath, entry.name)).toSorted()) {
    hash.update(path.slice(folder.length)).update(readFileSync(path));
  }
  return hash.digest('hex');
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe.each([
  ['each office in its own container', undefined],
  ['every office as CSV', 'csv'],
] as const)('a sample of 2,000 people, %s', (_, wadah) => {
  let folder = '';
  let pairs: readonly Row[] = [];
  let differences: readonly Row[] = [];
  let defects: readonly Row[] = [];
  let files: readonly Row[] = [];

  beforeAll(async () => {
    folder = await shared(wadah ? { wadah } : {});
    pairs = await truth(folder, 'pasangan');
    differences = await truth(folder, 'selisih');
    defects = await truth(folder, 'cacat');
    files = (await truth(folder, 'berkas')).filter(({ berkas }) => berkas?.includes('-gaji') !== true);
  });

  it('has 36 files that our own readers open, each with the rows that the ledger lists', async () => {
    expect(files).toHaveLength(36);
    for (const { berkas = '', tabel, instansi, baris_data } of files) {
      const rows = await rowsOf(join(folder, 'simpeg', berkas), tabel);
      const listed = pairs.filter((pair) => pair.instansi === instansi && pair.baris_simpeg !== '');
      expect({ berkas, rows: rows.length, ledger: String(rows.length) }).toEqual({
        berkas,
        rows: listed.length,
        ledger: baris_data,
      });
      expect(new Set(listed.map((pair) => pair.baris_simpeg)).size).toBe(rows.length);
    }
  });

  it('lists every row of the export of BKN once', async () => {
    const rows = await rowsOf(join(folder, 'bkn.csv'));
    const listed = pairs.filter((pair) => pair.baris_bkn !== '').map((pair) => Number(pair.baris_bkn));
    expect(listed.toSorted((a, b) => a - b)).toEqual(rows.map((_row, i) => i + 1));
  });

  it('gives the pair of a line the numbers of both files', async () => {
    const bkn = await rowsOf(join(folder, 'bkn.csv'));
    for (const { berkas = '', tabel, instansi } of files) {
      const rows = await rowsOf(join(folder, 'simpeg', berkas), tabel);
      const heading = (await truth(folder, 'kolom')).find(
        (each) => each.berkas === berkas && each.kanonik === 'nip' && each.tabel === tabel,
      );
      if (heading?.kolom_sumber === undefined) continue;
      for (const pair of pairs.filter((each) => each.instansi === instansi && each.cara === 'nip')) {
        const here = rows[Number(pair.baris_simpeg) - 1]?.[heading.kolom_sumber];
        expect(here).toBe(bkn[Number(pair.baris_bkn) - 1]?.['NIP BARU']?.replace("'", ''));
      }
    }
  });

  it('has a cause for every difference', async () => {
    const events = await truth(folder, 'perubahan');
    const personOf = new Map(pairs.map((pair) => [`${pair.instansi} ${pair.nip}`, pair.orang_id]));
    const causes = new Set(
      defects.map(({ orang_id, kanonik = '', cacat }) => `${orang_id} ${kanonik.replace(/_id$/, '')} ${cacat}`),
    );
    const lags = new Set(events.map(({ orang_id, kolom }) => `${orang_id} ${kolom}`));
    const unexplained = differences.filter(({ instansi, nip, kolom, sebab }) => {
      const person = personOf.get(`${instansi} ${nip}`);
      const service = kolom === 'masa_kerja_tahun' && causes.has(`${person} masa_kerja_bulan ${sebab}`);
      return sebab === 'tertinggal'
        ? !lags.has(`${person} ${kolom}`)
        : !causes.has(`${person} ${kolom} ${sebab}`) && !service;
    });
    expect(unexplained).toEqual([]);
  });

  it('expects no difference where only the form of a value is dirty', () => {
    const personOf = new Map(pairs.map((pair) => [`${pair.instansi} ${pair.nip}`, pair.orang_id]));
    const found = new Set(
      differences.map(({ instansi, nip, kolom, sebab }) => `${personOf.get(`${instansi} ${nip}`)} ${kolom} ${sebab}`),
    );
    const wrong = defects.filter(
      ({ orang_id, kanonik, cacat, harapan }) =>
        harapan === 'bukan_selisih' && found.has(`${orang_id} ${kanonik} ${cacat}`),
    );
    expect(wrong).toEqual([]);
  });

  it('has no two equal structures', async () => {
    const columns = await truth(folder, 'kolom');
    const structures = files.map(({ berkas, tabel }) =>
      columns
        .filter((each) => each.berkas === berkas && each.tabel === tabel)
        .map((each) => each.kolom_sumber)
        .join('|'),
    );
    expect(new Set(structures).size).toBe(36);
  });

  it('keeps the numbers and addresses in the ranges of the sample', () => {
    const text =
      readdirSync(join(folder, 'simpeg'))
        .filter((name) => /\.(csv|sql|json|ndjson|dbf)$/.test(name))
        .map((name) => readFileSync(join(folder, 'simpeg', name), 'latin1'))
        .join('\n') + readFileSync(join(folder, 'bkn.csv'), 'latin1');
    const nips = text.match(/(?<!\d)(19|20)\d{2}(0[1-9]|1[0-2])\d{2}(19|20)\d{4}[12]\d{3}(?!\d)/g) ?? [];
    expect(nips.length).toBeGreaterThan(2000);
    expect(nips.filter((nip) => nip[15] !== '9' && !nip.endsWith('000'))).toEqual([]);
    const mails = text.match(/[\w.]+@[\w.]+/g) ?? [];
    expect(mails.filter((mail) => !mail.endsWith('@contoh.test'))).toEqual([]);
  });
});

it('delivers the payroll of six offices as a second source of the same people', async () => {
  const folder = await shared();
  const payrolls = (await truth(folder, 'berkas')).filter(({ berkas }) => berkas?.includes('-gaji'));
  expect(payrolls).toHaveLength(6);
  const pairs = await truth(folder, 'pasangan');
  for (const { berkas = '', instansi, baris_data } of payrolls) {
    const rows = await rowsOf(join(folder, 'simpeg', berkas));
    const active = pairs.filter(
      (pair) => pair.instansi === instansi && (pair.jenis === 'sama' || pair.jenis === 'hanya_simpeg'),
    );
    expect([berkas, String(rows.length)]).toEqual([berkas, baris_data]);
    expect(rows).toHaveLength(active.length);
  }
});

it('shows further deliveries of the same people, with the events between them', async () => {
  const folder = await sample({ wadah: 'csv', kiriman: 2 });
  const later = join(folder, 'kiriman', '2025-12');
  const before = new Set((await truth(folder, 'orang')).map(({ orang_id }) => orang_id));
  const after = await truth(later, 'orang');
  expect(after.every(({ orang_id }) => before.has(orang_id))).toBe(true);
  const events = await truth(later, 'perubahan');
  expect(events.some(({ peristiwa, tmt }) => peristiwa === 'kgb' && tmt === '2025-12-01')).toBe(true);
});

it('gives the same bytes for the same seed', async () => {
  const [first, second] = [await shared(), await sample()];
  expect(fingerprint(second)).toBe(fingerprint(first));
});

it('gives other people for another seed', async () => {
  const [first, second] = [await shared({ wadah: 'csv' }), await sample({ wadah: 'csv', benih: 'lain' })];
  expect(fingerprint(second)).not.toBe(fingerprint(first));
});

it('makes every defect with a rate at least once', async () => {
  const defects = await truth(await shared(), 'cacat');
  const made = new Set(defects.map(({ cacat }) => cacat));
  const missing = Array.from({ length: 27 }, (_, i) => `D${String(i + 1).padStart(2, '0')}`).filter(
    (id) => !made.has(id),
  );
  expect(missing).toEqual([]);
});

it.each([
  ['none', [] as DefectChoice, [] as string[]],
  ['one', ['D05'] as DefectChoice, ['D05']],
])('makes %s of the defects when told so; what remains is the lag', async (_, cacat, expected) => {
  const folder = await shared({ wadah: 'csv', cacat });
  const causes = new Set((await truth(folder, 'selisih')).map(({ sebab }) => sebab ?? ''));
  expect([...causes].filter((cause) => cause !== 'tertinggal')).toEqual(expected);
});

it('shows a raise of rank later in an office that lags', async () => {
  const folder = await shared({ wadah: 'csv', cacat: [] });
  const late = (await truth(folder, 'selisih')).filter(
    ({ instansi, kolom }) => instansi === '6414' && kolom === 'tmt_golongan',
  );
  const bound = addMonths(PER, -18);
  expect(late.length).toBeGreaterThan(0);
  expect(late.every(({ nilai_simpeg = '' }) => Number(nilai_simpeg.replaceAll('-', '')) <= bound)).toBe(true);
});
