import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { closeSource, type Source } from '#formats';
import { describeProblem, type Problem, problem } from '#kernel/problem.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import { compareText } from '#kernel/text.ts';
import { createUnderstand, fitRecipe, openDelivered, readRecipe, type Recipe } from '#mapping';
import { openReference } from '#reference';
import { buildPacket } from './build-packet.ts';
import { withoutFormulas } from './csv-safe.ts';
import { type Decisions, readDecisions } from './decisions.ts';
import type { Packet } from './packet.ts';
import {
  deliveryIn,
  findDelivery,
  plainPath,
  readPairedRows,
  readResultSummary,
  type ResultSummary,
} from './result-files.ts';
import { type Bentuk, writePacket } from './write-packet.ts';

export interface CorrectionOptions {
  readonly selisih: string;
  readonly pemetaan: string;
  readonly bentuk: Bentuk;
  readonly keluar: string;
  readonly timpa: boolean;
  /** The delivery that was reconciled, and whose it is; found by the result's summary where it is not given. */
  readonly simpeg?: { readonly instansi: string | undefined; readonly berkas: string } | undefined;
  /** Table of pairs; by default the one beside the differences. */
  readonly pasangan?: string | undefined;
  readonly acuan: string | undefined;
  readonly onProgress?: (done: number, total: number) => void;
}

/** ringkasan.json of a packet; keys are part of the command's contract. */
export interface CorrectionSummary {
  readonly instansi: string;
  readonly berkas: string;
  readonly bentuk: Bentuk;
  /** Lines of selisih.csv: read = written + not written + left as undecided + of other governments. */
  readonly selisih: {
    readonly dibaca: number;
    readonly ditulis: number;
    readonly tidak_ditulis: number;
    readonly dibiarkan: number;
    readonly instansi_lain: number;
  };
  readonly baris_diubah: number;
  /** New rows of histories. */
  readonly baris_ditambah: number;
  readonly kolom_diubah: Readonly<Record<string, number>>;
  readonly alasan: readonly { readonly kode: string; readonly jumlah: number; readonly alasan: string }[];
  /** What to know of the tables before running the packet. */
  readonly catatan: readonly string[];
  readonly hasil: readonly string[];
}

const PARTS_FOLDER = '.bagian';
const PACKET_FILE = /^(?:perbaikan|batal|tambah|hapus)(?:-.*)?\.(?:csv|xlsx|sql)$/;

/** Writes a packet of corrections in the source's own columns, codes and forms into a folder. */
export async function writeCorrections(options: CorrectionOptions): Promise<Result<CorrectionSummary, Problem>> {
  const { keluar, timpa, pemetaan } = options;
  const isEmpty = !existsSync(keluar) || readdirSync(keluar).every((name) => name === PARTS_FOLDER);
  if (!isEmpty && !timpa) return fail(problem('FOLDER_TIDAK_KOSONG', { folder: keluar }));
  const recipe = await readRecipe(pemetaan, basename(pemetaan));
  if (!recipe.ok) return recipe;
  const folder = dirname(options.selisih);
  const result = readResultSummary(join(folder, 'ringkasan.json'));
  const delivery = await locateDelivery(options, recipe.value, result);
  if (!delivery) return fail(problem('PERBAIKAN_TANPA_KIRIMAN'));
  const decisions = await readDecisions(options.selisih, delivery.instansi ?? instansiIn(pemetaan));
  if (!decisions.ok) return decisions;
  const { kiriman } = delivery;
  const source = await openDelivered(delivery.berkas);
  if (!source.ok) return source;
  try {
    const fitted = fitRecipe(source.value, recipe.value);
    // a packet is for the very table that was reconciled, never for one that merely looks like it
    const own = fitted.recipe.tabel === recipe.value.tabel ? fitted.recipe : recipe.value;
    return await writeFrom(
      fitted.source,
      { recipe: own, decisions: decisions.value, kiriman, result, folder },
      options,
    );
  } finally {
    await closeSource(source.value);
  }
}

/** The delivery that was named, or the one that the recipe belongs to; `kiriman` as far as it is known. */
async function locateDelivery(
  { simpeg, pemetaan, selisih }: CorrectionOptions,
  { berkas }: Recipe,
  result: ResultSummary,
) {
  if (!simpeg) {
    const instansi = instansiIn(pemetaan) ?? (await soleInstansi(selisih));
    return findDelivery(result, { pemetaan, berkas, instansi });
  }
  const path = plainPath(simpeg.berkas);
  const listed = result.berkas.filter((each) => resolve(plainPath(each.berkas)) === resolve(path));
  const own = listed.find(({ instansi }) => simpeg.instansi === undefined || simpeg.instansi === instansi);
  return { ...simpeg, berkas: path, kiriman: own?.kiriman ?? deliveryIn(pemetaan) };
}

/** The government of the differences, where they are of one only. */
async function soleInstansi(selisih: string): Promise<string | undefined> {
  const decisions = await readDecisions(selisih, undefined);
  return decisions.ok && decisions.value.instansi !== '' ? decisions.value.instansi : undefined;
}

interface Findings {
  readonly recipe: Recipe;
  readonly decisions: Decisions;
  /** Which of the deliveries of the reconciliation it is, where that is known. */
  readonly kiriman: string | undefined;
  readonly result: ResultSummary;
  /** Where the result lies. */
  readonly folder: string;
}

async function writeFrom(
  source: Source,
  { recipe, decisions, kiriman, result, folder }: Findings,
  options: CorrectionOptions,
): Promise<Result<CorrectionSummary, Problem>> {
  const { keluar, bentuk } = options;
  const { dialect } = source;
  if (bentuk === 'sql' && dialect.kind !== 'sql') {
    return fail(problem('PERBAIKAN_BUKAN_DUMP', { berkas: basename(source.path) }));
  }
  if (bentuk === 'sql' && dialect.kind === 'sql' && dialect.isSqlserver) return fail(problem('PERBAIKAN_SQLSERVER'));
  if (bentuk === 'sql' && (recipe.susun?.length ?? 0) > 1) {
    return fail(problem('PERBAIKAN_TABEL_DISUSUN', { tabel: recipe.susun?.join(', ') ?? '' }));
  }
  const { instansi, accepted } = decisions;
  const built = await buildPacket({
    source,
    recipe,
    decisions,
    paired: await readPairedRows(
      options.pasangan ?? join(folder, 'pasangan.csv'),
      { instansi, kiriman },
      new Set(accepted.map(({ nip }) => nip)),
    ),
    learned: result.learned(instansi, kiriman),
    per: result.per,
    understand: createUnderstand(openReference(options.acuan)),
    onProgress: options.onProgress ?? (() => undefined),
  });
  if (!built.ok) return built;
  const packet = bentuk === 'csv' ? withoutFormulas(built.value, decisions.accepted) : built.value;
  const bagian = join(keluar, PARTS_FOLDER);
  rmSync(bagian, { recursive: true, force: true });
  mkdirSync(bagian, { recursive: true });
  try {
    const isMysql = dialect.kind === 'sql' && dialect.backslash;
    const hasil = await writePacket(packet, bentuk, isMysql ? 'mysql' : 'postgres', bagian);
    const summary = summarise(packet, decisions, bentuk, hasil);
    writeFileSync(join(bagian, 'ringkasan.json'), `${JSON.stringify(summary, null, 2)}\n`);
    // A packet of another form that lay here before would be taken for a part of this one.
    for (const name of readdirSync(keluar)) if (PACKET_FILE.test(name)) rmSync(join(keluar, name));
    for (const name of [...hasil, 'ringkasan.json']) renameSync(join(bagian, name), join(keluar, name));
    return ok(summary);
  } finally {
    rmSync(bagian, { recursive: true, force: true });
  }
}

/** A recipe of a reconciliation is called after its government. */
const instansiIn = (pemetaan: string): string | undefined => deliveryIn(pemetaan)?.slice(0, 4);

function notesOnFiles({ added }: Packet, bentuk: Bentuk): readonly string[] {
  if (added.length === 0) return [];
  const berkas = bentuk === 'xlsx' ? 'lembar yang diawali "tambah"' : 'berkas yang diawali "tambah"';
  return [describeProblem(problem('CATATAN_TAMBAH', { berkas }))];
}

function summarise(packet: Packet, decisions: Decisions, bentuk: Bentuk, hasil: readonly string[]): CorrectionSummary {
  const reasons = Map.groupBy(packet.leftOut, ({ problem: { code } }) => code);
  const kolom = Map.groupBy(
    packet.changes.flatMap(({ tabel, columns }) =>
      columns.map(({ column }) => `${tabel}.${packet.tables.get(tabel)?.columns[column] ?? ''}`),
    ),
    (name) => name,
  );
  return {
    instansi: packet.instansi,
    berkas: packet.berkas,
    bentuk,
    selisih: {
      dibaca: decisions.dibaca,
      ditulis: packet.ditulis,
      tidak_ditulis: packet.leftOut.length,
      dibiarkan: decisions.dibiarkan,
      instansi_lain: decisions.instansiLain,
    },
    baris_diubah: new Set(packet.changes.map(({ tabel, kunci }) => JSON.stringify([tabel, kunci]))).size,
    baris_ditambah: packet.added.length,
    kolom_diubah: Object.fromEntries(
      [...kolom].map(([name, list]): [string, number] => [name, list.length]).toSorted(([a], [b]) => compareText(a, b)),
    ),
    alasan: [...reasons]
      .toSorted(([a], [b]) => compareText(a, b))
      .map(([kode, list]) => ({
        kode,
        jumlah: list.length,
        alasan: list[0]
          ? describeProblem({
              ...list[0].problem,
              values: { ...list[0].problem.values, jenis: 'lihat tidak-ditulis.csv' },
            })
          : '',
      })),
    // What a database does by itself matters to those who run statements.
    catatan: bentuk === 'sql' ? packet.catatan : notesOnFiles(packet, bentuk),
    hasil,
  };
}
