import { findField } from '#canonical';
import type { Source } from '#formats';
import type { Problem } from '#kernel/problem.ts';
import { ok, type Result } from '#kernel/result.ts';
import type { RecipeVersion } from '../book/recipe-version.ts';
import { createUnderstand, type Understand } from '../plan/understand.ts';
import { proposeRecipe } from '../propose.ts';
import type { ColumnMapping, Recipe } from '../recipe.ts';
import { asked, type Change } from './changes.ts';
import { setAside } from './check-reading.ts';
import { meaning } from '../propose/meaning.ts';
import { isSameStructure, type Recognition, recogniseRecipe, type RecogniseOptions } from './recognise.ts';

/** A recipe that another instansi confirmed on the same structure. */
export interface RecipeOffer {
  readonly instansi: string;
  readonly versi: number;
  readonly disahkan: string;
  readonly oleh: string;
  readonly kolom: number;
  /** For the person in charge. */
  readonly kalimat: string;
}

/** The newest version of each instansi whose structure has the fingerprint of the delivery; nothing of it is used. */
export function listRecipeOffers(
  source: Source,
  versions: readonly RecipeVersion[],
  tabel: string | undefined,
): readonly RecipeOffer[] {
  const same = versions.filter((version) => isSameStructure(source, version, tabel));
  const newest = [...Map.groupBy(same, ({ instansi }) => instansi).values()].flatMap((own) => own.at(-1) ?? []);
  return newest.map(({ instansi, nomor, disahkan, oleh, pemetaan }) => {
    const kolom = pemetaan.kolom.filter(({ kanonik }) => kanonik !== null).length;
    const kalimat = `Struktur kiriman ini sama dengan milik ${instansi}, yang pemetaannya (versi ${nomor}, ${kolom} kolom) disahkan ${disahkan.slice(0, 10)} oleh ${oleh}. Pemetaan itu belum dipakai; untuk memeriksanya ulangi dengan --ambil ${instansi}@${nomor}, sebaiknya bersama --bkn.`;
    return { instansi, versi: nomor, disahkan, oleh, kolom, kalimat };
  });
}

/**
 * The recipe of another instansi for this delivery, to be looked at and confirmed. Which column feeds which field carries over; what a
 * code means does not, but where BKN's people bear it out. Whatever else hangs on codes is taken as far as it is proposed here too.
 */
export async function takeRecipeOffer(
  source: Source,
  version: RecipeVersion,
  options: RecogniseOptions,
): Promise<Result<Recognition, Problem>> {
  const recognised = await recogniseRecipe(source, [version], options);
  if (!recognised.ok || recognised.value.keadaan === 'tidak_dikenal') return recognised;
  const { recipe, changes, ...rest } = recognised.value;
  const proposal = await proposeRecipe(source, { ...options, tabel: recipe.tabel, whole: true });
  if (!proposal.ok) return proposal;
  const owned = keepOwnCodes(recipe, proposal.value, version.instansi, createUnderstand(options.reference));
  const reused = owned.recipe.kolom.filter(({ kanonik }) => kanonik !== null).length;
  return ok({ ...rest, reused, recipe: owned.recipe, changes: [...changes, ...owned.changes] });
}

/** The recipe without the meanings of codes that nothing in the delivery itself bears out. Pure. */
export function keepOwnCodes(
  recipe: Recipe,
  proposal: Recipe,
  instansi: string,
  understand: Understand,
): { readonly recipe: Recipe; readonly changes: readonly Change[] } {
  const changes: Change[] = [];
  const proposedFor = new Map(proposal.kolom.map((column) => [`${column.sumber} ${column.kanonik ?? ''}`, column]));
  const coded = recipe.kolom.map((column) => {
    const proposed = proposedFor.get(`${column.sumber} ${column.kanonik ?? ''}`);
    return keepCodes(column, proposed, instansi, understand, changes);
  });
  const isProposed = <T>(part: T, parts: readonly T[]): boolean =>
    parts.some((other) => JSON.stringify(other) === JSON.stringify(part));
  const saring = recipe.saring.filter((filter) => {
    const isOwn = filter.nilai.every(isWord) || isProposed(filter, proposal.saring);
    if (!isOwn) {
      const kalimat = `Saringan ${instansi} pada kolom ${filter.sumber} (nilai ${filter.nilai.join(', ')}) tidak diambil, sebab arti kodenya bisa lain di sini; barisnya ikut disandingkan. Nilai mana yang harus disaring?`;
      changes.push(asked('nilai_saringan', filter.sumber, null, kalimat));
    }
    return isOwn;
  });
  const pilihan = recipe.pilihan.filter((choice) => {
    const isOwn = Object.keys(choice.bila).every(isWord) || isProposed(choice, proposal.pilihan);
    if (!isOwn) {
      const kalimat = `Pilihan kolom ${instansi} untuk ${choice.kanonik} menurut kode di ${choice.menurut} tidak diambil, sebab arti kodenya bisa lain di sini. Kolom mana yang berlaku bila kodenya apa? Sementara ini isian itu tidak dikirim.`;
      changes.push(asked('pilihan_hilang', choice.menurut, choice.kanonik, kalimat));
    }
    return isOwn;
  });
  const gabung = recipe.gabung.filter((join) => {
    const marks = join.hanya.filter(({ nilai }) => !nilai.every(isWord));
    const isOwn = marks.every((mark) =>
      proposal.gabung.some(({ tabel, hanya }) => tabel === join.tabel && isProposed(mark, hanya)),
    );
    if (!isOwn) {
      const kalimat = `Tabel riwayat ${join.tabel} tidak digabung, sebab baris yang berlaku ditandai dengan kode ${instansi} (${marks.map(({ sumber, nilai }) => `${sumber} = ${nilai.join(', ')}`).join('; ')}), yang artinya bisa lain di sini. Kode mana yang menandainya?`;
      changes.push(asked('gabung_hilang', join.tabel, null, kalimat));
    }
    return isOwn;
  });
  const lostFields = new Set(recipe.pilihan.filter((one) => !pilihan.includes(one)).map(({ kanonik }) => kanonik));
  const lostTables = recipe.gabung
    .filter((one) => !gabung.includes(one))
    .map(({ sebagai, tabel }) => `${sebagai ?? tabel}.`);
  const kolom = coded.map((column) =>
    lostFields.has(column.kanonik ?? '') || lostTables.some((prefix) => column.sumber.startsWith(prefix))
      ? setAside(column, 'bergantung pada kode instansi lain')
      : column,
  );
  return { recipe: { ...recipe, kolom, saring, pilihan, gabung }, changes };
}

/** Words mean the same in every office, codes do not. */
const isWord = (value: string): boolean => /\p{L}{3}/u.test(value);

const MOST_LISTED = 8;

function keepCodes(
  column: ColumnMapping,
  proposed: ColumnMapping | undefined,
  instansi: string,
  understand: Understand,
  changes: Change[],
): ColumnMapping {
  const { sumber, kanonik, pembaca } = column;
  const inner = pembaca.jenis === 'potong' ? pembaca.lalu : pembaca;
  const field = kanonik === null ? undefined : findField(kanonik);
  if (inner.jenis !== 'kode' || !field) return column;
  const own = proposed?.pembaca.jenis === 'potong' ? proposed.pembaca.lalu : proposed?.pembaca;
  const means = (label: string): string => meaning(understand, field, label);
  // what is proposed here without the other instansi was proved here: by BKN's people, by the NIP, or by the words themselves
  const isBorneOut = (kode: string, label: string): boolean => {
    const row = proposed?.silang?.find((each) => each.kode === kode);
    if (row) return row.pasti && means(row.bkn) === means(label);
    const here = own?.jenis === 'kode' ? own.tabel[kode] : undefined;
    return isWord(kode) || (here !== undefined && means(here) === means(label));
  };
  const codes = Object.entries(inner.tabel);
  const kept = codes.filter(([kode, label]) => isBorneOut(kode, label));
  if (kept.length === codes.length) return column;
  const lost = codes.filter(([kode]) => !kept.some(([other]) => other === kode));
  const listed = lost.slice(0, MOST_LISTED).map(([kode, label]) => `${kode} = ${label}`);
  const rest = kept.length === 0 ? 'Artinya dipelajari dari pegawai yang ada di BKN.' : 'Kode lainnya dipakai.';
  const kalimat = `Arti ${lost.length} dari ${codes.length} kode ${instansi} di kolom ${sumber} (${field.nama}) tidak terbukti dari kiriman ini dan tidak diambil: ${listed.join(', ')}. ${rest} Apa artinya di sini?`;
  changes.push(asked('arti_kode_ragu', sumber, field.nama, kalimat));
  const reader = kept.length === 0 ? ({ jenis: 'kode_lokal' } as const) : { ...inner, tabel: Object.fromEntries(kept) };
  return { ...column, pembaca: pembaca.jenis === 'potong' ? { ...pembaca, lalu: reader } : reader };
}
