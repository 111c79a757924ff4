import { describe, expect, it } from 'vitest';
import { makePerson, type Person, runReconcile, toExport } from './testing/deliveries.ts';

const PEOPLE = Array.from({ length: 60 }, (_, n): Person => {
  const [agama_id, agama] = n % 2 === 0 ? ['1', 'Islam'] : n % 10 === 1 ? ['3', 'Katholik'] : ['2', 'Kristen'];
  return makePerson(n, '6410', { agama_id, agama });
});
const CODES: Readonly<Record<string, string>> = { Islam: '9', Kristen: '5', Katholik: '7' };

const recipe = JSON.stringify({
  berkas: 'simpeg.csv',
  tabel: '6410',
  kolom: [
    { sumber: 'nip', kanonik: 'nip' },
    { sumber: 'nama', kanonik: 'nama' },
    {
      sumber: 'kd_agama',
      kanonik: 'agama',
      pembaca: { jenis: 'kode', tabel: { 9: 'Islam', 5: 'Kristen', 7: 'Katholik' } },
    },
  ],
});

async function turned(code: (person: Person, n: number) => string) {
  const rows = PEOPLE.map((person, n) => `${person.nip},${person.nama},${code(person, n)}`);
  const simpeg = `nip,nama,kd_agama\n${rows.join('\n')}\n`;
  const { summary } = await runReconcile(toExport(PEOPLE), { '6410': simpeg }, 1, { '6410': recipe });
  return summary.kode_berganti_arti;
}

const right = ({ agama }: Person): string => CODES[agama ?? ''] ?? '';

describe('codes that a recipe explains', () => {
  it('are not spoken of where BKN bears them out, few of them are wrong, or one person in ten is', async () => {
    expect(await turned(right)).toBeUndefined();
    expect(await turned((person, n) => (n % 10 === 0 ? '5' : right(person)))).toBeUndefined();
  });

  it('are told in one sentence where two changed their meaning, though as many people bear them as before', async () => {
    const swap: Readonly<Record<string, string>> = { 9: '5', 5: '9' };
    const found = await turned((person) => swap[right(person)] ?? right(person));
    expect(found).toHaveLength(1);
    expect(found?.[0]).toMatchObject({
      instansi: '6410',
      kolom: 'agama',
      sumber: 'kd_agama',
      kode: [
        { kode: '5', arti: 'Kristen', bkn: 'Islam', dukungan: 30, bertentangan: 0 },
        { kode: '9', arti: 'Islam', bkn: 'Kristen', dukungan: 24, bertentangan: 0 },
      ],
    });
    expect(found?.[0]?.kalimat).toContain('5 (Kristen) di BKN umumnya Islam (30 dari 30 pegawai)');
  });

  it('are not taken for turned where their people merely have what nearly everybody has', async () => {
    const most = PEOPLE.map((person, n) => (n < 54 ? { ...person, agama_id: '1', agama: 'Islam' } : person));
    const rows = most.map((person, n) => `${person.nip},${person.nama},${n < 6 ? '7' : right(person)}`);
    const simpeg = `nip,nama,kd_agama\n${rows.join('\n')}\n`;
    const { summary } = await runReconcile(toExport(most), { '6410': simpeg }, 1, { '6410': recipe });
    expect(summary.kode_berganti_arti).toBeUndefined();
  });
});
