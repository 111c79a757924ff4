export type Jenjang = 'PM' | 'TR' | 'MH' | 'PY' | 'PT' | 'MU' | 'MA' | 'UT';
export type KelompokFungsional = 'guru' | 'kesehatan' | 'lain';

/** A functional post with BKN's id of each of its levels. */
export interface JabatanFungsional {
  readonly nama: string;
  readonly kelompok: KelompokFungsional;
  /** Field of study that leads to it, as in the list of programmes. */
  readonly bidang: string;
  readonly jenjang: Readonly<Partial<Record<Jenjang, string>>>;
}

/** Least education of the work (d SD, m SLTA, p D-III, s S-1, g teacher), BKN's id, BKN's name. */
export type PelaksanaRow = readonly [tanda: string, id: string, nama: string];

/** Code of the kecamatan (6 digits), its name, names of desa joined by a bar. */
export type KecamatanRow = readonly [kode: string, nama: string, desa: string];

export interface Daerah {
  /** BKN's code of the government. */
  readonly instansi: string;
  /** Kemendagri's four digits. */
  readonly kode: string;
  readonly nama: string;
  readonly jenis: 'kabupaten' | 'kota';
  /** BKN's id among the places. */
  readonly lokasiId: string;
  readonly kecamatan: readonly KecamatanRow[];
}

export interface Tempat {
  readonly id: string;
  readonly nama: string;
  readonly provinsi: string;
}
