/**
 * What the lower rungs of the ladder look at in one person of either side. Numbers are 0 and texts '' where a value is
 * missing or unusable.
 */
export interface PersonKey {
  /** Digits before the last nine, and the last nine, of a usable NIP. */
  readonly nipHigh: number;
  readonly nipLow: number;
  readonly nipLama: number;
  readonly nikHigh: number;
  readonly nikLow: number;
  /** yyyymmdd. */
  readonly tanggalLahir: number;
  readonly tmtCpns: number;
  /** 'M', 'F' or ''. */
  readonly jenisKelamin: string;
  /** Folded, without titles. */
  readonly nama: string;
  /** Four-digit codes of the instansi that own the person or where the person works; for a Simpeg row its own. */
  readonly instansi: readonly string[];
}
