import { FIELDS } from '#canonical';
import type { Source, SourceTable } from '#formats';
import { foldIdentifier } from '#kernel/text.ts';
import { columnNames } from './column-names.ts';
import { type Recipe, recipeSchema } from './recipe.ts';

/** A structure that BKN itself prescribes: its headings need no guessing. */
interface Preset {
  readonly bukti: string;
  /** Canonical field by folded heading. */
  readonly fieldOf: ReadonlyMap<string, string>;
  /** Headings without which the table is not of this structure. */
  readonly required: readonly string[];
}

const SIASN: Preset = {
  bukti: 'judul baku ekspor "Data ASN" SIASN',
  fieldOf: new Map(FIELDS.flatMap(({ judulSiasn, nama }) => (judulSiasn === undefined ? [] : [[foldIdentifier(judulSiasn), nama]]))),
  required: ['PNS ID', 'NIP BARU', 'GOL AKHIR ID', 'INSTANSI INDUK NAMA'].map(foldIdentifier),
};

const PUPNS: Preset = {
  bukti: 'kolom baku PUPNS/SAPK',
  fieldOf: new Map(FIELDS.flatMap(({ kolomPupns, nama }) => (kolomPupns ?? []).map((kolom): [string, string] => [foldIdentifier(kolom), nama]))),
  required: ['PNS_NIPBARU', 'PNS_PNSNAM'].map(foldIdentifier),
};

/** Headings that exports derived from "Data ASN" add beside the 67. */
const SIASN_DERIVED: ReadonlyMap<string, string> = new Map([
  ['esselonnama', 'eselon'],
  ['eselonnama', 'eselon'],
  ['eselonid', 'eselon_id'],
  ['tmteselon', 'tmt_eselon'],
]);

/** The recipe of a table in one of BKN's own structures, by heading and in any order; undefined for any other table. */
export function presetRecipe(source: Source, table: SourceTable): Recipe | undefined {
  const headings = table.columns.map(foldIdentifier);
  const preset = [SIASN, PUPNS].find(({ required }) => required.every((heading) => headings.includes(heading)));
  if (!preset) return undefined;
  const names = columnNames(table.columns);
  const used = new Set<string>();
  const kolom = names.map((sumber, index) => {
    const heading = headings[index] ?? '';
    const field = preset.fieldOf.get(heading) ?? (preset === SIASN ? SIASN_DERIVED.get(heading) : undefined);
    const kanonik = field === undefined || used.has(field) ? null : field;
    if (kanonik === null) return { sumber, kanonik };
    used.add(kanonik);
    const isDate = FIELDS.some(({ nama, tipe }) => nama === kanonik && tipe === 'tanggal');
    return {
      sumber,
      kanonik,
      keyakinan: 1,
      tingkat: 'pasti',
      kandidat: [{ kanonik, keyakinan: 1 }],
      pembaca: isDate ? { jenis: 'tanggal', urutan: 'dmy' } : { jenis: 'langsung' },
      bukti: preset.bukti,
    };
  });
  return recipeSchema.parse({ berkas: source.path, tabel: table.name, entitas: 'pegawai', kolom });
}
