import { existsSync, writeFileSync } from 'node:fs';
import { closeSource, type Source } from '#formats';
import { type Problem, problem } from '#kernel/problem.ts';
import { ok, type Result } from '#kernel/result.ts';
import { formatRecipe, openDelivered, proposeRecipe, type Recipe } from '#mapping';
import { openReference } from '#reference';
import type { Arguments } from '../arguments.ts';
import type { Command } from '../command.ts';
import { ACUAN_FOLDER } from '../folders.ts';
import { givePasswords } from '../passwords.ts';

export const petakan: Command = {
  nama: 'petakan',
  guna: 'mengusulkan pemetaan kolom sebuah berkas ke model kanonik',
  bentuk: '<berkas>[#tabel] [--bkn <berkas>] [--keluar pemetaan.json]',
  opsi: { bkn: 'teks', keluar: 'teks', acuan: 'teks' },
  async run(args, terminal) {
    const [path] = args.positionals;
    if (path === undefined) return { salah: problem('OPSI_KURANG', { opsi: 'berkas', perintah: 'petakan' }) };
    const hash = path.lastIndexOf('#');
    const denied = await givePasswords([path, args.text('bkn')], terminal);
    if (denied) return { salah: denied };
    const source = await openDelivered(hash < 0 ? path : path.slice(0, hash));
    if (!source.ok) {
      terminal.sayProblem(source.error);
      return { status: 1 };
    }
    const recipe = await proposeAndClose(source.value, hash < 0 ? undefined : path.slice(hash + 1), args);
    if (!recipe.ok) {
      terminal.sayProblem(recipe.error);
      return { status: 1 };
    }
    const text = formatRecipe(recipe.value);
    const keluar = args.text('keluar');
    if (keluar === undefined) terminal.print(text);
    else writeFileSync(keluar, text);
    return { status: 0 };
  },
};

async function proposeAndClose(
  source: Source,
  tabel: string | undefined,
  args: Arguments,
): Promise<Result<Recipe, Problem>> {
  const acuan = args.text('acuan') ?? (existsSync(ACUAN_FOLDER) ? ACUAN_FOLDER : undefined);
  const opened = [source];
  try {
    const bkn = await openBkn(args.text('bkn'));
    if (!bkn.ok) return bkn;
    if (bkn.value) opened.push(bkn.value);
    return await proposeRecipe(source, {
      reference: openReference(acuan),
      whole: true,
      ...(tabel === undefined ? {} : { tabel }),
      ...(bkn.value === undefined ? {} : { bkn: bkn.value }),
    });
  } finally {
    for (const each of opened) await closeSource(each);
  }
}

/** BKN's file, whose people are evidence, where one was given. */
async function openBkn(path: string | undefined): Promise<Result<Source | undefined, Problem>> {
  return path === undefined ? ok(undefined) : openDelivered(path);
}
