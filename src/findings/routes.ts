import { z } from 'zod';
import { accessOf } from '#identity';
import { findPublished } from '#intake';
import { problem } from '#kernel/problem.ts';
import { type Database, recordEvent, RefusedRequest, type Server, type Transaction } from '#platform';
import type { Reference } from '#reference';
import { findPublication, listPublications, type StoredPublication } from '#registry';
import { describeCause, labelOf } from './causes.ts';
import {
  causeList,
  CLASSES,
  differenceList,
  homeAnswer,
  type PersonList,
  personAnswer,
  personList,
  provinceAnswer,
  revealAnswer,
  revealRequest,
  searchAnswer,
} from './contract.ts';
import { formatPlace, parsePlace } from './cursor.ts';
import { createDisplay, describePairing, isMasked, maskValue } from './display.ts';
import { countFiltered, listFacets, showCause, sumBalance, sumCauses } from './figures.ts';
import { describePerson, readPersonValues } from './person.ts';
import {
  countFound,
  countFoundDifferences,
  findPeople,
  type Found,
  pageDifferences,
  pageFound,
  pageFoundDifferences,
  pagePeople,
} from './lists.ts';
import { createPeopleIndexes } from './people-index.ts';
import { type DifferenceQuery, findPerson, PAGE } from './queries.ts';
import { listFigures, listPresent, listTrends } from './store.ts';

export interface FindingsDeps {
  readonly database: Database;
  readonly reference: Reference;
}

const instansi = z.coerce.number().int().optional();
const ofInstansi = z.object({ instansi });
const cari = z.string().trim().min(2).max(100).optional();
const sesudah = z.string().max(2000).optional();
const personParams = z.object({ instansi: z.coerce.number().int(), orang: z.string().regex(/^\d{1,20}$/) });
const STATES = ['berpasangan', 'hanya-simpeg', 'hanya-bkn'] as const;

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
const peopleQuery = z.object({ instansi, keadaan: z.enum(STATES).optional(), cari, sesudah });

/** Causes shown at once. */
const CAUSES = 10;
const FOUND = 20;
/** Publications that a trend goes back. */
const TREND = 12;

export function addFindingsRoutes(server: Server, { database, reference }: FindingsDeps): void {
  const display = createDisplay(reference);
  const indexes = createPeopleIndexes();

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
      const { cari: words, urut: _, ...rest } = query;
      const filter = { ...rest, sesudah: parsePlace(query.sesudah) };
      return database.readSnapshot(scope, async (transaction) => {
        const figures = await listFigures(transaction, asked);
        const causes = sumCauses(figures);
        const isSearch = words !== undefined || filter.orang !== undefined;
        const found = isSearch
          ? await findPeople(transaction, indexes, figures, { cari: words, orang: filter.orang })
          : undefined;
        const rows = found
          ? await pageFoundDifferences(transaction, found, filter)
          : await pageDifferences(transaction, indexes, filter, figures);
        const last = rows[PAGE - 1];
        return {
          cap: await stampOf(transaction, asked),
          ...(await countFor(transaction, filter, figures, found)),
          baris: rows.slice(0, PAGE).map((row) => {
            const show = (value: string): string | null =>
              value === '' ? null : isMasked(row.bidang) ? maskValue(value) : display(row.bidang, value);
            return {
              instansi: row.instansi,
              orang: row.orang,
              nama: row.nama,
              nip: row.nip,
              jabatan: row.jabatan || null,
              bidang: row.bidang,
              label: labelOf(row.bidang),
              nilaiSimpeg: show(row.nilaiSimpeg),
              nilaiBkn: show(row.nilaiBkn),
              kelas: classOf(row.kelas),
              sebab: row.sebab,
              kalimat: describeCause(row.sebab),
              sejak: row.sejak,
            };
          }),
          lanjut: last && rows.length > PAGE ? formatPlace(last) : null,
          segi: listFacets(causes, query),
        };
      });
    },
  );

  /** Counts come from the kept figures as far as they know the filter. */
  async function countFor(
    transaction: Transaction,
    filter: DifferenceQuery,
    figures: Awaited<ReturnType<typeof listFigures>>,
    found: readonly Found[] | undefined,
  ): Promise<{ readonly jumlah: number; readonly orang: number }> {
    const { sebab, bidang, kelas } = filter;
    if (found) return countFoundDifferences(transaction, found, filter);
    const jumlah = countFiltered(sumCauses(figures), filter);
    // one difference a field: within a field or a cause people and differences are as many
    if (sebab !== undefined || bidang !== undefined) return { jumlah, orang: jumlah };
    const orang =
      kelas === undefined
        ? sumBalance(figures).berselisih
        : figures.reduce((sum, each) => sum + (each.orangKelas[kelas] ?? 0), 0);
    return { jumlah, orang };
  }

  server.get(
    '/api/orang/:instansi/:orang',
    { config: { tindakan: 'pegawai.lihat' }, schema: { params: personParams, response: { 200: personAnswer } } },
    async (request) => {
      const { scope, pelaku } = accessOf(request);
      const { instansi: own, orang } = request.params;
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
      if (!isMasked(bidang)) throw new RefusedRequest(400, problem('ISIAN_TIDAK_TERSAMAR', { isian: labelOf(bidang) }));
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
        const found = await findPeople(transaction, indexes, present, { cari: request.query.q });
        const rows = await pageFound(transaction, found, undefined, FOUND);
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
      const isSearch = query.cari !== undefined || query.keadaan !== undefined;
      return database.readSnapshot(scope, async (transaction) => {
        const present = await listPresent(transaction, asked);
        const found = isSearch ? await findPeople(transaction, indexes, present, query) : undefined;
        const rows = found
          ? await pageFound(transaction, found, place, PAGE + 1)
          : await pagePeople(transaction, indexes, present, place, PAGE + 1);
        const last = rows[PAGE - 1];
        return {
          cap: await stampOf(transaction, asked),
          jumlah: found ? countFound(found) : await countAll(transaction, asked),
          baris: rows.slice(0, PAGE).map((row) => ({
            instansi: row.instansi,
            orang: row.orang,
            nama: row.nama,
            nip: row.nip,
            golongan: display('golongan', row.golongan) || null,
            jabatan: row.jabatan || null,
            unit: row.unit || null,
            keadaan: row.keadaan,
            selisih: row.selisih,
          })),
          lanjut: last && rows.length > PAGE ? formatPlace({ ...last, bidang: '' }) : null,
        };
      });
    },
  );

  async function countAll(transaction: Transaction, asked: number | undefined): Promise<number> {
    const { berpasangan, hanyaSimpeg, hanyaBkn } = sumBalance(await listFigures(transaction, asked));
    return berpasangan + hanyaSimpeg + hanyaBkn;
  }

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
        const publications = await listPublications(transaction);
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
  const publications =
    asked === undefined
      ? await listPublications(transaction)
      : [await findPublication(transaction, asked)].filter((each) => each !== undefined);
  return stampFrom(publications);
}

/** From which data figures come: over several instansi the oldest Simpeg, for a sum is as old as its oldest part. */
function stampFrom(publications: readonly StoredPublication[]) {
  const dates = (pick: (publication: StoredPublication) => string | null): string[] =>
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

function classOf(kelas: string): (typeof CLASSES)[number] {
  const known = CLASSES.find((each) => each === kelas);
  if (!known) throw new Error(`No such class: ${kelas}`);
  return known;
}
