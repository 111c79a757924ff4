import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalDate } from '#kernel/local-date.ts';
import { generateSampleData, SAMPLE_VERSION } from '#sample-data';
import { runReconcile } from './commands/rekonsiliasi.ts';
import { describeFailure } from './failure.ts';
import { CONTOH_FOLDER } from './folders.ts';
import { createTerminal } from './terminal.ts';

/** `npm start`: the main job on sample deliveries of 36 offices, made on the spot. */
const SAMPLE = { pegawai: 20_000, benih: 'contoh', per: 20251001 as LocalDate } as const;

const terminal = createTerminal();
const kiriman = join(CONTOH_FOLDER, 'kiriman');
const hasil = join(CONTOH_FOLDER, 'hasil');
/** Says that the deliveries were written whole, and by which recipe. */
const mark = join(CONTOH_FOLDER, 'selesai.json');
const wanted = JSON.stringify({ ...SAMPLE, versi: SAMPLE_VERSION });

try {
  process.exitCode = await start();
} catch (error) {
  terminal.endProgress();
  terminal.sayProblem(describeFailure(error));
  process.exitCode = 1;
}

async function start(): Promise<number> {
  terminal.say(
    'Portal Pelayanan Kepegawaian: menyandingkan 36 Simpeg dengan data BKN (data buatan, bukan orang sungguhan).',
  );
  if (!existsSync(mark) || readFileSync(mark, 'utf8') !== wanted) {
    rmSync(CONTOH_FOLDER, { recursive: true, force: true });
    await generateSampleData({ ...SAMPLE, keluar: kiriman }, (done, total) =>
      terminal.progress('Membuat data contoh 20.000 pegawai (sekali saja)', done, total),
    );
    writeFileSync(mark, wanted);
  }
  const simpeg = readdirSync(join(kiriman, 'simpeg'))
    .filter((name) => /^\d{4}\.[^-]+$/.test(name))
    .toSorted()
    .map((name) => ({ instansi: name.slice(0, 4), berkas: join(kiriman, 'simpeg', name) }));
  const outcome = await runReconcile(
    {
      bkn: join(kiriman, 'bkn.csv'),
      simpeg,
      pemetaan: new Map(),
      keluar: hasil,
      timpa: true,
      per: SAMPLE.per,
      acuan: undefined,
    },
    terminal,
  );
  terminal.say(`Kiriman contoh: ${kiriman}`);
  terminal.say(
    `Coba sendiri: npm run -s portal -- rekonsiliasi --bkn "${join(kiriman, 'bkn.csv')}" --simpeg "6410=${join(kiriman, 'simpeg', '6410.xlsx')}" --keluar hasil`,
  );
  terminal.say('Semua perintah: npm run -s portal -- bantuan');
  return 'status' in outcome ? outcome.status : 2;
}
