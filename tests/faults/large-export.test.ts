import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sweepExports } from '#findings';
import { runSql, startTestServer, type TestServer } from '../support/portal-database.ts';
import { openTestPortal } from '../support/portal-http.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';
import { isLarge, report } from './size.ts';

const PROVINCE = 6400;
/** Of each of 36 instansi: 400,000 and a few in all. */
const PEOPLE = 11_120;
const TOTAL = PEOPLE * 36;
const READERS = 50;
const MOST_MEGABYTES = 300;
const REASON = 'Uji ekspor seluruh pegawai';

describe.runIf(isLarge)('an export of everybody', { timeout: 900_000 }, () => {
  const files = mkdtempSync(join(tmpdir(), 'uji-ekspor-besar-'));
  let postgres: TestServer;
  let url: string;
  let server: ServerProcess;
  let province: string;
  let auditor: string;

  beforeAll(async () => {
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
       INSERT INTO findings.pegawai SELECT i, orang, 1, NULL, n, '1980010120100' || lpad(n::text, 5, '0'), '', 'Uji Orang ' || n, '33',
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
    rmSync(files, { recursive: true, force: true });
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
  const ask = async (path: string, cookie = province, init: RequestInit = {}): Promise<Response> =>
    fetch(`${server.address}${path}`, { ...init, headers: { cookie, 'content-type': 'application/json' } });
  const make = async (signal?: AbortSignal): Promise<{ tautan: string; baris: number }> => {
    const body = JSON.stringify({ bentuk: 'csv', alasan: REASON });
    const reply = await ask('/api/pegawai/ekspor', province, { method: 'POST', body, ...(signal ? { signal } : {}) });
    if (reply.status !== 200) throw new Error(await reply.text());
    return (await reply.json()) as { tautan: string; baris: number };
  };
  /** The most that the server's process ever held. */
  const peak = (): number =>
    Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]) / 1024;

  it('is streamed while others read, fetched once by who asked, and gone when it was (X3)', async (context) => {
    // The first list after a publication reads the names of all; that is not the export's.
    expect((await ask('/api/pegawai')).status).toBe(200);
    const before = peak();
    const done = new AbortController();
    let answered = 0;
    const failed: number[] = [];
    const reading = Array.from({ length: READERS }, async (_, n) => {
      while (!done.signal.aborted) {
        const { status } = await ask(`/api/cari?q=Orang%20${n}`);
        if (status === 200) answered += 1;
        else failed.push(status);
        await wait(500);
      }
    });
    const made = await make();
    expect(made.baris).toBe(TOTAL);
    expect((await ask(made.tautan, auditor)).status).toBe(404);
    const file = await ask(made.tautan);
    expect(file.status).toBe(200);
    let lines = 0;
    for await (const piece of file.body ?? []) lines += (piece as Uint8Array).filter((byte) => byte === 10).length;
    done.abort();
    await Promise.all(reading);
    // Heading, people, and where it came from.
    expect(lines).toBe(TOTAL + 2);
    expect((await ask(made.tautan)).status).toBe(404);
    expect(folder()).toEqual([]);
    expect(failed).toEqual([]);
    const more = Math.ceil(peak() - before);
    report(context, {
      uji: 'X3',
      dicoba: `baris diekspor sambil ${READERS} orang membaca (${answered} jawaban); proses ${Math.ceil(peak())} MB, bertambah ${more} MB`,
      jumlah: TOTAL,
      terlarang: `lebih dari ${MOST_MEGABYTES} MB untuk ekspor`,
      ditemukan: more > MOST_MEGABYTES ? 1 : 0,
    });
  });

  it('stops where nobody waits any more, and leaves no file (X3)', async () => {
    await expect(make(AbortSignal.timeout(1500))).rejects.toThrow();
    for (let turn = 0; turn < 400 && folder().length > 0; turn++) await wait(50);
    expect(folder()).toEqual([]);
    expect((await ask('/healthz')).status).toBe(200);
  });

  it('cannot be fetched once it expired, and its file goes (X3)', async () => {
    const { tautan } = await make();
    const [name = ''] = folder();
    await runSql(url, "UPDATE findings.ekspor SET berakhir_pada = now() - interval '1 second'");
    expect((await ask(tautan)).status).toBe(404);
    const longAgo = Date.now() / 1000 - 3600;
    utimesSync(join(files, 'ekspor', name), longAgo, longAgo);
    expect(sweepExports(files, Date.now())).toBe(1);
  });
});
