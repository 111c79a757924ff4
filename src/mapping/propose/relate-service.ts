import type { AssignInput, Assigned } from './assign.ts';
import { isInDoubt, withFinding } from './finding.ts';

/** Correlation with the years since appointment from which small numbers are years of service; ages reach less and begin later. */
const WITH_SERVICE = 0.6;
const YOUNGEST = 18;
const FEWEST_VALUES = 20;

/** Whole numbers from 0 on that rise with the years since the appointment in the NIP: the years of service. */
export function relateService(inputs: readonly AssignInput[], assigned: readonly Assigned[]): readonly AssignInput[] {
  if (
    assigned.some(({ chosen }) => chosen?.field?.nama.startsWith('masa_kerja') === true && MONTHS !== chosen.field.nama)
  )
    return inputs;
  const found = inputs.filter((input, index) => {
    const own = assigned[index];
    const { facts } = input.column;
    return (
      own !== undefined &&
      isInDoubt(own) &&
      facts.share('masaKerjaTahun') > 0.95 &&
      facts.distinct.size >= FEWEST_VALUES &&
      facts.shareOf((value) => Number(value) < YOUNGEST) > 0.1 &&
      input.column.risesWithService() >= WITH_SERVICE
    );
  });
  const [only, ...more] = found;
  if (!only || more.length > 0) return inputs;
  const finding = { nama: 'masa_kerja_tahun', share: 1, bukti: 'naik bersama lama sejak pengangkatan' } as const;
  return inputs.map((input) => (input === only ? withFinding(input, finding) : input));
}

const MONTHS = 'masa_kerja_bulan';
