import { existsSync } from 'node:fs';
import { type LocalDate, parseIsoDate } from '#kernel/local-date.ts';
import { number } from '#kernel/number-format.ts';
import { describeProblem, type Problem, problem } from '#kernel/problem.ts';
import { ok, type Result } from '#kernel/result.ts';
import {
  findBookFault,
  isInForce,
  listFormerImports,
  listOffers,
  openReference,
  readCrosswalkBook,
  watchCrosswalks,
} from '#reference';
import { type Arguments, requireText } from '../arguments.ts';
import type { Command, CommandOutcome } from '../command.ts';
import { ACUAN_FOLDER } from '../folders.ts';
import { givePasswords } from '../passwords.ts';
import { readDeliveries } from '../read-pairs.ts';
import { carryOut, type DecidedSummary } from '../silang/decide.ts';
import { createKnowledge, findFieldFault } from '../silang/knowledge.ts';
import { formatTable, listAlerts, listEntries, listOffered } from '../silang/lists.ts';
import { proposeCrosswalks } from '../silang/propose.ts';
import { type ProposalRow, readProposals, writeProposals } from '../silang/proposal-file.ts';
import type { Terminal } from '../terminal.ts';
import { today } from '../today.ts';
const SHOWN = 20;

type Work = (args: Arguments, silang: string, terminal: Terminal) => Promise<CommandOutcome>;

export const silang: Command = {
  nama: 'silang',
  guna: 'menyilangkan kode dan istilah Simpeg dengan id BKN: mengusulkan, memutuskan, berbagi, memeriksa',
  bentuk:
    'usul|putuskan|terima|tolak|daftar|tawaran|periksa --silang <folder> [opsi] (lihat panduan baris perintah bagian 11)',
  opsi: {
    silang: 'teks',
    bkn: 'teks',
    simpeg: 'teks_berulang',
    pemetaan: 'teks_berulang',
    acuan: 'folder',
    'acuan-lama': 'teks',
    per: 'teks',
    keluar: 'teks',
    semua: 'tanda',
    dari: 'teks',
    tingkat: 'teks',
    instansi: 'teks',
    kolom: 'teks',
    kode: 'teks',
    label: 'teks',
    id: 'teks',
    mulai: 'teks',
    sampai: 'teks',
    oleh: 'teks',
    pada: 'teks',
  },
  async run(args, terminal) {
    const kerja = args.positionals[0] ?? '';
    const work = WORKS[kerja];
    if (!work) return { salah: problem('PERINTAH_TIDAK_DIKENAL', { perintah: `silang ${kerja}`.trim() }) };
    const folder = requireText(`silang ${kerja}`, args, 'silang');
    if (!folder.ok) return { salah: folder.error };
    return work(args, folder.value, terminal);
  },
};

const WORKS: Readonly<Record<string, Work>> = {
  usul: propose,
  putuskan: decideFile,
  terima: (args, folder, terminal) => decideOne('terima', args, folder, terminal),
  tolak: (args, folder, terminal) => decideOne('tolak', args, folder, terminal),
  daftar: list,
  tawaran: offer,
  periksa: watch,
};

async function propose(args: Arguments, folder: string, terminal: Terminal): Promise<CommandOutcome> {
  const bkn = requireText('silang usul', args, 'bkn');
  if (!bkn.ok) return { salah: bkn.error };
  const deliveries = readDeliveries(args, 'silang usul');
  if ('salah' in deliveries) return deliveries;
  const { simpeg, pemetaan } = deliveries;
  const denied = await givePasswords([args.text('bkn'), ...simpeg.map(([, berkas]) => berkas)], terminal);
  if (denied) return { salah: denied };
  const per = readDay(args, 'per');
  if (!per.ok) return { salah: per.error };
  if (findBookFault(folder)) {
    terminal.say(
      `Folder silang ${folder} belum ada: dianggap belum ada satu pun keputusan. Periksa ejaannya bila seharusnya ada.`,
    );
  }
  const proposed = await proposeCrosswalks({
    bkn: bkn.value,
    simpeg,
    pemetaan,
    silang: folder,
    acuan: acuanOf(args),
    per: per.value,
    semua: args.has('semua'),
  });
  if (!proposed.ok) return stop(proposed.error, terminal);
  const keluar = args.text('keluar');
  const text = await writeProposals(
    keluar,
    proposed.value.flatMap(({ rows }) => rows),
  );
  if (text !== '') terminal.print(text);
  for (const { instansi, rows, pegawai, nilai, tidakPerlu, pribadi } of proposed.value) {
    const sure = rows.filter(({ tingkat }) => tingkat === 'pasti').length;
    const lines = rows.reduce((sum, row) => sum + Number(row.selisih), 0);
    terminal.say(
      `${instansi}: ${number.format(nilai)} nilai dari ${number.format(pegawai)} pegawai yang ada di BKN = ${number.format(rows.length)} diusulkan + ${number.format(tidakPerlu)} tidak perlu diputuskan + ${number.format(pribadi)} dilewati karena tampak seperti data pribadi. Di antaranya ${number.format(sure)} pasti; bila semua diterima, ${number.format(lines)} selisih hilang.`,
    );
  }
  if (keluar !== undefined) terminal.say(`Usulan: ${keluar}. Isi kolom keputusan, lalu jalankan silang putuskan.`);
  return { status: 0 };
}

async function decideFile(args: Arguments, folder: string, terminal: Terminal): Promise<CommandOutcome> {
  const dari = requireText('silang putuskan', args, 'dari');
  if (!dari.ok) return { salah: dari.error };
  const decider = readDecider('silang putuskan', args);
  if (!decider.ok) return { salah: decider.error };
  const file = await readProposals(dari.value, args.text('tingkat'));
  if (!file.ok) return stop(file.error, terminal);
  const summary = carryOut(file.value.rows, { ...decider.value, silang: folder });
  tell(summary, file.value.dibaca, terminal);
  return { status: summary.gagal.length > 0 ? 1 : 0 };
}

async function decideOne(
  keputusan: 'terima' | 'tolak',
  args: Arguments,
  folder: string,
  terminal: Terminal,
): Promise<CommandOutcome> {
  const perintah = `silang ${keputusan}`;
  for (const opsi of ['instansi', 'kolom', 'id']) {
    const needed = requireText(perintah, args, opsi);
    if (!needed.ok) return { salah: needed.error };
  }
  const decider = readDecider(perintah, args);
  if (!decider.ok) return { salah: decider.error };
  const textIn = (opsi: string): string => args.text(opsi)?.trim() ?? '';
  const row: ProposalRow = {
    instansi: textIn('instansi'),
    kolom: textIn('kolom'),
    kode: textIn('kode'),
    label: textIn('label'),
    id_bkn: textIn('id'),
    nama_bkn: '',
    dukungan: '',
    bertentangan: '',
    lain: '',
    selisih: '',
    tingkat: '',
    dasar: '',
    tawaran: '',
    status: '',
    keputusan,
    sidik: '',
  };
  const summary = carryOut([{ baris: 1, row, keputusan: ok(keputusan) }], { ...decider.value, silang: folder });
  const [failure] = summary.gagal;
  if (failure) return stop(failure.problem, terminal);
  tell(summary, 1, terminal);
  return { status: 0 };
}

async function list(args: Arguments, folder: string, terminal: Terminal): Promise<CommandOutcome> {
  const absent = findBookFault(folder);
  if (absent) return stop(absent, terminal);
  const per = readDay(args, 'per');
  if (!per.ok) return { salah: per.error };
  const kolom = args.text('kolom');
  const fault = kolom === undefined ? undefined : findFieldFault(kolom);
  if (fault) return { salah: fault };
  // codes and who decided are shown to nobody but the instansi itself
  const wanted = requireText('silang daftar', args, 'instansi');
  if (!wanted.ok) return { salah: wanted.error };
  const rows = listEntries(
    readCrosswalkBook(folder),
    (instansi, entry) =>
      instansi === wanted.value &&
      (kolom === undefined || entry.kolom === kolom) &&
      (per.value === undefined || isInForce(entry, per.value)),
  );
  terminal.print(formatTable(rows));
  terminal.say(`${number.format(rows.length - 1)} keputusan silang.`);
  return { status: 0 };
}

async function offer(args: Arguments, folder: string, terminal: Terminal): Promise<CommandOutcome> {
  const absent = findBookFault(folder);
  if (absent) return stop(absent, terminal);
  const instansi = requireText('silang tawaran', args, 'instansi');
  if (!instansi.ok) return { salah: instansi.error };
  const per = readDay(args, 'per');
  if (!per.ok) return { salah: per.error };
  const knowledge = createKnowledge(openReference(acuanOf(args)));
  const rows = listOffered(
    listOffers({ book: readCrosswalkBook(folder), instansi: instansi.value, per: per.value, ...knowledge }),
  );
  terminal.print(formatTable(rows));
  terminal.say(`${number.format(rows.length - 1)} tawaran dari instansi lain.`);
  return { status: 0 };
}

async function watch(args: Arguments, folder: string, terminal: Terminal): Promise<CommandOutcome> {
  const absent = findBookFault(folder);
  if (absent) return stop(absent, terminal);
  const per = readDay(args, 'per');
  if (!per.ok) return { salah: per.error };
  const acuan = acuanOf(args);
  if (acuan === undefined) return stop(problem('SILANG_TANPA_ACUAN'), terminal);
  const lama = args.text('acuan-lama');
  const [former] = lama === undefined ? listFormerImports(acuan) : [];
  const before = lama === undefined && former === undefined ? undefined : openReference(lama ?? acuan, former);
  const result = watchCrosswalks({
    book: readCrosswalkBook(folder),
    tableOf: createKnowledge(openReference(acuan)).tableOf,
    formerOf: before ? createKnowledge(before).tableOf : () => undefined,
    per: per.value,
  });
  terminal.print(formatTable(listAlerts(result.alerts)));
  terminal.say(
    `${number.format(result.diperiksa)} silang diperiksa, ${number.format(result.alerts.length)} perlu ditinjau; ${number.format(result.tanpaDaftar)} lainnya tidak dapat diperiksa, karena isian atau idnya tidak ada di daftar nasional (misalnya unit dan jabatan struktural).`,
  );
  if (result.alerts.length > 0) {
    terminal.say('Putuskan tiap barisnya menurut kolom obat, dengan silang terima atau silang tolak.');
    if (!before) {
      terminal.say(
        'Impor sebelumnya tidak ada di folder acuan, jadi id yang dipecah atau digabung tidak dapat dikenali. Sebutkan daftar lama dengan --acuan-lama.',
      );
    }
  }
  return { status: 0 };
}

function stop(found: Problem, terminal: Terminal): CommandOutcome {
  terminal.sayProblem(found);
  return { status: 1 };
}

function tell({ diterima, ditolak, gagal }: DecidedSummary, dibaca: number, terminal: Terminal): void {
  const left = dibaca - diterima - ditolak - gagal.length;
  terminal.say(
    `${number.format(dibaca)} baris dibaca = ${number.format(diterima)} diterima + ${number.format(ditolak)} ditolak + ${number.format(gagal.length)} gagal + ${number.format(left)} tanpa keputusan.`,
  );
  for (const failure of gagal.slice(0, SHOWN))
    terminal.say(`baris ${failure.baris}: ${describeProblem(failure.problem)}`);
  if (gagal.length > SHOWN) terminal.say(`... dan ${number.format(gagal.length - SHOWN)} baris gagal lain.`);
}

const acuanOf = (args: Arguments): string | undefined =>
  args.text('acuan') ?? (existsSync(ACUAN_FOLDER) ? ACUAN_FOLDER : undefined);

function readDay(args: Arguments, opsi: string): Result<LocalDate | undefined, Problem> {
  const text = args.text(opsi);
  const day = text === undefined ? undefined : parseIsoDate(text);
  if (text === undefined || day !== undefined) return ok(day);
  return { ok: false, error: problem('OPSI_SALAH', { nilai: text, opsi, sebab: 'bentuknya YYYY-MM-DD' }) };
}

/** Who decides, when, and for which time. */
function readDecider(perintah: string, args: Arguments) {
  const oleh = requireText(perintah, args, 'oleh');
  if (!oleh.ok) return oleh;
  const [mulai, sampai, pada] = [readDay(args, 'mulai'), readDay(args, 'sampai'), readDay(args, 'pada')];
  if (!mulai.ok) return mulai;
  if (!sampai.ok) return sampai;
  if (!pada.ok) return pada;
  return ok({
    oleh: oleh.value,
    mulai: mulai.value,
    sampai: sampai.value,
    pada: pada.value ?? today(),
    knowledge: createKnowledge(openReference(acuanOf(args))),
  });
}
