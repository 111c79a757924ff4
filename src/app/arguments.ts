import { statSync } from 'node:fs';
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { type Problem, problem } from '#kernel/problem.ts';
import { fail, ok, type Result } from '#kernel/result.ts';

/** Options of one command: text, repeated text, a plain switch, or the name of a folder that must exist. */
export type OptionKinds = Readonly<Record<string, 'teks' | 'teks_berulang' | 'tanda' | 'folder'>>;

export interface Arguments {
  readonly positionals: readonly string[];
  text(option: string): string | undefined;
  list(option: string): readonly string[];
  has(option: string): boolean;
}

/** Reads the words after a command; an option that the command does not know is refused by name. */
export function readArguments(
  perintah: string,
  words: readonly string[],
  kinds: OptionKinds,
): Result<Arguments, Problem> {
  const options: ParseArgsOptionsConfig = Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [
      name,
      { type: kind === 'tanda' ? 'boolean' : 'string', multiple: kind === 'teks_berulang' } as const,
    ]),
  );
  const { values, positionals, tokens } = parseArgs({
    args: [...words],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const kind = kinds[token.name];
    if (kind === undefined) return fail(problem('OPSI_TIDAK_DIKENAL', { opsi: token.rawName, perintah }));
    if (kind !== 'tanda' && token.value === undefined) {
      return fail(problem('OPSI_SALAH', { nilai: '', opsi: token.name, sebab: 'nilainya belum diisi' }));
    }
    if (kind === 'folder' && !isFolder(token.value ?? '')) {
      return fail(problem('OPSI_SALAH', { nilai: token.value ?? '', opsi: token.name, sebab: 'folder itu tidak ada' }));
    }
  }
  return ok({
    positionals,
    text: (option) => {
      const value = values[option];
      return typeof value === 'string' ? value : undefined;
    },
    list: (option) => {
      const value = values[option];
      return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
    },
    has: (option) => values[option] === true,
  });
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** The value of an option that the command cannot do without. */
export function requireText(perintah: string, args: Arguments, opsi: string): Result<string, Problem> {
  const value = args.text(opsi);
  return value === undefined || value === '' ? fail(problem('OPSI_KURANG', { opsi, perintah })) : ok(value);
}
