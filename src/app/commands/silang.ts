import { number } from '#kernel/number-format.ts';
import { describeProblem, type Problem, problem } from '#kernel/problem.ts';
import { ok } from '#kernel/result.ts';
import { findBookFault, isInForce, listOffers, openReference, readCrosswalkBook } from '#reference';
import { findAcuan } from '../acuan.ts';
import type { Arguments, Command, CommandOutcome } from '../command.ts';
import { ACUAN, BKN, choiceOption, dayOption, INSTANSI, PEMETAAN, SILANG, SIMPEG, textOption } from '../options.ts';
import { givePasswords } from '../passwords.ts';
import { readDeliveries } from '../read-pairs.ts';
import { countAlerts, watchBook } from '../silang/alerts.ts';
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
  bentuk: [
    {
      kerja: 'usul',
      guna: 'mengusulkan arti kode dan istilah dari pegawai yang ada di kedua sisi',
      wajib: ['silang', 'bkn', 'simpeg'],
      boleh: ['pemetaan', 'acuan', 'per', 'semua', 'keluar'],
      contoh: 'usul --bkn data-asn.csv --simpeg 6410=kudus.sql --silang buku-silang --keluar usulan.xlsx',
    },
    {
      kerja: 'putuskan',
      guna: 'menjalankan keputusan dari berkas usulan yang sudah diisi',
      wajib: ['silang', 'dari', 'oleh'],
      boleh: ['tingkat', 'mulai', 'sampai', 'pada', 'acuan'],
      contoh: 'putuskan --dari usulan.xlsx --silang buku-silang --oleh "Admin Kudus"',
    },
    {
      kerja: 'terima',
      guna: 'satu keputusan: kode dan/atau label ini berarti id itu',
      wajib: ['silang', 'instansi', 'kolom', 'id', 'oleh'],
      boleh: ['kode', 'label', 'mulai', 'sampai', 'pada', 'acuan'],
      contoh:
        'terima --instansi 6410 --kolom agama --kode 7 --label Islam --id 1 --silang buku-silang --oleh "Admin Kudus"',
    },
    {
      kerja: 'tolak',
      guna: 'satu keputusan: kode dan/atau label ini bukan id itu',
      wajib: ['silang', 'instansi', 'kolom', 'id', 'oleh'],
      boleh: ['kode', 'label', 'pada', 'acuan', 'mulai', 'sampai'],
      contoh: 'tolak --instansi 6410 --kolom agama --kode 7 --id 2 --silang buku-silang --oleh "Admin Kudus"',
    },
    {
      kerja: 'daftar',
      guna: 'semua keputusan satu instansi (CSV)',
      wajib: ['silang', 'instansi'],
      boleh: ['kolom', 'per'],
      contoh: 'daftar --instansi 6410 --silang buku-silang',
    },
    {
      kerja: 'tawaran',
      guna: 'yang sudah dipastikan instansi lain dan belum diputuskan instansi ini (CSV)',
      wajib: ['silang', 'instansi'],
      boleh: ['per', 'acuan'],
      contoh: 'tawaran --instansi 6410 --silang buku-silang',
    },
    {
      kerja: 'periksa',
      guna: 'silang yang perlu ditinjau karena daftar nasional berubah (CSV)',
      wajib: ['silang'],
      boleh: ['instansi', 'acuan', 'acuan-lama', 'per'],
      contoh: 'periksa --instansi 6410 --silang buku-silang',
    },
  ],
  opsi: {
    silang: SILANG,
    bkn: BKN,
    simpeg: SIMPEG,
    keluar: textOption('<berkas>', 'tempat usulan, .csv atau .xlsx; tanpa ini CSV di layar'),
    semua: { jenis: 'tanda', isi: '', guna: 'tampilkan juga nilai yang sudah dimengerti tanpa silang' },
    dari: textOption('<berkas>', 'berkas usulan yang kolom keputusannya sudah diisi terima atau tolak'),
    tingkat: choiceOption(['pasti', 'kuat', 'lemah'], 'baris bertingkat itu yang belum diisi dianggap diterima'),
    instansi: INSTANSI,
    kolom: textOption('<isian>', 'nama baku isian, misalnya jabatan'),
    kode: textOption('<kode>', 'kode di Simpeg, termasuk nol di depannya'),
    label: textOption('<teks>', 'istilah di Simpeg'),
    id: textOption('<id>', 'id atau kode BKN'),
    oleh: textOption('<nama>', 'siapa yang memutuskan'),
    mulai: dayOption('hari pertama berlakunya; tanpa ini tanpa batas awal'),
    sampai: dayOption('hari terakhir berlakunya; tanpa ini tanpa batas akhir'),
    pada: dayOption('tanggal keputusan; tanpa ini hari ini'),
    pemetaan: PEMETAAN,
    per: dayOption('silang yang berlaku pada tanggal itu; tanpa ini, yang tanpa batas akhir'),
    acuan: ACUAN,
    'acuan-lama': textOption('<folder>', 'daftar pembanding; tanpa ini impor sebelumnya di folder acuan'),
  },
  async run(args, terminal) {
    const work = WORKS[args.positionals[0] ?? ''];
    return work ? work(args, args.need('silang'), terminal) : { status: 2 };
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
  const deliveries = readDeliveries(args, 'silang usul');
  if ('salah' in deliveries) return deliveries;
  const { simpeg, pemetaan } = deliveries;
  const denied = await givePasswords([args.text('bkn'), ...simpeg.map(([, berkas]) => berkas)], terminal);
  if (denied) return { salah: denied };
  const fault = findBookFault(folder);
  if (fault?.code === 'JALUR_BUKAN_FOLDER') return stop(fault, terminal);
  if (fault) {
    terminal.say(
      `Folder silang ${folder} belum ada: dianggap belum ada satu pun keputusan. Periksa ejaannya bila seharusnya ada.`,
    );
  }
  const proposed = await proposeCrosswalks({
    bkn: args.need('bkn'),
    simpeg,
    pemetaan,
    silang: folder,
    acuan: findAcuan(args, terminal),
    per: args.day('per'),
    semua: args.has('semua'),
  });
  if (!proposed.ok) return stop(proposed.error, terminal);
  const keluar = args.text('keluar');
  const printed = await writeProposals(
    keluar,
    proposed.value.flatMap(({ rows }) => rows),
  );
  if (printed !== '') terminal.print(printed);
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
  const file = await readProposals(args.need('dari'), args.text('tingkat'));
  if (!file.ok) return stop(file.error, terminal);
  const summary = carryOut(file.value.rows, { ...readDecider(args, terminal), silang: folder });
  tell(summary, file.value.dibaca, terminal);
  const { tanpaDukungan } = file.value;
  if (tanpaDukungan > 0) {
    terminal.say(
      `${number.format(tanpaDukungan)} baris diterima tanpa jumlah pegawainya, karena id_bkn, dukungan, bertentangan, atau sidik di baris itu bukan lagi yang diusulkan. Silangnya berlaku, tetapi istilahnya tidak ditawarkan ke instansi lain.`,
    );
  }
  return { status: summary.gagal.length > 0 ? 1 : 0 };
}

async function decideOne(
  keputusan: 'terima' | 'tolak',
  args: Arguments,
  folder: string,
  terminal: Terminal,
): Promise<CommandOutcome> {
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
  const summary = carryOut([{ baris: 1, row, keputusan: ok(keputusan) }], {
    ...readDecider(args, terminal),
    silang: folder,
  });
  const [failure] = summary.gagal;
  if (failure) return stop(failure.problem, terminal);
  tell(summary, 1, terminal);
  return { status: 0 };
}

async function list(args: Arguments, folder: string, terminal: Terminal): Promise<CommandOutcome> {
  const absent = findBookFault(folder);
  if (absent) return stop(absent, terminal);
  const kolom = args.text('kolom');
  const fault = kolom === undefined ? undefined : findFieldFault(kolom);
  if (fault) return { salah: fault };
  // codes and who decided are shown to nobody but the instansi itself
  const [wanted, per] = [args.need('instansi'), args.day('per')];
  const rows = listEntries(
    readCrosswalkBook(folder),
    (instansi, entry) =>
      instansi === wanted &&
      (kolom === undefined || entry.kolom === kolom) &&
      (per === undefined || isInForce(entry, per)),
  );
  terminal.print(formatTable(rows));
  terminal.say(`${number.format(rows.length - 1)} keputusan silang.`);
  return { status: 0 };
}

async function offer(args: Arguments, folder: string, terminal: Terminal): Promise<CommandOutcome> {
  const absent = findBookFault(folder);
  if (absent) return stop(absent, terminal);
  const knowledge = createKnowledge(openReference(findAcuan(args, terminal)));
  const rows = listOffered(
    listOffers({
      book: readCrosswalkBook(folder),
      instansi: args.need('instansi'),
      per: args.day('per'),
      ...knowledge,
    }),
  );
  terminal.print(formatTable(rows));
  terminal.say(`${number.format(rows.length - 1)} tawaran dari instansi lain.`);
  return { status: 0 };
}

async function watch(args: Arguments, folder: string, terminal: Terminal): Promise<CommandOutcome> {
  const absent = findBookFault(folder);
  if (absent) return stop(absent, terminal);
  const acuan = findAcuan(args, terminal);
  if (acuan === undefined) return stop(problem('SILANG_TANPA_ACUAN'), terminal);
  const instansi = args.text('instansi');
  const result = watchBook({
    silang: folder,
    acuan,
    acuanLama: args.text('acuan-lama'),
    per: args.day('per'),
    instansi: instansi === undefined ? undefined : [instansi],
  });
  // codes and words are shown to nobody but the instansi itself
  terminal.print(
    formatTable(
      instansi === undefined ? [['instansi', 'perlu_ditinjau'], ...countAlerts(result)] : listAlerts(result.alerts),
    ),
  );
  terminal.say(
    `${number.format(result.diperiksa)} silang diperiksa, ${number.format(result.alerts.length)} perlu ditinjau; ${number.format(result.tanpaDaftar)} lainnya tidak dapat diperiksa, karena isian atau idnya tidak ada di daftar nasional (misalnya unit dan jabatan struktural).`,
  );
  if (result.alerts.length > 0) {
    terminal.say(
      instansi === undefined
        ? 'Yang ditampilkan hanya jumlahnya. Rinciannya: tambahkan --instansi dengan kode salah satu instansi itu.'
        : 'Putuskan tiap barisnya menurut kolom obat, dengan silang terima atau silang tolak.',
    );
    if (!result.hasFormer) {
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

/** Who decides, when, and for which time. */
function readDecider(args: Arguments, terminal: Terminal) {
  return {
    onStale: (found: Problem) => terminal.sayProblem(found),
    oleh: args.need('oleh'),
    mulai: args.day('mulai'),
    sampai: args.day('sampai'),
    pada: args.day('pada') ?? today(),
    knowledge: createKnowledge(openReference(findAcuan(args, terminal))),
  };
}
