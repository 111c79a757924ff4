import { foldText } from '#kernel/text.ts';

export type JenisTempat = 'kabupaten' | 'kota';

export interface Tempat {
  /** Folded name without its kind. */
  readonly nama: string;
  /** Undefined where the text does not say it: Semarang, Magelang, Tegal and Pekalongan exist as both. */
  readonly jenis: JenisTempat | undefined;
}

const LONGEST = 120;
const KIND: ReadonlyMap<string, JenisTempat> = new Map([
  ['KAB', 'kabupaten'],
  ['KABUPATEN', 'kabupaten'],
  ['KOTA', 'kota'],
  ['KOTAMADYA', 'kota'],
  ['KOTAMADIA', 'kota'],
  ['KODYA', 'kota'],
  ['KOTIF', 'kota'],
]);
/** Marks of rank between kind and name ("Kota Adm. Jakarta Selatan", "Kab. Dati II Kudus"). */
const BETWEEN = new Set(['ADM', 'ADMINISTRASI', 'DATI', 'DT', 'TK', 'TINGKAT', 'II']);

/**
 * A place name with its kind taken off: "KAB. SEMARANG", "Semarang (Kab)" -> SEMARANG, kabupaten. Names that BKN's table
 * keeps as rows of their own (SOLO, JOGJAKARTA, PURWOKERTO) stay as they are.
 */
export function foldTempat(text: string): Tempat {
  const words = foldText(text.slice(0, LONGEST)).split(' ');
  const before = KIND.get(words[0] ?? '');
  if (before && words.length > 1) {
    let from = 1;
    while (from < words.length - 1 && BETWEEN.has(words[from] ?? '')) from++;
    return { nama: words.slice(from).join(' '), jenis: before };
  }
  const behind = KIND.get(words.at(-1) ?? '');
  if (behind && words.length > 1) return { nama: words.slice(0, -1).join(' '), jenis: behind };
  return { nama: words.join(' '), jenis: undefined };
}
