// The 36 governments of Jawa Tengah under BKN's short codes (SIASN reference service, 2025). BKN numbers them in an order of its
// own: 6401 is Kabupaten Semarang, while Kemendagri's 33.01 is Cilacap.

export interface InstansiJateng {
  /** BKN's four-digit short code: the name of the instansi on the command line. */
  readonly kode: string;
  readonly nama: string;
  readonly jenis: 'PROV' | 'KAB' | 'KOT';
  /** BKN's id of the instansi, and of its satuan kerja. */
  readonly id: string;
  readonly satuanKerjaId: string;
}

export const INSTANSI_JATENG: readonly InstansiJateng[] = [
  { kode: '6400', nama: 'Pemerintah Provinsi Jawa Tengah', jenis: 'PROV', id: 'A5EB03E23BA3F6A0E040640A040252AD', satuanKerjaId: 'A5EB03E241EFF6A0E040640A040252AD' },
  { kode: '6401', nama: 'Pemerintah Kab. Semarang', jenis: 'KAB', id: 'A5EB03E23C51F6A0E040640A040252AD', satuanKerjaId: 'A5EB03E241F0F6A0E040640A040252AD' },
  { kode: '6402', nama: 'Pemerintah Kab. Kendal', jenis: 'KAB', id: 'A5EB03E23C52F6A0E040640A040252AD', satuanKerjaId: 'A5EB03E241F1F6A0E040640A040252AD' },
  { kode: '6403', nama: 'Pemerintah Kab. Demak', jenis: 'KAB', id: 'A5EB03E23BA4F6A0E040640A040252AD', satuanKerjaId: 'A5EB03E241F2F6A0E040640A040252AD' },
  { kode: '6404', nama: 'Pemerintah Kab. Grobogan', jenis: 'KAB', id: 'A5EB03E23C53F6A0E040640A040252AD', satuanKerjaId: 'A5EB03E241F3F6A0E040640A040252AD' },
  { kode: '6405', nama: 'Pemerintah Kab. Pekalongan', jenis: 'KAB', id: 'A5EB03E23BA5F6A0E040640A040252AD', satuanKerjaId: 'A5EB03E241F4F6A0E040640A040252AD' },
  { kode: '6406', nama: 'Pemerintah Kab. Batang', jenis: 'KAB', id: 'A5EB03E23C54F6A0E040640A040252AD', satuanKerjaId: 'A5EB03E241F5F6A0E040640A040252AD' },
  { kode: '6407', nama: 'Pemerintah Kab. Tegal', jenis: 'KAB', id: 'A5EB03E23BA6F6A0E040640A040252AD', satuanKerjaId: 'A5EB03E241F6F6A0E040640A040252AD' },
  { kode: '6408', nama: 'Pemerintah Kab. Brebes', jenis: 'KAB', id: 'A5EB03E23C55F6A0E040640A040252AD', satuanKerjaId: 'A5EB03E241F7F6A0E040640A040252AD' },
  { kode: '6409', nama: 'Pemerintah Kab. Pati', jenis: 'KAB', id: 'A5EB03E23BA7F6A0E040640A040252AD', satuanKerjaId: 'A5EB03E241F8F6A0E040640A040252AD' },
  { kode: '6410', nama: 'Pemerintah Kab. Kudus', jenis: 'KAB', id: 'A5EB03E23C56F6A0E040640A040252AD', satuanKerjaId: 'A5EB03E241F9F6A0E040640A040252AD' },
  { kode: '6411', nama: 'Pemerintah Kab. Pemalang', jenis: 'KAB', id: 'A5EB03E23BA8F6A0E040640A040252AD', satuanKerjaId: 'A5EB03E241FAF6A0E040640A040252AD' },
  { kode: '6412', nama: 'Pemerintah Kab. Jepara', jenis: 'KAB', id: 'A5EB03E23C57F6A0E040640A040252AD', satuanKerjaId: 'A5EB03E241FBF6A0E040640A040252AD' },
  { kode: '6413', nama: 'Pemerintah Kab. Rembang', jenis: 'KAB', id: 'A5EB03E23BA9F6A0E040640A040252AD', satuanKerjaId: 'A5EB03E241FCF6A0E040640A040252AD' },
  { kode: '6414', nama: 'Pemerintah Kab. Blora', jenis: 'KAB', id: 'A5EB03E23C58F6A0E040640A040252AD', satuanKerjaId: 'A5EB03E241FDF6A0E040640A040252AD' },
  { kode: '6415', nama: 'Pemerintah Kab. Banyumas', jenis: 'KAB', id: 'A5EB03E23BAAF6A0E040640A040252AD', satuanKerjaId: 'A5EB03E241FEF6A0E040640A040252AD' },
  { kode: '6416', nama: 'Pemerintah Kab. Cilacap', jenis: 'KAB', id: 'A5EB03E23C59F6A0E040640A040252AD', satuanKerjaId: 'A5EB03E241FFF6A0E040640A040252AD' },
  { kode: '6417', nama: 'Pemerintah Kab. Purbalingga', jenis: 'KAB', id: 'A5EB03E23BABF6A0E040640A040252AD', satuanKerjaId: 'A5EB03E24200F6A0E040640A040252AD' },
  { kode: '6418', nama: 'Pemerintah Kab. Banjarnegara', jenis: 'KAB', id: 'A5EB03E23C5AF6A0E040640A040252AD', satuanKerjaId: 'A5EB03E24201F6A0E040640A040252AD' },
  { kode: '6419', nama: 'Pemerintah Kab. Magelang', jenis: 'KAB', id: 'A5EB03E23BACF6A0E040640A040252AD', satuanKerjaId: 'A5EB03E24202F6A0E040640A040252AD' },
  { kode: '6420', nama: 'Pemerintah Kab. Temanggung', jenis: 'KAB', id: 'A5EB03E23C5BF6A0E040640A040252AD', satuanKerjaId: 'A5EB03E24203F6A0E040640A040252AD' },
  { kode: '6421', nama: 'Pemerintah Kab. Wonosobo', jenis: 'KAB', id: 'A5EB03E23CF6F6A0E040640A040252AD', satuanKerjaId: 'A5EB03E24204F6A0E040640A040252AD' },
  { kode: '6422', nama: 'Pemerintah Kab. Purworejo', jenis: 'KAB', id: 'A5EB03E23BADF6A0E040640A040252AD', satuanKerjaId: 'A5EB03E24205F6A0E040640A040252AD' },
  { kode: '6423', nama: 'Pemerintah Kab. Kebumen', jenis: 'KAB', id: 'A5EB03E23C5CF6A0E040640A040252AD', satuanKerjaId: 'A5EB03E24206F6A0E040640A040252AD' },
  { kode: '6424', nama: 'Pemerintah Kab. Klaten', jenis: 'KAB', id: 'A5EB03E23C5DF6A0E040640A040252AD', satuanKerjaId: 'A5EB03E24207F6A0E040640A040252AD' },
  { kode: '6425', nama: 'Pemerintah Kab. Boyolali', jenis: 'KAB', id: 'A5EB03E23CC2F6A0E040640A040252AD', satuanKerjaId: 'A5EB03E24208F6A0E040640A040252AD' },
  { kode: '6426', nama: 'Pemerintah Kab. Sragen', jenis: 'KAB', id: 'A5EB03E23CC3F6A0E040640A040252AD', satuanKerjaId: 'A5EB03E24209F6A0E040640A040252AD' },
  { kode: '6427', nama: 'Pemerintah Kab. Sukoharjo', jenis: 'KAB', id: 'A5EB03E23CC4F6A0E040640A040252AD', satuanKerjaId: 'A5EB03E2420AF6A0E040640A040252AD' },
  { kode: '6428', nama: 'Pemerintah Kab. Karanganyar', jenis: 'KAB', id: 'A5EB03E23CC5F6A0E040640A040252AD', satuanKerjaId: 'A5EB03E2420BF6A0E040640A040252AD' },
  { kode: '6429', nama: 'Pemerintah Kab. Wonogiri', jenis: 'KAB', id: 'A5EB03E23CC6F6A0E040640A040252AD', satuanKerjaId: 'A5EB03E2420CF6A0E040640A040252AD' },
  { kode: '6471', nama: 'Pemerintah Kota Semarang', jenis: 'KOT', id: 'A5EB03E23CC7F6A0E040640A040252AD', satuanKerjaId: 'A5EB03E2420DF6A0E040640A040252AD' },
  { kode: '6472', nama: 'Pemerintah Kota Salatiga', jenis: 'KOT', id: 'A5EB03E23CC8F6A0E040640A040252AD', satuanKerjaId: 'A5EB03E2420EF6A0E040640A040252AD' },
  { kode: '6473', nama: 'Pemerintah Kota Pekalongan', jenis: 'KOT', id: 'A5EB03E23CC9F6A0E040640A040252AD', satuanKerjaId: 'A5EB03E2420FF6A0E040640A040252AD' },
  { kode: '6474', nama: 'Pemerintah Kota Tegal', jenis: 'KOT', id: 'A5EB03E23CCAF6A0E040640A040252AD', satuanKerjaId: 'A5EB03E24210F6A0E040640A040252AD' },
  { kode: '6475', nama: 'Pemerintah Kota Magelang', jenis: 'KOT', id: 'A5EB03E23CCBF6A0E040640A040252AD', satuanKerjaId: 'A5EB03E24211F6A0E040640A040252AD' },
  { kode: '6476', nama: 'Pemerintah Kota Surakarta', jenis: 'KOT', id: 'A5EB03E23B43F6A0E040640A040252AD', satuanKerjaId: 'A5EB03E24212F6A0E040640A040252AD' },
];
