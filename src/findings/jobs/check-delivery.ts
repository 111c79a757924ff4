import { join } from 'node:path';
import { BKN_INSTANSI } from '#identity';
import {
  type CheckBase,
  type CheckResult,
  type Effect,
  findDelivery,
  findPublished,
  type GateProfile,
  judgeGates,
  markMappable,
  moveDelivery,
  stepOf,
  type StoredDelivery,
} from '#intake';
import { SLOTS } from '#mapping';
import { type Database, endJob, type JobHandler, recordEvent } from '#platform';
import {
  type ChangedPerson,
  countChangedFields,
  findPublication,
  listChangedPeople,
  measureEffect,
  type Sisi,
} from '#registry';
import { labelOf } from '../causes.ts';
import { keepChangedPeople, MOST_NAMED } from '../changed-people.ts';
import { type Prepared, type PreparedSimpeg, refusedWorkbench, type StructureNote } from '../prepare/prepare.ts';
import type { BknStage } from '../prepare/stage-bkn.ts';
import { runPrepare } from '../prepare/run-prepare.ts';
import { measureDifferences } from '../store.ts';
import { folderOf, keepReadings, keepRefused, loadComing } from './publication-files.ts';
import { type Base, type EngineFolders, prepareInput, readBase } from './read-base.ts';

export interface JobDeps extends EngineFolders {
  readonly database: Database;
}

/** The dry run: makes a publication ready, and tells what it would change. */
export function createCheck(deps: JobDeps): JobHandler {
  const { database, files } = deps;
  return async (job, { signal, report }) => {
    const scope = { lingkup: 'instansi', instansi: job.instansi } as const;
    const key = { instansi: job.instansi, kiriman: job.sasaran };
    const delivery = await database.withContext(scope, async (transaction) => {
      const found = await findDelivery(transaction, key.instansi, key.kiriman);
      if (found && stepOf(found.keadaan, 'periksa') !== undefined) {
        await moveDelivery(transaction, key, 'periksa');
        return found;
      }
      await endJob(transaction, job, 'dibatalkan');
      return undefined;
    });
    if (!delivery) return;
    const base = await database.withContext({ lingkup: 'provinsi' }, (transaction) => readBase(transaction, delivery));
    const input = prepareInput(deps, delivery, base);
    const prepared = await runPrepare(input, (tahap, selesai, dari) => report({ tahap, selesai, dari }), signal).catch(
      async (error: unknown) => {
        // a file that nobody could read is handed to a person, with the sentence why
        if (keepRefused(refusedWorkbench(input.folder), folderOf(files, delivery)))
          await database.withContext(scope, (transaction) => markMappable(transaction, key));
        throw error;
      },
    );
    report({ tahap: 'Menghitung akibat penerbitan', selesai: 0, dari: 0 });
    const hasil = await measure(deps, delivery, base, prepared);
    signal.throwIfAborted();
    await database.withContext(scope, async (transaction) => {
      await moveDelivery(transaction, key, 'lolos', { hasil });
      await recordEvent(transaction, {
        instansi: job.instansi,
        pelaku: job.oleh,
        tindakan: 'kiriman.periksa',
        sasaran: `kiriman/${job.sasaran}`,
        rincian: { dibaca: hasil.baris.dibaca, dikarantina: hasil.baris.dikarantina },
      });
      await endJob(transaction, job, 'selesai');
    });
  };

  async function measure(
    { database: db }: JobDeps,
    delivery: StoredDelivery,
    { dasar }: Base,
    prepared: Prepared,
  ): Promise<CheckResult> {
    const own = folderOf(files, delivery);
    const isBkn = delivery.instansi === BKN_INSTANSI;
    const stage = isBkn ? prepared.bkn : prepared.simpeg[String(delivery.instansi)];
    if (!stage) throw new Error('What was made ready lacks the delivery');
    const stageFolder = isBkn ? own.bkn : join(own.siap(dasar), String(delivery.instansi));
    keepReadings(stageFolder, own);
    const coming = { siap: own.siap(dasar), bkn: isBkn ? own.bkn : undefined, prepared };
    const change = await measureChange(db, coming, (people, hasSameOrder) =>
      keepChangedPeople(files, delivery.kiriman, people, hasSameOrder),
    );
    const lalu = await db.withContext({ lingkup: 'instansi', instansi: delivery.instansi }, (transaction) =>
      findPublished(transaction, delivery.instansi),
    );
    return resultOf(stage, change, lalu?.hasil?.profil, dasar);
  }
}

/** What a check tells of one file. Pure. */
export function resultOf(
  stage: BknStage | PreparedSimpeg,
  change: Change,
  lalu: GateProfile | undefined,
  dasar: CheckBase,
): CheckResult {
  const kolom = 'kolom' in stage ? stage.kolom : stage.bidang;
  const profil: GateProfile = { ...stage.profil, kolom, ...('sumber' in stage ? { sumber: stage.sumber } : {}) };
  const struktur = 'struktur' in stage ? stage.struktur : BKN_STRUCTURE;
  const ditanyakan = struktur.perubahan.filter((each) => each.ditanyakan).length;
  return {
    baris: { dibaca: stage.dibaca, diterima: stage.diterima, dikarantina: stage.karantina },
    struktur: {
      ...struktur,
      perubahan: [...struktur.perubahan],
      kolomDipakai: stage.kolomDipakai,
      kolomSemua: stage.kolomSemua,
    },
    gerbang: judgeGates({
      kini: profil,
      lalu,
      labelOf,
      struktur: { ...struktur, ditanyakan },
      takTerbaca: 'takTerbaca' in stage ? stage.takTerbaca : [],
      ...change,
    }),
    ...change,
    kolomBerubah: [...change.kolomBerubah],
    karantina: [...stage.awalKarantina],
    profil,
    dasar,
  };
}

const BKN_STRUCTURE: StructureNote = {
  cara: 'resep-cocok',
  kalimat: 'Ekspor Data ASN dari BKN.',
  versi: null,
  perubahan: [],
};

export interface Change {
  readonly akibat: Effect;
  readonly selisih: CheckResult['selisih'];
  readonly kolomBerubah: readonly { readonly bidang: string; readonly label: string; readonly orang: number }[];
}

/** What the first delivery of an instansi changes. Pure. */
export function firstChange(orang: number, selisih: number): Change {
  return {
    akibat: { sekarang: 0, baru: orang, hilang: 0, berubah: 0, tetap: 0, sesudah: orang },
    selisih: { tertutup: 0, baru: selisih, sesudah: selisih },
    kolomBerubah: [],
  };
}

const SUSUNAN = SLOTS.map(({ field }) => field.nama);

/** What publishing would change, over all instansi that it concerns; nothing is kept of the tables that this takes. */
export async function measureChange(
  database: Database,
  coming: Parameters<typeof loadComing>[1],
  onPeople: (people: readonly ChangedPerson[], hasSameOrder: boolean) => void,
): Promise<Change> {
  const { prepared, bkn } = coming;
  const sisi: Sisi = bkn === undefined ? 'simpeg' : 'bkn';
  const people = bkn === undefined ? Object.keys(prepared.simpeg) : Object.keys(prepared.bkn.orang);
  const akibat = { sekarang: 0, baru: 0, hilang: 0, berubah: 0, tetap: 0, sesudah: 0 };
  const selisih = { tertutup: 0, baru: 0, sesudah: 0 };
  const fields = new Map<string, number>();
  await database.withContexts(async (transaction) => {
    for (const instansi of people.map(Number)) {
      await transaction.enter({ lingkup: 'instansi', instansi });
      await loadComing(transaction, coming, instansi);
      addTo(akibat, await measureEffect(transaction, instansi, sisi));
      addTo(selisih, await measureDifferences(transaction, instansi));
      const now = await findPublication(transaction, instansi);
      if (sisi === 'simpeg') {
        const changed = await listChangedPeople(transaction, instansi, sisi, MOST_NAMED);
        onPeople(changed, now?.susunan.join() === SUSUNAN.join());
      }
      if (now?.susunan.join() !== SUSUNAN.join()) continue;
      for (const { bidang, orang } of await countChangedFields(transaction, instansi, sisi, SUSUNAN))
        fields.set(bidang, (fields.get(bidang) ?? 0) + orang);
    }
  });
  const kolomBerubah = [...fields]
    .map(([bidang, orang]) => ({ bidang, label: labelOf(bidang), orang }))
    .toSorted((a, b) => b.orang - a.orang || (a.bidang < b.bidang ? -1 : 1));
  return { akibat, selisih, kolomBerubah };
}

function addTo<Name extends string>(sum: Record<Name, number>, more: Readonly<Record<Name, number>>): void {
  for (const name of Object.keys(sum) as Name[]) sum[name] += more[name];
}
