import type { Option } from './command.ts';

/** Options that several commands take, so that one word means one thing everywhere. */

export const BKN: Option = { jenis: 'teks', isi: '<berkas>', guna: 'ekspor "Data ASN" dari SIASN BKN' };
export const SIMPEG: Option = {
  jenis: 'teks_berulang',
  isi: '<instansi>=<berkas>',
  guna: 'kiriman Simpeg satu instansi, misalnya 6410=kudus.xlsx; boleh berulang. Kode instansi: bantuan instansi',
};
export const PEMETAAN: Option = {
  jenis: 'teks_berulang',
  isi: '<instansi>=<json>',
  guna: 'pemetaan kolom yang sudah Anda periksa untuk kiriman instansi itu; boleh berulang',
};
export const BUKU: Option = { jenis: 'teks', isi: '<folder>', guna: 'folder buku pemetaan yang sudah disahkan' };
export const INSTANSI: Option = {
  jenis: 'instansi',
  isi: '<kode>',
  guna: 'kode instansi empat angka menurut BKN; daftarnya: bantuan instansi',
};
export const ACUAN: Option = {
  jenis: 'folder',
  isi: '<folder>',
  guna: 'folder tabel acuan hasil referensi impor; tanpa ini dipakai yang sudah diimpor, bila ada',
};
export const SILANG: Option = {
  jenis: 'teks',
  isi: '<folder>',
  guna: 'folder silang (arti kode dan istilah setempat)',
};
export const TIMPA: Option = { jenis: 'tanda', isi: '', guna: 'boleh menimpa hasil lama di folder itu' };

export const dayOption = (guna: string): Option => ({ jenis: 'tanggal', isi: 'YYYY-MM-DD', guna });
export const textOption = (isi: string, guna: string): Option => ({ jenis: 'teks', isi, guna });
export const choiceOption = (pilihan: readonly string[], guna: string): Option => ({
  jenis: 'teks',
  isi: pilihan.join('|'),
  guna,
  pilihan,
});
