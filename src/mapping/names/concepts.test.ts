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
