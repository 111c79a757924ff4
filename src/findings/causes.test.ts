import { describe, expect, it } from 'vitest';
import { causeOf, describeCause } from './causes.ts';
import { isMasked, maskValue } from './display.ts';
import { countFiltered, listFacets } from './figures.ts';

describe('causes', () => {
  it.each([
    ['tmt_golongan', 'beda', 'hari dan bulan tertukar', 'Tanggal dan bulan tertukar pada TMT golongan'],
    [
      'tanggal_lahir',
      'beda',
      'satu digit berbeda; NIP sesuai dengan nilai BKN',
      'Satu angka salah ketik pada Tanggal lahir; NIP membenarkan BKN',
    ],
    ['golongan', 'beda', 'Simpeg satu tingkat di bawah BKN', / di Simpeg lebih rendah daripada di BKN$/],
    ['golongan', 'beda', 'Simpeg 3 tingkat di bawah BKN', / di Simpeg lebih rendah daripada di BKN$/],
    ['masa_kerja_tahun', 'beda', 'selisih tepat 4 tahun', /berselisih tahun penuh$/],
    ['masa_kerja_tahun', 'beda', 'selisih 5 tahun, seperti pengurangan masa kerja golongan II ke III', /pengurangan/],
    ['gelar_belakang', 'beda', 'gelar kurang di BKN: S.Pd.', 'Gelar belum tercatat di BKN'],
    ['nama', 'mirip', 'kata digabung atau dipisah', 'Kata hilang, digabung, dipisah, atau disingkat pada Nama'],
    ['nip', 'beda', 'tanggal lahir, TMT di NIP berbeda', 'Bagian NIP berbeda'],
    ['no_hp', 'kosong_bkn', '', / kosong di BKN$/],
    ['agama', 'beda', '', 'Agama berbeda'],
    ['entah', 'beda', '', 'entah berbeda'],
  ])('of %s (%s, %s) are told as: %s', (bidang, kelas, rincian, expected) => {
    const sentence = describeCause(causeOf(bidang, kelas, rincian));
    if (typeof expected === 'string') expect(sentence).toBe(expected);
    else expect(sentence).toMatch(expected);
  });

  it('count alike in the list and in every facet', () => {
    const causes = [
      { sebab: 'a.beda', bidang: 'a', kelas: 'beda', selisih: 3 },
      { sebab: 'a.mirip', bidang: 'a', kelas: 'mirip', selisih: 2 },
      { sebab: 'b.beda', bidang: 'b', kelas: 'beda', selisih: 5 },
    ];
    expect(countFiltered(causes, {})).toBe(10);
    expect(countFiltered(causes, { bidang: 'a', kelas: 'beda' })).toBe(3);
    const { bidang, kelas } = listFacets(causes, { kelas: 'beda' });
    expect(bidang.map(({ nilai, jumlah }) => [nilai, jumlah])).toEqual([
      ['b', 5],
      ['a', 3],
    ]);
    expect(kelas.map(({ nilai, jumlah }) => [nilai, jumlah])).toEqual([
      ['beda', 8],
      ['mirip', 2],
    ]);
  });
});

it('masks numbers by which somebody is reached or impersonated, and nothing else (X5)', () => {
  expect(['nik', 'no_hp', 'email', 'npwp', 'no_bpjs'].map(isMasked)).toEqual([true, true, true, true, true]);
  expect(['nip', 'nama', 'tanggal_lahir', 'agama', 'entah'].map(isMasked)).toEqual([false, false, false, false, false]);
  expect([maskValue(''), maskValue('12'), maskValue('3311014810719613')]).toEqual(['', '•••', '••••••••13']);
});
