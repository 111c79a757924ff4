import { fail, ok } from '#kernel/result.ts';
import { isEmptyText } from '#kernel/text.ts';
import type { Reading } from './reading.ts';

const TRUE = new Set(['TRUE', '1', 'Y', 'YA', 'YES', 'BENAR', 'V', 'ADA', 'SUDAH']);
const FALSE = new Set(['FALSE', '0', 'F', 'N', 'TIDAK', 'TDK', 'NO', 'SALAH', 'BELUM']);

/**
 * Reads yes and no. A bare T is "true" beside F and "tidak" beside Y: `tMeans` says which, as the column shows
 * (`findMeaningOfT`); without it a T is refused.
 */
export function parseBoolean(text: string, tMeans?: boolean): Reading<boolean, 'BOOLEAN_TIDAK_TERBACA'> {
  if (isEmptyText(text)) return ok(undefined);
  const upper = text.trim().toUpperCase();
  if (TRUE.has(upper)) return ok(true);
  if (FALSE.has(upper)) return ok(false);
  return upper === 'T' && tMeans !== undefined ? ok(tMeans) : fail('BOOLEAN_TIDAK_TERBACA');
}

/** What T means in a column with these values: true beside F, false beside Y or YA, undecided otherwise. */
export function findMeaningOfT(values: Iterable<string>): boolean | undefined {
  let besideF = false;
  let besideY = false;
  for (const value of values) {
    const upper = value.trim().toUpperCase();
    besideF ||= upper === 'F';
    besideY ||= upper === 'Y' || upper === 'YA';
  }
  return besideF === besideY ? undefined : besideF;
}
