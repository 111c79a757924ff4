import { number } from '#kernel/number-format.ts';
import { describeProblem } from '#kernel/problem.ts';
import { importReference } from '#reference';
import type { Command } from '../command.ts';
import { ACUAN_FOLDER } from '../folders.ts';
import { textOption } from '../options.ts';

const SHOWN = 20;

export const referensi: Command = {
  nama: 'referensi',
  guna: 'mengimpor tabel acuan nasional (jabatan, pendidikan, tempat, ...) dari sebuah folder',
  bentuk: [
    {
      kerja: 'impor',
      kata: ['<folder>'],
      guna: 'mengimpor satu berkas CSV per tabel; yang diimpor sebelumnya diganti',
      wajib: [],
      boleh: ['ke'],
      contoh: 'impor folder-acuan',
    },
  ],
  opsi: { ke: textOption('<folder>', 'tempat menyimpan; tanpa ini di folder aplikasi, dan dipakai otomatis') },
  async run(args, terminal) {
    const folder = args.positionals[1] ?? '';
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
