import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase, type Scope, type Transaction } from '#platform';
import { runSql, startTestServer, type TestServer } from '../support/portal-database.ts';
import { report, sized } from '../faults/size.ts';

const OFFICES = Array.from({ length: 36 }, (_, index) => 6401 + index);
const PROVINCE: Scope = { lingkup: 'provinsi' };
const INSERT_AT_6404 = `INSERT INTO intake.kiriman (instansi_id, nama_berkas, sidik_jari, besar_byte)
  VALUES (6404, $1, sha256('baru'), 1)`;
const office = (instansi: number): Scope => ({ lingkup: 'instansi', instansi });

/** `instansi_id` of every delivery that a transaction sees. */
async function seen(transaction: Transaction): Promise<number[]> {
  const rows = await transaction.query<{ instansi_id: number }>('SELECT instansi_id FROM intake.kiriman ORDER BY 1');
  return rows.map((row) => row.instansi_id);
}

describe('isolation of instansi', () => {
  let server: TestServer;
  let url: string;
  let database: Database;

  beforeAll(async () => {
    server = await startTestServer();
    url = await server.createPortalDatabase();
    await runSql(
      url,
      `INSERT INTO identity.instansi SELECT n, 'Instansi ' || n, 'kabupaten' FROM generate_series(6401, 6436) n;
       INSERT INTO intake.kiriman (instansi_id, nama_berkas, sidik_jari, besar_byte)
       SELECT n, 'a.csv', sha256(n::text::bytea), 1 FROM generate_series(6401, 6436) n;`,
    );
    database = openDatabase(url, { connections: 5 });
  });
  afterAll(async () => {
    await database.close();
    await server.stop();
  });

  it('shows an instansi its own rows, and the province all of them', async () => {
    expect(await database.withContext(office(6403), seen)).toEqual([6403]);
    expect(await database.withContext(PROVINCE, seen)).toEqual(OFFICES);
  });

  it('shows no row without a scope, even to the owner of the tables', async () => {
    expect(await runSql(url, 'SET ROLE portal_aplikasi; SELECT 1 FROM intake.kiriman')).toEqual([]);
    await runSql(
      url,
      'CREATE ROLE pemilik NOLOGIN; ALTER TABLE intake.kiriman OWNER TO pemilik; GRANT USAGE ON SCHEMA intake TO pemilik',
    );
    expect(await runSql(url, 'SET ROLE pemilik; SELECT 1 FROM intake.kiriman')).toEqual([]);
  });

  it.each([
    ['an instansi inserts for another', office(6403), INSERT_AT_6404],
    ['an instansi gives its row away', office(6403), 'UPDATE intake.kiriman SET instansi_id = 6404, nama_berkas = $1'],
    ['the province inserts', PROVINCE, INSERT_AT_6404],
    ['rows are deleted', office(6403), 'DELETE FROM intake.kiriman WHERE nama_berkas = $1'],
  ])('refuses that %s', async (_, scope, sql) => {
    await expect(database.withContext(scope, (transaction) => transaction.query(sql, ['x']))).rejects.toThrow(
      /row-level security|permission denied/,
    );
  });

  it.each([office(6403), PROVINCE])('changes nothing of others in scope %o', async (scope) => {
    const sql = "UPDATE intake.kiriman SET nama_berkas = 'b.csv' WHERE instansi_id <> 6403 RETURNING 1";
    expect(await database.withContext(scope, (transaction) => transaction.query(sql))).toEqual([]);
  });

  it('keeps nothing of a transaction that threw, and ends with it (A8)', async () => {
    let kept: Transaction | undefined;
    const work = async (transaction: Transaction): Promise<void> => {
      kept = transaction;
      await transaction.query("UPDATE intake.kiriman SET nama_berkas = 'hilang.csv'");
      throw new Error('batal');
    };
    await expect(database.withContext(office(6403), work)).rejects.toThrow('batal');
    await expect(kept?.query('SELECT 1')).rejects.toThrow('after its end');
    const names = await database.withContext(office(6403), (transaction) =>
      transaction.query('SELECT nama_berkas FROM intake.kiriman'),
    );
    expect(names).toEqual([{ nama_berkas: 'a.csv' }]);
  });

  it.each([0, -1, 1.5, Number.NaN])('opens no scope for the code %s', async (code) => {
    await expect(database.withContext(office(code), seen)).rejects.toThrow('instansi');
  });

  it('gives no foreign row among thousands of answers of 36 users on 5 connections, a fifth of them failing (A7)', async (context) => {
    const wanted = sized(5000, 100_000);
    let answers = 0;
    let foreign = 0;
    const ask = async (turn: number): Promise<void> => {
      const own = OFFICES[(turn * 7) % OFFICES.length] as number;
      const work = async (transaction: Transaction): Promise<void> => {
        for (const code of await seen(transaction)) foreign += code === own ? 0 : 1;
        answers += 1;
        if (turn % 10 === 3) throw new Error('batal');
        if (turn % 10 === 7) await transaction.query('SELECT 1 / 0');
      };
      await database.withContext(office(own), work).catch(() => undefined);
    };
    for (let start = 0; start < wanted; start += 200) {
      await Promise.all(Array.from({ length: 200 }, (_, index) => ask(start + index)));
    }
    expect({ answers, foreign }).toEqual({ answers: wanted, foreign: 0 });
    report(context, {
      uji: 'A7',
      dicoba: 'jawaban pada 5 koneksi, seperlimanya gagal',
      jumlah: answers,
      terlarang: 'baris asing',
      ditemukan: foreign,
    });
  });
});
