/**
 * Months in which a raise of rank may take effect, always on the first day. PP 99/2000 jo. PP 12/2002: April and October, until the
 * end of 2023; Peraturan BKN 4/2023: every even month from January 2024; Peraturan BKN 4/2025: every month from October 2025.
 * Months are counted as year x 12 + month - 1.
 */
export function isPeriodeKenaikanPangkat(month: number): boolean {
  if (month >= FROM_OCTOBER_2025) return true;
  const inYear = month % 12;
  return month >= FROM_2024 ? inYear % 2 === 1 : inYear === 3 || inYear === 9;
}

const FROM_2024 = 2024 * 12;
const FROM_OCTOBER_2025 = 2025 * 12 + 9;

/** The first month from the given one on in which a raise may take effect. */
export function nextPeriodeKenaikanPangkat(month: number): number {
  let next = month;
  while (!isPeriodeKenaikanPangkat(next)) next++;
  return next;
}
