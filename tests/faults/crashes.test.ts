import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrokenLink, openDatabase, verifyChains } from '#platform';
import { generateSampleData } from '#sample-data';
import { parseIsoDate } from '#kernel/local-date.ts';
import { runSql } from '../support/portal-database.ts';
import { type DurablePostgres, startDurablePostgres } from './durable-postgres.ts';
import { fillForCrashes } from './crash-base.ts';
import { type Moment, sendThroughCrashes, type Sent } from './sender.ts';
import { startServerProcess } from './server-process.ts';
import { dice, isLarge, report, sized } from './size.ts';

const KUDUS = 6410;
const BASE = 'dasar';

const VICTIMS = ['server', 'anak', 'koneksi', 'basis-data'] as const;
type Victim = (typeof VICTIMS)[number];

/** Who is killed, at which moment of a delivery, and how many milliseconds into it. */
interface Kill {
  readonly victim: Victim;
  readonly at: Moment;
  readonly after: number;
}

/** In every run: one delivery, in which each of them dies once. */
const SMALL: readonly Kill[] = [
  { victim: 'server', at: 'bagian', after: 5 },
  { victim: 'anak', at: 'memeriksa', after: 150 },
  { victim: 'koneksi', at: 'menerbitkan', after: 100 },
  { victim: 'basis-data', at: 'minta-kembali', after: 10 },
];

const MOMENTS: readonly Moment[] = [
  'buka',
  'bagian',
  'bagian-akhir',
  'diterima',
  'memeriksa',
  'diperiksa',
  'minta-terbit',
  'menerbitkan',
  'minta-kembali',
  'terbit',
];

/** Each victim at each moment, and then at random ones. */
function largeRounds(): readonly (readonly Kill[])[] {
  const roll = dice(4);
  const all = VICTIMS.flatMap((victim) => MOMENTS.map((at) => [{ victim, at, after: roll(120) }]));
  for (let more = 0; more < 20; more++)
    all.push([{ victim: VICTIMS[roll(4)] ?? 'server', at: MOMENTS[roll(10)] ?? 'buka', after: roll(900) }]);
  return all;
}

const LEASE_ENDS = "UPDATE platform.pekerjaan SET sewa_sampai = now() WHERE keadaan = 'berjalan'";

/** Asks the database again while it recovers, which on a machine with other work takes long. */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let turn = 0; turn < 1200; turn++) {
    try {
      return await ask();
    } catch {
      await wait(100);
    }
  }
  throw new Error('The database stayed away');
}

describe('a delivery while things are killed', { timeout: isLarge ? 3_000_000 : 600_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'uji-mati-'));
  const files = join(folder, 'berkas');
  let postgres: DurablePostgres;
  let cookie: string;
  let file: string;
  let round = 0;

  beforeAll(async () => {
    const per = parseIsoDate('2025-10-01');
    if (per === undefined) throw new Error('No such day');
    const sample = join(folder, 'contoh');
    await generateSampleData(
      { pegawai: 500, benih: 'mati', per, keluar: sample, kiriman: 1, wadah: 'csv', instansi: [String(KUDUS)] },
      () => undefined,
    );
    postgres = await startDurablePostgres();
    cookie = await fillForCrashes({ url: postgres.url, database: BASE, files, sample, instansi: KUDUS });
    const later = join(sample, 'kiriman', '2025-11', 'simpeg');
    file = join(later, readdirSync(later).find((name) => name.startsWith(`${KUDUS}.`)) ?? '');
  }, 600_000);
  afterAll(async () => {
    await postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** What everybody sees of an instansi, apart from the numbers of publications. */
  const PRESENT = `SELECT md5(string_agg(isi, E'\\n' ORDER BY isi)) AS sidik, count(*)::integer AS baris FROM (
      SELECT 'o' || sisi || orang || kunci || isi AS isi FROM registry.orang WHERE sampai IS NULL
      UNION ALL SELECT 'p' || orang || sidik FROM findings.pegawai WHERE sampai IS NULL
      UNION ALL SELECT 's' || orang || bidang || sidik FROM findings.selisih WHERE sampai IS NULL) semua`;

  interface Outcome extends Sent {
    readonly killed: number;
    /** What everybody saw while it was published, and after it was taken back. */
    readonly published: string;
    readonly after: string;
    readonly events: Readonly<Record<string, number>>;
    readonly broken: readonly BrokenLink[];
    readonly publications: number;
    readonly partials: readonly string[];
    readonly again: string;
  }

  /** One delivery in a copy of the base, through the kills of one round; `isWaiting` lets leases run out by themselves. */
  async function play(kills: readonly Kill[], isWaiting = false): Promise<Outcome> {
    round += 1;
    const name = `babak_${round}`;
    await runSql(postgres.url, `CREATE DATABASE ${name} TEMPLATE ${BASE}`);
    const own = join(folder, name);
    cpSync(files, own, { recursive: true });
    const url = postgres.url.replace(/\/postgres$/, `/${name}`);
    let server = await startServerProcess({ databaseUrl: url, folder: own });
    const port = Number(new URL(server.address).port);
    let published = '';
    let killed = 0;
    let isDown = false;
    let work = Promise.resolve();
    const pending = [...kills];
    const strike = async (kill: Kill): Promise<void> => {
      await wait(kill.after);
      await killNow(kill);
      // A minute passes: nobody is heard of who held a job.
      if (!isWaiting) await patiently(() => runSql(url, LEASE_ENDS));
    };
    const killNow = async ({ victim }: Kill): Promise<void> => {
      if (victim === 'server') {
        isDown = true;
        server.crash();
        killed += 1;
        await wait(100);
        server = await startServerProcess({ databaseUrl: url, folder: own, port });
        isDown = false;
      } else if (victim === 'basis-data') {
        postgres.crash();
        killed += 1;
        await wait(300);
        await postgres.revive();
      } else {
        for (let turn = 0; turn < 40; turn++) {
          const hit = victim === 'anak' ? server.crashChild() : await postgres.crashBackend(name).catch(() => false);
          if (hit) {
            killed += 1;
            return;
          }
          await wait(25);
        }
      }
    };
    const bytes = readFileSync(file);
    const sending = {
      address: () => {
        if (!isDown && !server.isRunning()) throw new Error(`The portal went down: ${server.said.join('')}`);
        return server.address;
      },
      cookie,
      instansi: KUDUS,
      bytes,
      namaBerkas: 'kudus.csv',
      per: '2025-11-01',
    };
    const sent = await sendThroughCrashes({
      ...sending,
      onMoment: async (moment) => {
        if (moment === 'terbit' && published === '') published = await present(url);
        const at = pending.findIndex((kill) => kill.at === moment);
        if (at < 0) return;
        const [kill] = pending.splice(at, 1);
        if (kill) work = work.then(() => strike(kill));
      },
    });
    await work;
    const reply = await fetch(`${server.address}/api/kiriman`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({
        namaBerkas: 'lain.csv',
        besarByte: bytes.length,
        sidikJari: createHash('sha256').update(bytes).digest('hex'),
      }),
    });
    const { kode = '' } = (await reply.json()) as { readonly kode?: string };
    await server.stop();
    const outcome = { ...sent, killed, published, again: kode, ...(await lookAt(url, sent.kiriman, own)) };
    rmSync(own, { recursive: true, force: true });
    return outcome;
  }

  async function present(url: string): Promise<string> {
    const [row] = await patiently(() => runSql<{ sidik: string; baris: number }>(url, PRESENT));
    return `${row?.baris} ${row?.sidik}`;
  }

  async function lookAt(url: string, kiriman: string, own: string) {
    const events = await runSql<{ tindakan: string; n: number }>(
      url,
      `SELECT tindakan, count(*)::integer AS n FROM platform.jejak WHERE sasaran = 'kiriman/${kiriman}' GROUP BY 1`,
    );
    const [publications] = await runSql<{ n: number }>(
      url,
      `SELECT count(*)::integer AS n FROM registry.terbitan WHERE instansi_id = ${KUDUS}`,
    );
    const database = openDatabase(url);
    const broken = await database.streamSnapshot({ lingkup: 'provinsi' }, verifyChains);
    await database.close();
    const unggah = join(own, 'unggah');
    return {
      after: await present(url),
      events: Object.fromEntries(events.map(({ tindakan, n }) => [tindakan, n])),
      publications: publications?.n ?? 0,
      broken,
      partials: existsSync(unggah) ? readdirSync(unggah) : [],
    };
  }

  /** What must hold of every delivery, whatever was killed. */
  function judge(outcome: Outcome, before: string): void {
    const { lost, torn, events, broken, publications, partials, again, after } = outcome;
    expect({ lost, torn, broken, partials, again }).toEqual({
      lost: [],
      torn: [],
      broken: [],
      partials: [],
      again: 'KIRIMAN_SUDAH_ADA',
    });
    expect(events).toEqual({
      'kiriman.kirim': 1,
      'kiriman.periksa': 1,
      'kiriman.terbitkan': 1,
      'kiriman.kembalikan': 1,
    });
    // BKN's, the first of the Simpeg, this one, and its taking back.
    expect(publications).toBe(4);
    expect(after).toBe(before);
  }

  it('keeps what it confirmed, publishes once or not at all, and takes back exactly (E1, E2, E3, B13)', async (context) => {
    const before = await present(postgres.url.replace(/\/postgres$/, `/${BASE}`));
    const rounds = isLarge ? largeRounds() : [SMALL];
    const expected = isLarge ? (await play([])).published : undefined;
    let [points, confirmed, lost, longest] = [0, 0, 0, 0];
    for (const kills of rounds) {
      const outcome = await play(kills);
      judge(outcome, before);
      if (expected !== undefined) expect(outcome.published).toBe(expected);
      points += outcome.killed;
      confirmed += outcome.confirmed;
      lost += outcome.lost.length;
      longest = Math.max(longest, outcome.longestWait);
    }
    expect(points).toBeGreaterThanOrEqual(sized(3, 50));
    report(context, {
      uji: 'E1-E3',
      dicoba: `titik mati, ${confirmed} tulisan dipastikan`,
      jumlah: points,
      terlarang: 'tulisan hilang',
      ditemukan: lost,
    });
  });

  it.runIf(isLarge)('goes on by itself once the lease of the killed worker ran out (E1)', async (context) => {
    const before = await present(postgres.url.replace(/\/postgres$/, `/${BASE}`));
    const outcomes = await Promise.all(
      (['memeriksa', 'menerbitkan', 'terbit'] as const).map((at) => play([{ victim: 'server', at, after: 60 }], true)),
    );
    for (const outcome of outcomes) judge(outcome, before);
    const longest = Math.ceil(Math.max(...outcomes.map(({ longestWait }) => longestWait)));
    report(context, {
      uji: 'E1',
      dicoba: `pekerjaan dilanjutkan sendiri, terlama ${longest} detik`,
      jumlah: outcomes.length,
      terlarang: 'tidak dilanjutkan',
      ditemukan: 0,
    });
  });
});
