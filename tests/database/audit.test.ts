import { constantFrom, integer, sample, tuple } from 'fast-check';
import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatIsoDate } from '#kernel/local-date.ts';
import { dayInWib } from '#kernel/wib.ts';
import {
  checkChains,
  type Database,
  openDatabase,
  publishHead,
  recordEvent,
  type Scope,
  verifyChains,
} from '#platform';
import { runSql, startTestServer, type TestServer } from '../support/portal-database.ts';
import { isLarge, report, sized } from '../faults/size.ts';

const PROVINCE: Scope = { lingkup: 'provinsi' };
const DEMAK: Scope = { lingkup: 'instansi', instansi: 6403 };
const EVENT = { instansi: 6403, pelaku: 'pengelola-1', tindakan: 'kiriman.kirim', sasaran: 'kiriman/1' } as const;
const EVENTS = 40;
/** Chains of the largest look, and events of each: a million and a few. */
const [CHAINS, EVENTS_EACH] = [36, 28_000];

/** What somebody with all rights over the database could do to the trail; `n` is the event that it is done to. */
const TAMPERINGS = {
  'altered text': (n: number) => `UPDATE platform.jejak SET pelaku = pelaku || 'x' WHERE nomor = ${n}`,
  'altered details': (n: number) => `UPDATE platform.jejak SET rincian = '{"baris":2}' WHERE nomor = ${n}`,
  'moved border between texts': (n: number) =>
    `UPDATE platform.jejak SET pelaku = pelaku || ' ' || left(tindakan, 1), tindakan = substr(tindakan, 2) WHERE nomor = ${n}`,
  'altered time': (n: number) =>
    `UPDATE platform.jejak SET waktu = waktu - interval '1 microsecond' WHERE nomor = ${n}`,
  'own hash made right again': (n: number) =>
    `UPDATE platform.jejak SET pelaku = 'x' WHERE nomor = ${n};
     UPDATE platform.jejak j SET sidik_jari = platform.sidik_jejak(j) WHERE nomor = ${n}`,
  deleted: (n: number) => `DELETE FROM platform.jejak WHERE nomor = ${n}`,
  'cut from here on': (n: number) => `DELETE FROM platform.jejak WHERE nomor >= ${n}`,
  'cut with its head': (n: number) =>
    `DELETE FROM platform.jejak WHERE nomor >= ${n};
     UPDATE platform.jejak_kepala k SET nomor = ${n - 1},
       sidik_jari = coalesce((SELECT sidik_jari FROM platform.jejak WHERE nomor = ${n - 1}), '')`,
  'slipped in': (n: number) =>
    `SET LOCAL session_replication_role = replica;
     UPDATE platform.jejak SET nomor = -nomor - 1 WHERE nomor >= ${n};
     INSERT INTO platform.jejak SELECT instansi_id, ${n}, waktu, 'penyusup', tindakan, sasaran, rincian, sidik_jari, sidik_jari
       FROM platform.jejak WHERE nomor = ${n - 1};
     UPDATE platform.jejak j SET sidik_jari = platform.sidik_jejak(j) WHERE nomor = ${n};
     UPDATE platform.jejak SET nomor = -nomor WHERE nomor < 0`,
  'rewritten from here on, with its head': (n: number) =>
    `SET LOCAL session_replication_role = replica;
     UPDATE platform.jejak SET pelaku = 'x' WHERE nomor = ${n};
     DO $$ DECLARE j platform.jejak; lalu bytea := (SELECT sebelum FROM platform.jejak WHERE nomor = ${n}); BEGIN
       FOR j IN SELECT * FROM platform.jejak WHERE nomor >= ${n} ORDER BY nomor LOOP
         j.sebelum := lalu;
         lalu := platform.sidik_jejak(j);
         UPDATE platform.jejak SET sebelum = j.sebelum, sidik_jari = lalu WHERE nomor = j.nomor;
         UPDATE platform.jejak_kepala SET sidik_jari = lalu;
       END LOOP; END $$`,
  'swapped with the next': (n: number) =>
    `UPDATE platform.jejak SET nomor = -1 WHERE nomor = ${n};
     UPDATE platform.jejak SET nomor = ${n} WHERE nomor = ${n + 1};
     UPDATE platform.jejak SET nomor = ${n + 1} WHERE nomor = -1`,
} as const;

describe('audit trail', () => {
  let server: TestServer;
  let url: string;
  let database: Database;

  beforeAll(async () => {
    server = await startTestServer();
    url = await server.createPortalDatabase();
    await runSql(
      url,
      "INSERT INTO identity.instansi VALUES (6403, 'Demak', 'kabupaten'), (6404, 'Grobogan', 'kabupaten')",
    );
    database = openDatabase(url);
    for (let n = 1; n <= EVENTS; n++) {
      await database.withContext(DEMAK, (transaction) =>
        recordEvent(transaction, { ...EVENT, rincian: { baris: n + 2 } }),
      );
    }
    await database.withContext(DEMAK, publishHead);
  });
  afterAll(async () => {
    await database.close();
    await server.stop();
  });

  it('is whole as it was written, and seen by its own instansi and the province only', async () => {
    expect(await database.streamSnapshot(PROVINCE, verifyChains)).toEqual([]);
    const count = (scope: Scope) =>
      database.withContext(scope, (transaction) =>
        transaction.query('SELECT count(*)::integer AS n FROM platform.jejak'),
      );
    expect(await count(DEMAK)).toEqual([{ n: EVENTS }]);
    expect(await count({ lingkup: 'instansi', instansi: 6404 })).toEqual([{ n: 0 }]);
  });

  // at any moment one of them has another day than Jawa Tengah
  it.each(['Etc/GMT+12', 'Pacific/Kiritimati'])(
    'keeps the head of the day in Jawa Tengah on a server in %s',
    async (zone) => {
      await runSql(url, 'DELETE FROM platform.jejak_kepala_harian');
      const days = [dayInWib(new Date())];
      await database.withContext(DEMAK, async (transaction) => {
        await transaction.query(`SET LOCAL TimeZone = '${zone}'`);
        await publishHead(transaction);
      });
      days.push(dayInWib(new Date()));
      const heads = await runSql<{ hari: string }>(
        url,
        'SELECT tanggal::text AS hari FROM platform.jejak_kepala_harian',
      );
      expect(heads).toHaveLength(1);
      expect(days.map(formatIsoDate)).toContain(heads[0]?.hari);
    },
  );

  it('names the event that was tampered with, or a neighbour, whatever was done to it (H2)', async (context) => {
    const kinds = Object.keys(TAMPERINGS) as (keyof typeof TAMPERINGS)[];
    let found = 0;
    const client = new Client({ connectionString: url });
    await client.connect();
    const tamperings = sample(tuple(constantFrom(...kinds), integer({ min: 1, max: EVENTS - 1 })), sized(150, 3000));
    for (const [kind, n] of tamperings) {
      const sql = `BEGIN; ${TAMPERINGS[kind](n)}; SET LOCAL ROLE portal_aplikasi; SET LOCAL app.lingkup = 'provinsi'`;
      const [first] = await brokenAfter(client, sql);
      expect({ kind, n, found: first !== undefined }).toEqual({ kind, n, found: true });
      if (!/^(cut|rewritten)/.test(kind)) expect(Math.abs((first?.nomor ?? 0) - n)).toBeLessThanOrEqual(1);
      found += 1;
    }
    await client.end();
    expect(found).toBe(tamperings.length);
    report(context, {
      uji: 'H2',
      dicoba: 'pengubahan jejak, semuanya ditemukan di tempatnya',
      jumlah: found,
      terlarang: 'tidak ditemukan',
      ditemukan: tamperings.length - found,
    });
  });

  it.each([
    'UPDATE platform.jejak SET pelaku = $1',
    'DELETE FROM platform.jejak WHERE pelaku = $1',
    'TRUNCATE platform.jejak',
    'ALTER TABLE platform.jejak DISABLE TRIGGER ALL',
    'UPDATE platform.jejak_kepala_harian SET nomor = length($1)',
    'DELETE FROM platform.jejak_kepala_harian WHERE length($1) > 0',
    'UPDATE platform.jejak_kepala SET nomor = length($1)',
    'INSERT INTO platform.jejak (instansi_id, nomor, pelaku, tindakan, sasaran) VALUES (6403, 1, $1, $1, $1)',
    'INSERT INTO platform.jejak (instansi_id, pelaku, tindakan, sasaran) VALUES (6404, $1, $1, $1)',
  ])('cannot be changed by the application: %s (H3)', async (sql) => {
    await expect(
      database.withContext(DEMAK, (transaction) => transaction.query(sql, sql.includes('$1') ? ['x'] : [])),
    ).rejects.toThrow(/permission denied|row-level security|must be owner/);
  });

  it('holds the event exactly when it holds the change, in one order, from many at once', async () => {
    const [before] = await counts();
    const work = (turn: number) =>
      database.withContext(DEMAK, async (transaction) => {
        await recordEvent(transaction, EVENT);
        if (turn % 3 === 0) throw new Error('batal');
      });
    await Promise.allSettled(Array.from({ length: 60 }, (_, turn) => work(turn)));
    const [after] = await counts();
    expect((after?.n ?? 0) - (before?.n ?? 0)).toBe(40);
    expect(await database.streamSnapshot(PROVINCE, verifyChains)).toEqual([]);
  });

  it.runIf(isLarge)(
    'of a million events is looked through at once, without a false alarm (H2, H6)',
    async (context) => {
      const own = await server.createPortalDatabase();
      await runSql(
        own,
        `INSERT INTO identity.instansi SELECT 6400 + n, 'Uji ' || n, 'kabupaten' FROM generate_series(1, ${CHAINS}) n`,
      );
      for (let chain = 1; chain <= CHAINS; chain++)
        await runSql(
          own,
          `INSERT INTO platform.jejak (instansi_id, pelaku, tindakan, sasaran, rincian)
         SELECT ${6400 + chain}, 'pengelola-' || n % 40, 'pegawai.lihat', 'orang/' || n, jsonb_build_object('baris', n)
         FROM generate_series(1, ${EVENTS_EACH}) n`,
        );
      const large = openDatabase(own);
      const [start, busy] = [performance.now(), process.cpuUsage()];
      const { peristiwa, rantai, putus } = await large.streamSnapshot(PROVINCE, checkChains);
      const rate = Math.floor(peristiwa / ((performance.now() - start) / 1000));
      const { user, system } = process.cpuUsage(busy);
      const ratePerCore = Math.floor(peristiwa / ((user + system) / 1_000_000));
      await large.close();
      expect({ peristiwa, rantai, putus }).toEqual({ peristiwa: CHAINS * EVENTS_EACH, rantai: CHAINS, putus: [] });
      report(context, {
        uji: 'H2, H6',
        dicoba: `peristiwa utuh diperiksa, ${rate} sedetik, ${ratePerCore} sedetik prosesor (janji: 200000)`,
        jumlah: peristiwa,
        terlarang: 'alarm palsu',
        ditemukan: putus.length,
      });
    },
  );

  // Last: what is tampered with above is found by its number alone.
  it('is read back as it is hashed, whatever its texts hold', async () => {
    const texts = ['biasa', 'Wróbel ñ €', '😀 dua', 'kutip \' " \\ baris\nbaru', ' tepi ', 'x'.repeat(9000)];
    for (const text of texts)
      await database.withContext({ lingkup: 'instansi', instansi: 6404 }, (transaction) =>
        recordEvent(transaction, {
          instansi: 6404,
          pelaku: text,
          tindakan: text,
          sasaran: text,
          rincian: { [text]: text, angka: 1.5, benar: true },
        }),
      );
    const outcome = await database.streamSnapshot({ lingkup: 'instansi', instansi: 6404 }, checkChains);
    expect(outcome).toEqual({ peristiwa: texts.length, rantai: 1, putus: [] });
  });

  const counts = () =>
    database.withContext(DEMAK, (transaction) =>
      transaction.query<{ n: number }>('SELECT count(*)::integer AS n FROM platform.jejak'),
    );
});

/** Runs statements and then the check in one transaction, which is not kept. */
async function brokenAfter(client: Client, sql: string) {
  try {
    await client.query(sql);
    return await verifyChains({
      query: async (text) => (await client.query(text)).rows,
      copyOut: (text) => client.query(copyTo(`COPY (${text}) TO STDOUT (FORMAT binary)`)),
    });
  } finally {
    await client.query('ROLLBACK');
  }
}
