import type { Problem } from '#kernel/problem.ts';
import type { Arguments, OptionKinds } from './arguments.ts';
import type { Terminal } from './terminal.ts';

/** Exit status of the contract: 0 done, 1 a file refused or a gate closed, 2 wrong usage. */
export type ExitStatus = 0 | 1 | 2;

/** What a command ends with: a status, or wrong usage with the sentence that says so. */
export type CommandOutcome = { readonly status: ExitStatus } | { readonly salah: Problem };

/** One command of the command line. */
export interface Command {
  readonly nama: string;
  /** One line of help. */
  readonly guna: string;
  readonly bentuk: string;
  readonly opsi: OptionKinds;
  run(args: Arguments, terminal: Terminal): Promise<CommandOutcome>;
}
