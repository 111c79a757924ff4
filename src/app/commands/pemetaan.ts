import { existsSync } from 'node:fs';
import { closeSource, formatCsvRow, splitTablePath } from '#formats';
import { type Problem, problem } from '#kernel/problem.ts';
import { compareRecipes, confirmRecipe, fitRecipe, listInstansi, openDelivered, readVersions } from '#mapping';
import { type Arguments, requireText } from '../arguments.ts';
import type { Command, CommandOutcome } from '../command.ts';
import { givePasswords } from '../passwords.ts';
import { findRecipe } from '../recipe-reference.ts';
import type { Terminal } from '../terminal.ts';

const PERINTAH = 'pemetaan';

/** The recipe book: confirming versions, listing them, and telling them apart. */
export const pemetaan: Command = {
  nama: PERINTAH,
  guna: 'mengelola buku pemetaan: mengesahkan versi (simpan), melihat daftarnya, membandingkan dua versi',
  bentuk:
    'simpan <json> --buku <folder> --instansi <instansi> --berkas <kiriman> --oleh <nama> [--catatan <teks>] | daftar --buku <folder> [--instansi <instansi>] | banding <instansi>@<versi> <instansi>@<versi> --buku <folder>',
  opsi: { buku: 'teks', instansi: 'teks', berkas: 'teks', oleh: 'teks', catatan: 'teks' },
  async run(args, terminal) {
    const [kerja, ...rest] = args.positionals;
    if (kerja === 'simpan') return confirm(rest, args, terminal);
    if (kerja === 'daftar') return list(args, terminal);
    if (kerja === 'banding') return compare(rest, args, terminal);
    const sebab = 'pilihannya simpan, daftar, atau banding';
    return { salah: problem('OPSI_SALAH', { nilai: kerja ?? '', opsi: PERINTAH, sebab }) };
  },
};

function refused(terminal: Terminal, found: Problem): CommandOutcome {
  terminal.sayProblem(found);
  return { status: 1 };
}

const INSTANSI = /^\d{4}$/;

async function confirm([json]: readonly string[], args: Arguments, terminal: Terminal): Promise<CommandOutcome> {
  if (json === undefined) return { salah: problem('OPSI_KURANG', { opsi: 'json', perintah: 'pemetaan simpan' }) };
  const [buku, instansi, berkas, oleh] = ['buku', 'instansi', 'berkas', 'oleh'].map((opsi) =>
    requireText('pemetaan simpan', args, opsi),
  );
  for (const option of [buku, instansi, berkas, oleh]) if (option?.ok === false) return { salah: option.error };
  if (!buku?.ok || !instansi?.ok || !berkas?.ok || !oleh?.ok) return { status: 2 };
  if (!INSTANSI.test(instansi.value)) {
    return {
      salah: problem('OPSI_SALAH', { nilai: instansi.value, opsi: 'instansi', sebab: 'kode instansi empat angka' }),
    };
  }
  const recipe = await findRecipe(json, undefined);
  if (!recipe.ok) return refused(terminal, recipe.error);
  const denied = await givePasswords([berkas.value], terminal);
  if (denied) return { salah: denied };
  const path = splitTablePath(berkas.value);
  const source = await openDelivered(path.berkas, path.tabel);
  if (!source.ok) return refused(terminal, source.error);
  const fitted = fitRecipe(source.value, recipe.value.recipe, path.tabel);
  const confirmed = await confirmRecipe(fitted.source, fitted.recipe, {
    buku: buku.value,
    instansi: instansi.value,
    disahkan: new Date().toISOString(),
    oleh: oleh.value,
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
  const buku = requireText('pemetaan daftar', args, 'buku');
  if (!buku.ok) return { salah: buku.error };
  if (!existsSync(buku.value)) return refused(terminal, problem('BUKU_TIDAK_ADA', { buku: buku.value }));
  const wanted = args.text('instansi');
  const lines = [['instansi', 'versi', 'disahkan', 'oleh', 'sidik', 'kolom', 'catatan']];
  for (const instansi of wanted === undefined ? listInstansi(buku.value) : [wanted]) {
    const versions = await readVersions(buku.value, instansi);
    if (!versions.ok) return refused(terminal, versions.error);
    for (const { nomor, disahkan, oleh, struktur, pemetaan: recipe, catatan } of versions.value) {
      const kolom = recipe.kolom.filter(({ kanonik }) => kanonik !== null).length;
      lines.push([instansi, String(nomor), disahkan, oleh, struktur.sidik_lengkap, String(kolom), catatan]);
    }
  }
  for (const line of lines) terminal.print(formatCsvRow(line));
  if (lines.length === 1)
    terminal.say(`Buku ${buku.value} belum memuat pemetaan${wanted === undefined ? '' : ` ${wanted}`}.`);
  return { status: 0 };
}

async function compare(names: readonly string[], args: Arguments, terminal: Terminal): Promise<CommandOutcome> {
  const [first, second] = names;
  if (first === undefined || second === undefined) {
    return { salah: problem('OPSI_KURANG', { opsi: 'versi', perintah: 'pemetaan banding' }) };
  }
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
