import type { Source } from '#formats';
import { findYardstick } from '../propose/yardstick.ts';
import { madeName } from '../made/made-columns.ts';
import type { Recipe } from '../recipe.ts';
import { isSecret, isSecretName } from '../sample/secret-columns.ts';
import { readSample, type TableSample } from '../sample/table-sample.ts';
import { type ColumnProfile, keepableProfile, NO_PROFILE } from './column-profile.ts';
import { fingerprintStructure, fingerprintTable, typeFamily } from './fingerprint.ts';
import { lookAtMade, prefixOf } from './made-columns.ts';

/** What a table is to a recipe: the people's own, a joined history, or a table of codes. */
export type TableRole = 'pegawai' | 'riwayat' | 'kode';

export interface ColumnShape {
  /** Unique name, as recipes use it. */
  readonly nama: string;
  /** Family of the declared type: `angka`, `tanggal`, `teks`, `biner`; '' where the container declares none. */
  readonly jenis: string;
  readonly profil: ColumnProfile;
}

export interface TableShape {
  readonly nama: string;
  readonly peran: TableRole;
  readonly kolom: readonly ColumnShape[];
  /** What the recipe makes out of them; not in versions that are older than this. */
  readonly buatan?: readonly Omit<ColumnShape, 'jenis'>[] | undefined;
}

/** The structure of a source as far as a recipe reads it, without any value that tells a person. */
export interface Structure {
  /** Fingerprint of the people's table. */
  readonly sidik: string;
  /** Fingerprint of all tables that the recipe reads. */
  readonly sidik_lengkap: string;
  readonly tabel: readonly TableShape[];
}

/** A table of the source with a look at its rows. */
export interface TableLook {
  readonly peran: TableRole;
  readonly sample: TableSample;
}

/** Rows looked at for a profile. */
const LOOKED_AT = 2_500;

/** The tables that a recipe reads, each once, the people's first. */
export function tablesOf({ tabel, gabung, kolom }: Recipe): ReadonlyMap<string, TableRole> {
  const roles = new Map<string, TableRole>([[tabel, 'pegawai']]);
  const add = (nama: string, peran: TableRole): void => {
    if (!roles.has(nama)) roles.set(nama, peran);
  };
  for (const join of gabung) add(join.tabel, 'riwayat');
  for (const { pembaca } of kolom) if (pembaca.jenis === 'rujukan') add(pembaca.tabel, 'kode');
  return roles;
}

/** Streams once over each table that the recipe reads and that the source has. */
export async function lookAtTables(
  source: Source,
  roles: ReadonlyMap<string, TableRole>,
): Promise<readonly TableLook[]> {
  const looks: TableLook[] = [];
  for (const [nama, peran] of roles) {
    const table = source.tables.find(({ name }) => name === nama);
    if (table) looks.push({ peran, sample: await readSample(source, table, LOOKED_AT) });
  }
  return looks;
}

/** The structure of looked-at tables, with the profiles of their columns. Pure. */
export function describeStructure(recipe: Recipe, looks: readonly TableLook[]): Structure {
  const tabel = looks.map((look) => describeTable(recipe, look));
  const people = tabel.find(({ peran }) => peran === 'pegawai');
  return { sidik: fingerprintTable(people?.kolom ?? []), sidik_lengkap: fingerprintStructure(tabel), tabel };
}

function describeTable(recipe: Recipe, { peran, sample }: TableLook): TableShape {
  const fields = fieldsOf(recipe, sample.tabel);
  const yardstick = findYardstick(sample);
  const composite = compositeColumns(recipe, sample.tabel);
  const kolom = sample.columns.map((facts): ColumnShape => {
    const hidden = recipe.rahasia.includes(facts.name) || isSecretName(facts.name) || isSecret(facts);
    const kept = hidden ? NO_PROFILE : keepableProfile(facts, yardstick, fields.get(facts.name)?.at(-1) ?? null);
    // what stands in one cell with a value of a person's own is not shared by chance
    const profil = composite.has(facts.name) ? { ...kept, isi: {} } : kept;
    return { nama: facts.name, jenis: typeFamily(facts.type), profil };
  });
  const buatan = lookAtMade(recipe, sample).map(({ nama, facts }) => {
    const mapping = recipe.kolom.find((column) => column.kanonik !== null && madeName(column) === nama);
    return { nama, profil: keepableProfile(facts, yardstick, mapping?.kanonik ?? null) };
  });
  return { nama: sample.tabel, peran, kolom, ...(buatan.length === 0 ? {} : { buatan }) };
}

/** Columns of one table of which only parts are read. */
export function compositeColumns(recipe: Recipe, tabel: string): ReadonlySet<string> {
  const prefix = prefixOf(recipe, tabel);
  const parts = recipe.kolom.filter(({ pembaca: { jenis } }) => jenis === 'teks_tanggal' || jenis === 'potong');
  const own = parts.filter(({ sumber }) => prefix !== undefined && sumber.startsWith(prefix));
  return new Set(own.map(({ sumber }) => sumber.slice(prefix?.length)));
}

/** Fields that each column of one table of a recipe feeds. */
export function fieldsOf(recipe: Recipe, tabel: string): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, readonly string[]>();
  const joined = recipe.gabung.filter((join) => join.tabel === tabel).map((join) => `${join.sebagai ?? join.tabel}.`);
  // a history without a table of people is joined to itself
  for (const prefix of tabel === recipe.tabel ? ['', ...joined] : joined.slice(0, 1)) {
    for (const { sumber, kanonik } of recipe.kolom) {
      if (kanonik === null || !sumber.startsWith(prefix)) continue;
      const nama = sumber.slice(prefix.length);
      fields.set(nama, [...new Set([...(fields.get(nama) ?? []), kanonik])]);
    }
  }
  return fields;
}
