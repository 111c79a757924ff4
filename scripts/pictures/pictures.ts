import type { Page } from 'playwright-core';

/** A picture of the manual: who looks at which page, and what they do before it is taken. */
export interface Picture {
  readonly name: string;
  /** Empty: nobody is signed in. */
  readonly user: string;
  readonly path: string;
  readonly isPhone?: boolean;
  readonly act?: (page: Page) => Promise<void>;
}

const KEEPER = 'pengelola.kudus';

async function openFirst(page: Page): Promise<void> {
  await page.locator('main .row-link, main table a').first().click();
  await page.waitForURL(/\/(pegawai|kiriman)\/\d+\//);
}

/** In the order in which they are taken: what one of them opens stands in the audit trail of a later one. */
export const PICTURES: readonly Picture[] = [
  { name: 'masuk', user: '', path: '/masuk' },
  { name: 'beranda', user: KEEPER, path: '/' },
  {
    name: 'panel-nama',
    user: KEEPER,
    path: '/',
    act: async (page) =>
      page
        .getByRole('link', { name: /orang berselisih/ })
        .first()
        .click(),
  },
  { name: 'beranda-provinsi', user: 'admin.provinsi', path: '/' },
  { name: 'beranda-ponsel', user: KEEPER, path: '/', isPhone: true },
  { name: 'selisih', user: KEEPER, path: '/selisih' },
  { name: 'selisih-orang', user: KEEPER, path: '/selisih?susun=orang' },
  {
    name: 'tampilan',
    user: KEEPER,
    path: '/selisih?susun=orang&kelas=beda',
    // Named, not kept: the next picture finds the list as it was.
    act: async (page) => {
      await page.getByRole('button', { name: 'Simpan Tampilan' }).click();
      await page.getByRole('dialog').getByRole('textbox').fill('Nilai berbeda');
    },
  },
  {
    name: 'ekspor',
    user: KEEPER,
    path: '/selisih?susun=orang',
    act: async (page) => page.getByRole('button', { name: 'Ekspor' }).click(),
  },
  { name: 'orang', user: KEEPER, path: '/selisih?susun=orang', act: openFirst },
  {
    name: 'buka-dengan-alasan',
    user: KEEPER,
    path: '/selisih?susun=orang',
    act: async (page) => {
      await openFirst(page);
      await page.getByRole('button', { name: 'Buka dengan alasan' }).first().click();
      await page.getByRole('dialog').getByRole('textbox').fill('Mencocokkan NIK dengan kartu keluarga');
    },
  },
  { name: 'kirim', user: KEEPER, path: '/kiriman/kirim' },
  // The sample has a delivery that waits, with columns that are not those of before.
  { name: 'periksa', user: KEEPER, path: '/kiriman', act: openFirst },
  { name: 'kiriman', user: KEEPER, path: '/kiriman' },
  { name: 'jadwal', user: 'admin.provinsi', path: '/kiriman/jadwal' },
  {
    name: 'pemetaan',
    user: KEEPER,
    path: '/kiriman',
    act: async (page) => {
      await openFirst(page);
      await page
        .getByRole('link', { name: /pemetaan/i })
        .first()
        .click();
      await page.getByRole('heading', { name: 'Sepuluh orang' }).waitFor();
    },
  },
  { name: 'pengaturan', user: KEEPER, path: '/pengaturan' },
  {
    name: 'faktor-kedua',
    user: KEEPER,
    path: '/pengaturan',
    act: async (page) => page.getByRole('button', { name: 'Pasang aplikasi kode' }).click(),
  },
  { name: 'pengguna', user: 'admin.kudus', path: '/pengaturan/pengguna' },
  {
    name: 'tambah-pengguna',
    user: 'admin.kudus',
    path: '/pengaturan/pengguna',
    act: async (page) => page.getByRole('button', { name: 'Tambah pengguna' }).click(),
  },
  {
    name: 'kelola-pengguna',
    user: 'admin.kudus',
    path: '/pengaturan/pengguna',
    act: async (page) => page.getByRole('button', { name: 'Kelola' }).last().click(),
  },
  {
    name: 'audit',
    user: 'auditor.provinsi',
    path: '/audit',
    act: async (page) => page.getByRole('button', { name: 'Verifikasi rantai' }).click(),
  },
  { name: 'data-saya', user: 'pegawai.kudus', path: '/data-saya' },
  { name: 'siapa-melihat', user: 'pegawai.kudus', path: '/dilihat' },
];
