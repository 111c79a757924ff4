import { existsSync } from 'node:fs';
import { ROLES, SAMPLE_ACCOUNTS, SAMPLE_PASSWORD } from '#identity';
import { fileProblem } from '#kernel/file-problem.ts';
import { describeProblem, problem } from '#kernel/problem.ts';
import { USUAL_PORT } from './find-port.ts';
import { WEB_FOLDER } from './folders.ts';
import { startPortal } from './server.ts';
import { readSettings } from './settings.ts';
import { createTerminal } from './terminal.ts';

/** `npm start`: the portal, until Ctrl-C. Without a database of the operator's it is one on trial, with invented people. */
const terminal = createTerminal();
const stopping = new AbortController();
/** Until a portal that does not end in order is left. */
const PATIENCE_MS = 15_000;

const stop = (): void => {
  if (stopping.signal.aborted) return;
  terminal.say('Menutup portal ...');
  stopping.abort();
  setTimeout(() => process.exit(1), PATIENCE_MS).unref();
};
process.on('SIGINT', stop).on('SIGTERM', stop);

try {
  const settings = readSettings(process.env);
  terminal.say('Portal Pelayanan Kepegawaian');
  if (settings.isSample) terminal.say('Mode mencoba: orang dan datanya buatan. Untuk dipakai, isi DATABASE_URL.');
  const portal = await startPortal({
    ...settings,
    signal: stopping.signal,
    say: (line) => terminal.say(line),
    progress: (label, done, total) => terminal.progress(label, done, total),
  });
  if (!existsSync(WEB_FOLDER))
    terminal.say('Halaman peramban belum dibangun: jalankan npm run build, lalu mulai lagi.');
  terminal.say(`Portal siap: ${portal.address}`);
  if (settings.isSample) tellAccounts();
  terminal.say('Hentikan dengan Ctrl-C.');
  await aborted(stopping.signal);
  await portal.stop();
} catch (error) {
  if (!stopping.signal.aborted) {
    terminal.say(describe(error));
    process.exitCode = 1;
  }
}
if (stopping.signal.aborted) {
  terminal.say('Portal sudah ditutup.');
  process.exit(0);
}

function tellAccounts(): void {
  terminal.say(`Akun contoh, kata sandi semuanya ${SAMPLE_PASSWORD}:`);
  for (const { namaPengguna, peran } of SAMPLE_ACCOUNTS) terminal.say(`  ${namaPengguna.padEnd(18)} ${ROLES[peran]}`);
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const port = Number(process.env['PORT'] ?? USUAL_PORT);
  if ('syscall' in error && error.syscall === 'listen' && 'code' in error) {
    const values = { port, lain: port < 1024 ? USUAL_PORT : port + 1 };
    if (error.code === 'EADDRINUSE') return describeProblem(problem('PORT_DIPAKAI', values));
    if (error.code === 'EACCES') return describeProblem(problem('PORT_TERTUTUP', values));
  }
  const found = fileProblem(error);
  return found ? describeProblem(found) : error.message;
}
