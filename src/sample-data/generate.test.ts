import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
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

/** Enough where what counts is not how many people there are. */
const FEW = 800;

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

function fingerprintOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
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
  }, 120_000);

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
    expect(nips.filter((nip) => (nip[15] !== '9' && !nip.endsWith('000')) || nip.endsWith('900'))).toEqual([]);
    // The second digit of month and day says that it is no NIP: kecamatan of Jawa Tengah, birth date, serial.
    const niks = text.match(/(?<!\d)33\d{4}[0-7]\d(0[1-9]|1[0-2])\d{2}\d{4}(?!\d)/g) ?? [];
    expect(niks.length).toBeGreaterThan(1000);
    expect(niks.filter((nik) => nik[12] !== '9')).toEqual([]);
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

describe('further deliveries', () => {
  let folder = '';
  const later = (label: string): string => join(folder, 'kiriman', label);

  beforeAll(async () => {
    folder = await shared({ pegawai: FEW, wadah: 'csv', kiriman: 4 });
  }, 240_000);

  it('leave the first one as it is without them', async () => {
    const alone = await shared({ pegawai: FEW, wadah: 'csv' });
    for (const name of ['bkn.csv', 'kebenaran/cacat.csv', 'kebenaran/orang.csv', 'simpeg/6400.csv', 'simpeg/6411.csv'])
      expect([name, fingerprintOf(join(folder, name))]).toEqual([name, fingerprintOf(join(alone, name))]);
  });

  it('show the same people, with the events between them', async () => {
    const before = new Map((await truth(folder, 'orang')).map((row) => [row.orang_id, row]));
    const after = await truth(later('2025-12'), 'orang');
    const known = after.filter(({ orang_id }) => before.has(orang_id));
    expect(known.length).toBeGreaterThan(0.98 * before.size);
    expect(known.every((row) => row.tanggal_lahir === before.get(row.orang_id)?.tanggal_lahir)).toBe(true);
    const events = new Set((await truth(later('2025-12'), 'perubahan')).map(({ peristiwa }) => peristiwa));
    for (const peristiwa of ['kgb', 'kenaikan_pangkat', 'jabatan', 'pensiun', 'kontak', 'pendidikan'])
      expect([peristiwa, events.has(peristiwa)]).toEqual([peristiwa, true]);
  });

  it('keep the defects of a row, but for those that are mended', async () => {
    const defectsIn = async (where: string): Promise<ReadonlySet<string>> =>
      new Set(
        (await truth(where, 'cacat'))
          .filter(({ cacat }) => cacat === 'D04' || cacat === 'D17' || cacat === 'D05')
          .map(({ orang_id, cacat, nilai_tertulis }) => `${orang_id} ${cacat} ${nilai_tertulis}`),
      );
    const first = await defectsIn(folder);
    const there = new Set((await truth(later('2026-02'), 'pasangan')).map(({ orang_id }) => orang_id));
    const still = [...first].filter((key) => there.has(key.split(' ')[0] ?? ''));
    const fourth = await defectsIn(later('2026-02'));
    const left = still.filter((key) => fourth.has(key)).length;
    // Two in a hundred are mended each month; a few people have left one side meanwhile.
    expect(left / still.length).toBeGreaterThan(0.8);
    expect(left).toBeLessThan(still.length);
    expect([...fourth].filter((key) => !first.has(key)).length).toBeLessThan(0.1 * first.size);
  });

  it('change headings in some offices: renamed, moved, added and dropped', async () => {
    const changes = (
      await Promise.all(['2025-11', '2025-12', '2026-01', '2026-02'].map((each) => truth(later(each), 'cacat')))
    )
      .flat()
      .filter(({ cacat }) => cacat === 'D28');
    const kinds = new Set(
      changes.map(({ nilai_tertulis, nilai_benar }) =>
        nilai_benar === ''
          ? 'baru'
          : nilai_tertulis === ''
            ? 'hilang'
            : nilai_tertulis === nilai_benar
              ? 'pindah'
              : 'nama',
      ),
    );
    expect([...kinds].toSorted()).toEqual(['baru', 'hilang', 'nama', 'pindah']);
    expect(new Set(changes.map(({ instansi }) => instansi)).size).toBeLessThan(20);
  });
});

it('gives the same bytes for the same seed in another process, on one core where that can be asked for', async () => {
  const [first, keluar] = [await shared(), mkdtempSync(join(tmpdir(), 'contoh-'))];
  folders.push(keluar);
  const cli = fileURLToPath(new URL('../app/cli.ts', import.meta.url));
  const args = [cli, 'data-contoh', '--pegawai', '2000', '--benih', 'uji', '--keluar', keluar];
  const oneCore = existsSync('/usr/bin/taskset') ? ['/usr/bin/taskset', '-c', '0'] : [];
  const [program = '', ...words] = [...oneCore, process.execPath, ...args];
  const { status } = spawnSync(program, words, { env: { ...process.env, UV_THREADPOOL_SIZE: '1' }, stdio: 'ignore' });
  expect([status, fingerprint(keluar)]).toEqual([0, fingerprint(first)]);
}, 240_000);

it('writes an office as it is in the whole, when it is made alone', async () => {
  const [whole, alone] = [await shared(), await sample({ instansi: ['6475'] })];
  const file = join('simpeg', '6475.sql');
  expect(fingerprintOf(join(alone, file))).toBe(fingerprintOf(join(whole, file)));
});

it('sorts the truth by its first columns', async () => {
  const folder = await shared();
  const keyOf: Readonly<Record<string, (row: Row) => string>> = {
    orang: ({ orang_id = '' }) => orang_id,
    pasangan: ({ instansi = '', baris_simpeg = '' }) => instansi + baris_simpeg.padStart(9, '0'),
    cacat: ({ instansi = '', berkas = '' }) => `${instansi} ${berkas}`,
    selisih: ({ instansi = '', nip = '', kolom = '' }) => `${instansi} ${nip} ${kolom}`,
  };
  for (const [name, key] of Object.entries(keyOf)) {
    const keys = (await truth(folder, name)).map(key);
    expect([name, keys]).toEqual([name, keys.toSorted()]);
  }
});

it('gives other people for another seed', async () => {
  const few = { pegawai: FEW, wadah: 'csv' } as const;
  const [first, second] = [await shared(few), await sample({ ...few, benih: 'lain' })];
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
  const folder = await shared({ pegawai: FEW, wadah: 'csv', cacat });
  const causes = new Set((await truth(folder, 'selisih')).map(({ sebab }) => sebab ?? ''));
  expect([...causes].filter((cause) => cause !== 'tertinggal')).toEqual(expected);
});

it('shows a raise of rank later in an office that lags', async () => {
  const folder = await shared({ pegawai: FEW, wadah: 'csv', cacat: [] });
  const late = (await truth(folder, 'selisih')).filter(
    ({ instansi, kolom }) => instansi === '6414' && kolom === 'tmt_golongan',
  );
  const bound = addMonths(PER, -18);
  expect(late.length).toBeGreaterThan(0);
  expect(late.every(({ nilai_simpeg = '' }) => Number(nilai_simpeg.replaceAll('-', '')) <= bound)).toBe(true);
});
