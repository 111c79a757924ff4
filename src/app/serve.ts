import { existsSync } from 'node:fs';
import { fileProblem } from '#kernel/file-problem.ts';
import { describeProblem } from '#kernel/problem.ts';
import { WEB_FOLDER } from './folders.ts';
import { startPortal } from './server.ts';
import { readSettings } from './settings.ts';
import { createTerminal } from './terminal.ts';

/** `npm run serve`: the portal's server, until Ctrl-C. */
const terminal = createTerminal();

try {
  const portal = await startPortal({
    ...readSettings(process.env),
    say: (line) => {
      terminal.endProgress();
      terminal.say(line);
    },
    progress: (label, done, total) => terminal.progress(label, done, total),
  });
  if (!existsSync(WEB_FOLDER))
    terminal.say('Halaman peramban belum dibangun: jalankan npm run build, lalu mulai lagi.');
  terminal.say(`Portal siap: ${portal.address} (hentikan dengan Ctrl-C)`);
  const end = (): void => {
    terminal.say('Menutup portal ...');
    void portal.stop().then(() => process.exit(0));
  };
  process.once('SIGINT', end).once('SIGTERM', end);
} catch (error) {
  terminal.say(describe(error));
  process.exitCode = 1;
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? error.code : undefined;
  const port = process.env['PORT'] ?? '8080';
  const other = `pilih port lain, misalnya PORT=8081 npm run serve (di Windows: set PORT=8081, lalu npm run serve)`;
  const isOfPort = 'syscall' in error && error.syscall === 'listen';
  if (isOfPort && code === 'EADDRINUSE') {
    return `Port ${port} sedang dipakai program lain. Hentikan program itu, atau ${other}.`;
  }
  if (isOfPort && code === 'EACCES') return `Akun Anda tidak boleh memakai port ${port}: ${other}.`;
  const found = fileProblem(error);
  return found ? describeProblem(found) : error.message;
}
