import { isGajiStep, lastGajiStep } from '#rules/gaji-pokok.ts';
import type { Month } from '../plan/horizon.ts';
import { type Career, rankAt, serviceAt } from './career.ts';

/** Months in which no periodic raise is given: a heavy sanction, or leave without pay. */
export interface Pause {
  readonly from: Month;
  readonly until: Month;
}

/**
 * Months of the periodic raises up to `end`: whenever the service reaches a step of the pay table, which is every two years, until
 * the last step (PP 7/1977 Ps. 11).
 */
export function listKgb(career: Career, end: Month, pause: Pause | undefined): Month[] {
  const months: Month[] = [];
  for (let month = firstWholeYear(career); month <= end; month += 12) {
    if (pause && month >= pause.from && month <= pause.until) continue;
    if (isRaise(career, month)) months.push(month);
  }
  return months;
}

/** The periodic raise after a month; undefined past the last step. */
export function nextKgb(career: Career, after: Month): Month | undefined {
  const offset = (((firstWholeYear(career) - after) % 12) + 12) % 12;
  for (let month = after + (offset === 0 ? 12 : offset), tries = 0; tries < 3; month += 12, tries++) {
    if (isRaise(career, month)) return month;
  }
  return undefined;
}

function isRaise(career: Career, month: Month): boolean {
  const service = serviceAt(career, month);
  const years = Math.trunc(service / 12);
  const rank = rankAt(career, month);
  return service % 12 === 0 && month > career.cpns && years <= lastGajiStep(rank) && isGajiStep(rank, years);
}

/** Deductions are whole years, so service is whole in the same month of every year. */
function firstWholeYear({ cpns, startService }: Career): Month {
  const rest = startService % 12;
  return cpns + (rest === 0 ? 12 : 12 - rest);
}
