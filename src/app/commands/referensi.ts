import { number } from '#kernel/number-format.ts';
import { describeProblem, problem } from '#kernel/problem.ts';
import { importReference } from '#reference';
import type { Command } from '../command.ts';
import { ACUAN_FOLDER } from '../folders.ts';
const SHOWN = 20;

export const referensi: Command = {
  nama: 'referensi',
  guna: 'mengimpor tabel acuan nasional (jabatan, pendidikan, tempat, ...) dari sebuah folder',
  bentuk: 'impor <folder> [--ke <folder>]',
  opsi: { ke: 'teks' },
  async run(args, terminal) {
    const [kerja, folder] = args.positionals;
    if (kerja !== 'impor')
      return { salah: problem('PERINTAH_TIDAK_DIKENAL', { perintah: `referensi ${kerja ?? ''}`.trim() }) };
    if (folder === undefined) return { salah: problem('OPSI_KURANG', { opsi: 'folder', perintah: 'referensi impor' }) };
    const summary = await importReference(folder, args.text('ke') ?? ACUAN_FOLDER);
    for (const { tabel, dibaca, diterima, karantina } of summary.tabel) {
      terminal.say(
        `${tabel}: ${number.format(dibaca)} baris dibaca = ${number.format(diterima)} diterima + ${number.format(karantina)} dikarantina`,
      );
    }
    for (const { berkas, row, problem: found } of summary.masalah.slice(0, SHOWN)) {
      terminal.say(`${berkas} baris ${row}: ${describeProblem(found)}`);
    }
    const rest = summary.masalah.length - SHOWN;
    if (rest > 0) terminal.say(`... dan ${number.format(rest)} masalah lain.`);
    return { status: 0 };
  },
};
