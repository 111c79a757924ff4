import { type Bentuk, type CorrectionSummary, writeCorrections } from '#corrections';
import { number } from '#kernel/number-format.ts';
import { findAcuan } from '../acuan.ts';
import type { Command } from '../command.ts';
import { ACUAN, choiceOption, textOption, TIMPA } from '../options.ts';
import { givePasswords } from '../passwords.ts';

const PERINTAH = 'perbaikan';
const BENTUK: readonly Bentuk[] = ['csv', 'xlsx', 'sql'];
export const perbaikan: Command = {
  nama: PERINTAH,
  guna: 'menulis paket perbaikan dalam kolom, kode, dan tabel Simpeg sendiri, beserta pembatalannya',
  bentuk: [
    {
      guna: 'menulis paket perbaikan untuk satu instansi',
      wajib: ['selisih', 'pemetaan', 'bentuk', 'keluar'],
      boleh: ['simpeg', 'pasangan', 'acuan', 'timpa'],
      contoh: '--selisih hasil/selisih.csv --pemetaan hasil/pemetaan/6410.json --bentuk sql --keluar paket-kudus',
    },
  ],
  opsi: {
    selisih: textOption('<csv>', 'selisih.csv dari hasil rekonsiliasi, boleh dengan kolom tambahan keputusan'),
    pemetaan: textOption('<json>', 'pemetaan yang dipakai rekonsiliasi, dari pemetaan/ di folder hasil'),
    bentuk: choiceOption(BENTUK, 'bentuk paket; sql hanya untuk kiriman berupa dump basis data'),
    keluar: textOption('<folder>', 'tempat paket; folder kosong atau belum ada'),
    simpeg: textOption('[<instansi>=]<berkas>', 'kiriman yang disandingkan; tanpa ini dicari lewat ringkasan.json'),
    pasangan: textOption('<csv>', 'daftar pasangan; tanpa ini pasangan.csv di samping selisih.csv'),
    acuan: ACUAN,
    timpa: { ...TIMPA, guna: 'boleh menimpa paket lama di folder itu' },
  },
  async run(args, terminal) {
    const keluar = args.need('keluar');
    const bentuk = BENTUK.find((each) => each === args.text('bentuk')) ?? 'csv';
    const simpeg = readSimpeg(args.text('simpeg'));
    const denied = await givePasswords([simpeg?.berkas], terminal);
    if (denied) return { salah: denied };
    const outcome = await writeCorrections({
      selisih: args.need('selisih'),
      pemetaan: args.need('pemetaan'),
      bentuk,
      keluar,
      timpa: args.has('timpa'),
      simpeg,
      pasangan: args.text('pasangan'),
      acuan: findAcuan(args, terminal),
      onProgress: (done, total) => terminal.progress('Membaca kiriman Simpeg', done, total),
    });
    terminal.endProgress();
    if (!outcome.ok) {
      terminal.sayProblem(outcome.error);
      return { status: 1 };
    }
    terminal.say(tell(outcome.value));
    terminal.say(`Hasil lengkap: ${keluar}`);
    return { status: 0 };
  },
};

/** `<berkas>`, or `<instansi>=<berkas>` as rekonsiliasi takes it. */
function readSimpeg(text: string | undefined) {
  if (text === undefined) return undefined;
  const match = /^(\d{4})(?:-\d+)?=(.+)$/.exec(text);
  return { instansi: match?.[1], berkas: match?.[2] ?? text };
}

function tell({ selisih, baris_diubah: baris, baris_ditambah: tambah, alasan, catatan }: CorrectionSummary): string {
  const lines = [
    `${number.format(selisih.dibaca)} selisih dibaca = ${number.format(selisih.ditulis)} ditulis + ${number.format(selisih.tidak_ditulis)} tidak ditulis + ${number.format(selisih.dibiarkan)} dibiarkan + ${number.format(selisih.instansi_lain)} instansi lain. Baris Simpeg yang diubah: ${number.format(baris)}, baris riwayat yang ditambah: ${number.format(tambah)}.`,
    ...alasan.map(({ jumlah, alasan: sentence }) => `  ${number.format(jumlah)} tidak ditulis: ${sentence}`),
    ...catatan.map((sentence) => `  Catatan: ${sentence}`),
  ];
  return lines.join('\n');
}
