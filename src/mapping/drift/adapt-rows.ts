import { foldText } from '#kernel/text.ts';
import type { Choice, Filter, Join, Recipe } from '../recipe.ts';
import type { ColumnFacts } from '../sample/column-facts.ts';
import { findYardstick } from '../propose/yardstick.ts';
import { foldCode, profileColumn } from '../structure/column-profile.ts';
import type { TableLook, TableShape } from '../structure/structure.ts';
import { asked, type Change, told } from './changes.ts';
import { setAside } from './check-reading.ts';

/** A table of the old delivery with its new names. */
interface NamedTable {
  readonly shape: TableShape;
  readonly look: TableLook;
  readonly names: ReadonlyMap<string, string>;
}

type FindTable = (tabel: string) => NamedTable | undefined;

/**
 * Filters, joins and choices in the words of the new delivery; `findTable` takes the old names of tables. `doubted` are columns whose
 * dates may be read wrongly, `likely` tells which column may have taken the place of one that is gone.
 */
export function adaptRows(
  recipe: Recipe,
  findTable: FindTable,
  tables: ReadonlyMap<string, TableLook>,
  doubted: ReadonlySet<string>,
  likely: (sumber: string) => string | undefined,
): { readonly recipe: Recipe; readonly changes: readonly Change[] } {
  const changes: Change[] = [];
  const people = [...tables].find(([, { peran }]) => peran === 'pegawai')?.[0] ?? recipe.tabel;
  const placeOf = (sumber: string): Place | undefined => locate(sumber, recipe.gabung, people, findTable);
  const gabung = recipe.gabung.flatMap((join) => {
    const fields = joinedFields(recipe, join);
    const isDated = (sumber: string): boolean =>
      recipe.kolom.some((column) => column.sumber === sumber && column.pembaca.jenis === 'tanggal');
    const [owners, table] = [findTable(people), findTable(join.tabel)];
    return adaptJoin({ join, people: owners, table, fields, doubted, isDated, likely }, changes);
  });
  const saring = recipe.saring.flatMap((filter) => adaptFilter(filter, placeOf(filter.sumber), changes));
  const pilihan = recipe.pilihan.flatMap((choice) => adaptChoice(choice, placeOf, changes));
  const rahasia = recipe.rahasia.map((name) => placeOf(name)?.sumber ?? name);
  const kept = new Set(pilihan.map(({ kanonik }) => kanonik));
  const unchosen = new Set(recipe.pilihan.map(({ kanonik }) => kanonik).filter((kanonik) => !kept.has(kanonik)));
  const isLeft = (sumber: string): boolean => gabung.some((join) => sumber.startsWith(joinPrefix(join)));
  const isJoined = (sumber: string): boolean => recipe.gabung.some((join) => sumber.startsWith(joinPrefix(join)));
  const kolom = recipe.kolom.map((column) => {
    if (unchosen.has(column.kanonik ?? '')) return setAside(column, 'kolom yang memilihnya tidak ditemukan');
    const isLost = column.kanonik !== null && isJoined(column.sumber) && !isLeft(column.sumber);
    return isLost ? setAside(column, 'tabel riwayatnya tidak digabung') : column;
  });
  return { recipe: { ...recipe, kolom, gabung, saring, pilihan, rahasia }, changes };
}

/** Where a column of the recipe stands now. */
interface Place {
  readonly sumber: string;
  readonly facts: ColumnFacts | undefined;
  /** Values that many rows had in the earlier delivery, by share. */
  readonly isi: Readonly<Record<string, number>>;
}

function locate(sumber: string, joins: readonly Join[], people: string, findTable: FindTable): Place | undefined {
  const join = joins.find((each) => sumber.startsWith(`${each.sebagai ?? each.tabel}.`));
  const prefix = join ? `${join.sebagai ?? join.tabel}.` : '';
  const nama = sumber.slice(prefix.length);
  const table = findTable(join ? join.tabel : people);
  const name = table?.names.get(nama);
  if (!table || name === undefined) return undefined;
  return {
    sumber: `${prefix}${name}`,
    facts: table.look.sample.columns.find((column) => column.name === name),
    isi: table.shape.kolom.find((column) => column.nama === nama)?.profil.isi ?? {},
  };
}

const joinPrefix = ({ sebagai, tabel }: Join): string => `${sebagai ?? tabel}.`;

/** Fields that the recipe takes from a joined table. */
function joinedFields({ kolom }: Recipe, join: Join): readonly string[] {
  const own = kolom.filter(({ sumber }) => sumber.startsWith(joinPrefix(join)));
  return [...new Set(own.flatMap(({ kanonik, kandidat }) => kanonik ?? kandidat[0]?.kanonik ?? []))];
}

/** Columns by which a joined table tells the current row of a person. */
export const decidersOf = ({ kunci, terbesar, seri, hanya }: Join): readonly string[] =>
  [kunci, terbesar, seri, ...hanya.map(({ sumber }) => sumber)].filter((name) => name !== undefined);

interface JoinInput {
  readonly join: Join;
  readonly people: NamedTable | undefined;
  readonly table: NamedTable | undefined;
  readonly fields: readonly string[];
  readonly doubted: ReadonlySet<string>;
  /** Whether the recipe says in what order the dates of a column are read: the join then reads them so. */
  readonly isDated: (sumber: string) => boolean;
  readonly likely: (sumber: string) => string | undefined;
}

function adaptJoin(
  { join, people, table, fields, doubted, isDated, likely }: JoinInput,
  changes: Change[],
): readonly Join[] {
  // a table that is gone was told of already
  if (!people || !table) return [];
  const { tabel } = table.look.sample;
  const prefix = joinPrefix(join);
  const lost = fields.length === 0 ? '' : `: isian ${fields.join(', ')} sementara tidak dikirim`;
  const gone = [
    ...decidersOf(join)
      .filter((name) => !table.names.has(name))
      .map((name) => `${prefix}${name}`),
    ...(people.names.has(join.ke) ? [] : [join.ke]),
  ];
  if (gone.length > 0) {
    const kalimat = `Tabel riwayat ${join.tabel} tidak digabung, sebab kolom yang menunjuk pemilik atau baris terakhirnya tidak ditemukan (${gone.join(', ')})${lost}. Kolom mana penggantinya?`;
    const kandidat = gone.flatMap((sumber) => likely(sumber) ?? []);
    changes.push(asked('gabung_hilang', join.tabel, null, kalimat, kandidat));
    return [];
  }
  const nameOf = (name: string): string => table.names.get(name) ?? name;
  const dates = [join.terbesar, join.seri].filter((name) => name !== undefined);
  const isDoubtful = (sumber: string, name: string): boolean =>
    doubted.has(sumber) || (!isDated(sumber) && isTurned(name, table));
  const doubtful = dates.find((name) => isDoubtful(`${prefix}${nameOf(name)}`, name));
  if (doubtful !== undefined) {
    const kalimat = `Tabel riwayat ${join.tabel} tidak digabung selama urutan tanggal kolom ${nameOf(doubtful)}, penentu baris terakhirnya, belum pasti${lost}.`;
    const isAsked = doubted.has(`${prefix}${nameOf(doubtful)}`);
    changes.push(isAsked ? told('gabung_hilang', tabel, null, kalimat) : asked('gabung_hilang', tabel, null, kalimat));
    return [];
  }
  return [
    {
      tabel,
      kunci: nameOf(join.kunci),
      ke: people.names.get(join.ke) ?? join.ke,
      hanya: join.hanya.map(({ sumber, nilai }) => ({ sumber: nameOf(sumber), nilai })),
      ...(join.terbesar === undefined ? {} : { terbesar: nameOf(join.terbesar) }),
      ...(join.seri === undefined ? {} : { seri: nameOf(join.seri) }),
      ...(`${tabel}.` === prefix && join.sebagai === undefined ? {} : { sebagai: join.sebagai ?? join.tabel }),
    },
  ];
}

/** Dates with the month in front that were not so before: only a column that feeds a field can say so to the join. */
function isTurned(name: string, { shape, look, names }: NamedTable): boolean {
  const before = shape.kolom.find((column) => column.nama === name)?.profil.urutan;
  const facts = look.sample.columns.find((column) => column.name === names.get(name));
  const isDates = (facts?.share('tanggal') ?? 0) > 0.5;
  const now = facts && isDates ? profileColumn(facts, findYardstick(look.sample)).urutan : undefined;
  const isMonthFirst = now === 'mdy' || now === 'ydm';
  return isMonthFirst && before !== now;
}

const REASON: Readonly<Record<Filter['alasan'], string>> = {
  tidak_aktif: 'pegawai yang sudah tidak aktif',
  bukan_asn: 'orang yang bukan ASN',
  usulan: 'usulan yang belum disahkan',
  data_uji: 'data percobaan',
  bukan_orang: 'baris yang bukan orang',
};

/** Rows of a value before it is asked about: the book does not know values of fewer than five rows, which may grow a little. */
const FEWEST_ROWS = 10;
/** Share of the rows that the kept values must cover before a value counts as new. */
const COVERED = 0.9;
const MOST_LISTED = 8;

function adaptFilter(filter: Filter, place: Place | undefined, changes: Change[]): readonly Filter[] {
  if (!place) {
    const kalimat = `Saringan ${REASON[filter.alasan]} tidak dapat dipakai karena kolom ${filter.sumber} tidak ditemukan; mereka bisa ikut disandingkan. Kolom mana penggantinya?`;
    changes.push(asked('saringan_hilang', filter.sumber, null, kalimat));
    return [];
  }
  const covered = Object.values(place.isi).reduce((sum, share) => sum + share, 0);
  const listed = new Set(filter.nilai.flatMap((value) => [value, foldText(value)]));
  const added = [...(place.facts?.distinct ?? [])].filter(
    ([value, rows]) =>
      rows >= FEWEST_ROWS && !listed.has(value) && !listed.has(foldText(value)) && !(foldCode(value) in place.isi),
  );
  if (covered >= COVERED && added.length > 0) {
    const values = added
      .slice(0, MOST_LISTED)
      .map(([value, rows]) => `${value} (${rows} baris)`)
      .join(', ');
    const now = filter.selain ? 'tersaring' : 'ikut disandingkan';
    const kalimat = `Kolom ${place.sumber}, penyaring ${REASON[filter.alasan]}, memuat nilai baru: ${values}. Barisnya sementara ini ${now}; apakah harus disaring?`;
    changes.push(asked('nilai_saringan', place.sumber, null, kalimat));
  }
  return [{ ...filter, sumber: place.sumber }];
}

function adaptChoice(
  choice: Choice,
  placeOf: (sumber: string) => Place | undefined,
  changes: Change[],
): readonly Choice[] {
  const menurut = placeOf(choice.menurut)?.sumber;
  if (menurut === undefined) {
    const kalimat = `Kolom ${choice.menurut}, yang memilih kolom mana yang berlaku untuk ${choice.kanonik}, tidak ditemukan. Kolom mana penggantinya? Sementara ini isian itu tidak dikirim.`;
    changes.push(asked('pilihan_hilang', choice.menurut, choice.kanonik, kalimat));
    return [];
  }
  const bila = Object.fromEntries(
    Object.entries(choice.bila).flatMap(([value, sumber]) => {
      const name = placeOf(sumber)?.sumber;
      return name === undefined ? [] : [[value, name]];
    }),
  );
  const lain = choice.lain === undefined ? undefined : placeOf(choice.lain)?.sumber;
  return [{ kanonik: choice.kanonik, menurut, bila, ...(lain === undefined ? {} : { lain }) }];
}
