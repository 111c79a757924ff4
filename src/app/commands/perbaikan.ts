import { existsSync } from 'node:fs';
import { type Bentuk, type CorrectionSummary, writeCorrections } from '#corrections';
import { number } from '#kernel/number-format.ts';
import { problem } from '#kernel/problem.ts';
import { requireText } from '../arguments.ts';
import type { Command } from '../command.ts';
import { ACUAN_FOLDER } from '../folders.ts';
import { givePasswords } from '../passwords.ts';

const PERINTAH = 'perbaikan';
const BENTUK: readonly Bentuk[] = ['csv', 'xlsx', 'sql'];
export const perbaikan: Command = {
  nama: PERINTAH,
  guna: 'menulis paket perbaikan dalam kolom, kode, dan tabel Simpeg sendiri, beserta pembatalannya',
  bentuk:
    '--selisih <csv> --pemetaan <json> --bentuk csv|xlsx|sql [--simpeg [<instansi>=]<berkas>] [--pasangan <csv>] [--acuan <folder>] [--timpa] --keluar <folder>',
  opsi: {
    selisih: 'teks',
    pemetaan: 'teks',
    bentuk: 'teks',
    simpeg: 'teks',
    pasangan: 'teks',
    acuan: 'folder',
    keluar: 'teks',
    timpa: 'tanda',
  },
  async run(args, terminal) {
    const [selisih, pemetaan, wanted, keluar] = ['selisih', 'pemetaan', 'bentuk', 'keluar'].map((opsi) =>
      requireText(PERINTAH, args, opsi),
    );
    for (const option of [selisih, pemetaan, wanted, keluar]) {
      if (option?.ok === false) return { salah: option.error };
    }
    if (!selisih?.ok || !pemetaan?.ok || !wanted?.ok || !keluar?.ok) return { status: 2 };
    const bentuk = BENTUK.find((each) => each === wanted.value);
    if (!bentuk) {
      return {
        salah: problem('OPSI_SALAH', { nilai: wanted.value, opsi: 'bentuk', sebab: 'pilihannya csv, xlsx, atau sql' }),
      };
    }
    const simpeg = readSimpeg(args.text('simpeg'));
    const denied = await givePasswords([simpeg?.berkas], terminal);
    if (denied) return { salah: denied };
    const outcome = await writeCorrections({
      selisih: selisih.value,
      pemetaan: pemetaan.value,
      bentuk,
      keluar: keluar.value,
      timpa: args.has('timpa'),
      simpeg,
      pasangan: args.text('pasangan'),
      acuan: args.text('acuan') ?? (existsSync(ACUAN_FOLDER) ? ACUAN_FOLDER : undefined),
      onProgress: (done, total) => terminal.progress('Membaca kiriman Simpeg', done, total),
    });
    terminal.endProgress();
    if (!outcome.ok) {
      terminal.sayProblem(outcome.error);
      return { status: 1 };
    }
    terminal.say(tell(outcome.value));
    terminal.say(`Hasil lengkap: ${keluar.value}`);
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
