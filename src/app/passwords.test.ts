import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasPassword, parseAddress } from '#formats';
import { describeProblem } from '#kernel/problem.ts';
import { runCli } from './cli.ts';
import { givePasswords, withoutPassword } from './passwords.ts';
import type { Terminal } from './terminal.ts';

const nobody = { askSecret: async () => Promise.resolve(undefined) };

function isKnown(text: string): boolean {
  const address = parseAddress(text);
  return address.ok && hasPassword(address.value);
}

describe('the password of a database', () => {
  it('comes from the variable of its account, else from the file, else from the terminal', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sandi-'));
    try {
      const file = join(folder, 'sandi');
      writeFileSync(file, '# catatan\npembaca@b:3306 kata sandi\n', { mode: 0o600 });
      expect(
        await givePasswords(['mysql://pembaca@a/s', 'data.sql'], nobody, { SANDI_PEMBACA_A: 'x' }),
      ).toBeUndefined();
      expect(await givePasswords(['mysql://pembaca@b/s#pegawai'], nobody, { BERKAS_SANDI: file })).toBeUndefined();
      const questions: string[] = [];
      const somebody = {
        askSecret: async (question: string) => {
          questions.push(question);
          return Promise.resolve('y');
        },
      };
      expect(await givePasswords(['mysql://pembaca@c/s'], somebody, { BERKAS_SANDI: file })).toBeUndefined();
      expect(questions).toEqual(['Kata sandi pembaca@c:3306']);
      expect(['a', 'b', 'c', 'd'].map((host) => isKnown(`mysql://pembaca@${host}/s`))).toEqual([
        true,
        true,
        true,
        false,
      ]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('is not taken from a file that others may read, nor from a line that is no line of passwords', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sandi-'));
    try {
      const file = join(folder, 'sandi');
      writeFileSync(file, 'rahasia9\n');
      chmodSync(file, 0o640);
      const open = await givePasswords(['mysql://pembaca@e/s'], nobody, { BERKAS_SANDI: file });
      chmodSync(file, 0o600);
      const wrong = await givePasswords(['mysql://pembaca@e/s'], nobody, { BERKAS_SANDI: file });
      const none = await givePasswords(['mysql://pembaca@e/s'], nobody, { BERKAS_SANDI: join(folder, 'tidak') });
      expect([open?.code, wrong?.code, none?.code]).toEqual([
        'SANDI_BERKAS_TERBUKA',
        'SANDI_BERKAS_SALAH',
        'SANDI_BERKAS_TIDAK_ADA',
      ]);
      expect(wrong && describeProblem(wrong)).not.toContain('rahasia9');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it.each([
    ['petakan', 'mysql://p:rahasia9@h/s'],
    ['petakan', 'mysql://p:ra#rahasia9@h/s#pegawai'],
    ['petakan', 'mysql://p:ra#rahasia9@h/s'],
    ['rekonsiliasi', '--bkn', 'b.csv', '--keluar', 'k', '--simpeg', '6419=mysql://p:rahasia9@h/s'],
    ['rekonsiliasi', '--bkn', 'b.csv', '--keluar', 'k', '--simpeg', '641=mysql://p:rahasia9@h/s'],
    [
      'perbaikan',
      '--selisih',
      's',
      '--pemetaan',
      'p',
      '--bentuk',
      'sql',
      '--keluar',
      'k',
      '--simpeg',
      '6419=mysql://p:rahasia9@h/s',
    ],
  ])('in an address is wrong usage and is never repeated: %s %s', async (...words) => {
    const said: string[] = [];
    const terminal: Terminal = {
      ...nobody,
      say: (sentence) => void said.push(sentence),
      sayProblem: (found) => void said.push(describeProblem(found)),
      print: (text) => void said.push(text),
      progress: () => undefined,
      endProgress: () => undefined,
    };
    expect(await runCli(words, terminal)).toBe(2);
    expect(said.join('\n')).not.toContain('rahasia9');
    expect(said.length).toBeGreaterThan(0);
  });

  it('is taken out of a text that is to be repeated', () => {
    expect(withoutPassword('1=mysql://p:a@b/c@h/s')).toBe('1=mysql://p:***@h/s');
    expect(withoutPassword('C:/data/a@b.sql')).toBe('C:/data/a@b.sql');
  });
});
