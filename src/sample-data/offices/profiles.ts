import { OFFICES, type Office } from '../lists/offices.ts';

export type Family = Office['keluarga'];
export type DeliveryContainer = 'csv' | 'sql' | 'sql.gz' | 'xlsx' | 'dbf' | 'json' | 'ndjson';
/** `latin1 as utf-8`: bytes of latin1 in a dump that declares utf-8. */
export type Encoding = 'utf-8' | 'latin1' | 'windows-1252' | 'cp850' | 'latin1 as utf-8';

/** The delivery side of an office, with its encoding and delimiter in machine words. */
export interface OfficeProfile {
  readonly kode: string;
  readonly nama: string;
  readonly family: Family;
  /** Version of the family: 'A2', 'E3'. */
  readonly version: string;
  readonly container: DeliveryContainer;
  readonly encoding: Encoding;
  readonly delimiter: ',' | ';';
  readonly quality: Office['profil'];
  /** Months that the office's data lie behind the truth. */
  readonly lagMonths: number;
  /** The payroll comes beside it as a second source. */
  readonly payroll: boolean;
  /** Defects that hit this office as a whole, and 'kode_kelamin_terbalik'. */
  readonly marks: readonly string[];
}

export interface ProfileOptions {
  /** One container for all offices. */
  readonly wadah?: 'csv' | undefined;
  /** One profile for all offices. */
  readonly profil?: Office['profil'] | undefined;
}

const ENCODINGS: Readonly<Record<string, Encoding>> = {
  latin1: 'latin1',
  cp850: 'cp850',
  'windows-1252': 'windows-1252',
  'byte latin1 dinyatakan utf-8': 'latin1 as utf-8',
};

/** The offices in the order of their codes, as this run delivers them. */
export function profilesOf({ wadah, profil }: ProfileOptions): readonly OfficeProfile[] {
  return OFFICES.map((office) => {
    const [encoding = '', delimiter = ''] = office.penyandian.split(';');
    return {
      kode: office.kode,
      nama: office.nama,
      family: office.keluarga,
      version: office.versi,
      container: wadah ?? (office.wadah as DeliveryContainer),
      encoding: csvEncoding(ENCODINGS[encoding] ?? 'utf-8', wadah),
      delimiter: delimiter === 'titik koma' ? ';' : ',',
      quality: profil ?? office.profil,
      lagMonths: office.bulanTertinggal,
      payroll: office.gajiDbf,
      marks: office.khusus,
    };
  });
}

/** A flat file has no declared encoding to be wrong about, and nobody writes one in cp850 any more. */
function csvEncoding(encoding: Encoding, wadah: 'csv' | undefined): Encoding {
  if (wadah !== 'csv') return encoding;
  return encoding === 'windows-1252' ? encoding : 'utf-8';
}
