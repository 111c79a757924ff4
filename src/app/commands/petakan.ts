import { existsSync, writeFileSync } from 'node:fs';
import { openSource, type Source } from '#formats';
import { type Problem, problem } from '#kernel/problem.ts';
import { ok, type Result } from '#kernel/result.ts';
import { formatRecipe, proposeRecipe } from '#mapping';
import { openReference } from '#reference';
import type { Command } from '../command.ts';
import { ACUAN_FOLDER } from '../folders.ts';

export const petakan: Command = {
  nama: 'petakan',
  guna: 'mengusulkan pemetaan kolom sebuah berkas ke model kanonik',
  bentuk: '<berkas>[#tabel] [--bkn <berkas>] [--keluar pemetaan.json]',
  opsi: { bkn: 'teks', keluar: 'teks', acuan: 'teks' },
  async run(args, terminal) {
    const [path] = args.positionals;
    if (path === undefined) return { salah: problem('OPSI_KURANG', { opsi: 'berkas', perintah: 'petakan' }) };
    const hash = path.lastIndexOf('#');
    const source = await openSource(hash < 0 ? path : path.slice(0, hash));
    if (!source.ok) {
      terminal.sayProblem(source.error);
      return { status: 1 };
    }
    const acuan = args.text('acuan') ?? (existsSync(ACUAN_FOLDER) ? ACUAN_FOLDER : undefined);
    const bkn = await openBkn(args.text('bkn'));
    if (!bkn.ok) {
      terminal.sayProblem(bkn.error);
      return { status: 1 };
    }
    const recipe = await proposeRecipe(source.value, {
      reference: openReference(acuan),
      whole: true,
      ...(hash < 0 ? {} : { tabel: path.slice(hash + 1) }),
      ...(bkn.value === undefined ? {} : { bkn: bkn.value }),
    });
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

/** BKN's file, whose people are evidence, where one was given. */
async function openBkn(path: string | undefined): Promise<Result<Source | undefined, Problem>> {
  return path === undefined ? ok(undefined) : openSource(path);
}
