export type Keluarga = 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I';
export type Profil = 'bersih' | 'biasa' | 'buruk';

/** How one government appears in the sample. Family, container, profile and lag are drawn by lot: they say nothing about it. */
export interface Office {
  /** BKN's four-digit code. */
  readonly kode: string;
  readonly nama: string;
  /** Share of all PNS. */
  readonly bobot: number;
  readonly keluarga: Keluarga;
  readonly versi: string;
  readonly wadah: string;
  /** Encoding, then the delimiter in words where the container has one. */
  readonly penyandian: string;
  readonly profil: Profil;
  /** How many months the office's Simpeg lags behind the truth. */
  readonly bulanTertinggal: number;
  /** The office also delivers its payroll. */
  readonly gajiDbf: boolean;
  /** Defects that hit this office as a whole, and other peculiarities. */
  readonly khusus: readonly string[];
}

export const OFFICES: readonly Office[] = [
  { kode: '6400', nama: 'Provinsi Jawa Tengah', bobot: 0.158103, keluarga: 'D', versi: 'D1', wadah: 'csv', penyandian: 'windows-1252;titik koma', profil: 'biasa', bulanTertinggal: 5, gajiDbf: false, khusus: [] },
  { kode: '6401', nama: 'Kabupaten Semarang', bobot: 0.023934, keluarga: 'G', versi: 'G1', wadah: 'dbf', penyandian: 'cp850', profil: 'biasa', bulanTertinggal: 4, gajiDbf: false, khusus: [] },
  { kode: '6402', nama: 'Kabupaten Kendal', bobot: 0.024005, keluarga: 'H', versi: 'H1', wadah: 'sql', penyandian: 'utf-8', profil: 'biasa', bulanTertinggal: 6, gajiDbf: false, khusus: [] },
  { kode: '6403', nama: 'Kabupaten Demak', bobot: 0.026070, keluarga: 'A', versi: 'A2', wadah: 'sql', penyandian: 'latin1', profil: 'biasa', bulanTertinggal: 1, gajiDbf: false, khusus: [] },
  { kode: '6404', nama: 'Kabupaten Grobogan', bobot: 0.029514, keluarga: 'C', versi: 'C1', wadah: 'sql', penyandian: 'latin1', profil: 'biasa', bulanTertinggal: 4, gajiDbf: false, khusus: ['D03', 'D23'] },
  { kode: '6405', nama: 'Kabupaten Pekalongan', bobot: 0.023231, keluarga: 'E', versi: 'E3', wadah: 'xlsx', penyandian: '-', profil: 'bersih', bulanTertinggal: 0, gajiDbf: false, khusus: [] },
  { kode: '6406', nama: 'Kabupaten Batang', bobot: 0.020929, keluarga: 'C', versi: 'C2', wadah: 'csv', penyandian: 'windows-1252;titik koma', profil: 'bersih', bulanTertinggal: 0, gajiDbf: false, khusus: ['D03'] },
  { kode: '6407', nama: 'Kabupaten Tegal', bobot: 0.032409, keluarga: 'F', versi: 'F2', wadah: 'xlsx', penyandian: '-', profil: 'bersih', bulanTertinggal: 1, gajiDbf: false, khusus: ['D03'] },
  { kode: '6408', nama: 'Kabupaten Brebes', bobot: 0.036554, keluarga: 'A', versi: 'A2', wadah: 'csv', penyandian: 'windows-1252;titik koma', profil: 'biasa', bulanTertinggal: 1, gajiDbf: false, khusus: [] },
  { kode: '6409', nama: 'Kabupaten Pati', bobot: 0.027770, keluarga: 'A', versi: 'A3', wadah: 'csv', penyandian: 'utf-8;koma', profil: 'bersih', bulanTertinggal: 1, gajiDbf: false, khusus: ['kode_kelamin_terbalik'] },
  { kode: '6410', nama: 'Kabupaten Kudus', bobot: 0.021212, keluarga: 'F', versi: 'F3', wadah: 'xlsx', penyandian: '-', profil: 'biasa', bulanTertinggal: 2, gajiDbf: false, khusus: ['D03'] },
  { kode: '6411', nama: 'Kabupaten Pemalang', bobot: 0.030547, keluarga: 'A', versi: 'A1', wadah: 'sql', penyandian: 'utf-8', profil: 'biasa', bulanTertinggal: 6, gajiDbf: false, khusus: ['D06', 'D23'] },
  { kode: '6412', nama: 'Kabupaten Jepara', bobot: 0.026451, keluarga: 'B', versi: 'B2', wadah: 'sql', penyandian: 'utf-8', profil: 'biasa', bulanTertinggal: 6, gajiDbf: false, khusus: [] },
  { kode: '6413', nama: 'Kabupaten Rembang', bobot: 0.018471, keluarga: 'B', versi: 'B1', wadah: 'sql', penyandian: 'utf-8', profil: 'biasa', bulanTertinggal: 4, gajiDbf: true, khusus: [] },
  { kode: '6414', nama: 'Kabupaten Blora', bobot: 0.021859, keluarga: 'F', versi: 'F1', wadah: 'xlsx', penyandian: '-', profil: 'buruk', bulanTertinggal: 18, gajiDbf: false, khusus: ['D15', 'D03'] },
  { kode: '6415', nama: 'Kabupaten Banyumas', bobot: 0.033999, keluarga: 'C', versi: 'C1', wadah: 'sql', penyandian: 'latin1', profil: 'biasa', bulanTertinggal: 2, gajiDbf: false, khusus: [] },
  { kode: '6416', nama: 'Kabupaten Cilacap', bobot: 0.036468, keluarga: 'A', versi: 'A1', wadah: 'sql.gz', penyandian: 'utf-8', profil: 'biasa', bulanTertinggal: 1, gajiDbf: true, khusus: [] },
  { kode: '6417', nama: 'Kabupaten Purbalingga', bobot: 0.023534, keluarga: 'D', versi: 'D1', wadah: 'csv', penyandian: 'windows-1252;titik koma', profil: 'biasa', bulanTertinggal: 2, gajiDbf: false, khusus: [] },
  { kode: '6418', nama: 'Kabupaten Banjarnegara', bobot: 0.023718, keluarga: 'E', versi: 'E2', wadah: 'sql', penyandian: 'utf-8', profil: 'biasa', bulanTertinggal: 2, gajiDbf: false, khusus: [] },
  { kode: '6419', nama: 'Kabupaten Magelang', bobot: 0.027251, keluarga: 'A', versi: 'A3', wadah: 'sql', penyandian: 'utf-8', profil: 'bersih', bulanTertinggal: 0, gajiDbf: false, khusus: [] },
  { kode: '6420', nama: 'Kabupaten Temanggung', bobot: 0.020503, keluarga: 'A', versi: 'A2', wadah: 'sql', penyandian: 'latin1', profil: 'buruk', bulanTertinggal: 17, gajiDbf: true, khusus: [] },
  { kode: '6421', nama: 'Kabupaten Wonosobo', bobot: 0.022091, keluarga: 'B', versi: 'B1', wadah: 'sql', penyandian: 'utf-8', profil: 'buruk', bulanTertinggal: 17, gajiDbf: false, khusus: ['D06'] },
  { kode: '6422', nama: 'Kabupaten Purworejo', bobot: 0.020332, keluarga: 'B', versi: 'B2', wadah: 'sql', penyandian: 'utf-8', profil: 'bersih', bulanTertinggal: 0, gajiDbf: false, khusus: [] },
  { kode: '6423', nama: 'Kabupaten Kebumen', bobot: 0.028557, keluarga: 'C', versi: 'C1', wadah: 'sql', penyandian: 'latin1', profil: 'bersih', bulanTertinggal: 1, gajiDbf: true, khusus: [] },
  { kode: '6424', nama: 'Kabupaten Klaten', bobot: 0.026695, keluarga: 'G', versi: 'G1', wadah: 'dbf', penyandian: 'cp850', profil: 'biasa', bulanTertinggal: 3, gajiDbf: false, khusus: [] },
  { kode: '6425', nama: 'Kabupaten Boyolali', bobot: 0.024261, keluarga: 'F', versi: 'F1', wadah: 'xlsx', penyandian: '-', profil: 'buruk', bulanTertinggal: 9, gajiDbf: false, khusus: ['D15', 'D03'] },
  { kode: '6426', nama: 'Kabupaten Sragen', bobot: 0.023093, keluarga: 'A', versi: 'A2', wadah: 'sql', penyandian: 'latin1', profil: 'biasa', bulanTertinggal: 5, gajiDbf: true, khusus: [] },
  { kode: '6427', nama: 'Kabupaten Sukoharjo', bobot: 0.021711, keluarga: 'A', versi: 'A1', wadah: 'sql', penyandian: 'utf-8', profil: 'bersih', bulanTertinggal: 1, gajiDbf: false, khusus: [] },
  { kode: '6428', nama: 'Kabupaten Karanganyar', bobot: 0.022191, keluarga: 'E', versi: 'E4', wadah: 'json', penyandian: 'utf-8', profil: 'buruk', bulanTertinggal: 14, gajiDbf: false, khusus: ['D06'] },
  { kode: '6429', nama: 'Kabupaten Wonogiri', bobot: 0.023531, keluarga: 'D', versi: 'D1', wadah: 'csv', penyandian: 'windows-1252;titik koma', profil: 'buruk', bulanTertinggal: 12, gajiDbf: false, khusus: ['D06'] },
  { kode: '6471', nama: 'Kota Semarang', bobot: 0.031855, keluarga: 'I', versi: 'I1', wadah: 'sql', penyandian: 'utf-8', profil: 'biasa', bulanTertinggal: 4, gajiDbf: false, khusus: [] },
  { kode: '6472', nama: 'Kota Salatiga', bobot: 0.012450, keluarga: 'H', versi: 'H2', wadah: 'ndjson', penyandian: 'utf-8', profil: 'biasa', bulanTertinggal: 5, gajiDbf: false, khusus: [] },
  { kode: '6473', nama: 'Kota Pekalongan', bobot: 0.013989, keluarga: 'C', versi: 'C2', wadah: 'sql', penyandian: 'byte latin1 dinyatakan utf-8', profil: 'buruk', bulanTertinggal: 8, gajiDbf: false, khusus: [] },
  { kode: '6474', nama: 'Kota Tegal', bobot: 0.013682, keluarga: 'A', versi: 'A3', wadah: 'sql', penyandian: 'utf-8', profil: 'biasa', bulanTertinggal: 1, gajiDbf: false, khusus: [] },
  { kode: '6475', nama: 'Kota Magelang', bobot: 0.011543, keluarga: 'E', versi: 'E1', wadah: 'sql', penyandian: 'utf-8', profil: 'biasa', bulanTertinggal: 3, gajiDbf: false, khusus: [] },
  { kode: '6476', nama: 'Kota Surakarta', bobot: 0.017487, keluarga: 'A', versi: 'A1', wadah: 'sql', penyandian: 'utf-8', profil: 'buruk', bulanTertinggal: 11, gajiDbf: true, khusus: [] },
];
