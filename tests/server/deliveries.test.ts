import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseIsoDate } from '#kernel/local-date.ts';
import { createDeliveryJobs } from '#findings';
import { moveDelivery } from '#intake';
import type { ClaimedJob, Database } from '#platform';
import { generateSampleData } from '#sample-data';
import { jobDeps } from '../../src/app/deliveries.ts';
import { createPeopleIndexes } from '../../src/findings/people-index.ts';
import { readIndexesAhead } from '../../src/findings/read-ahead.ts';
import { receivePart } from '../../src/intake/uploads.ts';
import { runSql, startTestServer, type TestServer } from '../support/portal-database.ts';
import { type Browser, openTestPortal, type TestPortal } from '../support/portal-http.ts';
import { deliveryOf, type Json, publish, settle, upload } from '../support/send-delivery.ts';

const KUDUS = 6410;
const OFFICES = ['6410', '6471'];

describe('deliveries, from the first byte to what everybody sees', { timeout: 120_000 }, () => {
  const sample = mkdtempSync(join(tmpdir(), 'uji-kiriman-'));
  let postgres: TestServer;
  let portal: TestPortal;
  let kudus: Browser;
  let bkn: Browser;
  let province: Browser;

  const november = join(sample, 'kiriman', '2025-11');

  beforeAll(async () => {
    const per = parseIsoDate('2025-10-01');
    if (per === undefined) throw new Error('No such day');
    await generateSampleData(
      { pegawai: 2000, benih: 'portal', per, keluar: sample, kiriman: 1, wadah: 'csv', instansi: OFFICES },
      () => undefined,
    );
    postgres = await startTestServer();
    portal = await openTestPortal(postgres);
    kudus = await portal.signIn('pengelola.kudus');
    bkn = await portal.signIn('petugas.bkn');
    province = await portal.signIn('admin.provinsi');
  });
  afterAll(async () => {
    await portal?.close();
    await postgres?.stop();
    rmSync(sample, { recursive: true, force: true });
  });

  /** A job about a delivery in the hands of a worker whose database breaks before a certain statement. */
  async function publishThroughCrashes(address: string, state: () => Promise<Json[]>, before: Json[]): Promise<void> {
    const kiriman = address.split('/').at(-1) ?? '';
    const own = { lingkup: 'instansi', instansi: KUDUS } as const;
    const job: ClaimedJob = {
      instansi: KUDUS,
      jenis: 'terbitkan',
      sasaran: kiriman,
      oleh: 'uji',
      masukan: {},
      percobaan: 1,
      pekerjaan: '00000000-0000-4000-8000-000000000001',
    };
    await portal.database.withContext(own, async (transaction) => {
      await moveDelivery(transaction, { instansi: KUDUS, kiriman }, 'terbitkan');
      await transaction.query(
        `INSERT INTO platform.pekerjaan (instansi_id, pekerjaan_id, jenis, sasaran, keadaan, diminta_oleh, percobaan, sewa_sampai)
         VALUES ($1, $2, 'terbitkan', $3, 'berjalan', 'uji', 1, now() + interval '9 minutes')`,
        [KUDUS, job.pekerjaan, kiriman],
      );
    });
    const doIt = (database: Database) =>
      createDeliveryJobs(jobDeps(database, portal.files))['terbitkan']?.(job, {
        signal: new AbortController().signal,
        report: () => undefined,
      });
    // E1: killed before any of its statements, a worker has changed nothing
    for (const last of [1, 4, 8, 12, 16, 19, 22, 25]) {
      await expect(doIt(breakingAfter(portal.database, last))).rejects.toThrow('mati');
      expect(await state()).toEqual(before);
    }
    // The lease runs out: the portal's own worker takes the job over, while readers never see half of it.
    const torn: unknown[] = [];
    const done = new AbortController();
    const reader = (async () => {
      while (!done.signal.aborted) {
        const { body } = (await kudus.ask('GET', '/api/selisih')) as Json;
        const facets = body.segi.bidang.reduce((sum: number, { jumlah }: Json) => sum + jumlah, 0);
        if (facets !== body.jumlah || (body.lanjut === null && body.baris.length !== body.jumlah))
          torn.push(body.jumlah);
      }
    })();
    await runSql(
      portal.url,
      `UPDATE platform.pekerjaan SET sewa_sampai = now() WHERE pekerjaan_id = '${job.pekerjaan}'`,
    );
    expect((await settle(kudus, address)).keadaan).toBe('terbit');
    done.abort();
    await reader;
    expect(torn).toEqual([]);
    // E7: who lost the job and comes back changes nothing
    const after = await state();
    await expect(doIt(portal.database)).rejects.toThrow();
    expect(await state()).toEqual(after);
    const events = await rowsOf(
      `SELECT 1 FROM platform.jejak WHERE tindakan = 'kiriman.terbitkan' AND sasaran = 'kiriman/${kiriman}'`,
    );
    expect(events).toHaveLength(1);
  }

  /** The database of a worker that dies before its statement number `last + 1` of a publication. */
  function breakingAfter(database: Database, last: number): Database {
    return {
      ...database,
      withContexts: (work) =>
        database.withContexts((transaction) => {
          let count = 0;
          const step = (): void => {
            count += 1;
            if (count > last) throw new Error('mati');
          };
          return work({
            query: (sql, values) => {
              step();
              return transaction.query(sql, values);
            },
            copyInto: (target, rows) => {
              step();
              return transaction.copyInto(target, rows);
            },
            enter: (scope) => transaction.enter(scope),
          });
        }),
    };
  }

  const rowsOf = async (sql: string): Promise<Json[]> => [...(await runSql<Json>(portal.url, sql))];

  it('goes on with an upload whose last part broke off between the file store and the database (E3)', async () => {
    const bytes = Buffer.from('isi terakhir');
    const sidikJari = createHash('sha256').update(bytes).digest('hex');
    const { body } = (await kudus.ask('POST', '/api/kiriman', {
      namaBerkas: 'putus.csv',
      besarByte: bytes.length,
      sidikJari,
    })) as Json;
    const { files } = jobDeps(portal.database, portal.files);
    const part = { instansi: KUDUS, kiriman: body.kiriman, oleh: 'uji' };
    let steps = 0;
    const dying: Database = {
      ...portal.database,
      withContext: (scope, work) =>
        portal.database.withContext(scope, async (transaction) => {
          const done = await work(transaction);
          steps += 1;
          if (steps === 3) throw new Error('mati');
          return done;
        }),
    };
    await expect(receivePart(dying, files, { ...part, letak: 0, isi: Readable.from([bytes]) })).rejects.toThrow('mati');
    const rest = { ...part, letak: bytes.length, isi: Readable.from([]) };
    expect(await receivePart(portal.database, files, rest)).toMatchObject({ keadaan: 'diterima' });
    await kudus.ask('POST', `/api/kiriman/${KUDUS}/${body.kiriman}/batalkan`);
  });

  it('refuses a Simpeg while BKN has published nothing, in a sentence', async () => {
    const address = await upload(kudus, KUDUS, deliveryOf(november, '6410'), '2025-11-01');
    const body = await settle(kudus, address);
    expect(body).toMatchObject({ keadaan: 'ditolak', pesan: expect.stringContaining('Data BKN belum terbit') });
  });

  it('publishes BKN and a Simpeg, and tells the same figures everywhere', async () => {
    const bknAddress = await upload(bkn, 1, join(sample, 'bkn.csv'), '2025-10-01');
    const checked = await settle(bkn, bknAddress);
    expect(checked).toMatchObject({ keadaan: 'diperiksa', akibat: { sekarang: 0 } });
    expect(checked.baris.dibaca).toBe(checked.baris.diterima + checked.baris.dikarantina);
    expect((await publish(bkn, bknAddress)).keadaan).toBe('terbit');

    const address = await upload(kudus, KUDUS, deliveryOf(sample, '6410'), '2025-10-01');
    const own = await settle(kudus, address);
    expect(own).toMatchObject({ keadaan: 'diperiksa', struktur: { cara: 'usulan-baru' } });
    const { akibat } = own;
    expect(akibat.sekarang + akibat.baru - akibat.hilang).toBe(akibat.sesudah);
    expect(own.gerbang).toHaveLength(7);
    expect((await publish(kudus, address, 'Kiriman pertama dari Simpeg')).keadaan).toBe('terbit');

    const { body: home } = (await kudus.ask('GET', '/api/beranda')) as Json;
    const { neraca } = home;
    expect(neraca.simpeg).toBe(own.baris.diterima);
    expect(neraca.berpasangan + neraca.hanyaSimpeg).toBe(neraca.simpeg);
    expect(neraca.selaras + neraca.berselisih).toBe(neraca.berpasangan);
    expect(home.cap).toMatchObject({ simpeg: '2025-10-01', bkn: '2025-10-01' });
    const { body: causes } = (await kudus.ask('GET', '/api/selisih/sebab')) as Json;
    expect(causes.selisih).toBe(home.selisih);
    expect(causes.sebab.reduce((sum: number, each: Json) => sum + each.selisih, 0)).toBe(home.selisih);
    const { body: whole } = (await province.ask('GET', '/api/beranda/provinsi')) as Json;
    expect(whole.baris.find((row: Json) => row.instansi === KUDUS).neraca).toEqual(neraca);
  });

  it('pages through all differences once, and counts what a filter leaves', async () => {
    const { body: home } = (await kudus.ask('GET', '/api/beranda')) as Json;
    const seen = new Set<string>();
    let [sesudah, pages] = ['', 0];
    for (;;) {
      const { body } = (await kudus.ask('GET', `/api/selisih?x=1${sesudah}`)) as Json;
      pages += 1;
      expect(body.jumlah).toBe(home.selisih);
      for (const row of body.baris) seen.add(`${row.orang} ${row.bidang}`);
      if (body.lanjut === null) break;
      sesudah = `&sesudah=${body.lanjut}`;
    }
    expect(seen.size).toBe(home.selisih);
    expect(pages).toBe(Math.ceil(home.selisih / 100));
    const [{ nama, orang, bidang }] = ((await kudus.ask('GET', '/api/selisih')) as Json).body.baris;
    const first = Buffer.from(JSON.stringify([KUDUS, nama, orang, bidang])).toString('base64url');
    const { body: rest } = (await province.ask('GET', `/api/selisih?sesudah=${first}`)) as Json;
    expect(rest.baris).toHaveLength(Math.min(100, home.selisih - 1));
    const { body: people } = (await kudus.ask('GET', '/api/pegawai')) as Json;
    const [person] = people.baris;
    const beginning = Buffer.from(JSON.stringify([KUDUS, person.nama, person.orang, ''])).toString('base64url');
    const { body: others } = (await kudus.ask('GET', `/api/pegawai?sesudah=${beginning}`)) as Json;
    expect(others.baris[0]).toEqual(people.baris[1]);
    const [cause] = home.sebab;
    const { body: some } = (await province.ask('GET', `/api/selisih?sebab=${cause.sebab}&instansi=${KUDUS}`)) as Json;
    expect([some.jumlah, some.orang]).toEqual([cause.selisih, cause.orang]);
    expect(some.baris.every((row: Json) => row.sebab === cause.sebab && row.kalimat === cause.kalimat)).toBe(true);
  });

  it('chooses by search, cause, field and class what SQL chooses, in its order, and counts it exactly', async () => {
    const { body: home } = (await kudus.ask('GET', '/api/beranda')) as Json;
    const [cause] = home.sebab;
    const filters = ['', `sebab=${cause.sebab}`, 'bidang=unit_kerja', 'kelas=beda', 'kelas=mirip&bidang=nama'];
    for (const filter of filters.flatMap((each) => [each, `${each}&cari=sri`, `${each}&cari=1985`])) {
      const asked = new URLSearchParams(filter);
      const cari = asked.get('cari')?.toUpperCase() ?? '';
      const expected = await rowsOf(
        `SELECT s.orang, s.bidang, s.kelas FROM findings.selisih s JOIN findings.pegawai p USING (instansi_id, orang)
         WHERE instansi_id = ${KUDUS} AND s.sampai IS NULL AND p.sampai IS NULL
           AND (upper(p.nama) LIKE '%${cari}%' OR length('${cari}') > 3 AND p.nip LIKE '%${cari}%')
         ${(['sebab', 'bidang', 'kelas'] as const).map((part) => (asked.has(part) ? `AND s.${part} = '${asked.get(part)}'` : '')).join(' ')}
         ORDER BY p.nama, s.orang, s.bidang`,
      );
      const { body } = (await kudus.ask('GET', `/api/selisih?${filter}`)) as Json;
      const keys = (rows: readonly Json[]) => rows.map(({ orang, bidang }) => `${orang} ${bidang}`);
      expect(keys(body.baris), filter).toEqual(keys(expected).slice(0, 100));
      expect([body.jumlah, body.orang], filter).toEqual([
        expected.length,
        new Set(expected.map(({ orang }) => orang)).size,
      ]);
      if (!asked.has('kelas')) {
        const ofClass = (kelas: string) => expected.filter((each) => each.kelas === kelas).length;
        for (const { nilai, jumlah } of body.segi.kelas) expect(jumlah, `${filter} ${nilai}`).toBe(ofClass(nilai));
      }
    }
  });

  it('reads what is searched ahead, unless it is more than memory may hold', async () => {
    const { body: stamps } = (await province.ask('GET', '/api/beranda/provinsi')) as Json;
    expect(stamps.baris.length).toBeGreaterThan(1);
    const [{ nomor }] = await rowsOf(`SELECT max(nomor) AS nomor FROM registry.terbitan WHERE instansi_id = ${KUDUS}`);
    const [roomy, narrow] = [createPeopleIndexes(), createPeopleIndexes(10)];
    const faults: unknown[] = [];
    const ends = [narrow, roomy].map((each) => readIndexesAhead(portal.database, each, (fault) => faults.push(fault)));
    while (!roomy.has({ instansi: KUDUS, nomor })) await new Promise((resolve) => setTimeout(resolve, 10));
    for (const end of ends) await end();
    expect(narrow.has({ instansi: KUDUS, nomor })).toBe(false);
    expect(faults).toEqual([]);
  });

  it('shows a person on both sides, masks numbers, and leaves an event for every look (X5)', async () => {
    const { body: list } = (await kudus.ask('GET', '/api/pegawai?keadaan=berpasangan')) as Json;
    const [{ orang, nama }] = list.baris;
    const { body: found } = (await kudus.ask('GET', `/api/cari?q=${encodeURIComponent(nama.slice(1))}`)) as Json;
    expect(found.orang.map((each: Json) => each.orang)).toContain(orang);
    const { body: person } = (await kudus.ask('GET', `/api/orang/${KUDUS}/${orang}`)) as Json;
    const fields = new Map<string, Json>(
      person.kelompok.flatMap((group: Json) => group.bidang).map((each: Json) => [each.bidang, each]),
    );
    expect(fields.get('nik')).toMatchObject({ tersamar: true, bkn: expect.stringMatching(/^•+\d\d$/) });
    expect(['Laki-laki', 'Perempuan']).toContain(fields.get('jenis_kelamin').bkn);
    const open = { bidang: 'nik', alasan: 'Mencocokkan dengan KTP' };
    const { body: shown } = (await kudus.ask('POST', `/api/orang/${KUDUS}/${orang}/buka`, open)) as Json;
    expect(shown.bkn).toMatch(/^\d{16}$/);
    expect(
      (await kudus.ask('POST', `/api/orang/${KUDUS}/${orang}/buka`, { bidang: 'nama', alasan: open.alasan })).status,
    ).toBe(400);
    const events = await rowsOf(
      `SELECT tindakan FROM platform.jejak WHERE instansi_id = ${KUDUS} AND sasaran = 'orang/${orang}' ORDER BY nomor`,
    );
    expect(events.map(({ tindakan }) => tindakan)).toEqual(['pegawai.lihat', 'pegawai.buka-data-pribadi']);
  });

  it('exports exactly what is filtered, masked, once, to who asked, and with an event (X3, X5)', async () => {
    const { body: list } = (await kudus.ask('GET', '/api/selisih?bidang=nik')) as Json;
    const made = (await kudus.ask('POST', '/api/selisih/ekspor', { bentuk: 'csv', bidang: 'nik' })) as Json;
    expect(made.body).toMatchObject({ baris: list.jumlah, namaBerkas: `selisih-${KUDUS}.csv` });
    const { tautan } = made.body;
    expect((await province.ask('GET', tautan)).body).toMatchObject({ kode: 'EKSPOR_TIADA' });
    const file = await kudus.ask('GET', tautan);
    const lines = file.text.trimEnd().split('\r\n');
    expect(lines).toHaveLength(list.jumlah + 2);
    expect(file.text).not.toMatch(/\D\d{16}\D/);
    for (const { nip } of list.baris) expect(file.text).toContain(nip);
    expect((await kudus.ask('GET', tautan)).body).toMatchObject({ kode: 'EKSPOR_TIADA' });
    expect(readdirSync(join(portal.files, 'ekspor'))).toEqual([]);
    const events = await rowsOf(
      `SELECT tindakan, rincian->>'baris' AS baris FROM platform.jejak WHERE tindakan LIKE '%ekspor%' ORDER BY nomor`,
    );
    expect(events).toEqual([
      { tindakan: 'ekspor.buat', baris: String(list.jumlah) },
      { tindakan: 'ekspor.unduh', baris: String(list.jumlah) },
    ]);
    // the columns that are asked for, in their order, and only the rows that were chosen
    const { body: whole } = (await kudus.ask('GET', '/api/selisih')) as Json;
    const chosen = whole.baris.at(-1);
    const pilihan = [`${KUDUS}-${chosen.orang}-${chosen.bidang}`];
    const few = { bentuk: 'csv', pilihan, kolom: ['bidang', 'nama', 'nip'] };
    const picked = (await kudus.ask('POST', '/api/selisih/ekspor', few)) as Json;
    const [heads, row, last] = (await kudus.ask('GET', picked.body.tautan)).text.split('\r\n');
    expect(heads).toBe('\uFEFFIsian;Nama;NIP');
    expect(row?.replaceAll(/["']/g, '')).toBe(`${chosen.label};${chosen.nama.replaceAll(/["']/g, '')};${chosen.nip}`);
    expect(last).toContain('1 baris, diekspor oleh');
    expect(picked.body.baris).toBe(1);
    const all = (await province.ask('POST', '/api/pegawai/ekspor', { bentuk: 'xlsx', cari: 'siti' })) as Json;
    const { body: found } = (await province.ask('GET', '/api/pegawai?cari=siti')) as Json;
    expect(all.body).toMatchObject({ baris: found.jumlah, namaBerkas: 'pegawai-provinsi.xlsx' });
    // many rows ask for a reason
    await rowsOf(`UPDATE findings.angka SET hanya_bkn = hanya_bkn + 5000 WHERE instansi_id = ${KUDUS}`);
    const refused = await kudus.ask('POST', '/api/pegawai/ekspor', { bentuk: 'csv' });
    expect(refused).toMatchObject({ status: 409, body: { kode: 'EKSPOR_ALASAN' } });
    const alasan = 'Bahan rapat pemutakhiran data';
    const asked = (await kudus.ask('POST', '/api/pegawai/ekspor', { bentuk: 'csv', alasan, kolom: ['nip'] })) as Json;
    await rowsOf(`UPDATE findings.angka SET hanya_bkn = hanya_bkn - 5000 WHERE instansi_id = ${KUDUS}`);
    await fetchLater(asked.body, alasan);
    const often = await Promise.all(
      Array.from({ length: 12 }, () => kudus.ask('POST', '/api/pegawai/ekspor', { bentuk: 'csv', cari: 'siti' })),
    );
    const [taken] = await rowsOf(`SELECT count(*)::integer AS n FROM findings.ekspor WHERE instansi_id = ${KUDUS}`);
    expect(taken.n).toBe(10);
    expect(often.find(({ status }) => status === 409)?.body).toMatchObject({ kode: 'PENGAMBILAN_DITAHAN' });
  });

  it('holds who takes much within an hour until they say why, and tells both administrators (X4)', async () => {
    await rowsOf(`UPDATE identity.pengambilan SET jumlah = 500 WHERE instansi_id = ${KUDUS} AND jenis = 'orang'`);
    const { body: list } = (await kudus.ask('GET', '/api/pegawai')) as Json;
    const address = `/api/orang/${KUDUS}/${list.baris[0].orang}`;
    const [first, second] = [await kudus.ask('GET', address), await kudus.ask('GET', address)];
    expect([first.body, second.body]).toMatchObject([{ kode: 'PENGAMBILAN_DITAHAN' }, { kode: 'PENGAMBILAN_DITAHAN' }]);
    const [office, other] = [await portal.signIn('admin.kudus'), await portal.signIn('pengelola.kudus')];
    expect((await other.ask('GET', '/api/peringatan')).status).toBe(403);
    const alarms = async (who: Browser): Promise<Json['body'][]> =>
      ((await who.ask('GET', '/api/peringatan')) as Json).body.peringatan;
    const raised = { instansi: KUDUS, namaPengguna: 'pengelola.kudus', alasan: null };
    for (const who of [office, province])
      expect(await alarms(who)).toMatchObject([
        { ...raised, jenis: 'orang', jumlah: 500 },
        { ...raised, jenis: 'ekspor', jumlah: 10 },
      ]);
    const alasan = 'Pencocokan seluruh guru sebelum kenaikan pangkat';
    expect((await kudus.ask('POST', '/api/saya/alasan', { alasan: 'pendek' })).status).toBe(400);
    expect((await kudus.ask('POST', '/api/saya/alasan', { alasan })).status).toBe(204);
    expect((await kudus.ask('POST', '/api/saya/alasan', { alasan })).body).toMatchObject({
      kode: 'PENGAMBILAN_TIDAK_DITAHAN',
    });
    expect((await kudus.ask('GET', address)).status).toBe(200);
    expect((await kudus.ask('POST', '/api/pegawai/ekspor', { bentuk: 'csv', cari: 'siti' })).status).toBe(200);
    expect((await alarms(province)).map((each) => each['alasan'])).toEqual([alasan, alasan]);
    const events = await rowsOf(
      `SELECT instansi_id AS instansi, tindakan FROM platform.jejak WHERE tindakan LIKE 'peringatan.%'
       ORDER BY instansi_id, nomor`,
    );
    const twice = ['peringatan.ambil', 'peringatan.ambil', 'peringatan.jawab'];
    expect(events).toEqual([6400, KUDUS].flatMap((instansi) => twice.map((tindakan) => ({ instansi, tindakan }))));
  });

  /** A large export: a job writes it, its asker is told and fetches it, once; nobody else knows of it. */
  async function fetchLater(asked: Json, alasan: string): Promise<void> {
    expect(asked).toMatchObject({ keadaan: 'disusun' });
    const { ekspor } = asked;
    const [beside, listed] = [
      await portal.signIn('verifikator.kudus'),
      (await kudus.ask('GET', '/api/pegawai')) as Json,
    ];
    const newsOf = async (who: Browser): Promise<Json[]> => {
      for (;;) {
        const { body } = (await who.ask('GET', '/api/pekerjaan')) as Json;
        if (body.berjalan.every(({ jenis }: Json) => jenis !== 'ekspor')) {
          const [running] = await rowsOf(
            `SELECT 1 FROM platform.pekerjaan WHERE jenis = 'ekspor' AND berakhir_pada IS NULL`,
          );
          if (!running) return body.kabar.filter(({ sasaran }: Json) => sasaran === ekspor);
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    };
    expect(await newsOf(kudus)).toMatchObject([
      { jenis: 'ekspor', keadaan: 'selesai', dilihat: false, namaBerkas: `pegawai-${KUDUS}.csv` },
    ]);
    expect(await newsOf(beside)).toEqual([]);
    for (const who of [beside, province])
      expect((await who.ask('POST', `/api/ekspor/${ekspor}/tautan`)).body).toMatchObject({ kode: 'EKSPOR_TIADA' });
    expect((await beside.ask('POST', `/api/ekspor/${ekspor}/batalkan`)).status).toBe(404);
    await kudus.ask('POST', '/api/pekerjaan/dilihat');
    expect(await newsOf(kudus)).toMatchObject([{ dilihat: true }]);
    const first = (await kudus.ask('POST', `/api/ekspor/${ekspor}/tautan`)) as Json;
    const link = (await kudus.ask('POST', `/api/ekspor/${ekspor}/tautan`)) as Json;
    // a new link takes the place of the one before
    expect((await kudus.ask('GET', first.body.tautan)).body).toMatchObject({ kode: 'EKSPOR_TIADA' });
    const file = await kudus.ask('GET', link.body.tautan);
    expect(file.text.trimEnd().split('\r\n')).toHaveLength(listed.body.jumlah + 2);
    expect((await kudus.ask('POST', `/api/ekspor/${ekspor}/tautan`)).status).toBe(404);
    expect(await newsOf(kudus)).toMatchObject([{ unduhSampai: null }]);
    const events = await rowsOf(
      `SELECT tindakan, rincian->>'alasan' AS alasan FROM platform.jejak WHERE sasaran = 'ekspor/${ekspor}' ORDER BY nomor`,
    );
    expect(events).toEqual([
      { tindakan: 'ekspor.buat', alasan },
      { tindakan: 'ekspor.unduh', alasan: null },
    ]);
    expect(await rowsOf('SELECT 1 FROM findings.ekspor WHERE permintaan IS NOT NULL')).toEqual([]);
  }

  it('opens the names of each figure of the balance, as many as it says, in any order', async () => {
    const { body: home } = (await kudus.ask('GET', '/api/beranda')) as Json;
    const groups = {
      simpeg: 'simpeg',
      bkn: 'bkn',
      berpasangan: 'berpasangan',
      selaras: 'selaras',
      berselisih: 'berselisih',
      'hanya-simpeg': 'hanyaSimpeg',
      'hanya-bkn': 'hanyaBkn',
    };
    for (const [keadaan, figure] of Object.entries(groups)) {
      const { body } = (await kudus.ask('GET', `/api/pegawai?keadaan=${keadaan}`)) as Json;
      expect([keadaan, body.jumlah]).toEqual([keadaan, home.neraca[figure]]);
    }
    const segi = async (filter = '') => ((await kudus.ask('GET', `/api/pegawai/segi?${filter}`)) as Json).body;
    const facets = await segi();
    const [most] = facets.golongan.pilihan;
    const { body: same } = (await kudus.ask('GET', `/api/pegawai?golongan=${most.nilai}`)) as Json;
    expect([same.jumlah, new Set(same.baris.map(({ golongan }: Json) => golongan))]).toEqual([
      most.jumlah,
      new Set([most.label]),
    ]);
    const within = await segi(`golongan=${most.nilai}`);
    const sum = (some: Json): number => some.pilihan.reduce((all: number, { jumlah }: Json) => all + jumlah, 0);
    expect([within.golongan, sum(within.unit)]).toEqual([facets.golongan, most.jumlah]);
    for (const [urut, part, sign] of [
      ['selisih', 'selisih', 1],
      ['-selisih', 'selisih', -1],
      ['-nip', 'nip', -1],
      ['unit', 'unit', 1],
    ] as const) {
      const rows: Json[] = [];
      for (let sesudah: string | null = ''; sesudah !== null; ) {
        const place = sesudah === '' ? '' : `&sesudah=${sesudah}`;
        const { body } = (await kudus.ask('GET', `/api/pegawai?keadaan=berpasangan&urut=${urut}${place}`)) as Json;
        rows.push(...body.baris);
        sesudah = body.lanjut;
      }
      expect(new Set(rows.map(({ orang }) => orang)).size).toBe(home.neraca.berpasangan);
      const keys = rows.map((row) => (row[part] ?? '') as string | number);
      expect(keys).toEqual(keys.toSorted((a, b) => (a < b ? -sign : a > b ? sign : 0)));
    }
  });

  it('knows a file that was processed already (B13), and goes on with an upload that broke off (B15)', async () => {
    const path = deliveryOf(sample, '6410');
    await expect(upload(kudus, KUDUS, path, '2025-10-01')).rejects.toThrow('KIRIMAN_SUDAH_ADA');
    const bytes = Buffer.from('NIP;Nama\n1;a\n2;b\n');
    const open = { namaBerkas: '../../etc/passwd', besarByte: bytes.length };
    const { body: first } = (await kudus.ask('POST', '/api/kiriman', open)) as Json;
    const part = (letak: number, isi: Buffer) =>
      kudus.ask('PATCH', `/api/kiriman/${KUDUS}/${first.kiriman}/isi`, isi, {
        'content-type': 'application/octet-stream',
        'unggah-letak': String(letak),
      });
    expect((await part(0, bytes.subarray(0, 5))).body).toMatchObject({ diterimaByte: 5, keadaan: 'mengunggah' });
    const { body: again } = (await kudus.ask('POST', '/api/kiriman', open)) as Json;
    expect(again).toEqual({ kiriman: first.kiriman, diterimaByte: 5, keadaan: 'mengunggah' });
    expect(await part(3, bytes.subarray(3))).toMatchObject({ status: 409, body: { kode: 'UNGGAH_LETAK' } });
    expect(await part(5, Buffer.alloc(100))).toMatchObject({ status: 413, body: { kode: 'UNGGAH_LEBIH' } });
    expect((await part(5, bytes.subarray(5))).body).toMatchObject({ keadaan: 'diterima' });
    const body = await settle(kudus, `/api/kiriman/${KUDUS}/${first.kiriman}`);
    expect(body).toMatchObject({
      namaBerkas: 'passwd',
      keadaan: 'ditolak',
      sidikJari: createHash('sha256').update(bytes).digest('hex'),
    });
    expect(body.pesan).not.toMatch(/\/|undefined/);
  });

  it('touches only the people who changed, and gives the former rows back exactly (E1, E7, R5)', async () => {
    const present = `SELECT 'o' AS t, sisi || orang AS k, sidik FROM registry.orang WHERE sampai IS NULL AND instansi_id = ${KUDUS}
      UNION ALL SELECT 'p', orang::text, sidik FROM findings.pegawai WHERE sampai IS NULL AND instansi_id = ${KUDUS}
      UNION ALL SELECT 's', orang || bidang, sidik FROM findings.selisih WHERE sampai IS NULL AND instansi_id = ${KUDUS} ORDER BY 1, 2`;
    const before = await rowsOf(present);
    const { body: home } = (await kudus.ask('GET', '/api/beranda')) as Json;
    const address = await upload(kudus, KUDUS, deliveryOf(november, '6410'), '2025-11-01');
    const checked = await settle(kudus, address);
    expect(checked.keadaan).toBe('diperiksa');
    expect(await rowsOf(present)).toEqual(before);
    const { akibat } = checked;
    expect(akibat.tetap).toBeGreaterThan(akibat.berubah);
    await publishThroughCrashes(address, () => rowsOf(present), before);
    const [touched] = await rowsOf(
      `SELECT count(*)::integer AS n FROM registry.orang WHERE instansi_id = ${KUDUS} AND sisi = 'simpeg' AND sejak = 3`,
    );
    expect(touched.n).toBeGreaterThanOrEqual(akibat.berubah + akibat.baru);
    expect(touched.n).toBeLessThan(akibat.tetap);
    expect(await rowsOf(present)).not.toEqual(before);

    // Two that agree now, one that went with its person, one that is new, and one whose value alone changed.
    const planted = (who: string, bidang: string, sejak: number, sampai: string) =>
      `INSERT INTO findings.selisih (instansi_id, orang, bidang, sejak, sampai, sidik, nama, kelas, sebab, rincian, nilai_simpeg, nilai_bkn)
       SELECT ${KUDUS}, ${who}, '${bidang}', ${sejak}, ${sampai}, 0, 'Uji', 'beda', 'beda-isi', '', 'a', 'b' FROM (
         SELECT orang FROM findings.pegawai WHERE instansi_id = ${KUDUS} AND sampai IS NULL AND keadaan = 'berpasangan' ORDER BY 1 LIMIT 2) p`;
    await rowsOf(
      [
        planted('orang', 'uji_sama', 2, '3'),
        `${planted('7', 'uji_pergi', 2, '3')} LIMIT 1`,
        `${planted('orang', 'uji_baru', 3, 'NULL')} LIMIT 1`,
        planted('orang', 'uji_nilai', 2, '3'),
        planted('orang', 'uji_nilai', 3, 'NULL'),
      ].join(';'),
    );
    const { body: changes } = (await kudus.ask('GET', `/api/perubahan/${KUDUS}`)) as Json;
    const { baru, terkoreksi, hilang } = changes.jumlah;
    expect([changes.sejak, baru, terkoreksi + hilang]).toEqual([
      '2025-10-01',
      checked.selisih.baru + 1,
      checked.selisih.tertutup + 3,
    ]);
    expect([terkoreksi >= 2, hilang >= 1]).toEqual([true, true]);
    for (const jenis of ['baru', 'terkoreksi', 'hilang']) {
      const { body: list } = (await kudus.ask('GET', `/api/perubahan/${KUDUS}/selisih?jenis=${jenis}`)) as Json;
      expect([jenis, list.jumlah, list.baris.length]).toEqual([jenis, changes.jumlah[jenis], changes.jumlah[jenis]]);
    }
    await rowsOf("DELETE FROM findings.selisih WHERE bidang LIKE 'uji%'");

    expect((await kudus.ask('POST', `${address}/kembalikan`)).status).toBe(200);
    expect((await settle(kudus, address)).keadaan).toBe('ditarik');
    expect(await rowsOf(present)).toEqual(before);
    const { body: after } = (await kudus.ask('GET', '/api/beranda')) as Json;
    expect(after.neraca).toEqual(home.neraca);
    expect(after.kirimanTerakhir).toEqual(home.kirimanTerakhir);
    expect((await kudus.ask('GET', `/api/perubahan/${KUDUS}`)).body).toEqual({ sejak: null, jumlah: null });
  });

  it('rewrites nobody for a delivery that says the same, and stops what is cancelled', async () => {
    const path = join(sample, deliveryOf(sample, '6410').split('/').at(-1) ?? '');
    writeFileSync(path, `${readFileSync(deliveryOf(sample, '6410'), 'utf8')}\n`);
    const address = await upload(kudus, KUDUS, path, '2025-10-02');
    const checked = await settle(kudus, address);
    const { sekarang } = checked.akibat;
    expect(checked.akibat).toEqual({ sekarang, baru: 0, hilang: 0, berubah: 0, tetap: sekarang, sesudah: sekarang });
    expect(checked.selisih).toMatchObject({ tertutup: 0, baru: 0 });
    expect((await publish(kudus, address, 'Isinya sama dengan sebelumnya')).keadaan).toBe('terbit');
    const [newest] = await rowsOf(`SELECT max(nomor) AS nomor FROM registry.terbitan WHERE instansi_id = ${KUDUS}`);
    const written = await rowsOf(
      `SELECT 1 FROM registry.orang WHERE instansi_id = ${KUDUS} AND ${newest.nomor} IN (sejak, sampai)
       UNION ALL SELECT 1 FROM findings.selisih WHERE instansi_id = ${KUDUS} AND ${newest.nomor} IN (sejak, sampai)
       UNION ALL SELECT 1 FROM findings.pegawai WHERE instansi_id = ${KUDUS} AND ${newest.nomor} IN (sejak, sampai)`,
    );
    expect(written).toEqual([]);
    writeFileSync(path, `${readFileSync(path, 'utf8')}\n`);
    const other = await upload(kudus, KUDUS, path, '2025-10-02');
    expect((await kudus.ask('POST', `${other}/batalkan`)).status).toBe(200);
    expect((await settle(kudus, other)).keadaan).toBe('dibatalkan');
    expect((await kudus.ask('POST', `${other}/terbitkan`, {})).body).toMatchObject({ kode: 'KIRIMAN_KEADAAN' });
  });

  it('shows nobody the rows of another instansi, on any route (A2)', async () => {
    const other = 6471;
    const address = await upload(kudus, KUDUS, deliveryOf(sample, String(other)), '2025-10-01');
    expect((await settle(kudus, address)).baris.diterima).toBeGreaterThan(0);
    const [{ orang }] = await rowsOf(`SELECT orang::text FROM findings.pegawai WHERE instansi_id = ${other} LIMIT 1`);
    const [{ kiriman }] = await rowsOf(
      'SELECT kiriman_id AS kiriman FROM intake.kiriman WHERE instansi_id = 1 LIMIT 1',
    );
    const place = Buffer.from(JSON.stringify([other, '', '0', ''])).toString('base64url');
    for (const url of [
      '/api/selisih',
      `/api/selisih?orang=${orang}`,
      `/api/selisih?sesudah=${place}`,
      '/api/pegawai',
      `/api/pegawai?sesudah=${place}`,
      '/api/cari?q=19',
      '/api/kiriman',
      '/api/beranda/provinsi',
    ]) {
      const { status, text } = await kudus.ask('GET', url);
      expect([url, status]).toEqual([url, 200]);
      expect([url, [...text.matchAll(/"instansi":(\d+)/g)].filter(([, found]) => found !== String(KUDUS))]).toEqual([
        url,
        [],
      ]);
    }
    for (const url of [
      `/api/orang/${other}/${orang}`,
      `/api/orang/${KUDUS}/${orang}`,
      `/api/kiriman/1/${kiriman}`,
      `/api/kiriman/${KUDUS}/${kiriman}`,
      `/api/selisih?instansi=${other}`,
    ])
      expect([url, (await kudus.ask('GET', url)).status]).toEqual([url, 404]);
    const answer = await kudus.ask('POST', `/api/orang/${KUDUS}/${orang}/buka`, {
      bidang: 'nik',
      alasan: 'Coba orang lain',
    });
    expect(answer.status).toBe(404);
  });

  it('leaves no fault behind', () => {
    expect(portal.faults).toEqual([]);
  });
});
