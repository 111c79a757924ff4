import type { DatesByRow } from '../sample/date-facts.ts';
import { monthOf, yearOf } from '#kernel/local-date.ts';
import type { AssignInput, Assigned } from './assign.ts';
import { AGREE, type Finding, isDate, isInDoubt, percent, shareOf, withFinding, witness } from './finding.ts';
import { isRecent } from './value-guesses.ts';

/** Share of people whose raises come round in the month of their appointment; counted service from elsewhere moves the others. */
const SAME_MONTH = 0.7;
const NEAR = 0.01;
/** Months between two periodic raises (PP 7/1977). */
const RAISE_MONTHS = 24;

/**
 * Periodic raises come every two years, counted from the appointment: a column of recent dates of effect in the very month of the
 * appointment is theirs, whatever its name; of two the later is the next raise.
 */
export function relateRaises(inputs: readonly AssignInput[], assigned: readonly Assigned[]): readonly AssignInput[] {
  if (witness(assigned, 'tmt_kgb')) return inputs;
  const raises = inputs.flatMap((input, index) => {
    const own = assigned[index];
    if (!own || !isDate(input) || !isInDoubt(own) || !isRecent(input.column)) return [];
    const share = shareOf(input.column.yearsAfter().cpns, (years) => Math.abs(years - Math.round(years)) < NEAR);
    return share < SAME_MONTH ? [] : [{ input, share }];
  });
  const findings = new Map<AssignInput, Finding>();
  const [first, second] = raises;
  const bukti = (share: number): string => `${percent(share)} di bulan pengangkatan, seperti kenaikan gaji berkala`;
  if (first && !second) findings.set(first.input, { nama: 'tmt_kgb', share: first.share, bukti: bukti(first.share) });
  for (const { input, share } of raises) {
    const next = raises.find((other) => isTwoYearsAfter(input.column.dates.dates, other.input.column.dates.dates));
    if (!next) continue;
    findings.set(input, { nama: 'tmt_kgb', share, bukti: bukti(share) });
    findings.set(next.input, { nama: 'tmt_kgb_berikutnya', share, bukti: `dua tahun sesudah ${input.named.name}` });
  }
  return inputs.map((input) => withFinding(input, findings.get(input)));
}

function isTwoYearsAfter(from: DatesByRow, to: DatesByRow): boolean {
  const gaps = from.flatMap((date, row) => {
    const other = to[row];
    return date === undefined || other === undefined
      ? []
      : [(yearOf(other) - yearOf(date)) * 12 + monthOf(other) - monthOf(date)];
  });
  return shareOf(gaps, (gap) => gap === RAISE_MONTHS) >= AGREE;
}
