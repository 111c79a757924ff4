import { number } from '#kernel/number-format.ts';
import type { Source } from '#formats';
import { leftOutColumns, type Recipe } from '#mapping';
import type { StackedPart } from '../read-delivery.ts';

/** A delivery of several sheets, files or tables that were read as one. */
export interface StackedTables {
  readonly bagian: readonly StackedPart[];
  /** Columns that not all of them have: read of nobody. */
  readonly kolom_ditinggal: readonly string[];
  /** People who stand in more than one of them. */
  readonly orang_berulang: number;
  /** For the person in charge. */
  readonly kalimat: string;
}

/** Most parts that a sentence names; all of them stand beside it. */
const NAMED = 12;

/** What is to be said of the tables of a recipe that were read as one; undefined where it is one. */
export function stackOf(
  source: Source,
  recipe: Recipe,
  parts: readonly StackedPart[],
  duplicates: Int32Array,
): StackedTables | undefined {
  if (parts.length < 2) return undefined;
  const table = source.tables.find(({ name }) => name === recipe.tabel);
  return describeStack(parts, table ? leftOutColumns(table) : [], duplicates);
}

export function describeStack(
  bagian: readonly StackedPart[],
  kolom_ditinggal: readonly string[],
  duplicates: Int32Array,
): StackedTables {
  const orang_berulang = countRepeated(bagian, duplicates);
  const shown = bagian
    .slice(0, NAMED)
    .map(({ tabel, dari, sampai }) => `${tabel} (${number.format(sampai - dari + 1)})`);
  const others = bagian.length > NAMED ? `, dan ${bagian.length - NAMED} lagi` : '';
  const read = `${bagian.length} tabel pegawai berjudul sama dibaca berurutan sebagai satu kiriman (baris): ${shown.join(', ')}${others}.`;
  const left =
    kolom_ditinggal.length === 0
      ? ''
      : ` Kolom yang tidak ada di semua tabel itu tidak disandingkan: ${kolom_ditinggal.join(', ')}.`;
  const twice =
    orang_berulang === 0
      ? ''
      : ` ${number.format(orang_berulang)} orang ada di lebih dari satu di antaranya (lihat ganda.csv); bila salah satunya data lama, pilih yang berlaku dengan berkas#tabel.`;
  return { bagian, kolom_ditinggal, orang_berulang, kalimat: `${read}${left}${twice}` };
}

/** `duplicates` holds row, and NIP as two integers, of each row whose NIP stands in another row too. */
function countRepeated(parts: readonly StackedPart[], duplicates: Int32Array): number {
  const seen = new Map<string, number>();
  const repeated = new Set<string>();
  for (let i = 0; i + 2 < duplicates.length; i += 3) {
    const row = duplicates[i] ?? 0;
    const nip = `${duplicates[i + 1]} ${duplicates[i + 2]}`;
    const part = parts.findIndex(({ sampai }) => row <= sampai);
    if ((seen.get(nip) ?? part) !== part) repeated.add(nip);
    seen.set(nip, part);
  }
  return repeated.size;
}
