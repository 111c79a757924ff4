import type { PegawaiField } from '#canonical';
import type { Case } from '../defects/case.ts';
import type { Facts } from '../person.ts';
import type { RowKind } from './make-case.ts';
import { isPairedByCopy } from './pair-key.ts';
import type { RowPlace } from './record-case.ts';

/** What a row is in the truth. */
export interface RowRole {
  readonly subject: Case | undefined;
  readonly kind: RowKind | 'ganda' | 'uji';
  readonly baris: number;
}

export interface RowJob extends RowRole {
  readonly facts: Facts;
  readonly orangId: string;
  /** Place among all rows that there could be: what the local key is made of, and the same in every delivery. */
  readonly place: number;
}

/**
 * Rows that are something else in the truth than they were made for. D12, within one office: where the ladder meets the copy first,
 * the copy is the pair and the person's own row is surplus.
 */
export function rolesOf(jobs: readonly RowJob[], place: RowPlace): ReadonlyMap<RowJob, RowRole> {
  const roles = new Map<RowJob, RowRole>();
  for (const [first, second] of rowsOfOnePerson(jobs)) {
    const [own, copy] = first.kind === 'sama' ? [first, second] : [second, first];
    const { subject } = own;
    if (!subject?.simpeg || !subject.bkn) continue;
    const copied = withOldNumber(subject.simpeg.meaning, copy.facts, place);
    if (!isPairedByCopy(subject.simpeg.meaning, copied, subject.bkn.meaning, place, copy === first)) continue;
    const isOfNip = ({ sisi, field }: Case['touches'][number]): boolean => sisi === 'simpeg' && field === 'nip';
    const simpeg = { meaning: copied, written: copy.facts };
    const others = subject.touches.filter((touch) => !isOfNip(touch));
    roles.set(copy, { subject: { ...subject, simpeg, touches: others }, kind: 'sama', baris: own.baris });
    roles.set(own, { subject: { ...subject, touches: subject.touches.filter(isOfNip) }, kind: 'ganda', baris: 0 });
  }
  return roles;
}

/** The two rows of people who stand twice, in the order of the file. */
function rowsOfOnePerson(jobs: readonly RowJob[]): readonly (readonly [RowJob, RowJob])[] {
  const twice = new Set(jobs.flatMap(({ kind, orangId }) => (kind === 'ganda' ? [orangId] : [])));
  const rows = Map.groupBy(
    jobs.filter(({ kind, orangId }) => twice.has(orangId) && (kind === 'sama' || kind === 'ganda')),
    ({ orangId }) => orangId,
  );
  return [...rows.values()].flatMap(([first, second]) => (first && second ? [[first, second] as const] : []));
}

/** What the copy says: all of it but the number, and what stands in histories, which lead to the person's own row. */
function withOldNumber(meaning: Facts, { nip }: Facts, { columns, joined }: RowPlace): Facts {
  const copied: Facts = { ...meaning, ...(nip === undefined ? {} : { nip }) };
  const own = new Set(columns.map(({ field }) => field));
  for (const { column } of joined) {
    if (column.field !== null && !own.has(column.field)) delete copied[column.field as PegawaiField];
  }
  return copied;
}
