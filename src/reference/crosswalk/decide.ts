import { dayOf, daysInMonth, type LocalDate, makeDate, monthOf, yearOf } from '#kernel/local-date.ts';
import { type Problem, problem } from '#kernel/problem.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import { foldBknId } from '#rules/bkn-id.ts';
import { compareEntry, type CrosswalkEntry, firstDay, keyOf, lastDay } from './entry.ts';
import { isPersonal } from './privacy.ts';

/** A decision as a person takes it: the time is that of the entry already in force where it is not told. */
export type Decision = Omit<CrosswalkEntry, 'status'>;

const MOST_ENTRIES = 500_000;

/**
 * The entries of one instansi after a value was accepted for an id. Accepted entries of one value never overlap in time: with
 * `mulai` or `sampai` the new meaning takes its days from the others, which keep the days that are left; without them a value
 * that already means something else is refused. Accepting the same id again renews the confirmation; a time that is told then
 * replaces the one that it touches, which is how a meaning is ended.
 */
export function acceptEntry(
  entries: readonly CrosswalkEntry[],
  decision: Decision,
): Result<readonly CrosswalkEntry[], Problem> {
  const fault = findFault(decision) ?? (entries.length >= MOST_ENTRIES ? problem('SILANG_PENUH') : undefined);
  if (fault) return fail(fault);
  const key = keyOf(decision);
  const isOwn = (entry: CrosswalkEntry): boolean => keyOf(entry) === key;
  const isSameId = (entry: CrosswalkEntry): boolean => foldBknId(entry.id) === foldBknId(decision.id);
  const isTimed = decision.mulai !== undefined || decision.sampai !== undefined;
  const renewed = entries.findLast((entry) => isOwn(entry) && isSameId(entry) && entry.status === 'diterima');
  const accepted: CrosswalkEntry = {
    ...decision,
    ...(!isTimed && renewed ? { mulai: renewed.mulai, sampai: renewed.sampai } : {}),
    status: 'diterima',
  };
  const kept: CrosswalkEntry[] = [];
  for (const entry of entries) {
    if (!isOwn(entry) || entry.status === 'diganti') kept.push(entry);
    else if (entry.status === 'ditolak') {
      if (!isSameId(entry)) kept.push(entry);
    } else if (isSameId(entry)) {
      if (!overlaps(entry, accepted)) kept.push(entry);
    } else if (!overlaps(entry, accepted)) kept.push(entry);
    else if (!isTimed) return fail(problem('SILANG_SUDAH_BERARTI', { nilai: nameOf(entry), arti: entry.acuan.nama }));
    else kept.push(...leaveRest(entry, accepted));
  }
  return ok([...kept, accepted].toSorted(compareEntry));
}

/** The entries after an id was rejected for a value; an acceptance of the same id ends with it. */
export function rejectEntry(
  entries: readonly CrosswalkEntry[],
  decision: Decision,
): Result<readonly CrosswalkEntry[], Problem> {
  const fault = findFault(decision);
  if (fault) return fail(fault);
  const key = keyOf(decision);
  const others = entries.filter(
    (entry) => keyOf(entry) !== key || foldBknId(entry.id) !== foldBknId(decision.id) || entry.status === 'diganti',
  );
  const rejected: CrosswalkEntry = { ...decision, mulai: undefined, sampai: undefined, status: 'ditolak' };
  return ok([...others, rejected].toSorted(compareEntry));
}

function findFault(decision: Decision): Problem | undefined {
  if (decision.kode.trim() === '' && decision.label.trim() === '') return problem('SILANG_TANPA_NILAI');
  if (decision.id.trim() === '') return problem('SILANG_TANPA_ID', { nilai: nameOf(decision) });
  if (isPersonal(decision)) return problem('SILANG_PRIBADI');
  if (firstDay(decision) > lastDay(decision)) return problem('SILANG_MASA', { nilai: nameOf(decision) });
  return undefined;
}

const nameOf = ({ kode, label }: { readonly kode: string; readonly label: string }): string => label || kode;

const overlaps = (a: CrosswalkEntry, b: CrosswalkEntry): boolean =>
  firstDay(a) <= lastDay(b) && firstDay(b) <= lastDay(a);

/** What is left of an entry when another takes its days: the part before, the part behind, or only the memory of it. */
function leaveRest(entry: CrosswalkEntry, taker: CrosswalkEntry): readonly CrosswalkEntry[] {
  const rest: CrosswalkEntry[] = [];
  if (taker.mulai !== undefined && firstDay(entry) < taker.mulai) {
    rest.push({ ...entry, sampai: shiftDay(taker.mulai, -1) });
  }
  if (taker.sampai !== undefined && taker.sampai < lastDay(entry)) {
    rest.push({ ...entry, mulai: shiftDay(taker.sampai, 1) });
  }
  return rest.length > 0 ? rest : [{ ...entry, status: 'diganti' }];
}

/** The day before or after; the ends of the calendar stay where they are. */
function shiftDay(date: LocalDate, by: 1 | -1): LocalDate {
  const [year, month, day] = [yearOf(date), monthOf(date), dayOf(date) + by];
  if (day >= 1 && day <= daysInMonth(year, month)) return makeDate(year, month, day) ?? date;
  const index = year * 12 + month - 1 + by;
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
  return makeDate(toYear, toMonth, by > 0 ? 1 : daysInMonth(toYear, toMonth)) ?? date;
}
