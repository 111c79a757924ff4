import { reconcile, type ReconcileOptions, type ReconcileStage } from '#reconcile';
import { findAcuan } from '../acuan.ts';
import type { Command, CommandOutcome } from '../command.ts';
import { ACUAN, BKN, BUKU, dayOption, PEMETAAN, SILANG, SIMPEG, textOption, TIMPA } from '../options.ts';
import { givePasswords } from '../passwords.ts';
import { readDeliveries } from '../read-pairs.ts';
import { tellAlerts } from '../silang/alerts.ts';
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
  bentuk: [
    {
      guna: 'menyandingkan kiriman Simpeg dengan data BKN dan menulis selisihnya',
      wajib: ['bkn', 'simpeg', 'keluar'],
      boleh: ['pemetaan', 'buku', 'per', 'acuan', 'silang', 'timpa'],
      contoh: '--bkn data-asn.csv --simpeg 6410=kudus.xlsx --simpeg 6476=surakarta.sql.gz --keluar hasil',
    },
  ],
  opsi: {
    bkn: BKN,
    simpeg: SIMPEG,
    keluar: textOption('<folder>', 'tempat hasil; folder kosong atau belum ada'),
    pemetaan: PEMETAAN,
    buku: BUKU,
    per: dayOption('tanggal data: riwayat yang mulai sesudahnya belum dianggap berlaku'),
    acuan: ACUAN,
    silang: SILANG,
    timpa: TIMPA,
  },
  async run(args, terminal) {
    const [bkn, keluar] = [args.need('bkn'), args.need('keluar')];
    const deliveries = readDeliveries(args, 'rekonsiliasi');
    if ('salah' in deliveries) return deliveries;
    const { simpeg, pemetaan } = deliveries;
    const denied = await givePasswords([bkn, ...simpeg.map(([, berkas]) => berkas)], terminal);
    if (denied) return { salah: denied };
    const acuan = findAcuan(args, terminal);
    return runReconcile(
      {
        bkn,
        simpeg: simpeg.map(([instansi, berkas]) => ({ instansi, berkas })),
        pemetaan,
        buku: args.text('buku'),
        keluar,
        timpa: args.has('timpa'),
        per: args.day('per'),
        acuan,
        silang: args.text('silang'),
      },
      terminal,
    );
  },
};

/** Runs the main job and tells the outcome; shared with `npm run contoh`. */
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
  const notes = [
    ...(summary.tabel_disusun ?? []),
    ...(summary.tabel_tidak_dibaca ?? []).filter(({ tidak_terbaca }) => tidak_terbaca > 0),
    ...(summary.lembar_tersembunyi ?? []),
    ...(summary.tabel_tidak_ada ?? []),
    ...(summary.kolom_diragukan ?? []),
    ...(summary.kode_berganti_arti ?? []),
  ];
  for (const { kiriman, kalimat } of notes) {
    terminal.say(`${kiriman}: ${kalimat}`);
  }
  terminal.say(formatSummaryTable(summary));
  for (const { kalimat } of summary.peringatan ?? []) terminal.say(`Perhatian: ${kalimat}`);
  const { silang, acuan, per } = options;
  if (silang !== undefined && acuan !== undefined) {
    const instansi = options.simpeg.map((each) => each.instansi);
    const alerts = tellAlerts({ silang, acuan, per, instansi });
    if (alerts !== undefined) terminal.say(alerts);
  }
  terminal.say(`Hasil lengkap: ${options.keluar}`);
  return { status: refusals.length > 0 ? 1 : 0 };
}
