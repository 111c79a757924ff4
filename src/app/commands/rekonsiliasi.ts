import { existsSync } from 'node:fs';
import { parseIsoDate } from '#kernel/local-date.ts';
import { problem } from '#kernel/problem.ts';
import { reconcile, type ReconcileOptions, type ReconcileStage } from '#reconcile';
import { requireText } from '../arguments.ts';
import type { Command, CommandOutcome } from '../command.ts';
import { ACUAN_FOLDER } from '../folders.ts';
import { givePasswords } from '../passwords.ts';
import { readDeliveries } from '../read-pairs.ts';
import { formatSummaryTable } from '../summary-table.ts';
import type { Terminal } from '../terminal.ts';

const STAGE: Readonly<Record<ReconcileStage, string>> = {
  bkn: 'Membaca data BKN',
  simpeg: 'Membaca dan menyandingkan Simpeg',
  tulis: 'Menulis hasil',
};

export const rekonsiliasi: Command = {
  nama: 'rekonsiliasi',
  guna: 'menyandingkan kiriman Simpeg dengan data BKN dan menulis selisihnya',
  bentuk:
    '--bkn <berkas> --simpeg <instansi>=<berkas> [--simpeg ...] [--pemetaan <instansi>=<json>] [--buku <folder>] [--per YYYY-MM-DD] [--acuan <folder>] [--silang <folder>] [--timpa] --keluar <folder>',
  opsi: {
    bkn: 'teks',
    simpeg: 'teks_berulang',
    pemetaan: 'teks_berulang',
    buku: 'teks',
    per: 'teks',
    acuan: 'folder',
    silang: 'teks',
    keluar: 'teks',
    timpa: 'tanda',
  },
  async run(args, terminal) {
    const bkn = requireText('rekonsiliasi', args, 'bkn');
    if (!bkn.ok) return { salah: bkn.error };
    const keluar = requireText('rekonsiliasi', args, 'keluar');
    if (!keluar.ok) return { salah: keluar.error };
    const deliveries = readDeliveries(args, 'rekonsiliasi');
    if ('salah' in deliveries) return deliveries;
    const { simpeg, pemetaan } = deliveries;
    const per = args.text('per') === undefined ? undefined : parseIsoDate(args.text('per') ?? '');
    if (args.text('per') !== undefined && per === undefined) {
      return {
        salah: problem('OPSI_SALAH', { nilai: args.text('per') ?? '', opsi: 'per', sebab: 'bentuknya YYYY-MM-DD' }),
      };
    }
    const denied = await givePasswords([bkn.value, ...simpeg.map(([, berkas]) => berkas)], terminal);
    if (denied) return { salah: denied };
    const acuan = args.text('acuan') ?? (existsSync(ACUAN_FOLDER) ? ACUAN_FOLDER : undefined);
    return runReconcile(
      {
        bkn: bkn.value,
        simpeg: simpeg.map(([instansi, berkas]) => ({ instansi, berkas })),
        pemetaan,
        buku: args.text('buku'),
        keluar: keluar.value,
        timpa: args.has('timpa'),
        per,
        acuan,
        silang: args.text('silang'),
      },
      terminal,
    );
  },
};

/** Runs the main job and tells the outcome; shared with `npm start`. */
export async function runReconcile(options: ReconcileOptions, terminal: Terminal): Promise<CommandOutcome> {
  const outcome = await reconcile(options, (stage, done, total) => terminal.progress(STAGE[stage], done, total));
  terminal.endProgress();
  if (!outcome.ok) {
    terminal.sayProblem(outcome.error);
    return { status: 1 };
  }
  const { summary, refusals } = outcome.value;
  for (const { kiriman, sentence } of refusals) terminal.say(`${kiriman}: ${sentence}`);
  for (const { kiriman, kalimat, ditanyakan } of summary.buku ?? []) {
    const where = ditanyakan === 0 ? '' : ` Lihat ditanyakan di pemetaan/${kiriman}.json.`;
    terminal.say(`${kiriman}: ${kalimat}${where}`);
  }
  for (const { kiriman, kalimat } of [...(summary.tabel_tidak_ada ?? []), ...(summary.kode_berganti_arti ?? [])]) {
    terminal.say(`${kiriman}: ${kalimat}`);
  }
  terminal.say(formatSummaryTable(summary));
  for (const { kalimat } of summary.peringatan ?? []) terminal.say(`Perhatian: ${kalimat}`);
  terminal.say(`Hasil lengkap: ${options.keluar}`);
  return { status: refusals.length > 0 ? 1 : 0 };
}
