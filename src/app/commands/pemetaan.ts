import { existsSync } from 'node:fs';
import { closeSource, formatCsvRow, splitTablePath } from '#formats';
import { type Problem, problem } from '#kernel/problem.ts';
import { compareRecipes, confirmRecipe, fitRecipe, listInstansi, openDelivered, readVersions } from '#mapping';
import type { Arguments, Command, CommandOutcome } from '../command.ts';
import { BUKU, INSTANSI, textOption } from '../options.ts';
import { givePasswords } from '../passwords.ts';
import { findRecipe } from '../recipe-reference.ts';
import type { Terminal } from '../terminal.ts';

/** The recipe book: confirming versions, listing them, and telling them apart. */
export const pemetaan: Command = {
  nama: 'pemetaan',
  guna: 'mengelola buku pemetaan: mengesahkan versi (simpan), melihat daftarnya, membandingkan dua versi',
  bentuk: [
    {
      kerja: 'simpan',
      kata: ['<json>'],
      guna: 'mengesahkan pemetaan sebagai versi berikutnya',
      wajib: ['buku', 'instansi', 'berkas', 'oleh'],
      boleh: ['catatan'],
      contoh: 'simpan kudus.json --buku buku --instansi 6410 --berkas kudus.xlsx --oleh "Nama Pengelola"',
    },
    {
      kerja: 'daftar',
      guna: 'daftar versi di buku (CSV)',
      wajib: ['buku'],
      boleh: ['instansi'],
      contoh: 'daftar --buku buku --instansi 6410',
    },
    {
      kerja: 'banding',
      kata: ['<instansi>@<versi>', '<instansi>@<versi>'],
      guna: 'apa yang dibaca lain oleh versi kedua (CSV); salah satu boleh berupa berkas JSON',
      wajib: [],
      boleh: ['buku'],
      contoh: 'banding 6410@1 6410@2 --buku buku',
    },
  ],
  opsi: {
    buku: BUKU,
    instansi: INSTANSI,
    berkas: textOption('<kiriman>', 'kiriman Simpeg yang dipetakan'),
    oleh: textOption('<nama>', 'siapa yang mengesahkan'),
    catatan: textOption('<teks>', 'apa yang berubah, dengan kata-kata Anda'),
  },
  async run(args, terminal) {
    const [kerja, ...rest] = args.positionals;
    if (kerja === 'simpan') return confirm(rest[0] ?? '', args, terminal);
    return kerja === 'daftar' ? list(args, terminal) : compare(rest, args, terminal);
  },
};

function refused(terminal: Terminal, found: Problem): CommandOutcome {
  terminal.sayProblem(found);
  return { status: 1 };
}

async function confirm(json: string, args: Arguments, terminal: Terminal): Promise<CommandOutcome> {
  const berkas = args.need('berkas');
  const recipe = await findRecipe(json, undefined);
  if (!recipe.ok) return refused(terminal, recipe.error);
  const denied = await givePasswords([berkas], terminal);
  if (denied) return { salah: denied };
  const path = splitTablePath(berkas);
  const source = await openDelivered(path.berkas, path.tabel);
  if (!source.ok) return refused(terminal, source.error);
  const fitted = fitRecipe(source.value, recipe.value.recipe, path.tabel);
  const confirmed = await confirmRecipe(fitted.source, fitted.recipe, {
    buku: args.need('buku'),
    instansi: args.need('instansi'),
    disahkan: new Date().toISOString(),
    oleh: args.need('oleh'),
    catatan: args.text('catatan') ?? '',
    berkas: json,
  });
  await closeSource(source.value);
  if (!confirmed.ok) return refused(terminal, confirmed.error);
  const { version, isNew } = confirmed.value;
  terminal.say(
    isNew
      ? `Pemetaan ${version.instansi} tersimpan sebagai versi ${version.nomor} (sidik struktur ${version.struktur.sidik_lengkap}).`
      : `Tidak ada yang berubah: sama dengan versi ${version.nomor}, yang disahkan ${version.disahkan.slice(0, 10)} oleh ${version.oleh}.`,
  );
  return { status: 0 };
}

async function list(args: Arguments, terminal: Terminal): Promise<CommandOutcome> {
  const buku = args.need('buku');
  if (!existsSync(buku)) return refused(terminal, problem('BUKU_TIDAK_ADA', { buku }));
  const wanted = args.text('instansi');
  const lines = [['instansi', 'versi', 'disahkan', 'oleh', 'sidik', 'kolom', 'catatan']];
  for (const instansi of wanted === undefined ? listInstansi(buku) : [wanted]) {
    const versions = await readVersions(buku, instansi);
    if (!versions.ok) return refused(terminal, versions.error);
    for (const { nomor, disahkan, oleh, struktur, pemetaan: recipe, catatan } of versions.value) {
      const kolom = recipe.kolom.filter(({ kanonik }) => kanonik !== null).length;
      lines.push([instansi, String(nomor), disahkan, oleh, struktur.sidik_lengkap, String(kolom), catatan]);
    }
  }
  for (const line of lines) terminal.print(formatCsvRow(line));
  if (lines.length === 1)
    terminal.say(`Buku ${buku} belum memuat pemetaan${wanted === undefined ? '' : ` ${wanted}`}.`);
  return { status: 0 };
}

async function compare(names: readonly string[], args: Arguments, terminal: Terminal): Promise<CommandOutcome> {
  const [first = '', second = ''] = names;
  const buku = args.text('buku');
  const [before, after] = [await findRecipe(first, buku), await findRecipe(second, buku)];
  if (!before.ok) return refused(terminal, before.error);
  if (!after.ok) return refused(terminal, after.error);
  const found = compareRecipes(before.value.recipe, after.value.recipe);
  terminal.print(formatCsvRow(['bagian', 'nama', 'sebelum', 'sesudah']));
  for (const { bagian, nama, sebelum, sesudah } of found)
    terminal.print(formatCsvRow([bagian, nama, sebelum, sesudah]));
  terminal.say(
    found.length === 0
      ? `${before.value.nama} dan ${after.value.nama} membaca hal yang sama.`
      : `${found.length} perbedaan antara ${before.value.nama} dan ${after.value.nama}.`,
  );
  return { status: 0 };
}
