import type { Source } from '#formats';
import { columnNames } from './column-names.ts';
import type { Recipe } from './recipe.ts';

/** A table beside the people's that a recipe reads and the delivery does not have, or not with the columns that it needs. */
export interface AbsentTable {
  readonly tabel: string;
  /** Fields that lose by it. */
  readonly isian: readonly string[];
  readonly kalimat: string;
}

/** What of the tables beside the people's is missing, one sentence each. Without it such a recipe is read, but of less. */
export function findAbsentTables(source: Source, { kolom, gabung }: Recipe): readonly AbsentTable[] {
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
  return [...codes, ...histories];
}

const fieldsOf = (kolom: Recipe['kolom']): readonly string[] => [
  ...new Set(kolom.flatMap(({ kanonik }) => kanonik ?? [])),
];
