import { askMeant } from '#kernel/nearest-word.ts';
import { type Problem, problem } from '#kernel/problem.ts';
import { readArguments } from './arguments.ts';
import type { Command, ExitStatus } from './command.ts';
import { dataContoh } from './commands/data-contoh.ts';
import { ikd } from './commands/ikd.ts';
import { pemetaan } from './commands/pemetaan.ts';
import { pengguna } from './commands/pengguna.ts';
import { perbaikan } from './commands/perbaikan.ts';
import { petakan } from './commands/petakan.ts';
import { referensi } from './commands/referensi.ts';
import { rekonsiliasi } from './commands/rekonsiliasi.ts';
import { silang } from './commands/silang.ts';
import { ujiPemetaan } from './commands/uji-pemetaan.ts';
import { describeFailure } from './failure.ts';
import { formatCommandHelp, formatHelp, formatReminder } from './help.ts';
import { listInstansiCodes } from './instansi.ts';
import { interruptible } from './interrupt.ts';
import { createTerminal, type Terminal } from './terminal.ts';

export const COMMANDS: readonly Command[] = [
  petakan,
  pemetaan,
  ujiPemetaan,
  rekonsiliasi,
  perbaikan,
  silang,
  ikd,
  dataContoh,
  referensi,
  pengguna,
];

/** Words that ask for help, wherever they stand. */
const ASKS: readonly string[] = ['bantuan', '--help', '-h', '-?', '/?', '--bantuan'];

/** One command line from words to exit status. */
export async function runCli(words: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const [nama, ...rest] = words;
  if (nama === undefined) {
    terminal.say(formatHelp(COMMANDS));
    return 2;
  }
  if (ASKS.includes(nama) && rest.length === 0) return show(formatHelp(COMMANDS), terminal);
  if (ASKS.includes(nama) && rest[0] === 'instansi') return show(listInstansiCodes(), terminal);
  const [wanted = '', kerja] = ASKS.includes(nama) ? rest : words;
  const command = COMMANDS.find((candidate) => candidate.nama === wanted);
  if (!command) {
    terminal.sayProblem(problem('PERINTAH_TIDAK_DIKENAL', { perintah: wanted, saran: guessCommand(wanted) }));
    return 2;
  }
  if (
    ASKS.includes(nama) ||
    rest.some((word) => ASKS.includes(word) && word.startsWith('-')) ||
    rest[0] === 'bantuan'
  ) {
    return show(formatCommandHelp(command, kerja), terminal);
  }
  const args = readArguments(command, rest);
  if (!args.ok) return remind(args.error, command, rest[0], terminal);
  try {
    const outcome = await command.run(args.value, terminal);
    return 'status' in outcome ? outcome.status : remind(outcome.salah, command, rest[0], terminal);
  } catch (error) {
    terminal.sayProblem(describeFailure(error));
    return 1;
  }
}

/** Help that was asked for is the result. */
function show(text: string, terminal: Terminal): ExitStatus {
  terminal.print(`${text}\n`);
  return 0;
}

function remind(found: Problem, command: Command, kerja: string | undefined, terminal: Terminal): ExitStatus {
  terminal.sayProblem(found);
  terminal.say(formatReminder(command, kerja));
  return 2;
}

/** Also where only the second word was written, "usul" for "silang usul". */
function guessCommand(wanted: string): string {
  const whole = COMMANDS.find(({ bentuk }) => bentuk.some(({ kerja }) => kerja === wanted));
  if (whole) return ` (maksud Anda "${whole.nama} ${wanted}"?)`;
  return askMeant(
    wanted,
    COMMANDS.map(({ nama }) => nama),
  );
}

if (import.meta.main) {
  process.exitCode = await interruptible((terminal) => runCli(process.argv.slice(2), terminal), createTerminal());
}
