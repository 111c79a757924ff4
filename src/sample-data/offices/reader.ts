/** How the values of a column are truly read: the words of the recipe, as the truth ledger writes them. */
export type Reader =
  | { readonly jenis: 'langsung' }
  | { readonly jenis: 'tanggal'; readonly urutan: 'dmy' | 'mdy' | 'ymd' }
  | { readonly jenis: 'kode'; readonly tabel: Readonly<Record<string, string>> }
  | { readonly jenis: 'rujukan'; readonly tabel: string; readonly kunci: string; readonly nilai: string }
  | { readonly jenis: 'nama_bergelar' }
  | { readonly jenis: 'masa_kerja' }
  | { readonly jenis: 'sambung'; readonly kolom: readonly string[]; readonly pemisah: string };

export const PLAIN: Reader = { jenis: 'langsung' };
