import { compareFoldedNama } from '#rules/nama.ts';
import type { BknPeople } from './bkn-people.ts';
import type { PersonKey } from './person-key.ts';

/** A rung of the ladder on which a key must be equal. Keys are numbers, so that millions of people can be looked through. */
export interface Rung {
  /** Place in CARA. */
  readonly rung: number;
  /** Key of a Simpeg row; 0 where the rung does not apply. */
  readonly keyOf: (person: PersonKey) => number;
  /** The same key of a record of BKN. */
  readonly keyAt: (bkn: BknPeople, record: number) => number;
  /** Whether values that the delivery lacks may be taken from the NIP; not where they guard against a wrong number. */
  readonly mayDerive: boolean;
  /** Whether two people with equal keys may be one. */
  readonly accepts: (simpeg: PersonKey, bkn: PersonKey) => boolean;
}

/** The guard: one number, but an unlike name and another birth date, are two people. */
function isPlausible(a: PersonKey, b: PersonKey): boolean {
  if (a.tanggalLahir !== 0 && a.tanggalLahir === b.tanggalLahir) return true;
  return compareFoldedNama(a.nama, b.nama).kelas !== 'beda';
}

/** Two missing values are no equality. */
const isKnownEqual = (a: string, b: string): boolean => a !== '' && a === b;

const nikKey = (high: number, low: number): number => high * 1_000_000_000 + low;
const datesKey = (birth: number, tmt: number): number =>
  birth === 0 || tmt === 0 ? 0 : birth * 10_000_000 + (tmt % 10_000_000);

/** Rungs 3 to 5 in their order: old NIP; NIK with the birth date; birth date, TMT CPNS, sex and name. */
export const EXACT_RUNGS: readonly Rung[] = [
  {
    rung: 2,
    mayDerive: false,
    keyOf: ({ nipLama }) => nipLama,
    keyAt: (bkn, record) => bkn.nipLama(record),
    accepts: isPlausible,
  },
  {
    rung: 3,
    mayDerive: true,
    keyOf: ({ nikHigh, nikLow }) => nikKey(nikHigh, nikLow),
    keyAt: (bkn, record) => nikKey(...bkn.nik(record)),
    accepts: (a, b) =>
      a.nikHigh === b.nikHigh && a.nikLow === b.nikLow && a.tanggalLahir !== 0 && a.tanggalLahir === b.tanggalLahir,
  },
  {
    rung: 4,
    mayDerive: true,
    keyOf: ({ tanggalLahir, tmtCpns }) => datesKey(tanggalLahir, tmtCpns),
    keyAt: (bkn, record) => datesKey(bkn.tanggalLahir(record), bkn.tmtCpns(record)),
    accepts: (a, b) =>
      a.tanggalLahir === b.tanggalLahir &&
      a.tmtCpns === b.tmtCpns &&
      isKnownEqual(a.jenisKelamin, b.jenisKelamin) &&
      isKnownEqual(a.nama, b.nama),
  },
];
