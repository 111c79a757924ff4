import { describeProblem } from '#kernel/problem.ts';
import { runCli } from '../../src/app/cli.ts';
import type { Terminal } from '../../src/app/terminal.ts';

/** What a command told. */
export interface Told {
  readonly status: number;
  readonly out: string;
  readonly said: string;
  /** Codes of the problems among that, in their order. */
  readonly codes: readonly string[];
}

/** Runs a command of the portal and keeps what it says and prints. */
export async function runPortal(...words: readonly string[]): Promise<Told> {
  const told = { out: '', said: '' };
  const codes: string[] = [];
  const terminal: Terminal = {
    say: (sentence) => void (told.said += `${sentence}\n`),
    sayProblem: (found) => {
      codes.push(found.code);
      told.said += `${describeProblem(found)}\n`;
    },
    print: (text) => void (told.out += text),
    askSecret: () => Promise.resolve(undefined),
    progress: () => undefined,
    endProgress: () => undefined,
  };
  const status = await runCli(words, terminal);
  return { status, ...told, codes };
}
