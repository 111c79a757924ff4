import { z } from 'zod';
import { accessOf, BKN_INSTANSI } from '#identity';
import {
  addVersion,
  findDelivery,
  findPublished,
  listBook,
  listWordOffers,
  readOffers,
  type StoredDelivery,
} from '#intake';
import { problem } from '#kernel/problem.ts';
import { recordEvent, RefusedRequest, type Server, type Transaction } from '#platform';
import { createDisplay } from '../display.ts';
import { folderOf, workbenchPath } from '../jobs/publication-files.ts';
import { applyChanges, refuseEdit } from './apply-changes.ts';
import { addBookRoutes, listEarlier } from './book-routes.ts';
import {
  baseRequest,
  filterPreview,
  filterPreviewRequest,
  previewAnswer,
  previewRequest,
  type RecipeChanges,
  savedAnswer,
  saveRequest,
  workbenchAnswer,
  type WorkbenchAnswer,
} from './contract.ts';
import type { WorkbenchDeps } from './deps.ts';
import { createShelf, readableColumns, readWorkbench } from './open-workbench.ts';
import { previewColumn } from './preview-column.ts';
import { previewFilter } from './preview-filter.ts';
import { runTask } from './run-task.ts';
import { viewWorkbench } from './view.ts';

const ofDelivery = z.object({ instansi: z.coerce.number().int(), kiriman: z.uuid() });

/** The mapping workbench: what a delivery's columns mean, tried on its own people before it acts. */
export function addWorkbenchRoutes(server: Server, deps: WorkbenchDeps): void {
  const { database, files, reference } = deps;
  addBookRoutes(server, deps);
  const display = createDisplay(reference);
  const openOf = createShelf(reference, deps.acuan);
  const folderFor = (kiriman: string): string => workbenchPath(files, kiriman);

  server.get(
    '/api/pemetaan/:instansi/:kiriman',
    { config: { tindakan: 'pemetaan.lihat' }, schema: { params: ofDelivery, response: { 200: workbenchAnswer } } },
    async (request) => {
      const { scope, pelaku } = accessOf(request);
      const { instansi, kiriman } = request.params;
      return database.withContext(scope, async (transaction) => {
        const delivery = await findMappable(transaction, instansi, kiriman);
        await recordEvent(transaction, {
          instansi,
          pelaku: pelaku.penggunaId,
          tindakan: 'pemetaan.lihat',
          sasaran: `kiriman/${kiriman}`,
        });
        return describe(transaction, delivery);
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
      const { letak, mulai, ...changes } = request.body;
      await database.withContext(scope, (transaction) => findMappable(transaction, instansi, kiriman));
      const open = await openOf(folderFor(kiriman));
      const recipe = await applyChanges(open, withoutFilters(changes), reference);
      if (!recipe.kolom[letak]) throw refuseEdit(`baris ${letak + 1} tidak ada di pemetaan ini`);
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
      const { catatan, ...changes } = request.body;
      const delivery = await database.withContext(scope, (transaction) => findMappable(transaction, instansi, kiriman));
      const open = await openOf(folderFor(kiriman));
      const recipe = await applyChanges(open, changes, reference);
      const { struktur, pemetaan } = await runTask({
        jenis: 'struktur',
        berkas: folderOf(files, delivery).berkas,
        recipe,
        riwayat: open.workbench.riwayat ?? [],
      });
      const oleh = { oleh: pelaku.penggunaId, pembuat: pelaku.nama };
      const versi = await database.withContext(scope, (transaction) =>
        addVersion(transaction, { instansi, kiriman, ...oleh, catatan, struktur, pemetaan }),
      );
      return { versi };
    },
  );

  server.post(
    '/api/pemetaan/:instansi/:kiriman/pratinjau-saringan',
    {
      config: { tindakan: 'pemetaan.lihat' },
      schema: { params: ofDelivery, body: filterPreviewRequest, response: { 200: filterPreview } },
    },
    async (request) => {
      const { instansi, kiriman } = request.params;
      const { saringan, mulai, ...changes } = request.body;
      await database.withContext(accessOf(request).scope, (transaction) =>
        findMappable(transaction, instansi, kiriman),
      );
      const open = await openOf(folderFor(kiriman));
      if (!readableColumns(open.workbench).has(saringan.sumber))
        throw refuseEdit(`kolom ${saringan.sumber} tidak ada di berkas`);
      const recipe = await applyChanges(open, withoutFilters(changes), reference);
      return previewFilter(open, { recipe, saringan, mulai, display });
    },
  );

  server.post(
    '/api/pemetaan/:instansi/:kiriman/dasar',
    {
      config: { tindakan: 'pemetaan.ubah' },
      schema: { params: ofDelivery, body: baseRequest, response: { 200: workbenchAnswer } },
    },
    async (request) => {
      const { scope, pelaku } = accessOf(request);
      const { instansi, kiriman } = request.params;
      const tabel = 'tabel' in request.body ? request.body.tabel : undefined;
      const { delivery, tawaran } = await database.withContext(scope, async (transaction) => ({
        delivery: await findMappable(transaction, instansi, kiriman),
        tawaran: await readOffers(transaction, instansi),
      }));
      // what is published keeps the workbench by which it was read
      if (delivery.keadaan !== 'diperiksa' && !delivery.dapatDipetakan)
        throw new RefusedRequest(
          409,
          problem('KIRIMAN_KEADAAN', { keadaan: delivery.keadaan, tindakan: 'dipetakan dari awal' }),
        );
      const bkn = await database.withContext({ lingkup: 'provinsi' }, (transaction) =>
        findPublished(transaction, BKN_INSTANSI),
      );
      if (!bkn) throw new RefusedRequest(409, problem('KIRIMAN_BKN_BELUM_TERBIT'));
      const { per } = delivery;
      const [{ berkas, meja }, people] = [folderOf(files, delivery), folderOf(files, bkn)];
      await runTask({
        jenis: 'dasar',
        berkas,
        per,
        acuan: deps.acuan,
        bkn: people.berkas,
        folder: meja,
        tawaran,
        tabel,
      });
      return database.withContext(scope, async (transaction) => {
        await recordEvent(transaction, {
          instansi,
          pelaku: pelaku.penggunaId,
          tindakan: tabel === undefined ? 'pemetaan.ambil-tawaran' : 'pemetaan.ganti-tabel',
          sasaran: `kiriman/${kiriman}`,
        });
        return describe(transaction, await findMappable(transaction, instansi, kiriman));
      });
    },
  );

  /** The workbench of a delivery as the browser gets it. */
  async function describe(transaction: Transaction, delivery: StoredDelivery): Promise<WorkbenchAnswer> {
    const { instansi, kiriman } = delivery;
    const workbench = readWorkbench(folderFor(kiriman));
    if (!workbench) throw new RefusedRequest(409, problem('PEMETAAN_BELUM_ADA'));
    const [newest] = await listBook(transaction, instansi);
    const earlier = await listEarlier(transaction, files, instansi, kiriman);
    return viewWorkbench({
      delivery,
      workbench,
      versiBerikut: (newest?.nomor ?? 0) + 1,
      kirimanLama: earlier.length,
    });
  }
}

/** A preview drops nobody, so a filter that is not finished yet must not stand in its way. */
const withoutFilters = ({ ubahan, aturan: { pilihan, gabung } }: RecipeChanges): RecipeChanges => ({
  ubahan,
  aturan: { pilihan, gabung },
});

async function findMappable(transaction: Transaction, instansi: number, kiriman: string): Promise<StoredDelivery> {
  const found = await findDelivery(transaction, instansi, kiriman);
  if (!found) throw new RefusedRequest(404, problem('ALAMAT_TIDAK_ADA'));
  if (!found.hasil && !found.dapatDipetakan) throw new RefusedRequest(409, problem('PEMETAAN_BELUM_ADA'));
  return found;
}
