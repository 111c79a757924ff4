import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { BKN_INSTANSI, SAMPLE_PASSWORD } from '#identity';
import { migrate, openDatabase } from '#platform';
import { composePortal } from '../../src/app/server.ts';
import { readSettings } from '../../src/app/settings.ts';
import { MIGRATIONS, runSql } from '../support/portal-database.ts';

export interface CrashBase {
  /** Of the superuser. */
  readonly url: string;
  /** Name of the database that is made, and that rounds are copied from. */
  readonly database: string;
  readonly files: string;
  /** Sample deliveries. */
  readonly sample: string;
  readonly instansi: number;
}

/** Slows the statements of a publication down, so that a kill has a middle to meet. */
const SLOW = `CREATE FUNCTION public.lambat() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(0.15); RETURN NEW; END';
  CREATE TRIGGER lambat BEFORE INSERT ON registry.terbitan FOR EACH ROW EXECUTE FUNCTION public.lambat();
  CREATE TRIGGER lambat BEFORE INSERT ON findings.angka FOR EACH ROW EXECUTE FUNCTION public.lambat();`;

/** A portal in which BKN and one Simpeg are published. Returns the cookie of a pengelola of that instansi, good in every copy. */
export async function fillForCrashes({ url, database: name, files, sample, instansi }: CrashBase): Promise<string> {
  await runSql(url, `CREATE DATABASE ${name}`);
  const own = url.replace(/\/postgres$/, `/${name}`);
  const migrated = await migrate(own, MIGRATIONS);
  if (!migrated.ok) throw new Error(migrated.error.code);
  mkdirSync(files, { recursive: true });
  const database = openDatabase(own);
  const server = await composePortal({ ...readSettings({}), database, folder: tmpdir(), files, say: () => undefined });
  const send = async (namaPengguna: string, of: number, path: string): Promise<string> => {
    const entered = await server.inject({
      method: 'POST',
      url: '/api/masuk',
      payload: { namaPengguna, sandi: SAMPLE_PASSWORD },
    });
    const cookie = String(entered.headers['set-cookie']).split(';')[0] ?? '';
    const ask = async (method: 'GET' | 'POST' | 'PATCH', path_: string, payload?: object, headers = {}) =>
      (
        await server.inject({ method, url: path_, headers: { cookie, ...headers }, ...(payload ? { payload } : {}) })
      ).json<Record<string, string>>();
    const bytes = readFileSync(path);
    const sidikJari = createHash('sha256').update(bytes).digest('hex');
    const { kiriman } = await ask('POST', '/api/kiriman', {
      namaBerkas: 'a.csv',
      besarByte: bytes.length,
      sidikJari,
      per: '2025-10-01',
    });
    const address = `/api/kiriman/${of}/${kiriman}`;
    await ask('PATCH', `${address}/isi`, bytes, { 'content-type': 'application/octet-stream', 'unggah-letak': '0' });
    const until = async (wanted: string): Promise<void> => {
      for (;;) {
        const { keadaan, pesan } = await ask('GET', address);
        if (keadaan === wanted) return;
        if (keadaan === 'ditolak') throw new Error(pesan);
        await wait(50);
      }
    };
    await until('diperiksa');
    await ask('POST', `${address}/terbitkan`, { alasan: 'Kiriman pertama dalam uji' });
    await until('terbit');
    return cookie;
  };
  await send('petugas.bkn', BKN_INSTANSI, join(sample, 'bkn.csv'));
  const simpeg = join(sample, 'simpeg');
  const first = readdirSync(simpeg).find((each) => each.startsWith(`${instansi}.`)) ?? '';
  const cookie = await send('pengelola.kudus', instansi, join(simpeg, first));
  await server.close();
  await database.close();
  await runSql(own, SLOW);
  return cookie;
}
