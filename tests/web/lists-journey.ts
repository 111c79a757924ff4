import type { BrowserContext, Page } from 'playwright-core';
import { expect, it } from 'vitest';

interface Tools {
  readonly open: (user: string) => Promise<{ readonly context: BrowserContext; readonly page: Page }>;
  readonly visit: (page: Page, path: string) => Promise<void>;
  /** Nothing for axe to find in either mode, and nothing to scroll sideways. */
  readonly look: (page: Page) => Promise<void>;
}

/** What every list of the portal does: names of figures, choosing rows, columns, saved views, news. */
export function testLists({ open, visit, look }: Tools): void {
  const digits = (text: string | null): number => Number(text?.replace(/\D/g, ''));

  it('opens the names of every figure of Beranda beside it, as many as it says', async () => {
    const { context, page } = await open('laras');
    await visit(page, '/');
    for (const of of ['di Simpeg', 'di BKN', 'berpasangan', 'selaras', 'berselisih', 'hanya di Simpeg']) {
      const figure = page.locator('.neraca').getByTitle(`Buka orang ${of}`, { exact: true });
      const said = digits(await figure.textContent());
      await figure.click();
      const panel = page.getByRole('dialog');
      await panel.getByText('dihitung').waitFor();
      expect([of, digits(await panel.locator('h2 b').textContent())]).toEqual([of, said]);
      expect(await panel.getByText('Angka pada halaman').count()).toBe(0);
      if (of === 'hanya di Simpeg') {
        await look(page);
        expect(await panel.locator('.names li').count()).toBe(said);
        await panel.getByRole('link', { name: 'Buka sebagai daftar' }).click();
        await page.getByText(`${said} dari ${said} orang ditampilkan`).waitFor();
      } else {
        await page.keyboard.press('Escape');
        await panel.waitFor({ state: 'detached' });
        expect(await page.locator(':focus').getAttribute('title')).toBe(`Buka orang ${of}`);
      }
    }
    await context.close();
  });

  it('chooses rows by keyboard, and exports just these with the columns that are shown, in their order', async () => {
    const { context, page } = await open('laras');
    await visit(page, '/pegawai?kolom=nama%2Cunit%2Cgolongan%3A160');
    expect(await page.locator('thead th').allTextContents()).toEqual(['', 'Nama, NIP', 'Unit', 'Golongan']);
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+J');
    await page.getByText('3 orang dipilih').waitFor();
    await page.getByRole('button', { name: 'Salin 3 NIP' }).click();
    await page.getByText('3 NIP disalin').waitFor({ state: 'attached' });
    await page.getByRole('button', { name: 'Ekspor 3', exact: true }).click();
    const asked = page.waitForRequest(/pegawai\/ekspor/);
    await page.getByRole('dialog').getByRole('button', { name: 'Ekspor 3 baris' }).click();
    const body = (await asked).postDataJSON() as { kolom: string[]; pilihan: string[] };
    expect(body.kolom).toEqual(['nama', 'nip', 'unit', 'golongan']);
    expect(body.pilihan).toHaveLength(3);
    await page.getByText('baris diunduh').waitFor();
    await look(page);
    await page.locator('a.row-link').nth(1).focus();
    await page.keyboard.press('Escape');
    expect(await page.getByText('orang dipilih').count()).toBe(0);
    await page.keyboard.press('/');
    expect(await page.locator('[data-list-search]:focus').count()).toBe(1);
    await page.locator('a.row-link').first().focus();
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByText('pilih baris; juga dengan Spasi').waitFor();
    await look(page);
    await context.close();
  });

  it('keeps a filter with its columns under a name, and opens the list with it from then on', async () => {
    const { context, page } = await open('laras');
    await visit(page, '/pegawai');
    await page.getByRole('button', { name: /^Berselisih/ }).click();
    await page.getByText('Kolom', { exact: true }).click();
    await page.getByRole('checkbox', { name: 'Unit' }).uncheck();
    await page.getByRole('button', { name: 'Geser Golongan ke kanan' }).click();
    await look(page);
    await page.getByText('Kolom', { exact: true }).click();
    await page.getByRole('button', { name: 'Selisih', exact: true }).click();
    await page.getByRole('button', { name: 'Simpan Tampilan' }).click();
    await page.getByLabel('Nama tampilan').fill('Berselisih terbanyak');
    await page.getByRole('button', { name: 'Simpan', exact: true }).click();
    await page.getByRole('button', { name: 'Berselisih terbanyak' }).waitFor();
    await page.getByLabel('tampilan utama saya').click();
    await page.getByRole('checkbox', { name: 'tampilan utama saya', checked: true }).waitFor();
    await look(page);
    await visit(page, '/');
    await page.getByRole('link', { name: 'Pegawai', exact: true }).first().click();
    await page.getByRole('button', { name: 'Berselisih terbanyak', pressed: true }).waitFor();
    const search = new URL(page.url()).searchParams;
    expect(search.get('keadaan')).toBe('berselisih');
    expect(search.get('kolom')).toBe('nama,jabatan,golongan,keadaan,selisih');
    expect(search.get('urut')).toBe('-selisih');
    await page.getByRole('button', { name: 'Semua', exact: true }).first().click();
    await page.getByRole('columnheader', { name: 'Unit' }).waitFor();
    await context.close();
  });

  it('tells behind the bell what came of jobs, and that one saw it', async () => {
    const { context, page } = await open('laras');
    await visit(page, '/kiriman');
    await page.getByRole('button', { name: /1 kabar baru/ }).click();
    await page.getByText('selesai diperiksa; akibatnya menunggu keputusan').waitFor();
    await look(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /0 kabar baru/ }).waitFor();
    await context.close();
  });
}
