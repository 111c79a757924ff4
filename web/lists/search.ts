import { z } from 'zod';

const text = z.string().max(120).optional().catch(undefined);

/** What stands in the address of every list, beside its own filter. */
export const listSearch = {
  /** The saved view that was opened, or `semua` for the list as it is. */
  tampilan: text,
  /** Columns in their order, with widths: `nama,jabatan:220`. */
  kolom: z.string().max(600).optional().catch(undefined),
  urut: text,
  cari: text,
};

export type ListSearch = { readonly [Part in keyof typeof listSearch]?: string | undefined } & Readonly<
  Record<string, string | number | undefined>
>;

/** The parts of an address that a saved view keeps. */
export function viewParts(search: ListSearch): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(search).flatMap(([key, value]) =>
      // The instansi is chosen in the bar.
      key === 'tampilan' || key === 'instansi' || typeof value !== 'string' || value === '' ? [] : [[key, value]],
    ),
  );
}

/** Whether two addresses show the same. */
export function isSameView(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => a[key] === b[key]);
}

/** Whether each word that is looked for stands in one of the texts. */
export function holdsWords(cari: string | undefined, texts: readonly string[]): boolean {
  const all = texts.join('\n').toLowerCase();
  return (cari ?? '')
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}
