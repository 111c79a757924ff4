import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { type FieldName, FIELDS } from '#canonical';
import { formatCsvRow } from '#formats';
import { INSTANSI_JATENG } from '#reference';
import { reconcile, type ReconcileOptions, type ReconcileOutcome } from '../index.ts';

/** Values of one synthetic person by canonical field, as BKN's export would write them. */
export type Person = Partial<Record<FieldName, string>>;

const HEADINGS = FIELDS.flatMap(({ nama, judulSiasn }) => (judulSiasn === undefined ? [] : [{ nama, judulSiasn }]));

/** Person number n of an instansi: every number differs, everything else is plain. */
export function makePerson(n: number, instansi = '6410', changes: Person = {}): Person {
  const own = INSTANSI_JATENG.find(({ kode }) => kode === instansi);
  const serial = String(901 + (n % 99));
  const day = String(1 + (n % 28)).padStart(2, '0');
  const month = String(1 + (n % 12)).padStart(2, '0');
  return {
    pns_id_bkn: n.toString(16).toUpperCase().padStart(32, 'A'),
    nip: `1980${month}${day}2010011${serial}`,
    nip_lama: String(510000000 + n),
    nama: `${['SITI', 'AGUS', 'WAHYU', 'ENDANG', 'BAMBANG'][n % 5]} ${['LESTARI', 'WIBOWO', 'RAHAYU', 'SANTOSO'][n % 4]} ${['UTAMI', 'NUGROHO', 'PRATAMA'][n % 3]}`,
    gelar_belakang: 'S.Pd.',
    tempat_lahir: 'KUDUS',
    tanggal_lahir: `${day}-${month}-1980`,
    jenis_kelamin: 'M',
    agama_id: '1',
    agama: 'Islam',
    nik: `331901${day}${month}80${String(9000 + (n % 1000))}`,
    no_hp: `08120000${String(1000 + n)}`,
    email: `orang${n}@contoh.test`,
    kedudukan_hukum_id: '01',
    kedudukan_hukum: 'Aktif',
    status_cpns_pns: 'P',
    no_sk_cpns: `813/${n}/2010`,
    tmt_cpns: '01-01-2010',
    tmt_pns: '01-01-2011',
    golongan_id: '33',
    golongan: 'III/c',
    tmt_golongan: '01-04-2022',
    masa_kerja_tahun: '12',
    masa_kerja_bulan: '3',
    jenis_jabatan_id: '2',
    jenis_jabatan: 'Jabatan Fungsional Tertentu',
    jabatan_id: '8AE483A570E6758B01710BA2C7527D80',
    jabatan: 'GURU AHLI MUDA',
    tmt_jabatan: '01-01-2021',
    unit_kerja_id: (n % 7).toString(16).toUpperCase().padStart(32, 'B'),
    unit_kerja: `SD NEGERI ${n % 7} KUDUS`,
    instansi_id: own?.id ?? '',
    instansi: own?.nama ?? '',
    instansi_kerja_id: own?.id ?? '',
    instansi_kerja: own?.nama ?? '',
    ...changes,
  };
}

/** A CSV in the structure of BKN's export. */
export function toExport(people: readonly Person[]): string {
  const rows = people.map((person) => HEADINGS.map(({ nama }) => person[nama] ?? 'null'));
  return [HEADINGS.map(({ judulSiasn }) => judulSiasn), ...rows].map((row) => formatCsvRow(row)).join('');
}

export interface Outcome extends ReconcileOutcome {
  /** Rows of a table of the result, by heading. */
  rows(name: string): Record<string, string>[];
  text(name: string): string;
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder for the time of a test file. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rekonsiliasi-'));
  folders.push(folder);
  return folder;
}

/** Reconciles deliveries given as text, one or several of an instansi, in a folder of its own; recipes by name of delivery. */
export async function runReconcile(
  bkn: string,
  simpeg: Readonly<Record<string, string | readonly string[]>>,
  threads = 1,
  recipes: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const folder = makeFolder();
  mkdirSync(join(folder, 'simpeg'));
  const deliveries = Object.entries(simpeg).flatMap(([instansi, texts]) =>
    [texts].flat().map((text, n) => {
      const berkas = join(folder, 'simpeg', `${instansi}${typeof texts === 'string' ? '' : 'abc'[n]}.csv`);
      writeFileSync(berkas, text);
      return { instansi, berkas };
    }),
  );
  return reconcileFiles(folder, bkn, deliveries, { threads, recipes });
}

/** Reconciles deliveries that lie there as files; the result is made in `folder`, anew each time. */
export async function reconcileFiles(
  folder: string,
  bkn: string,
  deliveries: ReconcileOptions['simpeg'],
  {
    threads = 1,
    recipes = {},
    buku,
    bknPath = join(folder, 'bkn.csv'),
    simpananBkn,
  }: {
    readonly threads?: number;
    readonly recipes?: Readonly<Record<string, string>>;
    readonly buku?: string;
    readonly bknPath?: string;
    readonly simpananBkn?: string;
  } = {},
): Promise<Outcome> {
  writeFileSync(join(folder, 'bkn.csv'), bkn);
  const pemetaan = Object.entries(recipes).map(([kiriman, json]) => {
    const path = join(folder, `${kiriman}.json`);
    writeFileSync(path, json);
    return [kiriman, path] as const;
  });
  const keluar = join(folder, 'hasil');
  const options = {
    bkn: bknPath,
    simpeg: deliveries,
    pemetaan: new Map(pemetaan),
    buku,
    keluar,
    timpa: true,
    acuan: undefined,
    simpananBkn,
    threads,
  };
  const outcome = await reconcile(options, () => undefined);
  if (!outcome.ok) throw new Error(outcome.error.code);
  const text = (name: string): string => readFileSync(join(keluar, name), 'utf8').replaceAll(folder, '');
  return { ...outcome.value, text, rows: (name) => parseRows(text(name)) };
}

/** The tables of the result hold no line breaks inside cells in these tests. */
function parseRows(text: string): Record<string, string>[] {
  const [header = [], ...rows] = text.trimEnd().split('\n').map(splitCells);
  return rows.map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ''])));
}

function splitCells(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    (match) => match[1]?.replaceAll('""', '"') ?? match[2] ?? '',
  );
}
