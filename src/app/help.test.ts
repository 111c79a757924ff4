import { describe, expect, it } from 'vitest';
import { readArguments } from './arguments.ts';
import { COMMANDS } from './cli.ts';
import type { Command } from './command.ts';
import { formatCommandHelp, formatHelp } from './help.ts';

const FORMS = COMMANDS.flatMap((command) =>
  command.bentuk.map((form) => ({ command, form, name: `${command.nama} ${form.kerja ?? ''}`.trim() })),
);

/** The words of an example as a shell would hand them over. */
const wordsOf = (contoh: string): string[] =>
  [...contoh.replace(/ > .*$/, '').matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');

/** Options that the parser takes and the help does not show. */
function findHidden(command: Command): string[] {
  const [all, own] = [formatHelp(COMMANDS), formatCommandHelp(command)];
  return Object.keys(command.opsi).filter((name) => !all.includes(`--${name}`) || !own.includes(`  --${name}`));
}

describe('the help', () => {
  it.each(COMMANDS.map((command) => [command.nama, command] as const))('shows every option of %s', (_nama, command) => {
    expect(findHidden(command)).toEqual([]);
    const used = new Set(command.bentuk.flatMap(({ wajib, boleh }) => [...wajib, ...boleh]));
    expect([...used].toSorted()).toEqual(Object.keys(command.opsi).toSorted());
  });

  it('is caught where an option belongs to no form', () => {
    const [command] = COMMANDS;
    const opsi = { ...command?.opsi, gaib: { jenis: 'tanda', isi: '', guna: '' } as const };
    expect(command && findHidden({ ...command, opsi })).toEqual(['gaib']);
  });

  it.each(FORMS.map((form) => [form.name, form] as const))(
    'gives an example of %s that works',
    (_name, { command, form }) => {
      expect(readArguments(command, wordsOf(form.contoh))).toMatchObject({ ok: true });
      expect(formatCommandHelp(command, form.kerja)).toContain(form.contoh);
    },
  );

  it('tells the exit status and keeps to the width of a terminal', () => {
    const text = formatHelp(COMMANDS);
    for (const status of ['0', '1', '2', '130']) expect(text).toMatch(new RegExp(`^ +${status}  \\S`, 'm'));
    const lines = [text, ...COMMANDS.map((command) => formatCommandHelp(command))].join('\n').split('\n');
    expect(lines.filter((line) => line.length > 110 && !line.startsWith('  Contoh:'))).toEqual([]);
  });
});
