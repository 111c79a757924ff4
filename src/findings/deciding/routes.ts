import { z } from 'zod';
import { accessOf, reachOf, type SignedIn } from '#identity';
import { formatIsoDate } from '#kernel/local-date.ts';
import { dayInWib } from '#kernel/wib.ts';
import {
  type CaseCounts,
  caseCounts,
  casesAnswer,
  casesRequest,
  type Choice,
  CHOICE_WORDS,
  Collision,
  decide,
  decisionList,
  decisionRequest,
  decisionRow,
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
import { findPublication, lockForDeciding } from '#registry';
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
      const { pilih, pilihan } = request.body;
      return toldOfCollisions(
        pilihan,
        database.readSnapshot(accessOf(request).scope, async (transaction) => {
          const seen = await readChosen(transaction, indexes, instansi, pilih);
          const effect = await previewDecision(transaction, instansi, pilihan, seen);
          return { ...effect, terbitan: await presentOf(transaction, instansi) };
        }),
      );
    },
  );

  server.post(
    '/api/keputusan/:instansi',
    {
      config: { tindakan: 'selisih.putuskan' },
      schema: { params: ofInstansi, body: decisionRequest, response: { 200: effectAnswer } },
    },
    async (request) => {
      const { scope, pelaku } = accessOf(request);
      const { instansi } = request.params;
      const { keputusan, pilih, pilihan, tunda, terbitan, catatan } = request.body;
      if (tunda !== undefined && (pilihan !== 'tunda' || tunda <= today()))
        throw new RefusedRequest(400, problem('KEPUTUSAN_TUNDA'));
      return toldOfCollisions(
        pilihan,
        database.withContext(scope, async (transaction) => {
          await standOnPublication(transaction, instansi);
          const known = await findRuling(transaction, instansi, keputusan);
          if (known) {
            const { perkara, orang } = known;
            return { perkara, orang, dilewati: 0, menunggu: known.keadaan === 'menunggu', terbitan };
          }
          if ((await presentOf(transaction, instansi)) !== terbitan)
            throw new RefusedRequest(409, problem('KEPUTUSAN_DATA_BERGANTI'));
          const seen = await readChosen(transaction, indexes, instansi, pilih);
          const saringan = 'saringan' in pilih ? withoutGaps(pilih.saringan) : {};
          const ruling = { keputusan, pilihan, ...(tunda === undefined ? {} : { tunda }) };
          const intent = { instansi, ruling, catatan, saringan, oleh: pelaku.penggunaId };
          return { ...(await decide(transaction, intent, seen)), terbitan };
        }),
      );
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
          rulings.flatMap(({ oleh, disahkanOleh, diurungkanOleh }) => [oleh, disahkanOleh, diurungkanOleh]),
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
          await standOnPublication(transaction, instansi);
          const oleh = pelaku.penggunaId;
          if (path === 'urungkan') await undo(transaction, instansi, keputusan, oleh);
          else await review(transaction, instansi, keputusan, { isApproved: path === 'sahkan', oleh });
          const ruling = await findRuling(transaction, instansi, keputusan);
          if (!ruling) throw new Error('A decision is gone');
          const names = await namesOf(transaction, [ruling.oleh, ruling.disahkanOleh, ruling.diurungkanOleh]);
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
        const terbitan = await presentOf(transaction, instansi);
        return {
          terbitan,
          perkara: perkara.map((key) => showCase(key, cases.get(keyOf(key)), { display, names, hari: today() })),
        };
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

/** Number of the publication that everybody sees now; 0 before the first. */
const presentOf = async (transaction: Transaction, instansi: number): Promise<number> =>
  (await findPublication(transaction, instansi))?.nomor ?? 0;

/** A publication would change under a decision what it is about: until the end of the transaction there is none. */
async function standOnPublication(transaction: Transaction, instansi: number): Promise<void> {
  if (!(await lockForDeciding(transaction, instansi)))
    throw new RefusedRequest(409, problem('KEPUTUSAN_SEDANG_TERBIT'));
}

/** Who comes too late hears both versions: what stands now, and what was wanted and not kept. */
async function toldOfCollisions<T>(pilihan: Choice, work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    if (!(error instanceof Collision)) throw error;
    const [only, ...more] = error.perkara;
    const standing = only?.life.putusan?.pilihan;
    const anda = CHOICE_WORDS[pilihan];
    throw new RefusedRequest(
      409,
      standing === undefined || more.length > 0
        ? problem('KEPUTUSAN_BENTROK', { jumlah: error.perkara.length, anda })
        : problem('KEPUTUSAN_BENTROK_SATU', { kini: CHOICE_WORDS[standing], anda }),
    );
  });
}

const today = (): string => formatIsoDate(dayInWib(new Date()));

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
