import { beforeAll, describe, expect, it } from 'vitest';
import { makePerson, type Outcome, runReconcile, toExport } from './testing/deliveries.ts';

const KUDUS = '6410';

/** Posts in one file and teachers in another; person 2 stands in both, person 99 is unknown to BKN and stands in both too. */
const people = Array.from({ length: 12 }, (_, n) => makePerson(n));
const stranger = makePerson(99, KUDUS, {
  nama: 'PURWANTO HADI',
  tanggal_lahir: '09-09-1971',
  nip: '197109091999031001',
});
const posts = [...people.slice(0, 3), stranger];
const teachers = [...people.slice(2), stranger].map((person, n) => (n === 1 ? { ...person, email: '' } : person));
/** The same table under other headings, so that each file needs a recipe of its own. */
const renamed = toExport(teachers).replace('NIP BARU', 'NOMOR INDUK PEGAWAI');

describe('two deliveries of one instansi', () => {
  let outcome: Outcome;
  beforeAll(async () => {
    outcome = await runReconcile(toExport(people), { [KUDUS]: [toExport(posts), renamed] });
  });

  it('each has a recipe file of its own', () => {
    expect(JSON.parse(outcome.text('pemetaan/6410-1.json'))).toMatchObject({ berkas: '6410a.csv' });
    expect(JSON.parse(outcome.text('pemetaan/6410-2.json'))).toMatchObject({ berkas: '6410b.csv' });
    expect(Object.keys(outcome.summary.kolom_tidak_dikirim)).toEqual(['bkn', '6410-1', '6410-2']);
  });

  it('a person in both files is called so, with the file of each row, whether BKN knows them or not', () => {
    const line = (nip: string | undefined, baris: number, kiriman: string) => ({
      nip,
      instansi: KUDUS,
      baris: String(baris),
      jenis: 'dua_berkas',
      kiriman,
    });
    expect(outcome.rows('ganda.csv')).toEqual(
      expect.arrayContaining([
        line(people[2]?.nip, 3, '6410-1'),
        line(people[2]?.nip, 1, '6410-2'),
        line(stranger.nip, 4, '6410-1'),
        line(stranger.nip, 11, '6410-2'),
      ]),
    );
    expect(outcome.rows('ganda.csv')).toHaveLength(4);
    expect(outcome.summary.ganda).toEqual({ dalam_berkas: 0, dua_berkas: 4, dua_instansi: 0 });
  });

  it('their numbers are one line of the instansi', () => {
    expect(outcome.summary.selisih.per_instansi).toMatchObject([
      { instansi: KUDUS, pasangan: 12, hanya_simpeg: 2, hanya_bkn: 0, selisih: { kosong_simpeg: 1 } },
    ]);
  });

  it('a pair tells in which of the files its row stands', () => {
    const at = (nip: string | undefined) => outcome.rows('pasangan.csv').find(({ nip_bkn }) => nip_bkn === nip);
    expect(at(people[0]?.nip)).toMatchObject({ instansi: KUDUS, baris_simpeg: '1', kiriman: '6410-1' });
    expect(at(people[11]?.nip)).toMatchObject({ instansi: KUDUS, baris_simpeg: '10', kiriman: '6410-2' });
  });

  it('a difference tells in which of the files the value stands, hanya-simpeg.csv in which the person does', () => {
    expect(outcome.rows('selisih.csv')).toMatchObject([{ kolom: 'email', kelas: 'kosong_simpeg', kiriman: '6410-2' }]);
    expect(outcome.rows('hanya-simpeg.csv').map(({ kiriman }) => kiriman)).toEqual(['6410-1', '6410-2']);
  });

  it('each may be read by a given recipe', async () => {
    const recipe = JSON.parse(outcome.text('pemetaan/6410-2.json')) as { kolom: { kanonik: string | null }[] };
    const kolom = recipe.kolom.map((one) => (one.kanonik === 'email' ? { ...one, kanonik: null } : one));
    const again = await runReconcile(toExport(people), { [KUDUS]: [toExport(posts), renamed] }, 1, {
      '6410-2': JSON.stringify({ ...recipe, kolom }),
    });
    expect(again.summary.kolom_tidak_dikirim['6410-2']).toContain('email');
    expect(again.summary.kolom_tidak_dikirim['6410-1']).not.toContain('email');
  });
});

it('one delivery of an instansi keeps its names and columns', async () => {
  const outcome = await runReconcile(toExport(people), { [KUDUS]: toExport([...people, ...people.slice(0, 1)]) });
  expect(JSON.parse(outcome.text('pemetaan/6410.json'))).toMatchObject({ berkas: '6410.csv' });
  expect(outcome.text('ganda.csv').split('\n')[0]).toBe('nip,instansi,baris,jenis');
  expect(outcome.text('pasangan.csv').split('\n')[0]).toBe(
    'instansi,baris_simpeg,baris_bkn,nip_simpeg,nip_bkn,cara,skor',
  );
});
