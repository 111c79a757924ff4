import type { Source } from '#formats';
import { jaroWinkler } from '#kernel/similarity.ts';
import { foldIdentifier } from '#kernel/text.ts';
import { columnNames } from './column-names.ts';
import type { ColumnMapping, Recipe } from './recipe.ts';

/** A table beside the people's that a recipe reads and the delivery does not have, or not with the columns that it needs. */
export interface AbsentTable {
  readonly tabel: string;
  /** Fields that lose by it. */
  readonly isian: readonly string[];
  readonly kalimat: string;
}

/** What of the tables beside the people's is missing, one sentence each. Without it such a recipe is read, but of less. */
export function findAbsentTables(source: Source, recipe: Recipe): readonly AbsentTable[] {
  const { kolom, gabung } = recipe;
  const columnsOf = (tabel: string): ReadonlySet<string> | undefined => {
    const table = source.tables.find(({ name }) => name === tabel);
    return table && new Set(columnNames(table.columns));
  };
  const missingIn = (tabel: string, needed: readonly string[]): string | undefined => {
    const columns = columnsOf(tabel);
    const lacking = columns && needed.filter((name) => !columns.has(name));
    if (lacking === undefined) return `Tabel ${tabel} tidak ada di kiriman ini`;
    return lacking.length === 0 ? undefined : `Tabel ${tabel} tidak memuat kolom ${lacking.join(', ')}`;
  };
  const lookups = Map.groupBy(
    kolom.filter(({ kanonik, pembaca }) => kanonik !== null && pembaca.jenis === 'rujukan'),
    ({ pembaca }) => (pembaca.jenis === 'rujukan' ? JSON.stringify([pembaca.tabel, pembaca.kunci, pembaca.nilai]) : ''),
  );
  const codes = [...lookups.values()].flatMap((columns): readonly AbsentTable[] => {
    const pembaca = columns[0]?.pembaca;
    if (pembaca?.jenis !== 'rujukan') return [];
    const what = missingIn(pembaca.tabel, [pembaca.kunci, pembaca.nilai]);
    const isian = fieldsOf(columns);
    if (what === undefined) return [];
    const kalimat = `${what}, padahal pemetaan membaca arti kode ${isian.join(', ')} dari situ: artinya dipelajari dari pegawai yang ada di BKN, dan yang tidak dapat dipelajari tidak disandingkan. Sertakan tabel itu.`;
    return [{ tabel: pembaca.tabel, isian, kalimat }];
  });
  const histories = gabung.flatMap(({ tabel, sebagai, kunci }): readonly AbsentTable[] => {
    const what = missingIn(tabel, [kunci]);
    const isian = fieldsOf(kolom.filter(({ sumber }) => sumber.startsWith(`${sebagai ?? tabel}.`)));
    if (what === undefined || isian.length === 0) return [];
    const kalimat = `${what}, padahal pemetaan menggabungnya: isian ${isian.join(', ')} tidak dikirim dari situ. Sertakan tabel itu.`;
    return [{ tabel, isian, kalimat }];
  });
  return [...findAbsentColumns(recipe, columnsOf(recipe.tabel)), ...codes, ...histories];
}

/** Columns of the people's own table that the recipe names and the delivery does not have: a slip in the recipe, or a lost column. */
function findAbsentColumns(
  { tabel, kolom, saring, gabung }: Recipe,
  columns: ReadonlySet<string> | undefined,
): readonly AbsentTable[] {
  if (!columns) return [];
  const joined = gabung.map((join) => `${join.sebagai ?? join.tabel}.`);
  const isAbsent = (name: string): boolean => !columns.has(name) && !joined.some((prefix) => name.startsWith(prefix));
  const mapped = kolom
    .filter(({ sumber, kanonik }) => kanonik !== null && isAbsent(sumber))
    .map(({ sumber, kanonik }): AbsentTable => {
      const kalimat = `Pemetaan menyebut kolom ${sumber} (${kanonik ?? ''}), yang tidak ada di tabel ${tabel} kiriman ini: isian itu tidak disandingkan.${guess(sumber, columns)}`;
      return { tabel, isian: fieldsOf([{ kanonik }]), kalimat };
    });
  const filtered = saring
    .filter((filter) => isAbsent(filter.sumber))
    .map((filter): AbsentTable => {
      const kalimat = `Pemetaan menyaring baris menurut kolom ${filter.sumber}, yang tidak ada di tabel ${tabel} kiriman ini: tidak ada baris yang disaring.${guess(filter.sumber, columns)}`;
      return { tabel, isian: [], kalimat };
    });
  return [...mapped, ...filtered];
}

/** The one heading that is spelt nearly so. */
function guess(name: string, columns: ReadonlySet<string>): string {
  const near = [...columns].filter((other) => jaroWinkler(foldIdentifier(name), foldIdentifier(other)) > 0.9);
  return near.length === 1 ? ` Mungkin yang dimaksud ${near[0]}.` : '';
}

const fieldsOf = (kolom: readonly Pick<ColumnMapping, 'kanonik'>[]): readonly string[] => [
  ...new Set(kolom.flatMap(({ kanonik }) => kanonik ?? [])),
];
