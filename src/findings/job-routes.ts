import { accessOf, reachOf, type SignedIn } from '#identity';
import type { Database, Server, Transaction } from '#platform';
import { jobList, type JobRow } from './contract.ts';

/** What is being done, and what came of it: asked by every page, again and again. */
export function addJobRoutes(server: Server, database: Database): void {
  server.get(
    '/api/pekerjaan',
    { config: { tindakan: 'masuk' }, schema: { response: { 200: jobList } } },
    async (request) => {
      const { pelaku, scope } = accessOf(request);
      return database.withContext(scope, (transaction) => listJobs(transaction, pelaku));
    },
  );

  server.post('/api/pekerjaan/dilihat', { config: { tindakan: 'masuk' } }, async (request, reply) => {
    const { pelaku, scope } = accessOf(request);
    await database.withContext(scope, (transaction) =>
      transaction.query(
        `UPDATE platform.pekerjaan SET dilihat_pada = now()
         WHERE instansi_id = $1 AND diminta_oleh = $2 AND berakhir_pada IS NOT NULL AND dilihat_pada IS NULL`,
        [pelaku.instansi, pelaku.penggunaId],
      ),
    );
    return reply.status(204).send();
  });
}

/** News that are older than this are none. */
const DAYS = 7;
const MOST = 20;

type StoredJob = Omit<JobRow, 'dibuatPada' | 'berakhirPada' | 'unduhSampai'> & {
  readonly dibuatPada: Date;
  readonly berakhirPada: Date | null;
  readonly unduhSampai: Date | null;
};

/** Open jobs of the user's instansi, as far as the user may see deliveries, and the user's own that ended. */
async function listJobs(
  transaction: Transaction,
  { instansi, penggunaId, role, wajib }: SignedIn,
): Promise<{ berjalan: JobRow[]; kabar: JobRow[] }> {
  const seesDeliveries = wajib === null && reachOf(role, 'kiriman.lihat') !== undefined;
  const rows = await transaction.query<StoredJob>(
    `SELECT p.pekerjaan_id AS pekerjaan, p.jenis, p.keadaan, p.tahap, p.selesai, p.dari, p.pesan, p.instansi_id AS instansi, p.sasaran,
       coalesce(k.nama_berkas, e.nama_berkas, '') AS "namaBerkas", p.diminta_oleh = $2 AS "milikSaya", p.dibuat_pada AS "dibuatPada",
       p.berakhir_pada AS "berakhirPada", p.dilihat_pada IS NOT NULL AS dilihat,
       CASE WHEN e.diunduh_pada IS NULL AND e.siap_sampai > now() THEN e.siap_sampai END AS "unduhSampai"
     FROM ((SELECT * FROM platform.pekerjaan WHERE instansi_id = $1 AND keadaan IN ('antre', 'berjalan')
            AND (diminta_oleh = $2 OR ($3 AND jenis <> 'ekspor')) ORDER BY dibuat_pada LIMIT ${MOST})
           UNION ALL
           (SELECT * FROM platform.pekerjaan WHERE instansi_id = $1 AND diminta_oleh = $2
            AND berakhir_pada > now() - make_interval(days => ${DAYS}) ORDER BY berakhir_pada DESC LIMIT ${MOST})) p
     LEFT JOIN intake.kiriman k ON k.instansi_id = p.instansi_id AND k.kiriman_id = p.sasaran
     LEFT JOIN findings.ekspor e ON e.instansi_id = p.instansi_id AND e.ekspor_id = p.sasaran
     ORDER BY p.berakhir_pada DESC NULLS FIRST, p.dibuat_pada`,
    [instansi, penggunaId, seesDeliveries],
  );
  const shown = rows.map<JobRow>((row) => ({
    ...row,
    dibuatPada: row.dibuatPada.toISOString(),
    berakhirPada: row.berakhirPada?.toISOString() ?? null,
    unduhSampai: row.unduhSampai?.toISOString() ?? null,
  }));
  return {
    berjalan: shown.filter(({ berakhirPada }) => berakhirPada === null),
    kabar: shown.filter(({ berakhirPada }) => berakhirPada !== null),
  };
}
