// `petakan` of a wide table with BKN's file and without, each in a process of its own; see README.md.
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fillStructure } from '../tests/mapping/fill.ts';
import { makePeople } from '../tests/mapping/people.ts';
import { loadStructures, type Structure } from '../tests/mapping/structures.ts';
import { makeUnseen } from '../tests/mapping/unseen.ts';
import { atMost, cpuOf, HASIL, median, peakOf, printBars, printRuns, saveResult, wallOf } from './lib/figures.ts';
import { AS_ENGINE, interleave, measureNode } from './lib/measure.ts';
import { readOptions } from './lib/options.ts';

const SEED = 'ukur';
const PEOPLE = 12_000;
const COLUMNS = 185;

const { ulang } = readOptions(process.argv.slice(2));
const structure = wideStructure();
const folder = makeFiles();
const own = join(folder, 'pegawai.csv');
const cli = join(import.meta.dirname, '..', 'src', 'app', 'cli.ts');
const petakan = (more: readonly string[]) => () => measureNode([cli, 'petakan', own, ...more], AS_ENGINE);
const runs = interleave({ 'with BKN': petakan(['--bkn', join(folder, 'bkn.csv')]), 'without BKN': petakan([]) }, ulang);
const withBkn = runs['with BKN'];
const bars = [
  atMost('wall with BKN, s', 3, median(withBkn.map(wallOf))),
  atMost('CPU with BKN, s', 3, median(withBkn.map(cpuOf))),
  atMost('peak memory, GB', 0.4, peakOf(withBkn)),
];
console.log(`\n${structure.slug}: ${structure.columns.length} columns x ${PEOPLE} people, median of ${ulang}`);
printRuns(runs);
printBars(bars);
saveResult('pemetaan', { structure: structure.slug, runs, bars });

/** The widest of the public structures, or where they are absent the columns of several invented ones beside each other. */
function wideStructure(): Structure {
  const given = loadStructures().find(({ entity, columns }) => entity === 'pegawai' && columns.length >= COLUMNS);
  if (given) return given;
  const names = new Set<string>();
  const columns = makeUnseen(SEED)
    .flatMap((each) => each.columns)
    .filter(({ name }) => !names.has(name) && names.add(name))
    .slice(0, COLUMNS);
  return { slug: 'rekaan', source: 'rekaan', entity: 'pegawai', table: 'data', columns };
}

function makeFiles(): string {
  const made = join(HASIL, 'data', `pemetaan-${structure.slug}-${PEOPLE}`);
  if (existsSync(made)) return made;
  process.stderr.write(`Making ${PEOPLE} people, once ...\n`);
  mkdirSync(`${made}.part`, { recursive: true });
  const { office, bkn } = makePeople(SEED, PEOPLE);
  writeFileSync(join(`${made}.part`, 'pegawai.csv'), fillStructure(structure, office, SEED).csv);
  writeFileSync(join(`${made}.part`, 'bkn.csv'), bkn);
  renameSync(`${made}.part`, made);
  return made;
}
