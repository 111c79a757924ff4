import { madeName } from '../made/made-columns.ts';
import type { Understand } from '../plan/understand.ts';
import { findYardstick } from '../propose/yardstick.ts';
import type { ColumnMapping, Join, Recipe } from '../recipe.ts';
import { type ColumnProfile, profileColumn } from '../structure/column-profile.ts';
import { lookAtMade, type MadeLook, prefixOf } from '../structure/made-columns.ts';
import { compositeColumns, fieldsOf, type Structure, type TableLook, type TableShape } from '../structure/structure.ts';
import { deriveMissing } from '../derive-missing.ts';
import { adaptRows, decidersOf } from './adapt-rows.ts';
import { asked, type Change, told } from './changes.ts';
import { checkMade } from './check-made.ts';
import { checkReading, type Reading, setAside } from './check-reading.ts';
import { type ColumnMatches, matchColumns, type NewColumn, type OldColumn } from './match-columns.ts';
import { askForParts, neededColumns } from './missing-parts.ts';
import { usedNames } from './used-names.ts';

export interface AdaptInput {
  /** The confirmed recipe, and the structure that it was confirmed on. */
  readonly recipe: Recipe;
  readonly structure: Structure;
  /** Tables of the new delivery by the names that the recipe gives them. */
  readonly tables: ReadonlyMap<string, TableLook>;
  /** What would be proposed for the new delivery; not needed where every heading is as it was. */
  readonly proposal?: Recipe | undefined;
  readonly understand: Understand;
}

export interface Adaptation {
  readonly recipe: Recipe;
  readonly changes: readonly Change[];
  /** Mapped columns of the confirmed recipe, and how many of them are used again. */
  readonly mapped: number;
  readonly reused: number;
  /** False: too little of the recipe fits, or the key of the people is gone; it is another structure. */
  readonly fits: boolean;
}

/** Share of the mapped columns that must be found again, else the source is another one. */
const ENOUGH = 0.5;

/** A table of the recipe, its matches in the new delivery, and new names by old ones. */
interface AdaptedTable {
  readonly shape: TableShape;
  readonly look: TableLook;
  readonly matches: ColumnMatches;
  readonly names: ReadonlyMap<string, string>;
  readonly bukti: ReadonlyMap<string, { readonly tingkat: ColumnMapping['tingkat']; readonly bukti: string }>;
}

/**
 * The confirmed recipe in the words of a new delivery: what still holds is used as it was, columns found again for certain get their new
 * names, and everything doubtful is left out and asked about. Pure.
 */
export function adaptRecipe(input: AdaptInput): Adaptation {
  const { recipe, structure } = input;
  const changes: Change[] = [];
  const tables = structure.tabel.flatMap((shape): AdaptedTable[] => {
    const look = input.tables.get(shape.nama);
    if (!look) {
      changes.push(tableGone(shape));
      return [];
    }
    // files and sheets that hold only people change their names at will
    if (look.sample.tabel !== shape.nama && shape.peran !== 'pegawai') changes.push(tableRenamed(shape, look));
    return [adaptTable(shape, look, input)];
  });
  const likely = (sumber: string): string | undefined => findLikely(sumber, tables, recipe);
  const parts = askForParts(recipe, createPresence(tables, recipe), likely);
  const deciders = recipe.gabung.flatMap((join) => [
    join.ke,
    ...decidersOf(join).map((name) => `${join.sebagai ?? join.tabel}.${name}`),
  ]);
  const elsewhere = new Set([...parts.columns, ...deciders]);
  for (const table of tables) changes.push(...describeMatches(table, input, elsewhere));
  changes.push(...parts.changes);
  const named = recipe.kolom.flatMap((mapping) => renameColumn(mapping, tables, recipe));
  const kolom = checkColumns(named, tables, input, changes);
  const renamed: Recipe = { ...recipe, kolom, tabel: newTable(tables, recipe.tabel) };
  const doubted = new Set(
    changes.filter(({ jenis }) => jenis === 'urutan_tanggal_ragu').map(({ kolom: column }) => column),
  );
  const findTable = (tabel: string): AdaptedTable | undefined => tables.find(({ shape }) => shape.nama === tabel);
  const rows = adaptRows(renamed, findTable, input.tables, doubted, likely);
  changes.push(...rows.changes);
  const { satu_per: owner } = recipe;
  const owned = owner === undefined ? {} : { satu_per: findTable(recipe.tabel)?.names.get(owner) ?? owner };
  const derived: Recipe = { ...rows.recipe, ...deriveMissing(rows.recipe), ...owned };
  const added = addNewColumns(tables, input, derived, changes);
  const mapped = recipe.kolom.filter(({ kanonik }) => kanonik !== null);
  const reused = added.kolom.filter(({ kanonik }) => kanonik !== null).length;
  const keyOf = ({ kolom: columns }: Recipe): boolean => columns.some(({ kanonik }) => kanonik === 'nip');
  const fits = reused >= mapped.length * ENOUGH && (keyOf(added) || !keyOf(recipe));
  return { recipe: added, changes, mapped: mapped.length, reused, fits };
}

const newTable = (tables: readonly AdaptedTable[], nama: string): string =>
  tables.find(({ shape }) => shape.nama === nama)?.look.sample.tabel ?? nama;

function tableGone({ nama, peran }: TableShape): Change {
  const what = peran === 'kode' ? 'Tabel kode' : 'Tabel riwayat';
  const effect =
    peran === 'kode'
      ? 'arti kodenya dipelajari dari pegawai yang ada di BKN'
      : 'isian yang berasal dari tabel itu tidak dikirim';
  return asked('tabel_hilang', nama, null, `${what} ${nama} tidak ada di kiriman ini: ${effect}.`);
}

const tableRenamed = ({ nama }: TableShape, { sample }: TableLook): Change =>
  told('tabel_ganti', sample.tabel, null, `Tabel ${nama} kini bernama ${sample.tabel}; susunannya sama.`);

function adaptTable(shape: TableShape, look: TableLook, { recipe, proposal }: AdaptInput): AdaptedTable {
  const fields = fieldsOf(recipe, shape.nama);
  const used = usedNames(recipe, shape.nama);
  const composite = shape.buatan === undefined ? new Set<string>() : compositeColumns(recipe, shape.nama);
  const old = shape.kolom.map(
    ({ nama, profil }): OldColumn => ({
      nama,
      profil,
      kanonik: fields.get(nama)?.at(-1) ?? null,
      isUsed: used.has(nama),
      isComposite: composite.has(nama),
    }),
  );
  const yardstick = findYardstick(look.sample);
  const proposed = proposedFor(proposal, look.sample.tabel);
  const now = look.sample.columns.map((facts): NewColumn => {
    const profil = profileColumn(facts, yardstick);
    return { nama: facts.name, profil, usulan: proposed.get(facts.name)?.at(-1) };
  });
  const matches = matchColumns(old, now);
  const names = new Map(matches.sama);
  const bukti = new Map<string, { tingkat: ColumnMapping['tingkat']; bukti: string }>();
  for (const { lama, baru, tingkat, bukti: why } of matches.ganti) {
    if (tingkat === 'lemah') continue;
    names.set(lama, baru);
    bukti.set(lama, { tingkat, bukti: `dahulu ${lama}: ${why}` });
  }
  return { shape, look, matches, names, bukti };
}

/** What is proposed for the columns of one table, by their names there. */
function proposedFor(proposal: Recipe | undefined, tabel: string): ReadonlyMap<string, readonly ColumnMapping[]> {
  if (!proposal) return new Map();
  const prefix = prefixOf(proposal, tabel);
  if (prefix === undefined) return new Map();
  const own = proposal.kolom.filter(({ sumber }) => sumber.startsWith(prefix));
  return Map.groupBy(own, ({ sumber }) => sumber.slice(prefix.length));
}

/** What became of the columns that the recipe reads, but for those that are asked about otherwise. */
function describeMatches(
  { shape, matches, names }: AdaptedTable,
  { recipe }: AdaptInput,
  elsewhere: ReadonlySet<string>,
): readonly Change[] {
  const fields = fieldsOf(recipe, shape.nama);
  const prefix = prefixOf(recipe, shape.nama) ?? '';
  const isElsewhere = (nama: string): boolean => elsewhere.has(`${prefix}${nama}`);
  const used = usedNames(recipe, shape.nama);
  const changes: Change[] = [];
  const meaningOf = (nama: string): string => {
    const kanonik = fields.get(nama);
    return kanonik === undefined ? '' : ` (${kanonik.join(', ')})`;
  };
  for (const { lama, baru, tingkat, bukti } of matches.ganti) {
    if (!used.has(lama)) continue;
    const kanonik = fields.get(lama)?.[0] ?? null;
    if (tingkat !== 'lemah') {
      const kalimat = `Kolom ${lama}${meaningOf(lama)} kini bernama ${baru}: ${bukti}.`;
      changes.push(told('ganti_nama', baru, kanonik, kalimat, tingkat));
    } else if (!matches.beda_isi.includes(lama) && !isElsewhere(lama)) {
      const kalimat = `Kolom ${lama}${meaningOf(lama)} tidak ada lagi. Apakah kini bernama ${baru} (${bukti})? Sementara ini tidak dipakai.`;
      changes.push(asked('ganti_nama_ragu', lama, kanonik, kalimat, [baru]));
    }
  }
  for (const lama of matches.beda_isi) {
    if (names.has(lama) || isElsewhere(lama)) continue;
    const other = matches.ganti.find((one) => one.lama === lama)?.baru;
    const kalimat = `Isi kolom ${lama}${meaningOf(lama)} lain sekali dari kiriman sebelumnya. Apa isinya sekarang? Sementara ini tidak dipakai.`;
    changes.push(asked('isi_lain', lama, fields.get(lama)?.[0] ?? null, kalimat, other === undefined ? [] : [other]));
  }
  for (const lama of matches.hilang) {
    if (!used.has(lama) || matches.beda_isi.includes(lama) || isElsewhere(lama)) continue;
    const kanonik = fields.get(lama);
    const effect = kanonik === undefined ? '' : `: isian ${kanonik.join(', ')} tidak dikirim dari kolom itu`;
    changes.push(told('hilang', lama, kanonik?.[0] ?? null, `Kolom ${lama} tidak ada di kiriman ini${effect}.`));
  }
  if (isReordered(shape, matches)) {
    changes.push(
      told('urutan_kolom', shape.nama, null, `Urutan kolom tabel ${shape.nama} berubah; tidak berpengaruh.`),
    );
  }
  return changes;
}

function isReordered({ kolom }: TableShape, { sama, urutan }: ColumnMatches): boolean {
  const places = kolom.flatMap(({ nama }) => {
    const now = sama.get(nama);
    return now === undefined ? [] : [urutan.indexOf(now)];
  });
  return places.some((place, i) => i > 0 && place < (places[i - 1] ?? 0));
}

/** The table that a recipe's column stands in, with its name there. */
function locate(sumber: string, tables: readonly AdaptedTable[], { tabel, gabung }: Recipe) {
  for (const join of gabung) {
    const prefix = `${join.sebagai ?? join.tabel}.`;
    if (sumber.startsWith(prefix)) {
      return {
        prefix,
        nama: sumber.slice(prefix.length),
        table: tables.find(({ shape }) => shape.nama === join.tabel),
      };
    }
  }
  return { prefix: '', nama: sumber, table: tables.find(({ shape }) => shape.nama === tabel) };
}

/** A mapping of the recipe in the words of the delivery, and where it stands there. */
interface NamedColumn {
  readonly was: ColumnMapping;
  readonly mapping: ColumnMapping;
  /** Undefined where nothing is left to check. */
  readonly place: { readonly table: AdaptedTable; readonly nama: string; readonly name: string } | undefined;
}

/** Whether a column of the recipe is in the delivery. */
function createPresence(tables: readonly AdaptedTable[], recipe: Recipe): (sumber: string) => boolean {
  return (sumber) => {
    const { nama, table } = locate(sumber, tables, recipe);
    return table?.names.has(nama) === true;
  };
}

/** A column that may have taken the place of one that is gone, but not for certain. */
function findLikely(sumber: string, tables: readonly AdaptedTable[], recipe: Recipe): string | undefined {
  const { prefix, nama, table } = locate(sumber, tables, recipe);
  const found = table?.matches.ganti.find(({ lama }) => lama === nama);
  return found && `${prefix}${found.baru}`;
}

function renameColumn(was: ColumnMapping, tables: readonly AdaptedTable[], recipe: Recipe): readonly NamedColumn[] {
  const { prefix, nama, table } = locate(was.sumber, tables, recipe);
  const name = table?.names.get(nama);
  if (!table || name === undefined) {
    return keepAside(was, nama, table).map((mapping) => ({ was, mapping, place: undefined }));
  }
  const how = table.bukti.get(nama);
  const mapping: ColumnMapping = {
    ...was,
    sumber: `${prefix}${name}`,
    pembaca: adaptReader(was.pembaca, tables, recipe),
    ...(how ? { tingkat: weaker(was.tingkat, how.tingkat), bukti: how.bukti } : {}),
  };
  if (!neededColumns(recipe, was).every(createPresence(tables, recipe))) {
    const bukti = 'bagian dari isian ini ada di kolom yang tidak ditemukan';
    return [{ was, mapping: was.kanonik === null ? mapping : setAside(mapping, bukti), place: undefined }];
  }
  return [{ was, mapping, place: recipe.rahasia.includes(was.sumber) ? undefined : { table, nama, name } }];
}

/** Every mapping as far as it still holds; one change tells of all that it concerns. */
function checkColumns(
  named: readonly NamedColumn[],
  tables: readonly AdaptedTable[],
  input: AdaptInput,
  changes: Change[],
): ColumnMapping[] {
  const renamed: Recipe = {
    ...input.recipe,
    tabel: newTable(tables, input.recipe.tabel),
    kolom: named.map(({ mapping }) => mapping),
    gabung: input.recipe.gabung.map((join) => ({
      ...join,
      tabel: newTable(tables, join.tabel),
      sebagai: join.sebagai ?? join.tabel,
    })),
  };
  const made = new Map(
    tables.flatMap(({ look }) => lookAtMade(renamed, look.sample).map((each) => [each.nama, each] as const)),
  );
  return named.map((one) => {
    const { mapping, changes: found } = checkColumn(one, made, input);
    for (const change of found) if (!changes.some(({ kalimat }) => kalimat === change.kalimat)) changes.push(change);
    return mapping;
  });
}

function checkColumn(
  { was, mapping, place }: NamedColumn,
  made: ReadonlyMap<string, MadeLook>,
  { recipe, proposal, understand }: AdaptInput,
): Reading {
  const facts = place?.table.look.sample.columns.find((column) => column.name === place.name);
  const before = place?.table.shape.kolom.find((column) => column.nama === place.nama);
  if (!place || !facts || !before || mapping.kanonik === null) return { mapping, changes: [] };
  const { shape, look } = place.table;
  const yardstick = findYardstick(look.sample);
  const proposed = proposedFor(proposal, look.sample.tabel).get(place.name) ?? [];
  const madeLook = made.get(madeName(mapping) ?? '');
  const now = profileColumn(facts, yardstick);
  if (!madeLook) {
    const silang = proposed.at(-1)?.silang ?? [];
    return checkReading({ mapping, before: before.profil, now, facts, yardstick, silang, understand });
  }
  const fields = recipe.kolom.filter(({ sumber, kanonik }) => sumber === was.sumber && kanonik !== null);
  const madeOf = (each: ColumnMapping): ColumnProfile | undefined =>
    shape.buatan?.find(({ nama }) => nama === madeName(each))?.profil;
  return checkMade({
    mapping,
    look: madeLook,
    before: madeOf(was),
    beside: fields.flatMap((each) => (each === was ? [] : (madeOf(each) ?? []))),
    shapes: [commonestShape(now), commonestShape(before.profil)],
    fields: fields.flatMap(({ kanonik }) => kanonik ?? []),
    usulan: proposed.find(({ kanonik }) => kanonik === mapping.kanonik)?.pembaca,
    yardstick,
    understand,
  });
}

const commonestShape = ({ pola }: ColumnProfile): string =>
  Object.entries(pola).reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0] as const)[0];

/** A column of the same heading and other contents stays visible, but feeds nothing. */
function keepAside(mapping: ColumnMapping, nama: string, table: AdaptedTable | undefined): readonly ColumnMapping[] {
  const isStill = table?.matches.beda_isi.includes(nama) === true && table.matches.baru.includes(nama);
  return isStill ? [setAside(mapping, 'isinya lain sekali dari kiriman sebelumnya')] : [];
}

const ORDER: readonly ColumnMapping['tingkat'][] = ['pasti', 'kuat', 'lemah', 'tidak'];

const weaker = (a: ColumnMapping['tingkat'], b: ColumnMapping['tingkat']): ColumnMapping['tingkat'] =>
  ORDER.indexOf(a) > ORDER.indexOf(b) ? a : b;

function adaptReader(
  pembaca: ColumnMapping['pembaca'],
  tables: readonly AdaptedTable[],
  recipe: Recipe,
): ColumnMapping['pembaca'] {
  const rename = (sumber: string): string => {
    const { prefix, nama, table } = locate(sumber, tables, recipe);
    return `${prefix}${table?.names.get(nama) ?? nama}`;
  };
  if (pembaca.jenis === 'sambung') return { ...pembaca, kolom: pembaca.kolom.map(rename) };
  if (pembaca.jenis === 'tanggal_terpisah') {
    const { jenis, hari, bulan, tahun } = pembaca;
    return { jenis, hari: rename(hari), bulan: rename(bulan), tahun: rename(tahun) };
  }
  if (pembaca.jenis !== 'rujukan') return pembaca;
  const table = tables.find(({ shape }) => shape.nama === pembaca.tabel);
  const [kunci, nilai] = [table?.names.get(pembaca.kunci), table?.names.get(pembaca.nilai)];
  if (!table || kunci === undefined || nilai === undefined) return { jenis: 'kode_lokal' };
  return { jenis: 'rujukan', tabel: table.look.sample.tabel, kunci, nilai };
}

/** Columns that were not there before: never used unasked, offered where they could feed a field that nothing feeds. */
function addNewColumns(
  tables: readonly AdaptedTable[],
  { recipe, proposal }: AdaptInput,
  adapted: Recipe,
  changes: Change[],
): Recipe {
  const isEmpty = (sumber: string, field: string | null): boolean =>
    changes.some(({ jenis, kolom: column, kanonik }) => jenis === 'kosong' && column === sumber && kanonik === field);
  const fed = new Set(adapted.kolom.flatMap(({ sumber, kanonik }) => (isEmpty(sumber, kanonik) ? [] : [kanonik])));
  const known = new Set(adapted.kolom.map(({ sumber }) => sumber));
  const kolom = [...adapted.kolom];
  for (const { shape, look, matches } of tables) {
    if (shape.peran === 'kode') continue;
    const join: Join | undefined = adapted.gabung.find(({ tabel }) => tabel === look.sample.tabel);
    const prefix = shape.peran === 'pegawai' ? '' : join ? `${join.sebagai ?? join.tabel}.` : undefined;
    if (prefix === undefined) continue;
    const proposed = proposedFor(proposal, look.sample.tabel);
    for (const nama of matches.baru) {
      const sumber = `${prefix}${nama}`;
      if (known.has(sumber)) continue;
      const usulan = proposed.get(nama)?.at(-1);
      const asks = changes.some(({ ditanyakan, kandidat }) => ditanyakan && kandidat.includes(nama));
      kolom.push(newColumn(sumber, usulan));
      if (asks || proposal?.rahasia.includes(nama) === true) continue;
      changes.push(describeNew(sumber, usulan, fed));
    }
  }
  const rahasia = [...new Set([...adapted.rahasia, ...(proposal?.rahasia ?? [])])].filter((name) =>
    kolom.some(({ sumber }) => sumber === name),
  );
  return { ...adapted, kolom, rahasia, berkas: proposal?.berkas ?? recipe.berkas };
}

function newColumn(sumber: string, usulan: ColumnMapping | undefined): ColumnMapping {
  const kandidat = usulan?.kandidat ?? [];
  const pembaca = usulan?.pembaca ?? { jenis: 'langsung' };
  return { sumber, kanonik: null, keyakinan: 0, tingkat: 'tidak', kandidat, pembaca, bukti: 'kolom baru' };
}

function describeNew(sumber: string, usulan: ColumnMapping | undefined, fed: ReadonlySet<string | null>): Change {
  const isClear = usulan?.tingkat === 'pasti' || usulan?.tingkat === 'kuat';
  if (!usulan || usulan.kanonik === null || !isClear || fed.has(usulan.kanonik)) {
    return told('kolom_baru', sumber, null, `Kolom ${sumber} baru; tidak dipakai.`);
  }
  const kalimat = `Kolom ${sumber} baru dan tampaknya berisi ${usulan.kanonik} (${usulan.bukti}). Apakah dipakai?`;
  return asked('kolom_baru', sumber, usulan.kanonik, kalimat, [usulan.kanonik]);
}
