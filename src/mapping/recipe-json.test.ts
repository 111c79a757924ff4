import { describe, expect, it } from 'vitest';
import { describeProblem } from '#kernel/problem.ts';
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
    ['nipp', { jenis: 'langsung' }, ['kolom', 'kanonik']],
    ['tmt_golongan', { jenis: 'kode', tabel: {} }, ['kolom', 'pembaca']],
    ['no_sk_cpns', { jenis: 'rujukan', tabel: 'r', kunci: 'id', nilai: 'no' }, ['kolom', 'pembaca']],
    ['unit_kerja', { jenis: 'tanggal', urutan: 'dmy' }, ['kolom', 'pembaca']],
    ['jabatan', { jenis: 'nama_bergelar' }, ['kolom', 'pembaca']],
    ['tmt_cpns', { jenis: 'masa_kerja' }, ['kolom', 'pembaca']],
    ['agama', { jenis: 'teks_tanggal', ambil: 'tanggal' }, ['kolom', 'pembaca']],
    ['agama', { jenis: 'tanggal_terpisah', hari: 'a', bulan: 'b', tahun: 'c' }, ['kolom', 'pembaca']],
    ['agama', { jenis: 'potong', pemisah: '/', dari: 2, ambil: 3 }, ['kolom', 'pembaca']],
    [
      'agama',
      { jenis: 'potong', pemisah: '/', dari: 2, ambil: 1, lalu: { jenis: 'masa_kerja' } },
      ['kolom', 'pembaca'],
    ],
  ])(
    'a reader that cannot serve %s, or a field that is none, is refused and not passed over',
    async (kanonik, pembaca, [list, key]) => {
      const text = JSON.stringify({ berkas: 'a', tabel: 'b', kolom: [{ sumber: 'x', kanonik, pembaca }] });
      expect(await parseRecipe(text)).toMatchObject({
        ok: false,
        error: { code: 'PEMETAAN_SALAH', values: { bagian: `"${list}" butir ke-1, "${key}"` } },
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

  const lines = (...own: readonly string[]): string =>
    ['{', '  "berkas": "a.csv",', '  "tabel": "a",', '  "kolom": [', ...own, '  ]', '}'].join('\n');
  const column = (rest: string): string => lines(`    { "sumber": "X", ${rest} }`);

  it.each([
    ['no JSON at all', 'baris 1, huruf ke-1: isi berkas ini bukan JSON'],
    [
      '[]',
      'baris 1, huruf ke-1 (seluruh isi): seharusnya kelompok isian di antara { dan }; yang tertulis sebuah daftar',
    ],
    [
      lines('    { "sumber": "A", "kanonik": null },'),
      'baris 5, huruf ke-39: ada koma sesudah butir terakhir. Hapus koma',
    ],
    [
      lines('    { "sumber": 1, "kanonik": null }'),
      'baris 5, huruf ke-17 ("kolom" butir ke-1, "sumber"): seharusnya teks',
    ],
    [
      lines('    { "sumber": "A" }'),
      'baris 5, huruf ke-5 ("kolom" butir ke-1, "kanonik"): belum ditulis; seharusnya teks di antara tanda kutip, atau null',
    ],
    [
      column('"kanonk": "nip"'),
      'baris 5, huruf ke-22 ("kolom" butir ke-1, "kanonk"): kunci "kanonk" tidak dikenal di sini (maksud Anda "kanonik"?)',
    ],
    [column('"kanonik": "nipp"'), 'tidak ada isian bernama "nipp" (maksud Anda "nip"?)'],
    [column('"kanonik": "nip", "keyakinan": 95'), 'seharusnya angka, paling besar 1; yang tertulis 95'],
    [column('"kanonik": "nip", "pembaca": "langsung"'), 'di antara { dan }; yang tertulis "langsung"'],
    [column('"kanonik": "nip", "pembaca": { "jenis": "tangal" }'), 'yang tertulis "tangal" (maksud Anda "tanggal"?)'],
    [
      column('"kanonik": "nip", "pembaca": { "jenis": "langsung", "urutan": "dmy" }'),
      'kunci "urutan" tidak dikenal di sini; yang dikenal hanya "jenis"',
    ],
    [
      column('"kanonik": "tanggal_lahir", "pembaca": { "jenis": "tanggal", "urutann": "dmy" }'),
      'maksud Anda "urutan"?',
    ],
    [
      column('"kanonik": "nip"').replace('"tabel"', '"sarign": [], "tabel"'),
      'baris 3, huruf ke-3 ("sarign"): kunci "sarign" tidak dikenal di sini (maksud Anda "saring"?)',
    ],
  ])('%s is refused with the place, what was expected, and the remedy', async (text, sentence) => {
    const parsed = await parseRecipe(text, 'p.json');
    const said = parsed.ok ? '' : describeProblem(parsed.error);
    expect(said).toContain(sentence);
    expect(said).toMatch(
      /^Berkas pemetaan p\.json (?:tidak dapat dibaca|salah) pada baris .* buat lagi dengan perintah petakan\.$/,
    );
    expect(said).not.toMatch(/\b(?:expected|received|Invalid|undefined)\b|\{\w+\}/);
  });

  it('tells all that is wrong at once, in the order of the text', async () => {
    const text = lines(
      '    { "sumber": "A", "kanonik": "nipp" },',
      '    { "sumber": "B", "kanonk": "nip" },',
      '    { "sumber": "C", "kanonik": "nama", "keyakinan": "tinggi" },',
      '    { "sumber": "D", "kanonik": "agama", "pembaca": { "jenis": "masa_kerja" } }',
    ).replace('"tabel"', '"sarign": [], "tabel"');
    const parsed = await parseRecipe(text, 'p.json');
    const said = parsed.ok ? '' : describeProblem(parsed.error);
    expect(said.match(/\d\) baris \d+/g)).toEqual([3, 5, 6, 7, 8].map((baris, at) => `${at + 1}) baris ${baris}`));
    expect(said).toMatch(/^Berkas pemetaan p\.json salah di 5 tempat: .* buat lagi dengan perintah petakan\.$/);
  });

  it('says how many faults it does not tell', async () => {
    const columns = Array.from({ length: 40 }, (_, at) => `    { "sumber": "K${at}", "kanonik": "tidak_ada_${at}" }`);
    const parsed = await parseRecipe(lines(columns.join(',\n')));
    expect(parsed.ok ? '' : describeProblem(parsed.error)).toContain('; dan 30 lagi. ');
  });

  it('may carry what petakan prints beside it', async () => {
    const text = lines('    { "sumber": "NIP", "kanonik": "nip" }').replace(
      '{\n',
      '{\n"ditanyakan": [], "buku": {}, "tawaran": [],\n',
    );
    expect(await parseRecipe(text)).toMatchObject({ ok: true });
  });
});
