import type { LocalDate } from '#kernel/local-date.ts';
import type { Problem } from '#kernel/problem.ts';
import type { Terminal } from './terminal.ts';

/** Exit status of the contract: 0 done, 1 a file refused or a gate closed, 2 wrong usage. */
export type ExitStatus = 0 | 1 | 2;

/** What a command ends with: a status, or wrong usage with the sentence that says so. */
export type CommandOutcome = { readonly status: ExitStatus } | { readonly salah: Problem };

/**
 * What stands behind an option: text, repeated text, nothing, the name of a folder that must exist, a day, or the code of a
 * government. The parser refuses all else by name.
 */
export type OptionKind = 'teks' | 'teks_berulang' | 'tanda' | 'folder' | 'tanggal' | 'instansi';

/** The words behind a command, found good against its definition. */
export interface Arguments {
  readonly positionals: readonly string[];
  text(option: string): string | undefined;
  /** The value of an option that the form needs, so that it is there. */
  need(option: string): string;
  list(option: string): readonly string[];
  day(option: string): LocalDate | undefined;
  has(option: string): boolean;
}

/** One option, as the parser takes it and as the help shows it. */
export interface Option {
  readonly jenis: OptionKind;
  /** The value as the help writes it: "<berkas>"; '' for a switch. */
  readonly isi: string;
  readonly guna: string;
  /** The only values, where there are few. */
  readonly pilihan?: readonly string[];
}

/** One form of a command: what must and what may stand behind its name. */
export interface Form {
  /** The word that chooses this form, where the command has several: "simpan". */
  readonly kerja?: string;
  /** Words without an option, all of them needed: "<json>". */
  readonly kata?: readonly string[];
  readonly guna: string;
  /** Names of options. */
  readonly wajib: readonly string[];
  readonly boleh: readonly string[];
  /** The words behind the name of the command in an example. */
  readonly contoh: string;
}

/** One command of the command line. Its help and its parser are both made of this. */
export interface Command {
  readonly nama: string;
  /** One line of help. */
  readonly guna: string;
  readonly bentuk: readonly Form[];
  readonly opsi: Readonly<Record<string, Option>>;
  run(args: Arguments, terminal: Terminal): Promise<CommandOutcome>;
}

/** What the exit status tells a script; 130 is given by `interrupt.ts`. */
export const EXIT_STATUS: readonly (readonly [number, string])[] = [
  [0, 'selesai, termasuk bila ada baris yang dikarantina'],
  [1, 'ada berkas yang ditolak seluruhnya, atau pekerjaan tidak dapat dilanjutkan'],
  [2, 'cara menulis perintahnya salah'],
  [130, 'dihentikan dengan Ctrl-C'],
];
