import { z } from 'zod';
import { endOfDay, startOfDay } from '#kernel/wib.ts';
import {
  checkChains,
  type Database,
  EVENT_CURSOR,
  listHeads,
  recordEvent,
  type Scope,
  searchEvents,
  type Server,
  type Transaction,
} from '#platform';
import { auditHeads, auditList, auditQuery, auditVerification, type SeenByList, seenByList } from './audit-contract.ts';
import { accessOf } from './guard.ts';
import { listInstansi } from './instansi.ts';

const AUDIT = { config: { tindakan: 'audit.lihat' } } as const;
const after = z.object({ sesudah: z.string().regex(EVENT_CURSOR).optional() });
const personParams = z.object({ instansi: z.coerce.number().int(), orang: z.string().regex(/^\d{1,20}$/) });

/** Searching and checking the audit trail, and what it says to the one whose record was looked at. */
export function addAuditRoutes(server: Server, database: Database): void {
  server.get(
    '/api/audit',
    { ...AUDIT, schema: { querystring: auditQuery, response: { 200: auditList } } },
    async (request) => {
      const { scope, instansi } = accessOf(request);
      const { pelaku, dari, sampai } = request.query;
      return database.withContext(scope, async (transaction) => {
        const id = pelaku === undefined ? undefined : await idOf(transaction, pelaku);
        const page = await searchEvents(transaction, {
          ...request.query,
          instansi,
          pelaku: id,
          dari: isDay(dari) ? startOfDay(dari).toISOString() : dari,
          sampai: isDay(sampai) ? endOfDay(sampai).toISOString() : sampai,
        });
        const names = await namesOf(
          transaction,
          page.peristiwa.flatMap((event) => [event.pelaku, userOf(event.sasaran)]),
        );
        return {
          lanjut: page.lanjut,
          peristiwa: page.peristiwa.map((event) => ({
            ...event,
            namaPelaku: names.get(event.pelaku) ?? null,
            namaSasaran: names.get(userOf(event.sasaran)) ?? null,
          })),
        };
      });
    },
  );

  server.get('/api/audit/periksa', { ...AUDIT, schema: { response: { 200: auditVerification } } }, async (request) => {
    const { scope, pelaku } = accessOf(request);
    const start = performance.now();
    const found = await database.streamSnapshot(scope, checkChains);
    const detik = Math.round(performance.now() - start) / 1000;
    // In a transaction of its own: the check reads every instansi, the event is written in one.
    await database.withContext({ lingkup: 'instansi', instansi: pelaku.instansi }, (transaction) =>
      recordEvent(transaction, {
        instansi: pelaku.instansi,
        pelaku: pelaku.penggunaId,
        tindakan: 'audit.periksa',
        sasaran: 'jejak',
        rincian: { peristiwa: found.peristiwa, putus: found.putus.length },
      }),
    );
    return { ...found, putus: [...found.putus], detik, pada: new Date().toISOString() };
  });

  server.get('/api/audit/kepala', { ...AUDIT, schema: { response: { 200: auditHeads } } }, async (request) => {
    const { scope, instansi } = accessOf(request);
    return { kepala: [...(await database.withContext(scope, (transaction) => listHeads(transaction, instansi)))] };
  });

  server.get(
    '/api/saya/dilihat',
    { config: { tindakan: 'masuk' }, schema: { querystring: after, response: { 200: seenByList } } },
    async (request) => {
      const { scope, pelaku } = accessOf(request);
      if (pelaku.orang === null) return { dilihat: [], lanjut: null };
      return seenBy(database, scope, pelaku.orang, request.query.sesudah);
    },
  );

  server.get(
    '/api/orang/:instansi/:orang/dilihat',
    {
      config: { tindakan: 'pegawai.lihat-pembuka' },
      schema: { params: personParams, querystring: after, response: { 200: seenByList } },
    },
    async (request) => seenBy(database, accessOf(request).scope, request.params.orang, request.query.sesudah),
  );
}

/** A day without a clock, which is one of Jawa Tengah. */
function isDay(text: string | undefined): text is string {
  return text?.length === 10;
}

/** Who looked at a person of the scope's instansi. Users of another instansi are told by their instansi alone. */
async function seenBy(
  database: Database,
  scope: Scope,
  orang: string,
  sesudah: string | undefined,
): Promise<SeenByList> {
  const instansi = new Map((await listInstansi(database)).map((each) => [each.instansi, each.nama]));
  return database.withContext(scope, async (transaction) => {
    const page = await searchEvents(transaction, { sasaran: `orang/${orang}`, sesudah });
    const ids = page.peristiwa.map((event) => event.pelaku);
    const [names, homes] = [await namesOf(transaction, ids), await homesOf(transaction, ids)];
    return {
      lanjut: page.lanjut,
      dilihat: page.peristiwa.map(({ pada, tindakan, pelaku: id, rincian }) => ({
        pada,
        tindakan,
        rincian,
        nama: names.get(id) ?? null,
        namaInstansi: instansi.get(homes.get(id) ?? 0) ?? null,
      })),
    };
  });
}

/** The id of a login name; anything else is taken for an id. */
async function idOf(transaction: Transaction, pelaku: string): Promise<string> {
  const [found] = await transaction.query<{ id: string }>(
    'SELECT pengguna_id AS id FROM identity.nama_masuk WHERE nama_pengguna = $1',
    [pelaku.toLowerCase()],
  );
  return found?.id ?? pelaku;
}

/** The id of the user that something was done to; empty where it was done to something else. */
function userOf(sasaran: string): string {
  return /^pengguna\/(.+)$/.exec(sasaran)?.[1] ?? '';
}

/** Names of users that the transaction's scope reaches, by id. */
async function namesOf(transaction: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await transaction.query<{ id: string; nama: string }>(
    'SELECT pengguna_id AS id, nama FROM identity.pengguna WHERE pengguna_id::text = ANY($1)',
    [[...new Set(ids)]],
  );
  return new Map(rows.map(({ id, nama }) => [id, nama]));
}

async function homesOf(transaction: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await transaction.query<{ id: string; instansi: number }>(
    'SELECT pengguna_id AS id, instansi_id AS instansi FROM identity.nama_masuk WHERE pengguna_id::text = ANY($1)',
    [[...new Set(ids)]],
  );
  return new Map(rows.map(({ id, instansi }) => [id, instansi]));
}
