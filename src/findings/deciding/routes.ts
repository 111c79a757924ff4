import { z } from 'zod';
import { accessOf, reachOf, type SignedIn } from '#identity';
import {
  type CaseCounts,
  caseCounts,
  casesAnswer,
  casesRequest,
  Collision,
  decide,
  decisionList,
  decisionRequest,
  decisionRow,
  type Effect,
  effectAnswer,
  findRuling,
  keyOf,
  listRulings,
  previewDecision,
  previewRequest,
  readCases,
  review,
  undo,
} from '#decisions';
import { problem } from '#kernel/problem.ts';
import { RefusedRequest, type Server, type Transaction, UNTIL_NOW } from '#platform';
import { lockPublication } from '#registry';
import type { FindingsDeps } from '../deps.ts';
import { createDisplay } from '../display.ts';
import { readChosen } from './choose-differences.ts';
import { type Asker, showCase, showDecision } from './show-decisions.ts';

const ofInstansi = z.object({ instansi: z.coerce.number().int() });
const ofDecision = ofInstansi.extend({ keputusan: z.uuid() });
const listQuery = z.object({
  instansi: z.coerce.number().int().optional(),
  keadaan: z.enum(['menunggu', 'berlaku', 'ditolak', 'diurungkan']).optional(),
});
/** Decisions that a list shows. */
const SHOWN = 200;

/** Deciding about differences: a whole cause or single ones, approved by a second pair of eyes, taken back as one. */
export function addDecidingRoutes(server: Server, { database, reference, indexes }: FindingsDeps): void {
  const display = createDisplay(reference);

  server.post(
    '/api/keputusan/:instansi/pratinjau',
    {
      config: { tindakan: 'selisih.putuskan', membaca: true },
      schema: { params: ofInstansi, body: previewRequest, response: { 200: effectAnswer } },
    },
    async (request) => {
      const { instansi } = request.params;
      return database.readSnapshot(accessOf(request).scope, async (transaction) => {
        const seen = await readChosen(transaction, indexes, instansi, request.body.pilih);
        return previewDecision(transaction, instansi, seen);
      });
    },
  );

  server.post(
    '/api/keputusan/:instansi',
    {
      config: { tindakan: 'selisih.putuskan' },
      schema: { params: ofInstansi, body: decisionRequest, response: { 200: effectAnswer } },
    },
    async (request): Promise<Effect> => {
      const { scope, pelaku } = accessOf(request);
      const { instansi } = request.params;
      const { keputusan, pilih, pilihan, nilai, tunda, catatan } = request.body;
      if ((pilihan === 'lain') !== (nilai !== undefined) || (tunda !== undefined && pilihan !== 'tunda'))
        throw new RefusedRequest(400, problem('KEPUTUSAN_NILAI'));
      return database
        .withContext(scope, async (transaction) => {
          // A publication would change under the decision what it is about.
          await lockPublication(transaction, instansi);
          const known = await findRuling(transaction, instansi, keputusan);
          if (known)
            return {
              perkara: known.perkara,
              orang: known.perkara,
              dilewati: 0,
              menunggu: known.keadaan === 'menunggu',
            };
          const seen = await readChosen(transaction, indexes, instansi, pilih);
          const ruling = {
            keputusan,
            pilihan,
            ...(nilai === undefined ? {} : { nilai }),
            ...(tunda === undefined ? {} : { tunda }),
          };
          const saringan = 'saringan' in pilih ? withoutGaps(pilih.saringan) : {};
          return decide(transaction, { instansi, ruling, catatan, saringan, oleh: pelaku.penggunaId }, seen);
        })
        .catch((error: unknown) => {
          if (!(error instanceof Collision)) throw error;
          throw new RefusedRequest(409, problem('KEPUTUSAN_BENTROK', { jumlah: error.perkara.length }));
        });
    },
  );

  server.get(
    '/api/keputusan',
    { config: { tindakan: 'selisih.lihat' }, schema: { querystring: listQuery, response: { 200: decisionList } } },
    async (request) => {
      const { scope, instansi, pelaku } = accessOf(request);
      return database.readSnapshot(scope, async (transaction) => {
        const { keadaan } = request.query;
        const rulings = await listRulings(transaction, { instansi, keadaan, most: SHOWN });
        const names = await namesOf(
          transaction,
          rulings.flatMap(({ oleh, disahkanOleh }) => [oleh, disahkanOleh]),
        );
        return { keputusan: rulings.map((ruling) => showDecision(ruling, askerOf(pelaku), names)) };
      });
    },
  );

  for (const [path, action] of [
    ['sahkan', 'selisih.sahkan'],
    ['tolak', 'selisih.sahkan'],
    ['urungkan', 'selisih.putuskan'],
  ] as const) {
    server.post(
      `/api/keputusan/:instansi/:keputusan/${path}`,
      { config: { tindakan: action }, schema: { params: ofDecision, response: { 200: decisionRow } } },
      async (request) => {
        const { scope, pelaku } = accessOf(request);
        const { instansi, keputusan } = request.params;
        return database.withContext(scope, async (transaction) => {
          await lockPublication(transaction, instansi);
          const oleh = pelaku.penggunaId;
          if (path === 'urungkan') await undo(transaction, instansi, keputusan, oleh);
          else await review(transaction, instansi, keputusan, { isApproved: path === 'sahkan', oleh });
          const ruling = await findRuling(transaction, instansi, keputusan);
          if (!ruling) throw new Error('A decision is gone');
          const names = await namesOf(transaction, [ruling.oleh, ruling.disahkanOleh]);
          return showDecision(ruling, askerOf(pelaku), names);
        });
      },
    );
  }

  server.post(
    '/api/perkara/:instansi',
    {
      config: { tindakan: 'selisih.lihat', membaca: true },
      schema: { params: ofInstansi, body: casesRequest, response: { 200: casesAnswer } },
    },
    async (request) => {
      const { instansi } = request.params;
      const { perkara } = request.body;
      return database.readSnapshot(accessOf(request).scope, async (transaction) => {
        const cases = await readCases(transaction, instansi, perkara);
        const names = await namesOf(
          transaction,
          [...cases.values()].map(({ oleh }) => oleh ?? null),
        );
        return { perkara: perkara.map((key) => showCase(key, cases.get(keyOf(key)), display, names)) };
      });
    },
  );

  server.get(
    '/api/perkara/:instansi/hitungan',
    { config: { tindakan: 'selisih.lihat' }, schema: { params: ofInstansi, response: { 200: caseCounts } } },
    async (request) =>
      database.readSnapshot(accessOf(request).scope, (transaction) => countCases(transaction, request.params.instansi)),
  );
}

/** Cases of the differences that are there now, by their causes. */
async function countCases(transaction: Transaction, instansi: number): Promise<CaseCounts> {
  const rows = await transaction.query<CaseCounts['sebab'][number]>(
    `SELECT s.sebab, p.tahap, count(*)::integer AS jumlah
     FROM decisions.perkara p JOIN findings.selisih s
       ON s.instansi_id = p.instansi_id AND s.orang = p.orang AND s.bidang = p.bidang AND s.hingga = ${UNTIL_NOW}
     WHERE p.instansi_id = $1 GROUP BY 1, 2 ORDER BY 1, 2`,
    [instansi],
  );
  return { sebab: [...rows] };
}

const withoutGaps = (filter: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));

const askerOf = ({ penggunaId, role }: SignedIn): Asker => ({
  penggunaId,
  memutuskan: reachOf(role, 'selisih.putuskan') !== undefined,
  mengesahkan: reachOf(role, 'selisih.sahkan') !== undefined,
});

/** Users by their ids, as far as the scope reaches them. */
async function namesOf(
  transaction: Transaction,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await transaction.query<{ id: string; nama: string }>(
    'SELECT pengguna_id::text AS id, nama FROM identity.pengguna WHERE pengguna_id::text = ANY($1)',
    [wanted],
  );
  return new Map(rows.map(({ id, nama }) => [id, nama]));
}
