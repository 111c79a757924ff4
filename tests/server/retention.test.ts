import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveInstansi } from '#identity';
import { type Retention, sweepDeliveries } from '#intake';
import { type Database, openDatabase, openObjectFolder } from '#platform';
import { TENANTS } from '../../src/app/tenants.ts';
import { runSql, startTestServer, type TestServer } from '../support/portal-database.ts';

const [KUDUS, DEMAK] = [6410, 6403];
const KEPT: Retention = { unggahan: 7, siap: 30, kiriman: 365 };

describe('files that were kept long enough (P5)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'uji-simpan-'));
  const objects = openObjectFolder(join(folder, 'isi'));
  const files = { folder, objects };
  let postgres: TestServer;
  let database: Database;
  let url: string;
  beforeAll(async () => {
    postgres = await startTestServer();
    url = await postgres.createPortalDatabase();
    database = openDatabase(url);
    await saveInstansi(database, TENANTS);
  });
  afterAll(async () => {
    await database.close();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  let made = 0;
  const idOf = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

  /** A delivery with its file and what was made out of it, `umur` days old. */
  async function deliver(keadaan: string, umur: number, { instansi = KUDUS, isi = `isi ${made}` } = {}) {
    const kiriman = idOf(++made);
    const sidik = Buffer.from(isi.padEnd(32)).toString('hex');
    await runSql(
      url,
      `INSERT INTO intake.kiriman (instansi_id, kiriman_id, nama_berkas, besar_byte, sidik_jari, keadaan, diterima_pada, terbit_pada)
       VALUES (${instansi}, '${kiriman}', 'a.csv', 3, ${keadaan === 'mengunggah' ? 'NULL' : `decode('${sidik}', 'hex')`}, '${keadaan}',
         now() - interval '${umur} days', now() - interval '${umur} days')`,
    );
    const paths = {
      unggah: join(folder, 'unggah', kiriman),
      berkas: join(folder, 'siap', kiriman, 'berkas', 'a.csv'),
      karantina: join(folder, 'siap', kiriman, 'karantina.csv'),
      isi: objects.get(sidik),
    };
    const { unggah, ...whole } = paths;
    for (const path of keadaan === 'mengunggah' ? [unggah] : Object.values(whole)) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, 'isi');
    }
    if (keadaan === 'mengunggah') utimesSync(unggah, 0, Date.now() / 1000 - umur * 86_400);
    return { kiriman, paths };
  }

  const stateOf = async (kiriman: string) =>
    (await runSql<{ keadaan: string }>(url, `SELECT keadaan FROM intake.kiriman WHERE kiriman_id = '${kiriman}'`))[0]
      ?.keadaan;

  it('go: abandoned uploads, what was made of old deliveries, and at last their files, each with an event', async () => {
    const abandoned = await deliver('mengunggah', 8);
    const arriving = await deliver('mengunggah', 6);
    const shown = await deliver('terbit', 2000);
    const before = await deliver('digantikan', 2100);
    const older = await deliver('digantikan', 2200);
    const refused = await deliver('ditolak', 40);
    const shared = await deliver('ditolak', 2300, { instansi: DEMAK, isi: 'sama' });
    const wanted = await deliver('terbit', 1, { instansi: DEMAK, isi: 'sama' });

    expect(await sweepDeliveries(database, files, KEPT)).toEqual({ unggahan: 1, siap: 3, kiriman: 2 });

    expect([await stateOf(abandoned.kiriman), existsSync(abandoned.paths.unggah)]).toEqual(['dibatalkan', false]);
    expect([await stateOf(arriving.kiriman), existsSync(arriving.paths.unggah)]).toEqual(['mengunggah', true]);
    for (const { paths } of [shown, before]) expect([paths.berkas, paths.isi].map(existsSync)).toEqual([true, true]);
    expect([older.paths.berkas, older.paths.karantina, older.paths.isi].map(existsSync)).toEqual([false, false, false]);
    const { paths } = refused;
    expect([paths.berkas, paths.karantina, paths.isi].map(existsSync)).toEqual([false, true, true]);
    expect([existsSync(shared.paths.karantina), existsSync(wanted.paths.isi)]).toEqual([false, true]);
    const events = await runSql(url, 'SELECT sasaran FROM platform.jejak ORDER BY sasaran');
    expect(events).toEqual([abandoned, older, shared].map(({ kiriman }) => ({ sasaran: `kiriman/${kiriman}` })));

    expect(await sweepDeliveries(database, files, KEPT)).toEqual({ unggahan: 0, siap: 0, kiriman: 0 });
  });

  it('stay where they are to be kept for ever', async () => {
    await deliver('ditolak', 30_000);
    expect(await sweepDeliveries(database, files, { unggahan: 0, siap: 0, kiriman: 0 })).toEqual({
      unggahan: 0,
      siap: 0,
      kiriman: 0,
    });
  });
});
