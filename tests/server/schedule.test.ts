import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sendMails, sweepMails } from '#identity';
import { remind } from '#intake';
import type { ScheduleAnswer } from '#intake/contract';
import type { MailList } from '#identity/contract';
import { createSmtpMailer } from '#platform';
import { TENANTS } from '../../src/app/tenants.ts';
import { runSql, startTestServer, type TestServer } from '../support/portal-database.ts';
import { type Browser, openTestPortal, type TestPortal } from '../support/portal-http.ts';
import { type SmtpServer, startSmtpServer } from '../support/smtp-server.ts';

const byText = (a: string, b: string): number => a.localeCompare(b);
/** Noon of a day in Jawa Tengah. */
const noon = (day: string): Date => new Date(`${day}T12:00:00+07:00`);

describe('the calendar of deliveries', () => {
  let postgres: TestServer;
  let portal: TestPortal;
  beforeAll(async () => {
    postgres = await startTestServer();
    portal = await openTestPortal(postgres);
    // Expected since July 2026 on the tenth; Kudus sent in September, received in the night that is already the 13th there.
    await runSql(
      portal.url,
      `UPDATE intake.irama_umum SET mulai = '2026-07-01';
       INSERT INTO intake.kiriman (instansi_id, nama_berkas, sidik_jari, besar_byte, keadaan, per, diterima_pada)
       VALUES (6410, 'a.csv', sha256('a'), 1, 'terbit', '2026-09-10', '2026-09-12T18:00:00Z'),
         (6410, 'b.csv', sha256('b'), 1, 'diperiksa', '2026-10-10', '2026-10-10T01:00:00Z'),
         (6410, 'c.csv', sha256('c'), 1, 'ditarik', '2026-10-10', '2026-10-10T02:00:00Z');`,
    );
  });
  afterEach(() => expect(portal.faults).toEqual([]));
  afterAll(async () => {
    await portal.close();
    await postgres.stop();
  });

  const browsers = new Map<string, Promise<Browser>>();
  /** Signed in once: a password takes longer to hash than all else here. */
  const as = (user: string): Promise<Browser> => {
    const known = browsers.get(user) ?? portal.signIn(user);
    browsers.set(user, known);
    return known;
  };
  const scheduleOf = async (user: string, query = '') =>
    (await (await as(user)).ask('GET', `/api/jadwal?tahun=2026${query}`)).body as ScheduleAnswer;

  it('shows an instansi its own row, and the province all of them; what is not published or was taken back has not come', async () => {
    const own = await scheduleOf('pengelola.kudus');
    expect(own.baris.map(({ instansi }) => instansi)).toEqual([6410]);
    expect(own.baris[0]?.jatuhTempo.slice(0, 4)).toMatchObject([
      { tempo: '2026-07-10', keadaan: 'terlewat' },
      { tempo: '2026-08-10', keadaan: 'terlewat' },
      { tempo: '2026-09-10', keadaan: 'datang-terlambat', hari: 3, per: '2026-09-10', diterima: '2026-09-13' },
      { tempo: '2026-10-10', keadaan: 'terlambat', kiriman: null },
    ]);
    expect(own.baris[0]?.terlambat?.sejak).toBe('2026-10-10');
    const all = await scheduleOf('admin.provinsi');
    expect(all.baris).toHaveLength(TENANTS.length);
    expect(all.baris.find(({ instansi }) => instansi === 6410)).toEqual(own.baris[0]);
  });

  it('is set for all by the province and for itself by an instansi, from the next month on', async () => {
    const [province, kudus] = [await as('admin.provinsi'), await as('pengelola.kudus')];
    const general = { setiapBulan: 1, tanggal: 12, ingatkan: 5 };
    const own = { setiapBulan: 3, tanggal: 20, ingatkan: 0 };
    expect((await province.ask('PUT', '/api/jadwal/umum', general)).status).toBe(204);
    expect((await kudus.ask('PUT', '/api/jadwal/umum', general)).status).toBe(403);
    expect((await kudus.ask('PUT', '/api/jadwal/6410', { irama: own })).status).toBe(204);
    expect((await kudus.ask('PUT', '/api/jadwal/6403', { irama: own })).status).toBe(404);
    expect((await kudus.ask('PUT', '/api/jadwal/6410', { irama: { ...own, tanggal: 32 } })).status).toBe(400);
    const shown = await scheduleOf('admin.provinsi');
    const mulai = expect.stringMatching(/^20\d\d-\d\d-01$/);
    expect(shown.umum).toEqual({
      irama: { setiapBulan: 1, tanggal: 10, ingatkan: 3 },
      mendatang: { mulai, irama: general },
    });
    expect(shown.baris.find(({ instansi }) => instansi === 6410)).toMatchObject({
      sendiri: false,
      mendatang: { mulai, irama: own },
    });
    expect((await kudus.ask('PUT', '/api/jadwal/6410', { irama: null })).status).toBe(204);
    const auditor = await as('auditor.provinsi');
    const { peristiwa } = (await auditor.ask('GET', '/api/audit?tindakan=jadwal')).body as { peristiwa: unknown[] };
    expect(peristiwa).toHaveLength(3);
    await runSql(portal.url, "DELETE FROM intake.irama; DELETE FROM intake.irama_umum WHERE mulai > '2026-07-01'");
  });

  describe('reminds by mail', () => {
    let smtp: SmtpServer;
    const faults: unknown[] = [];
    beforeAll(async () => {
      smtp = await startSmtpServer();
    });
    beforeEach(async () => {
      faults.length = 0;
      await runSql(
        portal.url,
        `DELETE FROM identity.surel; UPDATE identity.pengguna SET pengingat = true, surel =
           CASE nama_pengguna WHEN 'pengelola.kudus' THEN 'pengelola@kudus.example' WHEN 'admin.provinsi' THEN 'admin@prov.example' END`,
      );
    });
    afterAll(() => smtp.stop());

    const remindOn = (day: string) =>
      remind({ database: portal.database, instansi: TENANTS, alamat: 'https://portal.example' }, noon(day));
    const send = () =>
      sendMails(
        portal.database,
        createSmtpMailer({ server: smtp.address, pengirim: 'Portal <portal@example.go.id>' }),
        (error) => faults.push(error),
      );
    const mailsFor = (kepada: string) => smtp.mails.filter((mail) => mail.kepada === kepada);
    const outbox = async () => (await (await as('admin.provinsi')).ask('GET', '/api/surel')).body as MailList;
    const openAgain = () => runSql(portal.url, "UPDATE identity.surel SET coba_pada = now() - interval '1 second'");

    it('each once, however often and by however many it is tried, and says neither name nor NIP', async () => {
      expect(await remindOn('2026-10-06')).toBe(0);
      expect(await remindOn('2026-10-07')).toBeGreaterThan(0);
      expect(await remindOn('2026-10-08')).toBe(0);
      expect(await Promise.all([remindOn('2026-10-11'), remindOn('2026-10-11')])).toContain(0);
      const before = mailsFor('pengelola@kudus.example').length;
      await Promise.all([send(), send()]);
      await send();
      const mails = mailsFor('pengelola@kudus.example').slice(before);
      expect(
        mails
          .map(({ isi }) => /^Subject: Kiriman data Pemerintah Kab. Kudus (\w+)/m.exec(isi)?.[1] ?? '')
          .toSorted(byText),
      ).toEqual(['jatuh', 'terlambat']);
      expect(mails[0]?.dari).toBe('portal@example.go.id');
      for (const { isi } of mails) {
        expect(isi).toMatch(/^Message-ID: <[0-9a-f-]{36}@example\.go\.id>$/m);
        expect(isi).not.toMatch(/\d{18}|Pengelola Contoh/);
      }
      expect(faults).toEqual([]);
    });

    it('to the province in one mail about all that are late', async () => {
      await remindOn('2026-10-14');
      await send();
      const [mail] = mailsFor('admin@prov.example');
      expect(mailsFor('admin@prov.example')).toHaveLength(1);
      expect(mail?.isi).toContain(`${TENANTS.length} instansi belum mengirim data`);
    });

    it('not who switched it off, be it before or after the mail was written', async () => {
      const kudus = await as('pengelola.kudus');
      expect((await kudus.ask('GET', '/api/saya')).body).toMatchObject({ surel: true, pengingat: true });
      await remindOn('2026-10-07');
      expect((await kudus.ask('PATCH', '/api/saya', { pengingat: false })).status).toBe(204);
      expect((await kudus.ask('GET', '/api/saya')).body).toMatchObject({ pengingat: false });
      const before = mailsFor('pengelola@kudus.example').length;
      await send();
      await remindOn('2026-10-11');
      await send();
      expect(mailsFor('pengelola@kudus.example')).toHaveLength(before);
      expect((await outbox()).surel.filter(({ instansi }) => instansi === 6410)).toMatchObject([
        { keadaan: 'urung', sebab: 'tidak-dikehendaki' },
      ]);
    });

    it('again later where the server would not take it now, and not where it never will', async () => {
      await remindOn('2026-10-07');
      smtp.answer('pengelola@kudus.example', 451);
      await send();
      expect((await outbox()).surel.find(({ instansi }) => instansi === 6410)).toMatchObject({
        keadaan: 'menunggu',
        sebab: 'tak-terjangkau',
      });
      expect(String(faults)).not.toContain('@');
      expect(faults).toHaveLength(1);
      smtp.answer('pengelola@kudus.example', 250);
      const before = mailsFor('pengelola@kudus.example').length;
      await send();
      expect(mailsFor('pengelola@kudus.example')).toHaveLength(before);
      await openAgain();
      await send();
      expect(mailsFor('pengelola@kudus.example')).toHaveLength(before + 1);
      await runSql(portal.url, 'DELETE FROM identity.surel');
      await remindOn('2026-10-07');
      smtp.answer('pengelola@kudus.example', 550);
      await send();
      smtp.answer('pengelola@kudus.example', 250);
      expect((await outbox()).surel.find(({ instansi }) => instansi === 6410)).toMatchObject({
        keadaan: 'gagal',
        sebab: 'ditolak',
      });
    });

    it('once there is an address, and not after its time', async () => {
      await runSql(portal.url, 'UPDATE identity.pengguna SET surel = NULL');
      await remindOn('2026-10-07');
      await send();
      expect((await outbox()).surel.find(({ instansi }) => instansi === 6410)).toMatchObject({ sebab: 'tanpa-alamat' });
      await runSql(
        portal.url,
        "UPDATE identity.surel SET coba_pada = now(), berlaku_sampai = now() - interval '1 second'",
      );
      const count = smtp.mails.length;
      await send();
      expect(smtp.mails).toHaveLength(count);
      expect((await outbox()).surel.find(({ instansi }) => instansi === 6410)).toMatchObject({ sebab: 'lewat-waktu' });
    });

    it('again where an administrator asks, with an event, and not while it waits', async () => {
      await remindOn('2026-10-07');
      const [kudus, province] = [await as('admin.kudus'), await as('admin.provinsi')];
      const ofKudus = async () => (await outbox()).surel.find(({ instansi }) => instansi === 6410);
      const again = async (by: Browser, instansi = 6410) =>
        (await by.ask('POST', `/api/surel/${instansi}/${(await ofKudus())?.surel}/kirim-ulang`)).status;
      expect(await again(kudus)).toBe(409);
      smtp.answer('pengelola@kudus.example', 550);
      await send();
      smtp.answer('pengelola@kudus.example', 250);
      expect(await ofKudus()).toMatchObject({ keadaan: 'gagal' });
      expect(await again(province, 6403)).toBe(404);
      expect([await again(await as('pengelola.kudus')), await again(kudus)]).toEqual([403, 204]);
      expect(await ofKudus()).toMatchObject({ keadaan: 'menunggu', sebab: null, percobaan: 0 });
      const before = mailsFor('pengelola@kudus.example').length;
      await send();
      expect(await ofKudus()).toMatchObject({ keadaan: 'terkirim' });
      // what went past its time waits no longer either
      await runSql(
        portal.url,
        "UPDATE identity.surel SET keadaan = 'menunggu', berlaku_sampai = now() - interval '1 day'",
      );
      expect(await again(province)).toBe(204);
      await send();
      expect(mailsFor('pengelola@kudus.example')).toHaveLength(before + 2);
      const auditor = await as('auditor.provinsi');
      const { peristiwa } = (await auditor.ask('GET', '/api/audit?tindakan=surel')).body as { peristiwa: object[] };
      expect(peristiwa).toMatchObject([{ tindakan: 'surel.kirim-ulang' }, { tindakan: 'surel.kirim-ulang' }]);
    });

    it('goes after its days, unless it waits, and leaves an event', async () => {
      await remindOn('2026-10-11');
      const aged = (days: number, keadaan: string) =>
        runSql(
          portal.url,
          `UPDATE identity.surel SET keadaan = '${keadaan}', dibuat_pada = now() - interval '${days} days', berlaku_sampai = now() + interval '1 day'`,
        );
      const count = async () => (await outbox()).surel.length;
      const all = await count();
      await aged(364, 'terkirim');
      expect([await sweepMails(portal.database, 365), await sweepMails(portal.database, 0), await count()]).toEqual([
        0,
        0,
        all,
      ]);
      await aged(366, 'menunggu');
      expect(await sweepMails(portal.database, 365)).toBe(0);
      await aged(29, 'terkirim');
      // an occasion that is not past would be written again
      expect(await sweepMails(portal.database, 1)).toBe(0);
      await aged(366, 'gagal');
      expect([await sweepMails(portal.database, 365), await count()]).toEqual([all, 0]);
      const [event] = await runSql(
        portal.url,
        "SELECT pelaku, rincian->>'masaSimpan' AS hari FROM platform.jejak WHERE tindakan = 'surel.hapus' LIMIT 1",
      );
      expect(event).toEqual({ pelaku: 'sistem', hari: '365' });
    });

    it('keeps mails in sight where no server is set, each instansi its own', async () => {
      await remindOn('2026-10-07');
      expect(await outbox()).toMatchObject({ pengirim: null });
      const admin = await as('admin.kudus');
      const { surel } = (await admin.ask('GET', '/api/surel')).body as MailList;
      expect(surel).toMatchObject([{ instansi: 6410, keadaan: 'menunggu', penerima: 'Pengelola Contoh' }]);
      expect((await (await as('pengelola.kudus')).ask('GET', '/api/surel')).status).toBe(403);
    });
  });
});
