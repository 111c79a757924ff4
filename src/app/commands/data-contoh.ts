import { existsSync, readdirSync } from 'node:fs';
import type { LocalDate } from '#kernel/local-date.ts';
import { number } from '#kernel/number-format.ts';
import { problem, type Problem } from '#kernel/problem.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import type { DefectChoice, DefectId, SampleOptions } from '#sample-data';
import type { Arguments, Command } from '../command.ts';
import { ACUAN, choiceOption, dayOption, textOption } from '../options.ts';

const PERINTAH = 'data-contoh';
/** Fewer people than this leave offices without anybody; more were never tried. */
const PEGAWAI = { minimum: 2_000, maximum: 5_000_000 } as const;

const PROFILES = ['bersih', 'biasa', 'buruk'] as const;
const PER = 20251001 as LocalDate;

export const dataContoh: Command = {
  nama: PERINTAH,
  guna: 'membuat pegawai buatan, kiriman 36 Simpeg, ekspor BKN, dan kunci kebenarannya',
  bentuk: [
    {
      guna: 'membuat pegawai buatan, kiriman 36 Simpeg, ekspor BKN, dan kunci kebenarannya',
      wajib: ['pegawai', 'benih', 'keluar'],
      boleh: ['per', 'wadah', 'acuan', 'profil', 'cacat', 'kiriman'],
      contoh: '--pegawai 20000 --benih latihan --keluar contoh-saya',
    },
  ],
  opsi: {
    pegawai: textOption('<n>', 'jumlah PNS aktif di 36 instansi, 2000 sampai 5000000'),
    benih: textOption('<kata>', 'kata apa saja; benih yang sama menghasilkan data yang sama'),
    keluar: textOption('<folder>', 'folder kosong atau belum ada'),
    per: dayOption('tanggal data; tanpa ini 2025-10-01'),
    wadah: choiceOption(['csv'], 'semua kiriman sebagai CSV; tanpa ini bercampur'),
    acuan: { ...ACUAN, guna: 'pakai daftar jabatan, pendidikan, dan tempat dari folder tabel acuan' },
    profil: choiceOption(PROFILES, 'seberapa banyak kesalahan di semua instansi'),
    cacat: textOption('<daftar>', '0 untuk tanpa kesalahan, atau hanya jenis tertentu, misalnya D05,D08'),
    kiriman: textOption('<bulan>', 'kiriman bulan-bulan berikutnya, 0 sampai 24'),
  },
  async run(args, terminal) {
    // No other command needs these modules, which are a third of all.
    const { DEFECT_IDS, generateSampleData } = await import('#sample-data');
    const options = readOptions(args, DEFECT_IDS);
    if (!options.ok) return { salah: options.error };
    const { keluar } = options.value;
    if (existsSync(keluar) && readdirSync(keluar).length > 0) {
      terminal.sayProblem(problem('FOLDER_TIDAK_KOSONG_CONTOH', { folder: keluar }));
      return { status: 1 };
    }
    const summary = await generateSampleData(options.value, (done, total, label) =>
      terminal.progress(`Membuat data contoh ${label}`.trimEnd(), done, total),
    );
    terminal.endProgress();
    const { barisBkn, berkas, cacat, selisih } = summary;
    terminal.say(
      `Data contoh selesai: ${number.format(barisBkn)} baris BKN, ${number.format(berkas.length)} berkas Simpeg, ${number.format(cacat)} cacat, ${number.format(selisih)} selisih. Letak: ${keluar}`,
    );
    return { status: 0 };
  },
};

function readOptions(args: Arguments, defects: readonly DefectId[]): Result<SampleOptions, Problem> {
  const wrong = (opsi: string, sebab: string) =>
    fail(problem('OPSI_SALAH', { opsi, nilai: args.text(opsi) ?? '', sebab }));
  const count = Number(args.need('pegawai'));
  if (!Number.isInteger(count) || count < PEGAWAI.minimum || count > PEGAWAI.maximum)
    return wrong('pegawai', 'isi dengan 2000 sampai 5000000');
  const wadah = args.text('wadah') === 'csv' ? 'csv' : undefined;
  const profil = PROFILES.find((each) => each === args.text('profil'));
  const cacat = readDefects(args.text('cacat'), defects);
  if (cacat === undefined) return wrong('cacat', 'isi dengan 0 atau daftar D01 sampai D28');
  const kiriman = Number(args.text('kiriman') ?? '0');
  if (!Number.isInteger(kiriman) || kiriman < 0 || kiriman > 24)
    return wrong('kiriman', 'isi dengan 0 sampai 24 bulan');
  return ok({
    kiriman,
    pegawai: count,
    benih: args.need('benih'),
    per: args.day('per') ?? PER,
    keluar: args.need('keluar'),
    wadah,
    profil,
    cacat,
    acuan: args.text('acuan'),
  });
}

function readDefects(text: string | undefined, defects: readonly DefectId[]): DefectChoice | undefined {
  if (text === undefined) return 'semua';
  if (text === '0') return [];
  const ids = text.split(',').map((id) => defects.find((known) => known === id.trim()));
  return ids.every((id) => id !== undefined) ? ids : undefined;
}
