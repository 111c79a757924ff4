export type Entitas =
  | 'pegawai'
  | 'riwayat'
  | 'riwayat_pangkat'
  | 'riwayat_jabatan'
  | 'riwayat_pendidikan'
  | 'riwayat_kgb'
  | 'riwayat_pindah_instansi'
  | 'riwayat_pns_unor'
  | 'riwayat_pwk'
  | 'riwayat_masa_kerja'
  | 'riwayat_angka_kredit'
  | 'riwayat_skp'
  | 'riwayat_kinerja_periodik'
  | 'riwayat_hukdis'
  | 'riwayat_cltn'
  | 'riwayat_pemberhentian'
  | 'riwayat_diklat'
  | 'riwayat_kursus'
  | 'riwayat_sertifikasi'
  | 'riwayat_penghargaan'
  | 'riwayat_dp3'
  | 'riwayat_tubel'
  | 'pasangan'
  | 'anak'
  | 'orang_tua';

export type Kelompok =
  | 'identitas'
  | 'kepegawaian'
  | 'golongan'
  | 'jabatan'
  | 'pendidikan'
  | 'unit'
  | 'kontak'
  | 'keluarga'
  | 'gaji'
  | 'dokumen';

export type Tipe =
  | 'teks'
  | 'nama'
  | 'gelar'
  | 'tanggal'
  | 'tahun'
  | 'bilangan'
  | 'kode'
  | 'nip'
  | 'nik'
  | 'npwp'
  | 'telepon'
  | 'email'
  | 'uang'
  | 'boolean';

/** How a delivered value is brought to one form before it is compared. */
export type Normalisasi =
  | 'asli'
  | 'digit'
  | 'id_bkn'
  | 'kode_ref'
  | 'golongan'
  | 'nama'
  | 'gelar'
  | 'teks'
  | 'nomor'
  | 'tempat'
  | 'tanggal'
  | 'tahun'
  | 'bilangan'
  | 'uang'
  | 'masa_kerja'
  | 'telepon'
  | 'email'
  | 'npwp'
  | 'boolean';

/** How two normalised values are judged. */
export type Pembanding =
  | 'sama'
  | 'nama'
  | 'gelar'
  | 'tanggal'
  | 'kode_lalu_teks'
  | 'teks_longgar'
  | 'bilangan'
  | 'tidak';

/** One field of the canonical model. Omitted lists are empty, omitted marks are false. */
export interface FieldRow {
  /** Canonical name, snake_case; fields of histories start with `entitas.`. */
  readonly nama: string;
  readonly entitas: Entitas;
  /** Block on the screen. */
  readonly kelompok: Kelompok;
  readonly tipe: Tipe;
  readonly normalisasi: Normalisasi;
  readonly pembanding: Pembanding;
  /** Part of the reconciliation of Simpeg and BKN. */
  readonly dibandingkan?: true;
  /** The other half of a pair of id and text; differences are reported on the text half only. */
  readonly pasangan?: string;
  /** Reference tables that list the allowed values. */
  readonly tabelReferensi?: readonly string[];
  /** Heading on the screen. */
  readonly label: string;
  /** One sentence of explanation on the screen. */
  readonly arti: string;
  /** Whose value holds while nobody has decided. A setting, not a law. */
  readonly sumberUtama: 'bkn' | 'simpeg' | 'keduanya';
  /** The way to correct BKN's value. A setting, not a law. */
  readonly kanalPerbaikan: 'api_bkn' | 'layanan_bkn' | 'myasn' | 'simpeg' | 'crosswalk';
  readonly dokumenBukti?: readonly string[];
  /** Services that are held up while the field is missing or differs. */
  readonly pemblokir?: readonly string[];
  /** Masked for readers without the right; never in logs or file names. */
  readonly sensitif?: true;
  /** Indicators of BKN's data-quality index that read the field. */
  readonly ikd?: readonly string[];
  /** Exact heading in BKN's 67-column "Data ASN" export. */
  readonly judulSiasn?: string;
  /** Name in BKN's JSON (`data-utama`, or `rw-x.field` of a history). */
  readonly apiSiasn?: readonly string[];
  /** Column of the legacy PUPNS/SAPK extract. */
  readonly kolomPupns?: readonly string[];
  /** Headings seen in the wild: evidence for mapping, never proof. */
  readonly padanan?: readonly string[];
}
