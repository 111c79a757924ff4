import { foldText, isEmptyText } from '#kernel/text.ts';

/** What people write into a cell for "there is none", folded. */
const WORDS = new Set([
  'TIDAK ADA',
  'TDK ADA',
  'TAK ADA',
  'TIDAK PUNYA',
  'TDK PUNYA',
  'TIDAK MEMILIKI',
  'TIDAK DIKETAHUI',
  'BELUM ADA',
  'BELUM PUNYA',
  'KOSONG',
  'NIHIL',
  'NONE',
  'NAN',
  'NA',
  'N A',
]);

/** Far longer than any of the words. */
const LONGEST = 40;

/** Whether a cell says in words or marks that there is no value, where no value can be such a word (telephone, e-mail). */
export function isTiada(text: string): boolean {
  return isEmptyText(text) || (text.length <= LONGEST && WORDS.has(foldText(text)));
}
