import { existsSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { closeSource, type Source, splitTablePath } from '#formats';
import { type Problem, problem } from '#kernel/problem.ts';
import { fail, ok, type Result } from '#kernel/result.ts';

import {
  describeRecognition,
  findHiddenSheets,
  findUnreadPeople,
  formatRecipe,
  formatRecognition,
  isBknExport,
  listInstansi,
  listRecipeOffers,
  openDelivered,
  proposeRecipe,
  type ProposeOptions,
  readVersions,
  type Recipe,
  type RecipeOffer,
  type RecipeVersion,
  recogniseRecipe,
  takeRecipeOffer,
} from '#mapping';
import { openReference } from '#reference';
import { findAcuan } from '../acuan.ts';
import type { Arguments, Command } from '../command.ts';
import { ACUAN, BKN, BUKU, INSTANSI, textOption } from '../options.ts';
import { givePasswords, withoutPassword } from '../passwords.ts';
import { findRecipe } from '../recipe-reference.ts';
import { formatRecipeView } from '../recipe-view.ts';
import { screenWidth, type Terminal } from '../terminal.ts';

export const petakan: Command = {
  nama: 'petakan',
  guna: 'mengusulkan kolom mana di sebuah berkas berarti isian apa',
  bentuk: [
    {
      kata: ['<berkas>[#tabel]'],
      guna: 'mengusulkan pemetaan kolom; dengan --buku mengenali yang sudah disahkan',
      wajib: [],
      boleh: ['bkn', 'buku', 'instansi', 'ambil', 'acuan', 'keluar'],
      contoh: 'kudus.xlsx --bkn data-asn.csv --keluar kudus.json',
    },
  ],
  opsi: {
    bkn: { ...BKN, guna: 'ekspor BKN; pegawai yang ada di kedua berkas menjadi bukti tambahan' },
    buku: { ...BUKU, guna: 'kenali struktur menurut buku pemetaan ini; perlu --instansi' },
    instansi: INSTANSI,
    ambil: textOption('<instansi>@<versi>', 'baca menurut pemetaan instansi lain yang ditawarkan'),
    acuan: ACUAN,
    keluar: textOption('<json>', 'tempat menyimpan pemetaan; tanpa ini ditampilkan di layar'),
  },
  async run(args, terminal) {
    const path = args.positionals[0] ?? '';
    if (args.text('buku') !== undefined && args.text('instansi') === undefined) {
      return { salah: problem('OPSI_KURANG', { opsi: 'instansi', perintah: 'petakan --buku' }) };
    }
    const { berkas, tabel } = splitTablePath(path);
    const denied = await givePasswords([path, args.text('bkn')], terminal);
    if (denied) return { salah: denied };
    const source = await openDelivered(berkas, tabel);
    if (!source.ok) {
      terminal.sayProblem(source.error);
      return { status: 1 };
    }
    const made = await mapAndClose(source.value, tabel, args, terminal);
    if (!made.ok) {
      terminal.sayProblem(made.error);
      return { status: 1 };
    }
    const { text, recipe } = made.value;
    const keluar = args.text('keluar');
    if (keluar === undefined) {
      terminal.print(text);
      return { status: 0 };
    }
    writeFileSync(keluar, text);
    terminal.say(formatRecipeView(recipe, screenWidth()));
    terminal.say(tellNext(path, keluar, args));
    return { status: 0 };
  },
};

/** What was written, and the command that comes next. */
function tellNext(path: string, keluar: string, args: Arguments): string {
  const [buku, instansi = '<instansi>'] = [args.text('buku'), args.text('instansi')];
  const [from, to] = [withoutPassword(path), `Pemetaan tersimpan di ${keluar}. Periksa, sunting bila perlu, lalu:`];
  const next =
    buku === undefined
      ? `rekonsiliasi --bkn ${quote(args.text('bkn') ?? '<ekspor BKN>')} --simpeg ${quote(`${instansi}=${from}`)} --pemetaan ${quote(`${instansi}=${keluar}`)} --keluar hasil`
      : `pemetaan simpan ${quote(keluar)} --buku ${quote(buku)} --instansi ${instansi} --berkas ${quote(from)} --oleh "Nama Anda"`;
  return `${to}\n  npm run -s portal -- ${next}`;
}

/** As a shell takes it: names with blanks or signs of the shell stand in quotes. */
const quote = (text: string): string => (/^[\w./=:@+,-]+$/.test(text) ? text : `"${text}"`);

/** A recipe as it is printed, and itself. */
interface Made {
  readonly text: string;
  readonly recipe: Recipe;
}

async function mapAndClose(
  source: Source,
  tabel: string | undefined,
  args: Arguments,
  terminal: Terminal,
): Promise<Result<Made, Problem>> {
  const acuan = findAcuan(args, terminal);
  const [buku, instansi] = [args.text('buku'), args.text('instansi')];
  const opened = [source];
  try {
    const bkn = await openBkn(args.text('bkn'));
    if (!bkn.ok) return bkn;
    if (bkn.value) {
      opened.push(bkn.value);
      if (!isBknExport(bkn.value))
        terminal.sayProblem(problem('BUKTI_BUKAN_EKSPOR', { berkas: args.text('bkn') ?? '' }));
    }
    const options: ProposeOptions = {
      reference: openReference(acuan),
      whole: true,
      ...(tabel === undefined ? {} : { tabel }),
      ...(bkn.value === undefined ? {} : { bkn: bkn.value }),
    };
    return buku === undefined || instansi === undefined
      ? await propose(source, options, terminal)
      : await recognise(source, { buku, instansi, ambil: args.text('ambil') }, options, terminal);
  } finally {
    for (const each of opened) await closeSource(each);
  }
}

async function propose(source: Source, options: ProposeOptions, terminal: Terminal): Promise<Result<Made, Problem>> {
  const recipe = await proposeRecipe(source, options);
  if (!recipe.ok) return recipe;
  await tellTables(source, recipe.value, options, terminal);
  return ok({ text: formatRecipe(recipe.value), recipe: recipe.value });
}

/** Which sheets or tables the recipe reads as one, and which people it does not read; nothing where one was named. */
async function tellTables(
  source: Source,
  recipe: Recipe,
  { tabel }: ProposeOptions,
  terminal: Terminal,
): Promise<void> {
  const { susun = [] } = recipe;
  if (susun.length > 1) {
    terminal.say(`${susun.length} tabel pegawai berjudul sama dibaca berurutan sebagai satu: ${susun.join(', ')}.`);
  }
  if (tabel !== undefined) return;
  const hidden = findHiddenSheets(source);
  if (hidden) terminal.say(`${basename(source.path)}: ${hidden.kalimat}`);
  const unread = await findUnreadPeople(
    source,
    recipe,
    (other) => `petakan dan kirim tersendiri: "${source.path}#${other}"`,
  );
  for (const { kalimat, tidak_terbaca } of unread) if (tidak_terbaca > 0) terminal.say(kalimat);
}

/** What the book makes of the file; the state, every change and every question are said beside it. */
async function recognise(
  source: Source,
  { buku, instansi, ambil }: { readonly buku: string; readonly instansi: string; readonly ambil: string | undefined },
  options: ProposeOptions,
  terminal: Terminal,
): Promise<Result<Made, Problem>> {
  if (!existsSync(buku)) terminal.sayProblem(problem('BUKU_TIDAK_ADA', { buku }));
  const versions = await readVersions(buku, instansi);
  if (!versions.ok) return versions;
  const taken = ambil === undefined ? undefined : await findVersion(ambil, buku);
  if (taken && !taken.ok) return taken;
  const recognition = taken
    ? await takeRecipeOffer(source, taken.value, options)
    : await recogniseRecipe(source, versions.value, options);
  if (!recognition.ok) return recognition;
  // another's recipe is offered where the instansi has none of its own that fits, and never taken unasked
  const isKnown = taken !== undefined || recognition.value.keadaan !== 'tidak_dikenal';
  const offers = isKnown ? [] : await readOffers(source, buku, instansi, options);
  if (!Array.isArray(offers)) return offers;
  const { changes } = recognition.value;
  terminal.say(`${instansi}: ${describeRecognition(recognition.value)}`);
  for (const { ditanyakan, kalimat, kandidat } of changes) {
    const choices = ditanyakan && kandidat.length > 0 ? ` Pilihan: ${kandidat.join(', ')}.` : '';
    terminal.say(`  ${ditanyakan ? 'Ditanyakan' : 'Diketahui'}: ${kalimat}${choices}`);
  }
  if (taken) {
    const { instansi: from, nomor, disahkan, oleh } = taken.value;
    terminal.say(
      `  Diambil dari ${from} versi ${nomor}, disahkan ${disahkan.slice(0, 10)} oleh ${oleh}: periksa, lalu sahkan sebagai milik ${instansi} dengan pemetaan simpan.`,
    );
  }
  for (const { kalimat } of offers) terminal.say(`  Ditawarkan: ${kalimat}`);
  const text = formatRecognition(instansi, recognition.value, offers.length === 0 ? {} : { tawaran: offers });
  return ok({ text, recipe: recognition.value.recipe });
}

async function findVersion(nama: string, buku: string): Promise<Result<RecipeVersion, Problem>> {
  const found = await findRecipe(nama, buku);
  if (!found.ok) return found;
  return found.value.version ? ok(found.value.version) : fail(problem('BUKU_TANPA_VERSI', { buku, versi: nama }));
}

/** Recipes of other instansi whose structure is that of the file. */
async function readOffers(
  source: Source,
  buku: string,
  instansi: string,
  { tabel }: ProposeOptions,
): Promise<RecipeOffer[] | Result<never, Problem>> {
  const offers: RecipeOffer[] = [];
  for (const other of listInstansi(buku)) {
    if (other === instansi) continue;
    const versions = await readVersions(buku, other);
    if (!versions.ok) return versions;
    offers.push(...listRecipeOffers(source, versions.value, tabel));
  }
  return offers;
}

/** BKN's file, whose people are evidence, where one was given. */
async function openBkn(path: string | undefined): Promise<Result<Source | undefined, Problem>> {
  if (path === undefined) return ok(undefined);
  const { berkas, tabel } = splitTablePath(path);
  return openDelivered(berkas, tabel);
}
