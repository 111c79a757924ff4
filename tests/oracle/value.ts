/** What a coded cell means: BKN's code or id where it is known, and the text that people read. */
export interface Meaning {
  /** Code of a short list, BKN's id, or '' where neither is known. */
  readonly code: string;
  /** Label where one is known, else the delivered text. */
  readonly text: string;
  /** The text as it is compared; '' for a code without a label. */
  readonly folded: string;
  /** A local code that nobody has explained; learning asks for its cell and column. */
  readonly bare: string | undefined;
}

/** What a row says of one field. `tulis` is the value as it stands in selisih.csv. */
export type Value =
  | { readonly is: 'kosong' }
  /** It stood there but cannot be used: quarantined, never compared. */
  | { readonly is: 'rusak' }
  | { readonly is: 'teks'; readonly tulis: string }
  | { readonly is: 'masa_kerja'; readonly tulis: string; readonly bulan: number }
  | { readonly is: 'kode'; readonly tulis: string; readonly meaning: Meaning };

export const KOSONG: Value = { is: 'kosong' };
export const RUSAK: Value = { is: 'rusak' };

export const teks = (tulis: string): Value => ({ is: 'teks', tulis });

/** The value as written; '' where there is none to use. */
export const written = (value: Value | undefined): string =>
  value === undefined || value.is === 'kosong' || value.is === 'rusak' ? '' : value.tulis;

/** One usable row in canonical form. */
export interface Person {
  readonly baris: number;
  readonly pnsId: string;
  readonly values: ReadonlyMap<string, Value>;
  /** Of the row's own column, or of the NIP column where that holds an old number. */
  readonly nipLama: string;
  /** What the row's NIP says of fields that have no column: to find people by, never compared. */
  readonly told: ReadonlyMap<string, string>;
  /** The row's NIP was rounded by a spreadsheet: no number any more, but what is left of it still tells. */
  readonly isRounded: boolean;
}

export const of = (person: Person, field: string): string => written(person.values.get(field));

/** The national code of a coded field, '' where it is not known. */
export function codeOf(person: Person, field: string): string {
  const value = person.values.get(field);
  return value?.is === 'kode' ? value.meaning.code : '';
}

/** A trait by which people are found; where the row's file has no column for it and `mayTell`, what the NIP says. */
export function traitOf(person: Person, field: string, mayTell: boolean): string {
  const own = field === 'jenis_kelamin' ? codeOf(person, field) : of(person, field);
  return own === '' && mayTell ? (person.told.get(field) ?? '') : own;
}
