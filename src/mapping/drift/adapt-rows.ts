import { foldText } from '#kernel/text.ts';
import type { Choice, Filter, Join, Recipe } from '../recipe.ts';
import type { ColumnFacts } from '../sample/column-facts.ts';
import { foldCode } from '../structure/column-profile.ts';
import type { TableLook, TableShape } from '../structure/structure.ts';
import { asked, type Change } from './changes.ts';
import { setAside } from './check-reading.ts';

/** A table of the old delivery with its new names. */
interface NamedTable {
  readonly shape: TableShape;
  readonly look: TableLook;
  readonly names: ReadonlyMap<string, string>;
}

type FindTable = (tabel: string) => NamedTable | undefined;

/** Filters, joins and choices in the words of the new delivery; `findTable` takes the old names of tables. */
export function adaptRows(
  recipe: Recipe,
  findTable: FindTable,
  tables: ReadonlyMap<string, TableLook>,
): { readonly recipe: Recipe; readonly changes: readonly Change[] } {
  const changes: Change[] = [];
  const people = [...tables].find(([, { peran }]) => peran === 'pegawai')?.[0] ?? recipe.tabel;
  const placeOf = (sumber: string): Place | undefined => locate(sumber, recipe.gabung, people, findTable);
  const gabung = recipe.gabung.flatMap((join) => adaptJoin(join, findTable(people), findTable(join.tabel), changes));
  const saring = recipe.saring.flatMap((filter) => adaptFilter(filter, placeOf(filter.sumber), changes));
  const pilihan = recipe.pilihan.flatMap((choice) => adaptChoice(choice, placeOf, changes));
  const rahasia = recipe.rahasia.map((name) => placeOf(name)?.sumber ?? name);
  const kept = new Set(pilihan.map(({ kanonik }) => kanonik));
  const unchosen = new Set(recipe.pilihan.map(({ kanonik }) => kanonik).filter((kanonik) => !kept.has(kanonik)));
  const kolom = recipe.kolom.map((column) =>
    unchosen.has(column.kanonik ?? '') ? setAside(column, 'kolom yang memilihnya tidak ditemukan') : column,
  );
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

function adaptJoin(
  join: Join,
  people: NamedTable | undefined,
  table: NamedTable | undefined,
  changes: Change[],
): readonly Join[] {
  // a table that is gone was told of already
  if (!people || !table) return [];
  const [kunci, ke] = [table.names.get(join.kunci), people.names.get(join.ke)];
  const terbesar = join.terbesar === undefined ? undefined : table.names.get(join.terbesar);
  const seri = join.seri === undefined ? undefined : table.names.get(join.seri);
  const hanya = join.hanya.flatMap(({ sumber, nilai }) => {
    const name = table.names.get(sumber);
    return name === undefined ? [] : [{ sumber: name, nilai }];
  });
  const isWhole =
    (join.terbesar === undefined || terbesar !== undefined) &&
    (join.seri === undefined || seri !== undefined) &&
    hanya.length === join.hanya.length;
  if (kunci === undefined || ke === undefined || !isWhole) {
    const kalimat = `Tabel riwayat ${join.tabel} tidak dapat digabung: kolom kunci atau kolom penentu baris terakhirnya tidak ditemukan. Kolom mana sekarang? Sementara ini isiannya tidak dikirim.`;
    changes.push(asked('tabel_hilang', join.tabel, null, kalimat));
    return [];
  }
  const sebagai = join.sebagai ?? join.tabel;
  const { tabel } = table.look.sample;
  return [
    {
      tabel,
      kunci,
      ke,
      hanya,
      ...(terbesar === undefined ? {} : { terbesar }),
      ...(seri === undefined ? {} : { seri }),
      ...(sebagai === tabel && join.sebagai === undefined ? {} : { sebagai }),
    },
  ];
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
