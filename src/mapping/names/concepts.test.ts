import { describe, expect, it } from 'vitest';
import { readConcepts } from './concepts.ts';

describe('readConcepts', () => {
  it.each([
    ['tmtcpn', 'tmt cpns'],
    ['noskpkt', 'no sk pangkat'],
    ['idgolrupkt', 'id gol pangkat'],
    ['thijaz', 'tahun ijazah'],
    ['tgsttpdikcpn', 'tgl sttpl diklat cpns'],
    ['mkgolblnkgb', 'mk bulan kgb'],
    ['TPTLAHIR', 'tempat lahir'],
    ['tmlhr', 'tempat lahir'],
    ['nipBaru', 'nip baru'],
    ['Gol. Ruang', 'gol'],
    ['L/P', 'kelamin'],
    ['tanggal_mulai_pangkat', 'tmt pangkat'],
    ['kdstawin', 'id status kawin'],
    ['TH_PEGAWAI_PANGKAT_NO_SK', 'riwayat pangkat no sk'],
    ['nmissu', 'nama istri'],
    ['tmpidskpd', 'usul id skpd'],
    ['n i p', 'nip'],
    ['N.I.P. Lama', 'nip lama'],
    ['No. S.K.', 'no sk'],
    ['nomor_pokok_wajib_pajak', 'npwp'],
    ['nomor_kartu_tanda_penduduk', 'no nik'],
    ['Terhitung Mulai Tanggal Pangkat', 'tmt pangkat'],
    ['terhitung_mulai_negeri_sipil', 'tmt pns'],
    ['nomor_surat_keputusan_calon_pegawai', 'no sk cpns'],
    ['masa_kerja_tahun_calon', 'mk tahun cpns'],
    ['rukun_tetangga', 'rt'],
    ['desa_tempat_tinggal', 'desa alamat'],
    ['surat_elektronik_kantor', 'email dinas'],
    ['nomor_kartu_pegawai_elektronik', 'no kpe'],
    ['masa_kerja_seluruhnya_bulan', 'mk seluruh bulan'],
    ['masath', 'mk tahun'],
    ['potongan_pajak', '~potongan ~pajak'],
    ['nama_tengah', 'nama tengah'],
    ['jab skrg', 'jab akhir'],
  ])('%s means %s', (name, concepts) => {
    expect(readConcepts(name).join(' ')).toBe(concepts);
  });

  it('leaves a word that nobody knows whole', () => {
    expect(readConcepts('zxqwv')).toEqual(['?zxqwv']);
  });

  it('stays quick on a name of a megabyte', () => {
    expect(readConcepts('z'.repeat(1_000_000))).toHaveLength(1);
  });

  it('reads a noun within its usual affixes', () => {
    expect(readConcepts('tb_riwayat_kepangkatan')).toContain('pangkat');
  });
});
