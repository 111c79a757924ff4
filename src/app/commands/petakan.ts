import { existsSync, writeFileSync } from 'node:fs';
import { closeSource, type Source } from '#formats';
import { type Problem, problem } from '#kernel/problem.ts';
import { ok, type Result } from '#kernel/result.ts';

import {
  describeRecognition,
  formatRecipe,
  formatRecognition,
  openDelivered,
  proposeRecipe,
  type ProposeOptions,
  readVersions,
  recogniseRecipe,
} from '#mapping';
import { openReference } from '#reference';
import type { Arguments } from '../arguments.ts';
import type { Command } from '../command.ts';
import { ACUAN_FOLDER } from '../folders.ts';
import { givePasswords } from '../passwords.ts';
import type { Terminal } from '../terminal.ts';

export const petakan: Command = {
  nama: 'petakan',
  guna: 'mengusulkan pemetaan kolom sebuah berkas ke model kanonik',
  bentuk: '<berkas>[#tabel] [--bkn <berkas>] [--buku <folder> --instansi <instansi>] [--keluar pemetaan.json]',
  opsi: { bkn: 'teks', buku: 'teks', instansi: 'teks', keluar: 'teks', acuan: 'teks' },
  async run(args, terminal) {
    const [path] = args.positionals;
    if (path === undefined) return { salah: problem('OPSI_KURANG', { opsi: 'berkas', perintah: 'petakan' }) };
    if (args.text('buku') !== undefined && args.text('instansi') === undefined) {
      return { salah: problem('OPSI_KURANG', { opsi: 'instansi', perintah: 'petakan --buku' }) };
    }
    const hash = path.lastIndexOf('#');
    const denied = await givePasswords([path, args.text('bkn')], terminal);
    if (denied) return { salah: denied };
    const source = await openDelivered(hash < 0 ? path : path.slice(0, hash));
    if (!source.ok) {
      terminal.sayProblem(source.error);
      return { status: 1 };
    }
    const made = await mapAndClose(source.value, hash < 0 ? undefined : path.slice(hash + 1), args, terminal);
    if (!made.ok) {
      terminal.sayProblem(made.error);
      return { status: 1 };
    }
    const text = made.value;
    const keluar = args.text('keluar');
    if (keluar === undefined) terminal.print(text);
    else writeFileSync(keluar, text);
    return { status: 0 };
  },
};

async function mapAndClose(
  source: Source,
  tabel: string | undefined,
  args: Arguments,
  terminal: Terminal,
): Promise<Result<string, Problem>> {
  const acuan = args.text('acuan') ?? (existsSync(ACUAN_FOLDER) ? ACUAN_FOLDER : undefined);
  const [buku, instansi] = [args.text('buku'), args.text('instansi')];
  const opened = [source];
  try {
    const bkn = await openBkn(args.text('bkn'));
    if (!bkn.ok) return bkn;
    if (bkn.value) opened.push(bkn.value);
    const options: ProposeOptions = {
      reference: openReference(acuan),
      whole: true,
      ...(tabel === undefined ? {} : { tabel }),
      ...(bkn.value === undefined ? {} : { bkn: bkn.value }),
    };
    return buku === undefined || instansi === undefined
      ? await propose(source, options)
      : await recognise(source, buku, instansi, options, terminal);
  } finally {
    for (const each of opened) await closeSource(each);
  }
}

async function propose(source: Source, options: ProposeOptions): Promise<Result<string, Problem>> {
  const recipe = await proposeRecipe(source, options);
  return recipe.ok ? ok(formatRecipe(recipe.value)) : recipe;
}

/** What the book makes of the file; the state, every change and every question are said beside it. */
async function recognise(
  source: Source,
  buku: string,
  instansi: string,
  options: ProposeOptions,
  terminal: Terminal,
): Promise<Result<string, Problem>> {
  const versions = await readVersions(buku, instansi);
  if (!versions.ok) return versions;
  const recognition = await recogniseRecipe(source, versions.value, options);
  if (!recognition.ok) return recognition;
  const { changes } = recognition.value;
  terminal.say(`${instansi}: ${describeRecognition(recognition.value)}`);
  for (const { ditanyakan, kalimat, kandidat } of changes) {
    const choices = ditanyakan && kandidat.length > 0 ? ` Pilihan: ${kandidat.join(', ')}.` : '';
    terminal.say(`  ${ditanyakan ? 'Ditanyakan' : 'Diketahui'}: ${kalimat}${choices}`);
  }
  return ok(formatRecognition(instansi, recognition.value));
}

/** BKN's file, whose people are evidence, where one was given. */
async function openBkn(path: string | undefined): Promise<Result<Source | undefined, Problem>> {
  return path === undefined ? ok(undefined) : openDelivered(path);
}
