import { describe, expect, it } from 'vitest';
import { readSettings } from './settings.ts';

const DATABASE_URL = 'postgres://portal@db.example/portal';

describe('settings', () => {
  it('are for trying on one machine where nothing is set', () => {
    expect(readSettings({})).toMatchObject({
      host: '127.0.0.1',
      port: undefined,
      isSample: true,
      publicOrigin: undefined,
    });
  });

  it('leave sample accounts out on a database of the operator', () => {
    expect(readSettings({ DATABASE_URL })).toMatchObject({ isSample: false, databaseUrl: DATABASE_URL, port: 8080 });
  });

  it('keep sample accounts away from other computers', () => {
    expect(() => readSettings({ HOST: '0.0.0.0' })).toThrow(/kata sandinya diketahui semua orang/);
    expect(readSettings({ HOST: '0.0.0.0', DATABASE_URL })).toMatchObject({ host: '0.0.0.0' });
  });

  it('keep files for some days, or for ever', () => {
    expect(readSettings({}).simpan).toEqual({ unggahan: 7, siap: 30, kiriman: 1825, surel: 365 });
    expect(readSettings({ PORTAL_SIMPAN_KIRIMAN: '0' }).simpan.kiriman).toBe(0);
  });

  it('say how much one user takes within an hour', () => {
    expect(readSettings({}).batas).toEqual({ orang: 500, ekspor: 10 });
    expect(readSettings({ PORTAL_BATAS_ORANG: '0' }).batas.orang).toBe(0);
    expect(() => readSettings({ PORTAL_BATAS_EKSPOR: 'banyak' })).toThrow(/PORTAL_BATAS_EKSPOR/);
  });

  it('name the proxies', () => {
    expect(readSettings({ PORTAL_PROKSI: '10.0.0.1, 10.0.0.2' }).trustedProxies).toEqual(['10.0.0.1', '10.0.0.2']);
  });

  const OIDC = {
    PORTAL_OIDC_PENERBIT: 'https://masuk.contoh.go.id',
    PORTAL_OIDC_KLIEN: 'portal',
    PORTAL_OIDC_RAHASIA: 'x',
    PORTAL_OIDC_NAMA: 'Akun Contoh',
  };

  it('know a provider outside by all four of its settings, or none', () => {
    expect(readSettings({}).penyedia).toBeUndefined();
    expect(readSettings(OIDC).penyedia).toMatchObject({ nama: 'Akun Contoh', klien: 'portal' });
  });

  const MAIL = {
    PORTAL_SUREL_SERVER: 'smtp://portal:sandi%40rahasia@surel.contoh.go.id:587',
    PORTAL_SUREL_PENGIRIM: 'Portal Kepegawaian <portal@contoh.go.id>',
  };

  it('know a mail server by both of its settings, or none', () => {
    expect(readSettings({}).surel).toBeUndefined();
    expect(readSettings(MAIL).surel).toEqual({
      server: MAIL.PORTAL_SUREL_SERVER,
      pengirim: MAIL.PORTAL_SUREL_PENGIRIM,
    });
    expect(readSettings({ ...MAIL, PORTAL_SUREL_PENGIRIM: 'portal@contoh.go.id' }).surel).toBeDefined();
  });

  it.each([
    { PORTAL_SUREL_PENGIRIM: MAIL.PORTAL_SUREL_PENGIRIM },
    { PORTAL_SUREL_SERVER: MAIL.PORTAL_SUREL_SERVER },
    { ...MAIL, PORTAL_SUREL_SERVER: 'surel.contoh.go.id:25' },
    { ...MAIL, PORTAL_SUREL_SERVER: 'https://surel.contoh.go.id' },
    { ...MAIL, PORTAL_SUREL_PENGIRIM: 'Portal Kepegawaian' },
    { ...MAIL, PORTAL_SUREL_PENGIRIM: 'Portal <a@b>\r\nBcc: x@y' },
    { ...OIDC, PORTAL_OIDC_RAHASIA: '' },
    { PORTAL_OIDC_NAMA: 'Akun Contoh' },
    { ...OIDC, PORTAL_OIDC_PENERBIT: 'http://masuk.contoh.go.id' },
    { PORT: 'delapan' },
    { PORTAL_SIMPAN_KIRIMAN: '-1' },
    { PORTAL_SIMPAN_UNGGAHAN: 'seminggu' },
    { DATABASE_URL: 'mysql://x' },
    { PORTAL_ALAMAT: 'portal.contoh.go.id' },
    { PORTAL_ALAMAT: 'https://portal.contoh.go.id/' },
  ])('are refused where they cannot be meant: %o', (env) => {
    expect(() => readSettings(env)).toThrow(/^Setelan [A-Z_]+ tidak dapat dipakai/);
  });
});
