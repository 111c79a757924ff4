import { type LocalDate, monthOf, yearOf } from '#kernel/local-date.ts';
import { type NipParts, parseNip } from '#rules/nip.ts';
import type { ColumnFacts } from '../sample/column-facts.ts';
import type { DatesByRow } from '../sample/date-facts.ts';
import type { TableSample } from '../sample/table-sample.ts';

/** The NIP of each sampled row taken apart: what other columns are measured by. */
export interface Yardstick {
  readonly column: ColumnFacts | undefined;
  readonly parts: ReadonlyMap<number, NipParts>;
}

/** Shares below this do not make a column the key. */
const ENOUGH = 0.3;

const yardsticks = new WeakMap<TableSample, Yardstick>();

/** The column of the 18-digit numbers, found by its values; names play no part, since NIP may be the old number. */
export function findYardstick(sample: TableSample): Yardstick {
  const known = yardsticks.get(sample);
  if (known) return known;
  const yardstick = readYardstick(sample);
  yardsticks.set(sample, yardstick);
  return yardstick;
}

function readYardstick(sample: TableSample): Yardstick {
  let best: ColumnFacts | undefined;
  let bestScore = ENOUGH;
  for (const column of sample.columns) {
    const score = column.share('nip') * column.variety * Math.sqrt(column.filledShare);
    if (score > bestScore) {
      best = column;
      bestScore = score;
    }
  }
  return best ? yardstickOf(best) : { column: undefined, parts: new Map() };
}

/** The numbers of one column taken apart. */
export function yardstickOf(column: ColumnFacts): Yardstick {
  const parts = new Map<number, NipParts>();
  column.values.forEach((value, row) => {
    const reading = value === '' ? undefined : parseNip(mendRounded(value));
    if (reading?.ok && reading.value) parts.set(row, reading.value);
  });
  return { column, parts };
}

/** A spreadsheet keeps the first 15 digits of a number and so everything but the serial. */
function mendRounded(value: string): string {
  return /^'?\d{15}000$/.test(value) ? value.replace(/000$/, '001') : value;
}

/** Rows that both sides can judge, and how many of them agree. */
export interface Agreement {
  readonly judged: number;
  readonly share: number;
}

/** Fewer rows than this prove nothing. */
export const FEW = 8;

function agreement(
  yardstick: Yardstick,
  dates: DatesByRow,
  agrees: (parts: NipParts, date: LocalDate) => boolean | undefined,
): Agreement {
  let judged = 0;
  let hits = 0;
  yardstick.parts.forEach((parts, row) => {
    const date = dates[row];
    const verdict = date === undefined ? undefined : agrees(parts, date);
    if (verdict === undefined) return;
    judged++;
    if (verdict) hits++;
  });
  return { judged, share: judged === 0 ? 0 : hits / judged };
}

/** Dates against digits 1-8 of the NIP. */
export function agreesWithBirth(yardstick: Yardstick, dates: DatesByRow): Agreement {
  return agreement(yardstick, dates, (parts, date) => parts.tanggalLahir === date);
}

/** Dates against digits 9-14 of a PNS's NIP: the first of the month of appointment. */
export function agreesWithTmtCpns(yardstick: Yardstick, dates: DatesByRow): Agreement {
  return agreement(yardstick, dates, (parts, date) => (parts.jenis === 'pns' ? parts.tmtCpns === date : undefined));
}

/** Months from which a decree of appointment may lie apart from the day on which it takes effect. */
const NEAR = 3;

/** Dates in the months around a PNS's appointment, where the decree of it lies. */
export function liesNearTmtCpns(yardstick: Yardstick, dates: DatesByRow): Agreement {
  const months = (date: LocalDate): number => yearOf(date) * 12 + monthOf(date);
  return agreement(yardstick, dates, (parts, date) =>
    parts.jenis === 'pns' ? Math.abs(months(parts.tmtCpns) - months(date)) <= NEAR : undefined,
  );
}

/** How often each value of a column stands beside a man's and beside a woman's number. */
export function countSexes(yardstick: Yardstick, column: ColumnFacts): ReadonlyMap<string, readonly [number, number]> {
  const counts = new Map<string, [number, number]>();
  column.values.forEach((value, row) => {
    const parts = yardstick.parts.get(row);
    if (value === '' || !parts) return;
    const count = counts.get(value) ?? [0, 0];
    count[parts.jenisKelamin === 'M' ? 0 : 1]++;
    counts.set(value, count);
  });
  return counts;
}
