import { type ColumnMapping, NO_PROFILE, type Reader, type Recipe, type RecipeVersion, type Structure } from '#mapping';
import type { Transaction } from '#platform';
import { FEWEST_PEOPLE, isPersonal } from '#reference';
import { hasNationalList } from './word-meanings.ts';

/** What of a confirmed recipe the other instansi may see. */
export interface SharedRecipe {
  readonly struktur: Structure;
  readonly pemetaan: Recipe;
}

/** How many people of the delivery have a value, by column. */
type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

/**
 * The recipe and its structure without anything that tells a person or an office: no name of a file, no evidence, no profile of values; of
 * codes and of values that rules go by only those that enough people share. A rule that would lose a value is left out whole, for it
 * would mean something else. Undefined where the headings themselves look like somebody's data. Pure.
 */
export function shareRecipe({ struktur, pemetaan }: SharedRecipe, counts: Counts): SharedRecipe | undefined {
  const headings = struktur.tabel.flatMap(({ nama, kolom }) => [nama, ...kolom.map((one) => one.nama)]);
  if (headings.some((name) => isPersonal({ kode: name, label: '' }))) return undefined;
  const supportOf = (sumber: string, value: string): number => counts[sumber]?.[value] ?? 0;
  const isShared = (sumber: string, value: string): boolean =>
    value.trim() === '' || (supportOf(sumber, value) >= FEWEST_PEOPLE && !isPersonal({ kode: value, label: '' }));
  const saring = pemetaan.saring.filter(({ sumber, nilai }) => nilai.every((value) => isShared(sumber, value)));
  const pilihan = pemetaan.pilihan.filter(({ menurut, bila }) =>
    Object.keys(bila).every((value) => isShared(menurut, value)),
  );
  const gabung = pemetaan.gabung.filter(({ tabel, sebagai = tabel, hanya }) =>
    hanya.every(({ sumber, nilai }) => nilai.every((value) => isShared(`${sebagai}.${sumber}`, value))),
  );
  const lost = pemetaan.pilihan
    .filter((one) => !pilihan.includes(one))
    .flatMap(({ bila, lain }) => [...Object.values(bila), lain]);
  const apart = pemetaan.gabung
    .filter((one) => !gabung.includes(one))
    .map(({ tabel, sebagai = tabel }) => `${sebagai}.`);
  const kolom = pemetaan.kolom.map((column) => {
    const bare = { ...column, kandidat: [], bukti: '' };
    delete bare.silang;
    const isLost = lost.includes(column.sumber) || apart.some((prefix) => column.sumber.startsWith(prefix));
    if (isLost) return { ...bare, kanonik: null, keyakinan: 0, tingkat: 'tidak' as const };
    return shareCodes(bare, (kode) => supportOf(column.sumber, kode));
  });
  const tabel = struktur.tabel.map(({ nama, peran, kolom: own }) => ({
    nama,
    peran,
    kolom: own.map((one) => ({ ...one, profil: NO_PROFILE })),
  }));
  const { susun: _, ...rest } = pemetaan;
  return {
    struktur: { ...struktur, tabel },
    pemetaan: { ...rest, berkas: '', baris: 0, kolom, saring, pilihan, gabung },
  };
}

/** A line with the codes that enough people share, and how many those are beside them. */
function shareCodes(column: ColumnMapping, supportOf: (kode: string) => number): ColumnMapping {
  const { pembaca } = column;
  const inner = pembaca.jenis === 'potong' ? pembaca.lalu : pembaca;
  if (inner.jenis !== 'kode' || column.kanonik === null) return column;
  // a unit or a seat is nobody else's
  const codes = hasNationalList(column.kanonik) ? Object.entries(inner.tabel) : [];
  const kept = codes.filter(([kode, arti]) => supportOf(kode) >= FEWEST_PEOPLE && !isPersonal({ kode, label: arti }));
  const reader: Reader =
    kept.length === 0 ? { jenis: 'kode_lokal' } : { jenis: 'kode', tabel: Object.fromEntries(kept) };
  const silang = kept.map(([kode, arti]) => ({
    kode,
    bkn: arti,
    dukungan: supportOf(kode),
    bertentangan: 0,
    pasti: true,
  }));
  const read = pembaca.jenis === 'potong' ? { ...pembaca, lalu: reader } : reader;
  return { ...column, pembaca: read, ...(silang.length === 0 ? {} : { silang }) };
}

/** Makes this what an instansi offers; `undefined`: it offers nothing. */
export async function offerRecipe(
  transaction: Transaction,
  { instansi, nomor }: { readonly instansi: number; readonly nomor: number },
  shared: SharedRecipe | undefined,
): Promise<void> {
  await transaction.query('DELETE FROM intake.pemetaan_bersama WHERE instansi_id = $1', [instansi]);
  if (!shared) return;
  await transaction.query(
    'INSERT INTO intake.pemetaan_bersama (instansi_id, nomor, struktur, pemetaan) VALUES ($1, $2, $3, $4)',
    [instansi, nomor, JSON.stringify(shared.struktur), JSON.stringify(shared.pemetaan)],
  );
}

/** By what an offer calls its instansi: nobody learns which it is. */
export const OTHER_INSTANSI = 'instansi lain';

/** What the other instansi offer, one recipe each. */
export async function readOffers(transaction: Transaction, instansi: number): Promise<readonly RecipeVersion[]> {
  const rows = await transaction.query<SharedRecipe & { readonly nomor: number }>(
    'SELECT nomor, struktur, pemetaan FROM intake.pemetaan_bersama WHERE instansi_id <> $1 ORDER BY instansi_id',
    [instansi],
  );
  return rows.map((row) => ({ instansi: OTHER_INSTANSI, disahkan: '', oleh: OTHER_INSTANSI, catatan: '', ...row }));
}
