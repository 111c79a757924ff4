import { describe, expect, it } from 'vitest';
import { formatRecipe, parseRecipe } from './recipe-json.ts';
import { makeUp } from './testing/synthetic-values.ts';
import { csvOf, propose } from './testing/temp-file.ts';

describe('a recipe as JSON', () => {
  it('comes back as it was', async () => {
    const rows = Array.from({ length: 30 }, (_, index) => [makeUp(index).nip, `ORANG ${'A'.repeat(1 + index)}`]);
    const recipe = await propose('a.csv', csvOf(['nip', 'nama'], rows), { tabel: 'a' });
    const parsed = await parseRecipe(formatRecipe(recipe));
    expect(parsed).toEqual({ ok: true, value: recipe });
  });

  it('may be shortened by hand to names and fields', async () => {
    const parsed = await parseRecipe('{"berkas":"a.csv","tabel":"a","kolom":[{"sumber":"NIP","kanonik":"nip"}]}');
    expect(parsed.ok && parsed.value.kolom[0]).toMatchObject({ kanonik: 'nip', pembaca: { jenis: 'langsung' } });
  });

  it.each([
    ['nipp', { jenis: 'langsung' }, 'kolom.0.kanonik'],
    ['tmt_golongan', { jenis: 'kode', tabel: {} }, 'kolom.0.pembaca'],
    ['no_sk_cpns', { jenis: 'rujukan', tabel: 'r', kunci: 'id', nilai: 'no' }, 'kolom.0.pembaca'],
    ['unit_kerja', { jenis: 'tanggal', urutan: 'dmy' }, 'kolom.0.pembaca'],
    ['jabatan', { jenis: 'nama_bergelar' }, 'kolom.0.pembaca'],
    ['tmt_cpns', { jenis: 'masa_kerja' }, 'kolom.0.pembaca'],
    ['agama', { jenis: 'teks_tanggal', ambil: 'tanggal' }, 'kolom.0.pembaca'],
    ['agama', { jenis: 'tanggal_terpisah', hari: 'a', bulan: 'b', tahun: 'c' }, 'kolom.0.pembaca'],
    ['agama', { jenis: 'potong', pemisah: '/', dari: 2, ambil: 3 }, 'kolom.0.pembaca'],
    ['agama', { jenis: 'potong', pemisah: '/', dari: 2, ambil: 1, lalu: { jenis: 'masa_kerja' } }, 'kolom.0.pembaca'],
  ])(
    'a reader that cannot serve %s, or a field that is none, is refused and not passed over',
    async (kanonik, pembaca, bagian) => {
      const text = JSON.stringify({ berkas: 'a', tabel: 'b', kolom: [{ sumber: 'x', kanonik, pembaca }] });
      expect(await parseRecipe(text)).toMatchObject({
        ok: false,
        error: { code: 'PEMETAAN_SALAH', values: { bagian } },
      });
    },
  );

  it.each([
    ['golongan_id', { jenis: 'kode', tabel: { 1: '11' } }],
    ['unit_kerja', { jenis: 'sambung', kolom: ['a', 'b'], pemisah: '.' }],
    ['tanggal_lahir', { jenis: 'sambung', kolom: ['a', 'b', 'c'], pemisah: '-' }],
    ['pendidikan_tahun_lulus', { jenis: 'tanggal', urutan: 'mdy' }],
    ['masa_kerja_tahun', { jenis: 'masa_kerja' }],
    ['nama', { jenis: 'nama_bergelar' }],
    ['tempat_lahir', { jenis: 'teks_tanggal', ambil: 'teks' }],
    ['nip', { jenis: 'potong', pemisah: '/', dari: 2, ambil: 2 }],
    ['pendidikan_tahun_lulus', { jenis: 'bentang', kelompok: 'S1', urut: 40 }],
    ['riwayat_jabatan.jabatan', { jenis: 'rujukan', tabel: 'r', kunci: 'id', nilai: 'nama' }],
  ])('a reader that serves %s is taken', async (kanonik, pembaca) => {
    const text = JSON.stringify({ berkas: 'a', tabel: 'b', kolom: [{ sumber: 'x', kanonik, pembaca }] });
    expect(await parseRecipe(text)).toMatchObject({ ok: true });
  });

  it.each([
    ['no JSON at all', 'PEMETAAN_BUKAN_JSON'],
    ['{"berkas":"a","tabel":"b","kolom":[{"sumber":1}]}', 'PEMETAAN_SALAH'],
    ['[]', 'PEMETAAN_SALAH'],
  ])('%s is refused with the place of the fault', async (text, code) => {
    expect(await parseRecipe(text, 'p.json')).toMatchObject({ ok: false, error: { code } });
  });
});
