import type { LocalDate } from '#kernel/local-date.ts';
import type { JenisKelamin } from '../nip.ts';

/**
 * A value as a source gives it: 'kosong' where the source carries the field and holds nothing there; undefined where the
 * source does not carry it, or holds something unreadable. Only 'kosong' can be a fault of the person's record.
 */
export type Given<T> = T | 'kosong' | undefined;

/** Levels of a functional post, as BKN codes them. */
export type Jenjang = 'PM' | 'TR' | 'MH' | 'PY' | 'PT' | 'MU' | 'MA' | 'UT';

/** What the indicators ask about one person. Codes are BKN's, as numbers where their order has a meaning. */
export interface IkdPerson {
  /** The 18 digits; undefined where the number is missing or has another length. */
  readonly nip: string | undefined;
  readonly tanggalLahir: Given<LocalDate>;
  readonly jenisKelamin: Given<JenisKelamin>;
  readonly nik: Given<string>;
  readonly nikValid: Given<boolean>;
  /** Either title, in front or behind. */
  readonly gelar: Given<string>;
  readonly email: Given<string>;
  readonly noHp: Given<string>;
  readonly statusCpnsPns: Given<string>;
  readonly kedudukanHukum: Given<number>;
  readonly jenisPegawai: Given<number>;
  readonly tmtCpns: Given<LocalDate>;
  readonly tmtPns: Given<LocalDate>;
  /** 11 to 45. */
  readonly golongan: Given<number>;
  /** 1 struktural, 2 fungsional, 3 rangkap, 4 pelaksana. */
  readonly jenisJabatan: Given<number>;
  readonly jabatanId: Given<string>;
  readonly jabatan: Given<string>;
  /** 05 to 50 as a number, which rises with the rank. */
  readonly tingkatPendidikan: Given<number>;
  readonly pendidikanId: Given<string>;
  readonly unor: Given<string>;
  readonly instansiInduk: Given<string>;
  readonly instansiKerja: Given<string>;

  // from the tables of posts
  /** Whether the post's id stands in BKN's tables. */
  readonly jabatanDikenal: boolean | undefined;
  readonly jenjang: Jenjang | undefined;
  /** Age in years at which the holder of this post retires. */
  readonly bup: number | undefined;

  // not in BKN's export
  /** 10 to 99. */
  readonly eselon: Given<number>;
  /** D, PLT, PLH, PJ, TT. Unknown counts as definitive. */
  readonly jenisPenugasan: Given<string>;
  /** Active holders of the same unor's structural post, this person included. */
  readonly pemangku: number | undefined;
  readonly unorAktif: boolean | undefined;
  /** Year of the newest SKP. */
  readonly tahunSkp: Given<number>;
  /** Whether the person was recruited for a functional post. */
  readonly formasiFungsional: boolean | undefined;
  readonly akhirCltn: Given<LocalDate>;
}

/** A person of whom nothing is known: what a source does not carry stays as it is here. */
export const UNKNOWN_PERSON: IkdPerson = {
  nip: undefined,
  tanggalLahir: undefined,
  jenisKelamin: undefined,
  nik: undefined,
  nikValid: undefined,
  gelar: undefined,
  email: undefined,
  noHp: undefined,
  statusCpnsPns: undefined,
  kedudukanHukum: undefined,
  jenisPegawai: undefined,
  tmtCpns: undefined,
  tmtPns: undefined,
  golongan: undefined,
  jenisJabatan: undefined,
  jabatanId: undefined,
  jabatan: undefined,
  tingkatPendidikan: undefined,
  pendidikanId: undefined,
  unor: undefined,
  instansiInduk: undefined,
  instansiKerja: undefined,
  jabatanDikenal: undefined,
  jenjang: undefined,
  bup: undefined,
  eselon: undefined,
  jenisPenugasan: undefined,
  pemangku: undefined,
  unorAktif: undefined,
  tahunSkp: undefined,
  formasiFungsional: undefined,
  akhirCltn: undefined,
};
