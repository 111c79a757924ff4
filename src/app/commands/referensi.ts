import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { CsvWriter } from '#formats';
import { number } from '#kernel/number-format.ts';
import { describeProblem } from '#kernel/problem.ts';
import { type ImportProblem, importReference } from '#reference';
import type { Command } from '../command.ts';
import { ACUAN_FOLDER } from '../folders.ts';
import { textOption } from '../options.ts';

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
    const ke = args.text('ke') ?? ACUAN_FOLDER;
    const { tabel, masalah, dilewati, tidakAda } = await importReference(folder, ke);
    for (const { tabel: nama, dibaca, diterima, karantina } of tabel) {
      terminal.say(
        `${nama}: ${number.format(dibaca)} baris dibaca = ${number.format(diterima)} diterima + ${number.format(karantina)} dikarantina`,
      );
    }
    const unknown = dilewati.filter(({ alasan }) => alasan === 'tidak_dikenal').map(({ berkas }) => berkas);
    if (unknown.length > 0) terminal.say(`Dilewati karena bukan tabel acuan yang dikenal: ${unknown.join(', ')}.`);
    if (tidakAda.length > 0) terminal.say(`Tidak ada di folder itu: ${tidakAda.join(', ')}.`);
    for (const line of groupProblems(masalah)) terminal.say(line);
    const path = join(ke, PROBLEMS_FILE);
    if (masalah.length === 0) rmSync(path, { force: true });
    else {
      await writeProblems(path, masalah);
      terminal.say(`Semua ${number.format(masalah.length)} masalah, satu per baris: ${path}`);
    }
    const use = args.text('ke') === undefined ? 'dipakai otomatis' : 'pakai dengan --acuan';
    terminal.say(`Tabel acuan tersimpan di ${ke}; ${use}.`);
    return { status: 0 };
  },
};

const PROBLEMS_FILE = 'masalah-impor.csv';

/** Equal problems of one file as one line, with an example. */
function groupProblems(masalah: readonly ImportProblem[]): string[] {
  const groups = Map.groupBy(masalah, ({ berkas, problem: { code } }) => JSON.stringify([berkas, code]));
  return [...groups.values()].flatMap(([first, ...rest]) => {
    if (first === undefined) return [];
    const sentence = describeProblem(first.problem);
    if (first.row === 0) return [`${first.berkas}: ${sentence}`];
    const where = rest.length === 0 ? '' : `${number.format(rest.length + 1)} baris seperti ini, yang pertama `;
    return [`${first.berkas}: ${where}baris ${first.row}: ${sentence}`];
  });
}

async function writeProblems(path: string, masalah: readonly ImportProblem[]): Promise<void> {
  const out = new CsvWriter(path);
  await out.row(['berkas', 'baris', 'kode', 'pesan']);
  for (const { berkas, row, problem: found } of masalah) {
    await out.row([berkas, row === 0 ? '' : String(row), found.code, describeProblem(found)]);
  }
  await out.close();
}
