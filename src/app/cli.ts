import { fileProblem } from '#kernel/file-problem.ts';
import { problem, RefusedFile } from '#kernel/problem.ts';
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
import { interruptible } from './interrupt.ts';
import { createTerminal, type Terminal } from './terminal.ts';

const COMMANDS: readonly Command[] = [
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

function help(): string {
  const lines = COMMANDS.map(({ nama, guna, bentuk }) => `  ${nama} ${bentuk}\n      ${guna}`);
  return ['Pemakaian: npm run -s portal -- <perintah> [opsi]', '', ...lines].join('\n');
}

/** One command line from words to exit status. */
export async function runCli(words: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const [nama, ...rest] = words;
  const command = COMMANDS.find((candidate) => candidate.nama === nama);
  if (!command) {
    if (nama !== undefined && nama !== 'bantuan')
      terminal.sayProblem(problem('PERINTAH_TIDAK_DIKENAL', { perintah: nama }));
    terminal.say(help());
    return nama === 'bantuan' ? 0 : 2;
  }
  const args = readArguments(command.nama, rest, command.opsi);
  if (!args.ok) {
    terminal.sayProblem(args.error);
    terminal.say(`Pemakaian: npm run -s portal -- ${command.nama} ${command.bentuk}`);
    return 2;
  }
  try {
    const outcome = await command.run(args.value, terminal);
    if ('status' in outcome) return outcome.status;
    terminal.sayProblem(outcome.salah);
    terminal.say(`Pemakaian: npm run -s portal -- ${command.nama} ${command.bentuk}`);
    return 2;
  } catch (error) {
    terminal.sayProblem(
      error instanceof RefusedFile
        ? error.problem
        : (fileProblem(error) ?? problem('KESALAHAN_DALAM', { rincian: locate(error) })),
    );
    return 1;
  }
}

/** Kind and place of an unexpected error for those who mend it; never its text, which may quote data. */
function locate(error: unknown): string {
  if (!(error instanceof Error)) return 'tidak diketahui';
  const place = /\/(src\/[^\s)]+)/.exec(error.stack ?? '')?.[1] ?? '';
  return `${error.name} ${place}`.trim();
}

if (import.meta.main) {
  process.exitCode = await interruptible((terminal) => runCli(process.argv.slice(2), terminal), createTerminal());
}
