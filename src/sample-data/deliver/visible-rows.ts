import { formatIsoDate, type LocalDate } from '#kernel/local-date.ts';
import type { Case } from '../defects/case.ts';
import type { HistoryKind } from '../offices/column.ts';
import type { HistoryRow } from '../person.ts';

/** What a record already shows of each history: later rows are not known to the office. */
const NEWEST: Readonly<Record<HistoryKind, 'tmt_golongan' | 'tmt_jabatan' | 'tmt_kgb' | undefined>> = {
  pangkat: 'tmt_golongan',
  jabatan: 'tmt_jabatan',
  kgb: 'tmt_kgb',
  pendidikan: undefined,
};

/** Rows of a history that the office knows. */
export function visibleRows({ person, simpeg }: Case, kind: HistoryKind, now: LocalDate): readonly HistoryRow[] {
  const field = NEWEST[kind];
  const newest = field === undefined ? undefined : simpeg?.meaning[field];
  const until = newest ?? formatIsoDate(now);
  return person.riwayat[kind].filter(({ tmt }) => formatIsoDate(tmt) <= until && tmt <= now);
}
