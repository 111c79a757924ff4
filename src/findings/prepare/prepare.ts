import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LocalDate, parseIsoDate } from '#kernel/local-date.ts';
import { type Problem, problem } from '#kernel/problem.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import type { StructureChange, UnreadTable } from '#intake';
import { readRecipe, type RecipeVersion } from '#mapping';
import { reconcile } from '#reconcile';
import { openReference } from '#reference';
import { groupByInstansi, readResultRows } from './csv-rows.ts';
import {
  describeStack,
  learnedCodes,
  readChanges,
  readPeopleTables,
  recipePath,
  readResultSummary,
  type ResultSummary,
  unreadTables,
} from './result-tables.ts';
import { layOutWorkbench, WORKBENCH_FOLDER } from '../workbench/lay-out.ts';
import { layOutRefused } from '../workbench/lay-out-refused.ts';
import { type BknStage, readBknPeople, stageBkn } from './stage-bkn.ts';
import { type Figures, type SimpegStage, stageAlone, stageSimpeg } from './stage-findings.ts';

/** What has to be made ready: BKN's file, and the Simpegs' files that are held against it. Paths are of this machine. */
export interface PrepareInput {
  readonly bkn: { readonly berkas: string; readonly folder: string };
  readonly simpeg: readonly { readonly instansi: string; readonly berkas: string; readonly per: string | null }[];
  /** Instansi whose BKN people are laid out although their Simpeg sent nothing. */
  readonly tanpaSimpeg: boolean;
  /** Whether what the mapping workbench shows of each Simpeg's file is laid out as well. */
  readonly meja: boolean;
  /** Where the files for the database go, one folder an instansi. */
  readonly folder: string;
  readonly acuan: string | undefined;
  /** Folder of the recipe book. */
  readonly buku: string;
  /** File with the recipes that other instansi offer; see `readOffersFile`. */
  readonly tawaran: string;
}

/** What was made ready, by four-digit code of the instansi. */
export interface Prepared {
  readonly bkn: BknStage;
  readonly simpeg: Readonly<Record<string, PreparedSimpeg>>;
  readonly tanpaSimpeg: Readonly<Record<string, Figures>>;
}

export interface PreparedSimpeg extends SimpegStage {
  readonly struktur: StructureNote;
  /** Tables of people in the same file that were not read. */
  readonly takTerbaca: readonly UnreadTable[];
}

/** How the structure of a file was understood. */
export interface StructureNote {
  readonly cara: 'resep-cocok' | 'resep-bergeser' | 'usulan-baru';
  readonly kalimat: string;
  readonly versi: number | null;
  /** What is not as the book knows it; of a proposal nothing. */
  readonly perubahan: readonly StructureChange[];
}

export type OnPrepare = (tahap: string, selesai: number, dari: number) => void;

const MARK = 'siap.json';

/**
 * Reconciles and writes every row that publishing will need into files, so that publishing is one short transaction. What a run
 * finished stays: asked again for the same folder it answers at once, and a run that was killed begins anew.
 */
export async function prepare(input: PrepareInput, onProgress: OnPrepare): Promise<Result<Prepared, Problem>> {
  const done = readPrepared(input.folder);
  if (done) return ok(done);
  rmSync(input.folder, { recursive: true, force: true });
  mkdirSync(input.folder, { recursive: true });
  onProgress('Membaca data BKN', 0, 1);
  const bkn = await stageBkn({ ...input.bkn, acuan: input.acuan }, (rows) => onProgress('Membaca data BKN', rows, 0));
  if (!bkn.ok) return bkn;
  const simpeg = input.simpeg.length === 0 ? ok({}) : await reconcileAll(input, onProgress);
  if (!simpeg.ok) {
    await layOutForPerson(input, onProgress);
    return simpeg;
  }
  const tanpaSimpeg = input.tanpaSimpeg ? stageTheOthers(input, bkn.value, simpeg.value) : {};
  const whole: Prepared = { bkn: bkn.value, simpeg: simpeg.value, tanpaSimpeg };
  writeFileSync(join(input.folder, `${MARK}.baru`), JSON.stringify(whole));
  renameSync(join(input.folder, `${MARK}.baru`), join(input.folder, MARK));
  return ok(whole);
}

/** What a finished run left in a folder; undefined where none did. */
export function readPrepared(folder: string): Prepared | undefined {
  const mark = join(folder, MARK);
  return existsSync(mark) ? (JSON.parse(readFileSync(mark, 'utf8')) as Prepared) : undefined;
}

/** Where the workbench of a delivery lies that could not be read. */
export const refusedWorkbench = (folder: string): string => join(folder, 'ditolak', WORKBENCH_FOLDER);

/** A file in which no people were recognised is laid out for a person to map. */
async function layOutForPerson(
  { simpeg, meja, folder, bkn, acuan, tawaran }: PrepareInput,
  onProgress: OnPrepare,
): Promise<void> {
  const [only, ...others] = simpeg;
  if (!meja || !only || others.length > 0) return;
  onProgress('Menyiapkan meja pemetaan', 0, 0);
  await layOutRefused({
    folder: refusedWorkbench(folder),
    berkas: only.berkas,
    bkn: bkn.berkas,
    per: parseIsoDate(only.per ?? ''),
    reference: openReference(acuan),
    tawaran: readOffersFile(tawaran),
  });
}

/** Recipes that the server laid out for the process; none where it did not. */
const readOffersFile = (path: string): readonly RecipeVersion[] =>
  existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as RecipeVersion[]) : [];

type Staged = Readonly<Record<string, PreparedSimpeg>>;

async function reconcileAll(input: PrepareInput, onProgress: OnPrepare): Promise<Result<Staged, Problem>> {
  const { simpeg, acuan, buku, folder } = input;
  const hasil = join(folder, 'hasil');
  const per = parseIsoDate(
    simpeg
      .map((one) => one.per ?? '')
      .toSorted()
      .at(-1) ?? '',
  );
  const outcome = await reconcile(
    {
      bkn: input.bkn.berkas,
      simpeg,
      pemetaan: new Map(),
      buku,
      keluar: hasil,
      timpa: true,
      per,
      acuan,
      simpananBkn: join(input.bkn.folder, 'terbaca'),
      baris: true,
    },
    (stage, done, total) =>
      onProgress(stage === 'bkn' ? 'Membaca data BKN' : 'Menyandingkan dengan data BKN', done, total),
  );
  if (!outcome.ok) {
    const { code, values } = outcome.error;
    // of one delivery only why it cannot be read is of interest
    const isOwn = code === 'TANPA_KIRIMAN' && simpeg.length === 1;
    return isOwn
      ? fail(problem('KIRIMAN_DITOLAK', { sebab: String(values['sebab']).replace(/^\d{4}: /, '') }))
      : outcome;
  }
  const [refused] = outcome.value.refusals;
  if (refused) return fail(problem('KIRIMAN_DITOLAK', { instansi: refused.instansi, sebab: refused.sentence }));
  return stageAll(input, { hasil, per }, onProgress);
}

async function stageAll(
  input: PrepareInput,
  { hasil, per }: { readonly hasil: string; readonly per: LocalDate | undefined },
  onProgress: OnPrepare,
): Promise<Result<Staged, Problem>> {
  const summary = readResultSummary(hasil);
  const peopleOf = await readPeopleTables(hasil);
  const groups = groupByInstansi(readResultRows(join(hasil, 'selisih.csv')))[Symbol.asyncIterator]();
  let group = await groups.next();
  const stages: Record<string, PreparedSimpeg> = {};
  const ordered = input.simpeg.toSorted((a, b) => (a.instansi < b.instansi ? -1 : 1));
  for (const [done, { instansi, berkas }] of ordered.entries()) {
    onProgress('Menyiapkan data pegawai', done, ordered.length);
    const differences = group.done !== true && group.value[0]?.['instansi'] === instansi ? group.value : [];
    if (differences.length > 0) group = await groups.next();
    const stage = await stageSimpeg(
      {
        instansi,
        folder: join(input.folder, instansi),
        result: peopleOf(instansi),
        differences,
        bkn: readBknPeople(input.bkn.folder, instansi),
      },
      {
        berkas,
        pemetaan: recipePath(hasil, instansi),
        learned: learnedCodes(summary, instansi),
        acuan: input.acuan,
        per,
      },
    );
    if (!stage.ok) return stage;
    const struktur = structureOf(summary, hasil, instansi, stage.value);
    const isNew = struktur.cara === 'usulan-baru';
    let tawaran = '';
    if (input.meja) {
      const recipe = await readRecipe(recipePath(hasil, instansi));
      if (!recipe.ok) return recipe;
      const workbench = await layOutWorkbench({
        folder: join(input.folder, instansi, WORKBENCH_FOLDER),
        berkas,
        recipe: recipe.value,
        per,
        pairs: peopleOf(instansi).pairs,
        differences,
        bkn: input.bkn.berkas,
        tawaran: isNew ? readOffersFile(input.tawaran) : [],
      });
      if (workbench.tawaran) tawaran = ` Struktur ini sama dengan milik ${workbench.tawaran.instansi} instansi lain.`;
    }
    const kalimat = `${struktur.kalimat}${describeStack(summary, instansi)}${tawaran}`;
    const takTerbaca = unreadTables(summary, instansi);
    stages[instansi] = { ...stage.value, struktur: { ...struktur, kalimat }, takTerbaca };
  }
  return ok(stages);
}

const NO_KEY =
  'Kolom yang menunjukkan orangnya (NIP, NIP lama, NIK, atau nama dan tanggal lahir) tidak ditemukan. Tunjukkan kolom itu di pemetaan.';

/** Whether anybody can be told at all: by a number, or by name and birth. */
const knowsPeople = (bidang: readonly string[]): boolean =>
  ['nip', 'nip_lama', 'nik'].some((nama) => bidang.includes(nama)) ||
  ['nama', 'tanggal_lahir'].every((nama) => bidang.includes(nama));

function structureOf({ buku }: ResultSummary, hasil: string, instansi: string, stage: SimpegStage): StructureNote {
  const note = buku?.find((one) => one.instansi === instansi);
  if (note?.keadaan === 'dikenal' || note?.keadaan === 'bergeser') {
    const cara = note.keadaan === 'dikenal' ? 'resep-cocok' : 'resep-bergeser';
    const kalimat = note.kalimat.replace(/^./, (first) => first.toUpperCase());
    return { cara, kalimat, versi: note.versi, perubahan: readChanges(hasil, instansi) };
  }
  const { kolomDipakai, kolomSemua, bidang } = stage;
  if (!knowsPeople(bidang)) return { cara: 'usulan-baru', kalimat: NO_KEY, versi: null, perubahan: [] };
  const kalimat = `Struktur berkas ini belum dikenal. Portal mengusulkan arti ${kolomDipakai} dari ${kolomSemua} kolomnya.`;
  return { cara: 'usulan-baru', kalimat, versi: null, perubahan: [] };
}

function stageTheOthers(input: PrepareInput, bkn: BknStage, simpeg: Staged): Record<string, Figures> {
  const nothing = { pairs: new Map(), hanyaSimpeg: new Map(), hanyaBkn: new Map() };
  const alone = Object.keys(bkn.orang).filter((instansi) => !(instansi in simpeg));
  return Object.fromEntries(
    alone.map((instansi) => [
      instansi,
      stageAlone({
        instansi,
        folder: join(input.folder, instansi),
        result: nothing,
        differences: [],
        bkn: readBknPeople(input.bkn.folder, instansi),
      }),
    ]),
  );
}
