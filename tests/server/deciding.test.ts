import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseIsoDate } from '#kernel/local-date.ts';
import { foldLife } from '#decisions';
import { generateSampleData } from '#sample-data';
import { readCases, readStories } from '../../src/decisions/store.ts';
import { runSql, startTestServer, type TestServer } from '../support/portal-database.ts';
import { type Browser, openTestPortal, type TestPortal } from '../support/portal-http.ts';
import { deliveryOf, type Json, publish, settle, upload } from '../support/send-delivery.ts';

const KUDUS = 6410;

describe('deciding about differences, until the source shows it', { timeout: 120_000 }, () => {
  const sample = mkdtempSync(join(tmpdir(), 'uji-keputusan-'));
  let postgres: TestServer;
  let portal: TestPortal;
  let keeper: Browser;
  let verifier: Browser;
  let bkn: Browser;
  let people: Json[] = [];
  /** What BKN changes at first: the numbers of eight people. */
  const PARTED = Object.fromEntries([...Array(8).keys()].map((at) => [at, `0811${at}${at}${at}7654`]));

  beforeAll(async () => {
    const per = parseIsoDate('2025-10-01');
    if (per === undefined) throw new Error('No such day');
    await generateSampleData(
      { pegawai: 2000, benih: 'keputusan', per, keluar: sample, kiriman: 0, wadah: 'csv', instansi: ['6410', '6471'] },
      () => undefined,
    );
    postgres = await startTestServer();
    portal = await openTestPortal(postgres);
    [keeper, verifier, bkn] = (await Promise.all(
      ['pengelola.kudus', 'verifikator.kudus', 'petugas.bkn'].map((name) => portal.signIn(name)),
    )) as [Browser, Browser, Browser];
    await sendBkn({}, '2025-10-01');
    const own = await upload(keeper, KUDUS, deliveryOf(sample, '6410'), '2025-10-01');
    await settle(keeper, own);
    expect(await publish(keeper, own, 'Kiriman pertama')).toMatchObject({ keadaan: 'terbit' });
    // Telephone numbers on which both sides agree, until BKN changes them; and one birth date.
    people = await rowsOf(
      `SELECT p.orang::text AS orang, p.nip FROM findings.pegawai p JOIN registry.orang o USING (instansi_id, orang)
         JOIN registry.terbitan t ON t.instansi_id = o.instansi_id AND t.nomor = 1
       WHERE p.instansi_id = ${KUDUS} AND p.sampai IS NULL AND p.keadaan = 'berpasangan' AND p.selisih = 0 AND o.sisi = 'bkn'
         AND o.sampai IS NULL AND split_part(o.isi, chr(31), array_position(t.susunan, 'no_hp')) <> '' ORDER BY p.orang LIMIT 9`,
    );
    expect(people).toHaveLength(9);
    await sendBkn(PARTED, '2025-11-01');
  });
  afterAll(async () => {
    expect(portal?.faults ?? []).toEqual([]);
    await portal?.close();
    await postgres?.stop();
    rmSync(sample, { recursive: true, force: true });
  });

  /** BKN's file in which the telephone numbers of some of the people are others, by their places, and one birth date. */
  async function sendBkn(phones: Readonly<Record<number, string>>, per: string): Promise<void> {
    const path = join(sample, `bkn-${per}.csv`);
    const text = readFileSync(join(sample, 'bkn.csv'), 'utf8');
    const cells = Object.entries(phones).map(([at, phone]) => [people[Number(at)].nip, phone]);
    const own = withCells(text, 'NOMOR HP', Object.fromEntries(cells));
    const isFirst = cells.length === 0;
    writeFileSync(path, isFirst ? own : withCells(own, 'TANGGAL LAHIR', { [people[8].nip]: '03-04-1971' }));
    const address = await upload(bkn, 1, path, per);
    await settle(bkn, address);
    expect(await publish(bkn, address, 'Data BKN yang baru')).toMatchObject({ keadaan: 'terbit' });
  }

  const rowsOf = async (sql: string): Promise<Json[]> => [...(await runSql<Json>(portal.url, sql))];
  const present = async (): Promise<number> =>
    (await rowsOf(`SELECT max(nomor) AS nomor FROM registry.terbitan WHERE instansi_id = ${KUDUS}`))[0].nomor;
  const decide = async (body: object, who = keeper) =>
    who.ask('POST', `/api/keputusan/${KUDUS}`, { keputusan: randomUUID(), terbitan: await present(), ...body });
  const casesOf = async (rows: readonly Json[]): Promise<Json[]> => {
    const perkara = rows.map(({ orang, bidang }) => ({ orang, bidang }));
    const { body } = (await keeper.ask('POST', `/api/perkara/${KUDUS}`, { perkara })) as Json;
    return body.perkara;
  };
  const listed = async (filter: string): Promise<Json[]> =>
    ((await keeper.ask('GET', `/api/selisih?${filter}`)) as Json).body.baris;

  it('decides a cause at once but for exceptions, leaves alone what others decided, and takes it back as one', async () => {
    const { body: causes } = (await keeper.ask('GET', '/api/selisih/sebab')) as Json;
    const { sebab } = causes.sebab.find((cause: Json) => cause.bidang === 'no_hp' && cause.selisih === 8);
    const rows = await listed(`sebab=${sebab}`);
    const except = rows[2];
    const pilih = { saringan: { sebab }, kecuali: [{ orang: except.orang, bidang: except.bidang }] };
    const { body: preview } = await keeper.ask('POST', `/api/keputusan/${KUDUS}/pratinjau`, {
      pilih,
      pilihan: 'bkn',
    });
    const terbitan = await present();
    expect(preview).toEqual({
      perkara: rows.length - 1,
      orang: rows.length - 1,
      dilewati: 0,
      menunggu: false,
      terbitan,
    });
    // what was seen in another publication is not decided
    const old = await decide({ pilih, pilihan: 'bkn', terbitan: terbitan - 1 });
    expect([old.status, (old.body as Json).kode]).toEqual([409, 'KEPUTUSAN_DATA_BERGANTI']);
    const keputusan = randomUUID();
    const wish = { keputusan, pilih, pilihan: 'bkn', catatan: 'SK sudah dilihat' };
    expect((await decide(wish)).body).toEqual(preview);
    // C5: the same request again is the same decision
    expect((await decide(wish)).body).toMatchObject({ perkara: rows.length - 1 });
    expect((await casesOf(rows)).map(({ tahap, pilihan }) => [tahap, pilihan])).toEqual(
      rows.map((row) => (row === except ? ['terbuka', null] : ['diputuskan', 'bkn'])),
    );
    const { body: counts } = (await keeper.ask('GET', `/api/perkara/${KUDUS}/hitungan`)) as Json;
    expect(counts.sebab.filter((each: Json) => each.sebab === sebab)).toEqual([
      { sebab, tahap: 'diputuskan', jumlah: rows.length - 1 },
      { sebab, tahap: 'terbuka', jumlah: 1 },
    ]);
    const { body: rest } = await decide({ pilih: { saringan: { sebab } }, pilihan: 'simpeg' });
    expect(rest).toMatchObject({ perkara: 1, dilewati: rows.length - 1 });
    expect((await decide({ pilih: { saringan: { sebab } }, pilihan: 'simpeg' })).status).toBe(409);
    const undone = await keeper.ask('POST', `/api/keputusan/${KUDUS}/${keputusan}/urungkan`);
    expect(undone.body).toMatchObject({ keadaan: 'diurungkan', perkara: rows.length - 1, boleh: [] });
    expect((await casesOf(rows)).map(({ tahap, pilihan }) => [tahap, pilihan])).toEqual(
      rows.map((row) => (row === except ? ['diputuskan', 'simpeg'] : ['terbuka', null])),
    );
    expect((await keeper.ask('POST', `/api/keputusan/${KUDUS}/${keputusan}/urungkan`)).status).toBe(409);
    const events = await rowsOf(
      `SELECT tindakan, rincian->>'perkara' AS perkara FROM platform.jejak WHERE sasaran = 'keputusan/${keputusan}' ORDER BY nomor`,
    );
    expect(events).toEqual([
      { tindakan: 'selisih.putuskan', perkara: String(rows.length - 1) },
      { tindakan: 'selisih.urungkan', perkara: String(rows.length - 1) },
    ]);
  });

  it('refuses who saw an older state of a single case, and changes nothing (C1)', async () => {
    const [row] = await listed('bidang=no_hp');
    const key = { orang: row.orang, bidang: row.bidang };
    const [{ versi }] = await casesOf([row]);
    expect((await decide({ pilih: { perkara: [{ ...key, versi }] }, pilihan: 'bkn' })).status).toBe(200);
    const late = await decide({ pilih: { perkara: [{ ...key, versi }] }, pilihan: 'simpeg' });
    // who comes too late hears both versions
    expect([late.status, (late.body as Json).kode]).toEqual([409, 'KEPUTUSAN_BENTROK_SATU']);
    expect((late.body as Json).pesan).toMatch(/BKN benar.*"Simpeg benar" tidak disimpan/);
    const [now] = await casesOf([row]);
    expect(now).toMatchObject({ tahap: 'diputuskan', pilihan: 'bkn', oleh: expect.stringMatching(/./) });
    expect((await decide({ pilih: { perkara: [{ ...key, versi: now.versi }] }, pilihan: 'simpeg' })).status).toBe(200);
    expect((await casesOf([row]))[0]).toMatchObject({ pilihan: 'simpeg' });
  });

  it('keeps what is postponed until its day, which lies ahead', async () => {
    const [, row] = await listed('bidang=no_hp');
    const [{ versi }] = await casesOf([row]);
    const keputusan = randomUUID();
    const pilih = { perkara: [{ orang: row.orang, bidang: row.bidang, versi }] };
    expect((await decide({ pilih, pilihan: 'tunda', tunda: '2020-01-01' })).status).toBe(400);
    expect((await decide({ pilih, pilihan: 'bkn', tunda: '2999-01-01' })).status).toBe(400);
    expect((await decide({ keputusan, pilih, pilihan: 'tunda', tunda: '2999-01-01' })).status).toBe(200);
    expect((await casesOf([row]))[0]).toMatchObject({ tahap: 'tertunda', tunda: '2999-01-01' });
    await keeper.ask('POST', `/api/keputusan/${KUDUS}/${keputusan}/urungkan`);
  });

  it('lets a second person approve what is weighty, never the first, and others decide nothing', async () => {
    const [row] = (await listed('bidang=tanggal_lahir')).filter(({ orang }) => orang === people[8].orang);
    const keputusan = randomUUID();
    const [{ versi }] = await casesOf([row]);
    const pilih = { perkara: [{ orang: row.orang, bidang: row.bidang, versi }] };
    expect((await decide({ pilih, pilihan: 'bkn' }, verifier)).status).toBe(403);
    expect((await decide({ pilih, pilihan: 'bkn' }, bkn)).status).toBe(403);
    expect((await decide({ keputusan, pilih, pilihan: 'bkn' })).body).toMatchObject({ perkara: 1, menunggu: true });
    expect((await casesOf([row]))[0]).toMatchObject({ tahap: 'menunggu' });
    expect((await keeper.ask('POST', `/api/keputusan/${KUDUS}/${keputusan}/sahkan`)).status).toBe(403);
    const { body: waiting } = (await verifier.ask('GET', '/api/keputusan?keadaan=menunggu')) as Json;
    expect(waiting.keputusan).toMatchObject([{ keputusan, boleh: ['sahkan', 'tolak'] }]);
    const approved = await verifier.ask('POST', `/api/keputusan/${KUDUS}/${keputusan}/sahkan`);
    expect(approved.body).toMatchObject({ keadaan: 'berlaku' });
    expect((await casesOf([row]))[0]).toMatchObject({ tahap: 'diputuskan' });
  });

  it('closes by what the source shows, opens what comes back or changes, and tells who moved', async () => {
    const all = people.slice(0, 8).map(({ orang }) => ({ orang, bidang: 'no_hp' }));
    const now = await casesOf(all);
    expect(now.every(({ bergerak, sepakat }) => bergerak === 'bkn' && sepakat !== null)).toBe(true);
    const perkara = now.map(({ orang, bidang, versi }) => ({ orang, bidang, versi }));
    expect((await decide({ pilih: { perkara }, pilihan: 'simpeg' })).body).toMatchObject({
      perkara: 8,
      menunggu: false,
    });
    // BKN takes back what it did to the first, does another thing to the second, and leaves the rest
    const { 0: _, ...others } = PARTED;
    await sendBkn({ ...others, 1: '081299887766' }, '2025-12-01');
    expect((await casesOf(all)).slice(0, 3)).toMatchObject([
      { tahap: 'selesai', pilihan: 'simpeg' },
      { tahap: 'terbuka', terbukaKarena: 'fakta-berubah', pilihan: null },
      { tahap: 'diputuskan', pilihan: 'simpeg' },
    ]);
    // and then everything again as it was
    await sendBkn({ ...PARTED, 7: '081255554444' }, '2026-01-01');
    expect((await casesOf(all)).slice(0, 3)).toMatchObject([
      { tahap: 'terbuka', terbukaKarena: 'muncul-lagi', bergerak: 'bkn' },
      { tahap: 'terbuka', terbukaKarena: 'fakta-berubah' },
      { tahap: 'diputuskan', pilihan: 'simpeg' },
    ]);
    await expectFolds();
  });

  /** Every stored case is the fold over its stored events. */
  async function expectFolds(): Promise<void> {
    const rulings = await rowsOf('SELECT keputusan FROM decisions.keputusan');
    let checked = 0;
    await portal.database.readSnapshot({ lingkup: 'instansi', instansi: KUDUS }, async (transaction) => {
      for (const { keputusan } of rulings) {
        const stories = await readStories(transaction, KUDUS, keputusan);
        const keys = [...stories.keys()].map((key) => ({
          orang: key.split('-')[0] ?? '',
          bidang: key.split('-')[1] ?? '',
        }));
        const cases = await readCases(transaction, KUDUS, keys);
        for (const [key, events] of stories) {
          expect(cases.get(key)).toMatchObject({ versi: events.length, life: foldLife(events) });
          checked += 1;
        }
      }
    });
    expect(checked).toBeGreaterThan(5);
  }
});

/** BKN's CSV in which the cells of a column are others, by the person's NIP. */
function withCells(text: string, column: string, cells: Readonly<Record<string, string>>): string {
  const split = (line: string): string[] => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  const [head = '', ...lines] = text.split('\n');
  const heads = split(head.trim());
  const [nip, at] = [heads.indexOf('NIP BARU'), heads.indexOf(column)];
  const changed = lines.map((line) => {
    const parts = split(line);
    const cell = cells[(parts[nip] ?? '').replace("'", '')];
    return cell === undefined ? line : parts.with(at, cell).join(',');
  });
  return [head, ...changed].join('\n');
}
