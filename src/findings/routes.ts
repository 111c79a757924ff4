import { z } from 'zod';
import { findField } from '#canonical';
import { accessOf, countTaken } from '#identity';
import { findPublished } from '#intake';
import { problem } from '#kernel/problem.ts';
import { recordEvent, RefusedRequest, type Server, type Transaction } from '#platform';
import { findPublication, listStamps, type Stamp } from '#registry';
import { labelOf } from './causes.ts';
import { addChangeRoutes } from './change-routes.ts';
import {
  causeList,
  CLASSES,
  differenceList,
  homeAnswer,
  peopleFilter,
  peopleOrder,
  type PersonList,
  personAnswer,
  personList,
  personNumberText,
  provinceAnswer,
  revealAnswer,
  revealRequest,
  searchAnswer,
} from './contract.ts';
import { formatPlace, parsePlace } from './cursor.ts';
import type { FindingsDeps } from './deps.ts';
import { addExportRoutes } from './export-routes.ts';
import { addJobRoutes } from './job-routes.ts';
import { createDisplay, describePairing, isMasked } from './display.ts';
import { listFacets, showCause, sumBalance, sumCauses } from './figures.ts';
import { describePerson, readPersonValues } from './person.ts';
import { addPeopleFacetRoutes } from './people-facet-routes.ts';
import { chooseDifferences, choosePeople, placeAfter } from './lists.ts';
import { findPerson, PAGE } from './queries.ts';
import { readIndexesAhead } from './read-ahead.ts';
import { showDifference, showPerson } from './shown-rows.ts';
import { listFigures, listPresent, listTrends } from './store.ts';

const instansi = z.coerce.number().int().optional();
const ofInstansi = z.object({ instansi });
const { cari } = peopleFilter;
const sesudah = z.string().max(2000).optional();
const personParams = z.object({ instansi: z.coerce.number().int(), orang: personNumberText });

const differenceQuery = z.object({
  instansi,
  sebab: z.string().max(200).optional(),
  bidang: z.string().max(100).optional(),
  kelas: z.enum(CLASSES).optional(),
  cari,
  orang: personParams.shape.orang.optional(),
  urut: z.literal('nama').optional(),
  sesudah,
});
const peopleQuery = z.object({
  instansi,
  ...peopleFilter,
  urut: peopleOrder.optional(),
  sesudah,
});

/** Causes shown at once. */
const CAUSES = 10;
const FOUND = 20;
/** Publications that a trend goes back. */
const TREND = 12;

/** `wakeExporter`: an export waits for its worker. */
export function addFindingsRoutes(server: Server, deps: FindingsDeps, wakeExporter: () => void): void {
  const { database, reference, indexes, batas } = deps;
  const display = createDisplay(reference);
  addExportRoutes(server, deps, wakeExporter);
  addJobRoutes(server, database);
  addChangeRoutes(server, deps);
  addPeopleFacetRoutes(server, deps);
  let endReading = async (): Promise<void> => undefined;
  server.addHook('onListen', async () => {
    endReading = readIndexesAhead(database, indexes, deps.onFault);
  });
  server.addHook('onClose', () => endReading());

  server.get(
    '/api/selisih/sebab',
    { config: { tindakan: 'selisih.lihat' }, schema: { querystring: ofInstansi, response: { 200: causeList } } },
    async (request) => {
      const { scope, instansi: asked } = accessOf(request);
      return database.readSnapshot(scope, async (transaction) => {
        const figures = await listFigures(transaction, asked);
        return {
          cap: await stampOf(transaction, asked),
          selisih: figures.reduce((sum, each) => sum + each.selisih, 0),
          orang: sumBalance(figures).berselisih,
          sebab: sumCauses(figures).map(showCause),
        };
      });
    },
  );

  server.get(
    '/api/selisih',
    {
      config: { tindakan: 'selisih.lihat' },
      schema: { querystring: differenceQuery, response: { 200: differenceList } },
    },
    async (request) => {
      const { scope, instansi: asked } = accessOf(request);
      const { query } = request;
      const place = parsePlace(query.sesudah);
      return database.readSnapshot(scope, async (transaction) => {
        const figures = await listFigures(transaction, asked);
        const choice = await chooseDifferences(transaction, indexes, figures, query);
        const rows = await choice.page(place, PAGE + 1);
        const last = rows[PAGE - 1];
        return {
          cap: await stampOf(transaction, asked),
          jumlah: choice.jumlah,
          orang: choice.orang,
          baris: rows.slice(0, PAGE).map((row) => showDifference(row, display)),
          lanjut: last && rows.length > PAGE ? formatPlace(placeAfter(last)) : null,
          segi: listFacets(choice.sebab, query),
        };
      });
    },
  );

  server.get(
    '/api/orang/:instansi/:orang',
    { config: { tindakan: 'pegawai.lihat' }, schema: { params: personParams, response: { 200: personAnswer } } },
    async (request) => {
      const { scope, pelaku } = accessOf(request);
      const { instansi: own, orang } = request.params;
      await countTaken(database, pelaku, 'orang', batas);
      return database.withContext(writable(scope, own), async (transaction) => {
        const person = await findPerson(transaction, own, orang);
        const publication = await findPublication(transaction, own);
        if (!person || !publication) throw new RefusedRequest(404, problem('ALAMAT_TIDAK_ADA'));
        await recordEvent(transaction, {
          instansi: own,
          pelaku: pelaku.penggunaId,
          tindakan: 'pegawai.lihat',
          sasaran: `orang/${orang}`,
        });
        const values = await readPersonValues(transaction, own, orang, publication);
        return {
          cap: stampFrom([publication]),
          instansi: own,
          namaInstansi: person.namaInstansi,
          orang,
          nama: person.nama,
          nip: person.nip,
          keadaan: person.keadaan,
          kalimat: describePairing(person.cara, person.dugaan),
          kelompok: describePerson(values, display),
        };
      });
    },
  );

  server.post(
    '/api/orang/:instansi/:orang/buka',
    {
      config: { tindakan: 'pegawai.buka-data-pribadi' },
      schema: { params: personParams, body: revealRequest, response: { 200: revealAnswer } },
    },
    async (request) => {
      const { scope, pelaku } = accessOf(request);
      const { instansi: own, orang } = request.params;
      const { bidang, alasan } = request.body;
      if (!findField(bidang))
        throw new RefusedRequest(400, problem('ISIAN_SALAH', { isian: 'bidang', sebab: 'tidak dikenal' }));
      if (!isMasked(bidang)) throw new RefusedRequest(400, problem('ISIAN_TIDAK_TERSAMAR', { isian: labelOf(bidang) }));
      await countTaken(database, pelaku, 'orang', batas);
      return database.withContext(writable(scope, own), async (transaction) => {
        const publication = await findPublication(transaction, own);
        const person = await findPerson(transaction, own, orang);
        if (!publication || !person) throw new RefusedRequest(404, problem('ALAMAT_TIDAK_ADA'));
        await recordEvent(transaction, {
          instansi: own,
          pelaku: pelaku.penggunaId,
          tindakan: 'pegawai.buka-data-pribadi',
          sasaran: `orang/${orang}`,
          rincian: { bidang, alasan },
        });
        const { simpeg, bkn } = await readPersonValues(transaction, own, orang, publication);
        return { simpeg: simpeg?.get(bidang) || null, bkn: bkn?.get(bidang) || null };
      });
    },
  );

  server.get(
    '/api/cari',
    {
      config: { tindakan: 'pegawai.lihat' },
      schema: {
        querystring: z.object({ instansi, q: z.string().trim().min(2).max(100) }),
        response: { 200: searchAnswer },
      },
    },
    async (request) => {
      const { scope, instansi: asked } = accessOf(request);
      return database.readSnapshot(scope, async (transaction) => {
        const present = await listPresent(transaction, asked);
        const choice = await choosePeople(transaction, indexes, present, { cari: request.query.q });
        const rows = await choice.page(undefined, FOUND);
        return {
          orang: rows.map(({ instansi: own, namaInstansi, orang, nama, nip, jabatan }) => ({
            instansi: own,
            namaInstansi,
            orang,
            nama,
            nip,
            jabatan: jabatan || null,
          })),
        };
      });
    },
  );

  server.get(
    '/api/pegawai',
    { config: { tindakan: 'pegawai.lihat' }, schema: { querystring: peopleQuery, response: { 200: personList } } },
    async (request): Promise<PersonList> => {
      const { scope, instansi: asked } = accessOf(request);
      const { query } = request;
      const place = parsePlace(query.sesudah);
      return database.readSnapshot(scope, async (transaction) => {
        const choice = await choosePeople(transaction, indexes, await listPresent(transaction, asked), query);
        const rows = await choice.page(place, PAGE + 1);
        const last = rows[PAGE - 1];
        return {
          cap: await stampOf(transaction, asked),
          jumlah: choice.jumlah,
          baris: rows.slice(0, PAGE).map((row) => showPerson(row, display)),
          lanjut: last && rows.length > PAGE ? formatPlace(placeAfter(last, query.urut)) : null,
        };
      });
    },
  );

  server.get(
    '/api/beranda',
    { config: { tindakan: 'selisih.lihat' }, schema: { querystring: ofInstansi, response: { 200: homeAnswer } } },
    async (request) => {
      const { scope, instansi: asked } = accessOf(request);
      return database.readSnapshot(scope, async (transaction) => {
        const figures = await listFigures(transaction, asked);
        const delivery = asked === undefined ? undefined : await findPublished(transaction, asked);
        return {
          cap: await stampOf(transaction, asked),
          neraca: sumBalance(figures),
          selisih: figures.reduce((sum, each) => sum + each.selisih, 0),
          sebab: sumCauses(figures).slice(0, CAUSES).map(showCause),
          kirimanTerakhir: delivery?.baris
            ? {
                kiriman: delivery.kiriman,
                namaBerkas: delivery.namaBerkas,
                per: delivery.per,
                ...delivery.baris,
              }
            : null,
        };
      });
    },
  );

  server.get(
    '/api/beranda/provinsi',
    { config: { tindakan: 'selisih.lihat' }, schema: { response: { 200: provinceAnswer } } },
    async (request) => {
      const { scope, instansi: asked } = accessOf(request);
      return database.readSnapshot(scope, async (transaction) => {
        const figures = await listFigures(transaction, asked);
        const publications = await listStamps(transaction, asked);
        const trends = await listTrends(transaction, TREND);
        const names = new Map(
          (
            await transaction.query<{ instansi: number; nama: string }>(
              'SELECT instansi_id AS instansi, nama FROM identity.instansi',
            )
          ).map((each) => [each.instansi, each.nama]),
        );
        const most = figures
          .flatMap((each) => each.sebab.map((cause) => ({ instansi: each.instansi, ...showCause(cause) })))
          .toSorted((a, b) => b.orang - a.orang || a.instansi - b.instansi);
        return {
          cap: stampFrom(publications),
          neraca: sumBalance(figures),
          selisih: figures.reduce((sum, each) => sum + each.selisih, 0),
          sebab: most.slice(0, CAUSES),
          baris: figures.map((each) => ({
            instansi: each.instansi,
            nama: names.get(each.instansi) ?? String(each.instansi),
            simpegPer: publications.find((one) => one.instansi === each.instansi)?.simpegPer ?? null,
            neraca: sumBalance([each]),
            selisih: each.selisih,
            selaras: [...(trends.get(each.instansi) ?? [])],
          })),
        };
      });
    },
  );
}

/** Reading a person leaves an event in the chain of the instansi, also where the reader sees all of them. */
function writable(scope: { readonly lingkup: string }, own: number) {
  if (scope.lingkup === 'acuan') throw new Error('People are read in a scope');
  return { lingkup: 'instansi', instansi: own } as const;
}

async function stampOf(transaction: Transaction, asked: number | undefined) {
  return stampFrom(await listStamps(transaction, asked));
}

/** From which data figures come: over several instansi the oldest Simpeg, for a sum is as old as its oldest part. */
function stampFrom(publications: readonly Stamp[]) {
  const dates = (pick: (publication: Stamp) => string | null): string[] =>
    publications
      .map(pick)
      .filter((date) => date !== null)
      .toSorted();
  return {
    simpeg: dates(({ simpegPer }) => simpegPer)[0] ?? null,
    bkn: dates(({ bknPer }) => bknPer).at(-1) ?? null,
    dihitung: dates(({ terbitPada }) => terbitPada).at(-1) ?? null,
  };
}
