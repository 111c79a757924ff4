import { type FieldName, getField } from '#canonical';
import type { AssignInput, Assigned } from './assign.ts';
import type { Candidate } from './candidates.ts';

/** Certainty from which a column bears witness for others, and up to which it is in doubt itself. */
const WITNESS = 0.6;
const IN_DOUBT = 0.85;
/** Rows without which nothing is said, share of them that must agree, and lead over the next reading. */
export const FEWEST = 20;
export const AGREE = 0.85;
const LEAD = 0.08;

export const isInDoubt = ({ chosen, candidates, isClosed }: Assigned): boolean =>
  isClosed !== true && (chosen?.field ? chosen.score : 0) < IN_DOUBT && !candidates.some(({ isProved }) => isProved);

export const isDate = ({ column }: AssignInput): boolean =>
  !column.facts.isEmpty && column.facts.share('tanggal') > 0.8;

export function witness(assigned: readonly Assigned[], nama: FieldName): Assigned | undefined {
  const [one, other] = assigned.filter(({ chosen }) => chosen?.field?.nama === nama && chosen.score >= WITNESS);
  return other ? undefined : one;
}

export const shareOf = (list: readonly number[], test: (value: number) => boolean): number =>
  list.length < FEWEST ? 0 : list.filter(test).length / list.length;

export interface Finding {
  readonly nama: FieldName;
  readonly share: number;
  readonly bukti: string;
}

/** The reading that clearly fits best. */
export function best(findings: readonly Finding[]): Finding | undefined {
  const [first, second] = findings.toSorted((a, b) => b.share - a.share);
  if (!first || first.share < AGREE) return undefined;
  return second && second.share > first.share - LEAD ? undefined : first;
}

export const percent = (share: number): string => `${(share * 100).toFixed(1).replace('.', ',')}%`;

/** How much a reading that the rows bear out leaves of the doubt about it. */
const DOUBT_LEFT = 0.25;

export function withFinding(input: AssignInput, finding: Finding | undefined): AssignInput {
  if (!finding) return input;
  const field = getField(finding.nama);
  const known = input.candidates.find((candidate) => candidate.field === field);
  const score = 1 - (1 - (known?.score ?? 0.2)) * DOUBT_LEFT;
  const bukti = [known?.bukti ?? '', finding.bukti].filter((part) => part !== '').join('; ');
  const candidate: Candidate = { field, name: 0, fit: 0.5, isProved: false, ...known, score, bukti };
  return sorted(input, [candidate, ...input.candidates.filter((other) => other !== known)]);
}

export const sorted = (input: AssignInput, candidates: readonly Candidate[]): AssignInput => ({
  ...input,
  candidates: candidates.toSorted((a, b) => b.score - a.score),
});
