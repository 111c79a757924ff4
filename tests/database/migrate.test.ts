import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate, type Migration } from '#platform';
import { runSql, startTestServer, type TestServer } from '../support/portal-database.ts';

const FIRST: Migration = { nomor: 1, nama: '0001-a.sql', sql: 'CREATE TABLE a (x integer)' };
const SECOND: Migration = { nomor: 2, nama: '0002-b.sql', sql: 'CREATE TABLE b (x integer); INSERT INTO b VALUES (1)' };
const BROKEN: Migration = { nomor: 3, nama: '0003-c.sql', sql: 'CREATE TABLE c (x integer); SELECT 1 / 0' };

describe('migrations', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  it('are applied once, in order, and later ones on top', async () => {
    const url = await server.createDatabase();
    expect(await migrate(url, [FIRST])).toEqual({ ok: true, value: 1 });
    expect(await migrate(url, [FIRST, SECOND])).toEqual({ ok: true, value: 1 });
    expect(await migrate(url, [FIRST, SECOND])).toEqual({ ok: true, value: 0 });
    expect(await runSql(url, 'SELECT x FROM b')).toEqual([{ x: 1 }]);
  });

  it('are applied where a number was kept free, and where it is filled later', async () => {
    const url = await server.createDatabase();
    const late: Migration = { nomor: 2, nama: '0002-z.sql', sql: 'CREATE TABLE z (x integer)' };
    const fourth = { ...SECOND, nomor: 4, nama: '0004-b.sql' };
    expect(await migrate(url, [FIRST, fourth])).toEqual({ ok: true, value: 2 });
    expect(await migrate(url, [FIRST, late, fourth])).toEqual({ ok: true, value: 1 });
    expect(await migrate(url, [FIRST, late, fourth])).toEqual({ ok: true, value: 0 });
  });

  it('are applied once where two programs start together', async () => {
    const url = await server.createDatabase();
    const outcomes = await Promise.all([1, 2, 3].map(() => migrate(url, [FIRST, SECOND])));
    const applied = outcomes.map((outcome) => (outcome.ok ? outcome.value : Number.NaN));
    expect(applied.toSorted((a, b) => a - b)).toEqual([0, 0, 2]);
    expect(await runSql(url, 'SELECT count(*)::integer AS n FROM b')).toEqual([{ n: 1 }]);
  });

  it('leave nothing of one that fails, and all of those before it', async () => {
    const url = await server.createDatabase();
    await expect(migrate(url, [FIRST, SECOND, BROKEN])).rejects.toThrow('0003-c.sql');
    expect(await runSql(url, "SELECT to_regclass('b') IS NOT NULL AS b, to_regclass('c') IS NULL AS c")).toEqual([
      { b: true, c: true },
    ]);
    expect(await migrate(url, [FIRST, SECOND])).toEqual({ ok: true, value: 0 });
  });

  it.each(['before it is written', 'after it, before the end'])(
    'stand whole or not at all where the program or the database is killed %s, and go on later (E9)',
    async (when) => {
      const url = await server.createDatabase();
      const halves = [SECOND.sql, 'SELECT pg_sleep(60)'];
      const slow = { ...SECOND, sql: (when === 'before it is written' ? halves.toReversed() : halves).join('; ') };
      const killed = migrate(url, [FIRST, slow]).then(
        () => 'done',
        () => 'killed',
      );
      const middle = `FROM pg_stat_activity WHERE query LIKE '%pg_sleep(60)%' AND datname = current_database() AND pid <> pg_backend_pid()`;
      while ((await runSql(url, `SELECT 1 ${middle} AND wait_event = 'PgSleep'`)).length === 0) await wait(10);
      // A second portal starts meanwhile, and waits.
      const second = migrate(url, [FIRST, SECOND]);
      await runSql(url, `SELECT pg_terminate_backend(pid) ${middle}`);
      expect(await killed).toBe('killed');
      expect(await second).toEqual({ ok: true, value: 1 });
      expect(await runSql(url, 'SELECT x FROM b')).toEqual([{ x: 1 }]);
      expect(await runSql(url, 'SELECT nomor FROM platform.migrasi ORDER BY 1')).toEqual([{ nomor: 1 }, { nomor: 2 }]);
    },
  );

  it('refuse an edited file and a database that is ahead', async () => {
    const url = await server.createDatabase();
    await migrate(url, [FIRST, SECOND]);
    const edited = { ...SECOND, sql: `${SECOND.sql}; SELECT 1` };
    expect(await migrate(url, [FIRST, edited])).toMatchObject({ ok: false, error: { code: 'MIGRASI_BERUBAH' } });
    expect(await migrate(url, [FIRST])).toMatchObject({ ok: false, error: { code: 'BASIS_LEBIH_BARU' } });
  });
});
