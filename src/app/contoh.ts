import { dirname, join } from 'node:path';
import { runReconcile } from './commands/rekonsiliasi.ts';
import { describeFailure } from './failure.ts';
import { CONTOH_FOLDER } from './folders.ts';
import { makeSampleDeliveries, SAMPLE } from './sample/deliveries.ts';
import { createTerminal } from './terminal.ts';

/** `npm run contoh`: the main job on sample deliveries of 36 offices, made on the spot. */
const terminal = createTerminal();

try {
  process.exitCode = await runSample();
} catch (error) {
  terminal.endProgress();
  terminal.sayProblem(describeFailure(error));
  process.exitCode = 1;
}

async function runSample(): Promise<number> {
  terminal.say(
    'Portal Pelayanan Kepegawaian: menyandingkan 36 Simpeg dengan data BKN (data buatan, bukan orang sungguhan).',
  );
  const { bkn, simpeg } = await makeSampleDeliveries((done, total) =>
    terminal.progress('Membuat data contoh 20.000 pegawai (sekali saja)', done, total),
  );
  const kiriman = dirname(bkn);
  const outcome = await runReconcile(
    {
      bkn,
      simpeg,
      pemetaan: new Map(),
      keluar: join(CONTOH_FOLDER, 'hasil'),
      timpa: true,
      per: SAMPLE.per,
      acuan: undefined,
    },
    terminal,
  );
  terminal.say(`Kiriman contoh: ${kiriman}`);
  terminal.say(
    `Coba sendiri: npm run -s portal -- rekonsiliasi --bkn "${bkn}" --simpeg "6410=${join(kiriman, 'simpeg', '6410.xlsx')}" --keluar hasil`,
  );
  terminal.say('Semua perintah: npm run -s portal -- bantuan');
  return 'status' in outcome ? outcome.status : 2;
}
