// Scores the engine's answer on sample data from the command line; README.md beside this file tells how.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeSample, reconcileSample, type SampleChoice } from '../support/sample-run.ts';
import { formatScore, hasFaults } from './format-score.ts';
import { scoreRun } from './score.ts';

const BENTUK = `npm run -s nilai -- <kebenaran> <hasil>
npm run -s nilai -- --pegawai <n> --benih <kata> [--wadah csv] [--profil bersih|biasa|buruk] [--acuan <folder>] --folder <folder>
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pegawai: { type: 'string' },
    benih: { type: 'string' },
    wadah: { type: 'string' },
    profil: { type: 'string' },
    acuan: { type: 'string' },
    folder: { type: 'string' },
    semua: { type: 'boolean', default: false },
  },
});

const folders = await findFolders();
if (folders === undefined) {
  process.stderr.write(BENTUK);
  process.exitCode = 2;
} else {
  const [kebenaran, hasil] = folders;
  const score = scoreRun(kebenaran, hasil);
  process.stdout.write(formatScore(`Nilai ${hasil} atas ${kebenaran}`, score, values.semua));
  process.exitCode = hasFaults(score) ? 1 : 0;
}

/** The two folders as given, or of a sample that is made and reconciled now, unless it lies there already. */
async function findFolders(): Promise<readonly [kebenaran: string, hasil: string] | undefined> {
  const [kebenaran, hasil] = positionals;
  if (kebenaran !== undefined && hasil !== undefined) return [kebenaran, hasil];
  const { pegawai, benih, wadah, profil, acuan, folder } = values;
  if (pegawai === undefined || benih === undefined || folder === undefined) return undefined;
  if (wadah !== undefined && wadah !== 'csv') return undefined;
  if (profil !== undefined && profil !== 'bersih' && profil !== 'biasa' && profil !== 'buruk') return undefined;
  const contoh = join(folder, 'contoh');
  const choice: SampleChoice = {
    pegawai: Number(pegawai),
    benih,
    ...(wadah === undefined ? {} : { wadah }),
    ...(profil === undefined ? {} : { profil }),
    ...(acuan === undefined ? {} : { acuan }),
  };
  if (!existsSync(join(contoh, 'kebenaran', 'parameter.json'))) await makeSample(contoh, choice);
  const run = await reconcileSample(contoh, join(folder, 'hasil'));
  return [run.kebenaran, run.hasil];
}
