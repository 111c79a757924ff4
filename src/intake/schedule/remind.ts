import { addMail, type Instansi, listReminded } from '#identity';
import type { LocalDate } from '#kernel/local-date.ts';
import { dayInWib } from '#kernel/wib.ts';
import type { Database, WalkingTransaction } from '#platform';
import { describeLate, describeReminder, type Reminder, remindersOf } from './reminders.ts';
import { type Arrival, daysBetween, listDues, outlookOf, rhythmOn } from './rhythm.ts';
import { readSchedules, type Schedules } from './store.ts';

export interface Reminding {
  readonly database: Database;
  readonly instansi: readonly Instansi[];
  /** The portal's address as browsers know it. */
  readonly alamat: string | undefined;
}

/** How long a reminder says something true enough to be sent. */
const VALID_DAYS = 3;

interface Late {
  readonly nama: string;
  readonly tempo: LocalDate;
  readonly hari: number;
  readonly jatuh: number;
}

/**
 * Writes the reminders that have come into the outbox, all in one transaction; those that are there already are not written again. Returns
 * how many there were.
 */
export async function remind({ database, instansi, alamat }: Reminding, now: Date): Promise<number> {
  const today = dayInWib(now);
  const told = { pada: now.toISOString(), alamat };
  return database.withContexts(async (transaction) => {
    await transaction.enter({ lingkup: 'provinsi' });
    const schedules = await readSchedules(transaction, undefined);
    const late: Late[] = [];
    let written = 0;
    for (const one of instansi) {
      const { sejak, arrivals, reminders } = remindersFor(schedules, one.instansi, today);
      for (const { jenis, tempo, jatuh } of reminders) {
        // Whoever is late has been so since the first day that was missed.
        const since = jenis === 'menjelang' ? tempo : (sejak ?? tempo);
        if (jenis === 'provinsi') late.push({ nama: one.nama, tempo: since, hari: daysBetween(since, today), jatuh });
        else {
          const last = arrivals.at(-1);
          const text = describeReminder(jenis, { nama: one.nama, tempo: since, today, terakhir: last, ...told });
          written += await tell(transaction, one.instansi, 'kiriman.kirim', {
            ...text,
            kunci: `jadwal/${jenis}/${tempo}`,
            berlakuHari: VALID_DAYS,
          });
        }
      }
    }
    const province = instansi.find(({ jenis }) => jenis === 'provinsi');
    // Those who became late on one day stand in one mail.
    for (const jatuh of new Set(late.map((one) => one.jatuh))) {
      if (!province) break;
      const together = late.filter((one) => one.jatuh === jatuh);
      written += await tell(transaction, province.instansi, 'jadwal.tetapkan', {
        ...describeLate(together, told),
        kunci: `jadwal/provinsi/${jatuh}`,
        berlakuHari: VALID_DAYS,
      });
    }
    return written;
  });
}

/** Since when an instansi has been late, what came of it, and which due days call for a reminder. */
function remindersFor(
  { umum, sendiri, arrivals: all }: Schedules,
  instansi: number,
  today: LocalDate,
): {
  readonly sejak: LocalDate | undefined;
  readonly arrivals: readonly Arrival[];
  readonly reminders: readonly Reminder[];
} {
  const rhythms = { umum, sendiri: sendiri.get(instansi) ?? [] };
  const arrivals = all.get(instansi) ?? [];
  const dues = listDues(rhythms, arrivals, today);
  const reminders = remindersOf(dues, (tempo) => rhythmOn(rhythms, tempo)?.irama.ingatkan ?? 0, today);
  return { sejak: outlookOf(dues).terlambat?.sejak, arrivals, reminders };
}

type Text = Parameters<typeof addMail>[2];

/** One mail to everybody of an instansi whom it concerns; returns how many were new. */
async function tell(
  transaction: WalkingTransaction,
  instansi: number,
  action: 'kiriman.kirim' | 'jadwal.tetapkan',
  mail: Omit<Text, 'penggunaId'>,
): Promise<number> {
  await transaction.enter({ lingkup: 'instansi', instansi });
  let added = 0;
  for (const penggunaId of await listReminded(transaction, instansi, action)) {
    if (await addMail(transaction, instansi, { ...mail, penggunaId })) added += 1;
  }
  return added;
}
