import { foldText } from '#kernel/text.ts';
import type { CrosswalkEntry, SourceValue } from './entry.ts';

/** So many people of one instansi must bear a value before its words are shown to another: a setting, not a law. */
export const FEWEST_PEOPLE = 5;
const LONGEST_TEXT = 200;

/**
 * Whether a value looks like something about one person that was typed into a field of codes: a long number, an address for mail, a
 * whole sentence. Such a value never enters a crosswalk, whatever its support.
 */
export function isPersonal({ kode, label }: Pick<SourceValue, 'kode' | 'label'>): boolean {
  return [kode, label].some(
    (text) => text.length > LONGEST_TEXT || text.includes('@') || /\d{9}/.test(text.replace(/[\s.'-]/g, '')),
  );
}

/**
 * Whether the words of an entry may be offered to other instansi. Codes never are: another office numbers its own way. Words are, where
 * the field has one list for the whole country (a unit is nobody else's), and where they are the list's own name or many people's,
 * so that nothing that was typed once for one person wanders.
 */
export function isShareable(
  { kolom, label, dukungan, acuan }: Pick<CrosswalkEntry, 'kolom' | 'label' | 'dukungan' | 'acuan'>,
  hasNationalList: (kolom: string) => boolean,
): boolean {
  const folded = foldText(label);
  if (folded === '' || !hasNationalList(kolom)) return false;
  // without a row in the list, its name is what the proposal said: words that may be one person's
  return dukungan >= FEWEST_PEOPLE || (acuan.senama > 0 && folded === foldText(acuan.nama));
}
