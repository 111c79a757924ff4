import { statSync } from 'node:fs';
import { homedir } from 'node:os';
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { parseIsoDate } from '#kernel/local-date.ts';
import { askMeant } from '#kernel/nearest-word.ts';
import { type Problem, problem } from '#kernel/problem.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import type { Arguments, Command, Form, Option } from './command.ts';
import { findInstansiFault } from './instansi.ts';
import { withoutPassword } from './passwords.ts';

/**
 * Reads the words after a command against its definition. What the definition does not know is refused by name, and so is what
 * the chosen form does not take: an option that is passed over in silence would seem to act.
 */
export function readArguments(command: Command, words: readonly string[]): Result<Arguments, Problem> {
  const { nama, opsi } = command;
  const options: ParseArgsOptionsConfig = Object.fromEntries(
    Object.entries(opsi).map(([name, { jenis }]) => [
      name,
      { type: jenis === 'tanda' ? 'boolean' : 'string', multiple: true } as const,
    ]),
  );
  const { tokens } = parseArgs({ args: [...words], options, allowPositionals: true, strict: false, tokens: true });
  const values = new Map<string, string[]>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') {
      if (/^[‐-―−]/u.test(token.value)) return fail(problem('OPSI_TANDA', { opsi: token.value, tanda: '–' }));
      positionals.push(expandHome(token.value));
    }
    if (token.kind !== 'option') continue;
    const option = opsi[token.name];
    if (option === undefined || !token.rawName.startsWith('--')) {
      const typed = token.rawName.startsWith('--') ? token.rawName : (words[token.index] ?? token.rawName);
      const known = Object.keys(opsi).map((name) => `--${name}`);
      const saran = askMeant(typed.replace(/=.*$/s, '').replace(/^-*/, '--'), known);
      return fail(problem('OPSI_TIDAK_DIKENAL', { opsi: typed.replace(/=.*$/s, ''), perintah: nama, saran }));
    }
    const given = values.get(token.name) ?? [];
    const fault = findValueFault(option, token.value, given.length > 0, opsi);
    if (fault !== undefined) {
      const nilai = withoutPassword(token.value ?? '');
      return fail(problem('OPSI_SALAH', { nilai, opsi: token.name, sebab: fault }));
    }
    values.set(token.name, [...given, expandHome(token.value ?? '')]);
  }
  const form = chooseForm(command, positionals);
  if (!form.ok) return form;
  const fault = findFormFault(form.value, command, positionals, values);
  if (fault) return fail(fault);
  return ok({
    positionals,
    text: (option) => values.get(option)?.[0],
    need: (option) => values.get(option)?.[0] ?? '',
    list: (option) => values.get(option) ?? [],
    day: (option) => parseIsoDate(values.get(option)?.[0] ?? ''),
    has: (option) => values.has(option),
  });
}

/** Why a value cannot be that of the option; undefined where it can. */
function findValueFault(
  { jenis, pilihan }: Option,
  value: string | undefined,
  isRepeated: boolean,
  opsi: Command['opsi'],
): string | undefined {
  if (isRepeated && jenis !== 'teks_berulang' && jenis !== 'tanda') {
    return 'opsi ini ditulis dua kali. Tulis sekali saja';
  }
  if (jenis === 'tanda') return value === undefined ? undefined : 'opsi ini tidak diberi nilai. Tulis namanya saja';
  if (value === undefined || (value.startsWith('--') && Object.hasOwn(opsi, value.slice(2)))) {
    return 'nilainya belum diisi';
  }
  if (pilihan && !pilihan.includes(value)) return `pilihannya ${pilihan.join(', ')}${askMeant(value, pilihan)}`;
  if (jenis === 'folder' && !isFolder(expandHome(value))) return 'folder itu tidak ada';
  if (jenis === 'tanggal' && parseIsoDate(value) === undefined) {
    return 'tulis tahun-bulan-tanggal yang ada di kalender, misalnya 2026-10-01';
  }
  return jenis === 'instansi' ? findInstansiFault(value) : undefined;
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Shells leave a ~ behind a = as it is. */
const expandHome = (text: string): string =>
  text.replace(/^((?:\d{4}=)?)~(?=[/\\])/, (_, head: string) => `${head}${homedir()}`);

/** The form of the command that the first word chooses. */
export function chooseForm({ nama, bentuk }: Command, [kerja]: readonly string[]): Result<Form, Problem> {
  const [only] = bentuk;
  if (only && only.kerja === undefined) return ok(only);
  const works = bentuk.flatMap((form) => form.kerja ?? []);
  const form = bentuk.find((each) => each.kerja === kerja);
  if (form) return ok(form);
  const pilihan = works.join(', ');
  if (kerja === undefined) return fail(problem('PERINTAH_TANPA_KERJA', { perintah: nama, pilihan }));
  return fail(problem('KERJA_TIDAK_DIKENAL', { perintah: nama, kerja, pilihan, saran: askMeant(kerja, works) }));
}

function findFormFault(
  { kerja, kata = [], wajib, boleh }: Form,
  { nama, bentuk }: Command,
  positionals: readonly string[],
  values: ReadonlyMap<string, readonly string[]>,
): Problem | undefined {
  const perintah = kerja === undefined ? nama : `${nama} ${kerja}`;
  const given = kerja === undefined ? positionals : positionals.slice(1);
  const extra = given[kata.length];
  if (extra !== undefined) {
    const isPair = /^\d{4}=/.test(extra) && values.has('simpeg');
    const petunjuk = isPair
      ? `Tulis --simpeg ${withoutPassword(extra)}: setiap kiriman didahului --simpeg`
      : 'Bila nama berkas atau folder memuat spasi, apit seluruhnya dengan tanda kutip, misalnya "data asn.csv"';
    return problem('KATA_LEBIH', { perintah, kata: withoutPassword(extra), petunjuk });
  }
  const unfit = [...values.keys()].find((name) => !wajib.includes(name) && !boleh.includes(name));
  if (unfit !== undefined) {
    const others = bentuk.filter((form) => form.wajib.includes(unfit) || form.boleh.includes(unfit));
    const lain = others.map((form) => `${nama} ${form.kerja ?? ''}`).join(', ');
    return problem('OPSI_BUKAN_DI_SINI', { opsi: unfit, perintah, lain });
  }
  const needed = kata[given.length];
  if (needed !== undefined) return problem('KATA_KURANG', { perintah, kata: needed });
  const missing = wajib.find((name) => (values.get(name)?.[0] ?? '').trim() === '');
  return missing === undefined ? undefined : problem('OPSI_KURANG', { opsi: missing, perintah });
}
