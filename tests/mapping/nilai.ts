// Scores the proposal of mappings on structures that it has not learned from; README.md beside this file tells how.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openSource, type Source } from '../../src/formats/index.ts';
import { formatRecipe, proposeRecipe, type Recipe } from '../../src/mapping/index.ts';
import { openTabulation } from '../../src/reconcile/index.ts';
import { openReference } from '../../src/reference/index.ts';
import { chooseDisturbance, disturbTable } from './disturb.ts';
import { forgetSource } from './forget.ts';
import { listMisses } from './bars.ts';
import { addSources, formatTable, type SourceScore } from './format-table.ts';
import { makePeople } from './people.ts';
import { addScores, type MappingScore, scoreTable } from './score.ts';
import { addCrosswalks, type CrosswalkScore, scoreCrosswalks } from './score-crosswalk.ts';
import { loadStructures, STRUCTURES_FOLDER, type Structure } from './structures.ts';
import { makeUnseen } from './unseen.ts';
import { type Container, CONTAINERS, writeContainer } from './write-container.ts';
import {
  HISTORIES,
  HISTORIES_HELD_OUT,
  VENDORS_FIFTH,
  VENDORS_FOURTH,
  VENDORS_HELD_OUT,
  VENDORS_SIXTH,
  VENDORS_THIRD,
  VENDORS_TO_PRACTISE,
  VENDORS_TO_TUNE,
} from './vendors/read-vendors.ts';

const { values } = parseArgs({
  options: {
    benih: { type: 'string', default: 'a' },
    pegawai: { type: 'string', default: '500' },
    /** Folder of structures; the public ones unless it is given. */
    struktur: { type: 'string', default: STRUCTURES_FOLDER },
    /** Score only this source, in this process, and print its score as JSON. */
    sumber: { type: 'string' },
    /** Count what was learned from the source under test as well. */
    ingat: { type: 'boolean', default: false },
    salah: { type: 'boolean', default: false },
    /** What the tables are written as. */
    wadah: { type: 'string', default: 'csv' },
    /** Groups to score, by their keys, with commas between; without it all that have been looked at. */
    kelompok: { type: 'string' },
    /** What is made worse about every delivery, so that certainty is tried where it is tempted. */
    gangguan: { type: 'string' },
  },
});

interface Group {
  readonly key: string;
  readonly title: string;
  readonly structures: () => readonly Structure[];
  /** Nobody has looked at its score yet: only scored where it is named. */
  readonly isUnseen?: true;
}

const container = chooseContainer(values.wadah);
const disturbance = values.gangguan === undefined ? undefined : chooseDisturbance(values.gangguan);

const NOTHING_FOUND: Omit<Recipe, 'entitas'> = {
  berkas: '',
  tabel: '',
  baris: 0,
  kolom: [],
  rahasia: [],
  saring: [],
  gabung: [],
  pilihan: [],
};

const GIVEN = 'diberikan';
const GROUPS: readonly Group[] = [
  { key: GIVEN, title: 'Struktur yang diberikan', structures: () => loadStructures(values.struktur) },
  { key: 'rekaan', title: `Struktur rekaan, benih ${values.benih}`, structures: () => makeUnseen(values.benih) },
  { key: 'vendor', title: 'Vendor rekaan, paruh pertama', structures: () => VENDORS_TO_TUNE },
  { key: 'tahan', title: 'Vendor rekaan, paruh kedua', structures: () => VENDORS_HELD_OUT },
  { key: 'ketiga', title: 'Vendor rekaan, angkatan ketiga', structures: () => VENDORS_THIRD },
  { key: 'latihan', title: 'Vendor rekaan, latihan', structures: () => VENDORS_TO_PRACTISE },
  { key: 'riwayat', title: 'Riwayat berdiri sendiri, paruh pertama', structures: () => HISTORIES },
  { key: 'riwayat-tahan', title: 'Riwayat berdiri sendiri, paruh kedua', structures: () => HISTORIES_HELD_OUT },
  { key: 'keempat', title: 'Vendor rekaan, angkatan keempat', structures: () => VENDORS_FOURTH, isUnseen: true },
  { key: 'kelima', title: 'Vendor rekaan, angkatan kelima', structures: () => VENDORS_FIFTH, isUnseen: true },
  { key: 'keenam', title: 'Vendor rekaan, angkatan keenam', structures: () => VENDORS_SIXTH, isUnseen: true },
];

if (values.sumber === undefined) await scoreAll();
else process.stdout.write(JSON.stringify(await scoreSource(values.sumber)));

function chooseContainer(wadah: string): Container {
  const known = CONTAINERS.find((each) => each === wadah);
  if (known === undefined) throw new Error(`--wadah: ${CONTAINERS.join(', ')}`);
  return known;
}

/** Every source in a process of its own: what is forgotten stays forgotten. */
async function scoreAll(): Promise<void> {
  const wanted = values.kelompok?.split(',');
  const groups = GROUPS.filter(({ key, isUnseen }) => wanted?.includes(key) ?? isUnseen !== true).map((group) => ({
    ...group,
    sources: [...new Set(group.structures().map(({ source }) => source))],
  }));
  const waiting = groups.flatMap(({ sources }) => sources);
  const scores = new Map<string, SourceScore>();
  const work = async (): Promise<void> => {
    for (let source = waiting.shift(); source !== undefined; source = waiting.shift()) {
      scores.set(source, await inOwnProcess(source));
    }
  };
  await Promise.all([work(), work()]);
  for (const { key, title, sources } of groups) {
    const inOrder = sources.flatMap((source) => scores.get(source) ?? []);
    if (inOrder.length === 0) continue;
    process.stdout.write(formatTable(title, inOrder, values.salah));
    if (key === GIVEN && listMisses(addSources(inOrder)).length > 0) process.exitCode = 1;
  }
}

function inOwnProcess(source: string): Promise<SourceScore> {
  const args = [fileURLToPath(import.meta.url), ...process.argv.slice(2), '--sumber', source];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const parts: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => parts.push(part));
  return new Promise((resolve, reject) => {
    child.on('close', (status) =>
      status === 0
        ? resolve(JSON.parse(Buffer.concat(parts).toString()) as SourceScore)
        : reject(new Error(`The score of ${source} ended with status ${status}`)),
    );
  });
}

async function scoreSource(source: string): Promise<SourceScore> {
  const group = GROUPS.find(({ structures }) => structures().some((each) => each.source === source));
  const structures = group?.structures() ?? [];
  const forgotten = group?.key === GIVEN && !values.ingat ? await forgetSource(source, structures) : undefined;
  const { office, bkn } = makePeople(values.benih, Number(values.pegawai), disturbance === 'basi');
  const folder = mkdtempSync(join(tmpdir(), 'nilai-pemetaan-'));
  try {
    const bknPath = join(folder, 'bkn.csv');
    writeFileSync(bknPath, bkn);
    const [withBkn, without]: [MappingScore[], MappingScore[]] = [[], []];
    const silang: CrosswalkScore[] = [];
    const tabulate = await openCrosswalks(bknPath);
    const variants = structures
      .filter((each) => each.source === source)
      .flatMap((each) => disturbTable(disturbance, each, office, values.benih));
    for (const [number, { structure, filled }] of variants.entries()) {
      const own = join(folder, String(number));
      mkdirSync(own);
      const wadah = structure.container === undefined ? container : chooseContainer(structure.container);
      const path = await writeContainer(wadah, structure, filled, own);
      without.push(scoreTable(await propose(structure, path), filled));
      const recipe = await propose(structure, path, await open(bknPath));
      withBkn.push(scoreTable(recipe, filled));
      if (structure.entity !== 'pegawai' || disturbance !== undefined) continue;
      const pemetaan = join(own, 'pemetaan.json');
      writeFileSync(pemetaan, formatRecipe(recipe));
      const table = await tabulate({ instansi: '6410', simpeg: path, pemetaan, silang: [] });
      if (table.ok) silang.push(scoreCrosswalks(table.value.rows, filled.ids));
    }
    return {
      source,
      tables: without.length,
      forgotten,
      withBkn: addScores(withBkn),
      without: addScores(without),
      silang: addCrosswalks(silang),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function openCrosswalks(bknPath: string) {
  const tabulation = await openTabulation(bknPath, undefined);
  if (!tabulation.ok) throw new Error(tabulation.error.code);
  return tabulation.value;
}

async function open(path: string): Promise<Source> {
  const source = await openSource(path);
  if (!source.ok) throw new Error(`${path}: ${source.error.code}`);
  return source.value;
}

async function propose(structure: Structure, path: string, bkn?: Source): Promise<Recipe> {
  const source = await open(path);
  const recipe = await proposeRecipe(source, {
    reference: openReference(),
    whole: true,
    ...(structure.entity === 'pegawai' ? {} : { tabel: source.tables[0]?.name ?? '' }),
    ...(bkn ? { bkn } : {}),
  });
  if (recipe.ok) return recipe.value;
  // a refused table has found nothing; the others of its group are scored all the same
  process.stderr.write(`${structure.slug}: ${recipe.error.code}\n`);
  return { ...NOTHING_FOUND, entitas: structure.entity };
}
