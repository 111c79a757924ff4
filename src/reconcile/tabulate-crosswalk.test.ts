import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openTabulation } from './index.ts';
import { makePerson, toExport } from './testing/deliveries.ts';

const folder = mkdtempSync(join(tmpdir(), 'usul-'));
afterAll(() => rmSync(folder, { recursive: true }));
const PEOPLE = Array.from({ length: 24 }, (_, n) => makePerson(n));
writeFileSync(join(folder, 'bkn.csv'), toExport(PEOPLE));

/** What is proposed for the local word of a post, when the delivery holds these columns beside it. */
async function propose(headings: readonly string[], write: (n: number) => readonly (string | undefined)[]) {
  const rows = PEOPLE.map((_, n) => [...write(n), 'Pendidik Jenjang Kedua'].join(','));
  const simpeg = join(folder, 'simpeg.csv');
  writeFileSync(simpeg, `${[...headings, 'jabatan'].join(',')}\n${rows.join('\n')}\n`);
  const kolom = [...headings, 'jabatan'].map((sumber) => ({ sumber, kanonik: sumber }));
  const pemetaan = join(folder, 'pemetaan.json');
  writeFileSync(pemetaan, JSON.stringify({ berkas: '', tabel: 'simpeg', kolom }));
  const tabulate = await openTabulation(join(folder, 'bkn.csv'), undefined);
  const table = tabulate.ok ? await tabulate.value({ instansi: '6410', simpeg, pemetaan, silang: [] }) : tabulate;
  if (!table.ok) throw new Error(table.error.code);
  return [table.value.pegawai, table.value.rows.find(({ kolom: name }) => name === 'jabatan')?.dukungan];
}

describe('people who bear out a crosswalk', () => {
  it('count by NIP, by old NIP, and by NIK with the birth date', async () => {
    expect(await propose(['nip', 'nama'], (n) => [PEOPLE[n]?.nip, PEOPLE[n]?.nama])).toEqual([24, 24]);
    expect(await propose(['nip_lama', 'nama'], (n) => [PEOPLE[n]?.nip_lama, PEOPLE[n]?.nama])).toEqual([24, 24]);
    const byNik = (n: number) => [PEOPLE[n]?.nik, PEOPLE[n]?.nama, PEOPLE[n]?.tanggal_lahir];
    expect(await propose(['nik', 'nama', 'tanggal_lahir'], byNik)).toEqual([24, 24]);
  });

  it('do not count by birth date, TMT CPNS, sex and name: two people may share those', async () => {
    const headings = ['nama', 'tanggal_lahir', 'tmt_cpns', 'jenis_kelamin'];
    const byKey = (n: number) => headings.map((name) => PEOPLE[n]?.[name as 'nama']);
    expect((await propose(headings, byKey))[0]).toBe(0);
  });
});
