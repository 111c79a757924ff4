import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { FIELDS } from '#canonical';
import type { LocalDate } from '#kernel/local-date.ts';
import { importReference, openReference, type Reference } from '#reference';
import { hasKataFungsional } from '#rules/ikd/accuracy.ts';
import { IKD_INDICATORS } from '#rules/ikd/indicators.ts';
import { defaultIkdSettings } from '#rules/ikd/settings.ts';
import { type IkdOptions, runIkd } from './run-ikd.ts';

const PER = 2026_11_24 as LocalDate;
const KUDUS = 'A5EB03E23C56F6A0E040640A040252AD';
const DEMAK = 'a5eb03e2-3ba4-f6a0-e040-640a040252ad';
const HEADINGS = FIELDS.flatMap(({ judulSiasn }) => (judulSiasn === undefined ? [] : [judulSiasn]));

const folder = mkdtempSync(join(tmpdir(), 'ikd-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type RowValues = Readonly<Record<string, string>>;

/** A person without a fault that the export can show. */
const CLEAN: RowValues = {
  'NIP BARU': "'199201012018011001",
  NAMA: 'BUDI SANTOSO',
  'GELAR DEPAN': 'null',
  'GELAR BELAKANG': 'S.Kom',
  'TANGGAL LAHIR': '01-01-1992',
  'JENIS KELAMIN': 'M',
  NIK: "'3374010101920001",
  'IS VALID NIK': 'true',
  'NOMOR HP': "'081234567890",
  EMAIL: 'budi@contoh.id',
  'JENIS PEGAWAI ID': '15',
  'KEDUDUKAN HUKUM ID': '01',
  'STATUS CPNS PNS': 'P',
  'TMT CPNS': '01-01-2018',
  'TMT PNS': '01-01-2019',
  'GOL AKHIR ID': '33',
  'JENIS JABATAN ID': '4',
  'JABATAN ID': '8AE48289000000000000000000000001',
  'JABATAN NAMA': 'Pengadministrasi Keterampilan',
  'TINGKAT PENDIDIKAN ID': '40',
  'PENDIDIKAN ID': 'A5EB03E2000000000000000000000001',
  'UNOR ID': '8AE48289000000000000000000000009',
  'INSTANSI INDUK ID': KUDUS,
  'INSTANSI KERJA ID': KUDUS.toLowerCase(),
};
const HEAD_OF_UNIT: RowValues = { ...CLEAN, 'JENIS JABATAN ID': '1' };

let files = 0;
function writeExport(rows: readonly RowValues[], headings: readonly string[] = HEADINGS): string {
  const path = join(folder, `bkn-${files++}.csv`);
  const lines = rows.map((row) => headings.map((heading) => `"${row[heading] ?? 'null'}"`).join(','));
  writeFileSync(path, `${[headings.join(','), ...lines].join('\n')}\n`);
  return path;
}

async function run(bkn: string, options: Partial<IkdOptions> = {}): Promise<string> {
  const result = await runIkd({ bkn, per: PER, format: 'json', reference: openReference(), ...options });
  if (!result.ok) throw new Error(result.error.code);
  let text = '';
  for await (const piece of result.value) text += piece;
  return text;
}

interface Indicator {
  readonly kode: string;
  readonly dikenai: number;
  readonly gagal: number;
  readonly tak_dinilai: number;
  readonly nilai: number | null;
  readonly keterangan: string;
}
interface Body {
  readonly instansi: string;
  readonly nama: string;
  readonly pegawai: number;
  readonly aktif: number;
  readonly total: number | null;
  readonly bobot_dinilai: number;
  readonly terendah: number;
  readonly tertinggi: number;
  readonly indikator: readonly Indicator[];
}
interface Report {
  readonly baris: { readonly dibaca: number; readonly diterima: number; readonly karantina: number };
  readonly seluruh: Body;
  readonly instansi: readonly Body[];
}

async function report(bkn: string, options: Partial<IkdOptions> = {}): Promise<Report> {
  return JSON.parse(await run(bkn, options)) as Report;
}
function indicator(body: Body | undefined, kode: string): Indicator {
  const found = body?.indikator.find((one) => one.kode === kode);
  if (!found) throw new Error(kode);
  return found;
}
const failingOf = (body: Body | undefined): readonly string[] =>
  body?.indikator.filter(({ gagal }) => gagal > 0).map(({ kode }) => kode) ?? [];

describe('the data-quality index of an export', () => {
  it('finds no fault in a clean person, whatever the marks of the export', async () => {
    const { seluruh, baris } = await report(writeExport([CLEAN]));
    expect(baris).toEqual({ dibaca: 1, diterima: 1, karantina: 0 });
    expect(failingOf(seluruh)).toEqual([]);
    expect(seluruh.total).toBe(1);
  });

  it.each<[string, RowValues, readonly string[]]>([
    ['no post', { 'JABATAN ID': 'null' }, ['COM_2']],
    ['no education', { 'PENDIDIKAN ID': '' }, ['COM_3']],
    ['no TMT PNS', { 'TMT PNS': 'null' }, ['COM_4']],
    ['no title', { 'GELAR BELAKANG': '-' }, ['COM_5']],
    ['no e-mail and no mobile number', { EMAIL: 'null', 'NOMOR HP': 'null' }, ['COM_6', 'COM_7']],
    ['a CPNS of eight years', { 'STATUS CPNS PNS': 'C', 'TMT PNS': 'null' }, ['TIM_3']],
    ['past retirement', { 'TANGGAL LAHIR': '31-10-1968' }, ['TIM_5', 'CON_2']],
    ['TMT CPNS after TMT PNS', { 'TMT PNS': '01-01-2017' }, ['ACC_1']],
    ['working elsewhere', { 'INSTANSI KERJA ID': DEMAK }, ['ACC_2']],
    ['a NIK found invalid', { 'IS VALID NIK': 'FALSE' }, ['ACC_5']],
    ['a post of functional people', { 'JABATAN NAMA': 'GURU AHLI PERTAMA' }, ['ACC_9']],
    ['another TMT CPNS', { 'TMT CPNS': '01-02-2018' }, ['CON_1']],
    ['the other sex', { 'JENIS KELAMIN': 'F' }, ['CON_3']],
    [
      'a PPPK under the standing of a PNS, in a year without PPPK, with another year of appointment',
      { 'NIP BARU': "'199201012017211001" },
      ['ACC_4', 'ACC_7', 'CON_4'],
    ],
  ])('counts %s', async (_what, change, expected) => {
    const { seluruh } = await report(writeExport([CLEAN, { ...CLEAN, ...change }]));
    expect(failingOf(seluruh)).toEqual(expected);
    for (const kode of expected) expect(indicator(seluruh, kode).gagal).toBe(1);
  });

  it('counts every holder of a post that several hold, over the whole file', async () => {
    const other = { ...HEAD_OF_UNIT, 'UNOR ID': '8ae48289-0000-0000-0000-000000000008' };
    const rows = [HEAD_OF_UNIT, other, { ...HEAD_OF_UNIT, 'UNOR ID': '8ae48289000000000000000000000009' }];
    const { seluruh } = await report(writeExport(rows));
    expect(indicator(seluruh, 'TIM_4')).toMatchObject({ dikenai: 3, gagal: 2 });
  });

  it('never counts an acting or retired holder of a post', async () => {
    const headings = [...HEADINGS, 'JENIS PENUGASAN'];
    const definitive = { ...HEAD_OF_UNIT, 'JENIS PENUGASAN': 'D' };
    const rows = [
      definitive,
      { ...definitive, 'JENIS PENUGASAN': 'PLT' },
      { ...definitive, 'KEDUDUKAN HUKUM ID': '99' },
    ];
    const { seluruh } = await report(writeExport(rows, headings));
    expect(indicator(seluruh, 'TIM_4')).toMatchObject({ dikenai: 1, gagal: 0 });
  });

  it('leaves out people who are not active', async () => {
    const { seluruh } = await report(writeExport([CLEAN, { ...CLEAN, 'KEDUDUKAN HUKUM ID': '99', EMAIL: 'null' }]));
    expect(seluruh).toMatchObject({ pegawai: 2, aktif: 1 });
    expect(indicator(seluruh, 'COM_6')).toMatchObject({ dikenai: 1, gagal: 0 });
  });

  it('scores each body under its short code, and the whole as their sum', async () => {
    const demak = { ...CLEAN, 'INSTANSI INDUK ID': DEMAK, 'INSTANSI KERJA ID': DEMAK, EMAIL: 'null' };
    const { seluruh, instansi } = await report(writeExport([CLEAN, demak, demak]));
    expect(instansi.map((body) => [body.instansi, body.nama, body.aktif])).toEqual([
      ['6403', 'Pemerintah Kab. Demak', 2],
      ['6410', 'Pemerintah Kab. Kudus', 1],
    ]);
    expect(instansi.map((body) => indicator(body, 'COM_6').nilai)).toEqual([0, 1]);
    expect(indicator(seluruh, 'COM_6').nilai).toBe(0.333333);
  });

  it('prints what the export cannot decide as not assessed, with the reason, and never as clean', async () => {
    const { seluruh } = await report(writeExport([CLEAN, HEAD_OF_UNIT]));
    const open = ['COM_1', 'TIM_1', 'TIM_2', 'TIM_6', 'ACC_6', 'ACC_8', 'ACC_10'];
    for (const { kode, nilai, keterangan } of seluruh.indikator) {
      expect(nilai === null).toBe(open.includes(kode));
      expect(keterangan.startsWith('tidak dinilai: butuh ')).toBe(open.includes(kode));
    }
    expect(seluruh.bobot_dinilai).toBeLessThan(0.8);
    expect(seluruh.terendah).toBe(seluruh.bobot_dinilai);
    expect(seluruh.tertinggi).toBe(1);
  });

  it('reads the eselon where a sheet carries it', async () => {
    const rows = [{ ...HEAD_OF_UNIT, 'ESELON NAMA': 'II.b', 'TINGKAT PENDIDIKAN ID': '30' }];
    const { seluruh } = await report(writeExport(rows, [...HEADINGS, 'ESELON NAMA']));
    expect(failingOf(seluruh)).toEqual(['ACC_6', 'ACC_10']);
  });

  it('does not assess what hangs on a missing column, and names the column', async () => {
    const headings = HEADINGS.filter((heading) => heading !== 'EMAIL').toReversed();
    const { seluruh } = await report(writeExport([CLEAN], headings));
    expect(indicator(seluruh, 'COM_6')).toMatchObject({
      nilai: null,
      keterangan: 'tidak dinilai: kolom EMAIL tidak ada dalam berkas',
    });
    expect(indicator(seluruh, 'COM_7').nilai).toBe(1);
  });

  it('leaves unreadable values undecided', async () => {
    const rows = [
      { ...CLEAN, 'TANGGAL LAHIR': '31-02-1992' },
      { ...CLEAN, 'NIP BARU': '1.99201E+17' },
    ];
    const { seluruh } = await report(writeExport(rows));
    expect(indicator(seluruh, 'CON_2')).toMatchObject({ dikenai: 0, tak_dinilai: 2, nilai: null });
    expect(indicator(seluruh, 'CON_2').keterangan).toBe('tidak dinilai: data 2 orang tidak cukup untuk memutuskan');
  });

  it('counts rows that cannot be read as quarantined', async () => {
    const path = writeExport([CLEAN]);
    writeFileSync(
      path,
      `${HEADINGS.join(',')}\n${HEADINGS.map((heading) => CLEAN[heading] ?? 'null').join(',')}\nrusak,sekali\n`,
    );
    expect((await report(path)).baris).toEqual({ dibaca: 2, diterima: 1, karantina: 1 });
  });

  it('prints the same as CSV: 27 indicators, four dimensions and the total of each body', async () => {
    const lines = (await run(writeExport([CLEAN]), { format: 'csv' })).trim().split('\n');
    expect(lines).toHaveLength(1 + 2 * (27 + 4 + 1));
    expect(lines[0]).toMatch(/^instansi,nama_instansi,jenis,kode,/);
    expect(lines.filter((line) => line.startsWith('6410,'))).toHaveLength(32);
  });

  it('gives the same text for the same file', async () => {
    const path = writeExport([CLEAN, HEAD_OF_UNIT]);
    expect(await run(path)).toBe(await run(path));
  });
});

describe('the people who fail one indicator', () => {
  const rows = [CLEAN, { ...CLEAN, NAMA: 'SITI "A"', EMAIL: 'null' }, HEAD_OF_UNIT, { ...HEAD_OF_UNIT, NAMA: 'ANDI' }];
  const quoted = rows.map((row) => ({ ...row, NAMA: row['NAMA']?.replaceAll('"', '""') ?? '' }));

  it('are listed as JSON, with body, NIP, name and row', async () => {
    expect(JSON.parse(await run(writeExport(quoted), { nama: 'COM_6' }))).toEqual([
      { instansi: '6410', nip: '199201012018011001', nama: 'SITI "A"', baris: 2, indikator: 'COM_6' },
    ]);
  });

  it('are listed as CSV, with several holders of one post', async () => {
    expect(await run(writeExport(quoted), { nama: 'tim_4', format: 'csv' })).toBe(
      'instansi,nip,nama,baris,indikator\n6410,199201012018011001,BUDI SANTOSO,3,TIM_4\n6410,199201012018011001,ANDI,4,TIM_4\n',
    );
  });

  it('are an empty list where nobody fails', async () => {
    expect(JSON.parse(await run(writeExport([CLEAN]), { nama: 'COM_6' }))).toEqual([]);
  });

  it.each(IKD_INDICATORS.map(({ kode }) => kode))('of %s are as many as the report counts', async (kode) => {
    const path = writeExport([...quoted, { ...CLEAN, 'JENIS KELAMIN': 'F', 'TMT CPNS': '01-02-2018', NIK: '1' }]);
    const listed: unknown = JSON.parse(await run(path, { nama: kode }));
    expect(listed).toHaveLength(indicator((await report(path)).seluruh, kode).gagal);
  });
});

describe('what is no export', () => {
  it.each<[string, () => Partial<IkdOptions>, string]>([
    ['an unknown indicator', () => ({ bkn: writeExport([CLEAN]), nama: 'XYZ_1' }), 'IKD_INDIKATOR_TIDAK_DIKENAL'],
    ['a file that is not there', () => ({ bkn: join(folder, 'tidak-ada.csv') }), 'BERKAS_TIDAK_ADA'],
    ['another table', () => ({ bkn: writeExport([CLEAN], ['NAMA', 'EMAIL']) }), 'IKD_BUKAN_EKSPOR'],
    ['a table that the file lacks', () => ({ bkn: `${writeExport([CLEAN])}#lain` }), 'TABEL_TIDAK_ADA'],
  ])('is refused: %s', async (_what, options, code) => {
    const base: IkdOptions = { bkn: '', per: PER, format: 'json', reference: openReference() };
    const result = await runIkd({ ...base, ...options() });
    expect(result.ok ? 'ok' : result.error.code).toBe(code);
  });
});

const POSTS = `id,nama,usiaBup,kelompokJabatanId,jenjang,status,kodeCepat
8AE48289000000000000000000000001,Pranata Komputer Ahli Madya,60,G,MA,N,1
8AE48289000000000000000000000002,Penyelia Tanpa Usia,0,G,PY,N,2
`;
const PELAKSANA = 'id,nama,kodeCepat,status\n8AE48289000000000000000000000003,Pengelola Data,3,1\n';

async function importPosts(): Promise<Reference> {
  const from = mkdtempSync(join(folder, 'acuan-'));
  writeFileSync(join(from, 'jabatan_fungsional.csv'), POSTS);
  writeFileSync(join(from, 'jabatan_pelaksana.csv'), PELAKSANA);
  await importReference(from, join(from, 'data'));
  return openReference(join(from, 'data'));
}

describe('with the tables of posts', () => {
  it.each<[string, RowValues, readonly string[]]>([
    ['an id that they lack', { 'JABATAN ID': '8AE48289000000000000000000000099' }, ['COM_2']],
    ['an id in another style', { 'JABATAN ID': '8ae48289-0000-0000-0000-000000000001' }, []],
    ['an education below the level', { 'TINGKAT PENDIDIKAN ID': '25', 'JENIS JABATAN ID': '2' }, ['ACC_8']],
    [
      'an age below the age of retirement of the post',
      {
        'JENIS JABATAN ID': '2',
        'NIP BARU': "'196701011990011001",
        'TANGGAL LAHIR': '01-01-1967',
        'TMT CPNS': '01-01-1990',
      },
      [],
    ],
  ])('judges %s', async (_what, change, expected) => {
    const path = writeExport([{ ...CLEAN, ...change }]);
    const { seluruh } = await report(path, { reference: await importPosts() });
    expect(failingOf(seluruh)).toEqual(expected);
  });

  const genuine = fileURLToPath(new URL('../../../shared/data/reference', import.meta.url));
  it.skipIf(!existsSync(genuine))(
    'finds 5,383 posts of pelaksana with a functional word in the genuine table (shared)',
    async () => {
      const into = join(folder, 'genuine');
      await importReference(genuine, into);
      const settings = defaultIkdSettings(PER);
      const rows = [...openReference(into).table('jabatan_pelaksana').rows()];
      expect(rows.filter(({ nama }) => hasKataFungsional(nama, settings))).toHaveLength(5383);
    },
  );
});
