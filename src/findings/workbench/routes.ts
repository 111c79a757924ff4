import { z } from 'zod';
import { accessOf } from '#identity';
import {
  addVersion,
  confirmVersion,
  type DeliveryFiles,
  findDelivery,
  keepTrial,
  listBook,
  listDeliveries,
  listWordOffers,
  moveDelivery,
  newestVersion,
  offerWords,
  shareableWords,
  type StoredDelivery,
  takeVersion,
} from '#intake';
import { problem } from '#kernel/problem.ts';
import { type ColumnEdit, editRecipe, parseReader, type Recipe, suggestReader } from '#mapping';
import { addJob, type Database, recordEvent, RefusedRequest, type Server, type Transaction } from '#platform';
import type { Reference } from '#reference';
import { labelOf } from '../causes.ts';
import { createDisplay, isMasked, maskValue } from '../display.ts';
import { folderOf, workbenchPath } from '../jobs/publication-files.ts';
import {
  bookAnswer,
  type BookAnswer,
  previewAnswer,
  previewRequest,
  type RecipeEdit,
  savedAnswer,
  saveRequest,
  trialAnswer,
  type TrialAnswer,
  workbenchAnswer,
} from './contract.ts';
import { SAMPLE_TABLE } from './lay-out.ts';
import { createShelf, type OpenWorkbench, readWorkbench } from './open-workbench.ts';
import { previewColumn } from './preview-column.ts';
import { runTask } from './run-task.ts';
import type { TrialResult } from './tasks.ts';
import { viewWorkbench } from './view.ts';

export interface WorkbenchDeps {
  readonly database: Database;
  readonly files: DeliveryFiles;
  readonly reference: Reference;
  readonly acuan: string | undefined;
  /** Tells the worker that there is work. */
  readonly wake: () => void;
}

const ofInstansi = z.object({ instansi: z.coerce.number().int() });
const ofDelivery = ofInstansi.extend({ kiriman: z.uuid() });
const ofVersion = ofInstansi.extend({ versi: z.coerce.number().int().positive() });

/** Earlier deliveries on which a version is tried. */
const MOST_TRIED = 3;

/** The mapping workbench: what a delivery's columns mean, tried on its own people before it acts. */
export function addWorkbenchRoutes(server: Server, deps: WorkbenchDeps): void {
  const { database, files, reference, wake } = deps;
  const display = createDisplay(reference);
  const openOf = createShelf(reference, deps.acuan);
  const folderFor = (kiriman: string): string => workbenchPath(files, kiriman);

  server.get(
    '/api/pemetaan/:instansi',
    { config: { tindakan: 'pemetaan.lihat' }, schema: { params: ofInstansi, response: { 200: bookAnswer } } },
    async (request) =>
      database.withContext(accessOf(request).scope, async (transaction) =>
        describeBook(transaction, request.params.instansi),
      ),
  );

  server.get(
    '/api/pemetaan/:instansi/:kiriman',
    { config: { tindakan: 'pemetaan.lihat' }, schema: { params: ofDelivery, response: { 200: workbenchAnswer } } },
    async (request) => {
      const { scope, pelaku } = accessOf(request);
      const { instansi, kiriman } = request.params;
      return database.withContext(scope, async (transaction) => {
        const delivery = await findChecked(transaction, instansi, kiriman);
        const workbench = readWorkbench(folderFor(kiriman));
        if (!workbench) throw new RefusedRequest(409, problem('PEMETAAN_BELUM_ADA'));
        await recordEvent(transaction, {
          instansi,
          pelaku: pelaku.penggunaId,
          tindakan: 'pemetaan.lihat',
          sasaran: `kiriman/${kiriman}`,
        });
        const [newest] = await listBook(transaction, instansi);
        const earlier = await listEarlier(transaction, instansi, kiriman);
        return viewWorkbench({
          delivery,
          workbench,
          versiBerikut: (newest?.nomor ?? 0) + 1,
          kirimanLama: earlier.length,
        });
      });
    },
  );

  server.post(
    '/api/pemetaan/:instansi/:kiriman/pratinjau',
    {
      config: { tindakan: 'pemetaan.lihat' },
      schema: { params: ofDelivery, body: previewRequest, response: { 200: previewAnswer } },
    },
    async (request) => {
      const { scope } = accessOf(request);
      const { instansi, kiriman } = request.params;
      const { ubahan, letak, mulai } = request.body;
      await database.withContext(scope, (transaction) => findChecked(transaction, instansi, kiriman));
      const open = await openOf(folderFor(kiriman));
      const recipe = await edited(open, ubahan);
      if (!recipe.kolom[letak]) throw badEdit(`baris ${letak + 1} tidak ada di pemetaan ini`);
      const offersOf = (kanonik: string) =>
        database.withContext(scope, (transaction) => listWordOffers(transaction, instansi, kanonik));
      return previewColumn(open, { recipe, letak, mulai, reference, display, offersOf });
    },
  );

  server.post(
    '/api/pemetaan/:instansi/:kiriman/simpan',
    {
      config: { tindakan: 'pemetaan.ubah' },
      schema: { params: ofDelivery, body: saveRequest, response: { 200: savedAnswer } },
    },
    async (request) => {
      const { scope, pelaku } = accessOf(request);
      const { instansi, kiriman } = request.params;
      const { ubahan, catatan } = request.body;
      const delivery = await database.withContext(scope, (transaction) => findChecked(transaction, instansi, kiriman));
      const recipe = await edited(await openOf(folderFor(kiriman)), ubahan);
      const { struktur, pemetaan } = await runTask({
        jenis: 'struktur',
        berkas: folderOf(files, delivery).berkas,
        recipe,
      });
      const oleh = { oleh: pelaku.penggunaId, pembuat: pelaku.nama };
      const versi = await database.withContext(scope, (transaction) =>
        addVersion(transaction, { instansi, kiriman, ...oleh, catatan, struktur, pemetaan }),
      );
      return { versi };
    },
  );

  server.post(
    '/api/pemetaan/:instansi/versi/:versi/uji',
    { config: { tindakan: 'pemetaan.ubah' }, schema: { params: ofVersion, response: { 200: trialAnswer } } },
    async (request) => {
      const { scope, pelaku } = accessOf(request);
      const { instansi, versi } = request.params;
      const { version, earlier } = await database.withContext(scope, async (transaction) => {
        const found = await takeVersion(transaction, instansi, versi);
        return { version: found, earlier: await listEarlier(transaction, instansi, found.kiriman) };
      });
      const { kiriman: _, isTried: __, ...after } = version;
      const kiriman: TrialAnswer['kiriman'] = [];
      for (const delivery of earlier) {
        const { berkas, meja } = folderOf(files, delivery);
        const before = readWorkbench(meja)?.recipe;
        if (!before) continue;
        const { per } = delivery;
        const result = await runTask({ jenis: 'uji', berkas, per, acuan: deps.acuan, before, after });
        kiriman.push(describeTrial(delivery, result));
      }
      await database.withContext(scope, (transaction) =>
        keepTrial(
          transaction,
          { instansi, nomor: versi },
          kiriman.map(({ contoh: ___, ...counts }) => counts),
          pelaku.penggunaId,
        ),
      );
      return { kiriman };
    },
  );

  server.post(
    '/api/pemetaan/:instansi/versi/:versi/sahkan',
    { config: { tindakan: 'pemetaan.ubah' }, schema: { params: ofVersion, response: { 200: bookAnswer } } },
    async (request) => {
      const { scope, pelaku } = accessOf(request);
      const { instansi, versi } = request.params;
      const answer = await database.withContext(scope, async (transaction) => {
        const version = await takeVersion(transaction, instansi, versi);
        const earlier = await listEarlier(transaction, instansi, version.kiriman);
        if (!version.isTried && earlier.length > 0)
          throw new RefusedRequest(409, problem('PEMETAAN_BELUM_DIUJI', { versi }));
        await confirmVersion(transaction, { instansi, nomor: versi }, { oleh: pelaku.penggunaId, nama: pelaku.nama });
        const counts = readWorkbench(folderFor(version.kiriman))?.isi ?? {};
        if ((await newestVersion(transaction, instansi)) === versi)
          await offerWords(transaction, instansi, shareableWords(version.pemetaan, counts));
        // what was checked by another recipe is checked again by this one
        const delivery = await findDelivery(transaction, instansi, version.kiriman);
        if (delivery?.keadaan === 'diperiksa') {
          const key = { instansi, kiriman: delivery.kiriman };
          await moveDelivery(transaction, key, 'petakan');
          await addJob(transaction, { instansi, jenis: 'periksa', sasaran: key.kiriman, oleh: pelaku.penggunaId });
        }
        return describeBook(transaction, instansi);
      });
      wake();
      return answer;
    },
  );

  /** Published deliveries of the instansi whose reading is at hand, the newest first. */
  async function listEarlier(
    transaction: Transaction,
    instansi: number,
    without: string,
  ): Promise<readonly StoredDelivery[]> {
    const rows = await listDeliveries(transaction, instansi);
    const published = rows.filter(
      ({ keadaan, kiriman }) =>
        (keadaan === 'terbit' || keadaan === 'digantikan') && kiriman !== without && readWorkbench(folderFor(kiriman)),
    );
    const found: StoredDelivery[] = [];
    for (const { kiriman } of published.slice(0, MOST_TRIED)) {
      const delivery = await findDelivery(transaction, instansi, kiriman);
      if (delivery) found.push(delivery);
    }
    return found;
  }

  /** The delivery's recipe with what a person changed; how a column is read is chosen where nobody said. */
  async function edited({ workbench, preview }: OpenWorkbench, ubahan: readonly RecipeEdit[]): Promise<Recipe> {
    const { recipe } = workbench;
    const edits: ColumnEdit[] = [];
    for (const { letak, kanonik, pembaca } of ubahan) {
      const column = recipe.kolom[letak];
      if (!column) throw badEdit(`baris ${letak + 1} tidak ada di pemetaan ini`);
      const { sumber } = column;
      const given = pembaca === undefined ? undefined : await parseReader(pembaca);
      if (pembaca !== undefined && !given) throw badEdit(`cara membaca kolom ${sumber} tidak dikenal`);
      const own = kanonik === null || kanonik === column.kanonik ? column.pembaca : undefined;
      const chosen =
        given ??
        own ??
        suggestReader(
          preview.source,
          { tabel: SAMPLE_TABLE, sumber, kanonik: kanonik ?? '' },
          { reference, evidence: preview.evidence },
        );
      edits.push({ letak, kanonik, pembaca: chosen });
    }
    const result = editRecipe(recipe, edits);
    if (!result.ok) throw badEdit(result.error);
    return result.value;
  }

  function describeTrial(delivery: StoredDelivery, result: TrialResult): TrialAnswer['kiriman'][number] {
    const { kiriman, namaBerkas, per } = delivery;
    const { perIsian, contoh, ...counts } = result;
    const perBidang = Object.entries(perIsian)
      .map(([bidang, sel]) => ({ bidang, label: labelOf(bidang), sel }))
      .toSorted((a, b) => b.sel - a.sel);
    return {
      kiriman,
      namaBerkas,
      per,
      ...counts,
      perBidang,
      contoh: contoh.map(({ baris, isian, sebelum, sesudah }) => {
        const show = (value: string): string => (isMasked(isian) ? maskValue(value) : display(isian, value));
        return isian === ''
          ? { baris, label: 'seluruh baris', sebelum: sebelum, sesudah }
          : { baris, label: labelOf(isian), sebelum: show(sebelum), sesudah: show(sesudah) };
      }),
    };
  }
}

const badEdit = (sebab: string): RefusedRequest => new RefusedRequest(400, problem('PEMETAAN_UBAHAN', { sebab }));

async function findChecked(transaction: Transaction, instansi: number, kiriman: string): Promise<StoredDelivery> {
  const found = await findDelivery(transaction, instansi, kiriman);
  if (!found) throw new RefusedRequest(404, problem('ALAMAT_TIDAK_ADA'));
  if (!found.hasil) throw new RefusedRequest(409, problem('PEMETAAN_BELUM_ADA'));
  return found;
}

async function describeBook(transaction: Transaction, instansi: number): Promise<BookAnswer> {
  const entries = await listBook(transaction, instansi);
  return { versi: entries.map(({ nomor, isTried, ...entry }) => ({ versi: nomor, diuji: isTried, ...entry })) };
}
