import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sweepExports } from '#findings';
import { exportAnswer, exportLink, jobList, type JobRow } from '#findings/contract';
import { runSql, startTestServer, type TestServer } from '../support/portal-database.ts';
import { openTestPortal } from '../support/portal-http.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';
import { isLarge, report } from './size.ts';

const PROVINCE = 6400;
/** Of each of 36 instansi: 400,000 and a few in all. */
const PEOPLE = 11_120;
const TOTAL = PEOPLE * 36;
/** Each searches, and then thinks. */
const READERS = 500;
const THINKING_MS = 10_000;
/** Of the server while it exports. */
const MOST_MEGABYTES = 300;
const HOUR = 3_600_000;
/** Names are made of these; a search finds one of 280. */
const FIRST =
  'SITI BUDI ENDANG SUPARDI AMINAH TRI ISTI JOKO WAHYU RATNA AGUS DEWI EKO FITRI HADI INDAH KUSUMA LESTARI MULYONO NUR'.split(
    ' ',
  );
const LAST =
  'WIJAYANTI PURWANTI RAHAYU SANTOSO HIDAYAT UTAMI PRASETYO SUSANTI NUGROHO HANDAYANI SAPUTRA WULANDARI KURNIAWAN SARI'.split(
    ' ',
  );
const REASON = 'Uji ekspor seluruh pegawai';

const arrayOf = (texts: readonly string[]): string => `ARRAY['${texts.join("','")}']`;

describe.runIf(isLarge)('an export of everybody', { timeout: 900_000 }, () => {
  let files = '';
  let postgres: TestServer;
  let url: string;
  let server: ServerProcess;
  let province: string;
  let auditor: string;

  beforeAll(async () => {
    files = mkdtempSync(join(tmpdir(), 'uji-ekspor-besar-'));
    postgres = await startTestServer();
    const portal = await openTestPortal(postgres);
    ({ url } = portal);
    await portal.close();
    await runSql(
      url,
      `CREATE TEMP TABLE semua AS SELECT instansi_id AS i, n, (instansi_id * 100000::bigint + n) AS orang
         FROM identity.instansi, generate_series(1, ${PEOPLE}) n WHERE jenis <> 'bkn';
       INSERT INTO intake.kiriman (instansi_id, kiriman_id, nama_berkas, sidik_jari, besar_byte, keadaan, pengirim, per)
         SELECT instansi_id, gen_random_uuid(), 'a.csv', sha256(instansi_id::text::bytea), 9, 'terbit', 'uji', '2025-10-01'
         FROM identity.instansi WHERE jenis <> 'bkn';
       INSERT INTO registry.terbitan (instansi_id, nomor, kiriman_simpeg, simpeg_per, bkn_per, susunan, bidang_simpeg, bidang_bkn, oleh)
         SELECT instansi_id, 1, kiriman_id, '2025-10-01', '2025-10-01', '{nip,nama}', '{nip,nama}', '{nip,nama}', 'uji' FROM intake.kiriman;
       INSERT INTO findings.pegawai SELECT i, orang, 1, NULL, n, '1980010120100' || lpad(n::text, 5, '0'), '',
         (${arrayOf(FIRST)})[1 + n % ${FIRST.length}] || ' ' || (${arrayOf(LAST)})[1 + n / ${FIRST.length} % ${LAST.length}], '33',
         'Guru Ahli Muda', 'SD Negeri ' || n % 50, 'berpasangan', 'nip', '', 0 FROM semua;
       INSERT INTO findings.angka SELECT DISTINCT i, 1, ${PEOPLE}, ${PEOPLE}, ${PEOPLE}, ${PEOPLE}, 0, 0, 0, 0, '{}'::jsonb, '[]'::jsonb FROM semua;
       UPDATE identity.pengguna SET totp_aktif = true WHERE instansi_id = ${PROVINCE};
       ANALYZE`,
    );
    [province, auditor] = [await enter('admin.provinsi'), await enter('auditor.provinsi')];
    server = await startServerProcess({ databaseUrl: url, folder: files });
  }, 600_000);
  afterAll(async () => {
    await server?.stop();
    await postgres?.stop();
    if (files !== '') rmSync(files, { recursive: true, force: true });
  });

  /** The cookie of a user who is let in without a password. */
  async function enter(nama: string): Promise<string> {
    const token = `${PROVINCE}.${randomBytes(32).toString('base64url')}`;
    const hash = createHash('sha256').update(token).digest('hex');
    await runSql(
      url,
      `INSERT INTO identity.sesi (instansi_id, sidik_jari, pengguna_id, jenis, alamat, peramban, berakhir_pada)
       SELECT instansi_id, decode('${hash}', 'hex'), pengguna_id, 'sesi', '127.0.0.1', 'uji', now() + interval '1 hour'
       FROM identity.pengguna WHERE nama_pengguna = '${nama}'`,
    );
    return `sesi=${token}`;
  }

  const folder = (): readonly string[] => (existsSync(join(files, 'ekspor')) ? readdirSync(join(files, 'ekspor')) : []);
  const written = (): number => folder().reduce((sum, name) => sum + statSync(join(files, 'ekspor', name)).size, 0);
  const read = async (path: string, cookie: string): Promise<Response> =>
    fetch(`${server.address}${path}`, { headers: { cookie } });
  /** As pages do, again where the portal is too busy for it. */
  async function patiently(send: () => Promise<Response>): Promise<Response> {
    for (;;) {
      const reply = await send();
      if (reply.status !== 503) return reply;
      await wait(500);
    }
  }
  const ask = async (path: string, cookie = province): Promise<Response> => patiently(async () => read(path, cookie));
  const post = async (path: string, cookie = province, body?: object): Promise<Response> =>
    patiently(async () =>
      fetch(`${server.address}${path}`, {
        method: 'POST',
        headers: { cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
        ...(body ? { body: JSON.stringify(body) } : {}),
      }),
    );

  /** Asks for everybody; gives the number of the export. */
  async function begin(): Promise<string> {
    const reply = await post('/api/pegawai/ekspor', province, { bentuk: 'csv', alasan: REASON });
    if (reply.status !== 200) throw new Error(await reply.text());
    const answer = exportAnswer.parse(await reply.json());
    if (answer.keadaan !== 'disusun') throw new Error('Many rows were written while the browser waited');
    expect(answer.baris).toBe(TOTAL);
    return answer.ekspor;
  }

  /** Looks, as the page does, until the job is so. */
  async function until(ekspor: string, isSo: (job: JobRow) => boolean): Promise<JobRow> {
    for (;;) {
      const { berjalan, kabar } = jobList.parse(await (await ask('/api/pekerjaan')).json());
      const job = [...berjalan, ...kabar].find(({ sasaran }) => sasaran === ekspor);
      if (job && isSo(job)) return job;
      if (job?.keadaan === 'gagal') throw new Error(job.pesan ?? '');
      await wait(100);
    }
  }
  const isDone = ({ keadaan }: JobRow): boolean => keadaan === 'selesai';
  /** In the middle: some of the rows are in the file. */
  const isWriting = ({ keadaan, selesai }: JobRow): boolean =>
    keadaan === 'berjalan' && selesai > 0 && selesai < TOTAL / 2 && written() > 0;

  async function linkTo(ekspor: string): Promise<string> {
    const reply = await post(`/api/ekspor/${ekspor}/tautan`);
    expect(reply.status).toBe(200);
    return exportLink.parse(await reply.json()).tautan;
  }

  async function countLines(link: string): Promise<number> {
    const file = await ask(link);
    expect(file.status).toBe(200);
    let lines = 0;
    for await (const piece of file.body ?? []) lines += (piece as Uint8Array).filter((byte) => byte === 10).length;
    return lines;
  }
  /** Heading, people, and where it came from. */
  const LINES = TOTAL + 2;

  async function untilGone(): Promise<void> {
    for (let turn = 0; turn < 400 && folder().length > 0; turn++) await wait(50);
    expect(folder()).toEqual([]);
  }

  /** The most megabytes that the server's process held since `forgetPeak`. */
  const peak = (): number =>
    Math.ceil(Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]) / 1024);
  const forgetPeak = (): void => writeFileSync(`/proc/${server.pid}/clear_refs`, '5');

  it('is streamed while others read, fetched once by who asked, and gone when it was (X3)', async (context) => {
    // The first search after a publication reads the names of all; that is not the export's.
    expect((await ask('/api/cari?q=SITI')).status).toBe(200);
    forgetPeak();
    const before = peak();
    const done = new AbortController();
    const answers = new Map<number, number>();
    const think = async (ms: number): Promise<unknown> =>
      wait(ms, undefined, { signal: done.signal }).catch(() => undefined);
    const look = async (n: number): Promise<void> => {
      await think((n * THINKING_MS) / READERS);
      while (!done.signal.aborted) {
        const { status } = await read(`/api/cari?q=${FIRST[n % FIRST.length]} ${LAST[n % LAST.length]}`, province);
        answers.set(status, (answers.get(status) ?? 0) + 1);
        await think(THINKING_MS);
      }
    };
    const start = performance.now();
    const ekspor = await begin();
    const reading = Promise.all(Array.from({ length: READERS }, async (_, n) => look(n)));
    // One that fails is told of below.
    reading.catch(() => undefined);
    await until(ekspor, isDone);
    const seconds = Math.ceil((performance.now() - start) / 1000);
    expect((await post(`/api/ekspor/${ekspor}/tautan`, auditor)).status).toBe(404);
    const link = await linkTo(ekspor);
    expect((await ask(link, auditor)).status).toBe(404);
    expect(await countLines(link)).toBe(LINES);
    done.abort();
    await reading;
    expect((await ask(link)).status).toBe(404);
    expect((await post(`/api/ekspor/${ekspor}/tautan`)).status).toBe(404);
    await untilGone();
    // A machine that has other work may be too busy for some of them; nobody is answered otherwise.
    expect([...answers.keys()].filter((status) => status !== 200 && status !== 503)).toEqual([]);
    const [events] = await runSql<{ instansi: number; baris: number }>(
      url,
      `SELECT count(DISTINCT instansi_id)::integer AS instansi, sum((rincian->>'baris')::integer)::integer AS baris
       FROM platform.jejak WHERE sasaran = 'ekspor/${ekspor}' AND tindakan = 'ekspor.buat'`,
    );
    expect(events).toEqual({ instansi: 36, baris: TOTAL });
    report(context, {
      uji: 'X3',
      dicoba: `baris diekspor dalam ${seconds} detik sambil ${READERS} orang membaca (${answers.get(200) ?? 0} jawaban, ${answers.get(503) ?? 0} diminta mengulang); proses ${before} lalu ${peak()} MB`,
      jumlah: TOTAL,
      terlarang: `lebih dari ${MOST_MEGABYTES} MB`,
      ditemukan: peak() > MOST_MEGABYTES ? 1 : 0,
    });
  });

  it('stops where it is cancelled in the middle, by nobody else, and leaves no file (X3)', async () => {
    const ekspor = await begin();
    await until(ekspor, isWriting);
    expect((await post(`/api/ekspor/${ekspor}/batalkan`, auditor)).status).toBe(404);
    expect((await post(`/api/ekspor/${ekspor}/batalkan`)).status).toBe(204);
    await until(ekspor, ({ keadaan }) => keadaan === 'dibatalkan');
    await untilGone();
    expect((await post(`/api/ekspor/${ekspor}/tautan`)).status).toBe(404);
    expect(await runSql(url, 'SELECT 1 FROM findings.ekspor WHERE permintaan IS NOT NULL')).toEqual([]);
    expect((await ask('/healthz')).status).toBe(200);
  });

  it('is written anew and whole where the server was killed while it wrote (X3, E1)', async () => {
    const ekspor = await begin();
    await until(ekspor, isWriting);
    server.crash();
    // A minute passes: nobody is heard of who held the job.
    await runSql(url, "UPDATE platform.pekerjaan SET sewa_sampai = now() WHERE keadaan = 'berjalan'");
    server = await startServerProcess({ databaseUrl: url, folder: files });
    await until(ekspor, isDone);
    expect(await countLines(await linkTo(ekspor))).toBe(LINES);
    await untilGone();
  });

  it('waits for its asker for some hours, and its file goes when nobody came (X3)', async () => {
    const ekspor = await begin();
    await until(ekspor, isDone);
    const link = await linkTo(ekspor);
    expect(sweepExports(files, Date.now() + 3 * HOUR)).toBe(0);
    await runSql(
      url,
      `UPDATE findings.ekspor SET berakhir_pada = now() - interval '1 second' WHERE ekspor_id = '${ekspor}'`,
    );
    expect((await ask(link)).status).toBe(404);
    // A new link may be had until the file itself goes.
    const again = await linkTo(ekspor);
    await runSql(
      url,
      `UPDATE findings.ekspor SET berakhir_pada = now(), siap_sampai = now() WHERE ekspor_id = '${ekspor}'`,
    );
    expect([(await ask(again)).status, (await post(`/api/ekspor/${ekspor}/tautan`)).status]).toEqual([404, 404]);
    expect(sweepExports(files, Date.now() + 5 * HOUR)).toBe(1);
    expect(folder()).toEqual([]);
  });
});
