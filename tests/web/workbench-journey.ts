import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { formatCsvRow } from '#formats';
import { addUser, SAMPLE_PASSWORD } from '#identity';
import { type CsvRecord, readCsvRecords } from '../support/csv-records.ts';
import type { Browser as Asker, TestPortal } from '../support/portal-http.ts';

const KUDUS = 6410;
const NEIGHBOUR = 6411;

/** Loose reading of answers. */
// oxlint-disable-next-line typescript/no-explicit-any -- what an answer holds the test itself says
type Json = any;

/** What the journey of the mapping has at hand; see `mapping-journey.ts`. */
export interface WorkbenchStage {
  readonly page: Page;
  readonly portal: TestPortal;
  readonly kudus: Asker;
  readonly address: string;
  /** A folder for files, and in it the newest file of Kudus, as CSV. */
  readonly folder: string;
  readonly file: string;
  readonly look: (page: Page) => Promise<void>;
  readonly settle: (who: Asker, url: string) => Promise<Json>;
}

/** What a person can change in the workbench, and how files come to it that nobody could read, or that others have mapped. */
export function testWorkbench(stage: () => WorkbenchStage): void {
  const write = (name: string, rows: readonly CsvRecord[], columns: readonly string[]): string => {
    const path = join(stage().folder, name);
    const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
    writeFileSync(path, lines.map((cells) => formatCsvRow(cells, { verbatim: true })).join(''));
    return path;
  };

  /** Sends files without a browser, and waits until the check is told. */
  async function send(who: Asker, instansi: number, path: string): Promise<Json> {
    const bytes = readFileSync(path);
    const sidikJari = createHash('sha256').update(bytes).digest('hex');
    const open = { namaBerkas: basename(path), besarByte: bytes.length, sidikJari, per: '2025-11-01' };
    const { kiriman } = (await who.ask('POST', '/api/kiriman', open)).body as Json;
    const url = `/api/kiriman/${instansi}/${kiriman}`;
    await who.ask('PATCH', `${url}/isi`, bytes, { 'content-type': 'application/octet-stream', 'unggah-letak': '0' });
    return stage().settle(who, url);
  }

  it('lets rules, readings and second fields be changed beside BKN, each step taken back and done again', async () => {
    const { page, kudus, address, look } = stage();
    const [{ kiriman }] = ((await kudus.ask('GET', '/api/kiriman')).body as Json).kiriman;
    await page.goto(`${address}/kiriman/${KUDUS}/${kiriman}/pemetaan?bagian=aturan`);
    await page.getByRole('button', { name: 'Tambah saringan' }).click();
    await page.getByRole('combobox', { name: 'Kolom', exact: true }).selectOption('Keyakinan');
    await page.getByRole('group', { name: 'Nilai' }).getByRole('checkbox').nth(1).check();
    await page.getByText(/dari [\d.]+ baris dibuang/).waitFor();
    await page.getByText('dibuang, ada di BKN').first().waitFor();
    await look(page);
    const rules = page.getByRole('button', { name: /^Keyakinan: / });
    await rules.waitFor();
    for (let step = 0; step < 3; step++) await page.getByRole('button', { name: 'Urungkan' }).click();
    await page.getByText('Semua baris dibaca.').waitFor();
    await page.getByRole('button', { name: 'Ulangi' }).click();
    await page.getByRole('button', { name: 'Ulangi' }).click();
    await rules.waitFor();

    await page.getByRole('link', { name: /^Kolom/ }).click();
    await page.getByRole('button', { name: 'Jabatan', exact: true }).click();
    await page.getByText('Atur sendiri cara membaca').click();
    await page.getByRole('combobox', { name: 'Jenis', exact: true }).selectOption('potong');
    await page.getByText(/dibaca bagian 1 dari 2/).waitFor();
    await page.getByRole('combobox', { name: 'Pakai kolom ini juga untuk' }).selectOption('tempat_lahir');
    await expect.poll(() => page.getByRole('button', { name: 'Jabatan', exact: true }).count()).toBe(2);
    await look(page);
  });

  it('hands a file in which nobody was recognised to a person, and checks it again once it was mapped', async () => {
    const { page, kudus, address, file, look, settle } = stage();
    const people = readCsvRecords(file).slice(0, 400);
    const nip = Object.keys(people[0] ?? {}).find((name) => people.every((row) => /^'?\d{18}$/.test(row[name] ?? '')));
    const rows = people.map((row) => ({ kode: (row[nip ?? ''] ?? '').replace("'", ''), sebutan: row['Nama'] ?? '' }));
    await page.goto(`${address}/kiriman/kirim`);
    await page.locator('input[type=file]').setInputFiles(write('tanpa-judul.csv', rows, ['kode', 'sebutan']));
    await page.getByRole('link', { name: 'Petakan sendiri' }).click();
    await page.getByText('Berkas ini belum dapat dibaca.').waitFor();
    await look(page);
    for (const [column, field] of [
      ['kode', 'nip'],
      ['sebutan', 'nama'],
    ] as const) {
      await page.getByRole('button', { name: column, exact: true }).click();
      await page.getByRole('combobox', { name: /^Bidang/ }).selectOption(field);
    }
    await page.getByText(/sama, \d+ tidak, dari \d+ orang contoh/).waitFor();
    await page.getByRole('button', { name: /^Simpan sebagai v/ }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Simpan/ })
      .click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Sahkan versi/ })
      .click();
    await page.getByRole('heading', { name: 'Gerbang' }).waitFor();
    const url = `/api/kiriman/${KUDUS}/${new URL(page.url()).pathname.split('/')[3] ?? ''}`;
    const checked = await settle(kudus, url);
    expect(checked).toMatchObject({ keadaan: 'diperiksa', struktur: { cara: 'resep-cocok' } });
    expect(checked.baris.diterima).toBe(rows.length);
    await kudus.ask('POST', `${url}/batalkan`, {});
  });

  it('takes several files as one delivery: people in one, the history of their golongan in another', async () => {
    const { page, kudus, address, file, settle } = stage();
    const people = readCsvRecords(file);
    const columns = Object.keys(people[0] ?? {});
    const [key = '', ...history] = [/^nip( baru)?$/i, /^gol/i, /^tmt pangkat/i].map(
      (form) => columns.findLast((name) => form.test(name)) ?? '',
    );
    const own = columns.filter((name) => !history.includes(name));
    const files = [write('pegawai.csv', people, own), write('riwayat_pangkat.csv', people, [key, ...history])];
    await page.goto(`${address}/kiriman/kirim`);
    await page.locator('input[type=file]').setInputFiles(files);
    await page.getByRole('heading', { name: 'Gerbang' }).waitFor();
    const url = `/api/kiriman/${KUDUS}/${new URL(page.url()).pathname.split('/')[3] ?? ''}`;
    const checked = await settle(kudus, url);
    expect(checked).toMatchObject({ namaBerkas: expect.stringMatching(/\.zip$/), keadaan: 'diperiksa' });
    const { body } = (await kudus.ask('GET', url.replace('kiriman', 'pemetaan'))) as Json;
    expect(body.riwayat).toMatchObject([{ tabel: 'riwayat_pangkat', kunci: key, ke: key }]);
    expect(body.kolom.map(({ nama }: Json) => nama)).toContain(`riwayat_pangkat.${history[0]}`);
    const gabung = { tabel: 'riwayat_pangkat', kunci: key, ke: key, hanya: [] };
    const at = body.pemetaan.find(({ sumber }: Json) => sumber === `riwayat_pangkat.${history[0]}`).letak;
    const preview = { ubahan: [{ letak: at, kanonik: 'golongan' }], aturan: { gabung: [gabung] }, letak: at };
    const { hitung } = ((await kudus.ask('POST', `${url.replace('kiriman', 'pemetaan')}/pratinjau`, preview)) as Json)
      .body;
    expect(hitung.sama).toBeGreaterThan(hitung.dari * 0.8);
    await kudus.ask('POST', `${url}/batalkan`, {});
  });

  it('names every person who changed, with the values, by kind and field, and as a file', async () => {
    const { kudus } = stage();
    const list = ((await kudus.ask('GET', '/api/kiriman')).body as Json).kiriman;
    const url = `/api/kiriman/${KUDUS}/${list.find(({ namaBerkas }: Json) => namaBerkas === 'bergeser.csv').kiriman}`;
    const detail = ((await kudus.ask('GET', url)) as Json).body;
    const { jumlah } = ((await kudus.ask('GET', `${url}/orang`)) as Json).body;
    expect(jumlah).toBe(detail.akibat.baru + detail.akibat.hilang + detail.akibat.berubah);
    for (const { bidang, orang } of detail.kolomBerubah)
      expect(((await kudus.ask('GET', `${url}/orang?bidang=${bidang}`)) as Json).body.jumlah).toBe(orang);
    const { text, status } = await kudus.ask('GET', `${url}/orang.csv`);
    expect(status).toBe(200);
    expect(text.split('\r\n').length).toBeGreaterThan(jumlah);
  });

  it('offers the recipe of others with the same structure without their people, and takes of its codes only what is borne out', async () => {
    const { portal, kudus, folder, file } = stage();
    const scope = { lingkup: 'instansi', instansi: NEIGHBOUR } as const;
    const account = { instansi: NEIGHBOUR, nama: 'Tetangga', namaPengguna: 'pengelola.tetangga', peran: 'pengelola' };
    await portal.database.withContext(scope, (transaction) =>
      addUser(transaction, account as Parameters<typeof addUser>[1], 'sistem', SAMPLE_PASSWORD),
    );
    const neighbour = await portal.signIn('pengelola.tetangga');
    const offers = await portal.database.withContext(scope, (transaction) =>
      transaction.query<{ text: string }>(
        'SELECT struktur::text || pemetaan::text AS text FROM intake.pemetaan_bersama WHERE instansi_id = $1',
        [KUDUS],
      ),
    );
    const people = readCsvRecords(file);
    const values = people.flatMap((row) => Object.values(row)).filter((value) => value.length > 8);
    const rare = [...Map.groupBy(values, (value) => value)].filter(([, all]) => all.length < 5).map(([value]) => value);
    expect(offers).toHaveLength(1);
    expect(rare.filter((value) => offers[0]?.text.includes(value))).toEqual([]);

    const refused = await send(neighbour, NEIGHBOUR, join(folder, 'tanpa-judul.csv'));
    const url = `/api/pemetaan/${NEIGHBOUR}/${refused.kiriman}`;
    const { body } = (await neighbour.ask('GET', url)) as Json;
    expect(body.tawaran).toMatchObject({ instansi: 1, kolom: 2 });
    const taken = (await neighbour.ask('POST', `${url}/dasar`, { tawaran: true })) as Json;
    expect(taken.status).toBe(200);
    expect(taken.body.pemetaan.map(({ sumber, kanonik }: Json) => [sumber, kanonik])).toEqual([
      ['kode', 'nip'],
      ['sebutan', 'nama'],
    ]);
    expect((await kudus.ask('GET', url)).status).toBe(404);
    expect(portal.faults).toEqual([]);
  });
}
