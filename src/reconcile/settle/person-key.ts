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
  /** The month of appointment that the NIP tells, as its first day; where it tells none, for BKN, TMT CPNS. */
  readonly tmtNip: number;
  /** 'M', 'F' or ''. */
  readonly jenisKelamin: string;
  /** Folded, without titles. */
  readonly nama: string;
  /** Four-digit codes of the instansi that own the person or where the person works; for a Simpeg row its own. */
  readonly instansi: readonly string[];
}

/** Whether two rows of one office are one person beyond doubt: one name and birth date, and no number or date that differs. */
export function isEnteredTwice(a: PersonKey, b: PersonKey): boolean {
  const agrees = (one: number | string, other: number | string): boolean =>
    one === other || one === 0 || other === 0 || one === '' || other === '';
  return (
    a.nama !== '' &&
    a.nama === b.nama &&
    a.tanggalLahir !== 0 &&
    a.tanggalLahir === b.tanggalLahir &&
    agrees(a.tmtCpns, b.tmtCpns) &&
    agrees(a.jenisKelamin, b.jenisKelamin) &&
    agrees(a.nipLama, b.nipLama) &&
    agreesInTwo([a.nipHigh, a.nipLow], [b.nipHigh, b.nipLow]) &&
    agreesInTwo([a.nikHigh, a.nikLow], [b.nikHigh, b.nikLow])
  );
}

/** Numbers in two integers, of which the first is 0 where there is none. */
function agreesInTwo(
  [high, low]: readonly [number, number],
  [otherHigh, otherLow]: readonly [number, number],
): boolean {
  return high === 0 || otherHigh === 0 || (high === otherHigh && low === otherLow);
}
