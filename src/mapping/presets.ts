import { type Field, FIELDS } from '#canonical';
import { foldIdentifier } from '#kernel/text.ts';

/** A structure that BKN itself defines, known by its headings. */
export interface Preset {
  readonly nama: 'siasn' | 'pupns';
  /** Folded heading -> field. */
  readonly fields: ReadonlyMap<string, Field>;
}

const byHeading = (headings: (field: Field) => readonly string[]): ReadonlyMap<string, Field> =>
  new Map(
    FIELDS.flatMap((field) => headings(field).map((heading): [string, Field] => [foldIdentifier(heading), field])),
  );

/** Headings that derived sheets add to the export. */
const ADDED: ReadonlyMap<string, string> = new Map([
  ['ESELON NAMA', 'eselon'],
  ['ESELON ID', 'eselon_id'],
  ['TMT ESELON', 'tmt_eselon'],
  ['TMT GOLONGAN AKHIR', 'tmt_golongan'],
  ['PENDIDIKAN TERAKHIR NAMA', 'pendidikan_nama'],
  ['UNOR INDUK NAMA', 'unit_organisasi_induk'],
  ['UNOR INDUK ID', 'unit_organisasi_induk_id'],
]);

const ADDED_BY_FIELD = Map.groupBy([...ADDED.keys()], (heading) => ADDED.get(heading));

const SIASN: Preset = {
  nama: 'siasn',
  fields: byHeading((field) => [
    ...(field.judulSiasn === undefined ? [] : [field.judulSiasn]),
    ...(ADDED_BY_FIELD.get(field.nama) ?? []),
  ]),
};

const PUPNS: Preset = { nama: 'pupns', fields: byHeading((field) => field.kolomPupns ?? []) };

/** Headings without which a table is neither: an office's own sheet shares some with the export. */
const SIGNS: Readonly<Record<Preset['nama'], readonly string[]>> = {
  siasn: [
    'PNS ID',
    'NIP BARU',
    'KEDUDUKAN HUKUM ID',
    'GOL AKHIR ID',
    'JENIS JABATAN ID',
    'UNOR ID',
    'TINGKAT PENDIDIKAN ID',
  ],
  pupns: ['PNS_NIPBARU', 'PNS_PNSNAM', 'PNS_TGLLHRDT', 'PNS_GOLRU', 'PNS_KEDHUK', 'PNS_TMTCPN'],
};

/** Finds the preset of a table by its headings, in any order, with headings missing or added. */
export function findPreset(headings: readonly string[]): Preset | undefined {
  const folded = new Set(headings.map(foldIdentifier));
  return [SIASN, PUPNS].find((preset) => {
    const signs = SIGNS[preset.nama];
    return signs.filter((sign) => folded.has(foldIdentifier(sign))).length >= signs.length - 2;
  });
}
