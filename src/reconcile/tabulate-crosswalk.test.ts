import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openTabulation } from './index.ts';
import { makePerson, toExport } from './testing/deliveries.ts';

const folder = mkdtempSync(join(tmpdir(), 'usul-'));
afterAll(() => rmSync(folder, { recursive: true }));
/** 16 of BKN's agama 1, four of 2, four of 3; all of one kedudukan hukum. */
const agamaOf = (n: number): string => (n < 16 ? '1' : n < 20 ? '2' : '3');
const PEOPLE = Array.from({ length: 24 }, (_, n) =>
  makePerson(n, '6410', { agama_id: agamaOf(n), agama: { 1: 'Islam', 2: 'Kristen', 3: 'Katholik' }[agamaOf(n)] ?? '' }),
);
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

describe('a code of a closed list', () => {
  /** What is proposed for the codes of a field, by what each person has there. */
  async function proposeCodes(codeOf: (n: number) => string, kanonik = 'agama') {
    const simpeg = join(folder, 'kode.csv');
    writeFileSync(simpeg, `nip,kode\n${PEOPLE.map(({ nip }, n) => `${nip},${codeOf(n)}`).join('\n')}\n`);
    const pemetaan = join(folder, 'kode.json');
    const kolom = [
      { sumber: 'nip', kanonik: 'nip' },
      { sumber: 'kode', kanonik, pembaca: { jenis: 'kode_lokal' } },
    ];
    writeFileSync(pemetaan, JSON.stringify({ berkas: '', tabel: 'kode', kolom }));
    const tabulate = await openTabulation(join(folder, 'bkn.csv'), undefined);
    const table = tabulate.ok ? await tabulate.value({ instansi: '6410', simpeg, pemetaan, silang: [] }) : tabulate;
    if (!table.ok) throw new Error(table.error.code);
    return table.value.rows.map(({ kode, id, tingkat, dukungan, lain }) => ({ kode, id, tingkat, dukungan, lain }));
  }

  it("that everybody bears is left to a person: BKN's commonest value would stand beside any", async () => {
    const nothing = { id: '', tingkat: 'lemah', dukungan: 0, lain: [{ id: '01', nama: 'Aktif', orang: 24 }] };
    expect(await proposeCodes(() => 'K7', 'kedudukan_hukum')).toMatchObject([nothing]);
    expect((await proposeCodes((n) => (n < 23 ? 'K7' : 'K8'), 'kedudukan_hukum')).map(({ id }) => id)).toEqual([
      '',
      '',
    ]);
  });

  it('is proposed where others have something else', async () => {
    const rows = await proposeCodes((n) => `K${agamaOf(n)}`);
    expect(rows.map(({ kode, id, tingkat }) => [kode, id, tingkat])).toEqual([
      ['K1', '1', 'pasti'],
      ['K2', '2', 'kuat'],
      ['K3', '3', 'kuat'],
    ]);
  });

  it("that covers two of BKN's is left to a person, who is shown both", async () => {
    const [first, second] = await proposeCodes((n) => (n < 20 ? 'K1' : 'K3'));
    expect(first).toMatchObject({ kode: 'K1', id: '', tingkat: 'lemah' });
    expect(first?.lain.map(({ id, orang }) => [id, orang])).toEqual([
      ['1', 16],
      ['2', 4],
    ]);
    expect(second).toMatchObject({ kode: 'K3', id: '3' });
  });
});
