/**
 * Which decisions need a second pair of eyes: those over many cases at once, and those over who somebody is, for the decrees that come of
 * them name the person. The second is never the first.
 */

/** Cases that one person may decide at once alone. */
export const MOST_ALONE = 100;

/** Fields by which a person is known, or from which rights are counted. */
const WEIGHTY: ReadonlySet<string> = new Set([
  'nip',
  'nip_lama',
  'nik',
  'nama',
  'tanggal_lahir',
  'tmt_cpns',
  'tmt_pns',
  'kedudukan_hukum',
]);

export function needsSecondEyes(fields: Iterable<string>, cases: number): boolean {
  return cases > MOST_ALONE || [...fields].some((field) => WEIGHTY.has(field));
}
