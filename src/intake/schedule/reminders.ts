import { dayNumber, formatIsoDate, type LocalDate } from '#kernel/local-date.ts';
import { number } from '#kernel/number-format.ts';
import { formatInstant, formatWholeDay } from '#kernel/wib.ts';
import { type Arrival, daysBetween, type Due } from './rhythm.ts';

/** Days after the due day, on which the instansi is told that it is late, and then the province. */
const LATE_AFTER = 1;
const PROVINCE_AFTER = 4;
/** A reminder that could not be written for so many days is left out. */
const STALE_AFTER = 7;

/** `menjelang` before the due day · `terlambat` after it · `provinsi` later, to the province. */
export type ReminderKind = 'menjelang' | 'terlambat' | 'provinsi';

/** An occasion to remind: of one due day, on the day on which it falls. */
export interface Reminder {
  readonly jenis: ReminderKind;
  readonly tempo: LocalDate;
  /** Days until today since it fell on, and the day number of that day: mails of one day go together. */
  readonly jatuh: number;
}

/** The occasions of an instansi that have come and are not stale; `ingatkan` days before a due day, 0 for never. Pure. */
export function remindersOf(
  dues: readonly Due[],
  ingatkanOn: (tempo: LocalDate) => number,
  today: LocalDate,
): readonly Reminder[] {
  const now = dayNumber(today);
  return dues.flatMap(({ tempo, keadaan }): readonly Reminder[] => {
    const due = dayNumber(tempo);
    const ahead = ingatkanOn(tempo);
    const occasions: readonly (readonly [ReminderKind, number])[] =
      keadaan === 'ditunggu'
        ? ahead > 0
          ? [['menjelang', due - ahead]]
          : []
        : keadaan === 'terlambat'
          ? [
              ['terlambat', due + LATE_AFTER],
              ['provinsi', due + PROVINCE_AFTER],
            ]
          : [];
    return occasions
      .filter(([, day]) => day <= now && now - day < STALE_AFTER)
      .map(([jenis, day]) => ({ jenis, tempo, jatuh: day }));
  });
}

export interface MailText {
  readonly judul: string;
  readonly isi: string;
}

interface Told {
  readonly nama: string;
  readonly tempo: LocalDate;
  readonly today: LocalDate;
  readonly terakhir: Arrival | undefined;
  /** When the mail is written, ISO 8601. */
  readonly pada: string;
  /** Address of the portal; undefined where none is set. */
  readonly alamat: string | undefined;
}

const day = (date: LocalDate): string => formatWholeDay(formatIsoDate(date));

/** The mail to an instansi: counts and dates, nobody's name. Pure. */
export function describeReminder(jenis: 'menjelang' | 'terlambat', told: Told): MailText {
  const { nama, tempo, today, terakhir, pada } = told;
  const left = daysBetween(today, tempo);
  const when =
    left > 0 ? `${number.format(left)} hari lagi` : left === 0 ? 'hari ini' : `lewat ${number.format(-left)} hari`;
  const judul =
    jenis === 'menjelang'
      ? `Kiriman data ${nama} jatuh tempo ${day(tempo)}`
      : `Kiriman data ${nama} terlambat sejak ${day(tempo)}`;
  return {
    judul,
    isi: lines([
      `Kiriman data ${nama} yang jatuh tempo ${day(tempo)} (${when}) belum terbit di portal sampai surel ini dibuat, ${formatInstant(pada)} WIB.`,
      terakhir
        ? `Kiriman terakhir: data per ${day(terakhir.per)}, diterima ${day(terakhir.tanggal)}.`
        : 'Belum pernah ada kiriman yang terbit.',
      linkTo(told.alamat, '/kiriman', 'Kirim datanya, atau terbitkan kiriman yang menunggu, di menu Kiriman'),
      FOOT,
    ]),
  };
}

/** The mail to the province about instansi that have been late since one day or several. Pure. */
export function describeLate(
  late: readonly { readonly nama: string; readonly tempo: LocalDate; readonly hari: number }[],
  { pada, alamat }: Pick<Told, 'pada' | 'alamat'>,
): MailText {
  const count = number.format(late.length);
  return {
    judul: `${count} instansi belum mengirim data`,
    isi: lines([
      `${count} instansi belum menerbitkan kiriman yang sudah jatuh tempo, menurut keadaan ${formatInstant(pada)} WIB:`,
      late
        .map(({ nama, tempo, hari }) => `- ${nama}: jatuh tempo ${day(tempo)}, lewat ${number.format(hari)} hari`)
        .join('\n'),
      linkTo(alamat, '/kiriman/jadwal', 'Jadwal semua instansi ada di menu Kiriman, Jadwal kiriman'),
      FOOT,
    ]),
  };
}

const FOOT = 'Surel ini dikirim sendiri oleh portal; jangan dibalas. Pengingat dapat dimatikan di Pengaturan.';

const lines = (parts: readonly string[]): string => `${parts.join('\n\n')}\n`;

function linkTo(alamat: string | undefined, path: string, words: string): string {
  return alamat === undefined ? `${words}.` : `${words}: ${alamat}${path}`;
}
