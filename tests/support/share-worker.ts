import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { makeSample, reconcileSample } from './sample-run.ts';
import { askShared, type Shared } from './shared.ts';

/** The thread of `share.ts` in which samples are made and reconciled. */

const { folder, ...thing } = workerData as Shared & { readonly folder: string };
if (thing.jenis === 'contoh') {
  await makeSample(folder, thing.pilihan);
  parentPort?.postMessage(folder);
} else if (thing.jenis === 'hasil') {
  const contoh = await askShared<string>({ jenis: 'contoh', pilihan: thing.pilihan });
  parentPort?.postMessage(await reconcileSample(contoh, join(folder, 'hasil')));
}
