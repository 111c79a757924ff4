import { existsSync, readdirSync } from 'node:fs';
import { parseIsoDate } from '#kernel/local-date.ts';
import { number } from '#kernel/number-format.ts';
import { problem, type Problem } from '#kernel/problem.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import type { DefectChoice, DefectId, SampleOptions } from '#sample-data';
import { type Arguments, requireText } from '../arguments.ts';
import type { Command } from '../command.ts';
const PERINTAH = 'data-contoh';
/** Fewer people than this leave offices without anybody; more were never tried. */
const PEGAWAI = { minimum: 2_000, maximum: 5_000_000 } as const;

export const dataContoh: Command = {
  nama: PERINTAH,
  guna: 'membuat pegawai buatan, kiriman 36 Simpeg, ekspor BKN, dan kunci kebenarannya',
  bentuk:
    '--pegawai <n> --benih <benih> [--per YYYY-MM-DD] [--wadah csv] [--acuan <folder>] [--profil bersih|biasa|buruk] [--cacat 0|D05,D08] [--kiriman <bulan>] --keluar <folder>',
  opsi: {
    pegawai: 'teks',
    benih: 'teks',
    per: 'teks',
    wadah: 'teks',
    acuan: 'folder',
    profil: 'teks',
    cacat: 'teks',
    kiriman: 'teks',
    keluar: 'teks',
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
  const pegawai = requireText(PERINTAH, args, 'pegawai');
  const benih = requireText(PERINTAH, args, 'benih');
  const keluar = requireText(PERINTAH, args, 'keluar');
  if (!pegawai.ok) return pegawai;
  if (!benih.ok) return benih;
  if (!keluar.ok) return keluar;
  const wrong = (opsi: string, sebab: string) =>
    fail(problem('OPSI_SALAH', { opsi, nilai: args.text(opsi) ?? '', sebab }));
  const count = Number(pegawai.value);
  if (!Number.isInteger(count) || count < PEGAWAI.minimum || count > PEGAWAI.maximum)
    return wrong('pegawai', 'isi dengan 2000 sampai 5000000');
  const per = parseIsoDate(args.text('per') ?? '2025-10-01');
  if (per === undefined) return wrong('per', 'bentuknya YYYY-MM-DD');
  const wadah = args.text('wadah');
  if (wadah !== undefined && wadah !== 'csv') return wrong('wadah', 'pilihannya csv');
  const profil = args.text('profil');
  if (profil !== undefined && profil !== 'bersih' && profil !== 'biasa' && profil !== 'buruk')
    return wrong('profil', 'pilihannya bersih, biasa, atau buruk');
  const cacat = readDefects(args.text('cacat'), defects);
  if (cacat === undefined) return wrong('cacat', 'isi dengan 0 atau daftar D01 sampai D28');
  const kiriman = Number(args.text('kiriman') ?? '0');
  if (!Number.isInteger(kiriman) || kiriman < 0 || kiriman > 24)
    return wrong('kiriman', 'isi dengan 0 sampai 24 bulan');
  return ok({
    kiriman,
    pegawai: count,
    benih: benih.value,
    per,
    keluar: keluar.value,
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
