import { dayNumber, daysInMonth, type LocalDate, makeDate, monthOf, yearOf } from '#kernel/local-date.ts';

/** Every how many months a delivery is expected: each month, January/April/July/October, January/July, January. */
export const EVERY = [1, 3, 6, 12] as const;

/** When an instansi is expected to send. */
export interface Rhythm {
  readonly setiapBulan: (typeof EVERY)[number];
  /** Day of the month; its last day where the month is shorter. */
  readonly tanggal: number;
  /** Days before, on which the instansi is reminded; 0 for never. */
  readonly ingatkan: number;
}

/** A rhythm in force from the first day of a month on; `irama` null: again as everybody. */
export interface RhythmFrom {
  readonly mulai: LocalDate;
  readonly irama: Rhythm | null;
}

/** What is said of one instansi: the rhythm of all, and its own. */
export interface Rhythms {
  readonly umum: readonly RhythmFrom[];
  readonly sendiri: readonly RhythmFrom[];
}

/** A published delivery: the day for which its data speak, and the day on which it was received. */
export interface Arrival {
  readonly kiriman: string;
  readonly per: LocalDate;
  readonly tanggal: LocalDate;
}

/**
 * `datang` received, before anything was expected · `tepat-waktu` · `datang-terlambat` · `ditunggu` due today or later · `terlambat` due before
 * today, and nothing newer came · `terlewat` never came, newer data did.
 */
export type DueState = 'datang' | 'tepat-waktu' | 'datang-terlambat' | 'ditunggu' | 'terlambat' | 'terlewat';

/** A day on which a delivery is due, and what became of it. */
export interface Due {
  readonly tempo: LocalDate;
  readonly keadaan: DueState;
  /** Days late: when it came, or until today. 0 where it is not late. */
  readonly hari: number;
  readonly datang: Arrival | null;
}

/** What is next, and what is missing. */
export interface Outlook {
  /** The next day on which something is due that has not come. */
  readonly berikutnya: LocalDate | null;
  /** Since which day something has been missing, for how many days, and how many deliveries in a row. */
  readonly terlambat: { readonly sejak: LocalDate; readonly hari: number; readonly kali: number } | null;
}

/** The rhythm in force on a day, and whether it is the instansi's own; undefined before the first. Pure. */
export function rhythmOn(
  { umum, sendiri }: Rhythms,
  date: LocalDate,
): { readonly irama: Rhythm; readonly isOwn: boolean } | undefined {
  const own = newest(sendiri, date)?.irama;
  if (own) return { irama: own, isOwn: true };
  const irama = newest(umum, date)?.irama;
  return irama ? { irama, isOwn: false } : undefined;
}

function newest(list: readonly RhythmFrom[], date: LocalDate): RhythmFrom | undefined {
  return list.filter(({ mulai }) => mulai <= date).toSorted((a, b) => b.mulai - a.mulai)[0];
}

/** The month after the one of a day: from when a change of a rhythm holds, so that what is due already stays due. */
export function nextMonth(date: LocalDate): LocalDate {
  return dayIn(monthIndex(date) + 1, 1);
}

/**
 * Every due day from the first delivery or rhythm on until the one after today, and to the end of `tahun`, with what became of it; oldest
 * first. A delivery counts for the due day that is nearest to the day of its data, the later one at the same distance; of several the
 * first to be received. Pure.
 */
export function listDues(
  rhythms: Rhythms,
  arrivals: readonly Arrival[],
  today: LocalDate,
  tahun = yearOf(today),
): readonly Due[] {
  const begin = Math.min(...rhythms.umum.map(({ mulai }) => mulai), ...rhythms.sendiri.map(({ mulai }) => mulai));
  const spoken = arrivals.map(dayOfData);
  const oldest = Math.min(begin, today, ...spoken) as LocalDate;
  const latest = Math.max(today, ...spoken) as LocalDate;
  // A year on either side, for nothing comes less often.
  const until = Math.max(monthIndex(latest) + 12, tahun * 12 + 11);
  const days: LocalDate[] = [];
  for (let month = monthIndex(oldest) - 12; month <= until; month++) {
    const tempo = dueIn(rhythms, month);
    if (tempo !== undefined) days.push(tempo);
  }
  const came = new Map<LocalDate, Arrival>();
  for (const arrival of arrivals.toSorted((a, b) => a.tanggal - b.tanggal)) {
    const tempo = nearest(days, dayOfData(arrival));
    if (tempo !== undefined && !came.has(tempo)) came.set(tempo, arrival);
  }
  const last = Math.max(...came.keys());
  return days
    .filter((tempo) => tempo >= begin || came.has(tempo))
    .map((tempo) => judge(tempo, came.get(tempo) ?? null, { today, isExpected: tempo >= begin, isLast: tempo > last }));
}

/** The due day of a month. Months before any rhythm have that of the first, so that what came earlier has its place. */
function dueIn(rhythms: Rhythms, month: number): LocalDate | undefined {
  const first = dayIn(month, 1);
  const irama = rhythmOn(rhythms, first)?.irama ?? rhythms.umum.toSorted((a, b) => a.mulai - b.mulai)[0]?.irama;
  return irama && month % irama.setiapBulan === 0 ? dayIn(month, irama.tanggal) : undefined;
}

/** Data cannot speak for a day after they were received. */
const dayOfData = ({ per, tanggal }: Arrival): LocalDate => Math.min(per, tanggal) as LocalDate;

function nearest(days: readonly LocalDate[], per: LocalDate): LocalDate | undefined {
  const distance = (day: LocalDate): number => Math.abs(dayNumber(day) - dayNumber(per));
  return days.reduce<LocalDate | undefined>(
    (best, day) => (best === undefined || distance(day) <= distance(best) ? day : best),
    undefined,
  );
}

function judge(
  tempo: LocalDate,
  datang: Arrival | null,
  { today, isExpected, isLast }: { readonly today: LocalDate; readonly isExpected: boolean; readonly isLast: boolean },
): Due {
  if (datang) {
    const hari = isExpected ? Math.max(0, daysBetween(tempo, datang.tanggal)) : 0;
    return { tempo, datang, hari, keadaan: isExpected ? (hari > 0 ? 'datang-terlambat' : 'tepat-waktu') : 'datang' };
  }
  if (tempo >= today) return { tempo, datang, hari: 0, keadaan: 'ditunggu' };
  if (!isLast) return { tempo, datang, hari: 0, keadaan: 'terlewat' };
  return { tempo, datang, hari: daysBetween(tempo, today), keadaan: 'terlambat' };
}

/** What is next and what is missing, of all due days of an instansi. Pure. */
export function outlookOf(dues: readonly Due[]): Outlook {
  const late = dues.filter(({ keadaan }) => keadaan === 'terlambat');
  const [first] = late;
  return {
    berikutnya: dues.find(({ keadaan }) => keadaan === 'ditunggu')?.tempo ?? null,
    terlambat: first ? { sejak: first.tempo, hari: first.hari, kali: late.length } : null,
  };
}

/** Days from the first to the second. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => dayNumber(to) - dayNumber(from);

/** Months since the year 0; January of a year is a multiple of twelve. */
const monthIndex = (date: LocalDate): number => yearOf(date) * 12 + monthOf(date) - 1;

function dayIn(index: number, day: number): LocalDate {
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  const date = makeDate(year, month, Math.min(day, daysInMonth(year, month)));
  if (date === undefined) throw new Error(`No such day: ${year}-${month}-${day}`);
  return date;
}
