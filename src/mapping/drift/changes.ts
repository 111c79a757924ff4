/** What of a delivery is not as the recipe expects it, or was adapted. */
export type ChangeKind =
  | 'ganti_nama'
  | 'ganti_nama_ragu'
  | 'urutan_kolom'
  | 'kolom_baru'
  | 'hilang'
  | 'bagian_hilang'
  | 'bentuk_gabungan'
  | 'kosong'
  | 'isi_lain'
  | 'sebaran'
  | 'urutan_tanggal'
  | 'urutan_tanggal_ragu'
  | 'arti_kode'
  | 'arti_kode_ragu'
  | 'kode_baru'
  | 'tabel_ganti'
  | 'tabel_hilang'
  | 'gabung_hilang'
  | 'saringan_hilang'
  | 'nilai_saringan'
  | 'pilihan_hilang';

export interface Change {
  readonly jenis: ChangeKind;
  /** Column as it is called now, or was called where it is gone. */
  readonly kolom: string;
  /** Field that it feeds or fed. */
  readonly kanonik: string | null;
  /** How sure the adaptation is; `lemah` ones are never carried out. */
  readonly tingkat: 'pasti' | 'kuat' | 'lemah' | 'tidak';
  /** What happened and what was done about it, for the person in charge. */
  readonly kalimat: string;
  /** A person must answer; what it concerns is left out until then. */
  readonly ditanyakan: boolean;
  /** Columns or fields to choose from, best first. */
  readonly kandidat: readonly string[];
}

/** A change with nothing to ask. */
export function told(
  jenis: ChangeKind,
  kolom: string,
  kanonik: string | null,
  kalimat: string,
  tingkat: Change['tingkat'] = 'pasti',
): Change {
  return { jenis, kolom, kanonik, tingkat, kalimat, ditanyakan: false, kandidat: [] };
}

/** A change that a person must decide. */
export function asked(
  jenis: ChangeKind,
  kolom: string,
  kanonik: string | null,
  kalimat: string,
  kandidat: readonly string[] = [],
): Change {
  return { jenis, kolom, kanonik, tingkat: 'lemah', kalimat, ditanyakan: true, kandidat };
}
