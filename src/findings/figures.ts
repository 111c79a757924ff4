import { type Balance, CLASS_LABELS } from './contract.ts';
import { describeCause, labelOf } from './causes.ts';
import type { CauseCount } from './prepare/stage-findings.ts';
import type { StoredFigures } from './store.ts';

/** Sums of several instansi. Pure. */
export function sumBalance(all: readonly Balance[]): Balance {
  const sum = { simpeg: 0, bkn: 0, berpasangan: 0, selaras: 0, berselisih: 0, hanyaSimpeg: 0, hanyaBkn: 0 };
  for (const each of all) for (const name of Object.keys(sum) as (keyof Balance)[]) sum[name] += each[name];
  return sum;
}

/** Causes of several instansi together, most differences first. */
export function sumCauses(all: readonly Pick<StoredFigures, 'sebab'>[]): readonly CauseCount[] {
  const bySebab = new Map<string, CauseCount>();
  for (const { sebab } of all) {
    for (const cause of sebab) {
      const known = bySebab.get(cause.sebab);
      bySebab.set(cause.sebab, known ? { ...known, selisih: known.selisih + cause.selisih } : cause);
    }
  }
  return [...bySebab.values()].toSorted((a, b) => b.selisih - a.selisih || (a.sebab < b.sebab ? -1 : 1));
}

/** A cause as people read it; a person has one difference a field, so that people and differences of a cause are as many. */
export function showCause({ sebab, bidang, selisih }: CauseCount) {
  return { sebab, kalimat: describeCause(sebab), bidang, selisih, orang: selisih };
}

export interface DifferenceFilter {
  readonly sebab?: string | undefined;
  readonly bidang?: string | undefined;
  readonly kelas?: string | undefined;
}

type Part = keyof DifferenceFilter;

/** Whether a filter leaves the differences of a cause, whatever it says of the part `except`. */
export const fits = (cause: CauseCount, filter: DifferenceFilter, except?: Part): boolean =>
  (['sebab', 'bidang', 'kelas'] as const).every(
    (part) => part === except || filter[part] === undefined || filter[part] === cause[part],
  );

/** How many differences a filter leaves. */
export function countFiltered(causes: readonly CauseCount[], filter: DifferenceFilter): number {
  return causes.reduce((sum, cause) => (fits(cause, filter) ? sum + cause.selisih : sum), 0);
}

const labels: Readonly<Record<string, string>> = CLASS_LABELS;

/** The choices of each part of the filter, counted under the other parts, most first. Pure. */
export function listFacets(causes: readonly CauseCount[], filter: DifferenceFilter) {
  const facet = (part: Part, label: (nilai: string) => string) => {
    const counts = new Map<string, number>();
    for (const cause of causes) {
      if (fits(cause, filter, part)) counts.set(cause[part], (counts.get(cause[part]) ?? 0) + cause.selisih);
    }
    return [...counts]
      .map(([nilai, jumlah]) => ({ nilai, label: label(nilai), jumlah }))
      .toSorted((a, b) => b.jumlah - a.jumlah || (a.nilai < b.nilai ? -1 : 1));
  };
  return {
    bidang: facet('bidang', labelOf),
    kelas: facet('kelas', (nilai) => labels[nilai] ?? nilai),
    sebab: facet('sebab', describeCause),
  };
}
