import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatIsoDate } from '#kernel/local-date.ts';
import { dayInWib } from '#kernel/wib.ts';
import { recordEvent } from '#platform';
import { runSql, startTestServer, type TestServer } from '../support/portal-database.ts';
import { type Browser, openTestPortal, type TestPortal } from '../support/portal-http.ts';

interface Page {
  readonly peristiwa: readonly { tindakan: string; namaPelaku: string | null; instansi: number; nomor: number }[];
  readonly lanjut: string | null;
}

describe('the audit trail, asked over HTTP', () => {
  let postgres: TestServer;
  let portal: TestPortal;
  let auditor: Browser;
  beforeAll(async () => {
    postgres = await startTestServer();
    portal = await openTestPortal(postgres);
    await portal.signIn('pengelola.kudus');
    auditor = await portal.signIn('auditor.provinsi');
  });
  afterAll(async () => {
    expect(portal.faults).toEqual([]);
    await portal.close();
    await postgres.stop();
  });
  const search = async (query: string) => (await auditor.ask('GET', `/api/audit?${query}`)).body as Page;
  const look = (instansi: number, pelaku: string, orang: string, times = 1) =>
    portal.database.withContext({ lingkup: 'instansi', instansi }, async (transaction) => {
      for (let turn = 0; turn < times; turn++) {
        await recordEvent(transaction, { instansi, pelaku, tindakan: 'orang.lihat', sasaran: `orang/${orang}` });
      }
    });

  it('is found by person, action and instansi, with the name of who did it', async () => {
    expect(await search('pelaku=pengelola.kudus&tindakan=masuk')).toMatchObject({
      peristiwa: [{ tindakan: 'masuk', instansi: 6410, namaPelaku: 'Pengelola Contoh' }],
    });
    expect((await search('instansi=6403')).peristiwa).toEqual([]);
    expect((await search('sampai=2020-01-01')).peristiwa).toEqual([]);
    expect((await search('tindakan=mas')).peristiwa).toEqual([]);
    const day = formatIsoDate(dayInWib(new Date()));
    expect((await search(`dari=${day}&sampai=${day}&pelaku=pengelola.kudus`)).peristiwa).toHaveLength(1);
  });

  it('is given whole, page by page, in one order', async () => {
    await look(6410, 'uji', '7', 230);
    const numbers: number[] = [];
    let cursor = '';
    for (let page = 0; page < 4; page++) {
      const { peristiwa, lanjut } = await search(`sasaran=orang${cursor}`);
      numbers.push(...peristiwa.map(({ nomor }) => nomor));
      if (lanjut === null) break;
      cursor = `&sesudah=${lanjut}`;
    }
    expect(numbers).toHaveLength(230);
    expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => b - a));
  });

  it('tells a pegawai who looked at the own record, and of nobody else', async () => {
    await runSql(portal.url, "UPDATE identity.pengguna SET orang = '12' WHERE nama_pengguna = 'pegawai.kudus'");
    const [user] = await runSql<{ id: string }>(
      portal.url,
      "SELECT pengguna_id AS id FROM identity.pengguna WHERE nama_pengguna = 'pengelola.kudus'",
    );
    const [other] = await runSql<{ id: string }>(
      portal.url,
      "SELECT pengguna_id AS id FROM identity.pengguna WHERE nama_pengguna = 'petugas.bkn'",
    );
    await look(6410, user?.id ?? '', '12');
    await look(6410, other?.id ?? '', '12');
    await look(6410, user?.id ?? '', '123');
    const reply = await (await portal.signIn('pegawai.kudus')).ask('GET', '/api/saya/dilihat');
    expect(reply.body).toMatchObject({
      dilihat: [
        { nama: null, namaInstansi: 'Badan Kepegawaian Negara' },
        { nama: 'Pengelola Contoh', tindakan: 'orang.lihat' },
      ],
      lanjut: null,
    });
    expect((await (await portal.signIn('pengelola.kudus')).ask('GET', '/api/saya/dilihat')).body).toEqual({
      dilihat: [],
      lanjut: null,
    });
  });

  it('is checked on demand, which leaves an event, and the place of a break is named (H2)', async () => {
    expect((await auditor.ask('GET', '/api/audit/periksa')).body).toMatchObject({ putus: [] });
    expect((await search('tindakan=audit.periksa')).peristiwa).toHaveLength(1);
    await runSql(portal.url, "UPDATE platform.jejak SET tindakan = 'x' WHERE instansi_id = 6410 AND nomor = 5");
    expect((await auditor.ask('GET', '/api/audit/periksa')).body).toMatchObject({
      putus: [{ instansi: 6410, nomor: 5, sebab: 'isi berubah' }],
    });
  });
});
