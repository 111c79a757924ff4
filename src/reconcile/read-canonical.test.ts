import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readRecipe, SLOTS } from '#mapping';
import { readBknCanonically, readCanonically, reconcile } from '#reconcile';

const quarantine = { write: () => undefined };
const folder = mkdtempSync(join(tmpdir(), 'kanonik-'));
const bkn = join(folder, 'bkn.csv');
const simpeg = join(folder, 'demak.csv');
const keluar = join(folder, 'hasil');

const nipOf = (n: number): string => `1980010120100110${String(n).padStart(2, '0')}`;
const PEOPLE = Array.from({ length: 30 }, (_, i) => i + 1);

writeFileSync(
  bkn,
  [
    'PNS ID,NIP BARU,NAMA,TANGGAL LAHIR,JENIS KELAMIN,INSTANSI INDUK ID,INSTANSI INDUK NAMA',
    ...PEOPLE.map(
      (n) =>
        `${String(n).padStart(32, 'A')},${nipOf(n)},PEGAWAI ${String.fromCharCode(64 + n)}A,01-01-1980,M,,Pemerintah Kab. Demak`,
    ),
  ].join('\n'),
);
writeFileSync(
  simpeg,
  [
    'NIP;Nama;Tgl Lahir;Jenis Kelamin',
    ...PEOPLE.map(
      (n) => `${nipOf(n)};Pegawai ${String.fromCharCode(64 + n)}a;${n === 7 ? '02' : '01'}/01/1980;Laki-laki`,
    ),
  ].join('\n'),
);

it('gives both files as texts of one form, and lines that tell their rows', async () => {
  try {
    const options = { bkn, simpeg: [{ instansi: '6403', berkas: simpeg }], pemetaan: new Map<string, string>() };
    const outcome = await reconcile(
      { ...options, keluar, timpa: false, acuan: undefined, baris: true, threads: 1 },
      () => undefined,
    );
    expect(outcome.ok).toBe(true);
    const [head, ...lines] = readFileSync(join(keluar, 'selisih.csv'), 'utf8').trim().split('\n');
    expect(head).toMatch(/,baris_bkn$/);
    expect(lines).toEqual([expect.stringMatching(/^6403,\d+,tanggal_lahir,1980-01-02,1980-01-01,beda,.*,7$/)]);

    const at = (nama: string): number => SLOTS.findIndex(({ field }) => field.nama === nama);
    const facts = ['nip', 'tanggal_lahir', 'jenis_kelamin'].map(at);
    const seen: unknown[] = [];
    const recipe = await readRecipe(join(keluar, 'pemetaan', '6403.json'));
    if (!recipe.ok) throw new Error(recipe.error.code);
    const ours = await readCanonically(
      { berkas: simpeg, acuan: undefined, quarantine },
      recipe.value,
      ({ baris, texts }) => {
        if (baris === 7) seen.push(facts.map((place) => texts[place]));
      },
    );
    const theirs = await readBknCanonically(
      { berkas: bkn, acuan: undefined, quarantine },
      ({ baris, texts, pnsId }) => {
        if (baris === 7)
          seen.push(
            pnsId,
            facts.map((place) => texts[place]),
          );
      },
    );
    expect([ours.ok && ours.value.diterima, theirs.ok && theirs.value.diterima]).toEqual([30, 30]);
    expect(seen).toEqual([[nipOf(7), '1980-01-02', 'M'], '7'.padStart(32, 'a'), [nipOf(7), '1980-01-01', 'M']]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
