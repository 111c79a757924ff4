import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addJob, type ClaimedJob, type Database, endJob, findJobs, openDatabase, startJobWorker } from '#platform';
import { claimJob } from '../../src/platform/jobs/jobs.ts';
import { countQueue } from '../../src/platform/jobs/queue.ts';
import { runSql, startTestServer, type TestServer } from '../support/portal-database.ts';

const KUDUS = 6410;
const KINDS = ['dulu', 'kemudian', 'biasa', 'racun'];
const OWN = { lingkup: 'instansi', instansi: KUDUS } as const;
const idOf = (n: number): string => `00000000-0000-4000-8000-00000000000${n}`;

describe('jobs', () => {
  let server: TestServer;
  let url: string;
  let database: Database;
  beforeAll(async () => {
    server = await startTestServer();
    url = await server.createPortalDatabase();
    await runSql(url, `INSERT INTO identity.instansi VALUES (${KUDUS}, 'Kudus', 'kabupaten')`);
    database = openDatabase(url);
  });
  afterAll(async () => {
    await database?.close();
    await server?.stop();
  });
  beforeEach(() => runSql(url, 'DELETE FROM platform.pekerjaan'));

  const add = async (jenis: string, n = 1): Promise<string> =>
    database.withContext(OWN, (transaction) =>
      addJob(transaction, { instansi: KUDUS, jenis, sasaran: idOf(n), oleh: 'uji' }),
    );
  const states = async (): Promise<readonly string[]> =>
    (
      await runSql<{ s: string }>(url, "SELECT jenis || ' ' || keadaan AS s FROM platform.pekerjaan ORDER BY nomor")
    ).map(({ s }) => s);

  /** Works until nothing waits; what each kind does, and whether it ends, the test says. */
  async function work(handlers: Readonly<Record<string, (job: ClaimedJob) => void>>): Promise<readonly unknown[]> {
    const faults: unknown[] = [];
    const worker = startJobWorker({
      database,
      handlers: Object.fromEntries(
        Object.entries(handlers).map(([jenis, handle]) => [
          jenis,
          async (job: ClaimedJob) => {
            handle(job);
            await database.withContext(OWN, (transaction) => endJob(transaction, job, 'selesai'));
          },
        ]),
      ),
      onEnded: async () => Promise.resolve(),
      onFault: (error) => void faults.push(error),
      poll: 5,
      rest: 5,
    });
    await worker.idle();
    await worker.stop();
    return faults;
  }

  it('that break three times are put aside with their reason, and the others go on (E8)', async () => {
    await add('racun', 1);
    await add('biasa', 2);
    const faults = await work({
      racun: () => {
        throw new Error('broken');
      },
      biasa: () => undefined,
    });
    expect(await states()).toEqual(['racun gagal', 'biasa selesai']);
    expect(faults).toHaveLength(3);
    const [view] = (await database.withContext(OWN, (transaction) => findJobs(transaction, KUDUS, [idOf(1)]))).values();
    expect(view?.pesan).toMatch(/sudah dicoba tiga kali/);
  });

  it.each(['ENOSPC', '53100'])('go on by themselves after a disk was full for long, told by %s (E5)', async (code) => {
    await add('biasa');
    let tries = 0;
    await work({
      biasa: () => {
        tries += 1;
        if (tries < 8) throw Object.assign(new Error('no room'), { code });
      },
    });
    expect([tries, await states()]).toEqual([8, ['biasa selesai']]);
  });

  it('are not held by a worker that is gone when the clock is set back (E6)', async () => {
    await add('biasa');
    const taken = await claimJob(database, KINDS);
    await runSql(url, "UPDATE platform.pekerjaan SET sewa_sampai = now() + interval '2 hours'");
    expect(await countQueue(database)).toMatchObject({ menunggu: 1, berjalan: 0 });
    const again = await claimJob(database, KINDS);
    expect(again?.percobaan).toBe(2);
    // Whoever had it before changes nothing more.
    await expect(
      database.withContext(OWN, (transaction) => endJob(transaction, taken as ClaimedJob, 'selesai')),
    ).rejects.toThrow();
    expect(await claimJob(database, KINDS)).toBeUndefined();
  });

  it('are done, and shown, in the order in which they were asked for, whatever the clock says (E6)', async () => {
    await add('dulu');
    await add('kemudian');
    await runSql(
      url,
      "UPDATE platform.pekerjaan SET dibuat_pada = now() - interval '2 hours' WHERE jenis = 'kemudian'",
    );
    const [newest] = (
      await database.withContext(OWN, (transaction) => findJobs(transaction, KUDUS, [idOf(1)]))
    ).values();
    expect(newest?.jenis).toBe('kemudian');
    expect((await claimJob(database, KINDS))?.jenis).toBe('dulu');
  });
});
