import { mkdtempSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { BKN_INSTANSI } from '#identity';
import { checkTogether, type JobDeps } from '#findings';
import { addWholeDelivery, findDelivery, moveDelivery, type StoredDelivery } from '#intake';
import { addJob, type Database } from '#platform';
import { listDeliveries, makeSampleDeliveries, SAMPLE } from './sample-deliveries.ts';

const OLEH = 'sistem';
const PER = '2025-10-01';
/** The office whose accounts are tried: it has sent twice more since then. */
const KUDUS = { instansi: 6410, per: ['2025-11-01', '2025-12-01'] } as const;

export interface SampleFilling {
  readonly deps: JobDeps;
  readonly say: (line: string) => void;
  readonly progress: (label: string, done: number, total: number) => void;
}

/** Whether nobody has ever sent anything. */
export async function isEmptyPortal(database: Database): Promise<boolean> {
  const rows = await database.withContext({ lingkup: 'provinsi' }, (transaction) =>
    transaction.query('SELECT 1 FROM intake.kiriman LIMIT 1'),
  );
  return rows.length === 0;
}

/** Fills an empty portal with sample deliveries of all offices, published and reconciled. */
export async function fillWithSample(filling: SampleFilling): Promise<void> {
  const { deps, say, progress } = filling;
  say('Mengisi portal dengan data contoh (sekali saja, sekitar satu menit) ...');
  const sample = await makeSampleDeliveries((done, total) => progress('Membuat data contoh', done, total));
  const add = (instansi: number, path: string) => addSample(deps, instansi, path, PER);
  const bkn = await add(BKN_INSTANSI, sample.bkn);
  const simpeg: StoredDelivery[] = [];
  for (const { instansi, berkas } of sample.simpeg) simpeg.push(await add(Number(instansi), berkas));
  await checkTogether(deps, { bkn, simpeg, oleh: OLEH }, progress);
  await waitFor(deps, bkn, 'terbit');
  say('Data contoh terbit.');
}

/** Two more months of one office: the first is published, the second waits for somebody to publish it. */
export async function addLaterMonths({ deps }: SampleFilling): Promise<void> {
  const { generateSampleData } = await import('#sample-data');
  const folder = mkdtempSync(join(deps.files.folder, 'contoh-'));
  try {
    const instansi = [String(KUDUS.instansi)];
    await generateSampleData({ ...SAMPLE, keluar: folder, kiriman: KUDUS.per.length, instansi }, () => undefined);
    for (const [index, per] of KUDUS.per.entries()) {
      const [delivery] = listDeliveries(join(folder, 'kiriman', per.slice(0, 7)));
      if (!delivery) throw new Error('The sample has no later month');
      const stored = await addSample(deps, KUDUS.instansi, delivery.berkas, per);
      await ask(deps, stored, 'periksa');
      await waitFor(deps, stored, 'diperiksa');
      if (index > 0) continue;
      await ask(deps, stored, 'terbitkan');
      await waitFor(deps, stored, 'terbit');
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function addSample(deps: JobDeps, instansi: number, path: string, per: string): Promise<StoredDelivery> {
  const kiriman = await addWholeDelivery(deps.database, deps.files, {
    instansi,
    path,
    per,
    namaBerkas: basename(path),
    oleh: OLEH,
    pengirim: 'Data contoh',
  });
  const stored = await deps.database.withContext({ lingkup: 'instansi', instansi }, (transaction) =>
    findDelivery(transaction, instansi, kiriman),
  );
  if (!stored) throw new Error('A sample delivery is gone');
  return stored;
}

async function ask({ database }: JobDeps, { instansi, kiriman }: StoredDelivery, jenis: 'periksa' | 'terbitkan') {
  await database.withContext({ lingkup: 'instansi', instansi }, async (transaction) => {
    if (jenis === 'terbitkan') await moveDelivery(transaction, { instansi, kiriman }, 'terbitkan');
    await addJob(transaction, { instansi, jenis, sasaran: kiriman, oleh: OLEH });
  });
}

async function waitFor(
  { database }: JobDeps,
  { instansi, kiriman }: StoredDelivery,
  keadaan: StoredDelivery['keadaan'],
): Promise<void> {
  for (;;) {
    const now = await database.withContext({ lingkup: 'instansi', instansi }, (transaction) =>
      findDelivery(transaction, instansi, kiriman),
    );
    if (now?.keadaan === keadaan) return;
    if (!now || now.keadaan === 'ditolak' || now.keadaan === 'dibatalkan')
      throw new Error(`Data contoh tidak dapat diterbitkan: ${now?.pesan ?? 'kirimannya hilang'}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
